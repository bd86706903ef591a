"""Who said what, when, on whose authority, and which of it is shown?"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core import signing
from django.db.models import Q, QuerySet, Sum

from betang.journal import stored
from betang.journal.domain import clock, merge, unsaid
from betang.journal.domain.commits import Commit, CommitId, Source, day, decode
from betang.journal.domain.records import RecordType, Value, from_wire, record_type, to_wire
from betang.journal.models import CommitRow, EntityClock
from betang.kernel.errors import Malformed

_SALT = "betang.journal.seen"


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit of an entity's history."""

    commit: CommitId
    kind: RecordType
    at: datetime
    observed: date | None
    person: str
    agency: str
    role: str
    because: str
    by_hand: bool
    source: Source | None
    values: Mapping[str, Value]
    ranks: Mapping[str, int]
    replaces: Mapping[str, Sequence[CommitId]]


@dataclass(frozen=True, slots=True)
class Said:
    """One value of one field, and who stands behind it. `standing`: shown, proposal or conflict."""

    commit: CommitId
    value: Value
    rank: int
    at: datetime
    observed: date | None
    person: str
    agency: str
    role: str
    because: str
    by_hand: bool
    source: Source | None
    standing: str


@dataclass(frozen=True, slots=True)
class FieldStanding:
    """The value shown on a field, and the others that are alive beside it, the strongest first."""

    shown: Said
    others: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """That a field of an entity is so, as of a day, if that is known."""

    entity: UUID
    kind: RecordType
    field: str
    value: Value
    observed: date | None


@dataclass(frozen=True, slots=True)
class HeadInfo:
    """The commit behind a shown value, without the value: enough to decide whether a list may replace it."""

    commit: CommitId
    observed: date | None
    by_hand: bool
    rank: int


def position() -> int:
    """The local place of the last commit this node came to know; 0 if none."""
    return CommitRow.objects.order_by("-position").values_list("position", flat=True).first() or 0


def history(entity: UUID) -> list[Entry]:
    """Every commit of an entity, the newest first."""
    rows = CommitRow.objects.filter(entity=entity).order_by("-position").values_list("stream__sid", "seq", "body")
    commits = [decode(bytes(body), CommitId(bytes(sid), seq)) for sid, seq, body in rows]
    return [entry for entry in map(_entry, commits) if entry is not None]


def histories(entities: Iterable[UUID]) -> dict[UUID, list[Commit]]:
    """For many entities at once: every commit of each, the oldest first."""
    wanted = list(dict.fromkeys(entities))
    found: dict[UUID, list[Commit]] = {}
    for start in range(0, len(wanted), 500):
        rows = CommitRow.objects.filter(entity__in=wanted[start : start + 500]).order_by("position")
        for sid, seq, body in rows.values_list("stream__sid", "seq", "body"):
            commit = decode(bytes(body), CommitId(bytes(sid), seq))
            found.setdefault(commit.entity, []).append(commit)
    return found


def given_up(statements: Sequence[Statement]) -> list[bool]:
    """Per statement: was it made before, as of that day or a later one, and replaced since by somebody who knew it?"""
    said = histories(statement.entity for statement in statements)
    return [_is_given_up(each, said.get(each.entity, [])) for each in statements]


def _is_given_up(statement: Statement, history: Sequence[Commit]) -> bool:
    spec = statement.kind.by_name[statement.field]
    value = stored.comparable(to_wire(spec, statement.value))
    return any(
        stored.comparable(old) == value and _is_no_earlier(day(on), statement.observed)
        for old, on in unsaid.replaced_values(history, spec.id)
    )


def _is_no_earlier(one: date | None, other: date | None) -> bool:
    return one == other if one is None or other is None else one >= other


def spoken_of(after: int, upto: int) -> list[UUID]:
    """The entities that commits between two positions are about."""
    rows = CommitRow.objects.filter(position__gt=after, position__lte=upto).order_by("position")
    return list(dict.fromkeys(rows.values_list("entity", flat=True)))


def spoken_of_in_force(after: int, upto: int, undone: Container[UUID]) -> list[UUID]:
    """The same, without what these undone lists said, and without what took any list back."""
    rows = CommitRow.objects.filter(position__gt=after, position__lte=upto).order_by("position")
    nowhere = CommitId(b"", 0)  # of a commit only its words are asked for
    said = (decode(bytes(body), nowhere) for body in rows.values_list("body", flat=True))
    kept = (commit.entity for commit in said if commit.undoes is None and commit.batch not in undone)
    return list(dict.fromkeys(kept))


def positions(entities: Iterable[UUID]) -> list[tuple[UUID, int]]:
    """Where in this node's journal something was said of these entities."""
    wanted = list(dict.fromkeys(entities))
    found: list[tuple[UUID, int]] = []
    for start in range(0, len(wanted), 500):
        rows = CommitRow.objects.filter(entity__in=wanted[start : start + 500])
        found += rows.order_by("position").values_list("entity", "position")
    return found


def standing(entity: UUID) -> dict[str, FieldStanding]:
    """Per field, what is shown and what stands beside it; empty for an entity that is not known."""
    state = stored.states([entity]).get(entity, merge.EMPTY)
    entries = {commit_id: _entry(commit) for commit_id, commit in stored.commits(h.commit for h in state.heads).items()}
    kind = next((entry.kind for entry in entries.values() if entry), None)
    if kind is None:
        return {}
    alive = kind.fields_in(_alive(state))
    return {spec.name: _standing(state, spec.bit, spec.name, entries) for spec in alive}


def _alive(state: merge.EntityState) -> int:
    mask = 0
    for head in state.heads:
        mask |= head.mask
    return mask


def _standing(state: merge.EntityState, bit: int, name: str, entries: Mapping[CommitId, Entry | None]) -> FieldStanding:
    front = merge.shown(state, bit)
    assert front is not None
    shown = _said(entries[front.commit], name, "shown")
    others = []
    for head in merge.beside(state, bit):
        kind = "proposal" if head.rank(bit) < front.rank(bit) else "conflict"
        other = _said(entries[head.commit], name, kind)
        if other.value != shown.value:
            others.append(other)
    return FieldStanding(shown, tuple(others))


def _said(entry: Entry | None, name: str, standing: str) -> Said:
    assert entry is not None
    return Said(
        commit=entry.commit,
        value=entry.values[name],
        rank=entry.ranks.get(name, 0),
        at=entry.at,
        observed=entry.observed,
        person=entry.person,
        agency=entry.agency,
        role=entry.role,
        because=entry.because,
        by_hand=entry.by_hand,
        source=entry.source,
        standing=standing,
    )


def _entry(commit: Commit) -> Entry | None:
    kind = record_type(commit.kind)
    if kind is None:
        return None
    specs = kind.fields_in(commit.mask)
    return Entry(
        commit=commit.id,
        kind=kind,
        at=clock.moment(commit.hlc),
        observed=day(commit.observed),
        person=commit.author.person,
        agency=commit.author.agency,
        role=commit.author.role,
        because=str(commit.meta.get("r", "")),
        by_hand=commit.by_hand,
        source=_source(commit.meta, kind),
        values={spec.name: from_wire(spec, commit.values[spec.id]) for spec in specs},
        ranks={spec.name: rank for rank, mask in commit.ranks for spec in kind.fields_in(mask)},
        replaces=_replaces(commit, kind),
    )


def _source(meta: Mapping[str, object], kind: RecordType) -> Source | None:
    if "f" not in meta:
        return None
    batch, row, columns = meta.get("b"), meta.get("n"), meta.get("c")
    named = columns if isinstance(columns, dict) else {}
    return Source(
        batch=UUID(bytes=batch) if isinstance(batch, bytes) else None,
        file=str(meta["f"]),
        row=row if isinstance(row, int) else None,
        columns={kind.by_id[number].name: letter for number, letter in named.items() if number in kind.by_id},
    )


def place_of(commit: Commit, kind: RecordType, fields: Iterable[str]) -> Source | None:
    """Where the words of a commit stood, on some of its fields; without the list, which is not who says it again."""
    found = _source(commit.meta, kind)
    if found is None:
        return None
    return Source(None, found.file, found.row, {name: found.columns[name] for name in fields if name in found.columns})


def _replaces(commit: Commit, kind: RecordType) -> dict[str, list[CommitId]]:
    replaced: dict[str, list[CommitId]] = {}
    for base in commit.bases:
        for spec in kind.fields_in(base.mask):
            replaced.setdefault(spec.name, []).append(base.commit)
    return replaced


def seen(entity: UUID, fields: Iterable[str] | None = None) -> str:
    """An opaque signed note of the commits whose values a form of this entity shows, for a hidden input."""
    heads = shown_heads([entity]).get(entity, {})
    wanted = heads if fields is None else {name: heads[name] for name in fields if name in heads}
    note = {name: [[info.commit.stream.hex(), info.commit.seq]] for name, info in wanted.items()}
    return signing.dumps([entity.hex, note], salt=_SALT, compress=True)


def seen_all(entity: UUID, field: str) -> str:
    """The same for a page that shows every value alive on one field."""
    state = stored.states([entity]).get(entity, merge.EMPTY)
    kind = _kind_of(entity)
    bit = kind.by_name[field].bit if kind else 0
    note = {field: [[head.commit.stream.hex(), head.commit.seq] for head in state.heads if head.mask & bit]}
    return signing.dumps([entity.hex, note], salt=_SALT, compress=True)


def read_seen(token: str, *, entity: UUID) -> dict[str, tuple[CommitId, ...]]:
    """What a form of this entity showed; raises `Malformed` for a note that is not ours or of another entity."""
    try:
        about, note = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        about, note = "", {}
    if about != entity.hex:
        raise Malformed("Formulir ini tidak utuh lagi. Buka lagi halamannya lalu isi ulang.", code="form_not_ours")
    return {name: tuple(CommitId(bytes.fromhex(sid), seq) for sid, seq in ids) for name, ids in note.items()}


def values_seen(kind: RecordType, seen_commits: Mapping[str, Sequence[CommitId]]) -> dict[str, Value]:
    """The values that a form showed, from the commits it named; of several heads the first."""
    said = stored.commits(ids[0] for ids in seen_commits.values() if ids)
    values: dict[str, Value] = {}
    for name, ids in seen_commits.items():
        spec = kind.by_name.get(name)
        if spec and ids and ids[0] in said and spec.id in said[ids[0]].values:
            values[name] = from_wire(spec, said[ids[0]].values[spec.id])
    return values


def shown_heads(entities: Iterable[UUID]) -> dict[UUID, dict[str, HeadInfo]]:
    """For many entities at once: per field the commit behind the shown value."""
    wanted = list(entities)
    kinds = _kinds_of(wanted)
    return {entity: _heads(state, kinds[entity]) for entity, state in stored.states(wanted).items() if kinds[entity]}


def _heads(state: merge.EntityState, kind: RecordType | None) -> dict[str, HeadInfo]:
    heads = {}
    for spec in kind.fields_in(_alive(state)) if kind else ():
        head = merge.shown(state, spec.bit)
        if head is not None:
            heads[spec.name] = HeadInfo(head.commit, day(head.observed), head.by_hand, head.rank(spec.bit))
    return heads


def _kind_of(entity: UUID) -> RecordType | None:
    return _kinds_of([entity]).get(entity)


def _kinds_of(entities: Sequence[UUID]) -> dict[UUID, RecordType | None]:
    kinds: dict[UUID, RecordType | None] = {}
    for start in range(0, len(entities), 500):
        rows = EntityClock.objects.filter(pk__in=entities[start : start + 500]).values_list("entity", "kind")
        kinds |= {entity: record_type(code) for entity, code in rows}
    return kinds


def open_entities(prefix: str, *, limit: int) -> list[tuple[UUID, str, int]]:
    """Entities under a region code on which values wait beside the shown one: id, kind, number of fields.

    Those with the most such fields first, and no more than `limit`.
    """
    rows = _open(prefix).order_by("-open_count", "entity").values_list("entity", "kind", "open_count")
    kinds = ((entity, record_type(code), count) for entity, code, count in rows[:limit])
    return [(entity, kind.name, count) for entity, kind, count in kinds if kind]


def open_on(entities: Iterable[UUID]) -> dict[UUID, int]:
    """Of these entities, those on which values wait, each with its number of such fields."""
    wanted = list(entities)
    found: dict[UUID, int] = {}
    for start in range(0, len(wanted), 500):
        rows = EntityClock.objects.filter(pk__in=wanted[start : start + 500], open_count__gt=0)
        found |= dict(rows.values_list("entity", "open_count"))
    return found


def open_count(prefix: str) -> int:
    """On how many fields under a region code a value waits for a decision."""
    return int(_open(prefix).aggregate(total=Sum("open_count"))["total"] or 0)


def _open(prefix: str) -> QuerySet[EntityClock]:
    rows = EntityClock.objects.filter(open_count__gt=0)
    return rows if prefix == "00" else rows.filter(Q(partition=prefix) | Q(partition__startswith=f"{prefix}."))
