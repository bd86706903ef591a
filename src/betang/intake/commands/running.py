"""How does a received list come in: in small groups, each whole or not at all, from where it was left?"""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, fields, replace
from itertools import islice
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils import timezone

from betang.accounts.queries import Acting
from betang.intake.commands.acting_for import acting_for
from betang.intake.commands.groups import Way, way_of
from betang.intake.commands.keeping import keep
from betang.intake.commands.listed import ListedRow, ListName, ToldRow
from betang.intake.commands.looking_up import look_up, region_of
from betang.intake.commands.opening import Opened, open_list
from betang.intake.commands.receiving import content_of
from betang.intake.domain.counts import Counts, Outcome, count
from betang.intake.domain.findings import Finding
from betang.intake.domain.groups import FIRST_SIZE, next_size
from betang.intake.domain.rows import Known
from betang.intake.models import Batch, BatchRow, BatchSpan
from betang.jobs.commands import Cancelled, RunningJob
from betang.journal import bulk, disk, keyring
from betang.journal import queries as journal
from betang.kernel.errors import BetangError

Progress = Callable[[int, int], object]
_OVER = ("done", "undoing", "undone")
_TELL_EVERY_S = 0.5
_Place = tuple[int, int]
_COUNTED = tuple(each.name for each in fields(Counts))


def work(job: RunningJob) -> dict[str, object]:
    """The job loop's handler."""
    counts = run_batch(UUID(keyring.open_bytes(job.arguments).decode()), progress=job.progress)
    return asdict(counts)


def run_batch(
    batch_id: UUID,
    progress: Progress | None = None,
    *,
    pause_s: float = 0.01,
    held: Callable[[float], object] = lambda seconds: None,
) -> Counts:
    """Takes in what is left of a batch. Killed anywhere, it goes on after the last whole group.

    `held` is told for how many seconds each group held the database. Raises Malformed, Refusal or NotAllowed, and
    whatever `progress` raises to stop it; the batch then says so.
    """
    batch = Batch.objects.get(pk=batch_id)
    if batch.state not in _OVER:
        try:
            with disk.full_is_refused():
                _run(batch, progress or _nobody_looks, pause_s=pause_s, held=held)
        except Cancelled:
            _close(batch_id, state="cancelled")
            raise
        except BetangError as error:
            with suppress(DatabaseError):  # where there is no room to say it, the job goes on by itself when there is
                _close(batch_id, state="failed", error=_told_error(error))
            raise
        _close(batch_id, state="done")
    return counts_of(Batch.objects.get(pk=batch_id))


def counts_of(batch: Batch) -> Counts:
    return Counts(
        accepted=batch.accepted,
        updated=batch.updated,
        unchanged=batch.unchanged,
        returned=batch.returned,
        repaired=batch.repaired,
        flagged=batch.flagged,
    )


def _run(batch: Batch, progress: Progress, *, pause_s: float, held: Callable[[float], object]) -> None:
    acting = acting_for(batch)
    opened = open_list(content_of(batch), columns=batch.columns)
    known = look_up(opened, region=acting.region_code, today=timezone.localdate())
    way = way_of(opened.workbook.code if opened.workbook else "")
    name = ListName(batch.id, batch.file_name, len(opened.sheets))
    region = region_of(known, region=acting.region_code)
    Batch.objects.filter(pk=batch.pk).update(
        state="running", region_code=region, rows_total=opened.total, error=None, finished_at=None
    )
    tell = _now_and_then(progress)
    size, done, free_since = FIRST_SIZE, batch.rows_done, time.monotonic()
    rows = _rows_from(way, opened, known, done)
    while group := list(islice(rows, size)):  # reads them too, while the database is free
        time.sleep(max(0.0, pause_s - (time.monotonic() - free_since)))
        held_since = _take_group(acting, way, group, batch_id=batch.pk, name=name, expected=done)
        free_since = time.monotonic()
        if held_since is not None:
            held(free_since - held_since)
            size = max(way.fewest, next_size(size, held_s=free_since - held_since))
            done += len(group)
        else:  # another process works on the same batch: go on after what it has done
            done = Batch.objects.values_list("rows_done", flat=True).get(pk=batch.pk)
            rows = _rows_from(way, opened, known, done)
        tell(done, opened.total)


def _now_and_then(progress: Progress) -> Progress:
    """Each telling is a transaction of its own, so it is not told after every group."""
    due = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal due
        if time.monotonic() >= due or done >= total:
            progress(done, total)
            due = time.monotonic() + _TELL_EVERY_S

    return tell


def _rows_from(way: Way, opened: Opened, known: Known, start: int) -> Iterator[ListedRow]:
    return (way.listed(sheet, row, known=known) for sheet, row in islice(opened.rows(), start, None))


def _take_group(
    acting: Acting, way: Way, group: list[ListedRow], *, batch_id: UUID, name: ListName, expected: int
) -> float | None:
    """One group in one transaction, with the batch's own progress. None if somebody else was here meanwhile.

    Returns since when it held the database: what it waited for another list is no reason for smaller groups.
    """
    with transaction.atomic():
        held_since = time.monotonic()
        batch = Batch.objects.select_for_update().filter(pk=batch_id)
        so_far = Counts(*batch.values_list(*_COUNTED).get())
        if so_far.rows != expected:
            return None
        after = journal.position()
        told = _with_repetitions(batch_id, way.take(acting, group, name=name))
        bulk.insert(BatchSpan, ("batch", "after", "upto"), [(batch_id, after, journal.position())])
        keep(batch_id, told)
        counts = so_far + count(row.judged for row in told)
        batch.update(rows_done=counts.rows, **asdict(counts))
    return held_since


def _with_repetitions(batch_id: UUID, told: list[ToldRow]) -> list[ToldRow]:
    """A row that says what an earlier one of the list said already names that one."""
    unchanged = {row.family_id for row in told if row.outcome is Outcome.UNCHANGED and row.family_id}
    firsts = _first_rows(batch_id, unchanged)
    return [_repeated(row, firsts) for row in told]


def _first_rows(batch_id: UUID, families: set[UUID]) -> dict[UUID | None, _Place]:
    """Where this list named these families before."""
    if not families:
        return {}
    rows = BatchRow.objects.filter(batch=batch_id, family_id__in=families).order_by("-sheet", "-row")
    return {family: (sheet, row) for family, sheet, row in rows.values_list("family_id", "sheet", "row")}


def _repeated(row: ToldRow, firsts: dict[UUID | None, _Place]) -> ToldRow:
    """`firsts` learns of the family of this row."""
    if row.family_id is None or firsts.setdefault(row.family_id, row.place) == row.place:
        return row
    if row.outcome is not Outcome.UNCHANGED:
        return row
    _sheet, first = firsts[row.family_id]
    return replace(row, findings=(*row.findings, Finding("row_repeated", "", first)))


def _close(batch_id: UUID, *, state: str, error: dict[str, object] | None = None) -> None:
    """A batch that is done stays done, whatever a second worker on it came to."""
    open_one = Batch.objects.filter(pk=batch_id).exclude(state__in=_OVER)
    open_one.update(state=state, error=error, finished_at=timezone.now())


def _told_error(error: BetangError) -> dict[str, object]:
    """With its template, so that a page can say it in its own language."""
    return {"code": error.code, "message": str(error), "template": error.template, "params": error.params}


def _nobody_looks(done: int, total: int) -> None:
    pass
