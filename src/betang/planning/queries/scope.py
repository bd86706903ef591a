"""Which records of planning does somebody get to see?"""

from django.db.models import Q

from betang.accounts.queries import Ability, Acting, require
from betang.kernel.errors import Refusal
from betang.organisation.domain.regions import NATION
from betang.planning.domain.purses import upwards


def inside(region_code: str) -> Q:
    """Everything planned for a region or a part of it."""
    if region_code == NATION:
        return Q()
    return Q(region_code=region_code) | Q(region_code__startswith=f"{region_code}.")


def touching(region_code: str) -> Q:
    """The same, and what holds for a region around it."""
    if region_code == NATION:
        return Q()  # which would say nothing if anything were put beside it
    return inside(region_code) | Q(region_code__in=upwards(region_code))


def region_seen(acting: Acting, region_code: str) -> str:
    """The region asked for, by default the person's own. One outside it is answered as one that does not exist."""
    require(acting, Ability.SEE_PROGRAMME, acting.region_code)
    where = region_code or acting.region_code
    if not acting.covers(where):
        raise not_found()
    return where


def not_found() -> Refusal:
    """The answer for what is not there, and for what is somebody else's."""
    return Refusal("Catatan ini tidak ada, atau di luar wilayah Anda.", code="not_found")
