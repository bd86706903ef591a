"""What stands in the way, and how many families stand behind it today?"""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from betang.accounts.queries import Ability, Acting
from betang.coordination.domain import obstacles as rules
from betang.coordination.domain.commitments import days_late
from betang.coordination.models import Obstacle
from betang.coordination.queries import scope
from betang.coordination.queries.measuring import families_behind, filter_said
from betang.coordination.queries.scope import Row
from betang.coordination.queries.views import ObstacleView
from betang.journal.kept import VOID

_TEXTS = ("topic", "text", "region_code", "raised_by", "evidence", "evidence_file", "evidence_file_name")
_ANSWERED = ("filter", "responsible", "answer", "agency")
_KNOWN = ("id", "raised_by_id", "raised_date", "responsible_id", "due_date", "sent_date", "answered_date", "agency_id")


def obstacles(acting: Acting, region_code: str = "") -> list[ObstacleView]:
    """Those that this person sees, in a region if one is named: what is late first, what is solved last."""
    rows = scope.obstacles_seen(acting)
    if region_code:
        rows = rows.filter(scope.inside(scope.region_asked(acting, region_code)))
    return in_order(views_of(acting, list(rows.order_by("created_at", "id").values())))


def obstacle(acting: Acting, obstacle_id: UUID) -> ObstacleView:
    """One of them; any other is answered as one that does not exist."""
    return views_of(acting, [row_seen(acting, obstacle_id)])[0]


def row_seen(acting: Acting, obstacle_id: UUID) -> Row:
    """Its row, for whoever sees it."""
    row = scope.obstacles_seen(acting).filter(pk=obstacle_id).order_by("id").values().first()
    if row is None:
        raise scope.not_found()
    return row


def of_meeting(acting: Acting, meeting_id: UUID) -> list[ObstacleView]:
    """Those that were raised at a meeting, as they were said."""
    rows = Obstacle.objects.exclude(status=VOID).filter(meeting=meeting_id).order_by("created_at", "id")
    return views_of(acting, list(rows.values()))


def views_of(acting: Acting, rows: Sequence[Row]) -> list[ObstacleView]:
    """What is told of these rows."""
    titles = scope.titles({row["meeting"] for row in rows if row["meeting"]})
    places, today = scope.places(rows), timezone.localdate()
    return [_view(acting, row, titles.get(row["meeting"], ""), places, today) for row in rows]


def in_order(told: Sequence[ObstacleView]) -> list[ObstacleView]:
    """What is late first, then by day, what is solved last."""
    return sorted(told, key=lambda each: (each.state == rules.SOLVED, -each.days_late, each.due_date or date.max))


def _view(acting: Acting, row: Row, meeting: str, places: Mapping[str, str], today: date) -> ObstacleView:
    state, level = row["state"] or rules.OPEN, row["level"] or rules.level_of(row["region_code"])
    is_answered = rules.is_answered(row["answered_date"], row["sent_date"])
    is_solved = state == rules.SOLVED
    behind = families_behind(row["region_code"], row["filter"] or "")
    return ObstacleView(
        **scope.text(row, *_TEXTS, *_ANSWERED),
        **scope.as_known(row, *_KNOWN),
        meeting_id=row["meeting"],
        meeting=meeting,
        place=places[row["region_code"]],
        evidence_is_here=scope.is_here(row["evidence_file"]),
        filter_said=filter_said(row["filter"] or ""),
        families=behind.value,
        unknown=behind.unknown,
        level=level,
        next_level=rules.next_level(level),
        suggested_level=_suggested(row, level, state, today),
        state=state,
        is_answered=is_answered,
        days_late=0 if is_solved or is_answered else days_late(row["due_date"], today),
        as_of=today,
        may_answer=not is_solved and may_answer(acting, row),
        may_send_up=not is_solved and rules.next_level(level) is not None and may_send_up(acting, row),
        may_close=not is_solved and may_close(acting, row),
    )


def _suggested(row: Row, level: str, state: str, today: date) -> str | None:
    return rules.suggested_level(
        level, state=state, due=row["due_date"], sent=row["sent_date"], answered=row["answered_date"], today=today
    )


def may_answer(acting: Acting, row: Row) -> bool:
    """The agency that is to answer; where none of the list was named, an office whose region it is."""
    is_mine = row["responsible_id"] == acting.agency_id
    is_open = row["responsible_id"] is None and acting.covers(row["region_code"])
    return acting.may(Ability.RAISE) and (is_mine or is_open)


def may_send_up(acting: Acting, row: Row) -> bool:
    """The head of an office whose region it is."""
    return acting.may(Ability.SEND_UP) and acting.covers(row["region_code"])


def may_close(acting: Acting, row: Row) -> bool:
    """The agency that raised it, wrote it down or is to answer."""
    return may_answer(acting, row) or (
        acting.may(Ability.RAISE) and acting.agency_id in (row["agency_id"], row["raised_by_id"])
    )
