"""How far is a job?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from betang.jobs.models import Job


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as pages and commands see it; without its arguments."""

    id: UUID
    kind: str
    owner: str
    state: str
    done: int
    total: int
    note: str
    result: dict[str, object] | None
    error: dict[str, str] | None
    cancel_requested: bool
    created_at: datetime
    finished_at: datetime | None

    @property
    def is_over(self) -> bool:
        return self.state in {"done", "failed", "cancelled"}


def job(job_id: UUID) -> JobView | None:
    """The job with this id."""
    found = Job.objects.filter(pk=job_id).first()
    return _view(found) if found else None


def jobs(job_ids: Iterable[UUID]) -> list[JobView]:
    """Many jobs at once; what is not known is left out."""
    wanted = sorted(set(job_ids))
    return [_view(row) for row in Job.objects.filter(pk__in=wanted).order_by("pk")] if wanted else []


def recent(owner: str, *, limit: int = 20) -> list[JobView]:
    """The latest jobs of one user, the newest first."""
    return [_view(row) for row in Job.objects.filter(owner=owner).order_by("-created_at", "id")[:limit]]


def _view(row: Job) -> JobView:
    return JobView(
        id=row.id,
        kind=row.kind,
        owner=row.owner,
        state=row.state,
        done=row.done,
        total=row.total,
        note=row.note,
        result=row.result,
        error=row.error,
        cancel_requested=row.cancel_requested,
        created_at=row.created_at,
        finished_at=row.finished_at,
    )
