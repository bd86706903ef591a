"""What stands in an Excel workbook (.xlsx, .xlsm)?

calamine reads the cells, twenty times faster than Python could; what it does not tell is looked up in the sheet's XML.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from betang.intake.formats import frames, xlsx_mending, xlsx_structure
from betang.intake.formats.found import Found, FoundRow, FoundSheet, RawCell, Refused
from betang.intake.formats.xlsx_structure import Structure

_PLAIN = frozenset({str, float, int, bool})


def read(archive: zipfile.ZipFile, content: bytes) -> Found:
    try:
        yield from _read(archive, content)
    except PasswordError as error:
        raise Refused("password_protected") from error
    except (CalamineError, ElementTree.ParseError, OverflowError) as error:
        raise Refused("damaged") from error


def _read(archive: zipfile.ZipFile, content: bytes) -> Found:
    structures = [_structure(archive, path) for path in _sheet_paths(archive)]
    content = xlsx_mending.mended(archive, content, structures)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for number, (about, structure) in enumerate(zip(book.sheets_metadata, structures, strict=True)):
        if about.typ == SheetTypeEnum.WorkSheet:
            yield _about(about, structure)
            yield from _rows(book.get_sheet_by_index(number), structure)


def _sheet_paths(archive: zipfile.ZipFile) -> list[str]:
    """Of all sheets in their order, as calamine finds them: in whatever folder, in capitals or not."""
    names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
    starts = [each.get("Target", "") for each in _parsed(archive, names["_rels/.rels"]) if _is_workbook(each)]
    folder = posixpath.join("/", posixpath.dirname(starts[-1])).lower()
    relations = _parsed(archive, names[posixpath.join(folder, "_rels/workbook.xml.rels").lstrip("/")])
    targets = {each.get("Id"): posixpath.join(folder, each.get("Target", "")) for each in relations}
    sheets = _parsed(archive, names[posixpath.join(folder, "workbook.xml").lstrip("/")]).findall(".//{*}sheet")
    return [names[posixpath.normpath(targets[_id(sheet)]).lstrip("/").lower()] for sheet in sheets]


def _parsed(archive: zipfile.ZipFile, path: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(path))


def _is_workbook(relation: ElementTree.Element) -> bool:
    return relation.get("Type", "").endswith("/relationships/officeDocument")


def _id(sheet: ElementTree.Element) -> str | None:
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), None)


def _structure(archive: zipfile.ZipFile, path: str) -> Structure:
    with archive.open(path) as sheet:
        return xlsx_structure.look(path, sheet.read)


def _about(sheet: SheetMetadata, structure: Structure) -> FoundSheet:
    is_hidden = sheet.visible != SheetVisibleEnum.Visible
    return FoundSheet(sheet.name, is_hidden, structure.hidden_rows, structure.merges)


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
