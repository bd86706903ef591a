"""Coordinates and days are read in the many ways people write them; what may mean two things is not."""

from datetime import date
from decimal import Decimal

import pytest

from betang.intake.domain import numbers, positions
from betang.intake.domain.dates import birth_date, survey_date
from betang.organisation import queries as organisation

TODAY = date(2025, 6, 12)


@pytest.mark.parametrize(
    "written",
    [
        "0°12'30\" N", "0° 12' 30\" LU", "0 12 30 LU", "LU 0°12'30\"", "0º12'30''N", "0°12’30”", "0:12:30", "N0°12.5'",
        "0o12'30\" LU", "Lintang Utara 0° 12' 30\"", "0°12'30,0\" U",
    ],
)  # fmt: skip
def test_degrees_minutes_and_seconds_are_one_place(written: str) -> None:
    reading = positions.degrees(written)

    assert (reading.value, reading.findings) == (Decimal("0.2083333"), ("degrees_read",))


@pytest.mark.parametrize("written", ["0,05 LS", "LS 0.05", "S 0.05", "-0.05 S", "0°3' LS", "0°3'0\"S"])
def test_the_south_is_below_nought(written: str) -> None:
    assert positions.degrees(written).value == Decimal("-0.05")


@pytest.mark.parametrize("written", ["-0.05 LU", "0°60'0\"N", "N 0.05 S", "1115000", "111.500.000", "di rumah", "200"])
def test_what_may_mean_two_places_is_not_read(written: str) -> None:
    assert positions.degrees(written).findings == ("coordinate_unreadable",)


@pytest.mark.parametrize(
    "written",
    [
        "-1.6, 103.6", "-1,6;103,6", "-1,6, 103,6", "-1,6,103,6", "-1.6 103.6", "1°36'S 103°36'E", "S 1.6 E 103.6",
        "1° 36' LS, 103° 36' BT", '{"lat": -1.6, "lon": 103.6}', "(-1.6, 103.6)",
    ],
)  # fmt: skip
def test_latitude_and_longitude_in_one_cell_are_parted(written: str) -> None:
    longitude, latitude = positions.both(written)

    assert (longitude.value, latitude.value) == (Decimal("103.6"), Decimal("-1.6"))


def test_a_place_outside_its_regency_is_kept_and_told() -> None:
    sintang = organisation.bounds("61.05.01.1001")
    inside, outside = (positions.degrees(each) for each in ("111.5", "109.3"))

    assert positions.position(inside, positions.degrees("0.05"), sintang).findings == ()
    elsewhere = positions.position(outside, positions.degrees("0.05"), sintang)
    assert (elsewhere.longitude, elsewhere.findings) == (Decimal("109.3"), ("coordinates_elsewhere",))


def test_every_regency_has_its_box_and_no_province_has_one() -> None:
    assert len(organisation.bounds_of(["61.05", "61.08", "61.71", "11.01", "94.03"])) == 5
    assert organisation.bounds("61") is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12 - 05 - 2024", date(2024, 5, 12)),
        ("12052024", date(2024, 5, 12)),
        ("20240512", date(2024, 5, 12)),
        ("45424", date(2024, 5, 12)),
        ("12 Mei '24", date(2024, 5, 12)),
        ("Mei 2024", None),
        ("1/2/3", None),
    ],
)
def test_a_day_is_read_where_it_can_only_be_one(written: str, day: date | None) -> None:
    assert survey_date(written, today=TODAY).value == day


@pytest.mark.parametrize(
    ("written", "day", "findings"),
    [
        ("1971-04-05", date(1971, 4, 5), ("date_written",)),
        ("05/04/71", date(1971, 4, 5), ("date_written",)),
        ("5 April 1971", date(1971, 4, 5), ("date_written",)),
        ("26028", date(1971, 4, 5), ("date_serial",)),
        ("1971", None, ("birth_year_alone",)),
        ("31/02/1971", None, ("date_unreadable",)),
        ("05/04/2031", None, ("birth_in_future",)),
        ("-", None, ()),
    ],
)
def test_a_day_of_birth_lies_in_the_past(written: str, day: date | None, findings: tuple[str, ...]) -> None:
    reading = birth_date(written, today=TODAY)

    assert (reading.value, reading.findings) == (day, findings)


@pytest.mark.parametrize(
    ("written", "value", "findings"),
    [
        ("Backlog 2 Desil 1-4", "RUMAH SENDIRI", ("backlog_read",)),
        ("Backlog 1 Desil 1-4", None, ("backlog_unsure",)),
        ("Usulan Baru Lapangan", None, ()),
        ("menumpang", "MENUMPANG", ("spelling",)),
        ("Golongan A", None, ("choice_unreadable",)),
    ],
)
def test_a_class_of_backlog_tells_a_need_only_where_it_is_certain(
    written: str, value: str | None, findings: tuple[str, ...]
) -> None:
    reading = numbers.housing_need(written)

    assert (reading.value, reading.findings) == (value, findings)


@pytest.mark.parametrize(("written", "value"), [("3", 3), ("Desil 10", 10), ("1-4", None), ("0", None), ("11", None)])
def test_a_decile_is_one_of_ten(written: str, value: int | None) -> None:
    assert numbers.decile(written).value == value
