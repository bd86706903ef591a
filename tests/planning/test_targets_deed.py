"""`betang target` sets one number of a negotiation and lists them, as a script calls it."""

import json
from pathlib import Path
from typing import Any

import pytest

from betang.console import answering
from betang.console.commands import betang
from betang.journal import keyring
from betang.organisation import commands as organisation
from betang.organisation.domain.regions import NATION
from tests.planning.cast import KAPUAS_HULU, LEBANG, SINTANG

pytestmark = pytest.mark.django_db


class Script:
    """Calls commands and reads what they answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str, code: int = 0) -> dict[str, Any]:  # Any: whatever JSON holds
        self.capsys.readouterr()
        try:
            left = answering.run(betang, ["target", *words, "--json"])
        except SystemExit as leaving:
            left = int(leaving.code or 0)
        said = self.capsys.readouterr()
        assert left == code, said
        answer: dict[str, Any] = json.loads(said.out)  # Any: the same
        return answer

    def on_paper(self, *words: str) -> str:
        answering.run(betang, ["target", *words])
        return self.capsys.readouterr().out

    def set(self, homes: str, *more: str, region: str = SINTANG, code: int = 0) -> dict[str, Any]:  # Any: the same
        usual = ("--year", "2025", "--region", region, "--source", "BSPS", "--homes", homes)
        return self("set", *usual, *more, code=code)


@pytest.fixture
def script(capsys: pytest.CaptureFixture[str]) -> Script:
    keyring.make()
    organisation.found_node(agency="Disperakim Kabupaten Sintang", kind="housing", region=SINTANG)
    return Script(capsys)


def test_numbers_are_set_and_listed_side_by_side_with_what_does_not_add_up(script: Script, tmp_path: Path) -> None:
    paper = tmp_path / "SK.pdf"
    paper.write_bytes(b"%PDF-1.7 rekaan")

    script.set("486", "--part", "proposed")
    script.set("100", "--decree", str(paper))
    script.set("120", region=LEBANG)

    listed = script("list", "--region", SINTANG, "--year", "2025")["targets"]
    whole, part = listed
    assert (whole["proposed_homes"], whole["agreed_homes"], whole["region_homes"]) == (486, 100, None)
    assert (whole["decree_file_name"], whole["marks"], whole["parts_homes"]) == ("SK.pdf", ["parts_exceed"], 120)
    assert (part["region_code"], part["agreed_homes"]) == (LEBANG, 120)


def test_what_cannot_be_is_refused_with_its_code(script: Script) -> None:
    answers = [script.set(homes, code=2)["code"] for homes in ("-5", "banyak")]
    outside = [script.set("10", region=region, code=2)["code"] for region in (KAPUAS_HULU, NATION)]
    unseen = [script("list", "--region", KAPUAS_HULU, "--year", "2025", code=2)["code"]]

    assert answers == ["out_of_range", "not_a_whole_number"]
    assert outside == ["region_not_covered", "region_not_covered"]
    assert unseen == ["not_found"]


def test_for_people_a_target_is_one_line(script: Script) -> None:
    script.set("1486")

    said = script.on_paper("list", "--year", "2025")

    assert "61.05 Sintang, APBN BSPS 2025: usulan –, angka daerah –, angka kementerian –, disepakati 1.486" in said
