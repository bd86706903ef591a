"""What is the fingerprint of everything that this node shows?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypedDict
from uuid import UUID

from django.db.models import Q

from betang.journal import keyring
from betang.journal.domain.records import Value
from betang.journal.domain.sealed import Sealed
from betang.register.domain import digests
from betang.register.domain.fields import Kind
from betang.register.models import Family, House
from betang.register.queries.numbers import SEALED
from betang.register.tables import TABLES, VOID, Row, values_of

_AT_ONCE = 500


class Digest(TypedDict):
    """One hash of all regions, and one per regency."""

    digest: str
    regions: dict[str, str]


def digest() -> Digest:
    """Free of ids, keys and clock times: two homes that show the same agree. What waits beside is not part of it."""
    leaves: dict[str, list[bytes]] = {}
    for partition, leaf in _leaves():
        leaves.setdefault(partition, []).append(leaf)
    regions = {partition: digests.combined(of_region) for partition, of_region in sorted(leaves.items())}
    return {"digest": digests.combined_regions(regions), "regions": regions}


def _leaves() -> Iterator[tuple[str, bytes]]:
    families = Family.objects.exclude(status=VOID).order_by("id").values_list("id", flat=True)
    for ids in _some(families.iterator(chunk_size=_AT_ONCE)):
        yield from _of_families(ids)
    lived_in = Family.objects.filter(house__isnull=False).values("house")
    houses = House.objects.exclude(id__in=lived_in).exclude(status=VOID).order_by("id")
    for ids in _some(houses.values_list("id", flat=True).iterator(chunk_size=_AT_ONCE)):
        yield from _of_empty_houses(ids)


def _some(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    held: list[UUID] = []
    for each in ids:
        held.append(each)
        if len(held) == _AT_ONCE:
            yield held
            held = []
    if held:
        yield held


def _of_families(ids: Sequence[UUID]) -> Iterator[tuple[str, bytes]]:
    families = _rows(Kind.FAMILY, Q(id__in=ids))
    houses = {row["id"]: row for row in _rows(Kind.HOUSE, Q(id__in=[row["house"] for row in families]))}
    persons, aid = (_by_family(_rows(kind, Q(family__in=ids))) for kind in (Kind.PERSON, Kind.AID))
    visits = _visits(ids, list(houses))
    for row in families:
        mine = persons.get(row["id"], [])
        heads = [person for person in mine if person["id"] == row["head"]]
        yield (
            row["partition"],
            digests.card(
                family=_plain(Kind.FAMILY, row),
                house=_plain(Kind.HOUSE, houses.get(row["house"])),
                head=_plain(Kind.PERSON, heads[0] if heads else None),
                members=[_plain(Kind.PERSON, person) for person in mine if person not in heads],
                visits=[_plain(Kind.ASSESSMENT, visit) for visit in _of_home(visits, row)],
                aid=[_plain(Kind.AID, each) for each in aid.get(row["id"], [])],
            ),
        )


def _of_empty_houses(ids: Sequence[UUID]) -> Iterator[tuple[str, bytes]]:
    visits = _visits([], ids)
    for row in _rows(Kind.HOUSE, Q(id__in=ids)):
        mine = [_plain(Kind.ASSESSMENT, visit) for visit in visits.get(row["id"], [])]
        yield row["partition"], digests.empty_house(house=_plain(Kind.HOUSE, row), visits=mine)


def _rows(kind: Kind, which: Q) -> list[Row]:
    return list(TABLES[kind].objects.filter(which).exclude(status=VOID).order_by("id").values())


def _by_family(rows: Iterable[Row]) -> dict[UUID, list[Row]]:
    groups: dict[UUID, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["family"], []).append(row)
    return groups


def _visits(families: Sequence[UUID], houses: Sequence[UUID]) -> dict[UUID, list[Row]]:
    """Visits by the house and by the family that they name."""
    groups: dict[UUID, list[Row]] = {}
    for row in _rows(Kind.ASSESSMENT, Q(family__in=families) | Q(house__in=houses)):
        for owner in (row["house"], row["family"]):
            if owner is not None:
                groups.setdefault(owner, []).append(row)
    return groups


def _of_home(visits: Mapping[UUID, list[Row]], family: Row) -> list[Row]:
    here = [*visits.get(family["house"], []), *visits.get(family["id"], [])]
    return list({row["id"]: row for row in here}.values())


def _plain(kind: Kind, row: Row | None) -> dict[str, object]:
    if row is None:
        return {}
    return digests.plain(kind, {name: _opened(value) for name, value in values_of(kind, row).items()})


def _opened(value: Value) -> Value:
    return (keyring.open_number(value) or SEALED) if isinstance(value, Sealed) else value
