"""In how many villages do these families live?"""

from collections.abc import Iterable
from uuid import UUID

from betang.register.models import Listing


def villages_of(families: Iterable[UUID]) -> int:
    """Counted where the families are, if they are given as a question and not as a list."""
    return Listing.objects.filter(family_id__in=families).order_by().values("village_code").distinct().count()
