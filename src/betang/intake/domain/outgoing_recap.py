"""How does a recap stand in a workbook: which columns, which sum line?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from betang.intake.domain.cells import Cell
from betang.intake.domain.outgoing_notes import grouped
from betang.register.domain import condition
from betang.register.domain.ages import Age
from betang.register.domain.recaps import CONDITIONS, Recap, RecapLine, Tally

NAME = "Rekap per kecamatan dan desa"
DISTRICTS, VILLAGES = "Rekap kecamatan", "Rekap desa"
TOTAL, UNKNOWN_PLACE = "JUMLAH", "Desa belum diketahui"
_REGENCY, _DISTRICT, _VILLAGE = len("61.05"), len("61.05.19"), len("61.05.19.2001")


@dataclass(frozen=True, slots=True)
class RecapColumn:
    """A figure of a place."""

    heading: str
    figure: Callable[[Tally], Cell]
    width: int = 11


def _of_condition(figure: int) -> RecapColumn:
    return RecapColumn(condition.label(figure), lambda tally: float(tally.by_condition.get(figure, 0)))


def _of_age(age: Age) -> RecapColumn:
    return RecapColumn(age.label, lambda tally: float(tally.by_age.get(age, 0)))


FIGURES: tuple[RecapColumn, ...] = (
    RecapColumn("Keluarga", lambda tally: float(tally.families)),
    RecapColumn("Rumah", lambda tally: float(tally.houses)),
    *(_of_condition(figure) for figure in CONDITIONS),
    *(_of_age(age) for age in Age),
    RecapColumn("Data terlama", lambda tally: tally.oldest_date, 13),
    RecapColumn("Data terbaru", lambda tally: tally.newest_date, 13),
)
PLACES = ("Kode wilayah", "Kabupaten/Kota", "Kecamatan")
OF_DISTRICT = RecapColumn("Desa berdata", lambda tally: float(tally.villages))


def district_rows(recap: Recap, names: Mapping[str, str]) -> Iterator[Sequence[Cell]]:
    figures = (OF_DISTRICT, *FIGURES)
    for line in recap.districts:
        yield [line.code, *_names(line.code, names)[:2], *(each.figure(line.tally) for each in figures)]
    yield [TOTAL, None, None, *(each.figure(recap.total) for each in figures)]


def village_rows(recap: Recap, names: Mapping[str, str]) -> Iterator[Sequence[Cell]]:
    for line in recap.villages:
        yield [line.code, *_names(line.code, names), *(each.figure(line.tally) for each in FIGURES)]
    yield [TOTAL, None, None, None, *(each.figure(recap.total) for each in FIGURES)]


def _names(code: str, names: Mapping[str, str]) -> list[str]:
    """Regency, district and village; what the code does not reach is said to be unknown."""
    lengths = (_REGENCY, _DISTRICT, _VILLAGE)
    return [names.get(code[:length], "") if len(code) >= length else UNKNOWN_PLACE for length in lengths]


def codes(recap: Recap) -> set[str]:
    """Every code whose name the recap needs."""
    lines: Sequence[RecapLine] = recap.villages
    return {line.code[:length] for line in lines for length in (_REGENCY, _DISTRICT, _VILLAGE)}


def sum_check(recap: Recap) -> str:
    """The sums in words, and whether they come out."""
    verdict = "jumlahnya cocok" if recap.adds_up else "JUMLAHNYA TIDAK COCOK, laporkan kepada pengelola"
    conditions = " + ".join(grouped(recap.total.by_condition[figure]) for figure in CONDITIONS)
    ages = " + ".join(grouped(recap.total.by_age[age]) for age in Age)
    return f"Keluarga {grouped(recap.total.families)} = kondisi {conditions} = umur data {ages}; {verdict}"


def included(recap: Recap) -> str:
    """Which part of the region stands in it."""
    missing = recap.known_villages - recap.total.villages
    districts = sum(1 for line in recap.districts if len(line.code) == _DISTRICT)
    rest = f"; {grouped(missing)} desa tidak punya keluarga di rekap ini" if missing else ""
    return f"{districts} kecamatan, {grouped(recap.total.villages)} dari {grouped(recap.known_villages)} desa{rest}"
