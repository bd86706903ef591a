"""A list whose process is killed, wherever, or finds no room, ends as if nothing had happened.

On a home of its own and in processes of its own, as `betang intake` runs them: only those can be killed.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest
from django.conf import settings
from openpyxl import load_workbook
from psycopg.sql import SQL, Identifier

from betang.intake.samples import ertlh

ROOT = Path(__file__).parents[2]
OFFICE = ("--agency", "Disperakim Kabupaten Sintang", "--kind", "housing", "--region", "61.05")
ROWS = 240

IS_POSTGRESQL = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")

pytestmark = [pytest.mark.slow, pytest.mark.database]

# Takes the list in and says how it ended; `{before}` is done first.
_TAKE_IN = """
import json, os, signal, sys
from pathlib import Path
from unittest import mock
import django
django.setup()
from django.db import connection
from betang.accounts import queries as accounts
from betang.intake import commands as intake
from betang.intake.models import Batch, BatchRow
from betang.kernel.errors import Refusal
from betang.register import queries as register

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

path, said = Path(sys.argv[1]), ""
{before}
is_in = Batch.objects.filter(file_name=path.name, state="done").exists()  # killed after it was: nobody sends it again
try:
    batch = None if is_in else intake.open_batch(accounts.operator(), path.name, path.read_bytes())
    if batch is not None:
        intake.run_batch(batch.id, pause_s=0)
except Refusal as refusal:
    said = refusal.code
[kept] = Batch.objects.filter(file_name=path.name).values()
counts = [kept[name] for name in ("accepted", "updated", "unchanged", "returned", "repaired", "flagged")]
print(json.dumps([said, kept["state"], counts, BatchRow.objects.filter(batch=kept["id"]).count(), register.digest()]))
"""

_DIES_AFTER = """
import threading
timer = threading.Timer({}, die)
timer.daemon = True
timer.start()
"""
_ROOM_FOR_A_FEW_GROUPS = """
mock.patch("betang.intake.commands.running.FIRST_SIZE", 20).start()
with connection.cursor() as cursor:
    cursor.execute("PRAGMA page_count")
    [pages] = cursor.fetchone()
    cursor.execute(f"PRAGMA max_page_count = {pages + 100}")
"""

POINTS = {
    "the sealed file rests, the batch does not": "betang.intake.commands.receiving.Batch.save",
    "in the middle of a group": "betang.register.indexing.list_anew",
    "a group is written, its transaction not ended": "betang.intake.commands.running.count",
    "a group is in, nobody told": "betang.intake.commands.running.next_size",
    "while closing": "betang.intake.commands.running._close",
}


@dataclass(frozen=True)
class Machine:
    """A computer with a home of its own, and on PostgreSQL a database of its own."""

    home: Path
    database: str = ""

    def start(self, path: Path, before: str = "") -> "subprocess.Popen[str]":
        program = [sys.executable, "-c", _TAKE_IN.replace("{before}", before), str(path)]
        return subprocess.Popen(program, env=self._env(), stdout=subprocess.PIPE, text=True)

    def take_in(self, path: Path, before: str = "") -> Any:  # Any: how it ended
        taking = self.start(path, before)
        told, _nothing = taking.communicate()
        return json.loads(told) if taking.returncode == 0 else taking.returncode

    def betang(self, *words: str) -> None:
        subprocess.run([sys.executable, "-m", "betang.console", *words], env=self._env(), check=True)

    def _env(self) -> dict[str, str]:
        rest = {name: value for name, value in os.environ.items() if not name.startswith("BETANG_")}
        own = {"BETANG_HOME": str(self.home), "DJANGO_SETTINGS_MODULE": "betang.settings"}
        there = {"BETANG_DATABASE": _address(self.database)} if self.database else {}
        return rest | own | there | {"PYTHONPATH": str(ROOT / "src")}


def _on_cluster(statement: str, *databases: str) -> None:
    with psycopg.connect(_address("postgres"), autocommit=True) as cluster:
        cluster.execute(SQL(statement).format(*map(Identifier, databases)))  # type: ignore[arg-type]  # those below


def _address(database: str) -> str:
    told = settings.DATABASES["default"]
    return f"postgresql://{told['USER']}@:{told['PORT']}/{database}?host={told['HOST']}"


@pytest.fixture(scope="module")
def daftar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("daftar") / "daftar.xlsx"
    ertlh.write(path, region="61.05", rows=ROWS, seed=6)
    return path


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Machine]]:
    """Copies of a node that has taken nothing in."""
    made = [f"betang_{uuid.uuid4().hex}"] if IS_POSTGRESQL else [""]
    office = Machine(tmp_path_factory.mktemp("simpul") / "home", made[0])
    if IS_POSTGRESQL:
        _on_cluster("CREATE DATABASE {}", made[0])
    office.betang("init", *OFFICE)

    def new() -> Machine:
        home = Path(shutil.copytree(office.home, tmp_path_factory.mktemp("simpul") / "home"))
        if not IS_POSTGRESQL:
            return Machine(home)
        made.append(f"betang_{uuid.uuid4().hex}")
        _on_cluster("CREATE DATABASE {} TEMPLATE {}", made[-1], office.database)
        return Machine(home, made[-1])

    yield new
    for database in made if IS_POSTGRESQL else ():
        _on_cluster("DROP DATABASE IF EXISTS {} WITH (FORCE)", database)


@pytest.fixture(scope="module")
def undisturbed(fresh: Callable[[], Machine], daftar: Path) -> Any:
    ended = fresh().take_in(daftar)
    assert ended[:2] == ["", "done"]
    assert ended[3] == ROWS
    return ended


@pytest.mark.parametrize("target", POINTS.values(), ids=POINTS.keys())
def test_killed_at_a_point_it_goes_on_as_if_nothing_had_been(
    target: str, fresh: Callable[[], Machine], daftar: Path, undisturbed: Any
) -> None:
    machine = fresh()

    assert machine.take_in(daftar, f'mock.patch("{target}", die).start()') == -signal.SIGKILL

    assert machine.take_in(daftar) == undisturbed


def test_killed_five_times_at_any_moment_it_ends_as_if_nothing_had_been(
    fresh: Callable[[], Machine], daftar: Path, undisturbed: Any
) -> None:
    chance, kills = Random(5), 0
    while kills < 5:
        machine, ended = fresh(), -signal.SIGKILL
        while kills < 5 and ended == -signal.SIGKILL:
            ended = machine.take_in(daftar, _DIES_AFTER.format(chance.uniform(0.0, 0.4)))
            kills += ended == -signal.SIGKILL

        assert (ended if isinstance(ended, list) else machine.take_in(daftar)) == undisturbed


@pytest.mark.skipif(IS_POSTGRESQL, reason="only SQLite can be told how many pages it may fill")
def test_a_disk_that_fills_up_is_told_and_the_list_goes_on_when_there_is_room(
    fresh: Callable[[], Machine], daftar: Path, undisturbed: Any
) -> None:
    machine = fresh()

    said, state, counts, kept, _digest = machine.take_in(daftar, _ROOM_FOR_A_FEW_GROUPS)
    assert (said, state) == ("disk_full", "failed")
    assert 0 < sum(counts[:4]) == kept < ROWS

    assert machine.take_in(daftar) == undisturbed


def test_two_officers_who_take_in_the_same_families_at_once_make_each_once(
    fresh: Callable[[], Machine], daftar: Path, undisturbed: Any, tmp_path: Path
) -> None:
    machine = fresh()
    again = tmp_path / "daftar-lagi.xlsx"
    load_workbook(daftar).save(again)  # the same rows in other bytes

    officers = [machine.start(path) for path in (daftar, again)]
    ended = [json.loads(officer.communicate()[0]) for officer in officers]

    assert [one[1] for one in ended] == ["done", "done"]
    assert sum(one[2][0] for one in ended) == undisturbed[2][0]
    assert [one[3] for one in ended] == [ROWS, ROWS]
    assert undisturbed[4] in [one[4] for one in ended]  # of whoever ended last
