"""Which records does a text find, and what does one record say, for a script?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from betang.accounts.queries import Acting
from betang.journal import queries as journal
from betang.journal.domain.commits import Source
from betang.journal.domain.records import Value
from betang.journal.queries import Said
from betang.register.domain.fields import BY_NAME, Kind
from betang.register.queries.cards import readable
from betang.register.queries.listing import ListRow, rows_of
from betang.register.queries.located import located
from betang.register.queries.searching import ListFilters, fitting

_AT_ONCE = 500  # rows of the list read at a time


@dataclass(frozen=True)
class Found:
    """A record that was found: kind is house, family or person; the label says who and where."""

    id: UUID
    kind: str
    label: str


@dataclass(frozen=True)
class ShownField:
    """What is shown on a field: the value, the day it was seen or else said, and where it is from."""

    name: str
    value: Value
    date: date
    source: str


@dataclass(frozen=True)
class Shown:
    """One record: the fields that have a value, in the order of the field table; personal numbers masked."""

    id: UUID
    kind: str
    fields: tuple[ShownField, ...]

    def __contains__(self, name: str) -> bool:
        return any(each.name == name for each in self.fields)

    def __getitem__(self, name: str) -> ShownField:
        return next(each for each in self.fields if each.name == name)


def find(acting: Acting, text: str = "", region_code: str | None = None) -> list[Found]:
    """House, family and head of every family that the text finds, in the order of the list; an empty text finds all."""
    found = fitting(acting, ListFilters(text=text, region_code=region_code or ""))
    ids = found.stretch(0, found.total)
    parts = (rows_of(ids[start : start + _AT_ONCE]) for start in range(0, len(ids), _AT_ONCE))
    return [each for rows in parts for row in rows for each in _found(row)]


def _found(row: ListRow) -> Iterator[Found]:
    label = ", ".join(part for part in (row.head_name, row.place) if part)
    if row.house_id:
        yield Found(row.house_id, "house", label)
    yield Found(row.family_id, "family", label)
    if row.head_id:
        yield Found(row.head_id, "person", label)


def show(acting: Acting, entity: UUID | str) -> Shown:
    """What the register shows of one record. Raises `Refusal` "not_found"."""
    found = located(acting, entity)
    standing = journal.standing(found.id)
    spoken_of = ((name, standing[name].shown) for name in BY_NAME[found.kind] if name in standing)
    fields = (_field(found.kind, name, said) for name, said in spoken_of if said.value is not None)
    return Shown(found.id, found.kind.name.lower(), tuple(fields))


def _field(kind: Kind, name: str, said: Said) -> ShownField:
    place = _place(said.source, name) if said.source else f"{said.person}, {said.agency}"
    return ShownField(name, readable(BY_NAME[kind][name], said.value), said.observed or said.at.date(), place)


def _place(source: Source, name: str) -> str:
    """`Daftar RTLH 2024.xlsx baris 17, D`."""
    row = f" baris {source.row}" if source.row is not None else ""
    column = f", {source.columns[name]}" if name in source.columns else ""
    return f"{source.file}{row}{column}"
