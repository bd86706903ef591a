"""`betang compare A B`: files, lists that came in, or the register; as a script calls it."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from betang.console import answering
from betang.console.commands import betang
from betang.intake.samples import ertlh
from betang.journal import keyring
from betang.organisation import commands as organisation

pytestmark = pytest.mark.django_db


class Script:
    """Calls commands and reads what they answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str, code: int = 0) -> dict[str, object]:
        self.capsys.readouterr()
        try:
            left = answering.run(betang, [*words, "--json"])
        except SystemExit as leaving:
            left = int(leaving.code or 0)
        said = self.capsys.readouterr()
        assert left == code, said
        answer: dict[str, object] = json.loads(said.out)
        return answer


@pytest.fixture
def script(capsys: pytest.CaptureFixture[str]) -> Script:
    keyring.make()
    organisation.found_node(agency="Disperakim Kabupaten Sintang", kind="housing", region="61.05")
    return Script(capsys)


@pytest.fixture
def ours(tmp_path: Path) -> str:
    return _sample(tmp_path / "kita.xlsx", seed=2)


def _sample(path: Path, *, seed: int) -> str:
    ertlh.write(path, region="61.05", rows=40, seed=seed)
    return str(path)


def test_two_files_are_explained_by_a_sum_and_a_workbook(script: Script, ours: str, tmp_path: Path) -> None:
    theirs, out = _sample(tmp_path / "pusat.xlsx", seed=3), tmp_path / "banding.xlsx"

    told = script("compare", ours, theirs, "--out", str(out))

    lines = told["sum"]
    assert isinstance(lines, list)
    assert (lines[0]["number"], lines[-1]["number"]) == (40, 40)
    parts = [line["number"] for line in lines if line["reason"]]
    assert lines[0]["number"] + sum(parts) == lines[-1]["number"]
    assert (told["ours"], told["theirs"], told["workbook"]) == ("kita.xlsx", "pusat.xlsx", str(out))
    assert load_workbook(out)["Ringkasan"]["B2"].value == 40


def test_the_register_is_compared_with_a_list_that_came_in(script: Script, ours: str) -> None:
    batch = script("intake", ours)["batch"]

    told = script("compare", "register", str(batch))

    counts = told["counts"]
    assert isinstance(counts, dict)
    assert told["ours"] == "register Sintang"
    assert (counts["different"], counts["only_ours"], counts["maybe"]) == (0, 0, 0)
    assert counts["both"] == counts["families_ours"] > 30


def test_what_is_not_there_is_refused(script: Script, ours: str) -> None:
    assert script("compare", ours, "tidak-ada.xlsx", code=2)["code"] == "file_unreadable"
    assert script("compare", ours, str(UUID(int=7)), code=2)["code"] == "unknown_batch"
    assert script("compare", "register", "register", code=2)["code"] == "same_list_twice"
    assert script("compare", "register", ours, "--out", "/tidak/ada/x.xlsx", code=2)["code"] == "file_unwritable"
