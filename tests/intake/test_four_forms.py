"""Four forms are known by their headings, whoever typed them."""

import pytest

from betang.intake.domain import headings
from betang.intake.domain.cells import Row
from betang.intake.domain.columns import KEYS
from betang.intake.domain.headings import Table, fold
from betang.intake.domain.templates import BSPS2026, ERTLH, ERTLH46, JAMBI18, TEMPLATES, Template

Span = tuple[int, int, int]


def found(*rows: list[str], merges: tuple[Span, ...] = ()) -> Table:
    table = headings.find([Row(place + 1, cells) for place, cells in enumerate(rows)], merges=merges)
    assert table is not None
    return table


def missing(table: Table) -> set[str]:
    return {column.key for column in TEMPLATES[table.template].columns} - set(table.places)


def headings_of(template: Template) -> list[str]:
    return [column.heading for column in template.columns]


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_each_form_is_known_by_its_own_headings(template: Template) -> None:
    table = found(headings_of(template))

    assert table.template == template.code
    assert [key for key, _places in sorted(table.places.items(), key=lambda each: each[1])] == [
        column.key for column in template.columns
    ]


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_each_form_is_known_in_any_order_and_case_and_with_a_few_headings_missing(template: Template) -> None:
    kept = [each.heading for each in template.columns if each.key not in {"surveyor", "phone", "occupation", "kitchen"}]

    table = found([heading.upper().replace("_", "  ") for heading in reversed(kept)])

    assert table.template == template.code
    assert len(table.places) == len(kept)


def test_every_key_of_a_form_is_in_the_vocabulary() -> None:
    assert {column.key for template in TEMPLATES.values() for column in (*template.columns, *template.also)} <= set(
        KEYS
    )


def test_the_newer_list_is_known_spelt_out_too() -> None:
    table = found([heading.replace("_", " ").title() + " *" for heading in headings_of(ERTLH46)])

    assert table.template == "ertlh46"
    assert missing(table) == set()


def test_one_word_means_a_material_in_one_form_and_a_condition_in_another() -> None:
    old, new = found(headings_of(ERTLH)), found(headings_of(ERTLH46))

    assert "column" in old.places and "column_condition" not in old.places
    assert "foundation_condition" in new.places and "foundation" not in new.places


def test_a_slip_of_the_pen_is_read_past_but_not_another_word() -> None:
    written = headings_of(ERTLH)
    written[written.index("STATUS KEPEMILIKAN TANAH")] = "STATUS KEPEMILKAN TANAH"
    written[written.index("SUMBER AIR MINUM")] = "SUMBER AIR CUCI"

    table = found(written)

    assert "land_tenure" in table.places
    assert "water" not in table.places


def test_a_header_in_two_rows_is_read_together() -> None:
    plain = [each for each in headings_of(ERTLH) if not each.startswith(("KONDISI", "MATERIAL", "NAMA PENDATA"))]
    upper = [*plain, "KONDISI", "", "", "MATERIAL", "", "", "", "PENDATA"]
    lower = [*[""] * len(plain), "LANTAI", "DINDING", "ATAP", "LANTAI", "DINDING", "ATAP", "FONDASI", "NAMA"]

    table = found(["DAFTAR RTLH"], upper, lower)

    assert table.heading_row == 3
    assert missing(table) == set()
    assert table.headings[table.places["wall_condition"][0]] == "KONDISI DINDING"
    assert table.headings[table.places["surveyor"][0]] == "NAMA PENDATA"


def test_a_wide_heading_reaches_as_far_as_it_is_merged() -> None:
    plain = [each for each in headings_of(BSPS2026) if each not in {"Tempat Lahir", "Tanggal Lahir", "Status Tanah"}]
    upper = [*plain, "LAHIR", "", "Status Tanah"]
    lower = [*[""] * len(plain), "Tempat", "Tanggal", ""]

    table = found(upper, lower, merges=((1, len(plain), len(plain) + 1),))

    assert table.template == "bsps2026"
    assert {"birth_place", "birth_date", "land_tenure"} <= set(table.places)


def test_the_row_below_the_headings_is_no_second_row_of_them() -> None:
    assert found(headings_of(JAMBI18), ["Siti", "", "40", "Sintang", "", "NIK"]).heading_row == 1


def test_what_nobody_knows_is_passed_over_and_told() -> None:
    table = found([*headings_of(JAMBI18), "Catatan camat", ""])

    assert table.unknown == (len(JAMBI18.columns),)


def test_too_few_headings_or_no_village_make_no_form() -> None:
    assert headings.find([Row(1, headings_of(BSPS2026)[:8])]) is None
    assert headings.find([Row(1, [each for each in headings_of(BSPS2026) if each != "Kecamatan"])]) is None


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("LUAS RUMAH (M²) - Angka desimal", "LUAS RUMAH"),
        ("kode_wilayah", "KODE WILAYAH"),
        ("Desa / Kelurahan\n*", "DESA KELURAHAN"),
        ("(13 Karakter)", "13 KARAKTER"),
    ],
)
def test_a_heading_is_compared_without_what_is_only_dress(written: str, folded: str) -> None:
    assert fold(written) == folded
