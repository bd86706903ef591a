"""Who said what of each field, when, from which file, row and column, and what stands beside it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from betang.accounts.queries import Acting
from betang.journal import queries as journal
from betang.journal.domain.commits import CommitId, Source
from betang.journal.domain.records import Value
from betang.journal.queries import Entry, Said
from betang.register.domain.fields import BY_NAME, Field, Kind
from betang.register.domain.parsing import write
from betang.register.queries.cards import field_view, readable
from betang.register.queries.located import located


@dataclass(frozen=True)
class SaidView:
    """One value of one field and who stands behind it. `standing`: shown, proposal or conflict."""

    commit: CommitId
    value: Value
    text: str
    rank: int
    at: datetime
    observed: date | None
    person: str
    agency: str
    role: str
    because: str
    by_hand: bool
    source: Source | None
    column: str
    standing: str


@dataclass(frozen=True)
class FieldProvenance:
    """What is shown on a field, and the other values that are alive beside it, the strongest first."""

    name: str
    label: str
    unit: str
    group: str
    shown: SaidView
    others: tuple[SaidView, ...]


@dataclass(frozen=True)
class EntryView:
    """One commit of a record's history; personal numbers are masked. `texts` and `labels` are by field name."""

    commit: CommitId
    at: datetime
    observed: date | None
    person: str
    agency: str
    role: str
    because: str
    by_hand: bool
    source: Source | None
    labels: Mapping[str, str]
    values: Mapping[str, Value]
    texts: Mapping[str, str]


def provenance(acting: Acting, entity: UUID | str) -> dict[str, FieldProvenance]:
    """Per field that anyone ever spoke of: the value shown and those beside it, in the order of the field table."""
    found = located(acting, entity)
    standing = journal.standing(found.id)
    fields = BY_NAME[found.kind]
    return {
        name: FieldProvenance(
            name,
            each.label,
            each.unit,
            each.group,
            _said(each, standing[name].shown),
            tuple(_said(each, other) for other in standing[name].others),
        )
        for name, each in fields.items()
        if name in standing
    }


def history(acting: Acting, entity: UUID | str) -> list[EntryView]:
    """Every commit of a record, the newest first."""
    found = located(acting, entity)
    return [_entry(found.kind, entry) for entry in journal.history(found.id)]


def _said(each: Field, said: Said) -> SaidView:
    value = readable(each, said.value)
    return SaidView(
        commit=said.commit,
        value=value,
        text=write(each, value),
        rank=said.rank,
        at=said.at,
        observed=said.observed,
        person=said.person,
        agency=said.agency,
        role=said.role,
        because=said.because,
        by_hand=said.by_hand,
        source=said.source,
        column=said.source.columns.get(each.name, "") if said.source else "",
        standing=said.standing,
    )


def _entry(kind: Kind, entry: Entry) -> EntryView:
    views = {name: field_view(BY_NAME[kind][name], value) for name, value in entry.values.items()}
    return EntryView(
        commit=entry.commit,
        at=entry.at,
        observed=entry.observed,
        person=entry.person,
        agency=entry.agency,
        role=entry.role,
        because=entry.because,
        by_hand=entry.by_hand,
        source=entry.source,
        labels={name: view.label for name, view in views.items()},
        values={name: view.value for name, view in views.items()},
        texts={name: view.text for name, view in views.items()},
    )
