"""Which record has this id, where is it, and may this person look there?"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from betang.accounts.queries import Ability, Acting, require
from betang.journal.domain.records import Value
from betang.journal.domain.sealed import Sealed
from betang.kernel.errors import Refusal
from betang.register.domain.fields import Kind
from betang.register.models import Family, House, Listing
from betang.register.tables import TABLES, values_of


@dataclass(frozen=True)
class Located:
    """A record with its shown values, its partition and the code of the smallest region that it is known to be in."""

    id: UUID
    kind: Kind
    partition: str
    region_code: str
    values: Mapping[str, Value]


def located(acting: Acting, entity: UUID | str) -> Located:
    """The record. Raises the same `Refusal` for an id outside the person's region as for an unknown one."""
    require(acting, Ability.SEE_RECORDS, acting.region_code)
    found = _find(entity)
    if found is None or not acting.covers(found.region_code):
        raise Refusal(
            "Catatan ini tidak ada di wilayah Anda. Periksa alamat halamannya, atau cari namanya di daftar.",
            code="not_found",
        )
    return found


def sealed(acting: Acting, entity: UUID | str, field: str) -> Sealed | None:
    """A personal number as it rests, for the logged act of opening it."""
    value = located(acting, entity).values.get(field)
    return value if isinstance(value, Sealed) else None


def _find(entity: UUID | str) -> Located | None:
    try:
        wanted = entity if isinstance(entity, UUID) else UUID(entity)
    except ValueError:
        return None
    for kind, table in TABLES.items():
        row = table.objects.filter(id=wanted).values().first()
        if row:
            values = values_of(kind, row)
            return Located(wanted, kind, row["partition"], _region(kind, wanted, row["partition"], values), values)
    return None


def _region(kind: Kind, entity: UUID, partition: str, values: Mapping[str, Value]) -> str:
    if kind is Kind.HOUSE:
        return str(values["village_code"] or partition)
    family = entity if kind is Kind.FAMILY else values["family"]
    if not isinstance(family, UUID):
        return _region_of_house(values.get("house")) or partition
    listed = Listing.objects.filter(family_id=family).values_list("village_code", flat=True).first()
    return str(listed or _region_unlisted(family) or partition)


def _region_unlisted(family: UUID) -> str | None:
    """A family that was taken back is not in the list, and its records are still where they were."""
    row = Family.objects.filter(id=family).values("house", "village_code").first()
    return (_region_of_house(row["house"]) or row["village_code"]) if row else None


def _region_of_house(house: object) -> str | None:
    if not isinstance(house, UUID):
        return None
    return House.objects.filter(id=house).values_list("village_code", flat=True).first()
