"""How is what a list of homes or cases brought taken back, so that there stands what stood before?

Nothing is deleted: a record that the list made becomes void, a field gets back the value that stood there before. What
others built on stays as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import transaction

from betang.accounts.queries import Ability, Acting, require
from betang.accounts.recording import Deed
from betang.delivery.commands.saving import keep
from betang.delivery.domain.fields import RECORD_TYPES, Kind
from betang.delivery.models import Case, Photo, Realisation, Sameness
from betang.delivery.workbooks.sheets import BUILT_ON
from betang.journal import queries as journal
from betang.journal.commands import Change
from betang.journal.domain import clock, unsaid
from betang.journal.domain.commits import Commit, CommitId, day
from betang.journal.domain.records import FieldSpec, RecordType, Value, from_wire
from betang.journal.domain.unsaid import Traces, WayBack
from betang.journal.kept import VOID
from betang.organisation.domain.regions import is_within

# Who names a report, by which columns, and what that is called above.
_POINTING: tuple[tuple[type[Photo] | type[Case] | type[Sameness], str, str], ...] = (
    (Photo, "realisation", "photo"),
    (Case, "realisation", "case"),
    (Sameness, "one", "sameness"),
    (Sameness, "other", "sameness"),
)
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Stand:
    """Something that others put on record and that stands on what a list brought."""

    record: UUID
    what: str
    at: datetime
    agency: str

    @property
    def sentence(self) -> str:
        return BUILT_ON[self.what]


@dataclass(frozen=True, slots=True)
class Back:
    """How many records became void, how many fields have their old value, which records stay."""

    records: int
    fields: int
    stays: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Left:
    """What a list left on a record: where the record travels, what was ever said of it."""

    id: UUID
    kind: RecordType
    partition: str
    history: Sequence[Commit]
    traces: Traces

    @property
    def is_of_the_list(self) -> bool:
        """The list put it on record, and nobody has taken it back yet."""
        return self.traces.is_new and not self.traces.is_back


@dataclass(frozen=True, slots=True)
class Looked:
    """What a list left on some records, as read when the journal was at a position."""

    batch: UUID
    records: Sequence[UUID]
    position: int
    left: Sequence[Left]
    stands: Sequence[Stand]


@dataclass(frozen=True, slots=True)
class _Step:
    partition: str
    by_hand: bool
    change: Change


def look_back(batch: UUID, records: Sequence[UUID]) -> Looked:
    """Read what a list left on these records, before anyone is kept waiting."""
    position = journal.position()
    left = _left(batch, records)
    return Looked(batch, records, position, left, _stands(batch, left))


def take_back(
    acting: Acting, looked: Looked, *, because: str, named: Callable[[Iterable[UUID]], Iterable[UUID]]
) -> Back:
    """Take back what the list said of the records that were looked at, in one transaction.

    What is back already is passed over, so it may be asked again. `named` tells which records other lists found.
    """
    with transaction.atomic():
        if journal.position() != looked.position:
            looked = look_back(looked.batch, looked.records)
        for partition in sorted({each.partition for each in looked.left}):
            require(acting, Ability.TAKE_IN, _place_in(acting, partition))
        fresh = {each.id for each in looked.left if each.is_of_the_list}
        kept = fresh & {*(stand.record for stand in looked.stands), *named(fresh)}
        steps = [step for each in looked.left for step in _steps(acting, each, looked.batch, kept)]
        for deed, changes in _deeds(acting, steps, because):
            keep(deed, changes)
    void = len(fresh - kept)
    fields = sum(len(step.change.values) for step in steps) - void
    return Back(void, fields, frozenset(kept | {stand.record for stand in looked.stands}))


def stands(batch: UUID, records: Iterable[UUID]) -> list[Stand]:
    """What others have built on these records of a list."""
    return _stands(batch, _left(batch, list(records)))


def around(records: Iterable[UUID]) -> set[UUID]:
    """These records, and the reports that they name."""
    found = set(records)
    for some in _turns(sorted(found)):
        for table, column, _what in _POINTING:
            named = table._default_manager.filter(pk__in=some).order_by("id").values_list(column, flat=True)
            found |= {each for each in named if each}
    return found


def villages(records: Iterable[UUID]) -> int:
    """In how many villages these reports and cases are."""
    codes: set[str | None] = set()
    for some in _turns(sorted(set(records))):
        for table in (Realisation, Case):
            rows = table._default_manager.filter(pk__in=some).order_by("id")
            codes |= set(rows.values_list("village_code", flat=True))
    return len(codes)


def _left(batch: UUID, records: Sequence[UUID]) -> list[Left]:
    rows: dict[UUID, tuple[RecordType, str]] = {}
    for some in _turns(sorted(set(records))):
        for kind, table in ((Kind.REALISATION, Realisation), (Kind.CASE, Case)):
            found = table._default_manager.filter(pk__in=some).order_by("id").values_list("id", "partition")
            rows |= {record: (RECORD_TYPES[kind], partition) for record, partition in found}
    return [
        Left(record, *rows[record], said, traces)
        for record, said in journal.histories(rows).items()
        if (traces := unsaid.traces(said, batch)) is not None
    ]


def _stands(batch: UUID, left: Sequence[Left]) -> list[Stand]:
    changed = [
        _stand(each.id, "changed", each.traces.later[-1])
        for each in left
        if each.traces.later and not each.traces.is_back
    ]
    return [*changed, *_pointing(batch, {each.id for each in left if each.is_of_the_list})]


def _pointing(batch: UUID, fresh: set[UUID]) -> Iterator[Stand]:
    """Records of others that name one which the list made."""
    for some in _turns(sorted(fresh)):
        for table, column, what in _POINTING:
            rows: Any = table._default_manager.filter(**{f"{column}__in": some}).exclude(status=VOID)
            named = dict(rows.order_by("id").values_list("id", column))
            for record, said in journal.histories(named).items():
                if said[0].batch != batch:
                    yield _stand(named[record], what, said[0])


def _stand(record: UUID, what: str, said: Commit) -> Stand:
    return Stand(record, what, clock.moment(said.hlc), said.author.agency)


def _place_in(acting: Acting, partition: str) -> str:
    """Where in a partition this person works: all of it, or, of a smaller region, that one."""
    return acting.region_code if is_within(acting.region_code, partition) else partition


def _steps(acting: Acting, record: Left, batch: UUID, kept: set[UUID]) -> Iterator[_Step]:
    if record.is_of_the_list:
        if record.id not in kept:
            yield _Step(record.partition, False, _voiding(record, batch))
    elif not record.traces.is_new:
        ranks = acting.ranks_on(record.id, _place_in(acting, record.partition))
        ways = [(spec, way) for spec, way in _fields(record) if ranks.get(spec.group, 0) >= way.rank]
        yield from _restoring(record, batch, ways)


def _voiding(record: Left, batch: UUID) -> Change:
    bases = {"status": unsaid.alive(record.history, record.kind.by_name["status"].bit)}
    return Change(record.id, record.kind, {"status": VOID}, bases, undoes=batch)


def _fields(record: Left) -> Iterator[tuple[FieldSpec, WayBack]]:
    for way in record.traces.ways_back:
        yield from ((spec, way) for spec in record.kind.fields_in(way.bit))


def _restoring(record: Left, batch: UUID, ways: Sequence[tuple[FieldSpec, WayBack]]) -> Iterator[_Step]:
    """One change for the values of each commit, for each has its own day, hand and place."""
    for to, group in groupby(sorted(ways, key=_source_order), key=lambda pair: pair[1].to):
        together = list(group)
        values = {spec.name: _value(spec, to) for spec, _way in together}
        bases = {spec.name: way.replaces for spec, way in together}
        source = journal.place_of(to, record.kind, values) if to else None
        change = Change(record.id, record.kind, values, bases, day(to.observed) if to else None, source, batch)
        yield _Step(record.partition, bool(to and to.by_hand), change)


def _source_order(pair: tuple[FieldSpec, WayBack]) -> CommitId:
    to = pair[1].to
    return to.id if to else CommitId(b"", 0)


def _value(spec: FieldSpec, to: Commit | None) -> Value:
    return from_wire(spec, to.values[spec.id]) if to else None


def _deeds(acting: Acting, steps: Iterable[_Step], because: str) -> Iterator[tuple[Deed, list[Change]]]:
    """The changes in as few deeds as can be: one place and one hand each, and no record twice."""
    deeds: dict[tuple[str, bool, int], list[Change]] = {}
    times: dict[tuple[UUID, bool], int] = {}
    for step in steps:
        turn = times.get((step.change.entity, step.by_hand), 0)
        times[step.change.entity, step.by_hand] = turn + 1
        deeds.setdefault((step.partition, step.by_hand, turn), []).append(step.change)
    for (partition, by_hand, _turn), changes in deeds.items():
        yield Deed(acting, _place_in(acting, partition), partition, because, by_hand), changes


def _turns(values: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
