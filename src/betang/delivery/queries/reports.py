"""What did one office report of a home, and what is its report marked with?"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from betang.accounts.queries import Acting
from betang.delivery.domain.fields import FIELDS, RECORD_TYPES, Kind
from betang.delivery.domain.stages import DAY_OF
from betang.delivery.models import Home, HomeMember, Realisation
from betang.delivery.queries import scope
from betang.delivery.queries.views import ReportView
from betang.journal import queries as journal
from betang.journal.kept import VOID, values_of
from betang.organisation.domain.regions import is_within
from betang.planning import queries as planning
from betang.register.queries.listing import places_of
from betang.register.queries.numbers import masked

_KIND = Kind.REALISATION
_NOT_FOR_DONORS = frozenset(
    {
        "recipient", "address", "nik", "nik_doubt", "house", "family", "latitude", "longitude", "note", "case_number",
        "unit_number", "musdes_decree",
    }
)  # fmt: skip
Row = Mapping[str, Any]  # Any: as Django gives a row, each column has its own type


def report(acting: Acting, report_id: UUID) -> ReportView:
    """A report. Raises the same `Refusal` for one of a home that is not theirs to see as for an unknown one."""
    found = reports_by_id(acting, [report_id]).get(report_id)
    if found is None:
        raise scope.not_found()
    return found


def reports_by_id(acting: Acting, wanted: Iterable[UUID]) -> dict[UUID, ReportView]:
    """Of these records, the reports of homes that somebody sees."""
    homes = dict(HomeMember.objects.filter(record__in=list(wanted)).order_by("record").values_list("record", "home"))
    seen = Home.objects.filter(scope.homes(acting), pk__in={home for home in homes.values() if home}).order_by("pk")
    open_homes = set(seen.values_list("pk", flat=True))
    mine = [record for record, home in homes.items() if home in open_homes]
    rows = list(Realisation.objects.filter(pk__in=mine).exclude(status=VOID).order_by("created_at", "id").values())
    places = places_of(row["village_code"] or "" for row in rows)
    waiting, marks = journal.open_on(mine), marks_of(mine)
    closed = _NOT_FOR_DONORS if scope.is_donor(acting) else frozenset[str]()
    return {
        row["id"]: _view(row, homes[row["id"]], places, marks.get(row["id"], ()), waiting.get(row["id"], 0), closed)
        for row in rows
    }


def _view(
    row: Row, home: UUID | None, places: Mapping[str, str], marks: tuple[str, ...], waiting: int, closed: frozenset[str]
) -> ReportView:
    values = {name: None if name in closed else value for name, value in values_of(RECORD_TYPES[_KIND], row).items()}
    stage = row["stage"] or ""
    return ReportView(
        id=row["id"],
        agency_id=row["agency_id"],
        agency=row["agency"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        home=home,
        village_code=row["village_code"] or "",
        place=places.get(row["village_code"], ""),
        work=row["work"] or "",
        source=row["source"] or "",
        stage=stage,
        stage_date=row[DAY_OF[stage]] if stage in DAY_OF else None,
        recipient=str(values["recipient"] or ""),
        nik="" if closed else masked(row["nik"]),
        values=values,
        marks=marks,
        waiting=waiting,
        seen=journal.seen(row["id"], [each.name for each in FIELDS[_KIND]]),
    )


def marks_of(reports: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """What each report is taken with all the same (`reporting.MARKS`)."""
    wanted = list(reports)
    rows = list(Realisation.objects.filter(pk__in=wanted).order_by("pk"))
    home_of = dict(HomeMember.objects.filter(record__in=wanted).order_by("record").values_list("record", "home"))
    homes = Home.objects.in_bulk([home for home in home_of.values() if home])
    caps: dict[tuple[str, int, str, str], int | None] = {}
    return {row.id: tuple(_marks(row, homes.get(home_of.get(row.id)), caps)) for row in rows}


def _marks(row: Realisation, home: Home | None, caps: dict[tuple[str, int, str, str], int | None]) -> Iterable[str]:
    if home is None:
        return
    cap = _cap(row, home.year, caps)
    if cap is not None and row.amount_rupiah is not None and row.amount_rupiah > cap:
        yield "over_cap"
    if home.reports > 1:
        yield "known_home"
    if home.sources > 1:
        yield "several_sources"


def _cap(row: Realisation, year: int, caps: dict[tuple[str, int, str, str], int | None]) -> int | None:
    key = (row.source or "", year, (row.village_code or "")[:5], row.work or "")
    if key not in caps:
        purse = planning.purse_for(source=key[0], year=year, region_code=key[2], work=row.work)
        caps[key] = purse.cap_rupiah if purse else None
    return caps[key]


def village_of_report(report_id: UUID, *, within: str) -> str | None:
    """Where a report's home is, if that lies in the region."""
    rows = Realisation.objects.filter(pk=report_id).exclude(status=VOID).order_by("pk")
    code = rows.values_list("village_code", flat=True).first()
    return code if code and is_within(code, within) else None
