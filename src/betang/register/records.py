"""How do the register's records travel between nodes, and how is an accepted state stored?"""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from betang.journal import bulk
from betang.journal.commands import Outcome
from betang.journal.domain.records import FieldType
from betang.journal.domain.sealed import Sealed
from betang.register.domain.fields import BY_NAME, FIELDS, Kind
from betang.register.tables import TABLES

_OWN_COLUMNS = ("id", "partition", "observed_date")


def store(
    outcomes: Iterable[Outcome], *, partition: str, observed: Mapping[UUID, date | None], new: Container[UUID] = ()
) -> None:
    """Write what is now shown into the tables.

    `observed`: per entity, the day on which it was seen to be so. `new`: entities that are surely in no table yet.
    """
    by_kind: dict[Kind, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.values:
            by_kind.setdefault(Kind(outcome.kind.code), []).append(outcome)
    for kind, group in by_kind.items():
        maybe_known = [outcome.entity for outcome in group if outcome.entity not in new]
        rows = TABLES[kind].objects.filter(id__in=maybe_known) if maybe_known else TABLES[kind].objects.none()
        _store_kind(kind, group, partition, observed, known=dict(rows.values_list("id", "observed_date")))


def _store_kind(
    kind: Kind,
    outcomes: Sequence[Outcome],
    partition: str,
    observed: Mapping[UUID, date | None],
    *,
    known: Mapping[UUID, date | None],
) -> None:
    table = TABLES[kind]
    new = [outcome for outcome in outcomes if outcome.entity not in known]
    names = tuple(each.name for each in FIELDS[kind])
    bulk.insert(table, (*_OWN_COLUMNS, *names), rows_of(kind, names, new, partition, observed))
    latest = {entity: _later(observed.get(entity), seen) for entity, seen in known.items()}
    for mask, group in _by_names(outcome for outcome in outcomes if outcome.entity in known).items():
        bulk.upsert(table, (*_OWN_COLUMNS, *mask), rows_of(kind, mask, group, partition, latest))


def rows_of(
    kind: Kind, names: Sequence[str], outcomes: Iterable[Outcome], partition: str, observed: Mapping[UUID, date | None]
) -> list[list[object]]:
    """One row per outcome, in the order of the table's own columns and then of `names`; what was not said is None."""
    sealed = [place for place, name in enumerate(names, 3) if BY_NAME[kind][name].type is FieldType.SEALED]
    rows: list[list[object]] = [
        [outcome.entity, partition, observed.get(outcome.entity), *map(outcome.values.get, names)]
        for outcome in outcomes
    ]
    for row in rows:
        for place in sealed:
            row[place] = _sealed_bytes(row[place])
    return rows


def _sealed_bytes(value: object) -> object:
    return value.to_bytes() if isinstance(value, Sealed) else value


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)


def _by_names(outcomes: Iterable[Outcome]) -> dict[tuple[str, ...], list[Outcome]]:
    groups: dict[tuple[str, ...], list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(tuple(outcome.values), []).append(outcome)
    return groups
