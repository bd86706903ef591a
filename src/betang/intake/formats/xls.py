"""What stands in a workbook of Excel 97 to 2003 (.xls)?

xlrd and not calamine, since calamine tells neither hidden rows nor error values of this format.
"""

import struct
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from typing import Literal

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.sheet import Sheet
from xlrd.xldate import XLDateError, xldate_as_datetime

from betang.intake.formats import frames
from betang.intake.formats.found import Found, FoundRow, FoundSheet, RawCell, Refused

# The streams in which other programs of that time, with the same first bytes in their files, kept their content.
_OTHER_STREAMS = tuple(name.encode("utf-16-le") for name in ("WordDocument", "PowerPoint Document", "VisioDocument"))
_WORKBOOK_STREAM = "Workbook".encode("utf-16-le")  # a workbook may have letters embedded
_SEALED_STREAM = "EncryptedPackage".encode("utf-16-le")
_DAY = 1.0

# xlrd trusts what it reads, so a damaged file makes it stumble in any of these ways.
_STUMBLES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    CompDocError,
    EOFError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    XLRDError,
)


def read(content: bytes) -> Found:
    _refuse_other_kinds(content)
    try:
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, on_demand=True, logfile=StringIO())
        for number in range(book.nsheets):
            sheet = book.sheet_by_index(number)
            yield _about(sheet)
            yield from _rows(book, sheet)
            book.unload_sheet(number)
    except _STUMBLES as stumble:
        raise Refused("password_protected" if "encrypted" in str(stumble) else "damaged") from stumble


def _refuse_other_kinds(content: bytes) -> None:
    """A workbook that Excel sealed with a password is one of these too, and so is every old Word document."""
    if _SEALED_STREAM in content:
        raise Refused("password_protected")
    if any(stream in content for stream in _OTHER_STREAMS) and _WORKBOOK_STREAM not in content:
        raise Refused("not_a_workbook")


def _about(sheet: Sheet) -> FoundSheet:
    return FoundSheet(
        name=sheet.name,
        is_hidden=sheet.visibility != 0,
        hidden_rows={place + 1 for place, row in sheet.rowinfo_map.items() if row.hidden},
        merges=[(top + 1, left, bottom, right - 1) for top, bottom, left, right in sheet.merged_cells],
    )


def _rows(book: Book, sheet: Sheet) -> Iterator[FoundRow]:
    for place in range(sheet.nrows):
        kinds, values = sheet.row_types(place), sheet.row_values(place)
        yield FoundRow(place + 1, [_cell(book, *cell) for cell in zip(kinds, values, strict=True)])


def _cell(book: Book, kind: int, value: str | float) -> RawCell:
    if kind in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER):
        return value
    if kind == xlrd.XL_CELL_DATE:
        return _date(float(value), 1 if book.datemode else 0)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(int(value), "#N/A")
    return None


def _date(value: float, datemode: Literal[0, 1]) -> RawCell:
    try:
        moment: datetime = xldate_as_datetime(value, datemode)
    except (XLDateError, ArithmeticError, ValueError):
        return value
    return str(moment.time()) if value < _DAY else frames.day(moment)
