"""Which comparisons did an office make, how far are they, and what did they find?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec

from betang import environment
from betang.accounts.queries import Ability, Acting, require
from betang.intake.domain.comparing_told import Counts, Told
from betang.intake.models import Comparison
from betang.jobs import queries as jobs
from betang.journal import keyring
from betang.kernel.errors import Refusal


@dataclass(frozen=True, slots=True)
class SideView:
    """A side as it was chosen: `register`, `batch` or `file`, and what it is called."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A comparison, and how many of the rows of both sides are read; `counts` once it is done."""

    id: UUID
    ours: SideView
    theirs: SideView
    region_code: str
    state: str
    error: Mapping[str, object] | None
    counts: Counts | None
    job_id: UUID | None
    done: int
    total: int
    created_at: datetime
    finished_at: datetime | None
    has_result: bool

    @property
    def is_over(self) -> bool:
        return self.state in {"done", "failed", "cancelled"}


def comparison(acting: Acting, comparison_id: UUID) -> ComparisonView:
    """Raises Refusal, in the same words, for one that is not there and for one of another office or region."""
    return _view(_found(acting, comparison_id))


def comparisons(acting: Acting, *, limit: int = 10) -> list[ComparisonView]:
    """The latest of the person's office in their region, the newest first."""
    require(acting, Ability.TAKE_IN, acting.region_code)
    rows = Comparison.objects.filter(agency_id=acting.agency_id, purged_at=None).order_by("-created_at", "id")
    return [_view(row) for row in rows[: limit * 4] if acting.covers(row.region_code)][:limit]


def result(acting: Acting, comparison_id: UUID) -> Told:
    """What a comparison found; raises Refusal when it has gone, or has not come."""
    path = sealed_result(_found(acting, comparison_id).id)
    if not path.exists():
        raise Refusal(
            "Hasil perbandingan ini tidak ada lagi: hasil disimpan 30 hari. Bandingkan lagi dari awal.",
            code="comparison_gone",
        )
    return msgspec.msgpack.decode(keyring.open_bytes(path.read_bytes()), type=Told)


def sealed_result(comparison_id: UUID) -> Path:
    return environment.uploads_dir() / f"{comparison_id}-result.sealed"


def _found(acting: Acting, comparison_id: UUID) -> Comparison:
    require(acting, Ability.TAKE_IN, acting.region_code)
    row = Comparison.objects.filter(pk=comparison_id, agency_id=acting.agency_id).first()
    if row is None or not acting.covers(row.region_code):
        raise Refusal("Perbandingan ini tidak ada di kantor Anda.", code="unknown_comparison")
    return row


def _view(row: Comparison) -> ComparisonView:
    job = jobs.job(row.job_id) if row.job_id is not None and row.state in {"waiting", "running"} else None
    # A job that failed by a mistake of ours could not say so in the comparison itself.
    is_broken = job is not None and job.is_over and job.state != "done"
    return ComparisonView(
        id=row.id,
        ours=SideView(row.ours["kind"], row.ours["label"]),
        theirs=SideView(row.theirs["kind"], row.theirs["label"]),
        region_code=row.region_code,
        state=job.state if job is not None and is_broken else row.state,
        error=row.error or (job.error if job is not None else None),
        counts=Counts(**row.counts) if row.counts else None,
        job_id=row.job_id,
        done=job.done if job is not None else 0,
        total=job.total if job is not None else 0,
        created_at=row.created_at,
        finished_at=row.finished_at,
        has_result=row.purged_at is None and row.state == "done",
    )
