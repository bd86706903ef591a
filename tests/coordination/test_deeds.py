"""Do meetings, obstacles, promises and offices answer at the command line?"""

import json
import threading
from pathlib import Path
from uuid import UUID

import pytest

from betang.console import answering, timed
from betang.console.commands import betang
from betang.coordination import commands, samples
from betang.organisation import queries as organisation
from tests.coordination import cast as play
from tests.coordination.cast import SINTANG, YESTERDAY, Cast


class Terminal:
    """A script that calls commands and reads what they answer; `paper` is what a person reads."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str) -> object:
        code, said = self._run(*words, "--json")
        assert code == 0, said
        return json.loads(said)

    def paper(self, *words: str) -> str:
        code, said = self._run(*words)
        assert code == 0, said
        return said

    def refused(self, *words: str) -> str:
        code, said = self._run(*words, "--json")
        assert code == 2, said
        return str(json.loads(said)["code"])

    def _run(self, *words: str) -> tuple[int, str]:
        self.capsys.readouterr()
        try:
            code = answering.run(betang, list(words))
        except SystemExit as left:
            code = int(left.code or 0)
        said = self.capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


def test_a_meeting_comes_from_its_file_goes_out_as_papers_and_is_found(
    cast: Cast, terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "rapat.yaml"
    file.write_bytes(samples.content())

    told = terminal("meeting", "import", str(file))

    assert isinstance(told, dict)
    assert (told["agenda"], told["attendance"], told["obstacles"]) == (5, 36, 2)
    for paper in ("minutes", "release", "attendance"):
        out = tmp_path / f"{paper}.docx"
        terminal("meeting", paper, told["id"], str(out))
        assert out.read_bytes().startswith(b"PK")
    assert [each["id"] for each in terminal("find", "tengkawang")] == [told["id"]]  # type: ignore[attr-defined]  # a list
    assert "12-06-2025" in terminal.paper("meeting", "list")
    assert terminal.refused("meeting", "minutes", str(UUID(int=1)), str(tmp_path / "x.docx")) == "not_found"
    assert terminal.refused("meeting", "import", str(tmp_path / "tidak.yaml")) == "file_unreadable"


def test_what_is_in_the_way_and_what_is_owed_is_said(cast: Cast, terminal: Terminal) -> None:
    play.obstacle(cast.maria, filter="kondisi=5")
    made = play.promise(cast.maria, due_date=YESTERDAY)

    told = terminal("obstacles", "--region", SINTANG)
    owed = terminal("commitments", "due")

    assert isinstance(told, dict)
    assert isinstance(owed, dict)
    assert (told["obstacles"][0]["families"], told["obstacles"][0]["level"]) == (None, "KABUPATEN")
    assert (owed["commitments"][0]["id"], owed["commitments"][0]["state"]) == (str(made), "BELUM DAPAT DIUKUR")
    assert "Belum ada satu pun keluarga" in owed["commitments"][0]["reason"]
    assert "Aturan tanah adat" in terminal.paper("obstacles", "--region", SINTANG)
    assert "Belum dapat diukur" in terminal.paper("commitments", "due")

    play.assess("Yakobus", "Lusia", by=cast.maria, on=YESTERDAY)
    assert terminal("commitments", "check") == {"checked": 1, "closed": 1, "still_open": 0, "unknown": 0}
    assert "0 komitmen diukur" in terminal.paper("commitments", "check")
    assert "masih cocok" in terminal.paper("commitments", "evidence", str(made))
    assert "Tidak ada" in terminal.paper("commitments", "due")


def test_an_office_is_abolished(cast: Cast, terminal: Terminal) -> None:
    terminal("agency", "abolish", "DPMD Kabupaten Sintang", "--on", YESTERDAY.isoformat())

    assert organisation.agency_named("DPMD Kabupaten Sintang").abolished_date == YESTERDAY
    assert "dibubarkan" in terminal.paper("agency", "list")
    assert terminal.refused("agency", "abolish", "Tidak Ada", "--on", YESTERDAY.isoformat()) == "unknown_agency"


def test_promises_are_measured_when_the_day_comes_round(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    play.promise(cast.maria)
    play.assess("Yakobus", "Lusia", by=cast.maria, on=YESTERDAY)
    monkeypatch.setattr(timed, "TABLE", {timed.check_promises: timed.DAY_S})
    monkeypatch.setattr(timed, "close_old_connections", lambda: None)
    stop = threading.Event()
    monkeypatch.setattr(stop, "wait", lambda _s: stop.set())

    timed.come_round(stop)

    assert commands.check_commitments().checked == 0
