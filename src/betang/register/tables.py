"""Which table holds a kind, and what does a row of it say?"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from betang.journal.domain.records import FieldType, Value
from betang.journal.domain.sealed import Sealed
from betang.register import models
from betang.register.domain.fields import FIELDS, Field, Kind

Table: TypeAlias = type[models.House | models.Family | models.Person | models.Assessment | models.AidReceived]
Row: TypeAlias = Mapping[str, Any]  # a row as Django's `values()` gives it, of whatever columns were asked for

TABLES: dict[Kind, Table] = {
    Kind.HOUSE: models.House,
    Kind.FAMILY: models.Family,
    Kind.PERSON: models.Person,
    Kind.ASSESSMENT: models.Assessment,
    Kind.AID: models.AidReceived,
}
VOID = "DIBATALKAN"  # the status of a record that was taken back; it stays on record and is shown nowhere


def values_of(kind: Kind, row: Row) -> dict[str, Value]:
    """The python value of each field, from a row of the kind's table."""
    return {each.name: _value_of(each, row[each.name]) for each in FIELDS[kind]}


def _value_of(each: Field, column: Any) -> Value:  # Any: of the type that the field's column has
    if each.type is FieldType.SEALED and column is not None:
        return Sealed.from_bytes(bytes(column))
    return column  # type: ignore[no-any-return]  # the column was typed after the field
