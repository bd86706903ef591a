"""What stands in an Excel workbook (.xlsx, .xlsm)?

calamine reads the cells, twenty times faster than Python could; what it does not tell is looked up in the sheet's XML.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from betang.intake.formats import frames, xlsx_mending, xlsx_structure
from betang.intake.formats.found import Found, FoundRow, FoundSheet, RawCell, Refused
from betang.intake.formats.xlsx_structure import Structure

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_PLAIN = frozenset({str, float, int, bool})


@dataclass(frozen=True, slots=True)
class _Part:
    """A sheet's place in the workbook's order, and in the zip file."""

    sheet_name: str
    path: str


def read(archive: zipfile.ZipFile, content: bytes) -> Found:
    try:
        yield from _read(archive, content)
    except PasswordError as error:
        raise Refused("password_protected") from error
    except (CalamineError, ElementTree.ParseError) as error:
        raise Refused("damaged") from error


def _read(archive: zipfile.ZipFile, content: bytes) -> Found:
    structures = {part.sheet_name: _structure(archive, part.path) for part in _parts(archive)}
    content = xlsx_mending.mended(archive, content, structures.values())
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for number, about in enumerate(book.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet:
            structure = structures.get(about.name, Structure(""))
            yield _sheet(about.name, hidden=about.visible != SheetVisibleEnum.Visible, structure=structure)
            yield from _rows(book.get_sheet_by_index(number), structure)


def _parts(archive: zipfile.ZipFile) -> Iterator[_Part]:
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    names = set(archive.namelist())
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).findall(".//{*}sheet"):
        target = targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION), "")
        path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        if path in names:
            yield _Part(sheet.get("name", ""), path)


def _structure(archive: zipfile.ZipFile, path: str) -> Structure:
    with archive.open(path) as sheet:
        return xlsx_structure.look(path, sheet.read)


def _sheet(name: str, *, hidden: bool, structure: Structure) -> FoundSheet:
    return FoundSheet(name, hidden, structure.hidden_rows, structure.merges)


def _rows(sheet: CalamineSheet, structure: Structure) -> Iterator[FoundRow]:
    # Rows are counted from the sheet's first, but columns from the first that holds anything.
    skipped: list[RawCell] = [None] * (sheet.start[1] if sheet.start else 0)
    written: Iterator[list[Any]] = sheet.iter_rows()  # Any: a check of the type that mypy understands takes longer
    for place, row in enumerate(written, start=1):
        cells = skipped + [None if cell == "" else cell if type(cell) in _PLAIN else _cell(cell) for cell in row]
        for column, error in structure.errors.get(place, {}).items():
            cells[column] = error
        yield FoundRow(place, cells)


def _cell(cell: object) -> RawCell:
    """A date loses its hours; hours alone are text."""
    return frames.day(cell) if isinstance(cell, date) else str(cell)
