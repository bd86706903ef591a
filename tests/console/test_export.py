"""Does `export` give out what it should, and nothing in full without a word on record?"""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from betang.intake.samples import ertlh
from betang.journal import keyring
from betang.organisation import commands as organisation
from tests.console.test_deeds import Terminal, terminal

pytestmark = pytest.mark.django_db
__all__ = ["terminal"]


@pytest.fixture(autouse=True)
def _a_list(terminal: Terminal, tmp_path: Path) -> None:
    keyring.make()
    organisation.found_node(agency="Disperakim Kabupaten Sintang", kind="housing", region="61.05")
    ertlh.write(tmp_path / "daftar.xlsx", region="61.05.19", rows=12, seed=3)
    terminal("intake", str(tmp_path / "daftar.xlsx"))


def numbers(path: Path) -> list[str]:
    return [str(row[3]) for row in list(load_workbook(path).worksheets[0].values)[1:]]


def test_a_list_goes_out_masked_and_comes_back_unchanged(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "keluar.xlsx"

    told = terminal("export", "--template", "ertlh", str(out))

    assert isinstance(told, dict)
    assert (told["template"], told["full"], told["workbook"]) == ("ertlh", False, str(out))
    assert all("••••" in number or number == "None" for number in numbers(out))
    again = terminal("intake", str(out))
    assert isinstance(again, dict)
    assert again["unchanged"] == told["families"] == len(numbers(out))


def test_full_numbers_take_a_purpose_and_a_region_of_one_s_own(terminal: Terminal, tmp_path: Path) -> None:
    out = str(tmp_path / "keluar.xlsx")
    export = ("export", "--template", "ertlh")

    assert terminal.refused(*export, "--full", out) == "purpose_missing"
    assert terminal.refused(*export, "--region", "61.06", out) == "region_not_covered"
    assert terminal.refused(*export, "--region", "6105", out) == "bare_region_code"
    assert terminal.refused("export", "--template", "recap", "--full", "--because", "Usulan BSPS", out) == (
        "recap_has_no_numbers"
    )
    terminal(*export, "--full", "--because", "Usulan BSPS", "--region", "61.05.19", out)
    assert not any("•" in number for number in numbers(Path(out)))


def test_a_place_that_cannot_be_written_is_said(terminal: Terminal, tmp_path: Path) -> None:
    assert (
        terminal.refused("export", "--template", "bsps2026", str(tmp_path / "tidak" / "ada.xlsx")) == "file_unwritable"
    )
