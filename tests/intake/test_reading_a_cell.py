"""What is certain is read, what is not is said, and nothing is guessed."""

from datetime import date
from decimal import Decimal

import pytest

from betang.intake.domain import addresses, civil, numbers, positions
from betang.intake.domain.civil import CivilNumber
from betang.intake.domain.columns import read_area
from betang.intake.domain.dates import survey_date
from betang.intake.domain.reading import Reading, choice, condition, phone, several
from betang.register.domain import codes
from betang.register.domain.code_lists import CodeList

TODAY = date(2025, 6, 12)


@pytest.mark.parametrize(
    ("cell", "value", "findings"),
    [
        (36.0, "36", ()),
        (36.5, "36.5", ()),
        ("36", "36", ()),
        ("36,5", "36.5", ("decimal_comma",)),
        ("36 m2", "36", ("unit_dropped",)),
        ("36m²", "36", ("unit_dropped",)),
        ("9m x 9m", "81", ("length_times_width",)),
        ("4 x 6", "24", ("length_times_width",)),
        ("3O", "30", ("letter_o",)),
        ("'42", "42", ("quotes",)),
        (3600.0, "3600", ("area_absurd",)),
        ("9 tahun", None, ("area_unreadable",)),
        ("36 cm2", None, ("area_unreadable",)),
        ("1.200", None, ("area_unreadable",)),
        ("9" * 40, None, ("number_too_large",)),
        (f"{'9' * 20}x{'9' * 20}", None, ("number_too_large",)),
        (-4.0, None, ("area_unreadable",)),
        ("-", None, ()),
        (None, None, ()),
    ],
)
def test_a_floor_area_is_read_in_the_ways_people_write_it(
    cell: str | float | None, value: str | None, findings: tuple[str, ...]
) -> None:
    assert numbers.floor_area(cell) == Reading(None if value is None else Decimal(value), findings)


@pytest.mark.parametrize(
    ("cell", "rupiah", "band", "findings"),
    [
        ("0-1,2", None, "0-1,2", ()),
        ("1,3 - 1,8", None, "1,3-1,8", ("spelling",)),
        ("2,2-2,6 JUTA", None, "2,2-2,6", ("spelling",)),
        ("Rp. 1.500.000", 1_500_000, "1,3-1,8", ("rupiah_read",)),
        ("1,5 jt", 1_500_000, "1,3-1,8", ("rupiah_read",)),
        ("900 rb perbulan", 900_000, "0-1,2", ("rupiah_read",)),
        ("1.ooo.ooo", 1_000_000, "0-1,2", ("rupiah_read",)),
        (1_250_000.0, 1_250_000, "1,3-1,8", ("rupiah_read",)),
        (900_000_000.0, 900_000_000, ">4,2", ("rupiah_read", "income_absurd")),
        ("<600000", None, None, ("income_unreadable",)),
        (1.5, None, None, ("income_unreadable",)),
        ("", None, None, ()),
    ],
)
def test_an_income_is_a_band_or_an_amount(
    cell: str | float, rupiah: int | None, band: str | None, findings: tuple[str, ...]
) -> None:
    assert numbers.income(cell) == (rupiah, band, findings)


@pytest.mark.parametrize(
    ("cell", "day", "findings"),
    [
        (date(2024, 5, 12), date(2024, 5, 12), ()),
        ("12/05/2024", date(2024, 5, 12), ("date_written",)),
        ("12-5-24", date(2024, 5, 12), ("date_written",)),
        ("2024-05-12", date(2024, 5, 12), ("date_written",)),
        ("2024-05-12 00:00:00", date(2024, 5, 12), ("date_written",)),
        ("12 Mei 2024", date(2024, 5, 12), ("date_written",)),
        ("Minggu, 12 Agust 2018", date(2018, 8, 12), ("date_written",)),
        ("12-Des-23", date(2023, 12, 12), ("date_written",)),
        ("05/23/2024", date(2024, 5, 23), ("date_written", "date_month_first")),
        (45_424.0, date(2024, 5, 12), ("date_serial",)),
        ("31/02/2024", None, ("date_unreadable",)),
        ("Mei", None, ("date_unreadable",)),
        (2023.0, None, ("date_unreadable",)),
        (date(1900, 1, 1), None, ("date_unreadable",)),
        (date(2042, 5, 12), None, ("date_in_future",)),
        (None, None, ("date_missing",)),
    ],
)
def test_a_survey_date_is_read_in_three_orders_and_in_words(
    cell: str | float | date | None, day: date | None, findings: tuple[str, ...]
) -> None:
    assert survey_date(cell, today=TODAY) == Reading(day, findings)


@pytest.mark.parametrize(
    ("cell", "nik", "doubt", "repairs"),
    [
        ("6105014508900001", "6105014508900001", None, ()),
        ("'6105014508900001'", "6105014508900001", None, ("quotes",)),
        ("610501 450890 0001", "6105014508900001", None, ("number_marks",)),
        ("61050145O89OOOO1", "6105014508900001", None, ("letter_o",)),
        (6105014508900001.0, "6105014508900001", None, ()),
        (6105014508900010.0, "6105014508900010", "lost_digits", ()),
        (6105014508900000.0, "6105014508900000", "lost_digits", ()),
        ("6,10501E+15", "6,10501E+15", "excel_exponent", ()),
        ("610501450890001", "610501450890001", "fifteen_digits", ()),
        ("61050145089000011", "61050145089000011", "seventeen_digits", ()),
        ("6105013508900001", "6105013508900001", "no_such_date", ()),
        ("-", "", "empty", ()),
        (None, "", "empty", ()),
    ],
)
def test_a_doubtful_nik_is_kept_as_written(
    cell: str | float | None, nik: str, doubt: str | None, repairs: tuple[str, ...]
) -> None:
    assert civil.nik(cell) == CivilNumber(nik, doubt, repairs)


@pytest.mark.parametrize(
    ("east", "north", "expected", "findings"),
    [
        (111.5, 0.05, ("111.5", "0.05"), ()),
        ("111,5", "0,05", ("111.5", "0.05"), ()),
        (0.05, 111.5, ("111.5", "0.05"), ("coordinates_swapped",)),
        (0.0, 0.0, ("0", "0"), ("coordinates_outside",)),
        (111.5, None, ("111.5", None), ("coordinate_alone",)),
        (None, None, (None, None), ()),
    ],
)
def test_swapped_coordinates_are_certain_in_indonesia(
    east: str | float | None,
    north: str | float | None,
    expected: tuple[str | None, str | None],
    findings: tuple[str, ...],
) -> None:
    position = positions.position(positions.degrees(east), positions.degrees(north))

    read = tuple(None if value is None else Decimal(value) for value in expected)
    assert (position.longitude, position.latitude) == read
    assert position.findings == findings


@pytest.mark.parametrize(
    ("cell", "code", "findings"),
    [
        ("UBIN/TEHEL", "UBIN/TEHEL", ()),
        ("Ubin / Tehel", "UBIN/TEHEL", ("spelling",)),
        (" kayu ", "KAYU", ("spelling",)),
        ("LIHAT FOTO", None, ("choice_unreadable",)),
        ("", None, ()),
    ],
)
def test_a_choice_is_one_of_the_list_or_goes_back(cell: str, code: str | None, findings: tuple[str, ...]) -> None:
    assert choice(codes.FLOOR)(cell) == Reading(code, findings)


@pytest.mark.parametrize(
    ("codes_of", "cell", "code"),
    [
        (codes.ROOF, "GENTENGG", "GENTENG"),
        (codes.OCCUPATION, "BURUH HARAN", "BURUH HARIAN"),
        (codes.OCCUPATION, "Tani", "PETANI"),
        (codes.OCCUPATION, "Petani/Pekebun", "PETANI"),
        (codes.OCCUPATION, "buruh", "BURUH HARIAN"),
        (codes.OCCUPATION, "Mengurus Rumah Tangga", "LANSIA/IRT"),
        (codes.OCCUPATION, "swasta", None),
        (codes.CONDITION, "TIDAK LAYK", "TIDAK LAYAK"),
        (codes.RECEIVED_BAND, "YA <5 TAHUN LALO", "YA <5 TAHUN LALU"),
        (codes.RECEIVED_BAND, "YA 5 TAHUN LALU", None),
        (codes.ROOF, "SENGG", None),
        (codes.HOUSE_OWNERSHIP, "MILIK SAUDARA", None),
    ],
)
def test_a_slip_of_the_pen_in_a_choice_is_read_where_only_one_can_be_meant(
    codes_of: CodeList, cell: str, code: str | None
) -> None:
    assert choice(codes_of)(cell).value == code


@pytest.mark.parametrize("cell", ["Rusak berat", "R. Berat", "R.Berat", "RB", "rs", "Rusak_Sedang"])
def test_damage_in_the_words_of_another_form_is_left_out_however_it_is_shortened(cell: str) -> None:
    assert condition(codes.CONDITION)(cell) == Reading(None, ("condition_of_another_scale",))


def test_what_the_sheets_own_list_writes_is_no_misspelling() -> None:
    assert several(read_area, ["TERTINGGAL / TERDEPAN / TERLUAR", None]).findings == ()


def test_several_kinds_of_area_in_one_cell_are_parted() -> None:
    assert several(read_area, ["KUMUH, STUNTING", None]) == Reading(["KUMUH", "STUNTING"], ("several_in_one",))


def test_excel_dropped_the_zero_before_a_phone_number() -> None:
    assert phone(80012345678.0) == Reading("080012345678", ("phone_zero",))


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("Dusun Suka Maju No. 7 RT 003/RW 001", {"hamlet": "Suka Maju", "rt": "003", "rw": "001"}),
        ("Jl. Merdeka RT/RW 3/1", {"rt": "003", "rw": "001"}),
        ("DSN RIAM BATU, rt.2", {"hamlet": "RIAM BATU", "rt": "002"}),
        ("Jalan Arteri 12", {}),
    ],
)
def test_an_address_in_one_cell_names_its_rt_and_rw(address: str, parts: dict[str, str]) -> None:
    assert addresses.parts(address) == parts
