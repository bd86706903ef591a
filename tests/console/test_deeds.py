"""Does every command answer a script: the result and nothing else, a refusal as 2, and never a number in plain?"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from betang.console import answering
from betang.console.__main__ import main
from betang.console.commands import betang
from betang.intake.samples import ertlh
from betang.journal import keyring
from betang.organisation import commands as organisation

pytestmark = pytest.mark.django_db
OFFICE = ("--agency", "Disperakim Kabupaten Sintang", "--kind", "housing", "--region", "61.05")


class Terminal:
    """A script that calls commands and reads what they answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str) -> object:
        code, answer = self.try_out(*words)
        assert code == 0, answer
        return answer

    def refused(self, *words: str) -> str:
        """The code of the refusal; its sentence is one, and no traceback."""
        code, answer = self.try_out(*words)
        assert code == 2, answer
        assert isinstance(answer, dict) and answer["error"]
        return str(answer["code"])

    def try_out(self, *words: str) -> tuple[int, object]:
        self.capsys.readouterr()
        try:
            code = answering.run(betang, [*words, "--json"])
        except SystemExit as left:
            code = int(left.code or 0)
        said = self.capsys.readouterr()
        assert "Traceback" not in said.err
        return code, json.loads(said.out) if said.out else None


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def founded() -> None:
    keyring.make()
    organisation.found_node(agency=OFFICE[1], kind="housing", region="61.05")


@pytest.fixture
def listed(founded: None, terminal: Terminal, tmp_path: Path) -> Iterator[Path]:
    workbook = tmp_path / "RTLH Sintang.xlsx"
    ertlh.write(workbook, region="61.05", rows=40, seed=2)
    terminal("intake", str(workbook))
    yield workbook


def first(terminal: Terminal, kind: str) -> str:
    found = terminal("find", "")
    assert isinstance(found, list)
    return next(str(item["id"]) for item in found if item["kind"] == kind)


def test_a_home_without_a_node_says_what_to_do(terminal: Terminal) -> None:
    for words in (("find", ""), ("digest",), ("show", str(UUID(int=1))), ("user", "add", "siti", "--role", "viewer")):
        assert terminal.refused(*words) == "not_founded"


def test_init_founds_once_and_prints_the_way_back(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BETANG_HOME", str(tmp_path / "home"))

    answer = terminal("init", *OFFICE)

    assert isinstance(answer, dict)
    assert re.fullmatch(r"([0-9A-Z]{4}-){7}[0-9A-Z]{4}", answer["recovery_code"])
    assert answer["recovery_code"] in Path(answer["recovery_page"]).read_text()
    assert terminal.refused("init", *OFFICE) == "already_founded"


def test_a_list_goes_in_comes_back_and_changes_nothing_the_second_time(
    founded: None, terminal: Terminal, tmp_path: Path
) -> None:
    workbook, returned = tmp_path / "daftar.xlsx", tmp_path / "kembali.xlsx"
    terminal("sample", "--template", "ertlh", "--region", "61.05", "--rows", "60", "--seed", "4", str(workbook))

    tried = terminal("intake", str(workbook), "--dry-run")
    taken = terminal("intake", str(workbook), "--returned", str(returned))
    digest = terminal("digest")
    again = terminal("intake", str(workbook))

    assert isinstance(tried, dict) and isinstance(taken, dict) and isinstance(again, dict)
    assert tried["batch"] is None and tried | {"batch": ""} == taken | {"batch": ""}
    assert again["accepted"] == again["updated"] == 0
    assert terminal("digest") == digest
    assert returned.stat().st_size > 1000


def test_show_set_and_history_tell_the_same_story(listed: Path, terminal: Terminal) -> None:
    house = first(terminal, "house")

    terminal("set", house, "roof_material=genteng", "floor_area_m2=36,5", "note=atap baru", "--because", "Kunjungan")

    shown, history = terminal("show", house), terminal("history", house)
    assert isinstance(shown, dict) and isinstance(history, list)
    fields = shown["fields"]
    assert fields["roof_material"]["value"] == "GENTENG" and fields["floor_area_m2"]["value"] == 36.5
    assert fields["build_year"] == {"value": None, "date": None, "source": ""}  # nobody has said it yet
    assert fields["occupants"]["source"].startswith("RTLH Sintang.xlsx")
    assert history[0]["because"] == "Kunjungan" and history[-1]["file"] == "RTLH Sintang.xlsx"
    assert history[-1]["row"] >= 2 and history[-1]["columns"]["roof_material"]


def test_another_office_only_proposes(listed: Path, terminal: Terminal) -> None:
    terminal("user", "add", "dewi", "--role", "data_officer", "--agency", "DPMPTSP Kabupaten Sintang")
    house = first(terminal, "house")

    told = terminal("set", house, "note=izin belum ada", "--as", "dewi", "--because", "Berkas PBG")
    told_roof = terminal("set", house, "roof_material=DAUN", "--as", "dewi", "--because", "Berkas PBG")

    assert isinstance(told, dict) and isinstance(told_roof, dict)
    assert told["shown"] == ["note"] and told_roof["waiting"] == ["roof_material"]


def test_numbers_are_masked_in_every_answer(listed: Path, terminal: Terminal) -> None:
    person = first(terminal, "person")

    said = json.dumps([terminal("show", person), terminal("history", person), terminal("find", "")])

    assert not re.search(r"\d{15,17}", said)


def test_a_name_of_two_words_signs_in_with_a_dot(founded: None, terminal: Terminal) -> None:
    told = terminal("user", "add", "Siti Aminah", "--role", "facilitator")

    assert isinstance(told, dict) and told["name"] == "siti.aminah"


def test_somebody_from_elsewhere_sees_nothing_of_it(listed: Path, terminal: Terminal) -> None:
    terminal("user", "add", "budi", "--role", "data_officer", "--agency", "Disperakim Kabupaten Sanggau")
    house = first(terminal, "house")

    assert terminal("find", "", "--as", "budi") == []
    unknown = terminal.refused("show", str(UUID(int=7)), "--as", "budi")
    assert terminal.refused("show", house, "--as", "budi") == unknown
    assert terminal.refused("set", house, "note=x", "--because", "coba", "--as", "budi") == unknown
    assert terminal.refused("history", house, "--as", "budi") == unknown


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "bukan-id"), "usage"),
        (("tidak-ada",), "usage"),
        (("set",), "usage"),
        (("intake", "/tidak/ada.xlsx"), "file_unreadable"),
        (("find", "", "--as", "tidak.ada"), "unknown_user"),
        (("user", "add", "siti", "--role", "raja"), "unknown_role"),
        (("user", "add", "siti", "--role", "viewer", "--agency", "Kantor Antah"), "unknown_agency"),
        (("user", "add", "siti", "--role", "viewer", "--region", "6105"), "bare_region_code"),
        (("bench", "tidak-ada"), "no_such_benchmark"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_a_two(
    founded: None, terminal: Terminal, words: tuple[str, ...], code: str
) -> None:
    assert terminal.refused(*words) == code


def test_json_may_be_asked_for_before_the_command(founded: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert answering.run(betang, ["--json", "find", ""]) == 0

    assert json.loads(capsys.readouterr().out) == []


def test_a_home_that_cannot_be_made_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("BETANG_HOME", str(tmp_path / "file"))

    with pytest.raises(SystemExit) as left:
        main(["find", "", "--json"])

    assert left.value.code == 2
    assert json.loads(capsys.readouterr().out)["code"] == "home_unwritable"


def test_a_field_that_is_not_there_or_a_value_that_cannot_be_is_refused(listed: Path, terminal: Terminal) -> None:
    house = first(terminal, "house")

    for pair in ("atapnya=SENG", "roof_material=EMAS", "floor_area_m2=luas", "latitude=200", "note"):
        terminal.refused("set", house, pair, "--because", "coba")


def test_a_file_that_is_no_list_is_refused_in_words(founded: None, terminal: Terminal, tmp_path: Path) -> None:
    for name, content in (("a.xlsx", b"PK\x03\x04rusak"), ("b.csv", b""), ("c.xlsx", b"\x00" * 99)):
        (tmp_path / name).write_bytes(content)
        terminal.refused("intake", str(tmp_path / name))


def test_bps_codes_of_other_provinces_come_from_a_table(founded: None, terminal: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "padanan.csv"
    table.write_text("kode_bps,nama_bps,kode_dagri,nama_dagri\n3201,BOGOR,32.01,BOGOR\n")

    told = terminal("bps-codes", str(table), "--valid-from", "2022-05-22")

    assert told == {"codes": 1, "valid_from": "2022-05-22"}
    assert terminal.refused("bps-codes", str(tmp_path / "lain.csv"), "--valid-from", "2022-05-22") == "file_unreadable"


def test_a_bug_is_loud_on_stderr_and_a_one_for_the_script(
    capsys: pytest.CaptureFixture[str], founded: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble() -> object:
        raise ZeroDivisionError

    monkeypatch.setattr("betang.register.queries.digest", stumble)

    with pytest.raises(SystemExit) as left:
        answering.run(betang, ["digest", "--json"])

    said = capsys.readouterr()
    assert left.value.code == 1
    assert json.loads(said.out)["code"] == "bug" and "ZeroDivisionError" in said.err
