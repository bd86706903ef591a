"""How does a comparison become a workbook: the sum first, then a sheet for each kind of difference?

Every sheet has its headings frozen and a filter on each column. Texts are text cells, so nobody's Excel runs anything.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from rustpy_xlsxwriter import FastExcel, Format

from betang.intake.domain import comparing_reasons as reasons
from betang.intake.domain import comparing_words as words
from betang.intake.domain.cells import Cell
from betang.intake.domain.comparing_sum import DISTRICT_LETTERS, PlaceCount
from betang.intake.domain.comparing_told import Couple, Doubled, Family, ListTold, OnlyHere, Told, UnreadRow, label

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_HEADING_FILL = "#E7EFEA"
_A4 = 9
_WRAPPED_FROM = 28


class Kind(Enum):
    """How the cells of a column are written: texts stay as they are, figures are summed, days are days."""

    TEXT = "@"
    FIGURE = "#,##0"
    SIGNED = "+#,##0;-#,##0;0"
    DAY = "dd/mm/yyyy"


@dataclass(frozen=True, slots=True)
class Column:
    """A heading that no other column of the sheet has."""

    heading: str
    width: int
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its headings in the first row; `bold` are rows, counted from that one as 0."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    bold: Sequence[int] = ()


def write(told: Told) -> bytes:
    """An .xlsx with what `told` says; numbers of people are masked in it already."""
    buffer = io.BytesIO()
    book = FastExcel(buffer).format(datetime_format=Kind.DAY.value)
    for sheet in _sheets(told):
        _add(book, sheet)
    book.save()
    return buffer.getvalue()


def _sheets(told: Told) -> Iterator[Sheet]:
    ours, theirs = told.ours, told.theirs
    yield _sum(told)
    yield _places(told)
    yield Sheet("Per isian", _FIELDS, _fields(told))
    yield Sheet("Hanya di A", _ONLY, (_only(told, ours, each) for each in ours.only))
    yield Sheet("Hanya di B", _ONLY, (_only(told, theirs, each) for each in theirs.only))
    yield Sheet("Berbeda", _DIFFERENT, (row for couple in told.different for row in _different(told, couple)))
    yield Sheet("Mungkin sama", _MAYBE, (_maybe(told, couple) for couple in told.maybe))
    yield Sheet("Ganda", _DOUBLED, (_doubled(told, side, each) for side in (ours, theirs) for each in side.doubled))
    yield Sheet(
        "Tidak terbaca", _UNREAD, (_unread(told, side, each) for side in (ours, theirs) for each in side.unread)
    )


def _add(book: FastExcel, sheet: Sheet) -> None:
    headings = [column.heading for column in sheet.columns]
    texts = [column.heading for column in sheet.columns if column.kind is Kind.TEXT]
    book.freeze(row=1, sheet=sheet.name)
    book.sheet(
        sheet.name,
        _records(headings, sheet.rows),
        autofilter=True,
        column_widths={column.heading: float(column.width) for column in sheet.columns},
        column_formats={column.heading: _format(column) for column in sheet.columns},
        row_formats={row: Format().set_bold().set_num_format(Kind.FIGURE.value) for row in sheet.bold},
        header_format=Format().set_bold().set_text_wrap().set_align("top").set_background_color(_HEADING_FILL),
        ignore_errors=texts,
        page_setup={"landscape": True, "paper_size": _A4, "fit_to_pages": (1, 0), "repeat_rows": 0},
    )


def _format(column: Column) -> Format:
    made = Format().set_num_format(column.kind.value).set_align("top")
    return made.set_text_wrap() if column.width >= _WRAPPED_FROM else made


def _records(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[dict[str, Cell]]:
    """The writer takes the headings from the first row, so a sheet of nobody has one blank row."""
    nobody = True
    for row in rows:
        nobody = False
        yield dict(zip(headings, map(_legal, row), strict=True))
    if nobody:
        yield dict.fromkeys(headings)


def _legal(cell: Cell) -> Cell:
    """What XML cannot hold is a blank; an empty text is an empty cell."""
    return (_NOT_IN_XML.sub(" ", cell) or None) if isinstance(cell, str) else cell


_SUM = (Column("Uraian", 78), Column("Jumlah", 14, Kind.SIGNED))


def _sum(told: Told) -> Sheet:
    counts = told.counts
    lines: list[tuple[Cell, Cell]] = [(words.sentence(line, told), float(line.number)) for line in told.lines]
    bold = tuple(place for place, line in enumerate(told.lines, 1) if line.is_total)
    more: list[tuple[Cell, Cell]] = [
        (None, None),
        ("Di antara keluarga yang ada di keduanya:", None),
        ("pasti sama, dan semua isiannya sama", float(counts.same)),
        ("pasti sama, satu daftar lebih lengkap", float(counts.fuller)),
        ("pasti sama, ada isian yang berbeda", float(counts.different)),
        ("mungkin sama, perlu dilihat", float(counts.maybe)),
        (None, None),
        *((_who(told, ours=ours), None) for ours in (True, False)),
        ("NIK dan nomor KK disamarkan.", None),
    ]
    return Sheet("Ringkasan", _SUM, [*lines, *more], bold)


def _who(told: Told, *, ours: bool) -> str:
    side = told.ours if ours else told.theirs
    latest = f", didata paling akhir {side.latest:%d/%m/%Y}" if side.latest else ""
    return f"{words.letter(ours=ours)} = {words.name_of(told, ours=ours)}{latest}"


_PLACES = (
    Column("Kode wilayah", 16), Column("Kecamatan", 24), Column("Desa", 28),
    *(Column(heading, 13, Kind.FIGURE) for heading in (
        "Keluarga di A", "Hanya di A", "Di keduanya", "Ada isian berbeda", "Di B dicatat di wilayah lain",
        "Di A dicatat di wilayah lain", "Hanya di B", "Keluarga di B",
    )),
)  # fmt: skip


def _places(told: Told) -> Sheet:
    """Each kecamatan in bold, and below it its villages."""
    rows: list[Sequence[Cell]] = []
    bold: list[int] = []
    for district in told.districts:
        rows.append(_place(told, district, village="(seluruh kecamatan)"))
        bold.append(len(rows))
        here = (village for village in told.villages if village.code[:DISTRICT_LETTERS] == district.code)
        rows += [_place(told, village, village=told.names.get(village.code, "")) for village in here]
    return Sheet("Per wilayah", _PLACES, rows, bold)


def _place(told: Told, place: PlaceCount, *, village: str) -> Sequence[Cell]:
    figures = (
        place.ours, place.only_ours, place.both, place.different, place.elsewhere_ours, place.elsewhere_theirs,
        place.only_theirs, place.theirs,
    )  # fmt: skip
    return place.code, told.names.get(place.code[:DISTRICT_LETTERS], ""), village, *map(float, figures)


_FIELDS = (
    Column("Isian", 40),
    *(Column(heading, 16, Kind.FIGURE) for heading in ("Berbeda", "Hanya terisi di A", "Hanya terisi di B")),
)


def _fields(told: Told) -> Iterator[Sequence[Cell]]:
    for each in told.fields:
        yield label(each.field), float(each.different), float(each.only_ours), float(each.only_theirs)


_ONLY = (
    Column("Baris", 18), Column("Nama", 28), Column("NIK", 20), Column("Nomor KK", 20), Column("Kode desa", 15),
    Column("Kecamatan", 22), Column("Desa", 24), Column("Alamat", 36), Column("Tanggal pendataan", 13, Kind.DAY),
    Column("Sebab", 48),
)  # fmt: skip


def _only(told: Told, side: ListTold, each: OnlyHere) -> Sequence[Cell]:
    return *_family(told, side, each.family), words.why_only(each.reason, ours=side is told.ours)


def _family(told: Told, side: ListTold, family: Family) -> tuple[Cell, ...]:
    code = family.village_code
    return (
        _place_of(side, family.sheet, family.row), family.name, family.nik, family.kk, code,
        told.names.get(code[:DISTRICT_LETTERS], ""), told.names.get(code, ""), family.address, family.observed,
    )  # fmt: skip


def _place_of(side: ListTold, sheet: int, row: int) -> str:
    if not row:
        return "register"
    return f"baris {row}" if len(side.sheets) <= 1 else f"{side.sheets[sheet]}, baris {row}"


_DIFFERENT = (
    Column("Nama", 28), Column("NIK", 20), Column("Kecamatan", 22), Column("Desa", 24), Column("Isian", 28),
    Column("Menurut A", 32), Column("Menurut B", 32), Column("Tanggal A", 12, Kind.DAY),
    Column("Tanggal B", 12, Kind.DAY), Column("Lebih baru", 12), Column("Letak di A", 18),
    Column("Letak di B", 18), Column("Dikenali dari", 32),
)  # fmt: skip


def _different(told: Told, couple: Couple) -> Iterator[Sequence[Cell]]:
    ours, theirs = couple.ours, couple.theirs
    code = ours.village_code
    for each in couple.different:
        yield (
            ours.name, ours.nik or theirs.nik, told.names.get(code[:DISTRICT_LETTERS], ""), told.names.get(code, ""),
            label(each.field), each.ours, each.theirs, ours.observed, theirs.observed, _NEWER[couple.newer],
            _place_of(told.ours, ours.sheet, ours.row), _place_of(told.theirs, theirs.sheet, theirs.row),
            words.RULES[couple.rule],
        )  # fmt: skip


_NEWER = {"ours": "A", "theirs": "B", "": ""}
_MAYBE = (
    Column("Nama di A", 28), Column("Nama di B", 28), Column("NIK di A", 20), Column("NIK di B", 20),
    Column("Kecamatan", 22), Column("Desa", 24), Column("Alamat di A", 34), Column("Alamat di B", 34),
    Column("Letak di A", 18), Column("Letak di B", 18), Column("Isian berbeda", 40), Column("Dikenali dari", 32),
)  # fmt: skip


def _maybe(told: Told, couple: Couple) -> Sequence[Cell]:
    ours, theirs = couple.ours, couple.theirs
    code = ours.village_code
    return (
        ours.name, theirs.name, ours.nik, theirs.nik, told.names.get(code[:DISTRICT_LETTERS], ""),
        told.names.get(code, ""), ours.address, theirs.address, _place_of(told.ours, ours.sheet, ours.row),
        _place_of(told.theirs, theirs.sheet, theirs.row), ", ".join(label(each.field) for each in couple.different),
        words.RULES[couple.rule],
    )  # fmt: skip


_DOUBLED = (
    Column("Daftar", 10), Column("Baris", 18), Column("Mengulang", 18), Column("Nama", 28), Column("NIK", 20),
    Column("Kecamatan", 22), Column("Desa", 24), Column("Alamat", 36), Column("Tanggal pendataan", 13, Kind.DAY),
    Column("Sebab", 40),
)  # fmt: skip


def _doubled(told: Told, side: ListTold, each: Doubled) -> Sequence[Cell]:
    again, code = each.again, each.again.village_code
    return (
        _letter(told, side), _place_of(side, again.sheet, again.row), _place_of(side, each.kept.sheet, each.kept.row),
        again.name, again.nik, told.names.get(code[:DISTRICT_LETTERS], ""), told.names.get(code, ""), again.address,
        again.observed, reasons.DOUBLED[each.rule],
    )  # fmt: skip


_UNREAD = (Column("Daftar", 10), Column("Baris", 24), Column("Sebab", 60))


def _unread(told: Told, side: ListTold, each: UnreadRow) -> Sequence[Cell]:
    return _letter(told, side), _place_of(side, each.sheet, each.row), reasons.unread_label(each.reason)


def _letter(told: Told, side: ListTold) -> str:
    return words.letter(ours=side is told.ours)
