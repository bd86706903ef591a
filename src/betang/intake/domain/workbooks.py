"""Which lists does intake take in for rooms above it, and what does each say of its columns, its rows and its words?

A room hands its workbooks over at start (`betang.intake.workbooks`). Intake reads their cells as it reads all cells;
what an accepted row does, and how it is taken back, the room does itself.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol
from uuid import UUID

from betang.accounts.domain.acting import Acting
from betang.accounts.domain.roles import Ability
from betang.journal.domain.records import Value
from betang.register.domain.code_lists import CodeList

LISTED = "Daftar lain juga menyebut catatan ini."  # what may stand on a list of records of a room above


class Reads(Enum):
    """How the cells of a column are read."""

    TEXT = "text"
    DAY = "day"
    CODE = "code"
    RUPIAH = "rupiah"


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column that only workbooks have: its key, its name on the page (a msgid), the field it fills."""

    key: str
    label: str
    field: str
    reads: Reads = Reads.TEXT
    codes: CodeList | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as this workbook's sheet writes it, and how else senders write it."""

    key: str
    heading: str
    others: tuple[str, ...] = ()


class Entry(Protocol):
    """A row as it was read: what it says by field, and in which column each stood."""

    @property
    def row(self) -> int: ...
    @property
    def values(self) -> Mapping[str, Value]: ...
    @property
    def columns(self) -> Mapping[str, str]: ...


class Result(Protocol):
    """What became of a row: an outcome of `domain.counts`, and what was found, as field and code.

    A row that is returned names no record.
    """

    @property
    def row(self) -> int: ...
    @property
    def outcome(self) -> str: ...
    @property
    def record(self) -> UUID | None: ...
    @property
    def problems(self) -> Sequence[tuple[str, str]]: ...


class Stand(Protocol):
    """Something that others put on record and that stands on what a list brought; `sentence` is a msgid."""

    @property
    def record(self) -> UUID: ...
    @property
    def what(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def agency(self) -> str: ...


class Back(Protocol):
    """How many records became void, how many fields have their old value, and which records stay."""

    @property
    def records(self) -> int: ...
    @property
    def fields(self) -> int: ...
    @property
    def stays(self) -> frozenset[UUID]: ...


class Take(Protocol):
    """Takes rows of one regency in, in their order; the caller holds the transaction."""

    def __call__(
        self, acting: Acting, rows: Sequence[Entry], *, batch: UUID | None, file: str, partition: str
    ) -> Sequence[Result]: ...


class LookBack(Protocol):
    """Reads what a list left on these records, before anyone is kept waiting: what `TakeBack` is given."""

    def __call__(self, batch: UUID, records: Sequence[UUID]) -> object: ...


class TakeBack(Protocol):
    """Takes back what was looked at, in one transaction. `named`: which of these records other lists found."""

    def __call__(
        self, acting: Acting, looked: object, *, because: str, named: Callable[[Iterable[UUID]], Iterable[UUID]]
    ) -> Back: ...


@dataclass(frozen=True)
class Deeds:
    """What the room does with the rows of a workbook.

    `keys`: what a row would be recognised by, for two rows of one list. `around`: the records, and those they name.
    `villages`: in how many villages these records are.
    """

    take: Take
    keys: Callable[[Mapping[str, Value]], Iterable[tuple[Hashable, ...]]]
    look_back: LookBack
    take_back: TakeBack
    stands: Callable[[UUID, Iterable[UUID]], Sequence[Stand]]
    around: Callable[[Iterable[UUID]], set[UUID]]
    villages: Callable[[Iterable[UUID]], int]


@dataclass(frozen=True)
class Workbook:
    """A kind of list.

    `shared`: which field a column fills that other lists have too (name, nik, address, position). `own`: the columns
    that only workbooks have. A sheet without all of `needs` is another list. `returns`, `flags`: what the room says of
    a row, by code (msgids).
    """

    code: str
    name: str
    headings: tuple[Heading, ...]
    shared: Mapping[str, str]
    own: tuple[OwnColumn, ...]
    needs: tuple[str, ...]
    ability: Ability
    returns: Mapping[str, str]
    flags: Mapping[str, str]
    deeds: Deeds

    def key_of(self, field: str) -> str:
        """The column of a field; empty where no column of its own says it."""
        mine = {each.field: each.key for each in self.own}
        return mine.get(field) or next((key for key, name in self.shared.items() if name == field), "")


ENROLLED: dict[str, Workbook] = {}


def workbook_of(template: str, keys: Iterable[str]) -> Workbook | None:
    """Which workbook a sheet is: by its template, or where a person said what its headings mean by what they chose."""
    if template in ENROLLED:
        return ENROLLED[template]
    chosen = set(keys)
    fitting = [each for each in ENROLLED.values() if set(each.needs) <= chosen]
    return max(fitting, key=lambda each: len(chosen & {one.key for one in each.own}), default=None)


def own_keys() -> frozenset[str]:
    """The columns that only workbooks have."""
    return frozenset(column.key for each in ENROLLED.values() for column in each.own)
