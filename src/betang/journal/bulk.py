"""How are many rows written at once?

`bulk_create` wrote 4 thousand wide rows a second in a trial, `executemany` through the same connection 110 thousand.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.db import connection, models

Adapt = Callable[..., object]

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


def insert(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert rows of values in the order of the field names; an id that exists raises `IntegrityError`."""
    _write(_insert(model, tuple(names)), rows)


def upsert(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert, or replace the named columns where the primary key exists."""
    _write(_upsert(model, tuple(names)), rows)


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
