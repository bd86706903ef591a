"""Which permit and tax cases are there, and which of them run out of time?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from betang.accounts.queries import Acting
from betang.delivery.domain.cases import WITHDRAWN
from betang.delivery.domain.fields import FIELDS, RECORD_TYPES, Kind
from betang.delivery.domain.working_days import ALLOWED, Clock, ClockState, clock
from betang.delivery.holidays_known import calendar
from betang.delivery.models import Case, HomeMember
from betang.delivery.queries import scope
from betang.delivery.queries.views import CaseFilters, CaseView, Page
from betang.journal import queries as journal
from betang.journal.kept import VOID, values_of
from betang.register.queries.listing import places_of
from betang.register.queries.numbers import masked

PER_PAGE = 50
# The undecided first, and of them those whose papers were complete longest ago.
_ORDER = (F("decided_date").desc(nulls_first=True), F("complete_date").asc(nulls_last=True), "applied_date", "id")
_KIND = Kind.CASE
Row = Mapping[str, Any]  # Any: as Django gives a row, each column has its own type


def cases(acting: Acting, filters: CaseFilters, page: int = 1, per_page: int = PER_PAGE) -> Page[CaseView]:
    """The cases somebody sees that fit all filters: undecided ones whose papers were complete longest ago first."""
    found = _fitting(acting, filters)
    total = found.count()
    pages = max(1, -(-total // per_page))
    number = min(max(1, page), pages)
    rows = found.order_by(*_ORDER)[(number - 1) * per_page : number * per_page]
    return Page(tuple(_views(list(rows.values()))), number, pages, total)


def _fitting(acting: Acting, filters: CaseFilters) -> QuerySet[Case]:
    found = Case.objects.filter(scope.cases(acting, filters.region_code)).exclude(status=VOID)
    if filters.kind:
        found = found.filter(case_kind=filters.kind)
    return found.filter(_in_state(filters.state, timezone.localdate())) if filters.state else found


def _in_state(state: str, today: date) -> Q:
    """The cases of one state; the day behind which an undecided one is late is counted back from today."""
    undecided = Q(decided_date__isnull=True)
    late = Q(complete_date__lt=_latest_complete(today))
    asked: Mapping[str, Q] = {
        "open": undecided,
        ClockState.WAITING: undecided & Q(complete_date__isnull=True),
        ClockState.RUNNING: undecided & Q(complete_date__isnull=False) & ~late,
        ClockState.LATE: undecided & late,
        ClockState.WITHDRAWN: Q(outcome=WITHDRAWN),
    }
    return asked.get(state, Q())


def _latest_complete(today: date) -> date:
    """The last day on which papers may have been complete for a case that is not late today: the tenth working day
    back from yesterday, since the day of the deadline itself is still in time."""
    known, day, left = calendar(), today, ALLOWED
    while left:
        day -= timedelta(days=1)
        left -= known.is_working(day)
    return day


def case(acting: Acting, case_id: UUID) -> CaseView:
    """A case. Raises the same `Refusal` for one that is not theirs to see as for an unknown one."""
    row = Case.objects.filter(scope.cases(acting), pk=case_id).exclude(status=VOID).order_by("pk").values().first()
    if row is None:
        raise scope.not_found()
    return _views([row])[0]


def cases_of(acting: Acting, records: Iterable[UUID]) -> dict[UUID, CaseView]:
    """Of these records, the cases that somebody sees."""
    rows = Case.objects.filter(scope.cases(acting), pk__in=list(records)).exclude(status=VOID)
    return {view.id: view for view in _views(list(rows.order_by("applied_date", "id").values()))}


def running_out(acting: Acting, *, within_days: int = 3) -> list[CaseView]:
    """Undecided cases that are late or have at most so many working days left, the most urgent first."""
    found = _fitting(acting, CaseFilters(state="open")).filter(complete_date__isnull=False)
    views = _views(list(found.order_by(*_ORDER)[:500].values()))
    urgent = [view for view in views if view.clock.left is not None and view.clock.left <= within_days]
    return sorted(urgent, key=lambda view: (view.clock.left or 0, view.id))


def _views(rows: Sequence[Row]) -> list[CaseView]:
    homes = dict(
        HomeMember.objects.filter(record__in=[row["id"] for row in rows]).order_by("pk").values_list("record", "home")
    )
    places = places_of(row["village_code"] for row in rows)
    today = timezone.localdate()
    return [_view(row, homes.get(row["id"]), places, today) for row in rows]


def _view(row: Row, home: UUID | None, places: Mapping[str, str], today: date) -> CaseView:
    return CaseView(
        id=row["id"],
        agency_id=row["agency_id"],
        agency=row["agency"],
        created_at=row["created_at"],
        case_kind=row["case_kind"] or "",
        case_number=row["case_number"] or "",
        village_code=row["village_code"] or "",
        place=places.get(row["village_code"], ""),
        applied_date=row["applied_date"],
        complete_date=row["complete_date"],
        decided_date=row["decided_date"],
        outcome=row["outcome"] or "",
        applicant=row["applicant"] or "",
        nik=masked(row["nik"]),
        address=row["address"] or "",
        home=home,
        clock=_clock(row, today),
        values=values_of(RECORD_TYPES[_KIND], row),
        seen=journal.seen(row["id"], [each.name for each in FIELDS[_KIND]]),
    )


def _clock(row: Row, today: date) -> Clock:
    return clock(
        calendar(),
        complete=row["complete_date"],
        decided=row["decided_date"],
        withdrawn=row["outcome"] == WITHDRAWN,
        today=today,
    )
