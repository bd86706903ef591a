"""Does a list of homes become reports, each row once, and go back where it cannot be so?"""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from betang.delivery import commands as delivery
from betang.delivery.models import Home, Realisation
from betang.intake import commands, queries
from betang.intake.commands import Counts
from betang.intake.domain.mapping import NeedsMapping
from betang.intake.models import Batch, BatchRow
from betang.journal import queries as journal
from betang.kernel.errors import Malformed, NotAllowed, Refusal
from tests.delivery.cast import Offices
from tests.delivery.listing import FINISHED, HOME, NIK, cases, found, homes, taken_in, xlsx
from tests.planning.cast import LEBANG, MERPAK

OTHER = {"unit_number": "A-2", "nik": "6105014508900002", "name": "Yohan"}
AHEAD = date(2199, 1, 1)


def test_each_good_row_becomes_a_report_and_each_home_counts(offices: Offices) -> None:
    batch, counts = taken_in(offices.maria, homes({}, OTHER | FINISHED))

    assert counts == Counts(accepted=2)
    kept = Batch.objects.get(pk=batch)
    assert (kept.workbook, kept.template, kept.region_code) == ("rumah", "Rumah yang dibangun", LEBANG)
    first, second = Realisation.objects.order_by("unit_number")
    assert (first.source, first.work, first.stage, first.amount_rupiah) == ("BSPS", "PENINGKATAN", "30", 20_000_000)
    assert (first.recipient, first.thirty_date) == ("Lusia Tembawang", date(2025, 4, 10))
    assert (second.stage, second.finished_date) == ("100", date(2025, 6, 1))
    assert Home.objects.count() == 2
    source = journal.history(first.id)[0].source
    assert source and (source.batch, source.row, source.columns["stage"]) == (batch, 2, "K")


def test_the_same_file_again_changes_nothing(offices: Offices) -> None:
    content = homes({}, OTHER, {"unit_number": None, "nik": None, "name": "Tanpa Nomor"})
    taken_in(offices.maria, content)
    position = journal.position()

    _batch, counts = taken_in(offices.maria, content)

    assert counts == Counts(unchanged=3)
    assert journal.position() == position


def test_the_next_list_moves_the_homes_that_it_names(offices: Offices) -> None:
    taken_in(offices.maria, homes({}, OTHER))

    _batch, counts = taken_in(offices.maria, homes(FINISHED, OTHER))

    assert counts == Counts(updated=1, unchanged=1)
    assert Realisation.objects.get(unit_number="A-1").stage == "100"
    assert Home.objects.get(stage="100").finished_date == date(2025, 6, 1)


def test_without_a_number_a_home_is_known_by_nik_and_source(offices: Offices) -> None:
    taken_in(offices.maria, homes({"unit_number": None}))

    _batch, counts = taken_in(offices.maria, homes({"unit_number": None} | FINISHED, {"source": "DAK"}))

    assert (counts.updated, counts.accepted) == (1, 1)
    assert Home.objects.count() == 1  # one NIK, one home


def test_what_cannot_be_so_goes_back_with_the_cell(offices: Offices) -> None:
    taken_in(offices.maria, homes(FINISHED))

    batch, counts = taken_in(
        offices.maria,
        homes(
            {},
            OTHER | {"stage": "Serah terima", "handover": date(2025, 6, 1)},
            OTHER | {"thirty": AHEAD},
            OTHER | {"village": "61.06.01.2001"},
            OTHER | {"village": None},
            OTHER | {"stage": None},
            OTHER | {"stage": "100"},
            OTHER | {"started": date(2025, 5, 1)},
            {"unit_number": None, "nik": None, "name": None},
        ),
    )

    assert counts == Counts(returned=9)
    assert [found(batch, row) for row in range(2, 11)] == [
        [("stage_backwards", "stage")],
        [("handover_before_finished", "finished")],
        [("day_ahead", "thirty")],
        [("village_elsewhere", "village")],
        [("village_missing", "village")],
        [("unanswered", "stage")],
        [("stage_without_day", "finished")],
        [("days_out_of_order", "thirty")],
        [("no_identity", "name")],
    ]
    assert not BatchRow.objects.filter(batch=batch, family_id__isnull=False).exists()


def test_the_returned_workbook_corrected_goes_in_and_the_rest_is_unchanged(offices: Offices) -> None:
    batch, counts = taken_in(offices.maria, homes({}, OTHER | {"stage": "100"}))
    assert counts == Counts(accepted=1, returned=1)

    book = load_workbook(io.BytesIO(queries.returned_workbook(offices.maria, batch)))
    sheet = book["Dikembalikan"]
    headings = [cell.value for cell in sheet[1]]
    place = headings.index("TANGGAL SELESAI") + 1
    assert "Tanggal untuk tahap ini kosong" in str(sheet.cell(2, len(headings)).value)
    sheet.cell(2, place).value = date(2025, 6, 1)
    buffer = io.BytesIO()
    book.save(buffer)
    _batch, again = taken_in(offices.maria, buffer.getvalue())

    assert again == Counts(accepted=1)
    assert Realisation.objects.get(unit_number="A-2").stage == "100"


def test_what_somebody_corrected_since_an_old_list_does_not_bring_back(offices: Offices) -> None:
    content = homes({})
    taken_in(offices.maria, content)
    report = Realisation.objects.get()
    seen = journal.seen(report.id)
    delivery.correct(offices.maria, report.id, {"recipient": "Lusia Tembawang Sari"}, seen=seen, because="Dicek")

    _batch, counts = taken_in(offices.maria, content)

    assert counts == Counts(unchanged=1)
    assert Realisation.objects.get().recipient == "Lusia Tembawang Sari"


def test_a_row_twice_in_a_list_names_the_first(offices: Offices) -> None:
    batch, counts = taken_in(offices.maria, homes({}, {}))

    assert counts == Counts(accepted=1, unchanged=1)
    assert queries.repeated_rows(offices.maria, batch).total == 1


def test_a_home_of_another_office_is_reported_beside_it_and_marked(offices: Offices) -> None:
    taken_in(offices.maria, homes({}))

    batch, counts = taken_in(offices.domi, homes({"source": "Dana Desa"}))

    assert (counts.accepted, counts.flagged) == (1, 1)
    assert {code for code, _column in found(batch)} == {"known_home", "several_sources"}
    assert Home.objects.get().reports == 2


def test_a_trial_tells_the_same_and_writes_nothing(offices: Offices) -> None:
    taken_in(offices.maria, homes({}))
    content = homes(FINISHED, OTHER, OTHER, {"unit_number": "A-3", "nik": None, "stage": None})
    position = journal.position()

    tried = commands.dry_run(offices.maria, "daftar.xlsx", content, pause_s=0)

    assert journal.position() == position
    assert tried == taken_in(offices.maria, content)[1] == Counts(updated=1, accepted=1, unchanged=1, returned=1)


def test_villages_are_known_by_their_names_and_stages_by_percent(offices: Offices) -> None:
    content = xlsx(
        [
            ["DAFTAR REALISASI RUMAH 2025"],
            ["No", "Kecamatan", "Desa", "Nama Penerima", "NIK", "Sumber Dana", "Jenis Penanganan", "Progres Fisik",
             "Tgl Mulai", "Tgl Selesai", "Anggaran"],
            [1, "Kelam Permai", "Nanga Lebang", "Lusia", NIK, "bsps", "PK", "100%", "1 Maret 2025", "01/06/2025",
             "Rp 20.000.000"],
        ]
    )  # fmt: skip

    batch, counts = taken_in(offices.maria, content)

    assert counts.accepted == 1, found(batch, 3)
    report = Realisation.objects.get()
    assert (report.village_code, report.stage, report.amount_rupiah) == (LEBANG, "100", 20_000_000)
    assert (report.started_date, report.finished_date) == (date(2025, 3, 1), date(2025, 6, 1))


def test_unknown_headings_are_said_once(offices: Offices) -> None:
    content = xlsx(
        [
            [
                "Kode lokasi",
                "Yang menerima",
                "NIK orangnya",
                "Dari uang",
                "Apa yang dikerjakan",
                "Sudah sampai",
                "Awal",
            ],
            [LEBANG, "Lusia Tembawang", NIK, "BSPS", "REHAB", "0", date(2025, 3, 1)],
        ]
    )
    with pytest.raises(NeedsMapping):
        commands.open_batch(offices.maria, "lain.xlsx", content)

    said: dict[str, str | None] = {
        "Kode lokasi": "village", "Yang menerima": "name", "NIK orangnya": "nik", "Dari uang": "source",
        "Apa yang dikerjakan": "work", "Sudah sampai": "stage", "Awal": "started",
    }  # fmt: skip
    _batch, counts = taken_in(offices.maria, content, columns=said)

    assert counts == Counts(accepted=1)
    assert commands.open_batch(offices.maria, "lagi.xlsx", content).workbook == "rumah"


def test_a_mapping_that_is_neither_kind_is_refused(offices: Offices) -> None:
    content = xlsx([["Kode", "Nama orang", "Uang"], [LEBANG, "Lusia", "BSPS"]])

    with pytest.raises(Malformed) as refused:
        commands.open_batch(
            offices.maria, "lain.xlsx", content, columns={"Kode": "village", "Nama orang": "name", "Uang": "source"}
        )

    assert refused.value.code == "mapping_lacks_columns_of_workbook"


def test_two_kinds_of_list_in_one_file_are_refused(offices: Offices) -> None:
    book = load_workbook(io.BytesIO(homes({})))
    for place, cells in enumerate(load_workbook(io.BytesIO(cases({}))).worksheets[0].iter_rows(values_only=True)):
        sheet = book["Kasus"] if place else book.create_sheet("Kasus")
        sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)

    with pytest.raises(Malformed) as refused:
        commands.open_batch(offices.maria, "dua.xlsx", buffer.getvalue())

    assert refused.value.code == "two_kinds_of_list"


def test_a_list_of_families_with_a_source_of_money_stays_one(offices: Offices) -> None:
    content = xlsx(
        [
            ["Kode lokasi", "Kepala rumah tangganya", "NIK orangnya", "Sumber dana", "Atapnya"],
            [LEBANG, "Lusia Tembawang", NIK, "BSPS", "SENG"],
        ]
    )

    with pytest.raises(NeedsMapping) as asked:
        commands.open_batch(offices.maria, "lain.xlsx", content)

    assert "source" not in {guess.key for guess in asked.value.guesses}


def test_an_office_that_reports_no_homes_cannot_bring_any(offices: Offices) -> None:
    with pytest.raises(NotAllowed, match="Rumah yang dibangun"):
        commands.open_batch(offices.hendra, "daftar.xlsx", homes({}))


def test_a_list_of_homes_is_not_compared_with_the_register(offices: Offices) -> None:
    chosen = commands.Chosen(commands.SideKind.FILE, file_name="daftar.xlsx", content=homes({}))

    with pytest.raises(Refusal) as refused:
        commands.compare(offices.maria, commands.Chosen(commands.SideKind.REGISTER), chosen)

    assert refused.value.code == "not_a_list_of_families"


def test_a_hostile_cell_never_breaks_a_list(offices: Offices) -> None:
    hostile: list[object] = ["=1+1", "'\"<script>", "[31m\u202e", "9" * 400, "1e999", "∞", "#REF!", "x" * 3000]
    hostile += [-1, 1e300, float(2**60), True, 0.3, date(1900, 1, 1), "100 %%s", "%(x)s"]
    keys = [key for key in HOME if key not in ("village", "unit_number")]
    rows = [{key: cell, "unit_number": f"{key}{place}"} for key in keys for place, cell in enumerate(hostile)]

    batch, counts = taken_in(offices.maria, homes(*rows))

    assert counts.rows == len(rows)
    assert Home.objects.exists()
    assert queries.returned_workbook(offices.maria, batch)


def test_a_group_of_two_villages_lies_in_one_regency(offices: Offices) -> None:
    _batch, counts = taken_in(offices.maria, homes({}, OTHER | {"village": MERPAK}))

    assert counts.accepted == 2
    assert set(Home.objects.values_list("village_code", flat=True)) == {LEBANG, MERPAK}
