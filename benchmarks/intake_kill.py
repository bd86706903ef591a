"""Is a list in the register as if nothing had happened, when the process that took it in was killed again and again?

`kill -9` at seeded random moments of the command line's own process, started again each time until the list is in;
with what is left of the fifty the next round begins on a fresh home. Each round must end with the digest and the counts
of a run that nobody disturbed.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from benchmarks import _home as home
from betang.console.measuring import Figure
from betang.intake.samples import ertlh

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 50
SEED = 11
_KILLED = -9
_SILENT = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
_SAID = ("state", "rows", "accepted", "updated", "unchanged", "returned", "repaired", "flagged")


def main() -> None:
    home.found()
    workbook = home.HOME / "Ukuran.xlsx"
    ertlh.write(workbook, region=home.REGENCY, rows=ROWS, seed=4)
    place = _fresh_home("undisturbed")
    began = time.perf_counter()
    _answer(place, "intake", str(workbook))
    longest_s = time.perf_counter() - began
    rows_in, differing = _rounds(workbook, _end(place), longest_s=longest_s)
    amid = sum(0 < rows < ROWS for rows in rows_in)
    home.tell(
        [
            Figure(name="intake killed", value=len(rows_in), unit="times", limit=None, holds=True),
            Figure(name="of these amid the rows", value=amid, unit="times", limit=None, holds=True),
            Figure(name="intake killed, ends that differ", value=differing, unit="", limit=0, holds=not differing),
        ]
    )


def _rounds(workbook: Path, undisturbed: tuple[object, ...], *, longest_s: float) -> tuple[list[int], int]:
    """How many rows were in at each kill, and how many rounds ended otherwise."""
    chance, rows_in, differing = Random(SEED), list[int](), 0
    for turn in count(1):
        place = _fresh_home(f"round-{turn}")
        rows_in += _killed(place, workbook, chance, most=KILLS - len(rows_in), longest_s=longest_s)
        if not _is_in(place):
            _answer(place, "intake", str(workbook))
        differing += _end(place) != undisturbed
        shutil.rmtree(place)
        home.say(f"{len(rows_in)} dari {KILLS} kali dimatikan, {turn} putaran, {differing} berakhir lain")
        if len(rows_in) == KILLS:
            break
    return rows_in, differing


def _fresh_home(name: str) -> Path:
    """The home of a node that has taken nothing in."""
    place = home.HOME / name
    shutil.copytree(home.HOME, place, ignore=shutil.ignore_patterns("undisturbed", "round-*", "*.xlsx"))
    return place


def _killed(place: Path, workbook: Path, chance: Random, *, most: int, longest_s: float) -> list[int]:
    """Start and kill until the list is in, or `most` times; how many rows were in each time."""
    rows_in: list[int] = []
    while len(rows_in) < most and not _is_in(place):
        taking = subprocess.Popen(_betang("intake", str(workbook)), env=_env(place), **_SILENT)
        try:
            taking.wait(chance.uniform(0.0, longest_s))
        except subprocess.TimeoutExpired:
            taking.kill()
        if taking.wait() == _KILLED:
            rows_in.append(_asked(place, "SELECT coalesce(sum(rows_done), 0) FROM intake_batch"))
    return rows_in


def _is_in(place: Path) -> bool:
    """Killed after its last word to the database, it has taken the list in all the same."""
    return _asked(place, "SELECT count(*) FROM intake_batch WHERE state = 'done'") == 1


def _asked(place: Path, question: str) -> int:
    with closing(sqlite3.connect(place / "betang.sqlite3")) as database:
        (answer,) = database.execute(question).fetchone()
        return int(answer)


def _end(place: Path) -> tuple[object, ...]:
    """The digest, what is said of the list, and how many rows each table has."""
    said = [{name: one[name] for name in _SAID} for one in _answer(place, "intake", "list")]
    return _answer(place, "digest")["digest"], said, _rows_of_tables(place)


def _rows_of_tables(place: Path) -> dict[str, int]:
    """Of the rooms that a list is written in; but into how many groups it fell is a matter of luck."""
    with closing(sqlite3.connect(place / "betang.sqlite3")) as database:
        named = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'intake_batchspan'")
        tables = [name for (name,) in named if name.startswith(("intake_", "journal_", "register_"))]
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def _answer(place: Path, *words: str) -> Any:  # Any: whatever the command answers
    ran = subprocess.run(_betang(*words, "--json"), env=_env(place), stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(ran.stdout)


def _betang(*words: str) -> list[str]:
    return [sys.executable, "-m", "betang.console", *words]


def _env(place: Path) -> dict[str, str]:
    return os.environ | {"BETANG_HOME": str(place)}


if __name__ == "__main__":
    main()
