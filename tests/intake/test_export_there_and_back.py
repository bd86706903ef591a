"""What goes out and comes back in is unchanged: masked and full, whatever a list and an officer made of a family."""

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from uuid import UUID

import pytest
from openpyxl import Workbook, load_workbook

from betang.accounts.queries import Acting
from betang.intake import commands
from betang.intake.commands import Counts, ExportOrder
from betang.intake.samples import bsps2026, ertlh, ertlh46, jambi18
from betang.journal import queries as journal
from betang.organisation import queries as organisation
from betang.register import commands as register_deeds
from betang.register import queries as register
from betang.register.commands import FamilyEntry
from betang.register.queries import ListFilters, ListRow
from tests.intake.sheets import NIK, csv_text, line, xlsx

PURPOSE = "Dicocokkan dengan kementerian"
WAYS = pytest.mark.parametrize(
    ("template", "full"), [("ertlh", False), ("ertlh", True), ("bsps2026", False), ("bsps2026", True)]
)


def taken_in(acting: Acting, content: bytes, name: str = "daftar.xlsx") -> Counts:
    batch = commands.open_batch(acting, name, content)
    return commands.run_batch(batch.id, pause_s=0)


def unchanged(acting: Acting, template: str, full: bool, filters: ListFilters | None = None) -> None:
    """The list goes out and comes back in: every family of it is found again, and nothing is said anew."""
    before = register.digest()

    order = ExportOrder(template, filters or ListFilters(), full=full, because=PURPOSE if full else "")
    exported = commands.export(acting, order)
    counts = taken_in(acting, exported.content, exported.file_name)

    assert exported.rows
    assert (counts.unchanged, counts.rows) == (exported.rows, exported.rows)
    assert register.digest() == before


def listed(acting: Acting, name: str = "") -> list[ListRow]:
    return list(register.listing(acting, ListFilters(text=name), 1, 500).rows)


def edit(acting: Acting, entity: UUID | None, **values: object) -> None:
    assert entity is not None
    seen = journal.seen(entity)
    register_deeds.edit(acting, entity=entity, values=values, seen=seen, because="Diukur", observed=date(2026, 11, 2))


@pytest.mark.sqlite_only
@WAYS
def test_a_list_with_the_mess_of_the_field(siti: Acting, tmp_path: Path, template: str, full: bool) -> None:
    ertlh.write(tmp_path / "sampel.xlsx", region="61.05", rows=300, seed=7)
    taken_in(siti, (tmp_path / "sampel.xlsx").read_bytes())

    unchanged(siti, template, full)


@pytest.mark.parametrize("form", [ertlh46, bsps2026, jambi18])
@pytest.mark.parametrize("template", ["ertlh", "bsps2026"])
def test_families_that_came_in_by_another_form(siti: Acting, tmp_path: Path, form: ModuleType, template: str) -> None:
    form.write(tmp_path / "sampel.xlsx", region="61.05", rows=60, seed=5)
    taken_in(siti, (tmp_path / "sampel.xlsx").read_bytes())

    unchanged(siti, template, full=False)


@WAYS
def test_values_that_wait_beside_the_shown_ones(siti: Acting, template: str, full: bool) -> None:
    """What another office says of a home is a proposal: it neither goes out nor is it lost when the list returns."""
    taken_in(siti, xlsx([line()]))
    permits = replace(siti, agency_id=UUID(int=2), agency="DPMPTSP Kabupaten Sintang", agency_kind="permits")
    house = listed(siti)[0].house_id
    edit(permits, house, roof_material="GENTENG", floor_area_m2="54")
    assert house and journal.open_on([house]) == {house: 2}

    unchanged(siti, template, full)
    unchanged(permits, template, full)

    assert journal.open_on([house]) == {house: 2}


@WAYS
def test_doubtful_numbers_and_odd_figures_stay_as_they_were_written(siti: Acting, template: str, full: bool) -> None:
    odd = [
        {"nik": "610501450890000", "name": "Satu"},
        {"nik": "61050145089000012", "name": "Dua"},
        {"nik": "6,10501E+15", "name": "Tiga"},
        {"nik": float("6105014508900000"), "name": "Empat"},
        {"nik": None, "name": "Lima", "longitude": 0.0, "latitude": 0.0},
        {"nik": "6105014508900006", "name": "Enam", "floor_area": 3600, "occupants": 99, "income": "Rp 900.000.000"},
        {"nik": "6105014508900007", "name": "Tujuh", "income": "Rp. 1.250.000", "phone": "0812 3456 789"},
        {"nik": "6105014508900008", "name": "Delapan", "surveyed": None},
        {"nik": "6105014508900009", "name": "Sembilan", "longitude": 111.5, "latitude": None},
    ]
    taken_in(siti, xlsx([line(address=f"Dusun Riam No. {place}", **row) for place, row in enumerate(odd)]))

    unchanged(siti, template, full)


@WAYS
def test_families_of_one_name_are_told_apart(siti: Acting, template: str, full: bool) -> None:
    """With like masks, without an address, without any number: what else they say tells which is which."""
    taken_in(
        siti,
        xlsx(
            [
                line(),
                line(nik="6105014508910001", surveyor="Lukas"),
                line(nik=None, address=None, roof="DAUN", occupation="NELAYAN"),
                line(nik=None, address=None, roof="IJUK", occupation="HONORER"),
                line(nik="6105014508920009", address=None, roof="ASBES", occupation="PNS"),
            ]
        ),
    )
    assert len(listed(siti)) == 5

    unchanged(siti, template, full)


@WAYS
def test_one_nik_under_two_names(siti: Acting, template: str, full: bool) -> None:
    taken_in(siti, xlsx([line(), line(name="Yohan Bakar", sex="LAKI-LAKI", address="Jl. Melati 5")]))
    taken_in(siti, xlsx([line(name="Kornelius", address="Jl. Mawar 8")]), "lain.xlsx")
    assert len(listed(siti)) == 3

    unchanged(siti, template, full)


@WAYS
@pytest.mark.parametrize("sign", ["=1+1", "+62 811", "-5", "@SUM(A1)", "'=1", "\t=2"])
def test_a_cell_that_looks_like_a_formula_is_a_text(siti: Acting, template: str, full: bool, sign: str) -> None:
    row = line(address=f"{sign} Dusun", surveyor=sign, phone=sign)
    taken_in(siti, csv_text([row]).encode(), "daftar.csv")  # a workbook of openpyxl would hold formulas
    assert listed(siti)[0].address.startswith(sign.strip("\t'"))

    unchanged(siti, template, full)


@WAYS
def test_more_areas_than_the_sheet_has_columns(siti: Acting, template: str, full: bool) -> None:
    taken_in(siti, xlsx([line()]))
    kinds = ["KUMUH", "STUNTING", "TRANSMIGRASI", "TERTINGGAL/TERDEPAN/TERLUAR", "KEK", "PERBATASAN"]
    edit(siti, listed(siti)[0].house_id, area_kinds=kinds)

    unchanged(siti, template, full)


@WAYS
def test_what_officers_changed_by_hand(siti: Acting, template: str, full: bool) -> None:
    taken_in(siti, xlsx([line(income=None, longitude=None, latitude=None)]))
    (row,) = listed(siti)
    edit(
        siti, row.house_id, rt="009", address='Jl. Melati "Gang Dua"', latitude="0,06", longitude="111,6", occupants="7"
    )
    edit(siti, row.house_id, position_source="GPS", land_area_m2="120,5")
    edit(siti, row.family_id, income_rupiah="1.250.000", housing_need="MENUMPANG", kk_number="6105011201100012")
    edit(siti, row.head_id, name="Siti Tembawang, S.Pd", birth_date="1990-08-05", birth_place="Sintang")

    unchanged(siti, template, full)


@WAYS
def test_a_second_visit_on_a_later_day_and_one_on_the_same(siti: Acting, template: str, full: bool) -> None:
    taken_in(siti, xlsx([line()]))
    (row,) = listed(siti)
    assert row.house_id
    later = {"assessed_date": "2 Juli 2025", "roof_condition": "LAYAK", "assessor": "Maria"}
    moved = {"assessed_date": "9 September 2025", "visit_outcome": "PINDAH"}
    register_deeds.assess_house(siti, house=row.house_id, values=later, family=row.family_id)
    register_deeds.assess_house(siti, house=row.house_id, values=later | {"wall_condition": "LAYAK"})
    register_deeds.assess_house(siti, house=row.house_id, values=moved, family=row.family_id)

    unchanged(siti, template, full)


@WAYS
def test_a_family_added_by_hand_and_one_that_shares_the_home(siti: Acting, template: str, full: bool) -> None:
    house = {"village_code": "61.05.01.1001", "address": "Jl. Melati 9", "latitude": "0,05", "longitude": "111,5"}
    form = FamilyEntry(family={}, head={"name": "Lusia"}, house=house, assessment={"assessed_date": "2 Juli 2025"})
    first = register_deeds.add_family(siti, form, observed=date(2025, 7, 2))
    home = register.record(siti, first).house
    assert home
    shared = FamilyEntry(family={}, head={"name": "Yohan", "nik": "6105011208710003"}, house_id=home.id)
    register_deeds.add_family(siti, shared, observed=date(2025, 7, 2))

    unchanged(siti, template, full)


def test_a_masked_row_that_was_corrected_changes_the_family_behind_its_mask(siti: Acting) -> None:
    """Two of one name without an address: the eight digits that a mask shows tell which of them is meant."""
    two = [line(address=None), line(address=None, nik="6105014508910007", surveyor="Lukas")]
    taken_in(siti, xlsx(two))
    book = load_workbook(io.BytesIO(commands.export(siti, ExportOrder("ertlh", ListFilters())).content))
    sheet = book.worksheets[0]
    row = next(place for place in (2, 3) if str(sheet[f"D{place}"].value).endswith("0007"))
    sheet[f"AD{row}"].value, sheet[f"AO{row}"].value = "GENTENG", datetime(2025, 7, 2)

    counts = taken_in(siti, saved(book))

    assert (counts.updated, counts.unchanged) == (1, 1)
    roofs = {each.nik[-4:]: roof_of(siti, each.house_id) for each in listed(siti)}
    assert roofs == {"0001": "SENG", "0007": "GENTENG"}


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def roof_of(acting: Acting, house: UUID | None) -> object:
    assert house
    return register.show(acting, house)["roof_material"].value


def test_a_part_of_the_list_that_holds_one_of_two_like_families(siti: Acting) -> None:
    taken_in(siti, xlsx([line(roof_condition="TIDAK LAYAK"), line(nik="6105014508910001", wall_condition="LAYAK")]))

    unchanged(siti, "ertlh", False, ListFilters(condition=4))


def test_a_family_without_a_home_is_counted_and_left_out(siti: Acting) -> None:
    form = FamilyEntry(family={"village_code": "61.05.01.1001"}, head={"name": "Lusia"})
    register_deeds.add_family(siti, form, observed=date(2025, 7, 2))
    taken_in(siti, xlsx([line()]))

    exported = commands.export(siti, ExportOrder("ertlh", ListFilters()))

    assert exported.rows == 1
    assert organisation.this_node().region_code in exported.file_name
    assert NIK not in exported.file_name


OWN_HEADINGS = ["kode desa", "nama kk", "no ktp", "dsn", "rt/rw"]
OWN = {"kode desa": "village", "nama kk": "name", "no ktp": "nik", "dsn": "hamlet", "rt/rw": "rt_rw"}


@WAYS
def test_a_house_known_by_its_parts_alone_goes_out_with_them(siti: Acting, template: str, full: bool) -> None:
    rows = [
        ["61.05.01.1001", "Siti Tembawang", NIK, "Dsn. Sejirak", "003/001"],
        ["61.05.01.1001", "Yohan Riam", "", "Maju 2", "001/001"],
        ["61.05.01.1001", "Yohan Riam", "", "Kebong", ""],
    ]
    batch = commands.open_batch(siti, "desa.xlsx", xlsx(rows, headings=OWN_HEADINGS), columns=OWN)
    commands.run_batch(batch.id, pause_s=0)

    out = commands.export(siti, ExportOrder(template, ListFilters(), full=full, because=PURPOSE if full else ""))
    (sheet, _notes) = load_workbook(io.BytesIO(out.content)).worksheets
    written = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"Dusun Sejirak, RT 003, RW 001", "Dusun Kebong"} <= written
    assert len(listed(siti)) == 3


@WAYS
def test_a_house_known_by_its_parts_alone_comes_back_unchanged(siti: Acting, template: str, full: bool) -> None:
    rows = [
        ["61.05.01.1001", "Siti Tembawang", NIK, "Dsn. Sejirak", "003/001"],
        ["61.05.01.1001", "Yohan Riam", "", "Kebong", ""],
    ]
    batch = commands.open_batch(siti, "desa.xlsx", xlsx(rows, headings=OWN_HEADINGS), columns=OWN)
    commands.run_batch(batch.id, pause_s=0)

    unchanged(siti, template, full)
