"""Which rows are one family by the thin rules?"""

from uuid import UUID

import pytest

from betang.register.domain.matching import Candidate, Rule, Subject, decide, is_same_name, keys, plain_address

YAKOBUS = Subject("Yakobus Sabang", "6105081208710003", None, "61.05.08.2001", "RT 003")


def candidate(number: int, *, nik_tag: bytes | None = None) -> Candidate:
    return Candidate(UUID(int=number), "61.05", "Yakobus Sabang", nik_tag)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jl. Melati No. 03 RT 003", "JALAN MELATI NO 3, RT 3"), ("Dusun Sungai Buluh RT 03", "dsn sungai buluh rt 3")],
)
def test_one_address_in_two_hands_is_one(one: str, other: str) -> None:
    assert plain_address(one) == plain_address(other)


def test_names_are_compared_without_titles_and_eras() -> None:
    assert is_same_name("H. Muhamad Djoefri, S.Pd.", "Moh Jufri")
    assert not is_same_name("Yakobus", "Hasanah")


def test_the_strongest_key_comes_first() -> None:
    assert list(keys(YAKOBUS)) == [Rule.NIK, Rule.NAME_AND_PLACE]


def test_of_several_families_it_is_the_oldest() -> None:
    verdict = decide(YAKOBUS, b"t", "61.05", [(Rule.NIK, [candidate(2), candidate(1)])])

    assert verdict.family == UUID(int=1)


def test_two_sound_niks_in_one_kk_under_one_name_are_told() -> None:
    verdict = decide(YAKOBUS, b"t", "61.05", [(Rule.KK_AND_NAME, [candidate(1, nik_tag=b"u")])])

    assert (verdict.family, verdict.flags) == (None, ("kk_and_name_other_nik",))


def test_a_weaker_rule_does_not_join_two_sound_niks() -> None:
    verdict = decide(YAKOBUS, b"t", "61.05", [(Rule.NAME_AND_PLACE, [candidate(1, nik_tag=b"u")])])

    assert verdict.family is None
