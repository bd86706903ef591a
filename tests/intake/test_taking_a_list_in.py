"""A list goes in once, row by row; what was stopped goes on; what was bad comes back."""

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from betang import environment
from betang.accounts.queries import Acting
from betang.intake import commands, queries
from betang.intake.commands import Counts, receiving, running
from betang.intake.domain.templates import TEMPLATES
from betang.intake.models import Batch, BatchRow, BatchSpan
from betang.intake.samples import ertlh
from betang.jobs import commands as jobs
from betang.journal import queries as journal
from betang.kernel.errors import Malformed, NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.register import queries as register
from tests.intake.sheets import HEADINGS, NIK, csv_text, line, xlsx

SMALL = [
    line(),
    line(name=None, nik="6105014508900002"),
    line(name="Yohan", nik="", sex="LAKI-LAKI", address="Dusun Riam"),
    line(name="Lena", nik="6105014508900003", roof="LIHAT FOTO", village="61.08.01.2001"),
    line(),
]
LIST = xlsx(SMALL)  # once: the same file is the same bytes
OF_SMALL = Counts(accepted=2, updated=0, unchanged=1, returned=2, repaired=0, flagged=1)


def taken_in(acting: Acting, content: bytes, name: str = "daftar.xlsx") -> tuple[UUID, Counts]:
    batch = commands.open_batch(acting, name, content)
    return batch.id, commands.run_batch(batch.id, pause_s=0)


def test_each_row_has_one_outcome(siti: Acting) -> None:
    batch_id, counts = taken_in(siti, LIST)

    assert counts == OF_SMALL
    view = queries.batch(siti, batch_id)
    assert (view.state, view.rows_done, view.rows_total) == ("done", 5, 5)
    assert view.region_code == "61.05.01.1001"


def test_every_row_is_remembered_and_a_repeated_one_names_the_first(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, LIST)

    kept = BatchRow.objects.filter(batch=batch_id).order_by("row").values_list("row", "outcome", "findings")
    assert [row[:2] for row in kept] == [
        *((2, "accepted"), (3, "returned"), (4, "accepted"), (5, "returned"), (6, "unchanged")),
    ]
    assert kept[0][2] == []
    assert kept[4][2] == [["row_repeated", "", 2]]


def test_a_row_repeated_in_a_later_group_names_the_first(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "FIRST_SIZE", 1)
    monkeypatch.setattr(running, "next_size", lambda size, held_s: 1)

    batch_id, _counts = taken_in(siti, LIST)

    assert BatchRow.objects.get(batch=batch_id, row=6).findings == [["row_repeated", "", 2]]


def test_a_row_that_an_earlier_list_brought_repeats_nothing(siti: Acting) -> None:
    taken_in(siti, LIST)
    again, _counts = taken_in(siti, LIST)

    told = dict(BatchRow.objects.filter(batch=again).values_list("row", "findings"))
    assert (told[2], told[6]) == ([], [["row_repeated", "", 2]])


def test_the_commits_of_a_list_lie_in_its_spans(siti: Acting) -> None:
    before = journal.position()
    batch_id, _counts = taken_in(siti, LIST)

    (span,) = BatchSpan.objects.filter(batch=batch_id)
    assert (span.after, span.upto) == (before, journal.position())
    assert span.upto > before


def test_a_row_without_a_name_makes_its_nik_nobody_elses(siti: Acting) -> None:
    batch_id, counts = taken_in(siti, xlsx([line(), line(name=None)]))

    assert (counts.accepted, counts.returned, counts.flagged) == (1, 1, 0)
    (row,) = queries.returned_rows(siti, batch_id)
    assert [reason.code for reason in row.reasons] == ["name_missing"]


def test_a_trial_counts_the_same_and_writes_nothing(siti: Acting) -> None:
    before = register.digest()

    counts = commands.dry_run(siti, "daftar.xlsx", LIST, pause_s=0)

    assert counts == OF_SMALL
    assert register.digest() == before
    assert not Batch.objects.exists()


def test_a_trial_finds_a_repetition_across_groups(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("betang.intake.commands.trying.FIRST_SIZE", 1)
    monkeypatch.setattr("betang.intake.commands.trying.next_size", lambda size, held_s: 1)

    assert commands.dry_run(siti, "daftar.xlsx", LIST, pause_s=0) == OF_SMALL


def test_the_same_list_again_changes_nothing(siti: Acting) -> None:
    taken_in(siti, LIST)
    digest = register.digest()

    _again, counts = taken_in(siti, LIST)

    assert (counts.accepted, counts.updated, counts.unchanged, counts.returned) == (0, 0, 3, 2)
    assert register.digest() == digest


def test_the_list_as_csv_is_the_same_list(siti: Acting) -> None:
    taken_in(siti, LIST)

    _again, counts = taken_in(siti, csv_text(SMALL, delimiter=";").encode("utf-8-sig"), "daftar.csv")

    assert (counts.accepted, counts.updated, counts.unchanged) == (0, 0, 3)


def test_each_kind_of_repair_is_named_with_its_rows(siti: Acting) -> None:
    batch_id, counts = taken_in(siti, xlsx([line(floor_area="36 m2"), line(name="Lena", nik="", floor_area="42 m2")]))

    told = {each.reason.code: each.rows for each in queries.reasons_repaired(siti, batch_id)}
    assert (counts.repaired, told) == (2, {"unit_dropped": 2})


def test_a_sheet_with_numbers_of_its_own_for_villages_is_bad_where_their_names_stand(siti: Acting) -> None:
    said = {"name": "Siti", "district_name": "Sintang", "village_name": "Antah Berantah", "village": "7"}
    columns = TEMPLATES["jambi18"].columns
    content = "\n".join(
        [",".join(each.heading for each in columns), ",".join(said.get(each.key, "") for each in columns)]
    )

    batch_id, _counts = taken_in(siti, content.encode(), "daftar.csv")

    (reason,) = queries.returned_rows(siti, batch_id)[0].reasons[:1]
    assert (reason.code, reason.heading) == ("village_name_unknown", "desakelurahan")


def test_a_choice_that_is_none_says_which_there_are(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, xlsx([line(roof="LIHAT FOTO")]))

    (reason,) = queries.returned_rows(siti, batch_id)[0].reasons
    assert reason.answers[:2] == ("GENTENG", "SENG")
    assert "Pilihan: GENTENG, SENG, " in reason.in_bahasa


def test_reasons_name_row_and_column_and_never_the_value(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, LIST)

    rows = queries.returned_rows(siti, batch_id)

    told = [(row.row, reason.letter, reason.code) for row in rows for reason in row.reasons]
    assert told == [(3, "C", "name_missing"), (5, "A", "village_elsewhere"), (5, "AD", "choice_unreadable")]
    assert "LIHAT FOTO" not in str(rows)
    assert [row.reasons[0].code for row in queries.flagged_rows(siti, batch_id)] == ["nik_empty"]


def test_a_corrected_row_of_the_returned_workbook_goes_in(siti: Acting, tmp_path: Path) -> None:
    batch_id, _counts = taken_in(siti, LIST)
    path = tmp_path / "kembali.xlsx"
    path.write_bytes(queries.returned_workbook(siti, batch_id))

    book = load_workbook(path)
    book["Dikembalikan"]["C2"] = "Rabiah"
    book.save(path)
    _again, counts = taken_in(siti, path.read_bytes())

    # Rabiah goes in, the row of another regency comes back again, the flagged row of the second sheet is unchanged.
    assert (counts.accepted, counts.unchanged, counts.returned) == (1, 1, 1)


def test_a_list_that_was_stopped_goes_on_under_its_own_id(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "FIRST_SIZE", 2)
    monkeypatch.setattr(running, "next_size", lambda size, held_s: 2)
    batch = commands.open_batch(siti, "daftar.xlsx", LIST)

    def power_cut(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        commands.run_batch(batch.id, power_cut, pause_s=0)
    assert queries.batch(siti, batch.id).rows_done == 2

    again = commands.open_batch(siti, "daftar.xlsx", LIST)
    assert again.id == batch.id
    assert commands.run_batch(again.id, pause_s=0) == OF_SMALL


def test_an_unfinished_list_whose_file_has_gone_goes_on_with_the_file_sent_again(siti: Acting) -> None:
    batch = commands.open_batch(siti, "daftar.xlsx", LIST)
    receiving.sealed_file(batch.id).unlink()
    with pytest.raises(Refusal, match="sudah dihapus"):
        commands.run_batch(batch.id, pause_s=0)
    assert queries.batch(siti, batch.id).state == "failed"

    again = commands.open_batch(siti, "daftar.xlsx", LIST)

    assert (again.id, commands.run_batch(again.id, pause_s=0)) == (batch.id, OF_SMALL)


def test_every_sheet_with_the_headings_is_read(siti: Acting, tmp_path: Path) -> None:
    path = tmp_path / "dua.xlsx"
    path.write_bytes(xlsx([line()]))
    book = load_workbook(path)
    book.copy_worksheet(book.worksheets[0])["C2"] = "Rabiah"
    book.worksheets[1]["D2"] = "6105014508900009"
    book.create_sheet("Catatan")["A1"] = "Bukan daftar"
    book.save(path)

    batch_id, counts = taken_in(siti, path.read_bytes())

    assert counts.accepted == 2
    assert [sheet["name"] for sheet in Batch.objects.get(pk=batch_id).sheets] == ["Sheet", "Sheet Copy"]


def test_a_village_is_known_by_its_name_only_within_its_district(siti: Acting) -> None:
    headings = [*HEADINGS, "KECAMATAN", "DESA/KELURAHAN"]
    names = organisation.names(["61.05.01.1001", "61.05.01"])
    name, district = names["61.05.01.1001"], names["61.05.01"]
    lines = [[*line(village=None), district, name], [*line(village=None, nik=None, name="Yohan"), "", name]]

    batch_id, counts = taken_in(siti, xlsx(lines, headings=headings))

    assert (counts.accepted, counts.returned) == (1, 1)
    assert [row.reasons[0].code for row in queries.returned_rows(siti, batch_id)] == ["village_missing"]


def test_a_group_that_fails_leaves_nothing(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = commands.open_batch(siti, "daftar.xlsx", LIST)
    before = register.digest()

    def full_disk(*_rows: object) -> None:
        raise OSError

    with monkeypatch.context() as broken, pytest.raises(OSError):
        broken.setattr(running, "keep", full_disk)
        commands.run_batch(batch.id, pause_s=0)

    assert register.digest() == before
    assert commands.run_batch(batch.id, pause_s=0) == OF_SMALL


def test_two_workers_on_one_list_take_each_row_once(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "FIRST_SIZE", 1)
    monkeypatch.setattr(running, "next_size", lambda size, held_s: 1)
    batch = commands.open_batch(siti, "daftar.xlsx", LIST)
    others = []

    def another_worker(done: int, total: int) -> None:
        if not others:
            others.append(commands.run_batch(batch.id, pause_s=0))

    assert commands.run_batch(batch.id, another_worker, pause_s=0) == OF_SMALL
    assert others == [OF_SMALL]


def test_the_job_loop_takes_a_received_list_in(siti: Acting) -> None:
    batch = commands.receive(siti, "daftar.xlsx", LIST)

    assert jobs.work_once()

    view = queries.batch(siti, batch.id)
    assert (view.state, view.accepted, view.returned) == ("done", 2, 2)


def test_no_number_or_name_rests_readable(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, LIST, f"daftar {NIK}.xlsx")

    batch = Batch.objects.get(pk=batch_id)
    resting = [
        receiving.sealed_file(batch_id).read_bytes(),
        *(bytes(row.cells) for row in batch.rows.exclude(cells=None)),
    ]
    assert batch.file_name == "daftar ….xlsx"
    assert len(resting) == 4
    assert not any(b"Yohan" in sealed or b"Tembawang" in sealed for sealed in resting)


def test_a_list_of_another_region_is_as_if_it_were_not_there(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, LIST)
    budi = replace(siti, region_code="61.08", person="Budi")

    with pytest.raises(Refusal) as elsewhere:
        queries.batch(budi, batch_id)
    with pytest.raises(Refusal) as nowhere:
        queries.batch(budi, UUID(int=1))

    assert str(elsewhere.value) == str(nowhere.value)
    assert queries.batches(budi) == []
    assert [view.id for view in queries.batches(siti)] == [batch_id]


def test_who_may_not_take_in_is_told_so(siti: Acting) -> None:
    viewer = replace(siti, role="viewer")

    for deed in (commands.open_batch, commands.dry_run):
        with pytest.raises(NotAllowed):
            deed(viewer, "daftar.xlsx", LIST)


def test_nothing_is_left_of_a_file_that_is_no_list(siti: Acting) -> None:
    before = set(environment.uploads_dir().glob("*"))

    with pytest.raises(Malformed):
        commands.receive(siti, "surat.pdf", b"%PDF-1.7")

    assert not Batch.objects.exists()
    assert set(environment.uploads_dir().glob("*")) == before


def test_headings_only_is_a_list_of_no_rows(siti: Acting) -> None:
    _batch_id, counts = taken_in(siti, xlsx([]))

    assert counts == Counts()


def test_after_thirty_days_the_file_and_its_rows_go(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, LIST)
    Batch.objects.update(created_at=timezone.now() - timedelta(days=31))

    assert commands.purge() == 1

    assert not receiving.sealed_file(batch_id).exists()  # however young the file looks, as after a restore
    assert not queries.batch(siti, batch_id).has_rows
    with pytest.raises(Refusal, match="sudah dihapus"):
        queries.returned_workbook(siti, batch_id)


def test_the_outcomes_of_a_sample_list_are_those_of_its_truth(siti: Acting, tmp_path: Path) -> None:
    workbook, truth = tmp_path / "list.xlsx", tmp_path / "truth.jsonl"
    ertlh.write(workbook, region="61.05", rows=700, seed=2, truth=truth)

    _batch_id, counts = taken_in(siti, workbook.read_bytes())

    told = [json.loads(line) for line in truth.read_text().splitlines()]
    outcomes = Counter(row["outcome"] for row in told)
    assert (counts.accepted, counts.updated, counts.unchanged, counts.returned) == tuple(
        outcomes[name] for name in ("accepted", "updated", "unchanged", "returned")
    )
    assert counts.flagged == sum(row["flagged"] for row in told)
    assert counts.repaired == sum(row["repaired"] for row in told)


def test_the_rows_that_went_back_are_only_for_the_office_that_sent_them(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, LIST)
    permits_office = replace(siti, agency_id=UUID(int=2))

    assert queries.batch(permits_office, batch_id).returned == 2
    with pytest.raises(NotAllowed, match="hanya untuk kantor yang mengirim"):
        queries.returned_workbook(permits_office, batch_id)


def test_a_list_is_stopped_only_by_the_office_that_sent_it(siti: Acting) -> None:
    batch = commands.receive(siti, "daftar.xlsx", LIST)

    with pytest.raises(NotAllowed, match="kantor lain"):
        commands.cancel(replace(siti, agency_id=UUID(int=2)), batch.id)

    assert queries.batch(siti, batch.id).state == "waiting"


def test_a_list_that_was_cancelled_says_so_and_can_go_on(siti: Acting) -> None:
    batch = commands.receive(siti, "daftar.xlsx", LIST)
    commands.cancel(siti, batch.id)
    assert queries.batch(siti, batch.id).state == "cancelled"

    again = commands.receive(siti, "daftar.xlsx", LIST)
    assert (again.id, queries.batch(siti, batch.id).state) == (batch.id, "waiting")
    jobs.work_once()

    assert queries.batch(siti, batch.id).state == "done"
