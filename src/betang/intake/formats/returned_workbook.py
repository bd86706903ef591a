"""How does the sender get the rows back: in their own columns, the bad cell coloured, the reason beside it?"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from betang.intake.domain.cells import Cell, as_written, letters
from betang.intake.domain.template import REASON_HEADING, fold

RETURNED_SHEET, FLAGGED_SHEET = "Dikembalikan", "Perlu dilihat"
_AUTHOR = "Betang"
_BAD, _DOUBTFUL = PatternFill("solid", fgColor="F4C7C3"), PatternFill("solid", fgColor="FBE3B5")
_BOLD, _WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")
_REASON_WIDTH, _COLUMN_WIDTH = 60, 16
_TEXT_FORMAT = "@"
_LONGEST_EXACT_NUMBER = 1e11  # longer ones are numbers of people and phones: written as text, so that no digit is lost


@dataclass(frozen=True, slots=True)
class Reason:
    """`place` is the column, counted from 0; None where the whole row is meant."""

    place: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class BackRow:
    """A row as it was sent, with the reasons why it comes back or should be looked at."""

    row: int
    cells: Sequence[Cell]
    reasons: Sequence[Reason]


@dataclass(frozen=True, slots=True)
class BackTable:
    """The rows of one sheet of the sender, under the headings of that sheet."""

    headings: Sequence[str]
    returned: Sequence[BackRow]
    flagged: Sequence[BackRow]


def write(tables: Sequence[BackTable]) -> bytes:
    """An .xlsx: first the returned rows, ready to correct and send again; then those that went in but need a look."""
    book = Workbook(write_only=True)
    for number, table in enumerate(tables):
        _write_sheet(book, _titled(RETURNED_SHEET, number), table.headings, table.returned, _BAD)
    for number, table in enumerate(tables):
        _write_sheet(book, _titled(FLAGGED_SHEET, number), table.headings, table.flagged, _DOUBTFUL)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _titled(title: str, number: int) -> str:
    return title if number == 0 else f"{title} {number + 1}"


def _write_sheet(
    book: Workbook, title: str, headings: Sequence[str], rows: Iterable[BackRow], colour: PatternFill
) -> None:
    sheet = book.create_sheet(title)
    own = [place for place, heading in enumerate(headings) if fold(heading) != REASON_HEADING]
    sheet.freeze_panes = "A2"
    for place in range(len(own)):
        sheet.column_dimensions[letters(place)].width = _COLUMN_WIDTH
    sheet.column_dimensions[letters(len(own))].width = _REASON_WIDTH
    sheet.append([_heading(sheet, headings[place]) for place in own] + [_heading(sheet, REASON_HEADING)])
    for row in rows:
        sheet.append(_cells(sheet, row, own, colour))


def _heading(sheet: WriteOnlyWorksheet, text: str) -> ExcelCell:
    cell = _text_cell(sheet, text)
    cell.font = _BOLD
    return cell


def _cells(sheet: WriteOnlyWorksheet, row: BackRow, own: Sequence[int], colour: PatternFill) -> list[ExcelCell]:
    sentences: dict[int, list[str]] = {}
    for reason in row.reasons:
        if reason.place is not None:
            sentences.setdefault(reason.place, []).append(reason.sentence)
    written = []
    for place in own:
        cell = _cell(sheet, row.cells[place] if place < len(row.cells) else None)
        if place in sentences:
            cell.fill = colour
            cell.comment = Comment(" ".join(sentences[place]), _AUTHOR, height=120, width=320)
        written.append(cell)
    return [*written, _reason(sheet, row)]


def _cell(sheet: WriteOnlyWorksheet, value: Cell) -> ExcelCell:
    """The value as it came; what could lose digits or run as a formula is plainly text."""
    if isinstance(value, str):
        return _text_cell(sheet, _legal(value))
    if isinstance(value, float) and abs(value) >= _LONGEST_EXACT_NUMBER:
        return _text_cell(sheet, as_written(value))
    cell = WriteOnlyCell(sheet, value=_with_clock(value) if isinstance(value, date) else value)
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    return cell


def _with_clock(day: date) -> datetime:
    return datetime.combine(day, time())


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> ExcelCell:
    """Text and nothing else, so that a cell that begins with = + - @ runs nothing, here or when it is edited."""
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.number_format = _TEXT_FORMAT
    return cell


def _legal(text: str) -> str:
    """What XML cannot hold is a blank."""
    return ILLEGAL_CHARACTERS_RE.sub(" ", text)


def _reason(sheet: WriteOnlyWorksheet, row: BackRow) -> ExcelCell:
    """`Baris 17. D: NIK harus 16 angka ...`, row and column as they stood in the file that was sent."""
    said = [_where(reason.place) + reason.sentence for reason in row.reasons]
    cell = _text_cell(sheet, " ".join([f"Baris {row.row}.", *said]))
    cell.alignment = _WRAPPED
    return cell


def _where(place: int | None) -> str:
    return "" if place is None else f"{letters(place)}: "
