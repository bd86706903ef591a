"""How does a deed come to stand in the journal, in the tables and in the list?"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from betang.accounts.queries import Acting
from betang.journal import commands as journal
from betang.journal import keyring
from betang.journal.commands import Change, Outcome
from betang.journal.domain.commits import CommitId, Source
from betang.journal.domain.records import FieldType, Value
from betang.register import indexing, records
from betang.register.domain.fields import BY_NAME, Kind
from betang.register.domain.record_types import RECORD_TYPES


@dataclass(frozen=True)
class Deed:
    """What all changes of one deed share. `region_code` says where, and so with which authority."""

    acting: Acting
    partition: str
    region_code: str
    because: str
    by_hand: bool


def alone_in(partition: str) -> None:
    """Until this transaction ends, nobody else adds families to the partition, so who is known stays known.

    SQLite has one writer at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [zlib.crc32(f"register {partition}".encode())])


def write(deed: Deed, changes: Sequence[Change]) -> list[Outcome]:
    """Record the changes and store what they bring to the front. The caller relists the families they touch."""
    outcomes = journal.record(
        changes,
        partition=deed.partition,
        author=deed.acting.author(),
        ranks=deed.acting.ranks_for(deed.region_code),
        because=deed.because,
        by_hand=deed.by_hand,
    )
    observed = {change.entity: change.observed for change in changes}
    new = {change.entity for change in changes if change.bases is None}
    records.store(outcomes, partition=deed.partition, observed=observed, new=new)
    return outcomes


def write_and_list(
    deed: Deed, changes: Sequence[Change], *, families: Iterable[UUID], houses: Iterable[UUID] = ()
) -> list[Outcome]:
    """The same, and the list follows for these families and for those who live in these houses."""
    outcomes = write(deed, changes)
    indexing.relist(indexing.touched(families=families, houses=houses))
    return outcomes


def change(
    kind: Kind,
    entity: UUID,
    values: Mapping[str, Value],
    *,
    observed: date | None,
    bases: Mapping[str, Sequence[CommitId]] | None = None,
    source: Source | None = None,
) -> Change:
    """A change whose personal numbers are sealed."""
    return Change(entity, RECORD_TYPES[kind], sealed(kind, values), bases, observed, source)


def sealed(kind: Kind, values: Mapping[str, Value]) -> dict[str, Value]:
    """The values with their personal numbers sealed."""
    fields = BY_NAME[kind]
    return {
        name: keyring.seal_number(value) if isinstance(value, str) and fields[name].type is FieldType.SEALED else value
        for name, value in values.items()
    }
