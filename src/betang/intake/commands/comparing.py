"""How are two lists compared: now, while somebody waits, or by the job loop for a page?"""

import errno
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from betang import environment
from betang.accounts import queries as accounts
from betang.accounts.queries import Ability, Acting, require
from betang.intake import comparisons
from betang.intake.commands.receiving import KEEP_DAYS
from betang.intake.commands.sides import Chosen, SideKind, label_of, open_side
from betang.intake.domain import comparing
from betang.intake.domain.comparing_sum import DISTRICT_LETTERS
from betang.intake.domain.comparing_told import Told, told
from betang.intake.models import Comparison
from betang.jobs import commands as jobs
from betang.jobs.commands import Cancelled, RunningJob
from betang.journal import commands as journal
from betang.journal import keyring
from betang.kernel.errors import BetangError, Malformed, NotAllowed, Refusal
from betang.organisation import queries as organisation

JOB_KIND = "compare"
Progress = Callable[[int, int], object]
_OURS, _THEIRS = "ours", "theirs"
_FULL = {errno.ENOSPC, errno.EDQUOT}


class SideRefused(BetangError):
    """What is wrong with one of the two sides, in its own words; `ours` says with which."""

    def __init__(self, refusal: BetangError, *, ours: bool) -> None:
        super().__init__(refusal.template, code=refusal.code, **refusal.params)
        self.ours = ours


def compare(acting: Acting, ours: Chosen, theirs: Chosen, progress: Progress | None = None) -> Told:
    """Both lists side by side, now. Raises NotAllowed, Refusal or Malformed as `sides.open_side` does."""
    _may(acting)
    _refuse_the_same(ours, theirs)
    here, there = open_side(acting, ours), open_side(acting, theirs)
    tell = _counting(progress, here.total + there.total)
    ours_read, ours_named = here.read(tell)
    del here  # a hundred thousand rows of a file are not kept beside what was read of them
    theirs_read, theirs_named = there.read(tell)
    del there
    tell(0)  # what comes now says nothing for a while, and a job that is silent is thought lost
    villages = {entry.village_code for side in (ours_read, theirs_read) for entry in side.entries}
    names = organisation.names(villages | {code[:DISTRICT_LETTERS] for code in villages})
    return told(comparing.compare(ours_read, theirs_read), ours=ours_named, theirs=theirs_named, names=names)


def _may(acting: Acting) -> None:
    require(acting, Ability.TAKE_IN, acting.region_code)
    require(acting, Ability.SEE_RECORDS, acting.region_code)


def _refuse_the_same(ours: Chosen, theirs: Chosen) -> None:
    if ours == theirs and ours.kind is not SideKind.FILE:
        raise Refusal(
            "Kedua sisi menunjuk daftar yang sama. Pilih daftar lain di salah satu sisi.", code="same_list_twice"
        )


def _counting(progress: Progress | None, total: int) -> Callable[[int], None]:
    done = 0

    def tell(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress(done, total)

    return tell


def begin_comparison(acting: Acting, ours: Chosen, theirs: Chosen) -> UUID:
    """Hands a comparison to the job loop; its id. Raises SideRefused for a side that cannot be read."""
    _may(acting)
    _refuse_the_same(ours, theirs)
    made = Comparison(
        id=journal.new_id(),
        agency_id=acting.agency_id,
        region_code=acting.region_code,
        username=acting.username,
        grant_id=acting.grant_id,
        ours=_kept(acting, ours, which=_OURS),
        theirs=_kept(acting, theirs, which=_THEIRS),
        created_at=timezone.now(),
    )
    # The files first: a file without a comparison goes with the old ones, a comparison without its files could not run.
    for which, chosen in ((_OURS, ours), (_THEIRS, theirs)):
        if chosen.kind is SideKind.FILE:
            _keep(_sealed_side(made.id, which), chosen.content)
    with transaction.atomic():
        made.job_id = jobs.submit(JOB_KIND, keyring.seal_bytes(str(made.id).encode()), owner=acting.username)
        made.save(force_insert=True)
    return made.id


def _kept(acting: Acting, chosen: Chosen, *, which: str) -> dict[str, object]:
    try:
        open_side(acting, chosen)
    except (Refusal, Malformed) as refusal:
        raise SideRefused(refusal, ours=which == _OURS) from None
    batch = str(chosen.batch) if chosen.batch else None
    return {"kind": chosen.kind.value, "label": label_of(acting, chosen), "batch": batch}


def _keep(path: Path, content: bytes) -> None:
    try:
        environment.write_private(path, keyring.seal_bytes(content))
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise Refusal(
            "Ruang penyimpanan komputer ini penuh, jadi perbandingan tidak tersimpan. Kosongkan sebagian, lalu "
            "bandingkan lagi.",
            code="disk_full",
        ) from error


def _sealed_side(comparison_id: UUID, which: str) -> Path:
    return environment.uploads_dir() / f"{comparison_id}-{which}.sealed"


def work_comparison(job: RunningJob) -> dict[str, object]:
    """The job loop's handler. Begun again after a crash, it begins from the start."""
    run_comparison(UUID(keyring.open_bytes(job.arguments).decode()), progress=job.progress)
    return {}


def run_comparison(comparison_id: UUID, progress: Progress | None = None) -> None:
    """Compares what was handed in, and keeps the result sealed. The comparison says itself how it ended."""
    comparison = Comparison.objects.get(pk=comparison_id)
    if comparison.state == "done":
        return
    Comparison.objects.filter(pk=comparison_id).update(state="running")
    try:
        _run(comparison, progress)
    except Cancelled:
        _close(comparison_id, state="cancelled")
        raise
    except BetangError as error:
        kept = {"code": error.code, "message": str(error), "template": error.template, "params": error.params}
        _close(comparison_id, state="failed", error=kept)
        raise


def _run(comparison: Comparison, progress: Progress | None) -> None:
    ours, theirs = _chosen(comparison, _OURS), _chosen(comparison, _THEIRS)
    found = compare(_acting_for(comparison), ours, theirs, progress)
    _keep(comparisons.sealed_result(comparison.id), msgspec.msgpack.encode(found))
    _close(comparison.id, state="done", counts=asdict(found.counts))


def _chosen(comparison: Comparison, which: str) -> Chosen:
    said = comparison.ours if which == _OURS else comparison.theirs
    kind = SideKind(said["kind"])
    if kind is not SideKind.FILE:
        return Chosen(kind, batch=UUID(said["batch"]) if said["batch"] else None)
    path = _sealed_side(comparison.id, which)
    if not path.exists():
        raise Refusal("Berkas untuk perbandingan ini sudah dihapus. Bandingkan lagi dari awal.", code="upload_gone")
    return Chosen(kind, file_name=said["label"], content=keyring.open_bytes(path.read_bytes()))


def _acting_for(comparison: Comparison) -> Acting:
    """Who asked, with the same grant as then. Raises NotAllowed if it was taken back since."""
    if not comparison.username:
        return accounts.operator()
    acting = accounts.acting(accounts.user_named(comparison.username), comparison.grant_id)
    if (acting.agency_id, acting.region_code) != (comparison.agency_id, comparison.region_code):
        raise NotAllowed(
            "Tugas yang meminta perbandingan ini sudah dicabut. Bandingkan lagi dengan tugas yang berlaku.",
            code="grant_revoked",
        )
    return acting


def _close(comparison_id: UUID, *, state: str, **outcome: object) -> None:
    """What was sent along is not needed any more, however it ended."""
    Comparison.objects.filter(pk=comparison_id).update(state=state, finished_at=timezone.now(), **outcome)
    for which in (_OURS, _THEIRS):
        with suppress(FileNotFoundError):
            _sealed_side(comparison_id, which).unlink()


def cancel_comparison(acting: Acting, comparison_id: UUID) -> None:
    """Stops a comparison of one's own office; one that is over stays as it is."""
    found = comparisons.comparison(acting, comparison_id)
    if found.job_id is None or found.is_over:
        return
    jobs.cancel(found.job_id)
    waiting = Comparison.objects.filter(pk=comparison_id, state="waiting")
    if waiting.exists() and comparisons.comparison(acting, comparison_id).is_over:
        _close(comparison_id, state="cancelled")


def purge_comparisons(older_than_days: int = KEEP_DAYS) -> int:
    """Removes the sealed results of old comparisons; their counts stay. Returns how many were cleared."""
    old = Comparison.objects.filter(created_at__lt=timezone.now() - timedelta(days=older_than_days), purged_at=None)
    ids = list(old.order_by("created_at").values_list("id", flat=True))
    for comparison_id in ids:
        with suppress(FileNotFoundError):
            comparisons.sealed_result(comparison_id).unlink()
    return Comparison.objects.filter(pk__in=ids).update(purged_at=timezone.now())
