"""What does an office owe, and how late is it?"""

from datetime import date

from django.utils import timezone

from betang.accounts.queries import Ability, Acting
from betang.coordination.domain import obstacles as obstacle_rules
from betang.coordination.domain.commitments import Recorded
from betang.coordination.models import Commitment, Obstacle
from betang.coordination.queries import promised, raised, scope
from betang.coordination.queries.views import CommitmentView, DueItem, ObstacleView


def due_from(acting: Acting) -> list[DueItem]:
    """What this person's office has promised and not kept, and was asked and has not answered; the latest first."""
    if not acting.may(Ability.SEE_PROGRAMME):
        return []
    today = timezone.localdate()
    items = [*_promised(acting, today), *_asked(acting, today)]
    return sorted(items, key=lambda each: (each.due_date or date.max, each.text))


def _promised(acting: Acting, today: date) -> list[DueItem]:
    rows = scope.commitments_seen(acting).filter(responsible_id=acting.agency_id)
    is_over = Commitment.objects.filter(state__in=(Recorded.KEPT, Recorded.CANCELLED)).values("id")
    listed = rows.exclude(id__in=is_over).order_by("due_date", "id").values()
    return [_of_promise(each, today) for each in promised.views_of(acting, list(listed))]


def _asked(acting: Acting, today: date) -> list[DueItem]:
    rows = scope.obstacles_seen(acting).filter(responsible_id=acting.agency_id)
    is_over = Obstacle.objects.filter(state=obstacle_rules.SOLVED).values("id")
    listed = rows.exclude(id__in=is_over).order_by("due_date", "id").values()
    told = raised.views_of(acting, list(listed))
    return [_of_obstacle(each, today) for each in told if not each.is_answered]


def _of_promise(told: CommitmentView, today: date) -> DueItem:
    return DueItem(
        kind="commitment",
        id=told.id,
        text=told.text,
        region_code=told.region_code,
        place=told.place,
        due_date=told.due_date,
        days_late=told.days_late,
        days_left=_days_left(told.due_date, today),
        state=told.state,
        measured=told.measured,
        threshold=told.threshold,
        metric=told.metric,
    )


def _of_obstacle(told: ObstacleView, today: date) -> DueItem:
    return DueItem(
        kind="obstacle",
        id=told.id,
        text=told.text,
        region_code=told.region_code,
        place=told.place,
        due_date=told.due_date,
        days_late=told.days_late,
        days_left=_days_left(told.due_date, today),
        state=told.state,
        measured=None,
        threshold=None,
        metric="",
    )


def _days_left(due: date | None, today: date) -> int | None:
    return (due - today).days if due and due >= today else None
