"""What became of a list, and which of its rows need the sender?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake import sealed_rows
from betang.intake.domain.cells import letters
from betang.intake.domain.counts import Outcome
from betang.intake.domain.findings import Finding
from betang.intake.formats import returned_workbook as workbook
from betang.intake.formats.returned_workbook import BackRow, BackTable, Reason
from betang.intake.models import Batch, BatchRow
from betang.jobs import queries as jobs
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation.domain.regions import NATION


@dataclass(frozen=True, slots=True)
class BatchView:
    """A batch; the first four counts add up to `rows_done`, `repaired` and `flagged` are among those not returned."""

    id: UUID
    file_name: str
    template: str
    region_code: str
    agency_id: UUID
    username: str
    person: str
    state: str
    error: Mapping[str, object] | None
    job_id: UUID | None
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
    has_rows: bool

    @property
    def is_over(self) -> bool:
        return self.state in {"done", "failed", "cancelled"}


@dataclass(frozen=True, slots=True)
class ReasonView:
    """`letter` as Excel shows the column, empty for the whole row; `heading` as the sender wrote it; a msgid."""

    letter: str
    heading: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row that went back, or went in and needs a look; without any of its values."""

    sheet: str
    row: int
    outcome: str
    family_id: UUID | None
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    state: str
    done: int
    total: int


def batch(acting: Acting, batch_id: UUID) -> BatchView:
    """Raises Refusal, in the same words, for a batch that is not there and for one of another region."""
    return _view(_batch(acting, batch_id))


def batches(acting: Acting, *, limit: int = 50) -> list[BatchView]:
    """The latest lists of the region, the newest first."""
    region = acting.region_code
    inside = Q() if region == NATION else Q(region_code=region) | Q(region_code__startswith=f"{region}.")
    return [_view(row) for row in Batch.objects.filter(inside).order_by("-created_at", "id")[:limit]]


def batch_progress(acting: Acting, batch_id: UUID) -> Progress:
    row = _batch(acting, batch_id)
    return Progress(_state(row), row.rows_done, row.rows_total)


def returned_rows(acting: Acting, batch_id: UUID, *, limit: int = 50) -> list[RowView]:
    """The first rows that went back, with their reasons."""
    return _rows(_batch(acting, batch_id), returned=True, limit=limit)


def flagged_rows(acting: Acting, batch_id: UUID, *, limit: int = 50) -> list[RowView]:
    """The first rows that went in and need a look."""
    return _rows(_batch(acting, batch_id), returned=False, limit=limit)


def returned_workbook(acting: Acting, batch_id: UUID) -> bytes:
    """The sender's own rows in their own columns: first those that went back, then those that need a look."""
    found = _batch(acting, batch_id)
    require(acting, Ability.TAKE_IN, found.region_code)
    if acting.agency_id != found.agency_id:
        raise NotAllowed(
            "Baris yang dikembalikan memuat NIK dan nama, jadi hanya untuk kantor yang mengirim daftar ini.",
            code="not_your_list",
        )
    if found.purged_at is not None:
        raise Refusal(
            "Baris daftar ini sudah dihapus: salinannya disimpan 30 hari. Unggah lagi berkasnya.",
            code="rows_gone",
        )
    return workbook.write([_table(found, number) for number in range(len(found.sheets))])


def _batch(acting: Acting, batch_id: UUID) -> Batch:
    found = Batch.objects.filter(pk=batch_id).first()
    if found is None or not acting.covers(found.region_code):
        raise Refusal(
            "Daftar ini tidak ada di wilayah Anda. Lihat semua daftar di halaman Daftar masuk.", code="unknown_batch"
        )
    return found


def _view(row: Batch) -> BatchView:
    return BatchView(
        id=row.id,
        file_name=row.file_name,
        template=row.template,
        region_code=row.region_code,
        agency_id=row.agency_id,
        username=row.username,
        person=row.person,
        state=_state(row),
        error=row.error,
        job_id=row.job_id,
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
        has_rows=row.purged_at is None,
    )


def _state(row: Batch) -> str:
    """A batch whose job failed by a mistake of ours could not say so itself."""
    if row.state in {"waiting", "running"} and row.job_id is not None:
        job = jobs.job(row.job_id)
        return job.state if job is not None and job.is_over and job.state != "done" else row.state
    return row.state


def _told(found: Batch, *, returned: bool) -> Iterable[BatchRow]:
    rows = found.rows.filter(cells__isnull=False).order_by("sheet", "row")
    return rows.filter(outcome=Outcome.RETURNED.value) if returned else rows.exclude(outcome=Outcome.RETURNED.value)


def _rows(found: Batch, *, returned: bool, limit: int) -> list[RowView]:
    return [
        RowView(
            sheet=found.sheets[row.sheet]["name"],
            row=row.row,
            outcome=row.outcome,
            family_id=row.family_id,
            reasons=tuple(_reasons(found, row)),
        )
        for _place, row in zip(range(limit), _told(found, returned=returned), strict=False)
    ]


def _reasons(found: Batch, row: BatchRow) -> Iterator[ReasonView]:
    sheet = found.sheets[row.sheet]
    for code, column, *other in row.findings:
        place = sheet["places"].get(column)
        heading = sheet["headings"][place] if place is not None else ""
        letter = letters(place) if place is not None else ""
        yield ReasonView(letter, heading, code, Finding(code, column, *other).sentence)


def _table(found: Batch, number: int) -> BackTable:
    returned, flagged = (
        [_back(found, row) for row in _told(found, returned=went_back) if row.sheet == number]
        for went_back in (True, False)
    )
    return BackTable(found.sheets[number]["headings"], returned, flagged)


def _back(found: Batch, row: BatchRow) -> BackRow:
    places = found.sheets[row.sheet]["places"]
    reasons = [
        Reason(places.get(column), Finding(code, column, *other).sentence) for code, column, *other in row.findings
    ]
    return BackRow(row.row, sealed_rows.unseal(bytes(row.cells or b"")), reasons)
