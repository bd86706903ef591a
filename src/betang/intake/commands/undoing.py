"""How is a whole list undone: by whom, when not, and from where it was left?"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils import timezone

from betang.accounts import queries as accounts
from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake import queries
from betang.intake.commands.groups import way_of
from betang.intake.domain.groups import FIRST_SIZE, next_size
from betang.intake.models import Batch
from betang.intake.queries.standing import named_elsewhere, spans, stands_on
from betang.jobs import commands as jobs
from betang.jobs import queries as jobs_queries
from betang.jobs.commands import RunningJob
from betang.journal import disk, keyring
from betang.journal import queries as journal
from betang.kernel.errors import BetangError, NotAllowed, Refusal
from betang.register.commands.take_back import TakenBack

JOB_KIND = "undo"
Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class UndoCounts:
    """Families and other records that became void, fields that got their old value back, families that stay."""

    families: int
    records: int
    fields: int
    kept: int


def undo(acting: Acting, batch_id: UUID, *, keep_later: bool = False) -> Batch:
    """Hand the undoing of a list to the job loop. Raises as `begin_undo` does."""
    batch = begin_undo(acting, batch_id, keep_later=keep_later)
    if not _is_worked_on(batch):
        said = json.dumps({"batch": str(batch.id), "username": acting.username, "grant": acting.grant_id})
        with transaction.atomic():
            batch.job_id = jobs.submit(JOB_KIND, keyring.seal_bytes(said.encode()), owner=acting.username)
            batch.save(update_fields=["job_id"])
    return batch


def begin_undo(acting: Acting, batch_id: UUID, *, keep_later: bool = False) -> Batch:
    """From here on the list is being undone. One that was begun and left goes on.

    Raises `NotAllowed` for another office's list, and `Refusal` for one that is still coming in, that brought nothing,
    or (`stands_on_it`) that others have built on, unless what they built on is to stay.
    """
    view = queries.batch(acting, batch_id)
    batch = Batch.objects.get(pk=batch_id)
    if acting.agency_id != view.agency_id:
        raise NotAllowed(
            "Daftar ini dikirim kantor lain; hanya kantor itu yang dapat membatalkannya.", code="not_your_list_to_undo"
        )
    require(acting, Ability.TAKE_IN, batch.acting_region_code)
    if view.state == "undoing":
        return batch
    _refuse_unfit(batch, is_under_way=view.is_under_way)
    if not keep_later:
        _refuse_stood_on(acting, batch_id)
    batch.state, batch.undone_by, batch.error, batch.job_id = "undoing", acting.person, None, None
    batch.save(update_fields=["state", "undone_by", "error", "job_id"])
    return batch


def run_undo(
    acting: Acting,
    batch_id: UUID,
    progress: Progress | None = None,
    *,
    pause_s: float = 0.03,
    clock: Callable[[], float] = time.monotonic,
) -> UndoCounts:
    """Undo what is left of a list whose undoing has begun. Killed anywhere, it can be asked again.

    What others build on while it runs stays, and is counted. Raises whatever `progress` raises to stop it.
    """
    batch = Batch.objects.get(pk=batch_id)
    total = TakenBack()
    if batch.state == "undoing":
        try:
            with disk.full_is_refused():
                for back in _sweep(acting, batch, progress or _nobody_looks, pause_s=pause_s, clock=clock):
                    total += back
        except BetangError as error:
            with suppress(DatabaseError):  # where there is no room to say it, the undoing can still be asked again
                _tell(batch_id, error)
            raise
        Batch.objects.filter(pk=batch_id).update(state="undone", undone_at=timezone.now(), error=None)
    return UndoCounts(total.families, total.records, total.fields, len(total.stays))


def _tell(batch_id: UUID, error: BetangError) -> None:
    told = {"code": error.code, "message": str(error), "template": error.template, "params": error.params}
    Batch.objects.filter(pk=batch_id).update(error=told)


def work_undo(job: RunningJob) -> dict[str, object]:
    """The job loop's handler."""
    said = json.loads(keyring.open_bytes(job.arguments))
    batch = Batch.objects.get(pk=UUID(said["batch"]))
    return asdict(run_undo(_in_the_name_of(said["username"], said["grant"], batch), batch.id, progress=job.progress))


def _in_the_name_of(username: str, grant_id: int | None, batch: Batch) -> Acting:
    acting = accounts.acting(accounts.user_named(username), grant_id) if username else accounts.operator()
    if acting.agency_id != batch.agency_id:
        raise NotAllowed(
            "Tugas yang membatalkan daftar ini sudah dicabut, jadi pembatalannya tidak dilanjutkan. Batalkan lagi "
            "dengan tugas yang berlaku.",
            code="grant_revoked",
        )
    return acting


def _refuse_unfit(batch: Batch, *, is_under_way: bool) -> None:
    if batch.state == "undone":
        raise Refusal("Daftar ini sudah dibatalkan. Unggah lagi berkasnya untuk memasukkannya.", code="already_undone")
    if is_under_way:
        raise Refusal(
            "Daftar ini masih dimasukkan. Hentikan dulu, atau tunggu sampai selesai, lalu batalkan; bila terputus, "
            "kirim dulu berkasnya sekali lagi.",
            code="still_coming_in",
        )
    if batch.is_trial or batch.rows_done == 0:
        raise Refusal("Belum ada baris daftar ini yang masuk, jadi tidak ada yang dibatalkan.", code="nothing_to_undo")
    if batch.rows.count() < batch.rows_done or (batch.accepted and not batch.spans.exists()):
        raise Refusal(
            "Daftar ini masuk sebelum Betang mencatat apa saja yang diubah sebuah daftar, jadi tidak dapat dibatalkan "
            "sekaligus. Kirim daftar yang sudah dibetulkan, atau ubah catatannya satu per satu.",
            code="too_old_to_undo",
        )


def _refuse_stood_on(acting: Acting, batch_id: UUID) -> None:
    standing = stands_on(acting, batch_id, limit=0)
    if standing.total:
        raise Refusal(
            "Ada %(total)s hal yang dicatat sesudah daftar ini dan bertumpu padanya. Lihat dulu daftarnya; bagian "
            "itu dapat dibiarkan dan sisanya dibatalkan.",
            code="stands_on_it",
            total=standing.total if standing.is_all else f"{standing.total}+",
        )


def _is_worked_on(batch: Batch) -> bool:
    job = jobs_queries.job(batch.job_id) if batch.job_id else None
    return job is not None and not job.is_over


def _sweep(
    acting: Acting, batch: Batch, progress: Progress, *, pause_s: float, clock: Callable[[], float]
) -> Iterator[TakenBack]:
    """Group by group, in the order in which the list came; what was undone before is passed over."""
    way, because = way_of(batch.workbook), f"Daftar dibatalkan: {batch.file_name}"
    parts = spans(batch)
    length = sum(upto - after for after, upto in parts)
    size, done = FIRST_SIZE, 0
    for after, upto in parts:
        while after < upto:
            until = min(after + size, upto)
            done, entities, after = done + until - after, journal.spoken_of(after, until), until
            if not entities:  # PostgreSQL leaves holes where something was taken back before it was written
                continue
            looked = way.look_back(batch.id, entities)
            began = clock()
            yield way.take_back(acting, looked, because=because, named=lambda some: named_elsewhere(batch.id, some))
            size = next_size(size, held_s=clock() - began)
            progress(batch.rows_done * done // length, batch.rows_done)
            time.sleep(pause_s)


def _nobody_looks(done: int, total: int) -> None:
    pass
