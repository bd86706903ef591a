"""How does a list become a workbook that nobody's Excel runs anything from, and that can be dropped in again?

Texts are text cells (a leading = + - @ stays a sign), numbers of people too, days are days. A hundred thousand rows are
written as they come. The writer knows no merged headings beside its rows, so one is put in afterwards.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from rustpy_xlsxwriter import FastExcel, Format

from betang.intake.domain.cells import Cell, letters

_DAY, _TEXT = "dd/mm/yyyy", "@"
_LONGEST_DROP_DOWN = 255  # signs, commas among them: what Excel bears in a rule of its own
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_END_OF_ROWS = b"</sheetData>"
_COMPRESSION = 1
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A heading that no other column of the sheet has, and how the cells below it are written.

    A heading of blanks continues the one before it: the two are merged.
    """

    heading: str
    width: int
    is_text: bool = True
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutSheet:
    """A sheet: its headings stand in the first row, the rows come when they are asked for."""

    name: str
    columns: Sequence[SheetColumn]
    rows: Iterable[Sequence[Cell]]


def write(sheets: Sequence[OutSheet]) -> bytes:
    """An .xlsx of these sheets."""
    buffer = io.BytesIO()
    book = FastExcel(buffer).format(datetime_format=_DAY)
    for sheet in sheets:
        _add(book, sheet)
    book.save()
    return _with_merged_headings(buffer, sheets)


def _add(book: FastExcel, sheet: OutSheet) -> None:
    headings = [column.heading for column in sheet.columns]
    book.freeze(row=1, sheet=sheet.name)
    book.sheet(
        sheet.name,
        _records(headings, sheet.rows),
        column_widths={column.heading: float(column.width) for column in sheet.columns},
        column_formats={column.heading: Format().set_num_format(_TEXT) for column in sheet.columns if column.is_text},
        header_format=Format().set_bold().set_text_wrap().set_align("top"),
        ignore_errors=[column.heading for column in sheet.columns if column.is_text],
        data_validations={column.heading: _rule(column.choices) for column in sheet.columns if _has_rule(column)},
    )


def _records(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[dict[str, Cell]]:
    """The writer takes the headings from the first row, so a list of nobody has one blank row."""
    nobody = True
    for row in rows:
        nobody = False
        yield dict(zip(headings, map(_legal, row), strict=True))
    if nobody:
        yield dict.fromkeys(headings)


def _legal(cell: Cell) -> Cell:
    """What XML cannot hold is a blank."""
    return _NOT_IN_XML.sub(" ", cell) if isinstance(cell, str) and not cell.isprintable() else cell


def _has_rule(column: SheetColumn) -> bool:
    """Excel cuts a drop-down at its commas, so answers that hold one get none."""
    fits = len(",".join(column.choices)) <= _LONGEST_DROP_DOWN
    return bool(column.choices) and fits and not any("," in choice for choice in column.choices)


def _rule(choices: Sequence[str]) -> dict[str, object]:
    return {"type": "list", "values": list(choices), "error_style": "warning"}


def _with_merged_headings(written: io.BytesIO, sheets: Sequence[OutSheet]) -> bytes:
    merged = {f"xl/worksheets/sheet{number}.xml": _merges(sheet) for number, sheet in enumerate(sheets, 1)}
    if not any(merged.values()):
        return written.getvalue()
    out = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, True, _COMPRESSION) as to:
        for entry in source.infolist():
            with source.open(entry) as read, to.open(entry.filename, "w", force_zip64=True) as target:
                for part in _parts(read, merged.get(entry.filename, b"")):
                    target.write(part)
    return out.getvalue()


def _merges(sheet: OutSheet) -> bytes:
    spans: list[list[int]] = []
    for place, column in enumerate(sheet.columns):
        if column.heading.strip() or not spans:
            spans.append([place, place])
        else:
            spans[-1][1] = place
    cells = [f'<mergeCell ref="{letters(first)}1:{letters(last)}1"/>' for first, last in spans if first < last]
    return f'<mergeCells count="{len(cells)}">{"".join(cells)}</mergeCells>'.encode() if cells else b""


def _parts(source: IO[bytes], merges: bytes) -> Iterator[bytes]:
    """The sheet with its merged headings behind the rows; the end of the rows may lie across two parts."""
    held = b""
    while part := source.read(_AT_ONCE):
        held += part
        if merges and _END_OF_ROWS in held:
            held, merges = held.replace(_END_OF_ROWS, _END_OF_ROWS + merges, 1), b""
        yield held[: -len(_END_OF_ROWS)]
        held = held[-len(_END_OF_ROWS) :]
    yield held
