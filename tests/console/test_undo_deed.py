"""`betang intake` takes a file, lists what came in, and undoes a list: as a script calls it."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from betang.console import answering
from betang.console.commands import betang
from betang.intake.samples import ertlh
from betang.journal import keyring
from betang.organisation import commands as organisation

pytestmark = pytest.mark.django_db
NOWHERE = str(UUID(int=7))


class Script:
    """Calls commands and reads what they answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.stderr = ""

    def __call__(self, *words: str, code: int = 0) -> dict[str, Any]:  # Any: whatever JSON holds
        self.capsys.readouterr()
        try:
            left = answering.run(betang, [*words, "--json"])
        except SystemExit as leaving:
            left = int(leaving.code or 0)
        said = self.capsys.readouterr()
        self.stderr = said.err
        assert left == code, said
        answer = json.loads(said.out)
        return answer if isinstance(answer, dict) else {"list": answer}


@pytest.fixture
def script(capsys: pytest.CaptureFixture[str]) -> Script:
    keyring.make()
    organisation.found_node(agency="Disperakim Kabupaten Sintang", kind="housing", region="61.05")
    return Script(capsys)


@pytest.fixture
def workbook(tmp_path: Path) -> str:
    path = tmp_path / "RTLH Sintang.xlsx"
    ertlh.write(path, region="61.05", rows=30, seed=2)
    return str(path)


def the_list(script: Script) -> dict[str, Any]:  # Any: whatever JSON holds
    (listed,) = script("intake", "list")["list"]
    return dict(listed)


def test_a_list_is_taken_in_listed_undone_and_taken_in_again(script: Script, workbook: str) -> None:
    empty = script("digest")
    taken = script("intake", workbook)
    full = script("digest")

    listed = the_list(script)
    assert (listed["batch"], listed["state"], listed["accepted"]) == (taken["batch"], "done", taken["accepted"])

    undone = script("intake", "undo", str(taken["batch"]))
    assert undone["families"] == taken["accepted"] and undone["kept"] == 0
    assert script("digest") == empty
    listed = the_list(script)
    assert listed["state"] == "undone"

    assert script("intake", workbook)["batch"] != taken["batch"]
    assert script("digest") == full


def test_what_stands_on_a_list_is_listed_and_it_is_not_undone(script: Script, workbook: str) -> None:
    taken = script("intake", workbook)
    house = next(item for item in script("find", "")["list"] if item["kind"] == "house")
    script("set", str(house["id"]), "note=Pagar baru", "--because", "Dicek")
    before = script("digest")

    refused = script("intake", "undo", str(taken["batch"]), code=2)

    assert refused["code"] == "stands_on_it"
    assert refused["stands_on"]["total"] == 1
    assert "Isian dari daftar ini sudah diubah sesudahnya." in script.stderr
    assert script("digest") == before

    undone = script("intake", "undo", str(taken["batch"]), "--keep-later")
    assert undone["kept"] == 1 and undone["families"] == taken["accepted"] - 1
    kept = script("show", str(house["id"]))
    assert "Pagar baru" in json.dumps(kept)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "usage"),
        (("undo",), "usage"),
        (("undo", "bukan-id"), "usage"),
        (("undo", NOWHERE), "unknown_batch"),
        (("list", "--as", "tidak.ada"), "unknown_user"),
        (("/tidak/ada.xlsx",), "file_unreadable"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_a_two(script: Script, words: tuple[str, ...], code: str) -> None:
    assert script("intake", *words, code=2)["code"] == code


def test_options_may_come_before_the_file(script: Script, workbook: str) -> None:
    trial = script("intake", "--dry-run", workbook)

    assert trial["batch"] is None and script("intake", "list")["list"] == []


def test_help_names_the_commands_under_it(script: Script, capsys: pytest.CaptureFixture[str]) -> None:
    assert answering.run(betang, ["intake", "--help"]) == 0

    said = capsys.readouterr().out
    assert "undo" in said and "list" in said and "FILE" in said
