"""How is what a list brought taken back, so that the register shows what it showed before?

Nothing is deleted. A record that the list made becomes void; a field gets back the value that stood there before, with
its day, its place and its hand. What others built on stays as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db import transaction

from betang.accounts.queries import Ability, Acting, require
from betang.journal import bulk
from betang.journal import queries as journal
from betang.journal.commands import Change
from betang.journal.domain import unsaid
from betang.journal.domain.commits import Commit, CommitId, day
from betang.journal.domain.records import FieldSpec, Value, from_wire
from betang.journal.domain.unsaid import WayBack
from betang.organisation.domain.regions import is_within
from betang.register import indexing
from betang.register.commands.writing import Deed, alone_in, write
from betang.register.domain.fields import Kind
from betang.register.domain.record_types import RECORD_TYPES
from betang.register.queries.remains import LINKS, Known, Remains, remains
from betang.register.tables import TABLES, VOID

Named = Callable[[Iterable[UUID]], Iterable[UUID]]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many families and other records became void and how many fields got their old value.

    `stays` are the families of which something stays, for others built on it.
    """

    families: int = 0
    records: int = 0
    fields: int = 0
    stays: frozenset[UUID] = frozenset()

    def __add__(self, other: "TakenBack") -> "TakenBack":
        return TakenBack(
            self.families + other.families,
            self.records + other.records,
            self.fields + other.fields,
            self.stays | other.stays,
        )


@dataclass(frozen=True, slots=True)
class Looked:
    """What a list left on some records, as read when the journal was at a position."""

    batch: UUID
    entities: Sequence[UUID]
    position: int
    left: Remains


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the undoing, in the partition where its record is; with the hand that had written the old value."""

    partition: str
    by_hand: bool
    change: Change


def look_back(batch: UUID, entities: Sequence[UUID]) -> Looked:
    """Read what a list left on these records and on their families', before anyone is kept waiting."""
    return Looked(batch, entities, journal.position(), remains(batch, entities))


def take_back(acting: Acting, looked: Looked, *, because: str, named: Named) -> TakenBack:
    """Take back what the list said of the records that were looked at, in one transaction.

    What is back already is passed over, so it may be asked again. `named` tells which families other lists found.
    """
    with transaction.atomic():
        for partition in sorted({each.partition for each in looked.left.records.values()}):
            require(acting, Ability.TAKE_IN, _place_in(acting, partition))
            alone_in(partition)
        is_as_seen = journal.position() == looked.position
        left = looked.left if is_as_seen else remains(looked.batch, looked.entities)
        kept = left.kept(named(left.of_kind(Kind.FAMILY)))
        steps = [step for each in left.records.values() for step in _steps(acting, each, looked.batch, kept)]
        for deed, changes in _deeds(acting, steps, because):
            write(deed, changes)
        _see_again(left, steps)
        _relist(left, [step.change.entity for step in steps])
        return _counted(left, kept, steps)


def _place_in(acting: Acting, partition: str) -> str:
    """Where in a partition this person works: all of it, or, of a smaller region, that one. A list was no wider."""
    return acting.region_code if is_within(acting.region_code, partition) else partition


def _relist(left: Remains, changed: Sequence[UUID]) -> None:
    if changed:
        homes = left.of_kind(Kind.HOUSE).intersection(changed)
        indexing.relist(indexing.touched(families=_families(left, changed), houses=homes))


def _steps(acting: Acting, record: Known, batch: UUID, kept: set[UUID]) -> Iterator[Step]:
    if record.is_of_the_list:
        if record.id not in kept:
            yield Step(record.partition, False, _voiding(record, batch))
    elif record.traces is not None:
        ranks = acting.ranks_for(record.partition)
        ways = [
            (spec, way) for spec, way in _fields(record) if _may(spec, way, ranks) and not _leads(record, spec, kept)
        ]
        yield from _restoring(record, batch, ways)


def _voiding(record: Known, batch: UUID) -> Change:
    kind = RECORD_TYPES[record.kind]
    bases = {"status": unsaid.alive(record.history, kind.by_name["status"].bit)}
    return Change(record.id, kind, {"status": VOID}, bases, undoes=batch)


def _fields(record: Known) -> Iterator[tuple[FieldSpec, WayBack]]:
    for way in record.traces.ways_back if record.traces else ():
        yield from ((spec, way) for spec in RECORD_TYPES[record.kind].fields_in(way.bit))


def _may(spec: FieldSpec, way: WayBack, ranks: Mapping[str, int]) -> bool:
    """A value that a stronger office has brought back since is not ours to take."""
    return ranks.get(spec.group, 0) >= way.rank


def _leads(record: Known, spec: FieldSpec, kept: set[UUID]) -> bool:
    """The link to a record that stays, stays."""
    return spec.name in LINKS[record.kind] and record.row[spec.name] in kept


def _restoring(record: Known, batch: UUID, ways: Sequence[tuple[FieldSpec, WayBack]]) -> Iterator[Step]:
    """One change for the values of each commit, for each has its own day, hand and place."""
    for to, group in groupby(sorted(ways, key=_source_order), key=lambda pair: pair[1].to):
        together = list(group)
        values = {spec.name: _value(spec, to) for spec, _way in together}
        bases = {spec.name: way.replaces for spec, way in together}
        observed = day(to.observed) if to else None
        source = journal.place_of(to, RECORD_TYPES[record.kind], values) if to else None
        change = Change(record.id, RECORD_TYPES[record.kind], values, bases, observed, source, batch)
        yield Step(record.partition, bool(to and to.by_hand), change)


def _source_order(pair: tuple[FieldSpec, WayBack]) -> CommitId:
    to = pair[1].to
    return to.id if to else CommitId(b"", 0)


def _value(spec: FieldSpec, to: Commit | None) -> Value:
    return from_wire(spec, to.values[spec.id]) if to else None


def _deeds(acting: Acting, steps: Iterable[Step], because: str) -> Iterator[tuple[Deed, list[Change]]]:
    """The changes in as few deeds as can be: one place and one hand each, and no record twice."""
    deeds: dict[tuple[str, bool, int], list[Change]] = {}
    times: dict[tuple[UUID, bool], int] = {}
    for step in steps:
        turn = times.get((step.change.entity, step.by_hand), 0)
        times[step.change.entity, step.by_hand] = turn + 1
        deeds.setdefault((step.partition, step.by_hand, turn), []).append(step.change)
    for (partition, by_hand, _turn), changes in deeds.items():
        yield Deed(acting, partition, region_code=partition, because=because, by_hand=by_hand), changes


def _see_again(left: Remains, steps: Iterable[Step]) -> None:
    """The day on which something shown was last seen: a table keeps the latest, so it is worked out anew."""
    changed = {step.change.entity: left.records[step.change.entity] for step in steps}
    restored = {entity: each for entity, each in changed.items() if not each.is_of_the_list}
    by_kind: dict[Kind, list[tuple[UUID, str, date | None]]] = {}
    for entity, heads in journal.shown_heads(restored).items():
        seen = max((head.observed for head in heads.values() if head.observed), default=None)
        by_kind.setdefault(restored[entity].kind, []).append((entity, restored[entity].partition, seen))
    for kind, rows in by_kind.items():
        bulk.upsert(TABLES[kind], ("id", "partition", "observed_date"), rows)


def _families(left: Remains, changed: Iterable[UUID]) -> set[UUID]:
    """The families that the changed records belong to."""
    families = left.of_kind(Kind.FAMILY)
    return {other for each in changed for other in (each, *left.linked[each]) if other in families}


def _counted(left: Remains, kept: set[UUID], steps: Sequence[Step]) -> TakenBack:
    families = left.of_kind(Kind.FAMILY)
    void = [step.change.entity for step in steps if left.records[step.change.entity].is_of_the_list]
    built_on = {stand.family for stand in left.stands if stand.family}
    return TakenBack(
        families=len(families.intersection(void)),
        records=len(set(void) - families),
        fields=sum(len(step.change.values) for step in steps) - len(void),
        stays=frozenset(built_on | families & kept),
    )
