"""Does a node that is stopped, however roughly, leave nothing running?"""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from betang import environment

ROOT = Path(__file__).parents[2]
PATIENCE_S = 15

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc").exists(), reason="Processes are counted in /proc, which only Linux has."),
]


def surroundings(home: Path) -> dict[str, str]:
    rest = {name: value for name, value in os.environ.items() if name != "BETANG_DATABASE"}
    return rest | {"BETANG_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}


def betang(home: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "betang.console", *words]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    place = tmp_path / "home"
    words = ("init", "--agency", "Disperakim Kabupaten Sintang", "--kind", "housing", "--region", "61.05")
    subprocess.run(betang(place, *words), env=surroundings(place), check=True, capture_output=True)
    return place


@pytest.fixture
def node(home: Path) -> Iterator[subprocess.Popen[str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    running = subprocess.Popen(
        betang(home, "up", "--port", port), env=surroundings(home), stdout=subprocess.PIPE, text=True
    )
    yield running
    running.kill()
    running.wait()


def address(node: subprocess.Popen[str]) -> str:
    assert node.stdout is not None
    word, _, url = node.stdout.readline().strip().partition(" ")
    assert word == "ready"
    return url


def children(pid: int) -> set[int]:
    """Processes started by this one, and by those."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue  # it ended while we looked
    found, grown = {pid}, True
    while grown:
        more = {child for child, parent in parents.items() if parent in found} - found
        found, grown = found | more, bool(more)
    return found - {pid}


def alive(pids: set[int]) -> set[int]:
    return {pid for pid in pids if Path(f"/proc/{pid}").exists() and "Z" not in _state(pid)}


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_what_a_node_writes_is_its_owners_alone(home: Path) -> None:
    modes = {path.relative_to(home): stat.S_IMODE(path.stat().st_mode) for path in (home, *home.rglob("*"))}

    assert not {name: oct(mode) for name, mode in modes.items() if mode & 0o077}


def test_practice_is_another_node_with_the_office_and_villages_of_this_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    untouched = (home / "betang.sqlite3").read_bytes()
    practice = subprocess.Popen(
        betang(home, "practice", "--port", port), env=surroundings(home), stdout=subprocess.PIPE, text=True
    )

    with urllib.request.urlopen(f"{address(practice)}/masuk/") as page:
        told = page.read().decode()
    practice.send_signal(signal.SIGKILL)
    practice.wait(timeout=PATIENCE_S)

    assert 'class="practice"' in told and "Disperakim Kabupaten Sintang" in told
    assert (home / "latihan" / "sandi-latihan").read_text() in told  # the password of the invented
    assert (home / "betang.sqlite3").read_bytes() == untouched
    monkeypatch.setenv("BETANG_HOME", str(home))
    assert environment.practice() == ""  # and the node itself is none to practise in
    until = time.monotonic() + PATIENCE_S
    while answers(port) and time.monotonic() < until:
        time.sleep(0.1)
    assert not answers(port)


def answers(port: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(port))) == 0


@pytest.mark.parametrize("blow", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_stopped_node_leaves_no_child(node: subprocess.Popen[str], blow: signal.Signals) -> None:
    url = address(node)
    with urllib.request.urlopen(f"{url}/masuk/") as page:
        assert page.status == 200
    started = children(node.pid)
    assert len(started) >= 2  # the pages and the jobs

    node.send_signal(blow)
    node.wait(timeout=PATIENCE_S)

    until = time.monotonic() + PATIENCE_S
    while alive(started) and time.monotonic() < until:
        time.sleep(0.1)
    assert not alive(started)


def test_a_taken_port_is_refused_with_a_sentence(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        told = subprocess.run(
            betang(home, "up", "--port", port, "--json"), env=surroundings(home), capture_output=True, text=True
        )

    assert told.returncode == 2 and '"code":"port_taken"' in told.stdout
