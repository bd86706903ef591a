"""Do the words everyone uses mean the same everywhere?"""

import time
from datetime import date
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from betang.kernel import civil_numbers, money, names
from betang.kernel.errors import Refusal
from betang.kernel.ids import derived_id, uuid7


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_an_id_is_a_version_7_uuid_that_begins_with_its_moment(unix_ms: int, chance: bytes) -> None:
    made = uuid7(unix_ms=unix_ms, random_bytes=chance)

    assert (made.version, made.variant, made.int >> 80) == (7, RFC_4122, unix_ms)


def test_the_example_of_the_rfc() -> None:
    """RFC 9562, appendix A.6."""
    chance = (0xCC3 << 68 | 0x18C4DC0C0C07398F).to_bytes(10, "big")

    assert uuid7(unix_ms=0x017F22E279B0, random_bytes=chance) == UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")


def test_a_derived_id_does_not_mind_case_and_outer_blanks() -> None:
    assert derived_id("agency", " Disperakim ", "61.05") == derived_id("agency", "DISPERAKIM", "61.05")
    assert derived_id("a", "bc") != derived_id("ab", "c")


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("6105014104900003", None),
        ("'6105 0141 0490 0003", None),
        ("61O5O141O49OOOO3", None),
        ("", "empty"),
        ("610501410490003", "fifteen_digits"),
        ("61050141049000031", "seventeen_digits"),
        ("6.1E+15", "excel_exponent"),
        ("6105014104900000", "lost_digits"),
        ("6105013105900003", None),
        ("6105013204900003", "no_such_date"),
        ("6105014113900003", "no_such_date"),
        ("tidak ada", "not_digits"),
        ("843812345678", "wrong_length"),
    ],
)
def test_a_nik_says_why_it_cannot_be_relied_on(written: str, doubt: str | None) -> None:
    assert civil_numbers.nik_doubt(civil_numbers.clean(written)) == doubt


def test_a_womans_day_of_birth_carries_forty() -> None:
    assert civil_numbers.birth_date_in_nik("6105014104900003", today=date(2025, 7, 1)) == date(1990, 4, 1)
    assert civil_numbers.sex_in_nik("6105014104900003") == "PEREMPUAN"


def test_a_mask_shows_four_at_each_end_and_of_an_odd_number_nothing() -> None:
    assert civil_numbers.mask("6105014104900003") == "6105••••••••0003"
    assert civil_numbers.mask("61050141") == "••••••••"


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = civil_numbers.clean(text)

    assert civil_numbers.clean(once) == once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("H. Moh. Soekarno bin Achmad, S.Pd", "MUHAMMAD SUKARNO"),
        ("Hj. Siti Nur'aini", "siti nuraini"),
        ("Tjandra Djaja", "Candra Jaya"),
    ],
)
def test_spelling_eras_titles_and_patronymics_do_not_make_another_name(one: str, other: str) -> None:
    assert names.normalise(one) == names.normalise(other)


@pytest.mark.parametrize(
    ("written", "rupiah"),
    [
        ("Rp. 1.500.000", 1_500_000),
        ("1,5 jt", 1_500_000),
        ("900 ribu", 900_000),
        ("9.ooo.ooo", 9_000_000),
        ("Rp 1.000.000,-", 1_000_000),
        ("2.500.000,00", 2_500_000),
        ("9 m2", None),
        ("<999999", None),
        ("", None),
    ],
)
def test_rupiah_are_read_only_when_certain(written: str, rupiah: int | None) -> None:
    assert money.read_rupiah(written) == rupiah


@given(st.integers(0, 10**13))
def test_rupiah_written_out_are_read_back(amount: int) -> None:
    assert money.read_rupiah(money.rupiah(amount)) == amount


def test_money_is_said_the_short_way() -> None:
    assert [money.short_rupiah(n) for n in (20_000_000, 99_800_000_000, 8_890_000_000_000)] == [
        "Rp 20 juta",
        "Rp 99,8 M",
        "Rp 8,89 T",
    ]


def test_an_error_is_a_sentence_with_a_code() -> None:
    error = Refusal("Port %(port)s sedang dipakai.", code="port_taken", port=8000)

    assert (str(error), error.code) == ("Port 8000 sedang dipakai.", "port_taken")


def test_ids_made_later_sort_later() -> None:
    now = time.time_ns() // 1_000_000

    assert uuid7(unix_ms=now, random_bytes=b"\xff" * 10) < uuid7(unix_ms=now + 1, random_bytes=b"\0" * 10)
