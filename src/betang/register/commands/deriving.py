"""Were the list, the search words and the match keys made by the rules of this version?"""

from collections.abc import Callable

from django.db import transaction

from betang.register import indexing
from betang.register.models import DerivedAs, Family

# Goes up whenever `indexing` would make other rows of the same tables. 2: hamlet, RT and RW belong to an address.
RULES = 2
_AT_ONCE = 200


def derive_anew(progress: Callable[[int, int], object] = lambda done, total: None) -> int:
    """Make the derived tables anew if other rules made them; of how many families. Cut short, it begins again."""
    made = DerivedAs.objects.filter(pk=1).values_list("rules", flat=True).first()
    if made == RULES:
        return 0
    families = list(Family.objects.order_by("id").values_list("id", flat=True))
    for start in range(0, len(families), _AT_ONCE):
        with transaction.atomic():
            indexing.relist(families[start : start + _AT_ONCE])
        progress(min(start + _AT_ONCE, len(families)), len(families))
    DerivedAs.objects.update_or_create(pk=1, defaults={"rules": RULES})
    return len(families)
