"""Which families are on record as helped before?"""

from uuid import UUID

from django.db.models import Q

from betang.accounts.queries import Ability, Acting, require
from betang.register import scope
from betang.register.models import AidReceived
from betang.register.tables import VOID

_NEVER = "BELUM PERNAH"


def families_aided(acting: Acting) -> frozenset[UUID]:
    """Those of the person's region with a programme, a year, or an answer that says so."""
    require(acting, Ability.SEE_RECORDS, acting.region_code)
    helped = Q(programme__isnull=False) | Q(year__isnull=False) | ~Q(received_band=_NEVER)
    rows = AidReceived.objects.filter(helped, family__in=scope.listings(acting.region_code).values("family_id"))
    families = rows.exclude(status=VOID).order_by("family").values_list("family", flat=True).distinct()
    return frozenset(family for family in families if family is not None)
