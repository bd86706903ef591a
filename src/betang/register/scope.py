"""Which rows lie within a region, and what is a code of each level?"""

from django.db.models import QuerySet

from betang.register.models import Listing

NATION = "00"
# By the length of a Kemendagri code, the column that holds codes of its level. An equality, so that an index of that
# level gives the rows in their order.
_COLUMNS = {2: "province", 5: "regency", 8: "district", 13: "village_code"}


def listings(region_code: str) -> QuerySet[Listing]:
    """The listed families within a region; "00" is the nation."""
    if region_code == NATION:
        return Listing.objects.all()
    column = _COLUMNS.get(len(region_code))
    return Listing.objects.filter(**{column: region_code}) if column else Listing.objects.none()


def column_of(region_code: str) -> str | None:
    """The column of `Listing` that holds codes of this level; None for the nation."""
    return None if region_code == NATION else _COLUMNS.get(len(region_code))


def partition_of(village_code: str) -> str:
    """The regency that a village is in: the smallest part of the register that travels by itself."""
    return village_code[:5]


def levels(region_code: str) -> tuple[str, str, str]:
    """Province, regency and district of a code; empty where the code does not reach that far."""
    district = region_code[:8] if len(region_code) >= 8 else ""
    return region_code[:2], region_code[:5], district
