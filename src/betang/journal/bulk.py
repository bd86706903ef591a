"""How are many rows written at once, and found again by their keys?

`bulk_create` wrote 4 thousand wide rows a second in a trial, `executemany` through the same connection 110 thousand.
A queryset is built and compiled anew each time, which takes longer than SQLite does to find a hundred rows by a key;
here the statement of a table and its columns is made once.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.db import connection, models

Adapt = Callable[..., object]
Convert = Callable[[object], object]
_AT_ONCE = 500  # parameters in one query; SQLite's default limit was 999 for long

_SQLITE: dict[str, Adapt] = {
    "UUIDField": lambda value: value.hex,
    "DecimalField": str,
    "DateField": lambda value: value.isoformat(),
    "DateTimeField": lambda value: value.astimezone(UTC).replace(tzinfo=None).isoformat(" "),
    "JSONField": json.dumps,
}
_POSTGRESQL: dict[str, Adapt] = {"JSONField": json.dumps}


@dataclass(frozen=True, slots=True)
class Statement:
    """What is the same for all rows of one table and these columns."""

    sql: str
    adapt: tuple[tuple[int, Adapt], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """The columns of a table, and per column what makes a Python value of what the driver gives."""

    sql: str
    convert: tuple[tuple[int, Convert], ...]


def insert(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert rows of values in the order of the field names; an id that exists raises `IntegrityError`."""
    _write(_insert(model, tuple(names)), rows)


def upsert(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert, or replace the named columns where the primary key exists."""
    _write(_upsert(model, tuple(names)), rows)


def rows(
    model: type[models.Model], names: Sequence[str], *, where: str, among: Iterable[object]
) -> Iterator[tuple[Any, ...]]:
    """The named fields of the rows whose field `where` is among these values, in no order.

    Any: of the types of the fields.
    """
    question, wanted = _question(model, tuple(names), where), list(among)
    (adapt,) = adapters(model, (where,))
    for start in range(0, len(wanted), _AT_ONCE):
        some: list[Any] = [adapt(value) if adapt else value for value in wanted[start : start + _AT_ONCE]]
        with connection.cursor() as cursor:
            cursor.execute(f"{question.sql} IN ({', '.join(['%s'] * len(some))})", some)
            yield from _converted(cursor.fetchall(), question.convert)


def adapters(model: type[models.Model], names: Sequence[str]) -> list[Adapt | None]:
    """Per field, what makes of a Python value one that the database's driver takes; None where it takes it as it is."""
    table = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    return [table.get(_concrete_type(model, name)) for name in names]


def moment(value: datetime) -> object:
    """A moment as raw SQL wants it."""
    return _SQLITE["DateTimeField"](value) if connection.vendor == "sqlite" else value


def _write(statement: Statement, rows: Iterable[Sequence[object]]) -> None:
    if adapted := _adapted(rows, statement.adapt):
        with connection.cursor() as cursor:
            cursor.executemany(statement.sql, adapted)


def _adapted(rows: Iterable[Sequence[object]], adapt: Iterable[tuple[int, Adapt]]) -> list[Any]:
    """Column by column, for most need no change. Any: what the driver takes."""
    columns: list[Sequence[object]] = list(zip(*rows, strict=True))
    if not columns:
        return []
    for place, change in adapt:
        columns[place] = [None if value is None else change(value) for value in columns[place]]
    return list(zip(*columns, strict=True))


def _converted(found: Sequence[tuple[Any, ...]], convert: Iterable[tuple[int, Convert]]) -> Iterable[tuple[Any, ...]]:
    """Column by column, as `_adapted`."""
    if not found:
        return ()
    columns: list[Sequence[Any]] = list(zip(*found, strict=True))
    for place, change in convert:
        columns[place] = [change(value) for value in columns[place]]
    return zip(*columns, strict=True)


@lru_cache(maxsize=256)
def _question(model: type[models.Model], names: tuple[str, ...], where: str) -> Question:
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, _columns(model, names)))
    convert = ((place, _converter(_field(model, name))) for place, name in enumerate(names))
    return Question(
        f"SELECT {columns} FROM {quote(model._meta.db_table)} WHERE {quote(_column(model, where))}",
        tuple((place, change) for place, change in convert if change),
    )


def _converter(field: "models.Field[Any, Any]") -> Convert | None:
    """What Django itself does to such a column."""
    column = field.get_col(field.model._meta.db_table)
    steps = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]
    if not steps:
        return None

    def convert(value: object) -> object:
        for step in steps:
            value = step(value, column, connection)
        return value

    return convert


@lru_cache(maxsize=256)
def _insert(model: type[models.Model], names: tuple[str, ...]) -> Statement:
    quote = connection.ops.quote_name
    columns, marks = ", ".join(map(quote, _columns(model, names))), ", ".join(["%s"] * len(names))
    adapt = tuple((place, change) for place, change in enumerate(adapters(model, names)) if change)
    return Statement(f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})", adapt)


@lru_cache(maxsize=256)
def _upsert(model: type[models.Model], names: tuple[str, ...]) -> Statement:
    plain = _insert(model, names)
    key = connection.ops.quote_name(_key_column(model))
    quoted = [connection.ops.quote_name(column) for column in _columns(model, names)]
    changes = ", ".join(f"{column} = excluded.{column}" for column in quoted if column != key)
    verb = f"DO UPDATE SET {changes}" if changes else "DO NOTHING"
    return Statement(f"{plain.sql} ON CONFLICT ({key}) {verb}", plain.adapt)


def _columns(model: type[models.Model], names: Sequence[str]) -> list[str]:
    return [_column(model, name) for name in names]


def _key_column(model: type[models.Model]) -> str:
    return _column(model, "pk")


def _column(model: type[models.Model], name: str) -> str:
    column = _field(model, name).column
    assert column is not None
    return column


def _field(model: type[models.Model], name: str) -> "models.Field[Any, Any]":  # Any: of whatever type
    found = model._meta.pk if name == "pk" else model._meta.get_field(name)
    assert isinstance(found, models.Field)
    return found


def _concrete_type(model: type[models.Model], name: str) -> str:
    field = _field(model, name)
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    return field.get_internal_type()
