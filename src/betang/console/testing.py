"""Does everything that Betang promises still hold on this machine?

`./betang test` runs the stages in order and says one line about each; `./betang test ruff mypy` runs only those.
What a machine lacks (Chromium, PostgreSQL) is skipped with a sentence; with `CI=true` a missing one is a failure.
No Django here: the stages are programs of their own, and each gets a home that is thrown away.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import FrameType

from betang.console import postgresql

ROOT = Path(__file__).resolve().parents[3]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
WORKERS = 3  # one more than cores: browsers, servers and disks keep a worker waiting

NO_POSTGRESQL = "PostgreSQL is not installed here (no initdb found), so the database tests ran on SQLite only."
NO_CHROMIUM = "Chromium is not installed here, so the pages were not opened in a browser."
UNKNOWN_STAGE = "There is no stage {name}; there are: {known}."


class State(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Outcome:
    stage: str
    state: State
    seconds: float = 0.0
    sentence: str = ""


def run(arguments: Sequence[str]) -> int:
    """Run the named stages, or all; 0 when none failed, 1 when one did, 2 when a name is unknown."""
    unknown = [name for name in arguments if name not in STAGES]
    if unknown:
        print(UNKNOWN_STAGE.format(name=unknown[0], known=", ".join(STAGES)), file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, _leave)
    outcomes = [_timed(name) for name in arguments or STAGES]
    _print_summary(outcomes)
    return int(any(outcome.state is State.FAILED for outcome in outcomes))


def chromium() -> Path | None:
    """The browser that the machine already has; none is ever downloaded."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    return Path(found) if found else None


def must_not_skip() -> bool:
    return os.environ.get("CI", "").lower() in {"true", "1"}


# ------------------------------------------------------------------ the stages


def _ruff() -> Outcome:
    return _all_of("ruff", [_tool("ruff", "check", "."), _tool("ruff", "format", "--check", ".")])


def _mypy() -> Outcome:
    return _all_of("mypy", [_tool("mypy", "--strict", "src/betang")])


def _imports() -> Outcome:
    return _all_of("imports", [_tool("lint-imports", "--no-logo")])


def _tests_on_sqlite() -> Outcome:
    return _all_of("sqlite", [_pytest("--durations=10")])


def _tests_on_postgresql() -> Outcome:
    programs = postgresql.programs()
    if programs is None:
        return Outcome("postgresql", State.FAILED if must_not_skip() else State.SKIPPED, sentence=NO_POSTGRESQL)
    with postgresql.throwaway_cluster(programs) as url:
        return _all_of("postgresql", [_pytest("-m", AGAIN)], {"BETANG_DATABASE": url})


# What is run again on PostgreSQL: whatever touches the database and is not about pages or files alone.
AGAIN = "database and not browser and not sqlite_only"
STAGES: dict[str, Callable[[], Outcome]] = {
    "ruff": _ruff,
    "mypy": _mypy,
    "imports": _imports,
    "sqlite": _tests_on_sqlite,
    "postgresql": _tests_on_postgresql,
}


# ------------------------------------------------------------------ how a stage runs


def _all_of(stage: str, commands: Sequence[Sequence[str]], extra: Mapping[str, str] | None = None) -> Outcome:
    """Every command runs, also after one has failed: a person wants to see all that is wrong at once."""
    with _surroundings(extra or {}) as env:
        codes = [subprocess.run(command, cwd=ROOT, env=env, check=False).returncode for command in commands]
    return Outcome(stage, State.FAILED if any(codes) else State.PASSED)


@contextmanager
def _surroundings(extra: Mapping[str, str]) -> Iterator[dict[str, str]]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BETANG_")}
    with tempfile.TemporaryDirectory(prefix="betang-test-") as home:
        yield {**kept, "BETANG_HOME": home, "PYTHONPATH": str(ROOT / "src"), **extra}


def _tool(name: str, *arguments: str) -> list[str]:
    return [str(Path(sys.executable).with_name(name)), *arguments]


def _pytest(*arguments: str) -> list[str]:
    parallel = ["-n", str(WORKERS), "--dist", "worksteal"]
    return [sys.executable, "-m", "pytest", "-q", *parallel, *arguments]


def _timed(name: str) -> Outcome:
    print(f"== {name}", flush=True)
    begun = time.monotonic()
    outcome = STAGES[name]()
    return Outcome(outcome.stage, outcome.state, time.monotonic() - begun, outcome.sentence)


def _print_summary(outcomes: Sequence[Outcome]) -> None:
    print()
    for outcome in outcomes:
        print(f"{outcome.stage:<12}{outcome.state:<9}{outcome.seconds:6.1f} s  {outcome.sentence}".rstrip())
    if chromium() is None and not must_not_skip():
        print(NO_CHROMIUM)
    counts = {state: sum(outcome.state is state for outcome in outcomes) for state in State}
    print("stages: " + ", ".join(f"{count} {state}" for state, count in counts.items()), flush=True)


def _leave(_number: int, _frame: FrameType | None) -> None:
    """Being told to stop still stops the throwaway cluster."""
    sys.exit(143)
