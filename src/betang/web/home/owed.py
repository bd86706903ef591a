"""What is waited for from this office: promises to keep, obstacles to answer?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from betang.accounts.queries import Ability, Acting
from betang.coordination import queries as coordination
from betang.coordination.queries import DueItem
from betang.web.coordination import shown
from betang.web.coordination.shown import Tag

_PAGES: Mapping[str, str] = {"commitment": "coordination:commitment", "obstacle": "coordination:obstacle"}
_KINDS: Mapping[str, str] = {
    "commitment": gettext_noop("Komitmen kantor Anda"),
    "obstacle": gettext_noop("Kendala menunggu jawaban kantor Anda"),
}


@dataclass(frozen=True)
class Owed:
    """One thing that an office owes, with the day and how far it is."""

    text: str
    address: str
    due: date | None
    why: str
    tag: Tag


def by(who: Acting) -> list[Owed]:
    """What this person's office owes: the late first, then by day."""
    if not who.may(Ability.SEE_PROGRAMME):
        return []
    return [_owed(item) for item in coordination.due_from(who)]


def _owed(item: DueItem) -> Owed:
    measured = shown.progress(item.measured, item.threshold, item.metric)
    return Owed(
        text=item.text,
        address=reverse(_PAGES[item.kind], args=[item.id]),
        due=item.due_date,
        why=", ".join(filter(None, (_(_KINDS[item.kind]), item.place, measured))),
        tag=shown.running(item.due_date, timezone.localdate()),
    )
