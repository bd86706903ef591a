"""Which family and house does the register know under a NIK, and whose NIK goes with a house?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from betang.journal import keyring
from betang.journal.domain.sealed import Sealed
from betang.register.models import Family, Listing, MatchKey, Person

_AT_ONCE = 500
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KnownAs:
    """Where the register has somebody: the family, the house it lives in, and the village."""

    family: UUID
    house: UUID | None
    village_code: str


def by_nik(niks: Iterable[str]) -> dict[str, KnownAs]:
    """The one listed family whose head has each of these NIKs; what none or several have is left out."""
    keys = {keyring.keyed_tag("nik", nik): nik for nik in set(niks)}
    found: dict[str, set[UUID]] = {}
    for some in _in_turns(list(keys)):
        for key, family in MatchKey.objects.filter(key__in=some).order_by("id").values_list("key", "family_id"):
            found.setdefault(keys[bytes(key)], set()).add(family)
    one_each = {nik: next(iter(families)) for nik, families in found.items() if len(families) == 1}
    listed = _listed(one_each.values())
    return {nik: listed[family] for nik, family in one_each.items() if family in listed}


def _listed(families: Iterable[UUID]) -> dict[UUID, KnownAs]:
    found = {}
    for some in _in_turns(list(families)):
        rows = Listing.objects.filter(family_id__in=some).order_by("family_id")
        for family, house, village in rows.values_list("family_id", "house_id", "village_code"):
            found[family] = KnownAs(family, house, village)
    return found


def head_of_house(house: UUID) -> tuple[UUID, Sealed | None] | None:
    """The only family in a house, and its head's sound NIK as it rests; None where none or several live there."""
    families = list(
        Listing.objects.filter(house_id=house).order_by("family_id").values_list("family_id", flat=True)[:2]
    )
    if len(families) != 1:
        return None
    head = Family.objects.filter(id=families[0]).values_list("head", flat=True).first()
    named = Person.objects.filter(id=head) if head else Person.objects.none()
    row = named.filter(nik_doubt__isnull=True).values_list("nik", flat=True).first()
    return families[0], Sealed.from_bytes(bytes(row)) if row is not None else None


def _in_turns(values: list[T]) -> Iterable[list[T]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
