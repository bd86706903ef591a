"""A list is received once, whole or not at all; under unknown headings it waits until an office explains them."""

import errno
import io
import os

import pytest
from openpyxl import load_workbook

from betang import environment
from betang.accounts.queries import Acting
from betang.intake import commands, queries
from betang.intake.commands import Counts, receiving
from betang.intake.domain.notes import unpacked
from betang.intake.models import Batch, BatchRow, HeadingMap
from betang.jobs.models import Job
from betang.kernel.errors import Malformed, Refusal
from betang.register import queries as register
from tests.intake.sheets import HEADINGS, NIK, line, xlsx

LIST = xlsx([line(), line(name=None, nik="6105014508900002"), line(), line(name="Yohan", nik="", sex="LAKI-LAKI")])
OF_LIST = Counts(accepted=2, updated=0, unchanged=1, returned=1, repaired=0, flagged=1)
OWN_HEADINGS = ("Kec", "Kampung", "Pemohon", "Nomor", "Tinggal di")
OWN = [["Sintang", "Kapuas Kanan Hilir", "Siti Tembawang", NIK, "Jl. Melati 3"]]
MEANT = dict(zip(OWN_HEADINGS, ["district_name", "village_name", "name", "nik", "address"], strict=True))


def uploads() -> set[str]:
    folder = environment.uploads_dir()
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_unknown_headings_wait_for_an_explanation_and_then_go_in(siti: Acting) -> None:
    batch = commands.receive(siti, "usulan.xlsx", xlsx(OWN, headings=OWN_HEADINGS))
    assert (batch.state, batch.job_id, receiving.sealed_file(batch.id).exists()) == ("unmapped", None, True)

    asked = commands.mapping_view(siti, batch.id)
    assert [guess.heading for guess in asked.guesses] == list(OWN_HEADINGS)

    mapped = commands.map_columns(siti, batch.id, MEANT)
    assert (mapped.id, mapped.state, mapped.columns) == (batch.id, "waiting", MEANT)
    assert commands.run_batch(batch.id, pause_s=0).accepted == 1


def test_an_office_explains_its_headings_once(siti: Acting) -> None:
    first = commands.receive(siti, "usulan.xlsx", xlsx(OWN, headings=OWN_HEADINGS))
    commands.map_columns(siti, first.id, MEANT)

    order = [4, 2, 0, 3, 1]
    turned = [["Jl. Melati 9", "Rabiah", "Sintang", "6105014508900009", "Kapuas Kanan Hilir"]]
    again = commands.receive(siti, "lagi.xlsx", xlsx(turned, headings=[OWN_HEADINGS[place] for place in order]))

    assert again.state == "waiting"
    assert again.template == "Dicocokkan sendiri"
    assert HeadingMap.objects.count() == 1


def test_a_wrong_explanation_leaves_the_list_waiting(siti: Acting) -> None:
    batch = commands.receive(siti, "usulan.xlsx", xlsx(OWN, headings=OWN_HEADINGS))

    with pytest.raises(Malformed):
        commands.map_columns(siti, batch.id, {"Pemohon": "name"})

    assert Batch.objects.get(pk=batch.id).state == "unmapped"
    assert not HeadingMap.objects.exists()


def test_a_known_list_has_nothing_to_explain(siti: Acting) -> None:
    batch = commands.receive(siti, "daftar.xlsx", LIST)

    with pytest.raises(Refusal, match="sudah dikenal"):
        commands.mapping_view(siti, batch.id)


def test_two_officers_with_the_same_file_at_once_make_one_batch(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    before, rest, others = uploads(), receiving._rest, []

    def while_the_other_is_quicker(batch_id: object, content: bytes) -> None:
        if not others:
            others.append(None)
            others.append(commands.receive(siti, "daftar.xlsx", content))
        rest(batch_id, content)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(receiving, "_rest", while_the_other_is_quicker)
    ours = commands.receive(siti, "daftar.xlsx", LIST)

    assert [ours] == others[1:]
    assert Batch.objects.count() == Job.objects.count() == 1
    assert uploads() - before == {f"{ours.id}.sealed"}


def test_a_full_disk_is_told_and_leaves_nothing(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    before = uploads()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    with monkeypatch.context() as disk, pytest.raises(Refusal) as refused:
        disk.setattr(os, "fsync", full)
        commands.receive(siti, "daftar.xlsx", LIST)

    assert refused.value.code == "disk_full"
    assert not Batch.objects.exists() and uploads() == before


def test_a_list_that_was_undone_comes_in_as_a_new_one(siti: Acting) -> None:
    first = commands.receive(siti, "daftar.xlsx", LIST)
    Batch.objects.filter(pk=first.id).update(state="undone")
    again = commands.receive(siti, "daftar.xlsx", LIST)

    assert again.id != first.id


def test_a_trial_tells_of_every_row_and_writes_nothing(siti: Acting) -> None:
    before = register.digest()
    batch = commands.receive(siti, "daftar.xlsx", LIST, is_trial=True)

    counts = commands.run_trial(batch.id, lambda done, total: None, pause_s=0)

    assert counts == OF_LIST and register.digest() == before
    view = queries.batch(siti, batch.id)
    assert (view.state, view.rows_done, view.returned, view.flagged) == ("done", 4, 1, 1)
    assert dict(BatchRow.objects.values_list("row", "outcome")) == {
        2: "accepted", 3: "returned", 4: "unchanged", 5: "accepted",
    }  # fmt: skip
    assert BatchRow.objects.get(row=4).findings == [["row_repeated", "", 2]]
    assert [row.row for row in queries.returned_rows(siti, batch.id)] == [3]


def test_a_trial_that_was_stopped_begins_anew(siti: Acting) -> None:
    batch = commands.receive(siti, "daftar.xlsx", LIST, is_trial=True)

    def power_cut(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        commands.run_trial(batch.id, power_cut, pause_s=0)

    assert commands.run_trial(batch.id, lambda done, total: None, pause_s=0) == OF_LIST
    assert BatchRow.objects.count() == 4


def test_a_trial_and_the_list_itself_are_two_batches(siti: Acting) -> None:
    trial = commands.receive(siti, "daftar.xlsx", LIST, is_trial=True)

    real = commands.receive(siti, "daftar.xlsx", LIST)

    assert real.id != trial.id and not real.is_trial
    assert commands.run_batch(real.id, pause_s=0) == OF_LIST


def test_what_was_passed_over_is_kept_with_the_batch(siti: Acting) -> None:
    total = [None, None, "JUMLAH", *[None] * 27, 72.0]

    batch = commands.open_batch(siti, "daftar.xlsx", xlsx([line(), total]))

    assert batch.rows_total == 1
    assert [unpacked(note).code for note in batch.notes] == ["totals_passed_over"]


def test_returned_rows_of_an_explained_list_go_in_without_another_question(siti: Acting) -> None:
    rows = [*OWN, ["Sintang", "Antah Berantah", "Rabiah", "6105014508900009", "Jl. Melati 9"]]
    batch = commands.receive(siti, "usulan.xlsx", xlsx(rows, headings=OWN_HEADINGS))
    commands.map_columns(siti, batch.id, MEANT)
    assert commands.run_batch(batch.id, pause_s=0).returned == 1

    back = load_workbook(io.BytesIO(queries.returned_workbook(siti, batch.id)))
    back.worksheets[0]["B2"] = "Ladang"
    corrected = io.BytesIO()
    back.save(corrected)

    again = commands.receive(siti, "kembali.xlsx", corrected.getvalue())
    assert (again.state, commands.run_batch(again.id, pause_s=0).accepted) == ("waiting", 1)


def test_returned_rows_of_a_list_with_two_rows_of_headings_go_in_again(siti: Acting) -> None:
    upper = [*HEADINGS[:24], "KONDISI", "MATERIAL", "KONDISI", "MATERIAL", "KONDISI", "MATERIAL", *HEADINGS[30:]]
    lower = [*[""] * 24, "LANTAI", "LANTAI", "DINDING", "DINDING", "ATAP", "ATAP", *[""] * 12]
    batch = commands.receive(siti, "dua.xlsx", xlsx([lower, line(), line(name=None)], headings=upper))
    assert commands.run_batch(batch.id, pause_s=0).returned == 1

    back = load_workbook(io.BytesIO(queries.returned_workbook(siti, batch.id)))
    back.worksheets[0]["C2"], back.worksheets[0]["D2"] = "Rabiah", "6105014508900009"
    corrected = io.BytesIO()
    back.save(corrected)

    again = commands.receive(siti, "kembali.xlsx", corrected.getvalue())
    assert commands.run_batch(again.id, pause_s=0).accepted == 1


def test_an_explanation_is_asked_again_once_a_list_read_so_was_undone(siti: Acting) -> None:
    content = xlsx(OWN, headings=OWN_HEADINGS)
    first = commands.receive(siti, "usulan.xlsx", content)
    commands.map_columns(siti, first.id, MEANT)
    commands.run_batch(first.id, pause_s=0)
    Batch.objects.filter(pk=first.id).update(state="undone")

    again = commands.receive(siti, "usulan.xlsx", content)

    assert again.state == "unmapped"
    guesses = commands.mapping_view(siti, again.id).guesses
    assert {guess.heading: (guess.key, guess.score) for guess in guesses} == {
        heading: (key, 100) for heading, key in MEANT.items()
    }
    assert commands.map_columns(siti, again.id, MEANT).state == "waiting"
    assert commands.receive(siti, "lagi.xlsx", xlsx([*OWN, *OWN], headings=OWN_HEADINGS)).state == "waiting"
