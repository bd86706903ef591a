"""What does the register show, as tables for bulk work, without whom it is about?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import transaction
from django.db.models import Q

from betang.journal import queries as journal
from betang.journal.domain.records import FieldType
from betang.register import scope
from betang.register.domain.fields import FIELDS, Field, Kind
from betang.register.tables import TABLES

# Numbers, names, phones, addresses, and free text that may hold any of them.
LEFT_OUT = frozenset(
    {
        "kk_number",
        "nik",
        "name",
        "phone",
        "address",
        "hamlet",
        "note",
        "assessor",
        "photo_files",
        "tenure_document",
        "document",
        "dtsen_id",
        "birth_place",
    }
)
_AT_ONCE = 2_000
_ARROW = {
    FieldType.TEXT: pa.string(),
    FieldType.CODE: pa.string(),
    FieldType.CODES: pa.list_(pa.string()),
    FieldType.INTEGER: pa.int64(),
    FieldType.BOOLEAN: pa.bool_(),
    FieldType.DATE: pa.date32(),
    FieldType.ENTITY: pa.string(),
}


@dataclass(frozen=True)
class Snapshot:
    """One Arrow table per kind of record, all as of one position of the journal."""

    region_code: str
    position: int
    tables: Mapping[str, pa.Table]


def snapshot(region_code: str) -> Snapshot:
    """Everything shown in the partitions of a region, read in one transaction."""
    with transaction.atomic():
        position = journal.position()
        tables = {kind.name.lower(): _table(kind, region_code, position) for kind in Kind}
    return Snapshot(region_code, position, tables)


def write_parquet(taken: Snapshot, folder: Path) -> list[Path]:
    """One file per kind, named after the kind, the region and the position; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, table in taken.tables.items():
        path = folder / f"{name}-{taken.region_code}-{taken.position}.parquet"
        pq.write_table(table, path, compression="zstd")
        paths.append(path)
    return paths


def columns(kind: Kind) -> list[Field]:
    """The fields of a kind that a snapshot carries."""
    return [each for each in FIELDS[kind] if each.name not in LEFT_OUT and each.type is not FieldType.SEALED]


def _table(kind: Kind, region_code: str, position: int) -> pa.Table:
    carried = columns(kind)
    schema = pa.schema(
        [
            ("id", pa.string()),
            ("partition", pa.string()),
            ("observed_date", pa.date32()),
            *((each.name, _arrow_type(each)) for each in carried),
        ],
        metadata={"region_code": region_code, "position": str(position)},
    )
    rows = TABLES[kind].objects.filter(_in_region(region_code)).order_by("id").values_list(*schema.names)
    batches = []
    held: list[tuple[Any, ...]] = []  # Any: a row of whatever columns the schema names
    for row in rows.iterator(chunk_size=_AT_ONCE):
        held.append(row)
        if len(held) == _AT_ONCE:
            batches.append(_batch(held, schema))
            held = []
    return pa.Table.from_batches([*batches, _batch(held, schema)], schema=schema)


def _in_region(region_code: str) -> Q:
    if region_code == scope.NATION:
        return Q()
    return Q(partition=region_code) | Q(partition__startswith=f"{region_code}.")


def _arrow_type(each: Field) -> pa.DataType:
    if each.type is FieldType.DECIMAL:
        return pa.decimal128(18, each.places)
    return _ARROW[each.type]


def _batch(rows: list[tuple[Any, ...]], schema: pa.Schema) -> pa.RecordBatch:
    held = zip(*rows, strict=True) if rows else ([] for _ in schema.names)
    arrays = [
        pa.array([str(value) if isinstance(value, UUID) else value for value in column], type=each.type)
        for column, each in zip(held, schema, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
