"""What does a workbook that goes out look like, to Excel and to whoever reads it in a hurry?"""

import io
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.intake import commands
from betang.intake.commands import ExportOrder
from betang.intake.domain.outgoing_lists import BSPS2026, LISTS
from betang.intake.samples.sheet import COLUMNS
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation.domain.regions import Level
from betang.register.queries import ListFilters
from tests.intake.sheets import NIK, csv_text, line, xlsx

MASKED = "6105••••••••0001"


def taken_in(acting: Acting, *lines: list[object]) -> None:
    batch = commands.open_batch(acting, "daftar.xlsx", xlsx(list(lines)))
    commands.run_batch(batch.id, pause_s=0)


def book(acting: Acting, template: str = "ertlh", because: str = "", **filters: object) -> Workbook:
    order = ExportOrder(template, ListFilters(**filters), full=bool(because), because=because)  # type: ignore[arg-type]
    return load_workbook(io.BytesIO(commands.export(acting, order).content))


def test_the_import_sheet_has_its_headings_as_its_makers_wrote_them(siti: Acting) -> None:
    taken_in(siti, line())

    sheet = book(siti).worksheets[0]

    assert [cell.value or "" for cell in sheet[1]] == [heading.strip() for _key, heading in COLUMNS]
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["M1:P1"]
    assert (sheet.max_row, sheet.max_column) == (2, 42)


def test_numbers_of_people_are_text_days_are_days_and_figures_are_figures(siti: Acting) -> None:
    taken_in(siti, line(phone="081234567890"))

    sheet = book(siti, because="Dicocokkan").worksheets[0]

    assert [sheet[place].data_type for place in ("A2", "D2", "F2")] == ["s", "s", "s"]
    assert [sheet[place].number_format for place in ("A2", "D2", "F2", "AO2")] == ["@", "@", "@", "dd/mm/yyyy"]
    assert (sheet["D2"].value, sheet["F2"].value) == (NIK, "081234567890")
    assert (sheet["AO2"].value, sheet["AE2"].value) == (datetime(2024, 5, 12), 36)


def test_nothing_in_it_runs(siti: Acting) -> None:
    row = line(address='=HYPERLINK("http://contoh","x")', surveyor="@SUM(A1)", phone="+62811")
    batch = commands.open_batch(siti, "daftar.csv", csv_text([row]).encode())  # Excel would take them for formulas
    commands.run_batch(batch.id, pause_s=0)

    sheet = book(siti).worksheets[0]

    assert {cell.data_type for cell in sheet[2] if cell.value is not None} <= {"s", "n", "d"}
    assert sheet["E2"].value == '=HYPERLINK("http://contoh","x")'


def test_every_choice_has_its_drop_down_but_those_with_a_comma_in_them(siti: Acting) -> None:
    taken_in(siti, line())

    rules = book(siti).worksheets[0].data_validations.dataValidation

    offered = {str(rule.sqref).rstrip("0123456789:"): rule.formula1 for rule in rules}
    assert len(rules) == 28
    assert '"LAKI-LAKI,PEREMPUAN"' in offered.values()
    assert not any(str(rule.sqref).startswith("I2") for rule in rules)  # 0-1,2 would be two answers


def test_masked_it_holds_no_number_anywhere(siti: Acting) -> None:
    taken_in(siti, line(), line(nik="610501450890000", name="Lena", address="Jl. Melati 3"))

    for template in LISTS:
        written = [[*values] for sheet in book(siti, template).worksheets for values in sheet.values]
        assert MASKED in str(written)
        assert NIK not in str(written)
        assert "610501450890000" not in str(written)


def test_the_last_sheet_says_as_of_when_of_whom_and_by_whom(siti: Acting) -> None:
    taken_in(siti, line())

    said = dict(book(siti, region_code="61.05.01", condition=5).worksheets[-1].values)

    assert said["Wilayah"] == "Sintang, Sintang, kode 61.05.01 (Kemendagri)"
    assert said["Saringan"] == "kondisi tidak layak"
    assert said["Jumlah keluarga"] == "1"
    assert said["Dikeluarkan oleh"] == "Operator simpul, Disperakim Kabupaten Sintang"
    assert "disamarkan" in said["Nomor"]
    assert " pukul " in said["Keadaan per"]


def test_full_numbers_are_on_record_before_any_is_opened(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    taken_in(siti, line())
    monkeypatch.setattr("betang.intake.commands.exported_list.keyring.open_number", lambda number: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        book(siti, because="Usulan BSPS ke kementerian")

    (entry,) = accounts.access_log(accounts.steward())
    assert (entry.what, entry.families, entry.purpose) == ("ertlh", 1, "Usulan BSPS ke kementerian")


def test_another_region_is_refused_and_a_wider_one_is_one_s_own(siti: Acting) -> None:
    taken_in(siti, line())

    with pytest.raises(NotAllowed):
        book(siti, region_code="61.06")
    assert commands.export(siti, ExportOrder("ertlh", ListFilters(region_code="61"))).file_name.startswith(
        "ertlh 61.05 "
    )


def test_a_recap_opens_no_numbers(siti: Acting) -> None:
    with pytest.raises(Refusal, match="Rekap tidak memuat NIK"):
        book(siti, "recap", because="Usulan BSPS")


def test_a_list_of_nobody_has_its_headings_and_can_be_dropped_in(siti: Acting) -> None:
    exported = commands.export(siti, ExportOrder("ertlh", ListFilters()))

    batch = commands.open_batch(siti, exported.file_name, exported.content)

    assert (exported.rows, commands.run_batch(batch.id, pause_s=0).rows) == (0, 0)


def test_the_sums_of_a_recap_come_out(siti: Acting) -> None:
    taken_in(siti, line(), line(nik=None, name="Lena", address="Jl. Melati 3", village="61.05.19.2001", surveyed=None))

    recap = book(siti, "recap")

    districts, villages = ([*sheet.values] for sheet in recap.worksheets[:2])
    assert [row[4] for row in districts[1:]] == [1, 1, 2]
    assert [row[3] for row in villages[1:]] == ["Ladang", "Nanga Lebang", None]
    total = dict(zip(villages[0], villages[-1], strict=True))
    assert total["Keluarga"] == total["Rumah"] == 2
    assert (total["Tidak layak"], total["Umur data belum diketahui"]) == (2, 1)
    notes = dict(recap.worksheets[-1].values)
    assert "jumlahnya cocok" in notes["Jumlah"]
    assert notes["Wilayah yang ikut"].startswith("2 kecamatan, 2 dari 406 desa")


def test_a_list_of_several_regencies_names_them() -> None:
    assert BSPS2026.within(Level.PROVINCE).columns[-1].heading == "Kabupaten/Kota"
    assert len(BSPS2026.within(Level.REGENCY).columns) == 15
