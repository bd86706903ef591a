"""Which homes, reports and cases does somebody get to see?

By region, and by what the office is for: the permits office sees its PBG cases and the homes they hang on, the revenue
office its BPHTB cases, the office of the villages what Dana Desa pays for, a donor the homes of its own offers; each
also sees what it reported itself. Everybody else sees all of their region.
"""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from betang.accounts.queries import Ability, Acting, require
from betang.delivery.domain.cases import KIND_OF
from betang.delivery.models import HomeMember
from betang.kernel.errors import Refusal
from betang.organisation.domain.agencies import AgencyKind
from betang.organisation.domain.regions import NATION
from betang.planning import queries as planning

_COLUMN = {2: "province", 5: "regency", 8: "district", 13: "village_code"}
_SOURCE_OF: Mapping[str, str] = {AgencyKind.VILLAGES: "DANA DESA"}
NOWHERE = Q(pk__in=[])


def require_reader(acting: Acting) -> None:
    """A donor reads too, in what is theirs."""
    if not acting.may(Ability.PLEDGE):
        require(acting, Ability.SEE_PROGRAMME, acting.region_code)


def is_donor(acting: Acting) -> bool:
    return planning.is_donor(acting)


def homes(acting: Acting, region_code: str = "") -> Q:
    """The homes that somebody sees, of their region or a smaller one in it. Raises `NotAllowed`."""
    require_reader(acting)
    if is_donor(acting):
        return Q(pledge__in=own_pledges(acting)) & _where(region_code)
    return _where(narrower(acting, region_code)) & _of_office(acting)


def own_pledges(acting: Acting) -> list[UUID]:
    return [pledge.id for pledge in planning.pledges(acting)]


def _of_office(acting: Acting) -> Q:
    member = Q(agency_id=acting.agency_id)
    if acting.agency_kind in KIND_OF:
        member |= Q(case_kind=KIND_OF[acting.agency_kind])
    elif acting.agency_kind in _SOURCE_OF:
        member |= Q(source=_SOURCE_OF[acting.agency_kind])
    else:
        return Q()
    return Q(Exists(HomeMember.objects.filter(member, home=OuterRef("pk"))))


def cases(acting: Acting, region_code: str = "") -> Q:
    """The cases that somebody sees."""
    require_reader(acting)
    if is_donor(acting):
        return NOWHERE
    where = _of_village(narrower(acting, region_code))
    if acting.agency_kind in KIND_OF:
        return where & Q(case_kind=KIND_OF[acting.agency_kind])
    if acting.agency_kind in _SOURCE_OF:
        return where & Q(agency_id=acting.agency_id)
    return where


def numbers(acting: Acting, region_code: str = "") -> Q:
    """The monthly numbers that somebody sees."""
    require_reader(acting)
    if is_donor(acting):
        return NOWHERE
    where = narrower(acting, region_code)
    inside = Q() if where == NATION else Q(region_code=where) | Q(region_code__startswith=f"{where}.")
    own = Q(agency_id=acting.agency_id)
    if acting.agency_kind in _SOURCE_OF:
        return inside & (own | Q(source=_SOURCE_OF[acting.agency_kind]))
    return inside & own if acting.agency_kind in KIND_OF else inside


def narrower(acting: Acting, region_code: str) -> str:
    """The region asked for, by default the person's own. One outside it is answered as one that does not exist."""
    if region_code and not acting.covers(region_code):
        raise not_found()
    return region_code or acting.region_code


def _where(region_code: str) -> Q:
    if region_code in ("", NATION):
        return Q()
    column = _COLUMN.get(len(region_code))
    return Q(**{column: region_code}) if column else NOWHERE


def _of_village(region_code: str) -> Q:
    if region_code == NATION:
        return Q()
    return Q(village_code=region_code) | Q(village_code__startswith=f"{region_code}.")


def not_found() -> Refusal:
    """The answer for what is not there, and for what is somebody else's."""
    return Refusal("Catatan ini tidak ada, atau di luar wilayah dan tugas Anda.", code="not_found")
