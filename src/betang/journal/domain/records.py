"""What kinds of records travel, which fields have they, and how is a value written on the wire?

Field ids and kind codes are for ever: a number is never given to another meaning.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias
from uuid import UUID

from betang.journal.domain.sealed import Sealed

Value: TypeAlias = bool | int | str | Decimal | date | UUID | Sealed | list[str] | None
Wire: TypeAlias = bool | int | str | bytes | list[str] | list[bytes] | None


class FieldType(Enum):
    """How a value is held in memory, in tables and on the wire."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    BOOLEAN = "boolean"
    CODE = "code"
    CODES = "codes"
    ENTITY = "entity"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a kind: a permanent id (1 to 64), its type and the policy group that says who is right about it."""

    id: int
    name: str
    type: FieldType
    group: str
    choices: tuple[str, ...] = ()
    label: str = ""
    unit: str = ""
    # Worked out once, because they are asked for with every field of every commit.
    bit: int = field(init=False, repr=False, compare=False)
    write: Callable[[Value], Wire] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bit", 1 << (self.id - 1))
        object.__setattr__(self, "write", TO_WIRE.get(self.type))


@dataclass(frozen=True, eq=False)
class RecordType:
    """A kind of record; there is one object for each. `by_name` and `by_id` are worked out once."""

    name: str
    code: int
    fields: tuple[FieldSpec, ...]
    by_name: MappingProxyType[str, FieldSpec] = field(init=False, repr=False, compare=False)
    by_id: MappingProxyType[int, FieldSpec] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", MappingProxyType({spec.name: spec for spec in self.fields}))
        object.__setattr__(self, "by_id", MappingProxyType({spec.id: spec for spec in self.fields}))

    def fields_in(self, mask: int) -> list[FieldSpec]:
        """The fields whose bits are set, in the order of their ids; ids from a later version are passed over."""
        return [spec for spec in self.fields if mask & spec.bit]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What is the same for all changes that speak of the same fields of a kind; there is one object for each.

    `names` are all of its fields by id, of these `plain` travel as they are and `written` in another form;
    `group_masks` are the fields by policy group.
    """

    mask: int
    names: tuple[tuple[int, str], ...]
    plain: tuple[tuple[int, str], ...]
    written: tuple[tuple[int, str, Callable[[Value], Wire]], ...]
    group_masks: tuple[tuple[str, int], ...]

    def wire(self, values: Mapping[str, Value]) -> dict[int, Wire]:
        """The values as signatures will cover them, by field id."""
        wire: dict[int, Wire] = {number: values[name] for number, name in self.plain}  # type: ignore[misc]  # as they are
        for number, name, write in self.written:
            value = values[name]
            wire[number] = None if value is None else write(value)
        return wire

    def by_id(self, said: Mapping[str, str]) -> dict[int, str]:
        """What is said of these fields by name, by their ids."""
        return {number: said[name] for number, name in self.names if name in said}


@lru_cache(maxsize=4096)
def shape(kind: RecordType, names: tuple[str, ...]) -> Shape:
    """Lists repeat themselves: a hundred thousand rows speak of the same few selections of fields."""
    specs = [kind.by_name[name] for name in names]
    groups: dict[str, int] = {}
    for spec in specs:
        groups[spec.group] = groups.get(spec.group, 0) | spec.bit
    return Shape(
        mask=sum(spec.bit for spec in specs),
        names=tuple((spec.id, spec.name) for spec in specs),
        plain=tuple((spec.id, spec.name) for spec in specs if spec.write is None),
        written=tuple((spec.id, spec.name, spec.write) for spec in specs if spec.write is not None),
        group_masks=tuple(groups.items()),
    )


def _decimal_out(value: Value) -> Wire:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _sealed_out(value: Value) -> Wire:
    assert isinstance(value, Sealed)
    return [value.key_id, value.tag, value.nonce, value.ciphertext]


TO_WIRE: dict[FieldType, Callable[[Value], Wire]] = {
    FieldType.DECIMAL: _decimal_out,
    FieldType.DATE: lambda value: value.isoformat(),  # type: ignore[union-attr]  # the type of the field says so
    FieldType.ENTITY: lambda value: value.bytes,  # type: ignore[union-attr]  # the type of the field says so
    FieldType.SEALED: _sealed_out,
}

FROM_WIRE: dict[FieldType, Callable[..., Value]] = {
    FieldType.DECIMAL: Decimal,
    FieldType.DATE: date.fromisoformat,
    FieldType.ENTITY: lambda raw: UUID(bytes=raw),
    FieldType.SEALED: lambda raw: Sealed(*raw),
}


def to_wire(spec: FieldSpec, value: Value) -> Wire:
    """The value as signatures will cover it. None is an explicit "unknown"."""
    if value is None or spec.write is None:
        return value  # type: ignore[return-value]  # text, integers, booleans and lists travel as they are
    return spec.write(value)


def from_wire(spec: FieldSpec, raw: Wire) -> Value:
    """The value in memory."""
    if raw is None:
        return None
    read = FROM_WIRE.get(spec.type)
    return read(raw) if read else raw  # type: ignore[return-value]  # the remaining types travel as they are


_ENROLLED: dict[int, RecordType] = {}


def enroll(record_type: RecordType) -> None:
    """A room hands over a kind at start."""
    known = _ENROLLED.setdefault(record_type.code, record_type)
    if known is not record_type:
        raise ValueError(f"Kind {record_type.code} is already {known.name}.")


def record_type(code: int) -> RecordType | None:
    """The kind with this code, or None if no room here knows it."""
    return _ENROLLED.get(code)
