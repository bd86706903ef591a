"""Which families of a region were assessed since a day, and which record says so?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from betang.journal.kept import VOID
from betang.register import scope
from betang.register.models import Assessment, Listing
from betang.register.queries.saved import families_within
from betang.register.queries.searching import ListFilters

_AT_ONCE = 500
_VILLAGE = 13  # letters of a village's code; a shorter one stands for a village that is not known
_EVERY = ListFilters()


@dataclass(frozen=True, slots=True)
class Assessed:
    """A listed family, where it lives, and the assessment by which it counts."""

    family: UUID
    village_code: str
    assessment: UUID
    assessed_date: date


def has_families(region_code: str) -> bool:
    """Whether any family of the region is on this node's list."""
    return scope.listings(region_code).exists()


def count_assessed(region_code: str, *, since: date, until: date, filters: ListFilters = _EVERY) -> int:
    """How many listed families were assessed in these days, each family once."""
    return _assessed(region_code, since, until, filters).count()


def count_villages_assessed(region_code: str, *, since: date, until: date, filters: ListFilters = _EVERY) -> int:
    """In how many villages at least one family was assessed in these days."""
    rows = _assessed(region_code, since, until, filters).values_list("village_code", flat=True)
    return len({code for code in rows.distinct().order_by("village_code") if len(code) == _VILLAGE})


def assessed(region_code: str, *, since: date, until: date, filters: ListFilters = _EVERY) -> list[Assessed]:
    """The families of the first count, by id, each with its latest assessment in these days."""
    rows = _assessed(region_code, since, until, filters).order_by("family_id")
    listed = list(rows.values_list("family_id", "house_id", "village_code"))
    found: list[Assessed] = []
    for start in range(0, len(listed), _AT_ONCE):
        found += _of(listed[start : start + _AT_ONCE], since, until)
    return found


def one_for_each_village(found: Iterable[Assessed]) -> list[Assessed]:
    """Of each village the family whose id comes first."""
    first: dict[str, Assessed] = {}
    for each in found:
        if len(each.village_code) == _VILLAGE:
            first.setdefault(each.village_code, each)
    return [first[code] for code in sorted(first)]


def _assessed(region_code: str, since: date, until: date, filters: ListFilters) -> QuerySet[Listing]:
    return families_within(region_code, filters).filter(assessed_date__gte=since, assessed_date__lte=until)


def _of(listed: Sequence[tuple[UUID, UUID | None, str]], since: date, until: date) -> list[Assessed]:
    visits = Assessment.objects.exclude(status=VOID).filter(assessed_date__gte=since, assessed_date__lte=until)
    order = ("assessed_date", "id")
    of_family = visits.filter(family__in=[row[0] for row in listed]).order_by(*order)
    of_house = visits.filter(house__in=[row[1] for row in listed if row[1]]).order_by(*order)
    # The latest wins, and one of the family itself before one of its house.
    latest = {house: (visit, day) for house, visit, day in of_house.values_list("house", "id", "assessed_date")}
    latest |= {family: (visit, day) for family, visit, day in of_family.values_list("family", "id", "assessed_date")}
    return [
        Assessed(family, village, *visit)  # type: ignore[arg-type]  # an assessment that is asked for by its day has one
        for family, house, village in listed
        if (visit := latest.get(family) or latest.get(house))
    ]
