"""Which lists came in, from whom, and how far are they?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from betang.accounts.queries import Acting
from betang.intake.models import Batch
from betang.jobs import queries as jobs
from betang.kernel.errors import Refusal
from betang.organisation.domain.regions import NATION

UNDER_WAY = ("waiting", "running", "undoing")
PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class BatchView:
    """A batch; the first four counts add up to `rows_done`, `repaired` and `flagged` are among those not returned.

    `notes` are what was passed over, filled in or found hidden while reading; `has_rows` ends after 30 days.
    """

    id: UUID
    file_name: str
    template: str
    is_trial: bool
    region_code: str
    agency_id: UUID
    username: str
    person: str
    state: str
    error: Mapping[str, object] | None
    job_id: UUID | None
    sheets: tuple[str, ...]
    notes: Sequence[Sequence[object]]
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

    @property
    def is_under_way(self) -> bool:
        """Somebody works on it, or will as soon as it has its turn."""
        return self.state in UNDER_WAY

    @property
    def is_over(self) -> bool:
        return not self.is_under_way and self.state != "unmapped"


@dataclass(frozen=True, slots=True)
class BatchFilters:
    """Which lists are asked for; what is empty asks for all."""

    states: tuple[str, ...] = ()
    agency_id: UUID | None = None


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


@dataclass(frozen=True, slots=True)
class Progress:
    state: str
    done: int
    total: int


def batch(acting: Acting, batch_id: UUID) -> BatchView:
    """Raises Refusal, in the same words, for a batch that is not there and for one of another region."""
    (view,) = _views([found(acting, batch_id)])
    return view


def batches(acting: Acting, *, limit: int = 50) -> list[BatchView]:
    """The latest lists of the region, the newest first; without trials."""
    return _views(_inside(acting).filter(is_trial=False)[:limit])


def batch_page(acting: Acting, filters: BatchFilters, *, number: int = 1, per_page: int = PER_PAGE) -> BatchPage:
    """All lists of the region, trials too, the newest first; a page that is not there is the nearest that is."""
    rows = _filtered(_inside(acting), filters)
    total = rows.count()
    number = min(max(1, number), max(1, -(-total // per_page)))
    start = (number - 1) * per_page
    return BatchPage(tuple(_views(rows[start : start + per_page])), total, number, per_page)


def senders(acting: Acting) -> list[UUID]:
    """The offices that sent lists of this region."""
    return list(_inside(acting).order_by("agency_id").values_list("agency_id", flat=True).distinct())


def batch_progress(acting: Acting, batch_id: UUID) -> Progress:
    view = batch(acting, batch_id)
    return Progress(view.state, view.rows_done, view.rows_total)


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
    if filters.agency_id:
        rows = rows.filter(agency_id=filters.agency_id)
    if not filters.states:
        return rows
    ended = _ended_by_their_job(rows.filter(state__in=UNDER_WAY))
    stands = Q(state__in=filters.states) & ~Q(pk__in=list(ended))
    return rows.filter(stands | Q(pk__in=[each for each, state in ended.items() if state in filters.states]))


def _ended_by_their_job(rows: Iterable[Batch]) -> dict[UUID, str]:
    """A batch whose job failed by a mistake of ours could not say so itself."""
    open_ones = {row.job_id: row.id for row in rows if row.job_id is not None and row.state in UNDER_WAY}
    over = [job for job in jobs.jobs(open_ones) if job.is_over and job.state != "done"]
    return {open_ones[job.id]: job.state for job in over}


def _views(rows: Iterable[Batch]) -> list[BatchView]:
    listed = list(rows)
    ended = _ended_by_their_job(listed)
    return [_view(row, ended.get(row.id, row.state)) for row in listed]


def _view(row: Batch, state: str) -> BatchView:
    return BatchView(
        id=row.id,
        file_name=row.file_name,
        template=row.template,
        is_trial=row.is_trial,
        region_code=row.region_code,
        agency_id=row.agency_id,
        username=row.username,
        person=row.person,
        state=state,
        error=row.error,
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
    )
