"""How does a change come to be on record?"""

import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import msgspec
from django.db import connection

from betang.journal import bulk, keyring, stored
from betang.journal.domain import clock, merge
from betang.journal.domain.commits import Author, Base, Commit, CommitId, RankedMask, Source, days, encode
from betang.journal.domain.records import RecordType, Shape, Value, from_wire, shape
from betang.journal.models import CommitRow, EntityClock, Stream
from betang.kernel import crypto
from betang.kernel.ids import uuid7

UNPROVED = 0  # the rank on a field that the policy gives this author nothing for
_STATE_COLUMNS = ("entity", "kind", "partition", "state", "open_count")


class Change(msgspec.Struct, frozen=True):
    """What one person says of one entity. `bases`: per field, the commits the form showed; None for a new entity.

    `undoes`: the batch whose words this change takes back.
    """

    entity: UUID
    kind: RecordType
    values: Mapping[str, Value]
    bases: Mapping[str, Sequence[CommitId]] | None = None
    observed: date | None = None
    source: Source | None = None
    undoes: UUID | None = None


class Outcome(msgspec.Struct, frozen=True):
    """What became of a change: the values shown because of it, and those that wait beside what is shown."""

    entity: UUID
    kind: RecordType
    commit: CommitId
    values: Mapping[str, Value]
    waiting: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all changes of one deed share: the partition, the author and their authority, the reason, the hand."""

    partition: str
    author: Author
    ranks: Mapping[str, int]
    because: str
    by_hand: bool
    ranked: dict[Shape, tuple[RankedMask, ...]] = field(default_factory=dict)

    def ranks_of(self, form: Shape) -> tuple[RankedMask, ...]:
        """With which authority the fields of a change are written; worked out once for each shape."""
        if form not in self.ranked:
            masks: dict[int, int] = {}
            for group, mask in form.group_masks:
                rank = self.ranks.get(group, UNPROVED)
                masks[rank] = masks.get(rank, 0) | mask
            self.ranked[form] = tuple(RankedMask(*pair) for pair in sorted(masks.items()))
        return self.ranked[form]


def new_id() -> UUID:
    """A fresh id for an entity."""
    return uuid7(unix_ms=time.time_ns() // 1_000_000, random_bytes=secrets.token_bytes(10))


def record(
    changes: Sequence[Change],
    *,
    partition: str,
    author: Author,
    ranks: Mapping[str, int],
    because: str,
    by_hand: bool,
) -> list[Outcome]:
    """Append a commit for each change, in order, and say what is now shown. Call inside the deed's transaction.

    Each entity may occur once in a call. `ranks` maps every policy group to the author's rank in this partition.
    """
    if not changes:
        return []
    if not connection.in_atomic_block:
        raise RuntimeError("A change is recorded inside the transaction of its deed.")
    occasion = Occasion(partition, author, ranks, because, by_hand)
    stream = _locked_stream(partition)
    commits = _commits(changes, stream, occasion)
    before = stored.states(change.entity for change in changes if change.bases is not None)
    merged = [_merged(before, change, commit) for change, commit in zip(changes, commits, strict=True)]
    _append(stream, commits)
    _keep(partition, before, list(zip(commits, merged, strict=True)))
    return [_outcome(change, before.get(change.entity), state) for change, state in zip(changes, merged, strict=True)]


def _merged(before: Mapping[UUID, merge.EntityState], change: Change, commit: Commit) -> merge.EntityState:
    if change.bases is None:
        return merge.first(commit)
    return merge.merge(before.get(change.entity, merge.EMPTY), commit)


def _locked_stream(partition: str) -> Stream:
    key_id = keyring.signing_key_id()
    sid = crypto.fingerprint(key_id + partition.encode())[:8]
    if stream := Stream.objects.select_for_update().filter(sid=sid).first():
        return stream
    Stream.objects.get_or_create(sid=sid, defaults={"key_id": key_id, "partition": partition})
    return Stream.objects.select_for_update().get(sid=sid)


def _commits(changes: Sequence[Change], stream: Stream, occasion: Occasion) -> list[Commit]:
    now_ms = time.time_ns() // 1_000_000
    hlc, seq, sid = stream.last_hlc, stream.last_seq, bytes(stream.sid)
    commits = []
    for change in changes:
        hlc, seq = clock.advance(hlc, now_ms=now_ms), seq + 1
        commits.append(_commit(change, CommitId(sid, seq), hlc, occasion))
    stream.last_hlc, stream.last_seq = hlc, seq
    return commits


def _commit(change: Change, commit_id: CommitId, hlc: int, occasion: Occasion) -> Commit:
    form = shape(change.kind, tuple(change.values))
    return Commit(
        id=commit_id,
        entity=change.entity,
        kind=change.kind.code,
        hlc=hlc,
        author=occasion.author,
        ranks=occasion.ranks_of(form),
        mask=form.mask,
        values=form.wire(change.values),
        bases=_bases(change),
        observed=days(change.observed),
        meta=_meta(change, form, occasion),
    )


def _bases(change: Change) -> tuple[Base, ...]:
    if not change.bases:
        return ()
    masks: dict[CommitId, int] = {}
    for name, seen in change.bases.items():
        for commit_id in seen:
            masks[commit_id] = masks.get(commit_id, 0) | change.kind.by_name[name].bit
    return tuple(Base(*pair) for pair in sorted(masks.items()))


def _meta(change: Change, form: Shape, occasion: Occasion) -> dict[str, object]:
    meta: dict[str, object] = {"p": occasion.author.person, "a": occasion.author.agency}
    if occasion.because:
        meta["r"] = occasion.because
    if occasion.by_hand:
        meta["h"] = True
    if change.undoes is not None:
        meta["u"] = change.undoes.bytes
    if change.source is not None:
        meta |= _place(change.source, form)
    return meta


def _place(source: Source, form: Shape) -> dict[str, object]:
    place: dict[str, object] = {"f": source.file, "n": source.row}
    if source.batch is not None:
        place["b"] = source.batch.bytes
    if columns := form.by_id(source.columns):
        place["c"] = columns
    return place


def _append(stream: Stream, commits: Sequence[Commit]) -> None:
    rows = [(stream.pk, commit.id.seq, commit.entity, encode(commit)) for commit in commits]
    bulk.insert(CommitRow, ("stream", "seq", "entity", "body"), rows)
    Stream.objects.filter(pk=stream.pk).update(last_seq=stream.last_seq, last_hlc=stream.last_hlc)


def _keep(
    partition: str, before: Mapping[UUID, merge.EntityState], merged: Sequence[tuple[Commit, merge.EntityState]]
) -> None:
    new = [pair for pair in merged if pair[0].entity not in before]
    old = [pair for pair in merged if pair[0].entity in before]
    # A new entity is inserted, never upserted: were its id known after all, what is alive on it would be lost.
    for write, pairs in ((bulk.insert, new), (bulk.upsert, old)):
        rows = [(c.entity, c.kind, partition, merge.to_bytes(s), stored.open_fields(s, c)) for c, s in pairs]
        write(EntityClock, _STATE_COLUMNS, rows)


def _outcome(change: Change, before: merge.EntityState | None, state: merge.EntityState) -> Outcome:
    commit = state.known[-1]
    if before is None:
        return Outcome(change.entity, change.kind, commit, change.values, {})
    values: dict[str, Value] = {}
    waiting: dict[str, Value] = {}
    resurfaced: dict[str, CommitId] = {}
    for name, value in change.values.items():
        bit = change.kind.by_name[name].bit
        then, now = merge.shown(before, bit), merge.shown(state, bit)
        if now is not None and now.commit == commit:
            values[name] = value
            continue
        waiting[name] = value
        if now is not None and (then is None or then.commit != now.commit):
            resurfaced[name] = now.commit
    return Outcome(change.entity, change.kind, commit, values | _said_before(change.kind, resurfaced), waiting)


def _said_before(kind: RecordType, fields: Mapping[str, CommitId]) -> dict[str, Value]:
    """Values of older commits that a change brought to the front, by replacing what stood before them."""
    said = stored.commits(fields.values())
    specs = {name: kind.by_name[name] for name in fields}
    return {name: from_wire(spec, said[fields[name]].values[spec.id]) for name, spec in specs.items()}
