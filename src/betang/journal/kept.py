"""How is what is shown of a record kept in its room's table?

A room above the register declares a table for each of its kinds on `Kept`, with a column for each field of the kind
under the field's name. The register has its own way, since lists of it come by the hundred thousand.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from betang.journal import bulk
from betang.journal.commands import Outcome
from betang.journal.domain.commits import Author
from betang.journal.domain.records import FieldType, RecordType, Value
from betang.journal.domain.sealed import Sealed

VOID = "DIBATALKAN"  # the status of a record that was taken back: it stays on record and is shown nowhere


class Kept(models.Model):
    """What every such table has: where its commits are, and which agency made the record and when."""

    id = models.UUIDField(primary_key=True)
    partition = models.CharField(max_length=16)
    agency_id = models.UUIDField(db_index=True)
    agency = models.CharField(max_length=150)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        abstract = True


Tables = Mapping[int, type[Kept]]  # by the code of the kind


def store(
    outcomes: Iterable[Outcome], tables: Tables, *, partition: str, author: Author, at: datetime, new: set[UUID]
) -> None:
    """Write what is now shown into the tables. `new` are the records that this author made just now."""
    groups: dict[tuple[int, bool, tuple[str, ...]], list[Outcome]] = {}
    for outcome in outcomes:
        is_new = outcome.entity in new
        if outcome.values or is_new:
            groups.setdefault((outcome.kind.code, is_new, tuple(outcome.values)), []).append(outcome)
    for (kind, is_new, names), group in groups.items():
        table = tables[kind]
        if is_new:
            own = ("id", "partition", "agency_id", "agency", "created_at", "updated_at")
            start: tuple[object, ...] = (partition, author.agency_id, author.agency, at, at)
            bulk.insert(table, (*own, *names), [(each.entity, *start, *_columns(each, names)) for each in group])
        else:
            for each in group:
                changed = dict(zip(names, _columns(each, names), strict=True))
                table._default_manager.filter(pk=each.entity).update(updated_at=at, **changed)


def _columns(outcome: Outcome, names: Sequence[str]) -> list[object]:
    return [_column(outcome.values[name]) for name in names]


def _column(value: Value) -> object:
    return value.to_bytes() if isinstance(value, Sealed) else value


def values_of(kind: RecordType, row: Mapping[str, Any]) -> dict[str, Value]:
    """The Python value of each field, from a row of the kind's table as `values()` gives it."""
    return {spec.name: _value(spec.type, row[spec.name]) for spec in kind.fields if spec.name in row}


def _value(kind: FieldType, column: Any) -> Value:  # Any: of the type that the field's column has
    if kind is FieldType.SEALED and column is not None:
        return Sealed.from_bytes(bytes(column))
    return column  # type: ignore[no-any-return]  # the column was typed after the field
