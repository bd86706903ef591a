"""Where do two entries of one family say different things?

What means the same is no difference: spellings, codes, 36 and 36,0, an address in one cell or in four. What only one
side states is told, and is no contradiction.
"""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from betang.intake.domain.comparing_entries import SLOTS, Entry, Number, Slot, Stated
from betang.journal.domain.records import FieldType
from betang.kernel.names import normalise

# Two readings of one phone at one door lie further apart than this: about eleven metres.
_NEAR_DEGREES = Decimal("0.0001")
_NEIGHBOURHOOD = frozenset({"RT", "RW"})
_WORD = re.compile(r"[A-Z0-9]+")
_OF_ITS_OWN = frozenset({"address", "hamlet", "latitude", "longitude", "income_rupiah", "income_band"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field with what each side says; named as in the register, `village` or `position`. Numbers are masked."""

    field: str
    ours: Stated
    theirs: Stated


@dataclass(frozen=True, slots=True)
class Differences:
    """The fields on which two entries contradict, and the names of those which one of them alone states."""

    different: tuple[Difference, ...]
    only_ours: tuple[str, ...]
    only_theirs: tuple[str, ...]


def differences(ours: Entry, theirs: Entry) -> Differences:
    """In the order of the register's fields, the family itself before its house."""
    found = [*_of_the_family(ours, theirs), *_of_the_house(ours, theirs)]
    return Differences(
        tuple(each for each in found if each.ours is not None and each.theirs is not None),
        tuple(each.field for each in found if each.theirs is None),
        tuple(each.field for each in found if each.ours is None),
    )


def _of_the_family(ours: Entry, theirs: Entry) -> Iterator[Difference]:
    if ours.plain_name != theirs.plain_name:
        yield from _held("name", ours.name, theirs.name)
    if ours.village_code != theirs.village_code:
        yield from _held("village", ours.village_code, theirs.village_code)
    for field, one, other in (("nik", ours.nik, theirs.nik), ("kk_number", ours.kk, theirs.kk)):
        if not _is_one_number(one, other):
            yield from _held(field, one.mask or None, other.mask or None)


def _is_one_number(one: Number, other: Number) -> bool:
    """A mask beside the number that it hides says nothing new."""
    return one.text == other.text if one.text and other.text else one.mask == other.mask


def _of_the_house(ours: Entry, theirs: Entry) -> Iterator[Difference]:
    yield from _of_the_address(ours, theirs)
    yield from _of_the_position(ours, theirs)
    yield from _of_the_income(ours, theirs)
    for slot, one, other in zip(SLOTS, ours.values, theirs.values, strict=True):
        if one != other and slot.field.name not in _OF_ITS_OWN and meaning(slot, one) != meaning(slot, other):
            yield from _held(slot.field.name, one, other)


def meaning(slot: Slot, value: Stated) -> Hashable:
    """What a value is held against another by."""
    if isinstance(value, str) and slot.field.type is FieldType.TEXT:
        return _digits(value) if slot.field.name in ("phone", "rt", "rw") else _words(value)
    return value


def _digits(value: str) -> str:
    return "".join(filter(str.isdigit, value)).removeprefix("62").lstrip("0")


def _words(value: str) -> str:
    return " ".join(_WORD.findall(value.upper()))


def _of_the_address(ours: Entry, theirs: Entry) -> Iterator[Difference]:
    """RT, RW and hamlet are fields of their own, so what is left of an address is held against what is left."""
    one, other = _street(ours), _street(theirs)
    if one != other:
        yield from _held("address", ours.value("address") if one else None, theirs.value("address") if other else None)
    hamlets = normalise(str(ours.value("hamlet") or "")), normalise(str(theirs.value("hamlet") or ""))
    if hamlets[0] != hamlets[1]:
        yield from _held("hamlet", ours.value("hamlet"), theirs.value("hamlet"))


def _street(entry: Entry) -> str:
    """The address without what stands in fields of its own: `RT 3/RW 1`, `RT/RW 3/1`, and the hamlet."""
    hamlet = frozenset(_WORD.findall(str(entry.value("hamlet") or "").upper()))
    left: list[str] = []
    numbers = 0
    for word in entry.plain_address.split():
        if word in _NEIGHBOURHOOD:
            numbers += 1
        elif numbers and word.isdigit():
            numbers -= 1
        elif word not in hamlet:
            numbers = 0
            left.append(word)
    return " ".join(left)


def _of_the_position(ours: Entry, theirs: Entry) -> Iterator[Difference]:
    one, other = _position(ours), _position(theirs)
    if one is None or other is None or max(abs(one[0] - other[0]), abs(one[1] - other[1])) > _NEAR_DEGREES:
        yield from _held("position", _written(one), _written(other))


def _position(entry: Entry) -> tuple[Decimal, Decimal] | None:
    latitude, longitude = entry.value("latitude"), entry.value("longitude")
    if isinstance(latitude, Decimal) and isinstance(longitude, Decimal):
        return latitude, longitude
    return None


def _written(position: tuple[Decimal, Decimal] | None) -> Stated:
    return f"{position[0].normalize():f}, {position[1].normalize():f}" if position else None


def _of_the_income(ours: Entry, theirs: Entry) -> Iterator[Difference]:
    """The amounts where both state one, else the bands: an amount beside the band that it lies in is no difference."""
    names = ("income_rupiah", "income_band")
    field = next((name for name in names if ours.value(name) is not None and theirs.value(name) is not None), None)
    if field is None:
        one, other = (next((name for name in names if side.value(name) is not None), None) for side in (ours, theirs))
        field = one or other
    if field and ours.value(field) != theirs.value(field):
        yield from _held(field, ours.value(field), theirs.value(field))


def _held(field: str, ours: Stated, theirs: Stated) -> Iterator[Difference]:
    if ours is not None or theirs is not None:
        yield Difference(field, ours, theirs)


def newer(ours: date | None, theirs: date | None) -> int:
    """1 where ours was surveyed later, -1 where theirs was, 0 where nobody can say."""
    if ours is None or theirs is None:
        return 0
    return (ours > theirs) - (ours < theirs)
