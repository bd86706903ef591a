"""Whose figures does somebody get to see?"""

from betang.accounts.queries import Ability, Acting, require
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation


def region_seen(acting: Acting, region_code: str) -> str:
    """The region asked for, by default the person's own. One outside it is answered as one that does not exist."""
    require(acting, Ability.SEE_PROGRAMME, acting.region_code)
    where = region_code or acting.region_code
    if not acting.covers(where) or organisation.region(where) is None:
        raise Refusal("Wilayah ini tidak ada, atau di luar wilayah Anda.", code="not_found")
    return where
