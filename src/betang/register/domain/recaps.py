"""How many families and houses has each village and district, how bad are they, and do the sums come out?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from betang.register.domain.ages import Age
from betang.register.domain.condition import UNKNOWN

CONDITIONS = (5, 4, 3, 2, 1, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Tally:
    """One place's counts. Each of `by_condition` and `by_age` adds up to `families`."""

    families: int
    houses: int
    by_condition: Mapping[int, int]
    by_age: Mapping[Age, int]
    oldest_date: date | None
    newest_date: date | None
    villages: int = 1

    @property
    def adds_up(self) -> bool:
        return self.families == sum(self.by_condition.values()) == sum(self.by_age.values())


@dataclass(frozen=True, slots=True)
class RecapLine:
    """A village or a district by its code, or the part of a region whose village is not known."""

    code: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Recap:
    """A region's recap on one day; `known_villages` counts all of its villages, also those without a family."""

    region_code: str
    as_of: date
    villages: tuple[RecapLine, ...]
    districts: tuple[RecapLine, ...]
    total: Tally
    known_villages: int

    @property
    def adds_up(self) -> bool:
        parts = (total([line.tally for line in lines]) for lines in (self.villages, self.districts))
        return all(part.families == self.total.families and part.adds_up for part in parts)


def recap(region_code: str, as_of: date, villages: Mapping[str, Tally], *, known_villages: int) -> Recap:
    """The districts and the whole from the villages; a code shorter than a village's is its own district."""
    by_district: dict[str, list[Tally]] = {}
    for code, tally in villages.items():
        by_district.setdefault(code[: len("61.05.19")], []).append(tally)
    districts = {code: total(tallies) for code, tallies in by_district.items()}
    return Recap(
        region_code=region_code,
        as_of=as_of,
        villages=_lines(villages),
        districts=_lines(districts),
        total=total(villages.values()),
        known_villages=known_villages,
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of several places."""
    parts = list(tallies)
    return Tally(
        families=sum(each.families for each in parts),
        houses=sum(each.houses for each in parts),
        by_condition={figure: sum(each.by_condition.get(figure, 0) for each in parts) for figure in CONDITIONS},
        by_age={age: sum(each.by_age.get(age, 0) for each in parts) for age in Age},
        oldest_date=min((each.oldest_date for each in parts if each.oldest_date), default=None),
        newest_date=max((each.newest_date for each in parts if each.newest_date), default=None),
        villages=sum(each.villages for each in parts),
    )


def _lines(tallies: Mapping[str, Tally]) -> tuple[RecapLine, ...]:
    return tuple(RecapLine(code, tally) for code, tally in sorted(tallies.items()))
