"""How many homes are wanted where, and how was each number come to?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from betang.accounts.queries import Acting
from betang.journal import queries as journal
from betang.journal.kept import VOID
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import NATION
from betang.planning.domain.purses import upwards
from betang.planning.domain.targets import NUMBERS, Cell, TargetFigure, TargetKey, figure, furthest, rolled_up
from betang.planning.models import Target
from betang.planning.queries.scope import inside, not_found, region_seen

PARTS_EXCEED = "parts_exceed"  # the parts together have more homes than the whole
SAID_TWICE = "said_twice"  # two offices made a target of this year, region and source; the first one counts
WAITING = "waiting"  # another value waits beside one that is shown
Row = Mapping[str, Any]  # Any: as Django gives a row, each column has its own type


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target with its negotiation. `parts_homes`: what the parts of the region sum to, from the same source."""

    id: UUID
    year: int
    region_code: str
    place: str
    source: str
    proposed_homes: int | None
    region_homes: int | None
    ministry_homes: int | None
    agreed_homes: int | None
    decree: str | None
    decree_date: date | None
    decree_file: str | None
    decree_file_name: str | None
    note: str | None
    agency: str
    updated_at: datetime
    parts_homes: int | None
    marks: tuple[str, ...]

    @property
    def homes(self) -> int | None:
        """The number to which the negotiation has come."""
        return furthest({name: getattr(self, name) for name in NUMBERS})


def targets(acting: Acting, *, year: int, region_code: str = "") -> list[TargetView]:
    """The targets of a region and of all its parts in a year, by place and source. Raises `Refusal` (`not_found`)."""
    where = region_seen(acting, region_code)
    return _views(_rows(year).filter(inside(where)))


def target(acting: Acting, target_id: UUID) -> TargetView:
    """One target; another region's is answered as one that does not exist."""
    found = Target.objects.filter(pk=target_id).exclude(status=VOID).order_by("id")
    row: Row | None = found.values("region_code", "year").first()
    if row is None:
        raise not_found()
    where = region_seen(acting, row["region_code"])
    return next(view for view in _views(_rows(row["year"]).filter(inside(where))) if view.id == target_id)


def target_id_of(key: TargetKey) -> UUID | None:
    """The record that holds this target, if there is one; of two the first made."""
    found = _rows(key.year).filter(region_code=key.region_code, source=key.source)
    return found.order_by("id").values_list("id", flat=True).first()


def target_of(region_codes: Sequence[str], year: int) -> dict[str, TargetFigure]:
    """What was agreed for each region, or for its parts; a region of which nothing was agreed is left out.

    For rooms that have asked for the region themselves. One query, however many the regions.
    """
    rows = _rows(year).filter(inside(_common(region_codes)), agreed_homes__isnull=False).order_by("region_code", "id")
    numbers: Iterable[Row] = rows.values("region_code", "source", "agreed_homes")
    sources = rolled_up(Cell(row["region_code"], row["source"], row["agreed_homes"]) for row in numbers)
    figures = ((code, figure(code, sources)) for code in region_codes)
    return {code: found for code, found in figures if found is not None}


def years() -> list[int]:
    """The years of which there is a target, the latest first."""
    rows = Target.objects.exclude(status=VOID).order_by("-year")
    return [year for year in rows.values_list("year", flat=True).distinct() if year is not None]


def _common(region_codes: Sequence[str]) -> str:
    """The smallest region in which all of these lie."""
    chains = [upwards(code) for code in region_codes]
    shared = set(chains[0]).intersection(*chains[1:]) if chains else {NATION}
    return max(shared, key=lambda code: (code != NATION, len(code)))


def _rows(year: int) -> QuerySet[Target]:
    return Target.objects.filter(year=year).exclude(status=VOID)


def _views(found: QuerySet[Target]) -> list[TargetView]:
    rows: list[Row] = list(found.order_by("region_code", "source", "id").values())
    sums = rolled_up(_cells(rows))
    waiting = journal.open_on(row["id"] for row in rows)
    places = organisation.names(row["region_code"] for row in rows)
    seen: set[tuple[str, str]] = set()
    views = []
    for row in rows:
        code, source = row["region_code"], row["source"]
        parts = sums[source].parts.get(code) if source in sums else None
        marks = _marks(furthest(row), parts, is_second=(code, source) in seen, is_waiting=row["id"] in waiting)
        views.append(_view(row, place=places.get(code) or str(code), parts=parts, marks=marks))
        seen.add((code, source))
    return views


def _cells(rows: Iterable[Row]) -> Iterator[Cell]:
    for row in rows:
        homes = furthest(row)
        if homes is not None:
            yield Cell(row["region_code"], row["source"], homes)


def _marks(homes: int | None, parts: int | None, *, is_second: bool, is_waiting: bool) -> tuple[str, ...]:
    exceeds = homes is not None and parts is not None and parts > homes
    marks = ((PARTS_EXCEED, exceeds), (SAID_TWICE, is_second), (WAITING, is_waiting))
    return tuple(mark for mark, holds in marks if holds)


def _view(row: Row, *, place: str, parts: int | None, marks: tuple[str, ...]) -> TargetView:
    of_row = {each.name: row[each.name] for each in fields(TargetView) if each.name in row}
    return TargetView(**of_row, place=place, parts_homes=parts, marks=marks)
