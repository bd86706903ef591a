"""Which rows of a list went back or need a look, and which reasons came how often?

Every row of a list is kept with its outcome; of most rows that is all. The cells are kept of those that are asked for
here, so a row that went in with its cells kept is one that needs a look.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast
from uuid import UUID

from django.db.models import Count, Min, QuerySet, TextField
from django.db.models.functions import Cast

from betang.accounts.queries import Acting
from betang.intake.domain.cells import letters
from betang.intake.domain.columns import answers
from betang.intake.domain.counts import Outcome
from betang.intake.domain.findings import GRAVITY, SENTENCES, Gravity
from betang.intake.domain.workbooks import ENROLLED
from betang.intake.models import Batch, BatchRow
from betang.intake.queries.batches import found
from betang.register.queries import villages_of

_REPEATED = "row_repeated"
_ASKS_FOR_AN_ANSWER = frozenset({"choice_unreadable", "condition_of_another_scale"})


@dataclass(frozen=True, slots=True)
class ReasonView:
    """What was found, and where: `place` counts columns from 0, None for the whole row; `sentence` is a msgid.

    `heading` is as the sender wrote it; `row` is the other row, where the sentence names one. `answers` are what may
    stand in the cell, where one of them is asked for.
    """

    place: int | None
    heading: str
    code: str
    sentence: str
    gravity: Gravity
    row: int | None = None
    answers: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        return "" if self.place is None else letters(self.place)

    @property
    def sends_back(self) -> bool:
        return self.gravity is Gravity.RETURNED

    @property
    def in_bahasa(self) -> str:
        said = self.sentence if self.row is None else self.sentence % {"row": self.row}
        return f"{said} Pilihan: {', '.join(self.answers)}." if self.answers else said


@dataclass(frozen=True, slots=True)
class RowView:
    """A row that went back, or went in and needs a look; without any of its values."""

    sheet: str
    row: int
    outcome: str
    family_id: UUID | None
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """A reason, on how many rows it was given, and the first of them."""

    reason: ReasonView
    rows: int
    first_sheet: str
    first_row: int


@dataclass(frozen=True, slots=True)
class Repetition:
    """A row, and the first of the same list that said the same."""

    row: int
    first: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """How many rows of a list repeat another, and the first of them."""

    total: int
    rows: tuple[Repetition, ...]

    @property
    def more(self) -> int:
        return self.total - len(self.rows)


def returned_rows(acting: Acting, batch_id: UUID, *, limit: int = 50) -> list[RowView]:
    """The first rows that went back, with their reasons."""
    batch = found(acting, batch_id)
    return _views(batch, returned(batch)[:limit])


def flagged_rows(acting: Acting, batch_id: UUID, *, limit: int = 50) -> list[RowView]:
    """The first rows that went in and need a look."""
    batch = found(acting, batch_id)
    return _views(batch, flagged(batch)[:limit])


def reasons_returned(acting: Acting, batch_id: UUID) -> list[ReasonCount]:
    """Why rows went back, the most frequent reason first."""
    batch = found(acting, batch_id)
    return _counted(batch, returned(batch), Gravity.RETURNED)


def reasons_flagged(acting: Acting, batch_id: UUID) -> list[ReasonCount]:
    """Why rows that went in need a look, the most frequent reason first."""
    batch = found(acting, batch_id)
    return _counted(batch, flagged(batch), Gravity.FLAGGED)


def villages(acting: Acting, batch_id: UUID) -> int:
    """In how many villages the families, homes or cases of the rows that went in are."""
    batch = found(acting, batch_id)
    families = _went_in(batch).order_by().values_list("family_id", flat=True)
    named = cast("Iterable[UUID]", families)  # a row that went in has one
    return ENROLLED[batch.workbook].deeds.villages(named) if batch.workbook else villages_of(named)


def reasons_repaired(acting: Acting, batch_id: UUID) -> list[ReasonCount]:
    """What was put right for good on rows that went in, the most frequent first."""
    batch = found(acting, batch_id)
    return _counted(batch, _went_in(batch).exclude(findings=[]), Gravity.REPAIRED, by_column=False)


def repeated_rows(acting: Acting, batch_id: UUID, *, limit: int = 10) -> Repeated:
    """Rows that say again what an earlier row of the same list said."""
    batch = found(acting, batch_id)
    unchanged = batch.rows.filter(outcome=Outcome.UNCHANGED.value).exclude(findings=[]).order_by("sheet", "row")
    again = unchanged.annotate(told=Cast("findings", TextField())).filter(told__contains=f'"{_REPEATED}"')
    pairs = (
        Repetition(row, first)
        for row, findings in again.values_list("row", "findings")[:limit]
        for code, _column, *at in findings
        if code == _REPEATED
        for first in at
    )
    return Repeated(again.count(), tuple(pairs))


def returned(batch: Batch) -> QuerySet[BatchRow]:
    return batch.rows.filter(outcome=Outcome.RETURNED.value).order_by("sheet", "row")


def flagged(batch: Batch) -> QuerySet[BatchRow]:
    went_in = _went_in(batch)
    return went_in.filter(cells__isnull=False) if batch.purged_at is None else went_in.none()


def _went_in(batch: Batch) -> QuerySet[BatchRow]:
    return batch.rows.exclude(outcome=Outcome.RETURNED.value).order_by("sheet", "row")


def reasons(batch: Batch, row: BatchRow) -> list[ReasonView]:
    """What was found on a row, without what was repaired for good; first what sends it back."""
    told = (_reason(batch.sheets[row.sheet], *finding) for finding in row.findings)
    shown = [reason for reason in told if reason.gravity is not Gravity.REPAIRED]
    return sorted(shown, key=lambda reason: not reason.sends_back)


def _counted(batch: Batch, rows: QuerySet[BatchRow], gravity: Gravity, *, by_column: bool = True) -> list[ReasonCount]:
    """Counted in the database, for a list may have sent all of its rows back."""
    counts: dict[ReasonView, ReasonCount] = {}
    told = rows.order_by().values("sheet", "findings").annotate(rows=Count("id"), first=Min("row"))
    for group in told.order_by("sheet", "first"):
        sheet = batch.sheets[group["sheet"]]
        named = ((code, column if by_column else "") for code, column, *_row in group["findings"])
        for reason in dict.fromkeys(_reason(sheet, code, column) for code, column in named):
            if reason.gravity is gravity:
                before = counts.get(reason) or ReasonCount(reason, 0, sheet["name"], group["first"])
                counts[reason] = replace(before, rows=before.rows + group["rows"])
    return sorted(counts.values(), key=lambda each: (-each.rows, each.first_row))


# Any: the headings and places of a sheet, as `commands.receiving` keeps them.
def _reason(sheet: Mapping[str, Any], code: str, column: str, row: int | None = None) -> ReasonView:
    place = sheet["places"].get(column)
    heading = sheet["headings"][place] if place is not None else ""
    return ReasonView(
        place=place,
        heading=str(heading),
        code=code,
        sentence=SENTENCES[code],
        gravity=GRAVITY[code],
        row=row,
        answers=answers(column) if code in _ASKS_FOR_AN_ANSWER else (),
    )


def _views(batch: Batch, rows: Iterable[BatchRow]) -> list[RowView]:
    return [
        RowView(batch.sheets[row.sheet]["name"], row.row, row.outcome, row.family_id, tuple(reasons(batch, row)))
        for row in rows
    ]
