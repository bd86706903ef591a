"""Which earlier rows of the same list may be the same family as this one?

A trial writes nothing, so a row that repeats an earlier one would not find it. Its earlier kin are taken in again with
it, and taken back with it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from betang.intake.domain import addresses, civil
from betang.intake.domain.cells import Row, trimmed
from betang.intake.domain.headings import Table
from betang.intake.domain.rows import Known
from betang.intake.domain.villages import named
from betang.register.domain import matching
from betang.register.domain.addresses import of_parts
from betang.register.domain.matching import Subject

Key = tuple[str, ...]
T = TypeVar("T")


def keys(row: Row, table: Table, *, known: Known) -> tuple[Key, ...]:
    """What the register would match the row by."""
    nik, kk = civil.nik(table.cell(row, "nik")), civil.kk(table.cell(row, "kk"))
    are_sound = nik.text != kk.text
    subject = Subject(
        name=trimmed(table.cell(row, "name")).text,
        nik=nik.text if nik.is_sound and are_sound else None,
        kk_number=kk.text if kk.is_sound and are_sound else None,
        village_code=known.villages[named(table, row)].code or "",
        address=trimmed(table.cell(row, "address")).text or _of_parts(row, table),
    )
    return tuple((rule.value, *words) for rule, words in matching.keys(subject).items())


def _of_parts(row: Row, table: Table) -> str:
    named_apart = (addresses.of_column(key, table.cell(row, key)) for key in addresses.COLUMNS if key in table.places)
    return of_parts({name: value for _found, parts in named_apart for name, value in parts.items()})


def repeated(all_keys: Iterable[tuple[Key, ...]]) -> frozenset[Key]:
    counted = Counter(key for row_keys in all_keys for key in row_keys)
    return frozenset(key for key, times in counted.items() if times > 1)


@dataclass(slots=True)
class _Family(Generic[T]):
    members: list[T] = field(default_factory=list)
    keys: set[Key] = field(default_factory=set)


class Kin(Generic[T]):
    """Rows that share a repeated key, directly or through others, in the order in which they came."""

    def __init__(self, repeated_keys: frozenset[Key]) -> None:
        self._repeated = repeated_keys
        self._families: dict[Key, _Family[T]] = {}

    def add(self, row: T, row_keys: Iterable[Key]) -> list[T]:
        """Remembers the row; its earlier kin."""
        shared = set(self._repeated.intersection(row_keys))
        found = {id(family): family for key in shared if (family := self._families.get(key))}
        earlier = [member for family in found.values() for member in family.members]
        if shared:
            merged = _Family([*earlier, row], shared.union(*(family.keys for family in found.values())))
            self._families.update(dict.fromkeys(merged.keys, merged))
        return earlier
