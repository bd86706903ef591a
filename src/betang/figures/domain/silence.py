"""Which offices have not reported, and since when?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from betang.organisation.domain.agencies import AgencyKind

QUIET_DAYS = 31  # reports come by the month
# The four offices of a kabupaten that each have something to report.
EXPECTED = (AgencyKind.HOUSING, AgencyKind.PERMITS, AgencyKind.REVENUE, AgencyKind.VILLAGES)


@dataclass(frozen=True, slots=True)
class Office:
    """An office from which reports are expected."""

    id: UUID
    name: str
    kind: str
    region_code: str


@dataclass(frozen=True, slots=True)
class Silent:
    """An office that has not reported for a month; `since` is its last report, None where there never was one."""

    region_code: str
    agency: str
    kind: str
    since: date | None


def silent(offices: Iterable[Office], last: Mapping[UUID, date], *, today: date) -> list[Silent]:
    """Those of the offices that are quiet, the longest first, those that never reported before them."""
    found = [
        Silent(office.region_code, office.name, office.kind, last.get(office.id))
        for office in offices
        if _is_quiet(last.get(office.id), today)
    ]
    return sorted(found, key=lambda each: (each.since or date.min, each.region_code, each.agency))


def _is_quiet(since: date | None, today: date) -> bool:
    return since is None or (today - since).days > QUIET_DAYS
