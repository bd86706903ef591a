"""Who promised what by when, and how does it stand today?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from betang.accounts.queries import Ability, Acting
from betang.coordination.domain import commitments as rules
from betang.coordination.domain.commitments import Recorded, State
from betang.coordination.models import Commitment
from betang.coordination.queries import scope
from betang.coordination.queries.measuring import Measured, filter_said, measured
from betang.coordination.queries.scope import Row
from betang.coordination.queries.views import CommitmentView
from betang.journal.kept import VOID

_TEXTS = ("text", "region_code", "responsible", "proof_kind", "metric", "filter", "source", "proof", "proof_file")
_MORE_TEXTS = ("proof_file_name", "evidence", "note", "agency")
_KNOWN = ("id", "responsible_id", "made_date", "due_date", "since_date", "threshold", "closed_date", "closed_value")


def commitments(acting: Acting, *, due_only: bool = False, region_code: str = "") -> list[CommitmentView]:
    """Those that this person sees: what is late first, what is over last. `due_only`: what is still owed."""
    rows = scope.commitments_seen(acting)
    if region_code:
        rows = rows.filter(scope.inside(scope.region_asked(acting, region_code)))
    told = views_of(acting, list(rows.order_by("created_at", "id").values()))
    return in_order(each for each in told if each.state.is_open or not due_only)


def commitment(acting: Acting, commitment_id: UUID) -> CommitmentView:
    """One of them; any other is answered as one that does not exist."""
    return views_of(acting, [row_seen(acting, commitment_id)])[0]


def row_seen(acting: Acting, commitment_id: UUID) -> Row:
    """Its row, for whoever sees it."""
    row = scope.commitments_seen(acting).filter(pk=commitment_id).order_by("id").values().first()
    if row is None:
        raise scope.not_found()
    return row


def of_meeting(acting: Acting, meeting_id: UUID) -> list[CommitmentView]:
    """Those that were made at a meeting, as they were said."""
    rows = Commitment.objects.exclude(status=VOID).filter(meeting=meeting_id).order_by("created_at", "id")
    return views_of(acting, list(rows.values()))


def open_and_measured() -> list[Row]:
    """Every promise on this node that the data are to tell of and that is not closed, the oldest first."""
    rows = Commitment.objects.exclude(status=VOID).exclude(state__in=(Recorded.KEPT, Recorded.CANCELLED))
    return list(rows.filter(proof_kind=rules.MEASURED).order_by("created_at", "id").values())


def views_of(acting: Acting, rows: Sequence[Row]) -> list[CommitmentView]:
    """What is told of these rows."""
    titles = scope.titles({row["meeting"] for row in rows if row["meeting"]})
    places, today = scope.places(rows), timezone.localdate()
    return [_view(acting, row, titles.get(row["meeting"], ""), places, today) for row in rows]


def in_order(told: Iterable[CommitmentView]) -> list[CommitmentView]:
    """What is late first, then by day, what is over last."""
    return sorted(told, key=lambda each: (not each.state.is_open, -each.days_late, each.due_date or date.max))


def _view(acting: Acting, row: Row, meeting: str, places: Mapping[str, str], today: date) -> CommitmentView:
    recorded = Recorded(row["state"] or Recorded.OPEN)
    found = _figure(row, recorded, today)
    state = state_of(row, found, today)
    is_open = recorded is Recorded.OPEN
    return CommitmentView(
        **scope.text(row, *_TEXTS, *_MORE_TEXTS),
        **scope.as_known(row, *_KNOWN, "agency_id"),
        meeting_id=row["meeting"],
        meeting=meeting,
        obstacle_id=row["obstacle"],
        place=places[row["region_code"]],
        filter_said=filter_said(row["filter"] or ""),
        proof_is_here=scope.is_here(row["proof_file"]),
        state=state,
        measured=found.value,
        unknown=found.unknown,
        days_late=_days_late(row, state, today),
        as_of=row["closed_date"] or today,
        may_prove=is_open and may_prove(acting, row),
        may_cancel=is_open and may_cancel(acting, row),
    )


def _figure(row: Row, recorded: Recorded, today: date) -> Measured:
    if row["proof_kind"] != rules.MEASURED:
        return Measured(None)
    return measured(row, today=today) if recorded is Recorded.OPEN else Measured(row["closed_value"])


def state_of(row: Row, found: Measured, today: date) -> State:
    """How the promise of a row stands, given its figure."""
    figure = rules.figure(row["proof_kind"], measured=found.value, threshold=row["threshold"])
    recorded = Recorded(row["state"] or Recorded.OPEN)
    return rules.state(recorded, figure, due=row["due_date"], closed=row["closed_date"], today=today)


def _days_late(row: Row, state: State, today: date) -> int:
    if state is State.CANCELLED:
        return 0
    return rules.days_late(row["due_date"], today if state.is_open else row["closed_date"] or today)


def may_prove(acting: Acting, row: Row) -> bool:
    """The agency that promised, or the one that wrote it down for somebody who is not on the list."""
    is_open = row["responsible_id"] is None and row["agency_id"] == acting.agency_id
    return acting.may(Ability.RAISE) and (row["responsible_id"] == acting.agency_id or is_open)


def may_cancel(acting: Acting, row: Row) -> bool:
    """Only the agency that wrote it down."""
    return acting.may(Ability.RAISE) and acting.agency_id == row["agency_id"]
