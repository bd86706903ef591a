"""What is known of a family on one side of a comparison, and what may be held against another?

An entry is made from a row as the intake reads it or from a card of the register; from there on both are the same.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias
from uuid import UUID

from betang.kernel import civil_numbers
from betang.kernel.names import normalise
from betang.register.domain.addresses import of_parts
from betang.register.domain.fields import FIELDS, Field, Kind
from betang.register.domain.matching import plain_address

# A value as a side states it; several answers to one question in their own order, so that equal ones are equal.
Stated: TypeAlias = str | int | Decimal | date | tuple[str, ...] | None
PARTS = {"house": Kind.HOUSE, "family": Kind.FAMILY, "head": Kind.PERSON, "assessment": Kind.ASSESSMENT}
# Who the family is, where, and when somebody came stands in an entry by itself; the rest is not said by a list.
_APART = frozenset({"village_code", "name", "nik", "kk_number", "assessed_date"})
_LEFT_OUT = frozenset({"position_source", "position_accuracy_m", "status", "note", "assessor", "photo_files"})
_PARTS_OF_ADDRESS = ("hamlet", "rt", "rw")
_OF_NO_LIST = frozenset(
    {"house", "family", "head", "decile_date", "dtsen_id", "relation", "land_disputed", "zoning_conforms",
     "occupied_since", "elderly_count", "toddler_count", "disabled_count", "male_count", "female_count"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """A field that both sides may state; `at` is its place among the values of an entry."""

    at: int
    part: str
    field: Field


def _slots() -> tuple[Slot, ...]:
    passed = _APART | _LEFT_OUT | _OF_NO_LIST
    found = [
        (part, field)
        for part, kind in PARTS.items()
        for field in FIELDS[kind]
        if field.name not in passed and not field.name.endswith("_doubt")
        if not (part == "family" and field.name == "address")
    ]
    return tuple(Slot(at, part, field) for at, (part, field) in enumerate(found))


SLOTS = _slots()
AT: Mapping[str, int] = {slot.field.name: slot.at for slot in SLOTS}
_RECEIVED_NOTHING = "BELUM PERNAH"


@dataclass(frozen=True, slots=True)
class Number:
    """A NIK or KK number as a side states it; with a mask alone `text` is empty."""

    text: str = ""
    mask: str = ""
    is_sound: bool = False

    @property
    def evidence(self) -> str:
        """The digits that can be relied on, the middle hidden; empty where there are none."""
        return self.mask if (self.is_sound or not self.text) and self.mask != civil_numbers.HIDDEN else ""

    @property
    def sound(self) -> str:
        return self.text if self.is_sound else ""

    def contradicts(self, other: "Number") -> bool:
        """Whether they are surely the numbers of two."""
        if self.is_sound and other.is_sound:
            return self.text != other.text
        return bool(self.evidence and other.evidence and self.evidence != other.evidence)

    def agrees(self, other: "Number") -> bool:
        return bool(self.evidence) and not self.contradicts(other) and self.evidence == other.evidence


NO_NUMBER = Number()


@dataclass(frozen=True, slots=True)
class Entry:
    """A family as one side has it. `order` counts the rows of the side, `sheet` (from 0) and `row` say where it stands.

    `goes_back`: the intake would return this row, though the family on it is known. `family` is its id in the register.
    """

    order: int
    sheet: int
    row: int
    name: str
    village_code: str
    nik: Number
    kk: Number
    observed: date | None
    values: tuple[Stated, ...]
    is_aided: bool = False
    goes_back: bool = False
    family: UUID | None = None

    def value(self, name: str) -> Stated:
        return self.values[AT[name]]

    @property
    def plain_name(self) -> str:
        return normalise(self.name)

    @property
    def plain_address(self) -> str:
        return _plain_address(self.address)

    @property
    def address(self) -> str:
        """As it was written, else of its parts."""
        written = self.value("address")
        return written if isinstance(written, str) else of_parts({name: self.value(name) for name in _PARTS_OF_ADDRESS})


_plain_address = lru_cache(maxsize=65536)(plain_address)


@dataclass(frozen=True, slots=True)
class Unread:
    """A row of which the family or the village cannot be told, and why: a code of domain.findings."""

    sheet: int
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Side:
    """A list as read. `region_code` is the smallest region that holds it, or the one it is asked of."""

    region_code: str
    entries: Sequence[Entry]
    unread: Sequence[Unread] = ()
    is_register: bool = False

    @property
    def rows(self) -> int:
        return len(self.entries) + len(self.unread)


def number(text: str, *, doubt: object, mask: str = "") -> Number:
    """As stated with its doubt, or as its mask where no more is known."""
    if text:
        return Number(text, civil_numbers.mask(text), is_sound=not doubt)
    return Number("", mask) if mask else NO_NUMBER


def values(parts: Mapping[str, Mapping[str, object]]) -> tuple[Stated, ...]:
    """The values that are compared, in the order of `SLOTS`."""
    empty: Mapping[str, object] = {}
    return tuple(_value(slot, parts.get(slot.part, empty).get(slot.field.name)) for slot in SLOTS)


def _value(slot: Slot, value: object) -> Stated:
    """The codes of a hundred thousand families are a few words, so each is kept once."""
    if slot.field.codes is not None and isinstance(value, str):
        return sys.intern(value) or None
    if isinstance(value, list | tuple):
        return tuple(sorted(map(str, value))) or None
    # What a table of the register or a reader of cells gives is one of these.
    return value if value != "" else None  # type: ignore[return-value]


def is_aided(aid: Mapping[str, object]) -> bool:
    """Whether a list says that the family has been helped before."""
    return bool(
        aid.get("programme") or aid.get("year") or aid.get("received_band", _RECEIVED_NOTHING) != _RECEIVED_NOTHING
    )


def common_region(village_codes: Sequence[str], *, otherwise: str) -> str:
    """The smallest region that holds these villages."""
    shared: list[str] = []
    for parts in zip(*(code.split(".") for code in set(village_codes)), strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return ".".join(shared) or otherwise
