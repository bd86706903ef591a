"""How do the figures of a region go out as a workbook, with numbers as numbers and their date on every sheet?"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rustpy_xlsxwriter import FastExcel, Format

from betang.delivery.domain.codes import STAGE
from betang.figures.domain import wording
from betang.figures.domain.achievement import AchievementRow, sources_of
from betang.figures.domain.side_by_side import Achievement
from betang.organisation.domain.regions import level_of
from betang.planning.domain.codes import SOURCE

Cell = str | int | float | date | None
_WHOLE, _TENTH, _SHARE, _DAY = "#,##0", "#,##0.0", "0%", "dd/mm/yyyy"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_WIB = ZoneInfo("Asia/Pontianak")
_WIDEST = 34
_HEADINGS_PT = 46.0  # three lines; a heading that wraps does not make its row higher


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    form: str
    value: Callable[[AchievementRow], Cell]


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    headings: Sequence[str]
    forms: Sequence[str]
    rows: Sequence[Sequence[Cell]]


_COLUMNS = (
    _Column("Keluarga di daftar", _WHOLE, lambda row: row.families),
    _Column("Rumah kurang atau tidak layak", _WHOLE, lambda row: row.unfit),
    _Column("Belum dinilai", _WHOLE, lambda row: row.unknown),
    _Column("Membutuhkan", _WHOLE, lambda row: row.need),
    _Column("Data mutakhir (12 bulan)", _SHARE, lambda row: row.fresh_share),
    _Column("Daftar terbaru", _DAY, lambda row: row.last_list_date),
    _Column("Target", _WHOLE, lambda row: row.target),
    _Column("Selesai", _WHOLE, lambda row: row.finished),
    _Column("Mungkin ganda (paling banyak)", _WHOLE, lambda row: row.finished_extra),
    _Column("Sedang dikerjakan", _WHOLE, lambda row: row.under_way),
    _Column("Belum rinci (tidak dijumlahkan)", _WHOLE, lambda row: row.unitemised),
    _Column("Sisa target", _WHOLE, lambda row: row.left),
    _Column("Selesai per bulan sampai kini", _TENTH, lambda row: row.per_month_so_far),
    _Column("Perlu per bulan", _WHOLE, lambda row: row.per_month_needed),
    _Column("RTLH menurut terbitan", _WHOLE, lambda row: row.published),
    _Column("Kantor belum melapor", _WHOLE, lambda row: len(row.silent)),
)


def write(told: Achievement) -> bytes:
    """An .xlsx: the figures, source by stage, months, sum checks, and the offices that have not reported."""
    buffer = io.BytesIO()
    book = FastExcel(buffer).format(datetime_format=_DAY)
    banner = f"Capaian {told.year}, {told.place}, kode {told.region_code} (Kemendagri), per {_moment(told.as_of)}"
    for sheet in (_figures(told), _sources(told), _months(told), _sums(told), _silent(told)):
        _add(book, sheet, banner)
    book.save()
    return buffer.getvalue()


def _figures(told: Achievement) -> _Sheet:
    headings = (_part(told), "Kode", *(column.heading for column in _COLUMNS))
    rows = [(name, code, *(column.value(row) for column in _COLUMNS)) for name, code, row in _rows(told)]
    return _Sheet("Capaian", headings, ("@", "@", *(column.form for column in _COLUMNS)), rows)


def _sources(told: Achievement) -> _Sheet:
    headings = (_part(told), "Sumber dana", *STAGE.labels.values(), "Jumlah")
    rows = [_source(name, row, source) for name, _code, row in _rows(told) for source in sources_of([row])]
    return _Sheet("Sumber dan tahap", headings, ("@", "@", *(_WHOLE,) * (len(STAGE.codes) + 1)), rows)


def _source(name: str, row: AchievementRow, source: str) -> Sequence[Cell]:
    stages = [row.stages_by_source[source].get(stage, 0) for stage in STAGE.codes]
    return name, SOURCE.label(source), *stages, sum(stages)


def _months(told: Achievement) -> _Sheet:
    rows: list[Sequence[Cell]] = [(name, *row.by_month, sum(row.by_month)) for name, _code, row in _rows(told)]
    return _Sheet("Selesai per bulan", (_part(told), *_MONTHS, "Jumlah"), ("@", *(_WHOLE,) * 13), rows)


def _sums(told: Achievement) -> _Sheet:
    headings = ("Yang dijumlahkan", "Bagian-bagian", "Belum dirinci", "Seluruhnya", "Selisih", "Cocok")
    rows = [
        (wording.SUBJECTS[each.subject], each.parts, each.rest, each.whole, each.gap, "ya" if each.adds else "tidak")
        for each in told.checks
    ]
    return _Sheet("Periksa jumlah", headings, ("@", *(_WHOLE,) * 4, "@"), rows)


def _silent(told: Achievement) -> _Sheet:
    rows = [(each.agency, each.region_code, each.since) for each in told.silent]
    return _Sheet("Belum melapor", ("Instansi", "Kode wilayah", "Laporan terakhir"), ("@", "@", _DAY), rows)


def _rows(told: Achievement) -> Iterator[tuple[str, str, AchievementRow]]:
    """Name, code and figures: the parts, what is of none of them, the whole."""
    yield from ((row.name, row.region_code, row) for row in told.rows)
    if told.rest:
        yield wording.RESTS[level_of(told.region_code)], "", told.rest
    yield f"{wording.TOTAL} {told.place}", told.region_code, told.total


def _part(told: Achievement) -> str:
    return wording.PARTS[level_of(told.region_code)]


def _add(book: FastExcel, sheet: _Sheet, banner: str) -> None:
    last = len(sheet.headings) - 1
    forms = zip(sheet.headings, sheet.forms, strict=True)
    book.freeze(row=2, col=1, sheet=sheet.name)
    book.sheet(
        sheet.name,
        [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows] or [dict.fromkeys(sheet.headings)],
        header_row=1,
        row_heights={1: _HEADINGS_PT},
        merge_ranges=[(0, 0, 0, last, banner, Format().set_bold())],
        column_widths={heading: _width(sheet, place) for place, heading in enumerate(sheet.headings)},
        column_formats={heading: Format().set_num_format(form) for heading, form in forms},
        header_format=Format().set_bold().set_text_wrap().set_align("top"),
        page_setup={"landscape": True, "paper_size": 9, "fit_to_pages": (1, 0), "repeat_rows": (0, 1)},
    )


def _width(sheet: _Sheet, place: int) -> float:
    longest = max((len(str(row[place] or "")) for row in sheet.rows), default=0)
    return float(min(max(longest + 2, 14), _WIDEST))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(_WIB):%d-%m-%Y pukul %H.%M} WIB"
