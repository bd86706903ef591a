"""What would become of this list, if it were taken in now?"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import islice
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake.commands.acting_for import acting_for
from betang.intake.commands.groups import Way, way_of
from betang.intake.commands.keeping import keep_tried
from betang.intake.commands.listed import ListedRow, ListName, ToldRow
from betang.intake.commands.looking_up import look_up
from betang.intake.commands.opening import Opened, open_list
from betang.intake.commands.receiving import content_of
from betang.intake.commands.remembering import opened_for
from betang.intake.domain import file_names
from betang.intake.domain.counts import Counts, Outcome, count
from betang.intake.domain.findings import Finding
from betang.intake.domain.groups import FIRST_SIZE, next_size
from betang.intake.domain.kin import Kin, repeated
from betang.intake.domain.rows import Known
from betang.intake.models import Batch, BatchRow
from betang.jobs.commands import Cancelled, RunningJob
from betang.journal import keyring
from betang.kernel.errors import BetangError

Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class TriedRow:
    """A row, and the earlier rows of the list that may be the same family."""

    listed: ListedRow
    earlier: list[ListedRow]


def dry_run(
    acting: Acting,
    file_name: str,
    content: bytes,
    progress: Progress | None = None,
    *,
    columns: Mapping[str, str | None] | None = None,
    pause_s: float = 0.03,
) -> Counts:
    """The counts that taking the list in would give; nothing is written. Raises as `open_batch` does."""
    require(acting, Ability.TAKE_IN, acting.region_code)
    opened = opened_for(acting, content, columns=columns)
    counts = Counts()
    for told in _tried(acting, file_names.clean(file_name), opened, pause_s=pause_s):
        counts += count(row.judged for row in told)
        if progress:
            progress(counts.rows, opened.total)
    return counts


def work_trial(job: RunningJob) -> dict[str, object]:
    """The job loop's handler."""
    return asdict(run_trial(UUID(keyring.open_bytes(job.arguments).decode()), progress=job.progress))


def run_trial(batch_id: UUID, progress: Progress, *, pause_s: float = 0.03) -> Counts:
    """Tries a batch and keeps what was told of its rows, as if they had gone in. Killed anywhere, it begins anew.

    Raises Malformed, Refusal or NotAllowed, and whatever `progress` raises to stop it; the batch then says so.
    """
    try:
        counts = _try_batch(Batch.objects.get(pk=batch_id), progress, pause_s=pause_s)
    except Cancelled:
        _close(batch_id, state="cancelled")
        raise
    except BetangError as error:
        told = {"code": error.code, "message": str(error), "template": error.template, "params": error.params}
        _close(batch_id, state="failed", error=told)
        raise
    _close(batch_id, state="done")
    return counts


def _try_batch(batch: Batch, progress: Progress, *, pause_s: float) -> Counts:
    acting = acting_for(batch)
    opened = open_list(content_of(batch), columns=batch.columns)
    _begin_anew(batch, opened)
    counts = Counts()
    for told in _tried(acting, batch.file_name, opened, pause_s=pause_s):
        added = count(row.judged for row in told)
        _keep(batch, told, added)
        counts += added
        progress(counts.rows, opened.total)
    return counts


def _begin_anew(batch: Batch, opened: Opened) -> None:
    with transaction.atomic():
        BatchRow.objects.filter(batch=batch).delete()
        nothing = dict.fromkeys(asdict(Counts()), 0)
        Batch.objects.filter(pk=batch.pk).update(
            state="running", rows_done=0, rows_total=opened.total, error=None, finished_at=None, **nothing
        )


def _keep(batch: Batch, told: list[ToldRow], added: Counts) -> None:
    with transaction.atomic():
        keep_tried(batch.pk, told)
        grown = {field: F(field) + number for field, number in asdict(added).items()}
        Batch.objects.filter(pk=batch.pk).update(rows_done=F("rows_done") + len(told), **grown)


def _close(batch_id: UUID, *, state: str, error: Mapping[str, object] | None = None) -> None:
    Batch.objects.filter(pk=batch_id).update(state=state, error=error, finished_at=timezone.now())


def _tried(acting: Acting, file_name: str, opened: Opened, *, pause_s: float) -> Iterator[list[ToldRow]]:
    """What would become of each row, in groups."""
    known = look_up(opened, region=acting.region_code, today=timezone.localdate())
    name = ListName(None, file_name, len(opened.sheets))
    way = way_of(opened.workbook.code if opened.workbook else "")
    rows, size = _rows_with_kin(way, opened, known), FIRST_SIZE
    while group := list(islice(rows, size)):
        began = time.monotonic()
        told = _try(acting, way, group, name=name)
        size = max(way.fewest, next_size(size, held_s=time.monotonic() - began))
        yield told
        time.sleep(pause_s)


def _rows_with_kin(way: Way, opened: Opened, known: Known) -> Iterator[TriedRow]:
    twice = repeated(way.keys(sheet, row, known=known) for sheet, row in opened.rows())
    kin: Kin[ListedRow] = Kin(twice)
    for sheet, row in opened.rows():
        one = way.listed(sheet, row, known=known)
        earlier = [] if one.said.is_returned else kin.add(one, way.keys(sheet, row, known=known))
        yield TriedRow(one, earlier)


def _try(acting: Acting, way: Way, group: list[TriedRow], *, name: ListName) -> list[ToldRow]:
    """Takes the group in behind its earlier kin, notes what became of it, and takes all of it back."""
    own = {id(row.listed) for row in group}
    rows = {id(row): row for tried in group for row in (*tried.earlier, tried.listed)}
    in_order = sorted(rows.values(), key=lambda row: (row.sheet.number, row.row.number))
    with transaction.atomic():
        told = way.take(acting, in_order, name=name)
        transaction.set_rollback(True)
    return [row for row in _with_repetitions(told) if id(row.listed) in own]


def _with_repetitions(told: list[ToldRow]) -> Iterator[ToldRow]:
    """A row that says what an earlier one of the list said already names that one."""
    firsts: dict[UUID, int] = {}
    for row in told:
        first = firsts.setdefault(row.family_id, row.listed.row.number) if row.family_id else row.listed.row.number
        is_repeated = row.outcome is Outcome.UNCHANGED and first != row.listed.row.number
        yield replace(row, findings=(*row.findings, Finding("row_repeated", "", first))) if is_repeated else row
