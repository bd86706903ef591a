"""How is a list received, and when does it go?"""

import hashlib
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from betang import environment
from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake.commands.opening import Opened, look_up, open_list, region_of
from betang.intake.domain import file_names, template
from betang.intake.models import Batch, BatchRow
from betang.jobs import commands as jobs
from betang.jobs import queries as jobs_queries
from betang.journal import commands as journal
from betang.journal import keyring
from betang.kernel.errors import Refusal

JOB_KIND = "intake"
KEEP_DAYS = 30


def receive(acting: Acting, file_name: str, content: bytes) -> Batch:
    """Opens a batch and hands it to the job loop. A file that is no list is refused here, and nothing is left of it."""
    batch = open_batch(acting, file_name, content)
    if not _is_under_way(batch):
        with transaction.atomic():
            arguments = keyring.seal_bytes(str(batch.id).encode())
            batch.job_id = jobs.submit(JOB_KIND, arguments, owner=acting.username)
            batch.state, batch.error, batch.finished_at = "waiting", None, None
            batch.save(update_fields=["job_id", "state", "error", "finished_at"])
    return batch


def open_batch(acting: Acting, file_name: str, content: bytes) -> Batch:
    """The batch of this file: the unfinished one if the same file was sent before, else a new one."""
    require(acting, Ability.TAKE_IN, acting.region_code)
    sha256 = hashlib.sha256(content).hexdigest()
    unfinished = Batch.objects.filter(
        sha256=sha256, agency_id=acting.agency_id, acting_region_code=acting.region_code, purged_at=None
    ).exclude(state="done")
    if batch := unfinished.order_by("-created_at").first():
        _rest(batch.id, content)
        return batch
    opened = open_list(content)
    known = look_up(opened, region=acting.region_code, today=timezone.localdate())
    batch = _new_batch(acting, file_names.clean(file_name), opened)
    batch.sha256, batch.size_bytes = sha256, len(content)
    batch.region_code = region_of(known, region=acting.region_code)
    # The file first: a file without a batch goes with the old ones, a batch without its file could never run.
    _rest(batch.id, content)
    batch.save(force_insert=True)
    return batch


def _rest(batch_id: UUID, content: bytes) -> None:
    if not sealed_file(batch_id).exists():
        environment.write_private(sealed_file(batch_id), keyring.seal_bytes(content))


def sealed_file(batch_id: UUID) -> Path:
    return environment.uploads_dir() / f"{batch_id}.sealed"


def content_of(batch: Batch) -> bytes:
    """The file as it was sent; raises Refusal when it has gone."""
    path = sealed_file(batch.id)
    if not path.exists():
        raise Refusal(
            "Berkas daftar ini sudah dihapus: salinannya disimpan %(days)d hari. Unggah lagi berkasnya.",
            code="upload_gone",
            days=KEEP_DAYS,
        )
    return keyring.open_bytes(path.read_bytes())


def purge(older_than_days: int = KEEP_DAYS) -> int:
    """Removes the sealed files and rows of old batches; the counts stay. Returns how many batches were cleared."""
    limit = timezone.now() - timedelta(days=older_than_days)
    for path in environment.uploads_dir().glob("*.sealed"):
        if path.stat().st_mtime < limit.timestamp():
            path.unlink()
    with transaction.atomic():
        old = Batch.objects.filter(created_at__lt=limit, purged_at=None)
        BatchRow.objects.filter(batch__in=old).update(cells=None)
        return old.update(purged_at=timezone.now())


def _is_under_way(batch: Batch) -> bool:
    job = jobs_queries.job(batch.job_id) if batch.job_id else None
    return job is not None and not job.is_over


def _new_batch(acting: Acting, file_name: str, opened: Opened) -> Batch:
    return Batch(
        id=journal.new_id(),
        file_name=file_name,
        template=template.NAME,
        agency_id=acting.agency_id,
        acting_region_code=acting.region_code,
        username=acting.username,
        person=acting.person,
        grant_id=acting.grant_id,
        sheets=[_sheet(sheet.raw.name, sheet.table) for sheet in opened.sheets],
        rows_total=opened.total,
        created_at=timezone.now(),
    )


def _sheet(name: str, table: template.Table) -> dict[str, object]:
    """What is needed to give rows back: the sender's headings, and where the template's columns stand."""
    return {
        "name": file_names.clean(name),
        "headings": [file_names.without_long_numbers(heading) for heading in table.headings],
        "places": {key: places[0] for key, places in table.places.items()},
    }
