"""What became of each row of a case, told so that it can be laid beside what was expected?

Only this side of the corpus knows the importer: it takes the file in as an officer would and asks what became of it.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from uuid import UUID

import pytest

from betang.accounts import commands as accounts_commands
from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.intake import commands
from betang.intake.commands import running
from betang.intake.domain.counts import Counts, Judged
from betang.intake.formats import reading
from betang.intake.models import Batch, BatchRow
from betang.journal import queries as journal
from betang.organisation import commands as organisation
from betang.register import commands as register
from betang.register import queries
from betang.register.queries import EntityView, RecordView
from tests.intake.corpus.cases import ByHand, Case, Place
from tests.intake.corpus.said import SOME, Said


@dataclass(frozen=True)
class Told:
    """One row of the list as the importer left it. A finding is its code, its column and the row that it names."""

    outcome: str
    repaired: bool
    flagged: bool
    findings: tuple[tuple[object, ...], ...]
    family: UUID | None

    @property
    def columns(self) -> set[object]:
        return {finding[1] for finding in self.findings}

    @property
    def first(self) -> object:
        return next((finding[2] for finding in self.findings if len(finding) > 2), None)


@dataclass(frozen=True)
class Taken:
    """A list that went in, and who sent it."""

    acting: Acting
    batch: Batch
    rows: dict[Place, Told]


def take(acting: Acting, case: Case, patch: pytest.MonkeyPatch) -> Taken:
    """The list goes in, after what the case tells of the time before."""
    acting = _officer_of(case.region) if case.region else acting
    take_earlier(acting, case, patch)
    judged: list[Judged] = []
    with patch.context() as watched:
        watched.setattr(reading, "read", cache(reading.read))  # opened, then run: the child is asked once
        batch = commands.open_batch(acting, case.file_name, case.content, columns=case.mapping)
        watched.setattr(running, "count", lambda rows, count=running.count: _watched(rows, judged, count))
        commands.run_batch(batch.id, pause_s=0)
    kept = BatchRow.objects.filter(batch=batch.id).order_by("sheet", "row")
    rows = {(row.sheet, row.row): _told(row, each) for row, each in zip(kept, judged, strict=True)}
    return Taken(acting, Batch.objects.get(pk=batch.id), rows)


def _officer_of(region: str) -> Acting:
    office = organisation.add_agency(name=f"Dinas Perkim {region}", kind="housing", region=region)
    accounts_commands.add_user("rini", role="data_officer", agency=office.id, region=region)
    return accounts.acting_as("rini")


def take_earlier(acting: Acting, case: Case, patch: pytest.MonkeyPatch) -> None:
    """The lists that came before, and what somebody changed by hand since."""
    earlier: Taken | None = None
    for step in case.before:
        if isinstance(step, ByHand):
            assert earlier is not None, "somebody changes what an earlier list brought"
            _change(acting, earlier, step)
        else:
            earlier = take(acting, step, patch)


def _watched(rows: Iterable[Judged], judged: list[Judged], count: Callable[[Iterable[Judged]], Counts]) -> Counts:
    """Repairs are counted, not kept row by row; so they are caught where they are counted."""
    group = list(rows)
    judged.extend(group)
    return count(group)


def _told(row: BatchRow, judged: Judged) -> Told:
    findings = tuple(tuple(finding) for finding in row.findings)
    return Told(row.outcome, judged.repaired, judged.flagged, findings, row.family_id)


def _change(acting: Acting, taken: Taken, step: ByHand) -> None:
    kind, field = step.field.split(".")
    family = taken.rows[0, step.row].family
    assert family is not None
    view = _part(queries.record(acting, family), family, kind)
    assert view is not None
    register.edit(acting, entity=view.id, values={field: step.text}, seen=journal.seen(view.id), because="Dilihat lagi")


def words_of(batch: Batch) -> str:
    """Everything that is kept of a list outside its sealed cells."""
    findings = list(batch.rows.order_by("sheet", "row").values_list("findings", flat=True))
    return json.dumps([batch.file_name, batch.notes, batch.sheets, batch.error, findings])


def differences(case: Case, taken: Taken) -> Iterator[str]:
    """A line for each thing that is otherwise than the corpus says."""
    for place in sorted(case.expected.keys() | taken.rows.keys()):
        where = f"list {place[0]}, row {place[1]}"
        expected, told = case.expected.get(place), taken.rows.get(place)
        if expected is None:
            yield f"{where}: is no family, but became {told}"
        elif told is None:
            yield f"{where}: nothing became of it, should be {expected.outcome}"
        else:
            yield from (f"{where}: {words}   {list(told.findings)}" for words in _odd(taken.acting, expected, told))
    if case.says and not taken.batch.notes:
        yield "the list has nothing to say about how it was read"


def _odd(acting: Acting, expected: Said, told: Told) -> Iterator[str]:
    if told.outcome != expected.outcome:
        yield f"{told.outcome}, should be {expected.outcome}"
        return
    if expected.outcome != "returned":
        for name in ("repaired", "flagged"):
            wanted = getattr(expected, name)
            if wanted is not None and getattr(told, name) is not wanted:
                yield f"{name} is {getattr(told, name)}, should be {wanted}"
    if expected.column and not told.columns & set(expected.column.split("|")):
        yield f"no fault found with {expected.column}"
    if expected.first is not None and told.first != expected.first:
        yield f"repeats row {told.first}, should be {expected.first}"
    if expected.values and told.family is not None:
        yield from _unlike(queries.record(acting, told.family), told.family, expected)


def _unlike(record: RecordView, family: UUID, expected: Said) -> Iterator[str]:
    for name, wanted in expected.values.items():
        kind, field = name.split(".")
        part = _part(record, family, kind)
        value = part.value(field) if part is not None else None
        if value is None if wanted is SOME else _plain(value) != _plain(wanted):
            yield f"{name} is {_plain(value)!r}, should be {'some doubt' if wanted is SOME else repr(_plain(wanted))}"


def _part(record: RecordView, family: UUID, kind: str) -> EntityView | None:
    card = next(each for each in record.families if each.family.id == family)
    parts = {
        "house": record.house,
        "family": card.family,
        "head": card.head,
        "assessment": next(iter(record.assessments), None),
        "aid": next(iter(card.aid), None),
    }
    return parts[kind]


def _plain(value: object) -> object:
    """Numbers as they are compared, whatever their type."""
    if isinstance(value, Decimal | float | int) and not isinstance(value, bool):
        return round(float(value), 6)
    return list(value) if isinstance(value, tuple) else value
