"""Which money pays for homes in a year, and what does a home get of it at most?"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from betang.accounts.queries import Acting
from betang.journal.kept import VOID
from betang.organisation import queries as organisation
from betang.planning.domain.purses import PurseKey, nearest, upwards
from betang.planning.models import Purse
from betang.planning.queries.scope import not_found, region_seen, touching

Row = Mapping[str, Any]  # Any: as Django gives a row, each column has its own type


@dataclass(frozen=True, slots=True)
class PurseView:
    """Money of a year; `work` is None where it pays for any kind, amounts are None where they are not known."""

    id: UUID
    year: int
    region_code: str
    place: str
    source: str
    work: str | None
    name: str | None
    unit_value_rupiah: int | None
    cap_rupiah: int | None
    ceiling_rupiah: int | None
    legal_basis: str | None
    note: str | None
    agency: str
    updated_at: datetime


def purses(acting: Acting, *, year: int, region_code: str = "") -> list[PurseView]:
    """The money that can pay for homes in a region: its own, its parts' and that of the regions above it."""
    where = region_seen(acting, region_code)
    found = _rows(year).filter(touching(where))
    return [_view(row) for row in _placed(found)]


def purse(acting: Acting, purse_id: UUID) -> PurseView:
    """One purse that the person's region has to do with; any other is answered as one that does not exist."""
    row: Row | None = Purse.objects.filter(pk=purse_id).exclude(status=VOID).order_by("id").values("year").first()
    of_year = purses(acting, year=row["year"]) if row else []
    found = next((view for view in of_year if view.id == purse_id), None)
    if found is None:
        raise not_found()
    return found


def purse_id_of(key: PurseKey) -> UUID | None:
    """The record that holds this purse, if there is one; of two the first made."""
    found = _rows(key.year).filter(region_code=key.region_code, source=key.source, work=key.work)
    return found.order_by("id").values_list("id", flat=True).first()


def purse_for(*, source: str, year: int, region_code: str, work: str | None = None) -> PurseView | None:
    """The purse that pays there: of the nearest region upwards; None where nobody entered one for that year."""
    rows = {_key(row): row for row in _placed(_rows(year).filter(source=source, region_code__in=upwards(region_code)))}
    key = nearest(rows, region_code=region_code, work=work)
    return _view(rows[key]) if key else None


def _rows(year: int) -> QuerySet[Purse]:
    return Purse.objects.filter(year=year).exclude(status=VOID)


def _placed(found: QuerySet[Purse]) -> list[Row]:
    rows: list[Row] = list(found.order_by("source", "region_code", "work", "id").values())
    places = organisation.names(row["region_code"] for row in rows)
    return [{**row, "place": places.get(row["region_code"], row["region_code"])} for row in rows]


def _key(row: Row) -> PurseKey:
    return PurseKey(row["year"], row["region_code"], row["source"], row["work"])


def _view(row: Row) -> PurseView:
    return PurseView(**{each.name: row[each.name] for each in fields(PurseView)})
