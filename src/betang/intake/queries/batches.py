"""Which lists came in, from whom, and how far are they?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from betang.accounts.queries import Acting
from betang.intake.models import Batch
from betang.jobs import queries as jobs
from betang.jobs.queries import JobView
from betang.kernel.errors import Refusal
from betang.organisation.domain.regions import NATION

UNDER_WAY = ("waiting", "running", "undoing")
PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of the work on a list is done, and since when."""

    state: str
    done: int
    total: int
    since: datetime


@dataclass(frozen=True, slots=True)
class BatchView:
    """A batch; the first four counts add up to `rows_done`, `repaired` and `flagged` are among those not returned.

    `notes` are what was passed over, filled in or found hidden while reading; `has_rows` ends after 30 days. `work` is
    how far the job on it is, of rows while it comes in and of what must be taken back while it is undone.
    """

    id: UUID
    file_name: str
    template: str
    workbook: str
    is_trial: bool
    region_code: str
    agency_id: UUID
    username: str
    person: str
    state: str
    error: Mapping[str, object] | None
    job_id: UUID | None
    sheets: tuple[str, ...]
    notes: Sequence[list[object]]
    rows_total: int
    rows_done: int
    accepted: int
    updated: int
    unchanged: int
    returned: int
    repaired: int
    flagged: int
    created_at: datetime
    finished_at: datetime | None
    undone_at: datetime | None
    undone_by: str
    has_rows: bool
    work: Progress

    @property
    def taken(self) -> int:
        return self.accepted + self.updated + self.unchanged

    @property
    def rows_left(self) -> int:
        return self.rows_total - self.rows_done

    @property
    def is_under_way(self) -> bool:
        """Somebody works on it, or will as soon as it has its turn."""
        return self.state in UNDER_WAY and not self.is_half_undone

    @property
    def is_half_undone(self) -> bool:
        """Undoing it broke off; it can go on."""
        return self.state == "undoing" and self.work.state in {"failed", "cancelled"}

    @property
    def is_over(self) -> bool:
        return not self.is_under_way and self.state != "unmapped"


@dataclass(frozen=True, slots=True)
class BatchFilters:
    """Which lists are asked for; what is empty asks for all. Trials are asked for by themselves."""

    states: tuple[str, ...] = ()
    agency_id: UUID | None = None
    trials: bool = False


@dataclass(frozen=True, slots=True)
class BatchPage:
    """Some of the lists of a region, and how many there are."""

    batches: tuple[BatchView, ...]
    total: int
    number: int
    per_page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.per_page))


def batch(acting: Acting, batch_id: UUID) -> BatchView:
    """Raises Refusal, in the same words, for a batch that is not there and for one of another region."""
    (view,) = _views([found(acting, batch_id)])
    return view


def batches(acting: Acting, *, limit: int = 50) -> list[BatchView]:
    """The latest lists of the region, the newest first; without trials."""
    return _views(_inside(acting).filter(is_trial=False)[:limit])


def batch_page(acting: Acting, filters: BatchFilters, *, number: int = 1, per_page: int = PER_PAGE) -> BatchPage:
    """The lists of the region, the newest first; a page that is not there is the nearest that is."""
    rows = _filtered(_inside(acting), filters)
    total = rows.count()
    number = min(max(1, number), max(1, -(-total // per_page)))
    start = (number - 1) * per_page
    return BatchPage(tuple(_views(rows[start : start + per_page])), total, number, per_page)


def senders(acting: Acting) -> list[UUID]:
    """The offices that sent lists of this region."""
    return list(_inside(acting).order_by("agency_id").values_list("agency_id", flat=True).distinct())


def batch_progress(acting: Acting, batch_id: UUID) -> Progress:
    return batch(acting, batch_id).work


def kept_by_undo(acting: Acting, batch_id: UUID) -> int:
    """How many families stayed when a list was undone by its page, since others had built on them."""
    row = found(acting, batch_id)
    job = jobs.job(row.job_id) if row.state == "undone" and row.job_id is not None else None
    kept = job.result.get("kept", 0) if job is not None and job.result else 0
    return kept if isinstance(kept, int) else 0


def found(acting: Acting, batch_id: UUID) -> Batch:
    """The row itself, for the other questions of this room."""
    row = Batch.objects.filter(pk=batch_id).first()
    if row is None or not acting.covers(row.region_code):
        raise Refusal(
            "Daftar ini tidak ada di wilayah Anda. Lihat semua daftar di halaman Daftar masuk.", code="unknown_batch"
        )
    return row


def _inside(acting: Acting) -> QuerySet[Batch]:
    region = acting.region_code
    inside = Q() if region == NATION else Q(region_code=region) | Q(region_code__startswith=f"{region}.")
    return Batch.objects.filter(inside).order_by("-created_at", "id")


def _filtered(rows: QuerySet[Batch], filters: BatchFilters) -> QuerySet[Batch]:
    rows = rows.filter(is_trial=filters.trials)
    if filters.agency_id:
        rows = rows.filter(agency_id=filters.agency_id)
    if not filters.states:
        return rows
    ended = {row.id: state for row, state in _ended(rows.filter(state__in=UNDER_WAY))}
    stands = Q(state__in=filters.states) & ~Q(pk__in=list(ended))
    return rows.filter(stands | Q(pk__in=[each for each, state in ended.items() if state in filters.states]))


def _ended(rows: Iterable[Batch]) -> Iterator[tuple[Batch, str]]:
    """A batch whose job failed by a mistake of ours could not say so itself."""
    listed = list(rows)
    on_them = _jobs(listed)
    for row in listed:
        if (state := _state(row, on_them.get(row.id))) != row.state:
            yield row, state


def _views(rows: Iterable[Batch]) -> list[BatchView]:
    listed = list(rows)
    on_them = _jobs(listed)
    return [_view(row, on_them.get(row.id)) for row in listed]


def _jobs(rows: Iterable[Batch]) -> dict[UUID, JobView]:
    """The jobs at work on these batches, or that were when they broke."""
    open_ones = {row.job_id: row.id for row in rows if row.job_id is not None and row.state in UNDER_WAY}
    return {open_ones[job.id]: job for job in jobs.jobs(open_ones)}


def _state(row: Batch, job: JobView | None) -> str:
    """A list that is half undone stays one, whatever became of the job."""
    is_broken = job is not None and job.is_over and job.state != "done" and row.state != "undoing"
    return job.state if job is not None and is_broken else row.state


def _work(row: Batch, job: JobView | None) -> Progress:
    """Of the batch while rows come in, for it counts them; of the job while they are taken back."""
    since = job.created_at if job is not None else row.created_at
    if row.state == "undoing" and job is not None:
        return Progress(job.state, job.done, job.total, since)
    return Progress(_state(row, job), row.rows_done, row.rows_total, since)


def _view(row: Batch, job: JobView | None) -> BatchView:
    return BatchView(
        id=row.id,
        file_name=row.file_name,
        template=row.template,
        workbook=row.workbook,
        is_trial=row.is_trial,
        region_code=row.region_code,
        agency_id=row.agency_id,
        username=row.username,
        person=row.person,
        state=_state(row, job),
        error=row.error or (job.error if job is not None else None),
        job_id=row.job_id,
        sheets=tuple(sheet["name"] for sheet in row.sheets),
        notes=row.notes,
        rows_total=row.rows_total,
        rows_done=row.rows_done,
        accepted=row.accepted,
        updated=row.updated,
        unchanged=row.unchanged,
        returned=row.returned,
        repaired=row.repaired,
        flagged=row.flagged,
        created_at=row.created_at,
        finished_at=row.finished_at,
        undone_at=row.undone_at,
        undone_by=row.undone_by or "",
        has_rows=row.purged_at is None,
        work=_work(row, job),
    )
