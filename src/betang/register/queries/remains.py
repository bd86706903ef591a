"""What is left of a list on these records and on their families', and what do others build on it?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from betang.journal import queries as journal
from betang.journal.domain import clock, unsaid
from betang.journal.domain.commits import Commit
from betang.journal.domain.unsaid import Traces
from betang.register.domain.built_on import SENTENCES
from betang.register.domain.fields import Kind
from betang.register.domain.record_types import RECORD_TYPES
from betang.register.tables import TABLES, VOID, Row

LINKS: Mapping[Kind, tuple[str, ...]] = {
    Kind.HOUSE: (),
    Kind.FAMILY: ("house", "head"),
    Kind.PERSON: ("family",),
    Kind.ASSESSMENT: ("house", "family"),
    Kind.AID: ("house", "family"),
}


@dataclass(frozen=True, slots=True)
class Stand:
    """Something that others put on record and that stands on a list. `what` is a key of `SENTENCES`."""

    on: UUID
    family: UUID | None
    what: str
    at: datetime
    agency: str

    @property
    def sentence(self) -> str:
        return SENTENCES[self.what]


@dataclass(frozen=True, slots=True)
class Known:
    """A record as far as undoing looks at it: its links and status, who lives with it, what was ever said of it."""

    id: UUID
    kind: Kind
    partition: str
    row: Row
    history: Sequence[Commit]
    traces: Traces | None

    @property
    def is_void(self) -> bool:
        return bool(self.row["status"] == VOID)

    @property
    def is_of_the_list(self) -> bool:
        """The list put it on record, and nobody has taken it back yet."""
        return self.traces is not None and self.traces.is_new and not self.traces.is_back


@dataclass(frozen=True, slots=True)
class Remains:
    """Records by id: those that were asked about, and everything else of their families; and who names whom."""

    records: Mapping[UUID, Known]
    stands: Sequence[Stand]
    linked: Mapping[UUID, set[UUID]]

    def of_kind(self, kind: Kind) -> set[UUID]:
        return {each.id for each in self.records.values() if each.kind is kind}

    def kept(self, named: Iterable[UUID] = ()) -> set[UUID]:
        """New records that stay, for something stands on them or on one that belongs with them.

        `named`: families that other lists found.
        """
        fresh = {each.id for each in self.records.values() if each.is_of_the_list}
        waiting = fresh.intersection([*(stand.on for stand in self.stands), *named])
        kept: set[UUID] = set()
        while waiting:
            kept |= waiting
            waiting = {other for each in waiting for other in self.linked[each]} & fresh - kept
        return kept


def remains(batch: UUID, entities: Iterable[UUID]) -> Remains:
    """Read what is known of these records and their families."""
    rows = _rows(entities)
    histories = journal.histories(rows)
    records = {
        entity: Known(entity, kind, row["partition"], row, said, unsaid.traces(said, batch))
        for entity, (kind, row) in rows.items()
        if (said := histories.get(entity))
    }
    stands = [stand for each in records.values() for stand in (*_changed(each, records), *_pointing(each, records))]
    return Remains(records, stands, _linked(records))


def with_named(entities: Iterable[UUID]) -> set[UUID]:
    """These records, and those that they name."""
    wanted = list(entities)
    found = set(wanted)
    for kind, names in LINKS.items():
        for row in _some(kind, Q(id__in=wanted)) if names else ():
            found.update(row[name] for name in names if row[name])
    return found


def _rows(entities: Iterable[UUID]) -> dict[UUID, tuple[Kind, Row]]:
    """The records and the others of their families."""
    wanted = list(entities)
    asked = [(kind, row) for kind in Kind for row in _some(kind, Q(id__in=wanted))]
    near = {*wanted, *(row[name] for kind, row in asked for name in LINKS[kind] if row[name])}
    families = _some(Kind.FAMILY, Q(id__in=near) | Q(house__in=near))
    ids = [row["id"] for row in families]
    homes = {*near, *(row["house"] for row in families if row["house"])}
    living = [
        *((Kind.FAMILY, row) for row in families),
        *((Kind.HOUSE, row) for row in _some(Kind.HOUSE, Q(id__in=homes))),
        *((Kind.PERSON, row) for row in _some(Kind.PERSON, Q(family__in=ids))),
        *((Kind.ASSESSMENT, row) for row in _some(Kind.ASSESSMENT, Q(family__in=ids) | Q(house__in=homes))),
        *((Kind.AID, row) for row in _some(Kind.AID, Q(family__in=ids))),
    ]
    return {row["id"]: (kind, row) for kind, row in [*asked, *living]}


def _some(kind: Kind, which: Q) -> list[Row]:
    table = TABLES[kind].objects.filter(which).order_by("id")
    return list(table.values("id", "partition", "status", *LINKS[kind]))


def _linked(records: Mapping[UUID, Known]) -> dict[UUID, set[UUID]]:
    """Who names whom, both ways."""
    linked: dict[UUID, set[UUID]] = {entity: set() for entity in records}
    for each in records.values():
        for name in LINKS[each.kind]:
            if each.row[name] in linked:
                linked[each.id].add(each.row[name])
                linked[each.row[name]].add(each.id)
    return linked


def _changed(record: Known, records: Mapping[UUID, Known]) -> Iterator[Stand]:
    """Somebody has since spoken of a record that the list made, or replaced a value of the list."""
    if record.traces and record.traces.later and not record.traces.is_back:
        yield _stand(record.id, _family_of(record, records), "changed", record.traces.later[-1])


def _pointing(record: Known, records: Mapping[UUID, Known]) -> Iterator[Stand]:
    """A record of others names one that the list made."""
    if record.is_void or record.is_of_the_list:
        return
    for name in LINKS[record.kind]:
        other = records.get(record.row[name])
        if other is not None and other.is_of_the_list and not _made_by_the_list(record, name):
            said = next(
                (each for each in reversed(record.history) if each.mask & _bit(record, name)), record.history[0]
            )
            yield _stand(other.id, _family_of(other, records), record.kind.name.lower(), said)


def _made_by_the_list(record: Known, name: str) -> bool:
    return record.traces is not None and any(way.bit == _bit(record, name) for way in record.traces.ways_back)


def _bit(record: Known, name: str) -> int:
    return RECORD_TYPES[record.kind].by_name[name].bit


def _stand(on: UUID, family: UUID | None, what: str, said: Commit) -> Stand:
    return Stand(on, family, what, clock.moment(said.hlc), said.author.agency)


def _family_of(record: Known, records: Mapping[UUID, Known]) -> UUID | None:
    if record.kind is Kind.FAMILY:
        return record.id
    if record.kind is not Kind.HOUSE:
        return record.row["family"]  # type: ignore[no-any-return]  # the column holds an id or nothing
    here = (each.id for each in records.values() if each.kind is Kind.FAMILY and each.row["house"] == record.id)
    return next(here, None)
