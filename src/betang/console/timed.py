"""Which work comes round by itself?"""

import threading
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.db import close_old_connections
from django.utils import timezone

from betang.coordination import commands as coordination
from betang.intake import commands as intake
from betang.jobs import commands as jobs
from betang.organisation import queries as organisation

DAY_S = 24 * 3600.0
_LOOK_AGAIN_S = 60.0


def forget_old_uploads() -> None:
    """Sealed uploads, sealed rows, comparisons and arguments of jobs go after 30 days, workbooks sooner."""
    intake.clear_exports()
    intake.purge()
    intake.purge_comparisons()
    jobs.purge(now=timezone.now())


def check_promises() -> None:
    """Promises that the data tell of are measured once a day; what is reached is closed with its evidence."""
    if organisation.is_founded():
        coordination.check_commitments()


# What, and how often; each also once at the start, so that a laptop closed every evening comes to it too.
TABLE: Mapping[Callable[[], None], float] = MappingProxyType({forget_old_uploads: DAY_S, check_promises: DAY_S})


def come_round(stop: threading.Event, *, clock: Callable[[], float] = time.monotonic) -> None:
    """Do what is due, until told to stop."""
    due = dict.fromkeys(TABLE, 0.0)
    while not stop.is_set():
        for work, interval_s in TABLE.items():
            if clock() >= due[work]:
                close_old_connections()
                work()
                due[work] = clock() + interval_s
        stop.wait(_LOOK_AGAIN_S)
