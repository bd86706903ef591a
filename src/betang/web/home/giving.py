"""What does somebody who gives of their own see first?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from betang.accounts.queries import Acting
from betang.planning import queries as planning
from betang.planning.domain.pledges import PledgeState
from betang.planning.queries import PledgeView

_TONES: Mapping[PledgeState, str] = {
    PledgeState.OPEN: "wait",
    PledgeState.ACCEPTED: "ok",
    PledgeState.REFUSED: "bad",
}


@dataclass(frozen=True)
class Offer:
    """An offer, and where it stands in words."""

    told: PledgeView
    state: str
    tone: str


def offers(who: Acting) -> list[Offer]:
    """One's own offers, the newest first."""
    return [Offer(each, _(each.state.label), _TONES.get(each.state, "")) for each in planning.pledges(who)]
