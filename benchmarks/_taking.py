"""What does it take to take one list in, in a process of its own?

Run by the benchmarks as `python -m benchmarks._taking FILE USER`, in the home that the environment names. The last line
of stdout is a `Taken` as JSON.
"""

import sys
import time
from pathlib import Path

import django
import msgspec

django.setup()

from betang.accounts import queries as accounts  # noqa: E402  # the rooms exist only now
from betang.intake import commands as intake  # noqa: E402  # the rooms exist only now

try:
    import resource
except ImportError:  # Windows does not count memory so
    resource = None  # type: ignore[assignment]  # None stands for "not on this system"


class Taken(msgspec.Struct, frozen=True):
    """Seconds from the file to the last row in the register, how long each group held the database, peak memory."""

    seconds: float
    held_s: list[float]
    peak_mb: float
    peak_of_child_mb: float


def take(path: Path, username: str) -> Taken:
    """The whole way of a file, as the command line goes it."""
    officer, held_s = accounts.acting_as(username), list[float]()
    began = time.perf_counter()
    batch = intake.open_batch(officer, path.name, path.read_bytes())
    intake.run_batch(batch.id, held=held_s.append)
    seconds = time.perf_counter() - began
    return Taken(seconds, held_s, _peak_mb("RUSAGE_SELF"), _peak_mb("RUSAGE_CHILDREN"))


def _peak_mb(whose: str) -> float:
    return resource.getrusage(getattr(resource, whose)).ru_maxrss / 1024 if resource else 0.0


if __name__ == "__main__":
    print(msgspec.json.encode(take(Path(sys.argv[1]), sys.argv[2])).decode())
