"""How does the sender get the rows back: in their own columns, the bad cell coloured, the reason beside it?

First the rows that went back, ready to correct and send again; then those that went in and need a look; last the
villages, to copy from. Sent again as it is, the workbook changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from betang.intake.domain.cells import Cell, as_written, letters
from betang.intake.domain.headings import fold
from betang.intake.domain.templates import REASON_HEADING
from betang.intake.formats.marked_workbook import Look, MarkedSheet, OutCell
from betang.intake.formats.marked_workbook import write as write_marked

RETURNED_SHEET, FLAGGED_SHEET, VILLAGES_SHEET = "Dikembalikan", "Perlu dilihat", "Daftar desa"
VILLAGE_HEADINGS = ("KODE DESA", "DESA/KELURAHAN", "KECAMATAN", "KABUPATEN/KOTA")
_HOW = (
    "Perbaiki sel yang berwarna, simpan, lalu unggah buku kerja ini lagi. Kolom ini boleh dibiarkan. Kode desa ada di "
    f"lembar {VILLAGES_SHEET}."
)
_LOOK = "Baris ini sudah masuk. Perbaiki sel yang berwarna bila perlu; yang dibiarkan tidak berubah."
_REASON_WIDTH, _NARROWEST, _WIDEST = 60, 11, 30
_VILLAGE_WIDTHS = (16, 30, 30, 30)
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
    return write_marked(
        [
            *(_sheet(_titled(RETURNED_SHEET, nth), _HOW, table, table.returned) for nth, table in enumerate(tables)),
            *(_sheet(_titled(FLAGGED_SHEET, nth), _LOOK, table, table.flagged) for nth, table in enumerate(tables)),
            MarkedSheet(VILLAGES_SHEET, _VILLAGE_WIDTHS, _village_rows(villages)),
        ]
    )


def _titled(title: str, nth: int) -> str:
    return title if nth == 0 else f"{title} {nth + 1}"


def _sheet(title: str, how: str, table: BackTable, rows: Iterable[BackRow]) -> MarkedSheet:
    own = [place for place, heading in enumerate(table.headings) if fold(heading) != REASON_HEADING]
    widths = [min(max(len(table.headings[place]), _NARROWEST), _WIDEST) for place in own]
    return MarkedSheet(title, [*widths, _REASON_WIDTH], _rows(table, own, how, rows))


def _rows(table: BackTable, own: Sequence[int], how: str, rows: Iterable[BackRow]) -> Iterator[list[OutCell]]:
    headings = [OutCell(table.headings[place], Look.HEADING) for place in own]
    yield [*headings, OutCell(REASON_HEADING, Look.HEADING, how)]
    for row in rows:
        yield _cells(row, own)


def _village_rows(villages: Iterable[Village]) -> Iterator[list[OutCell]]:
    yield [OutCell(heading, Look.HEADING) for heading in VILLAGE_HEADINGS]
    for village in villages:
        yield [OutCell(each) for each in (village.code, village.name, village.district, village.regency)]


def _cells(row: BackRow, own: Sequence[int]) -> list[OutCell]:
    """The row as it was sent, in the sender's columns, and the reasons in one column more."""
    told: dict[int, list[Reason]] = {}
    for reason in row.reasons:
        if reason.place is not None:
            told.setdefault(reason.place, []).append(reason)
    cells = []
    for place in own:
        value = row.cells[place] if place < len(row.cells) else None
        cells.append(_marked(value, told[place]) if place in told else OutCell(_kept(value), _look(value)))
    return [*cells, OutCell(_said(row), Look.WRAPPED)]


def _look(value: Cell) -> Look:
    if isinstance(value, date):
        return Look.DAY
    return Look.TEXT if isinstance(value, str) or value is None or _is_long(value) else Look.PLAIN


def _marked(value: Cell, reasons: Sequence[Reason]) -> OutCell:
    """Coloured, with the reasons as a comment. It is text, so that what is typed into it stays as typed."""
    is_bad, is_day = any(reason.is_bad for reason in reasons), isinstance(value, date)
    said = " ".join(reason.sentence for reason in reasons)
    return OutCell(_kept(value), _MARKS[is_bad, is_day], said)


_MARKS = {
    (True, False): Look.BAD,
    (True, True): Look.BAD_DAY,
    (False, False): Look.DOUBTFUL,
    (False, True): Look.DOUBTFUL_DAY,
}


def _kept(value: Cell) -> Cell:
    """The value as it came. A number that lost digits stays a number: as text it would look whole.

    The others of that length become text, before Excel takes their last digit when it saves.
    """
    if isinstance(value, float) and _is_long(value) and not _may_have_lost_digits(value):
        return as_written(value)
    return value


def _is_long(value: float | bool) -> bool:
    return isinstance(value, float) and abs(value) >= _LONGEST_PLAIN


def _may_have_lost_digits(value: float) -> bool:
    return abs(value) >= _LONGEST_OF_EXCEL and value % 10 == 0


def _said(row: BackRow) -> str:
    """`Baris 17. D: NIK harus 16 angka ...`, row and column as they stood in the file that was sent.

    What holds for several columns is said once: `N, O, P: ...`.
    """
    where = f"Lembar {row.sheet}, baris {row.row}." if row.sheet else f"Baris {row.row}."
    columns: dict[str, list[str]] = {}
    for reason in row.reasons:
        columns.setdefault(reason.sentence, []).extend([] if reason.place is None else [letters(reason.place)])
    said = (f"{', '.join(places)}: {sentence}" if places else sentence for sentence, places in columns.items())
    return " ".join([where, *said])
