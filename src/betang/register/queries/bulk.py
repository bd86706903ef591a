"""What stands on the cards of all families that fit a list's filters, for a sheet that goes out?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from betang.accounts.queries import Acting
from betang.journal.domain.sealed import Sealed
from betang.register.domain import condition
from betang.register.domain.fields import Kind
from betang.register.models import Assessment, Family, House, Listing, Person
from betang.register.queries.searching import ListFilters, fitting
from betang.register.tables import VOID, Row

_AT_ONCE = 1_000
_NUMBERS = {"nik", "kk_number"}
Columns = Mapping[Kind, Sequence[str]]


@dataclass(frozen=True, slots=True)
class BulkCard:
    """A family with its home, its head and one visit: the latest that judged the home, else the latest.

    Each part holds the columns that were asked for, and is empty where there is none. Numbers are as they rest.
    """

    village_code: str
    house: Row
    family: Row
    head: Row
    visit: Row


def families_fitting(acting: Acting, filters: ListFilters) -> int:
    """How many families a list with these filters has."""
    return fitting(acting, filters).total


def families_without_house(acting: Acting, filters: ListFilters) -> int:
    """How many of them have no house of their own or of others, and so no place in a sheet of houses."""
    return 0 if filters.has_house else families_fitting(acting, replace(filters, has_house=False))


def bulk_cards(acting: Acting, filters: ListFilters, columns: Columns) -> Iterator[BulkCard]:
    """In the order of the list, and read some at a time, so that 200,000 never stand in memory at once."""
    found = fitting(acting, filters)
    families = found.stretch(0, found.total)
    for start in range(0, len(families), _AT_ONCE):
        yield from _some(families[start : start + _AT_ONCE], columns)


def _some(ids: Sequence[UUID], columns: Columns) -> Iterator[BulkCard]:
    rows = Listing.objects.filter(family_id__in=ids).order_by("family_id").values_list(*_LISTED)
    listed: dict[UUID, Sequence[Any]] = {row[0]: row for row in rows}  # Any: each column has its own type
    families = _by_id(Family.objects.filter(id__in=ids), columns[Kind.FAMILY])
    houses = _by_id(House.objects.filter(id__in=_named(listed, 2)), columns[Kind.HOUSE])
    heads = _by_id(Person.objects.filter(id__in=_named(listed, 3)), columns[Kind.PERSON])
    visits = _visits(ids, houses, columns[Kind.ASSESSMENT])
    for family in ids:
        if family in listed and family in families:
            _, village_code, house, head = listed[family]
            visit = _best([*visits.get(family, ()), *visits.get(house, ())])
            yield BulkCard(village_code, houses.get(house, {}), families[family], heads.get(head, {}), visit)


_LISTED = ("family_id", "village_code", "house_id", "head_id")


def _named(listed: Mapping[UUID, Sequence[Any]], place: int) -> list[UUID]:  # Any: a row's columns have their own types
    return [row[place] for row in listed.values() if row[place]]


def _by_id(rows: QuerySet[Any], columns: Sequence[str]) -> dict[object, Row]:  # Any: of whichever table
    return {row["id"]: _unsealed(row) for row in rows.order_by("id").values("id", *columns)}


def _unsealed(row: dict[str, Any]) -> Row:  # Any: as Django gives a row
    for name in _NUMBERS & row.keys():
        row[name] = Sealed.from_bytes(bytes(row[name])) if row[name] is not None else None
    return row


def _visits(families: Sequence[UUID], houses: Iterable[object], columns: Sequence[str]) -> dict[object, list[Row]]:
    """By the family that was visited; those that name no family, by the house."""
    visits: dict[object, list[Row]] = {}
    # Two questions, for each has its own index.
    for which in (Q(family__in=families), Q(house__in=list(houses), family__isnull=True)):
        rows = Assessment.objects.filter(which).exclude(status=VOID).order_by("id")
        for row in rows.values("id", "family", "house", "assessed_date", *condition.PARTS, *columns):
            visits.setdefault(row["family"] or row["house"], []).append(row)
    return visits


def _best(visits: Sequence[Row]) -> Row:
    return max(visits, key=_standing, default={})


def _standing(visit: Row) -> tuple[bool, int, UUID]:
    return bool(condition.worst(visit)), condition.day_number(visit["assessed_date"]), visit["id"]
