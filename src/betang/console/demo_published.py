"""Which published figures does the demo hold? Those of Sekadau, as they were published: they do not add up."""

from datetime import date

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.console.cast import OFFICERS
from betang.figures import commands as figures
from betang.figures import queries as figures_queries
from betang.figures.samples import sekadau
from betang.organisation import queries as organisation

REGION = sekadau.REGION


def is_there() -> bool:
    return bool(figures_queries.published(_officer(), REGION))


def enter(_today: date) -> None:
    codes = {district.name: district.code for district in organisation.children(REGION)}
    figures.publish(_officer(), dict(sekadau.ABOUT), sekadau.figures(codes))


def _officer() -> Acting:
    return accounts.acting_as(OFFICERS[REGION])
