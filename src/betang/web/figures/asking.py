"""Who asks for figures, of which region and which year?"""

from dataclasses import dataclass

from django.http import HttpRequest

from betang.accounts.queries import Ability, Acting, require
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import NATION, parent_of
from betang.web.acting import acting
from betang.web.planning.choosing import Chosen, chosen


@dataclass(frozen=True)
class Crumb:
    """A region above the one that is shown."""

    code: str
    name: str


def reader(request: HttpRequest) -> Acting:
    """Whoever asks, if they may see the programme at all."""
    who = acting(request)
    require(who, Ability.SEE_PROGRAMME, who.region_code)
    return who


def asked(request: HttpRequest, who: Acting) -> Chosen:
    """The region and the year of the address; one outside the person's answers as one that does not exist."""
    return chosen(who, request.GET.dict())


def crumbs(who: Acting, region_code: str) -> list[Crumb]:
    """The regions above, from the person's own down."""
    chain: list[str] = []
    step = parent_of(region_code)
    while step is not None and who.covers(step):
        chain.insert(0, step)
        step = parent_of(step)
    names = organisation.names(chain)
    return [Crumb(code, names.get(code, code)) for code in chain]


def place_name(region_code: str) -> str:
    return organisation.label(region_code) if region_code != NATION else "Indonesia"
