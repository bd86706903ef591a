"""How is long work handed in, done, cancelled and taken up again?"""

import json
import logging
import secrets
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, InterfaceError, close_old_connections
from django.db.models import F, Q
from django.utils import timezone

from betang.jobs.models import Job, State
from betang.kernel.errors import BetangError, Refusal
from betang.kernel.ids import uuid7

LEASE = timedelta(seconds=60)
IDLE_S = 0.5
KEEP_ARGUMENTS_DAYS = 30
MOST_ATTEMPTS = 5  # work that was cut off so often takes its process down by itself
_GIVEN_UP = (
    "Pekerjaan ini terputus lima kali dan dihentikan; yang sudah masuk tetap ada. "
    "Kirim lagi, dan bila terputus lagi hubungi pengelola simpul."
)
_LONGEST_NOTE = 200

_log = logging.getLogger(__name__)


class Cancelled(Exception):
    """Somebody asked for the job to stop; raised between two groups of work, never inside one."""


@dataclass(frozen=True)
class RunningJob:
    """What a handler gets: the arguments as submitted, and where to tell how far it is."""

    id: UUID
    arguments: bytes
    holder: UUID

    def progress(self, done: int, total: int, note: str = "") -> None:
        """Tell how far the work is and keep the lease. Raises `Cancelled` when asked to stop or if the job is lost."""
        kept = Job.objects.filter(pk=self.id, lease_holder=self.holder, cancel_requested=False).update(
            done=done, total=total, note=note[:_LONGEST_NOTE], lease_until=timezone.now() + LEASE
        )
        if not kept:
            raise Cancelled


Handler = Callable[[RunningJob], dict[str, object]]
_HANDLERS: dict[str, Handler] = {}


def register(kind: str, handler: Handler) -> None:
    """A room says at start who does its kind of job. A handler may be run again from the start after a crash."""
    _HANDLERS[kind] = handler


def submit(kind: str, arguments: bytes, *, owner: str, job_id: UUID | None = None) -> UUID:
    """Hand a job in; its id. `arguments` are kept as they are: seal them first."""
    made = job_id or uuid7(unix_ms=time.time_ns() // 1_000_000, random_bytes=secrets.token_bytes(10))
    Job.objects.create(id=made, kind=kind, owner=owner, arguments=arguments, created_at=timezone.now())
    return made


def cancel(job_id: UUID) -> None:
    """Ask a job to stop: at once if nobody works on it, else after the group it is at."""
    waiting = Job.objects.filter(pk=job_id, state=State.QUEUED)
    if waiting.update(state=State.CANCELLED, cancel_requested=True, finished_at=timezone.now()):
        return
    if not Job.objects.filter(pk=job_id, state=State.RUNNING).update(cancel_requested=True):
        raise Refusal("Pekerjaan ini sudah selesai, tidak dapat dihentikan.", code="job_is_over")


def work_forever(stop: threading.Event) -> None:
    """Do jobs as they come, one at a time, until told to stop."""
    while not stop.is_set():
        close_old_connections()
        if not _worked():
            stop.wait(IDLE_S)


def _worked() -> bool:
    try:
        return work_once()
    except (DatabaseError, InterfaceError) as fault:
        # Busy or gone for a while. What was under way keeps its row, and is taken up again when its lease runs out.
        _log.error("The database did not answer (%s); trying again", type(fault).__name__)
        return False


def work_once() -> bool:
    """Take the oldest job that waits, or whose lease ran out, and do it. False if there was none."""
    job = _claimed()
    if job is None:
        return False
    if job.cancel_requested:
        _close(job, State.CANCELLED)
    elif job.attempts > MOST_ATTEMPTS:
        _close(job, State.FAILED, error={"code": "too_many_attempts", "message": _GIVEN_UP})
    else:
        _do(job)
    return True


def purge(*, now: datetime | None = None) -> int:
    """Drop the arguments of jobs older than 30 days; how many. One that nobody took until then is cancelled."""
    moment = now or timezone.now()
    old = Job.objects.filter(created_at__lt=moment - timedelta(days=KEEP_ARGUMENTS_DAYS))
    old.filter(state=State.QUEUED).update(state=State.CANCELLED, cancel_requested=True, finished_at=moment)
    return old.filter(arguments__isnull=False).exclude(state=State.RUNNING).update(arguments=None)


def _claimed() -> Job | None:
    now, holder = timezone.now(), _holder()
    free = Q(state=State.QUEUED) | Q(state=State.RUNNING, lease_until__lt=now)
    for job in Job.objects.filter(free, kind__in=_HANDLERS).order_by("created_at", "id")[:5]:
        # The condition is asked again inside the update, so of two workers only one gets the row.
        taken = Job.objects.filter(free, pk=job.pk).update(
            state=State.RUNNING, lease_holder=holder, lease_until=now + LEASE, attempts=F("attempts") + 1
        )
        if taken:
            job.refresh_from_db()
            return job
    return None


def _holder() -> UUID:
    return UUID(bytes=secrets.token_bytes(16))


def _do(job: Job) -> None:
    assert job.lease_holder is not None
    running = RunningJob(id=job.id, arguments=bytes(job.arguments or b""), holder=job.lease_holder)
    try:
        result = json.loads(json.dumps(_HANDLERS[job.kind](running)))  # what cannot be kept is the handler's fault
    except Cancelled:
        _close(job, State.CANCELLED)
    except BetangError as refusal:
        _close(job, State.FAILED, error={"code": refusal.code, "message": str(refusal)})
    except Exception as bug:  # noqa: BLE001  # the job loop outlives any handler; the traceback goes to the log
        incident = secrets.token_hex(3).upper()
        _log.error("Job %s of kind %s failed, incident %s: %s", job.id, job.kind, incident, _without_words(bug))
        message = f"Pekerjaan ini gagal karena kesalahan Betang sendiri, data Anda aman. Kode kejadian {incident}."
        _close(job, State.FAILED, error={"code": incident, "message": message})
    else:
        _close(job, State.DONE, result=result)


def _without_words(bug: BaseException) -> str:
    """Where a bug happened, cause before effect. Not what it says: databases quote whole rows, numbers included."""
    before = bug.__cause__ or bug.__context__
    frames = "".join(traceback.format_tb(bug.__traceback__))
    return f"{_without_words(before) if before else ''}\n{frames}{type(bug).__qualname__}"


def _close(job: Job, state: State, **outcome: object) -> None:
    """End the job, unless another worker has taken it over since."""
    Job.objects.filter(pk=job.pk, lease_holder=job.lease_holder).update(
        state=state,
        finished_at=timezone.now(),
        lease_holder=None,
        lease_until=None,
        done=F("total") if state is State.DONE else F("done"),
        **outcome,
    )
