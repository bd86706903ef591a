"""`betang intake` of a list under headings of the sender's own: exit 2 with a file to edit, then in it goes."""

import json
from pathlib import Path

import pytest

from betang.console import answering
from betang.console.commands import betang
from betang.journal import keyring
from betang.organisation import commands as organisation

pytestmark = pytest.mark.django_db
LIST = """Kec,Kelurahan,Nama Pemohon,Nomor Kependudukan,Tempat Tinggal,Rayon
Sintang,Kapuas Kanan Hilir,Siti Tembawang,6105014508900001,Jl. Melati 3,Timur
Sintang,Kapuas Kanan Hilir,Yohan Riam,6105011203850002,Jl. Melati 4,Timur
"""


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    try:
        left = answering.run(betang, [*words, "--json"])
    except SystemExit as leaving:
        left = int(leaving.code or 0)
    return left, json.loads(capsys.readouterr().out)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    keyring.make()
    organisation.found_node(agency="Disperakim Kabupaten Sintang", kind="housing", region="61.05")
    path = tmp_path / "usulan.csv"
    path.write_text(LIST)
    return path


def test_unknown_headings_end_in_two_and_a_file_with_our_guesses(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer = ran(capsys, "intake", str(listed))

    asked = listed.with_name("usulan.kolom.json")
    assert (code, answer["code"], answer["mapping"]) == (2, "needs_mapping", str(asked))
    columns = json.loads(asked.read_text())["kolom"]
    assert columns["Nomor Kependudukan"] == "nik" and columns["Kelurahan"] == "village_name"
    assert columns["Rayon"] is None
    assert "6105014508900001" not in asked.read_text()


def test_the_edited_file_lets_the_list_in_and_is_remembered(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran(capsys, "intake", str(listed))
    asked = listed.with_name("usulan.kolom.json")
    content = json.loads(asked.read_text())
    content["kolom"] |= {"Nama Pemohon": "name", "Tempat Tinggal": "address", "Rayon": None}
    asked.write_text(json.dumps(content))

    code, taken = ran(capsys, "intake", str(listed), "--mapping", str(asked))
    assert (code, taken["accepted"]) == (0, 2)

    next_one = listed.with_name("usulan-2.csv")
    next_one.write_text(LIST.replace("Siti Tembawang", "Rabiah Sungai").replace("5089", "5189"))
    code, taken = ran(capsys, "intake", str(next_one))
    assert (code, taken["accepted"], taken["unchanged"]) == (0, 1, 1)


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ("{", "mapping_not_json"),
        ("[]", "mapping_without_columns"),
        ('{"kolom": {"Nama": "nama"}}', "unknown_column"),
        ('{"kolom": {"Nama": "name"}}', "mapping_lacks_columns"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(
    listed: Path, capsys: pytest.CaptureFixture[str], written: str, refused: str
) -> None:
    mapping = listed.with_name("salah.json")
    mapping.write_text(written)

    code, answer = ran(capsys, "intake", str(listed), "--mapping", str(mapping))

    assert (code, answer["code"]) == (2, refused)


def test_a_file_that_was_edited_already_is_not_written_over(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = listed.with_name("usulan.kolom.json")
    asked.write_text("disunting")

    ran(capsys, "intake", str(listed))

    assert asked.read_text() == "disunting"
