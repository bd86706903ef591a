"""The laptop has been stolen. Is everything there again, with the stick from the drawer and the paper from the safe?"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from psycopg.sql import SQL, Identifier

from betang.intake.samples import ertlh

ROOT = Path(__file__).parents[2]
OFFICE = ("--agency", "Disperakim Kabupaten Sintang", "--kind", "housing", "--region", "61.05")
IS_POSTGRESQL = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")

pytestmark = [pytest.mark.slow, pytest.mark.database]


@dataclass
class Machine:
    """A computer with a home of its own, and what is typed at it."""

    home: Path
    database: str = ""
    limits: Callable[[], None] | None = None
    said: list[str] = field(default_factory=list)

    def __call__(self, *words: str) -> Any:  # Any: whatever the command answers
        code, answer = self.try_out(*words)
        assert code == 0, answer
        return answer

    def refused(self, *words: str) -> str:
        code, answer = self.try_out(*words)
        assert code == 2, answer
        return str(answer["code"])

    def try_out(self, *words: str) -> tuple[int, Any]:
        rest = {name: value for name, value in os.environ.items() if not name.startswith("BETANG_")}
        env = rest | {"BETANG_HOME": str(self.home), "PYTHONPATH": str(ROOT / "src")}
        env |= {"BETANG_DATABASE": self.database} if self.database else {}
        done = subprocess.run(
            [sys.executable, "-m", "betang.console", *words, "--json"],
            env=env,
            capture_output=True,
            text=True,
            preexec_fn=self.limits,  # only lowers a limit of the child
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, json.loads(done.stdout)


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Machine]]:
    """New computers; on PostgreSQL each with an empty database of its own on the cluster of the tests."""
    made: list[str] = []

    def new() -> Machine:
        home = tmp_path_factory.mktemp("mesin") / "home"
        if not IS_POSTGRESQL:
            return Machine(home)
        made.append(f"betang_{uuid.uuid4().hex}")
        _on_cluster("CREATE DATABASE {}", made[-1])
        return Machine(home, _address(made[-1]))

    yield new
    for database in made:
        _on_cluster("DROP DATABASE IF EXISTS {} WITH (FORCE)", database)


def _on_cluster(statement: str, database: str) -> None:
    with psycopg.connect(_address("postgres"), autocommit=True) as cluster:
        cluster.execute(SQL(statement).format(Identifier(database)))  # type: ignore[arg-type]  # the two above


def _address(database: str) -> str:
    told = settings.DATABASES["default"]
    return f"postgresql://{told['USER']}@:{told['PORT']}/{database}?host={told['HOST']}"


@pytest.fixture(scope="module")
def list_sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("daftar") / "daftar.xlsx"
    ertlh.write(path, region="61.05.19", rows=30, seed=3)
    return path


@pytest.fixture(scope="module")
def office(machines: Callable[[], Machine], list_sent: Path) -> Machine:
    """A node with a list in it."""
    machine = machines()
    machine("init", *OFFICE)
    machine("intake", str(list_sent))
    return machine


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stik"


def code_on_paper(machine: Machine) -> str:
    page = (machine.home / "keys" / "halaman-pemulihan.html").read_text()
    found = re.search(r"<code>([0-9A-Z-]+)</code>", page)
    assert found
    return found[1]


def test_a_node_comes_back_on_a_new_machine(
    office: Machine, machines: Callable[[], Machine], stick: Path, list_sent: Path
) -> None:
    before, code = office("digest"), code_on_paper(office)
    office("backup", str(stick))

    new = machines()
    told = new("restore", str(stick), "--code", code)

    assert told["agency"] == "Disperakim Kabupaten Sintang"
    assert new("digest") == before  # numbers and all: it opens every NIK
    assert new("intake", str(list_sent))["unchanged"] > 0  # recognised by the same keyed hashes
    assert new.refused("restore", str(stick), "--code", code) == "home_in_use"


@pytest.mark.sqlite_only
def test_whoever_finds_the_stick_reads_nothing_on_it(office: Machine, stick: Path) -> None:
    names = {row["name"] for row in office("find", "a")} | {"Disperakim"}

    office("backup", str(stick))

    sealed = b"".join(path.read_bytes() for path in stick.rglob("*.sealed"))
    assert len(sealed) > 100_000
    assert not [name for name in names if name and name.encode() in sealed]
    assert not list(stick.rglob("*.key"))


@pytest.mark.sqlite_only
def test_what_was_laid_onto_the_stick_meanwhile_stays_there(
    office: Machine, machines: Callable[[], Machine], stick: Path, tmp_path: Path
) -> None:
    folder = Path(office("backup", str(stick))["folder"])
    elsewhere = tmp_path / "rahasia"
    elsewhere.write_text("milik orang lain")
    (folder / "uploads" / "tautan.sealed").symlink_to(elsewhere)
    (folder / "uploads" / "titipan.sealed").write_bytes(b"titipan")

    new = machines()
    new("restore", str(stick), "--code", code_on_paper(office))

    came = {path.name for path in (new.home / "uploads").iterdir()}
    assert came and not came & {"tautan.sealed", "titipan.sealed"}


@pytest.mark.sqlite_only
def test_a_stick_that_was_damaged_restores_nothing(
    office: Machine, machines: Callable[[], Machine], stick: Path
) -> None:
    sound = Path(office("backup", str(stick))["folder"])
    new = machines()

    for wound in ("cut off", "a byte flipped", "a piece left out", "without its contents"):
        folder = stick / wound
        shutil.copytree(sound, folder)
        _wound(folder, wound)
        refused = new.refused("restore", str(folder), "--code", code_on_paper(office))
        assert refused in {"backup_damaged", "no_backup_here"}

    assert not list((new.home / "keys").glob("*data*"))
    assert new.refused("digest")  # still no node


def _wound(folder: Path, wound: str) -> None:
    sealed = folder / "database.sealed"
    content = sealed.read_bytes()
    if wound == "cut off":
        sealed.write_bytes(content[:-1000])
    elif wound == "a byte flipped":
        sealed.write_bytes(content[:5000] + bytes([content[5000] ^ 1]) + content[5001:])
    elif wound == "a piece left out":
        length = int.from_bytes(content[:4], "big")
        sealed.write_bytes(content[4 + length :])
    else:
        (folder / "isi.json").unlink()


@pytest.mark.sqlite_only
def test_a_wrong_code_restores_nothing_and_the_right_one_then_does(
    office: Machine, machines: Callable[[], Machine], stick: Path
) -> None:
    office("backup", str(stick))
    new = machines()

    assert new.refused("restore", str(stick), "--code", "0000-0000-0000-0000") == "recovery_code_wrong"
    new("restore", str(stick), "--code", code_on_paper(office))

    assert new("digest") == office("digest")


@pytest.mark.sqlite_only
@pytest.mark.parametrize("room", [50_000, "just less than it takes"])
def test_without_room_for_it_nothing_is_left_behind(office: Machine, stick: Path, room: int | str) -> None:
    stick.mkdir()
    most = (
        room
        if isinstance(room, int)
        else Path(office("backup", str(stick))["folder"], "database.sealed").stat().st_size - 1
    )
    before = sorted(stick.iterdir())
    office.limits = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    assert office.refused("backup", str(stick)) in {"disk_full", "postgresql_tool_failed"}

    office.limits = None
    assert sorted(stick.iterdir()) == before
    assert not list(office.home.glob(".cadangan*"))


def test_the_newest_of_several_backups_is_taken(
    office: Machine, machines: Callable[[], Machine], stick: Path, tmp_path: Path
) -> None:
    office("backup", str(stick))
    ertlh.write(tmp_path / "lagi.xlsx", region="61.05.08", rows=10, seed=4)
    office("intake", str(tmp_path / "lagi.xlsx"))
    office("backup", str(stick))

    new = machines()
    new("restore", str(stick), "--code", code_on_paper(office))

    assert new("digest") == office("digest")
