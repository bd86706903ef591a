"""Are the many spellings of one answer one answer?"""

import pytest

from betang.register.domain import codes
from betang.register.domain.code_lists import CodeList

EVERY_LIST = list(codes.LISTS.values())


@pytest.mark.parametrize("each", EVERY_LIST, ids=lambda each: each.name)
def test_a_code_and_its_label_both_mean_the_code(each: CodeList) -> None:
    assert [each.read(code) for code in each.codes] == list(each.codes)
    assert [each.read(each.label(code)) for code in each.codes] == list(each.codes)


@pytest.mark.parametrize("each", EVERY_LIST, ids=lambda each: each.name)
def test_no_spelling_means_two_codes(each: CodeList) -> None:
    assert len({each.label(code) for code in each.codes}) == len(each.codes)
    assert set(each.spellings.values()) == set(each.codes)


@pytest.mark.parametrize(
    ("each", "written", "code"),
    [
        (codes.FLOOR, " Ubin /  Tegel ", "UBIN/TEHEL"),
        (codes.LAND_TENURE, "MILIK KELUARGA / WARIS", "MILIK KELUARGA-WARIS"),
        (codes.AREA_KINDS, "Kumuh Kabupaten", "KUMUH"),
        (codes.WALL, "GRC(Asbes)", "GRC"),
        (codes.ROOF, "Daun-daunan", "DAUN"),
        (codes.OCCUPATION, '">OJEK/SOPIR"', "OJEK/SOPIR"),
        (codes.WATER_TO_SEPTIC, "> 10 m", ">10 M"),
        (codes.SEX, "L", "LAKI-LAKI"),
        (codes.CONDITION, "tidak layak", "TIDAK LAYAK"),
    ],
)
def test_the_spellings_of_real_sheets_are_read(each: CodeList, written: str, code: str) -> None:
    assert each.read(written) == code


def test_damage_on_another_scale_is_not_taken_for_a_condition() -> None:
    assert codes.CONDITION.read("rusak berat") is None
