"""Which monthly numbers were reported without a list?"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from betang.accounts.queries import Acting
from betang.delivery.models import AggregateReport
from betang.delivery.queries import scope
from betang.delivery.queries.views import NumberView
from betang.journal.kept import VOID
from betang.organisation import queries as organisation

Row = Mapping[str, Any]  # Any: as Django gives a row, each column has its own type


def numbers(acting: Acting, *, region_code: str = "", year: int | None = None) -> list[NumberView]:
    """The numbers somebody sees, the latest month first."""
    found = AggregateReport.objects.filter(scope.numbers(acting, region_code)).exclude(status=VOID)
    if year:
        found = found.filter(month__year=year)
    rows = list(found.order_by("-month", "region_code", "id").values())
    names = organisation.names(row["region_code"] or "" for row in rows)
    return [_view(row, names) for row in rows]


def number(acting: Acting, number_id: UUID) -> NumberView:
    """One of these numbers; any other is answered as one that does not exist."""
    found = AggregateReport.objects.filter(scope.numbers(acting), pk=number_id).exclude(status=VOID)
    row = found.order_by("pk").values().first()
    if row is None:
        raise scope.not_found()
    return _view(row, organisation.names([row["region_code"] or ""]))


def _view(row: Row, names: Mapping[str, str]) -> NumberView:
    return NumberView(
        id=row["id"],
        agency_id=row["agency_id"],
        agency=row["agency"],
        created_at=row["created_at"],
        region_code=row["region_code"],
        place=names.get(row["region_code"], row["region_code"]),
        month=row["month"],
        work=row["work"] or "",
        source=row["source"] or "",
        stage=row["stage"] or "",
        homes=row["homes"] or 0,
        document=row["document"] or "",
        note=row["note"] or "",
    )
