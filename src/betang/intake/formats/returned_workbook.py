"""How does the sender get the rows back: in their own columns, the bad cell coloured, the reason beside it?

First the rows that went back, ready to correct and send again; then those that went in and need a look; last the
villages, to copy from. Sent again as it is, the workbook changes nothing.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.dimensions import ColumnDimension, DimensionHolder

from betang.intake.domain.cells import Cell, as_written, letters
from betang.intake.domain.headings import fold
from betang.intake.domain.templates import REASON_HEADING

RETURNED_SHEET, FLAGGED_SHEET, VILLAGES_SHEET = "Dikembalikan", "Perlu dilihat", "Daftar desa"
VILLAGE_HEADINGS = ("KODE DESA", "DESA/KELURAHAN", "KECAMATAN", "KABUPATEN/KOTA")
_AUTHOR = "Betang"
_HOW = (
    "Perbaiki sel yang berwarna, simpan, lalu unggah buku kerja ini lagi. Kolom ini boleh dibiarkan. Kode desa ada di "
    f"lembar {VILLAGES_SHEET}."
)
_LOOK = "Baris ini sudah masuk. Perbaiki sel yang berwarna bila perlu; yang dibiarkan tidak berubah."
_BAD, _DOUBTFUL = PatternFill("solid", fgColor="F4C7C3"), PatternFill("solid", fgColor="FBE3B5")
_BOLD = Font(bold=True)
_WRAPPED, _HEADING = Alignment(wrap_text=True, vertical="top"), Alignment(wrap_text=True, vertical="bottom")
_REASON_WIDTH, _NARROWEST, _WIDEST = 60, 11, 30
_VILLAGE_WIDTHS = (16, 30, 30, 30)
_TEXT_FORMAT, _DATE_FORMAT = "@", "dd/mm/yyyy"
_LONGEST_PLAIN = 1e11  # longer numbers are of people and phones, and Excel would show them with an exponent
_LONGEST_OF_EXCEL = 1e15  # beyond, Excel keeps no digit: a 0 there may have been another one


@dataclass(frozen=True, slots=True)
class Reason:
    """`place` is the column, counted from 0; None where the whole row is meant. Doubtful is less than bad."""

    place: int | None
    sentence: str
    is_bad: bool = True


@dataclass(frozen=True, slots=True)
class BackRow:
    """A row as it was sent, with the reasons why it comes back or should be looked at.

    `sheet` is named where several sheets of the sender have become one.
    """

    row: int
    cells: Sequence[Cell]
    reasons: Sequence[Reason]
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class BackTable:
    """The rows of those sheets of the sender that have the same headings."""

    headings: Sequence[str]
    returned: Iterable[BackRow]
    flagged: Iterable[BackRow]


@dataclass(frozen=True, slots=True)
class Village:
    """A village to copy from."""

    code: str
    name: str
    district: str
    regency: str


def write(tables: Sequence[BackTable], villages: Iterable[Village] = ()) -> bytes:
    """An .xlsx with a sheet of returned rows and one of doubtful rows for each table, and one of villages."""
    book = Workbook(write_only=True)
    for number, table in enumerate(tables):
        _write_sheet(book, _titled(RETURNED_SHEET, number), _HOW, table.headings, table.returned)
    for number, table in enumerate(tables):
        _write_sheet(book, _titled(FLAGGED_SHEET, number), _LOOK, table.headings, table.flagged)
    _write_villages(book, villages)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _titled(title: str, number: int) -> str:
    return title if number == 0 else f"{title} {number + 1}"


def _write_sheet(book: Workbook, title: str, how: str, headings: Sequence[str], rows: Iterable[BackRow]) -> None:
    sheet = book.create_sheet(title)
    own = [place for place, heading in enumerate(headings) if fold(heading) != REASON_HEADING]
    sheet.freeze_panes = "A2"
    widths = [min(max(len(headings[place]), _NARROWEST), _WIDEST) for place in own]
    _set_widths(sheet.column_dimensions, [*widths, _REASON_WIDTH])
    cells = _Cells(sheet)
    sheet.append(cells.headings([headings[place] for place in own], how))
    for row in rows:
        sheet.append(cells.of_row(row, own))


def _set_widths(columns: DimensionHolder[str, ColumnDimension], widths: Sequence[int]) -> None:
    for place, width in enumerate(widths):
        columns[letters(place)].width = width


def _write_villages(book: Workbook, villages: Iterable[Village]) -> None:
    sheet = book.create_sheet(VILLAGES_SHEET)
    sheet.freeze_panes = "A2"
    _set_widths(sheet.column_dimensions, _VILLAGE_WIDTHS)
    cells = _Cells(sheet)
    sheet.append(cells.headings(VILLAGE_HEADINGS))
    for village in villages:
        said = (village.code, village.name, village.district, village.regency)
        sheet.append(cells.text(each) for each in said)


class _Cells:
    """Makes the cells of one sheet.

    A cell is written before the next is asked for, so one plain cell of each kind serves for the whole sheet: a list
    may send ten thousand rows back.
    """

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        self._sheet = sheet
        self._text, self._date, self._plain = (_formatted(sheet, form) for form in (_TEXT_FORMAT, _DATE_FORMAT, ""))
        self._reason = _formatted(sheet, _TEXT_FORMAT)
        self._reason.alignment = _WRAPPED

    def headings(self, headings: Sequence[str], how: str = "") -> list[ExcelCell]:
        made = [self._heading(heading) for heading in headings]
        if how:
            made.append(self._heading(REASON_HEADING))
            made[-1].comment = Comment(how, _AUTHOR, height=110, width=320)
        return made

    def of_row(self, row: BackRow, own: Sequence[int]) -> Iterator[ExcelCell]:
        told: dict[int, list[Reason]] = {}
        for reason in row.reasons:
            if reason.place is not None:
                told.setdefault(reason.place, []).append(reason)
        for place in own:
            value = row.cells[place] if place < len(row.cells) else None
            yield self._marked(value, told[place]) if place in told else self._cell(value)
        yield _filled(self._reason, _said(row))

    def text(self, text: str) -> ExcelCell:
        return _filled(self._text, text)

    def _heading(self, text: str) -> ExcelCell:
        cell = _filled(_formatted(self._sheet, _TEXT_FORMAT), text)
        cell.font, cell.alignment = _BOLD, _HEADING
        return cell

    def _cell(self, value: Cell) -> ExcelCell:
        if isinstance(value, date):
            self._date.value = _with_clock(value)
            return self._date
        if isinstance(value, str) or value is None or _is_long(value):
            return _kept(self._text, value)
        self._plain.value = value
        return self._plain

    def _marked(self, value: Cell, reasons: Sequence[Reason]) -> ExcelCell:
        """Coloured, with the reasons as a comment. It is text, so that what is typed into it stays as typed."""
        cell = _formatted(self._sheet, _DATE_FORMAT if isinstance(value, date) else _TEXT_FORMAT)
        cell.fill = _BAD if any(reason.is_bad for reason in reasons) else _DOUBTFUL
        cell.comment = Comment(" ".join(reason.sentence for reason in reasons), _AUTHOR, height=120, width=320)
        if isinstance(value, date):
            cell.value = _with_clock(value)
            return cell
        return _kept(cell, value)


def _formatted(sheet: WriteOnlyWorksheet, form: str) -> ExcelCell:
    cell = WriteOnlyCell(sheet)
    if form:
        cell.number_format = form
    return cell


def _is_long(value: float | bool) -> bool:
    return isinstance(value, float) and abs(value) >= _LONGEST_PLAIN


def _may_have_lost_digits(value: float) -> bool:
    return abs(value) >= _LONGEST_OF_EXCEL and value % 10 == 0


def _kept(cell: ExcelCell, value: str | float | bool | None) -> ExcelCell:
    """The value as it came, in a cell of text. A number that lost digits stays a number: as text it would look whole.

    The others of that length become text, before Excel takes their last digit when it saves.
    """
    if isinstance(value, str) or (isinstance(value, float) and _is_long(value) and not _may_have_lost_digits(value)):
        return _filled(cell, as_written(value))
    cell.value = value
    return cell


def _filled(cell: ExcelCell, text: str) -> ExcelCell:
    """Text and nothing else, so that what begins with = + - @ runs nothing; what XML cannot hold is a blank."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)
    cell.data_type = "s"
    return cell


def _with_clock(day: date) -> datetime:
    return datetime.combine(day, time())


def _said(row: BackRow) -> str:
    """`Baris 17. D: NIK harus 16 angka ...`, row and column as they stood in the file that was sent."""
    where = f"Lembar {row.sheet}, baris {row.row}." if row.sheet else f"Baris {row.row}."
    said = [("" if reason.place is None else f"{letters(reason.place)}: ") + reason.sentence for reason in row.reasons]
    return " ".join([where, *said])
