"""How does what a person says of the programme come on record, with their authority?

Targets, homes, meetings and promises are records in the journal like those of the register, and shown in a table of
their room. This is what all of their commands do last.
"""

import secrets
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from betang.accounts.queries import Acting
from betang.journal import commands as journal
from betang.journal import kept, keyring
from betang.journal import queries as journal_queries
from betang.journal.commands import Change, Outcome
from betang.journal.domain.commits import CommitId, Source
from betang.journal.domain.records import FieldType, RecordType, Value
from betang.journal.kept import Tables
from betang.kernel.ids import marked_id


@dataclass(frozen=True)
class Deed:
    """What all changes of one deed share. `region_code` says where, and so with which authority; `partition` is the
    part of the list in which they travel."""

    acting: Acting
    region_code: str
    partition: str
    because: str = ""
    by_hand: bool = True


def new_id(acting: Acting) -> UUID:
    """A fresh id, from which anyone can tell that this person's agency made the record."""
    now_ms = time.time_ns() // 1_000_000
    return marked_id(acting.agency_id, unix_ms=now_ms, random_bytes=secrets.token_bytes(5))


def made(kind: RecordType, entity: UUID, values: Mapping[str, Value], *, source: Source | None = None) -> Change:
    """A new record; what is not known is not said. Personal numbers, given as text, are sealed."""
    said = {name: value for name, value in values.items() if value is not None}
    return Change(entity, kind, _sealed(kind, said), None, None, source)


def changed(
    kind: RecordType,
    entity: UUID,
    values: Mapping[str, Value],
    *,
    seen: Mapping[str, Sequence[CommitId]] | None = None,
    source: Source | None = None,
    undoes: UUID | None = None,
) -> Change:
    """A change of fields. `seen`: what a form showed (`journal.queries.read_seen`); without it, what is shown now."""
    shown = {name: (head.commit,) for name, head in journal_queries.shown_heads([entity]).get(entity, {}).items()}
    known = shown if seen is None else seen
    bases = {name: known[name] for name in values if name in known}
    return Change(entity, kind, _sealed(kind, values), bases, None, source, undoes)


def write(deed: Deed, changes: Sequence[Change], *, tables: Tables) -> list[Outcome]:
    """Record the changes and store what they bring to the front; an outcome for each, in their order.

    A record that the person's agency made is written with the authority of who made it.
    """
    outcomes: dict[UUID, Outcome] = {}
    with transaction.atomic():
        for group in _by_authority(deed, changes):
            for outcome in _write(deed, group, tables):
                outcomes[outcome.entity] = outcome
    return [outcomes[change.entity] for change in changes]


def _by_authority(deed: Deed, changes: Iterable[Change]) -> Iterator[list[Change]]:
    own: list[Change] = []
    others: list[Change] = []
    for change in changes:
        (own if deed.acting.made(change.entity) else others).append(change)
    yield from (group for group in (own, others) if group)


def _write(deed: Deed, changes: Sequence[Change], tables: Tables) -> list[Outcome]:
    author = deed.acting.author()
    outcomes = journal.record(
        changes,
        partition=deed.partition,
        author=author,
        ranks=deed.acting.ranks_on(changes[0].entity, deed.region_code),
        because=deed.because,
        by_hand=deed.by_hand,
    )
    new = {change.entity for change in changes if change.bases is None}
    kept.store(outcomes, tables, partition=deed.partition, author=author, at=timezone.now(), new=new)
    return outcomes


def _sealed(kind: RecordType, values: Mapping[str, Value]) -> dict[str, Value]:
    return {
        name: keyring.seal_number(value)
        if isinstance(value, str) and kind.by_name[name].type is FieldType.SEALED
        else value
        for name, value in values.items()
    }
