"""Which figures did others publish, and do they add up?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from betang.accounts.queries import Acting
from betang.figures.domain.statements import LISTED, Figure, StatementCheck, checks, whole
from betang.figures.models import PublishedFigure
from betang.figures.queries.scope import region_seen
from betang.journal.kept import VOID
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import NATION

Row = Mapping[str, Any]  # Any: as Django gives a row, each column has its own type


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number as it was published of one place."""

    id: UUID
    region_code: str
    place: str
    subject: str
    homes: int
    note: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Figures that were published together, right or wrong, and every sum that they let one try.

    `missing`: parts of the region of which it says nothing, while it speaks of others.
    """

    id: UUID
    region_code: str
    place: str
    title: str
    publisher: str
    document: str | None
    as_of_date: date | None
    as_of_year: int | None
    agency: str
    agency_id: UUID
    entered_at: datetime
    figures: tuple[FigureView, ...]
    checks: tuple[StatementCheck, ...]
    missing: tuple[str, ...]

    @property
    def adds(self) -> bool:
        return all(each.adds for each in self.checks)

    def homes(self, subject: str) -> int | None:
        """What was published of the whole region."""
        found = (each.homes for each in self.figures if (each.region_code, each.subject) == (self.region_code, subject))
        return next(found, None)


def published(acting: Acting, region_code: str = "") -> list[Statement]:
    """What was published of a region or its parts, the latest first."""
    where = region_seen(acting, region_code)
    rows: list[Row] = list(_inside(where).order_by("created_at", "statement", "region_code", "id").values())
    together: dict[UUID, list[Row]] = {}
    for each in rows:
        together.setdefault(each["statement"] or each["id"], []).append(each)
    names = organisation.names({each["region_code"] for each in rows})
    found = [_statement(key, of, names) for key, of in together.items()]
    return sorted(found, key=lambda each: (-(_year(each) or 0), each.place, str(each.id)))


def statement(acting: Acting, statement_id: UUID) -> Statement:
    """One of those; another region's is answered as one that does not exist."""
    found = next((each for each in published(acting) if each.id == statement_id), None)
    if found is None:
        raise Refusal("Angka terbitan ini tidak ada, atau di luar wilayah Anda.", code="not_found")
    return found


def latest_unfit(region_codes: Sequence[str]) -> dict[str, int]:
    """Unfit homes as last published of each of these places; of two for one day the later entered."""
    rows = _standing().filter(region_code__in=region_codes, subject=LISTED)
    ordered = rows.order_by("as_of_year", "as_of_date", "created_at", "id")
    rows_of: Iterable[Row] = ordered.values("region_code", "homes")
    return {row["region_code"]: row["homes"] for row in rows_of}


def _standing() -> QuerySet[PublishedFigure]:
    return PublishedFigure.objects.exclude(status=VOID).filter(homes__isnull=False, region_code__isnull=False)


def _inside(where: str) -> QuerySet[PublishedFigure]:
    rows = _standing()
    return rows if where == NATION else rows.filter(Q(region_code=where) | Q(region_code__startswith=f"{where}."))


def _year(each: Statement) -> int | None:
    return each.as_of_date.year if each.as_of_date else each.as_of_year


def _statement(key: UUID, rows: Sequence[Row], names: Mapping[str, str]) -> Statement:
    figures = tuple(_figure(each, names) for each in rows)
    about, first = whole(each.region_code for each in figures), rows[0]
    return Statement(
        id=key,
        region_code=about,
        place=organisation.label(about),
        title=first["title"] or "",
        publisher=first["publisher"] or "",
        document=first["document"],
        as_of_date=first["as_of_date"],
        as_of_year=first["as_of_year"],
        agency=first["agency"],
        agency_id=first["agency_id"],
        entered_at=first["created_at"],
        figures=figures,
        checks=checks([Figure(each.region_code, each.subject, each.homes) for each in figures]),
        missing=_missing(about, figures),
    )


def _figure(row: Row, names: Mapping[str, str]) -> FigureView:
    code = row["region_code"]
    return FigureView(row["id"], code, names.get(code, code), row["subject"] or "", row["homes"], row["note"])


def _missing(about: str, figures: Sequence[FigureView]) -> tuple[str, ...]:
    said = {each.region_code for each in figures}
    if said == {about}:
        return ()
    return tuple(each.name for each in organisation.children(about) if each.code not in said)
