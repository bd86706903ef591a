"""What does somebody who gives of their own see first?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from betang.accounts.queries import Acting
from betang.delivery import queries as delivery
from betang.delivery.domain.codes import STAGE
from betang.delivery.queries import HomeFilters, HomeRow
from betang.planning import queries as planning
from betang.planning.domain.pledges import PledgeState
from betang.planning.queries import PledgeView

_TONES: Mapping[PledgeState, str] = {
    PledgeState.OPEN: "wait",
    PledgeState.ACCEPTED: "ok",
    PledgeState.REFUSED: "bad",
}


_RECENT_HOMES = 10


@dataclass(frozen=True)
class Offer:
    """An offer, and where it stands in words."""

    told: PledgeView
    state: str
    tone: str


def offers(who: Acting) -> list[Offer]:
    """One's own offers, the newest first."""
    return [Offer(each, _(each.state.label), _TONES.get(each.state, "")) for each in planning.pledges(who)]


@dataclass(frozen=True)
class Homes:
    """The homes that one's offers became: those heard of last, and how many they all are."""

    rows: tuple[tuple[HomeRow, str], ...]
    total: int


def homes(who: Acting) -> Homes:
    """Each home with its stage in words."""
    found = delivery.homes(who, HomeFilters(), per_page=_RECENT_HOMES)
    return Homes(tuple((row, _(STAGE.label(row.stage))) for row in found.rows), found.total)
