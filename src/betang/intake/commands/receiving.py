"""How is a list received, and when does it go?"""

import errno
import hashlib
import zlib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from betang import environment
from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake.commands.opening import Opened
from betang.intake.commands.remembering import opened_for, remember
from betang.intake.domain import file_names, templates
from betang.intake.domain.headings import Table
from betang.intake.domain.mapping import NeedsMapping
from betang.intake.models import Batch, BatchRow
from betang.jobs import commands as jobs
from betang.jobs import queries as jobs_queries
from betang.journal import commands as journal
from betang.journal import keyring
from betang.kernel.errors import Refusal

JOB_KIND, TRIAL_KIND = "intake", "intake-trial"
KEEP_DAYS = 30
_OVER = ("done", "undoing", "undone")
_FULL = {errno.ENOSPC, errno.EDQUOT}


def receive(acting: Acting, file_name: str, content: bytes, *, is_trial: bool = False) -> Batch:
    """Opens a batch and hands it to the job loop. A file that is no list is refused here, and nothing is left of it.

    A list under headings that nobody knows waits as `unmapped` until somebody says what they mean.
    """
    try:
        batch = open_batch(acting, file_name, content, is_trial=is_trial)
    except NeedsMapping:
        return _unmapped(acting, file_name, content, is_trial=is_trial)
    return hand_in(batch)


def hand_in(batch: Batch) -> Batch:
    """To the job loop, if it is not there already: two clicks are one job."""
    with transaction.atomic():
        batch = Batch.objects.select_for_update().get(pk=batch.pk)
        if not _is_under_way(batch):
            kind = TRIAL_KIND if batch.is_trial else JOB_KIND
            arguments = keyring.seal_bytes(str(batch.id).encode())
            batch.job_id = jobs.submit(kind, arguments, owner=batch.username)
            batch.state, batch.error, batch.finished_at = "waiting", None, None
            batch.save(update_fields=["job_id", "state", "error", "finished_at"])
    return batch


def open_batch(
    acting: Acting,
    file_name: str,
    content: bytes,
    *,
    columns: Mapping[str, str | None] | None = None,
    is_trial: bool = False,
) -> Batch:
    """The batch of this file: the unfinished one if the same file was sent before, else a new one.

    `columns` says which heading is which column, and is remembered for the office. Raises Malformed for what is no
    list, NeedsMapping where `columns` must be said first.
    """
    require(acting, Ability.TAKE_IN, acting.region_code)
    unfinished = _unfinished(acting, content, is_trial=is_trial)
    if unfinished is not None and unfinished.state != "unmapped":
        _rest(unfinished.id, content)
        return taken_over(acting, unfinished)
    opened = opened_for(acting, content, columns=columns)
    if columns is not None:
        remember(acting, opened)
    if unfinished is not None:
        return settle(taken_over(acting, unfinished), opened)
    return _made_once(acting, content, _new_batch(acting, file_name, content, opened, is_trial=is_trial))


def taken_over(acting: Acting, batch: Batch) -> Batch:
    """Whoever goes on with a list of the office does so in their own name: the first sender's task may be over."""
    if not _is_under_way(batch):
        batch.username, batch.person, batch.grant_id = acting.username, acting.person, acting.grant_id
        batch.save(update_fields=["username", "person", "grant_id"])
    return batch


def settle(batch: Batch, opened: Opened) -> Batch:
    """A list whose headings are known now."""
    _describe(batch, opened)
    batch.state = "waiting"
    batch.save(update_fields=["template", "workbook", "columns", "sheets", "notes", "rows_total", "state"])
    return batch


def _unmapped(acting: Acting, file_name: str, content: bytes, *, is_trial: bool) -> Batch:
    if unfinished := _unfinished(acting, content, is_trial=is_trial):
        _rest(unfinished.id, content)
        return unfinished
    batch = _new_batch(acting, file_name, content, None, is_trial=is_trial)
    batch.state = "unmapped"
    return _made_once(acting, content, batch)


def _unfinished(acting: Acting, content: bytes, *, is_trial: bool) -> Batch | None:
    same = Batch.objects.filter(
        sha256=hashlib.sha256(content).hexdigest(), agency_id=acting.agency_id, is_trial=is_trial,
        acting_region_code=acting.region_code, purged_at=None,
    )  # fmt: skip
    return same.exclude(state__in=_OVER).order_by("-created_at").first()


def _made_once(acting: Acting, content: bytes, batch: Batch) -> Batch:
    """Keeps a new batch, unless the same file came in at the same moment: then that one is the batch.

    The file first: a file without a batch goes with the old ones, a batch without its file could never run.
    """
    _rest(batch.id, content)
    with transaction.atomic():
        _one_at_a_time(batch.sha256)
        if other := _unfinished(acting, content, is_trial=batch.is_trial):
            sealed_file(batch.id).unlink()
            return other
        batch.save(force_insert=True)
    return batch


def _one_at_a_time(sha256: str) -> None:
    """Until this transaction ends nobody else makes a batch of this file. SQLite has one writer at a time anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [zlib.crc32(f"intake {sha256}".encode())])


def _rest(batch_id: UUID, content: bytes) -> None:
    path = sealed_file(batch_id)
    if path.exists():
        return
    try:
        environment.write_private(path, keyring.seal_bytes(content))
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise Refusal(
            "Ruang penyimpanan komputer ini penuh, jadi berkas belum diterima. Kosongkan sebagian, lalu unggah lagi.",
            code="disk_full",
        ) from error


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
        for batch_id in old.values_list("id", flat=True):  # one that came back with a backup looks younger than it is
            sealed_file(batch_id).unlink(missing_ok=True)
        BatchRow.objects.filter(batch__in=old).update(cells=None)
        return old.update(purged_at=timezone.now())


def _is_under_way(batch: Batch) -> bool:
    job = jobs_queries.job(batch.job_id) if batch.job_id else None
    return job is not None and not job.is_over


def _new_batch(acting: Acting, file_name: str, content: bytes, opened: Opened | None, *, is_trial: bool) -> Batch:
    batch = Batch(
        id=journal.new_id(),
        file_name=file_names.clean(file_name),
        sha256=hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        template=templates.NAME_OF_MAPPED,
        is_trial=is_trial,
        agency_id=acting.agency_id,
        acting_region_code=acting.region_code,
        region_code=acting.region_code,
        username=acting.username,
        person=acting.person,
        grant_id=acting.grant_id,
        created_at=timezone.now(),
    )
    if opened is not None:
        _describe(batch, opened)
    return batch


def _describe(batch: Batch, opened: Opened) -> None:
    batch.workbook = opened.workbook.code if opened.workbook else ""
    batch.template = opened.workbook.name if opened.workbook else templates.name_of(opened.template)
    batch.columns = opened.columns
    batch.sheets = [_sheet(sheet.raw.name, sheet.table) for sheet in opened.sheets]
    batch.notes = [note.packed for note in opened.notes]
    batch.rows_total = opened.total


def _sheet(name: str, table: Table) -> dict[str, object]:
    """What is needed to give rows back: the sender's headings, and where the template's columns stand."""
    return {
        "name": file_names.clean(name),
        "headings": [file_names.without_long_numbers(heading) for heading in table.headings],
        "places": {key: places[0] for key, places in table.places.items()},
    }
