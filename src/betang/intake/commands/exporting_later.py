"""How does a list that is too long to wait for go out: by the job loop, into a sealed file that its orderer fetches?"""

import time
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import msgspec

from betang import environment
from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.accounts.queries import Ability, Acting, require
from betang.intake.commands.exporting import Exported, ExportOrder, export, region_to_give
from betang.jobs import commands as jobs
from betang.jobs import queries as jobs_queries
from betang.jobs.commands import RunningJob
from betang.jobs.queries import JobView
from betang.journal import keyring
from betang.kernel.errors import NotAllowed, Refusal

JOB_KIND = "export"
MOST_AT_ONCE = 20_000  # families: some four seconds; above it nobody should have to keep the page open
KEEP_HOURS = 24
_SUFFIX = "-export.sealed"


class _Handed(msgspec.Struct):
    """An order with whoever gave it."""

    order: ExportOrder
    username: str
    grant_id: int | None
    region_code: str


def begin_export(acting: Acting, order: ExportOrder) -> UUID:
    """Hand an order to the job loop; the job's id. Refuses at once what `export` would refuse."""
    region_code = region_to_give(acting, order.filters.region_code)
    if order.full:
        accounts.check_purpose(acting, region_code=region_code, purpose=order.because)
    handed = _Handed(order, acting.username, acting.grant_id, acting.region_code)
    return jobs.submit(JOB_KIND, keyring.seal_bytes(msgspec.msgpack.encode(handed)), owner=acting.username)


def work_export(job: RunningJob) -> dict[str, object]:
    """The job loop's handler. Begun again after a crash, it begins from the start."""
    clear_exports()
    handed = msgspec.msgpack.decode(keyring.open_bytes(job.arguments), type=_Handed)
    exported = export(_acting(handed), handed.order, job.progress)
    path = _sealed_file(job.id)
    path.unlink(missing_ok=True)
    environment.write_private(path, keyring.seal_bytes(exported.content))
    region_code = region_to_give(_acting(handed), handed.order.filters.region_code)
    told: dict[str, object] = {"rows": exported.rows, "file_name": exported.file_name}
    return told | {"region_code": region_code, "full": handed.order.full}


def export_job(acting: Acting, job_id: UUID) -> JobView:
    """How far one's own order is. Somebody else's is answered as one that does not exist."""
    found = jobs_queries.job(job_id)
    if found is None or found.kind != JOB_KIND or found.owner != acting.username:
        raise Refusal("Unduhan ini tidak ada. Buat lagi dari daftar rumah.", code="not_found")
    return found


def collect_export(acting: Acting, job_id: UUID) -> Exported:
    """The workbook of an order of one's own that is done. Raises `Refusal` once its time is over.

    Whoever may no longer see what stands in it does not get it: `NotAllowed`.
    """
    found, path = export_job(acting, job_id), _sealed_file(job_id)
    if found.result is None or not path.exists() or _is_old(path):
        raise Refusal(
            "Buku kerja ini belum siap atau sudah dihapus: salinannya disimpan %(hours)d jam. Buat lagi dari daftar.",
            code="export_gone",
            hours=KEEP_HOURS,
        )
    seen = Ability.SEE_NUMBERS if found.result["full"] else Ability.SEE_RECORDS
    require(acting, seen, str(found.result["region_code"]))
    rows, file_name = int(str(found.result["rows"])), str(found.result["file_name"])
    return Exported(keyring.open_bytes(path.read_bytes()), rows, file_name)


def _acting(handed: _Handed) -> Acting:
    """The orderer with the same grant as then. Raises `NotAllowed` if it was taken back since."""
    acting = accounts_queries.acting(accounts_queries.user_named(handed.username), handed.grant_id)
    if acting.region_code != handed.region_code:
        raise NotAllowed(
            "Tugas pemesan unduhan ini sudah dicabut, jadi daftarnya tidak dikeluarkan.", code="grant_revoked"
        )
    return acting


def _sealed_file(job_id: UUID) -> Path:
    return environment.uploads_dir() / f"{job_id}{_SUFFIX}"


def clear_exports() -> None:
    """Workbooks that waited long enough."""
    for path in environment.uploads_dir().glob(f"*{_SUFFIX}"):
        with suppress(FileNotFoundError):  # another worker may clear at the same time
            if _is_old(path):
                path.unlink()


def _is_old(path: Path) -> bool:
    return path.stat().st_mtime < time.time() - KEEP_HOURS * 3600
