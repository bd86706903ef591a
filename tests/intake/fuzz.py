"""Does any file, however spoilt, crash the reader, hang it or eat up its memory?

`PYTHONPATH=src python -m tests.intake.fuzz --minutes 10 --seed 1 [--keep DIRECTORY]`. Each spoilt file is read by a
forked child under the same limits as in earnest, and now and then by the real one. What goes wrong is counted and
kept.
"""

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from betang.intake.formats import child, reading
from betang.kernel.errors import Malformed
from tests.intake.mutations import sound_files, spoilt

_EARNEST_EVERY = 51  # no multiple of the kinds, so that each has its turn
_HANGS_AFTER_SECONDS = 30
_MOST_BYTES = 100 << 20
_MOST_KILOBYTES = 1 << 20


@dataclass
class Outcome:
    """How often what came of a file, the heaviest child and the slowest file, and what should never be."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    heaviest_kilobytes: int = 0
    slowest_seconds: float = 0.0


def run(*, seed: int, seconds: float, most: int | None = None, keep: Path | None = None) -> Outcome:
    outcome, files = Outcome(), sound_files()
    until = time.monotonic() + seconds
    number = 0
    while time.monotonic() < until and (most is None or number < most):
        kind = sorted(files)[number % len(files)]
        content = spoilt(Random(f"{seed}/{number}"), files[kind])
        _try(outcome, f"{kind}-{seed}-{number}", content, is_earnest=number % _EARNEST_EVERY == 0, keep=keep)
        number += 1
    return outcome


def _try(outcome: Outcome, name: str, content: bytes, *, is_earnest: bool, keep: Path | None) -> None:
    began = time.monotonic()
    wrong = ""
    try:
        sheets = reading.read(content, most_bytes=_MOST_BYTES) if is_earnest else _read(content, outcome)
        result = f"read, rows {'yes' if any(list(sheet.rows()) for sheet in sheets) else 'no'}"
    except Malformed as refusal:
        result = f"refused, {refusal.code}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what this program looks for
        result = wrong = f"{type(error).__name__}: {error}"
    taken = time.monotonic() - began
    if taken > _HANGS_AFTER_SECONDS:
        wrong = f"hangs for {taken:.0f} s"
    outcome.slowest_seconds = max(outcome.slowest_seconds, taken)
    outcome.counts[f"{name.partition('-')[0]} {result}"] += 1
    if wrong:
        outcome.wrong.append(f"{name}: {wrong}")
        if keep:
            (keep / name).write_bytes(content)


def _read(content: bytes, outcome: Outcome) -> list[reading.RawSheet]:
    """As `reading.read` does, but by a fork of this process: twenty times as many files in the same time."""
    kind = reading.kind_of(content)
    with tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        process = os.fork()
        if not process:
            _be_child(kind, content, stdout.fileno(), stderr.fileno())
        _process, status, usage = os.wait4(process, 0)
        outcome.heaviest_kilobytes = max(outcome.heaviest_kilobytes, usage.ru_maxrss)
        if usage.ru_maxrss > _MOST_KILOBYTES:
            raise MemoryError(f"{usage.ru_maxrss} KB")
        said, complaint = _whole(stdout.fileno()), _whole(stderr.fileno())
    code = os.waitstatus_to_exitcode(status)
    return reading.sheets_of(reading.answer_of(code, stdout=said, stderr=complaint))


def _be_child(kind: str, content: bytes, stdout: int, stderr: int) -> None:
    """Never returns."""
    os.dup2(stderr, 2)
    code = 1
    try:
        child.limit(reading.CHILD_MEGABYTES)
        with os.fdopen(os.dup(stdout), "wb") as stream:
            child.answer(kind, content, stream)
        code = 0
    except BaseException:  # noqa: BLE001 - a panic of calamine is no Exception
        os.write(stderr, traceback.format_exc().encode(errors="replace"))
    finally:
        os._exit(code)


def _whole(descriptor: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    with os.fdopen(os.dup(descriptor), "rb") as stream:
        return stream.read()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a directory for the files that went wrong")
    asked = parser.parse_args()
    outcome = run(seed=asked.seed, seconds=asked.minutes * 60, keep=asked.keep)
    for result, count in sorted(outcome.counts.items()):
        print(f"{count:8} {result}")
    print(f"{sum(outcome.counts.values()):8} files; the heaviest child {outcome.heaviest_kilobytes >> 10} MB, ", end="")
    print(f"the slowest file {outcome.slowest_seconds:.1f} s; {len(outcome.wrong)} wrong")
    print(*outcome.wrong, sep="\n")
    sys.exit(bool(outcome.wrong))


if __name__ == "__main__":
    main()
