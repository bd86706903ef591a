"""A row's village is known by a code that can mean one place only, or by its name within its district."""

from datetime import date

import pytest

from betang.intake.commands.looking_up import look_up, region_of
from betang.intake.commands.opening import open_list
from betang.intake.domain.villages import Resolved

pytestmark = pytest.mark.usefixtures("sintang_node", "db")
HEADINGS = "kode wilayah,desa,kecamatan,kabupaten,nama kepala keluarga,nik"
MEANS = {
    "kode wilayah": "village", "desa": "village_name", "kecamatan": "district_name", "kabupaten": "regency_name",
    "nama kepala keluarga": "name", "nik": "nik",
}  # fmt: skip
KAPUAS_KANAN_HILIR = "61.05.01.1004"


def resolved(*places: str, region: str = "61.05") -> list[Resolved]:
    lines = [HEADINGS, *(f"{place},Siti,6105014508900001" for place in places)]
    known = look_up(open_list("\n".join(lines).encode(), columns=MEANS), region=region, today=date(2025, 6, 12))
    return list(known.villages.values())


@pytest.mark.parametrize(
    ("place", "code", "found"),
    [
        ("61.05.01.1004,,,", KAPUAS_KANAN_HILIR, None),
        ("61.05.01.1004,Kapuas Kanan Hilir,Sintang,", KAPUAS_KANAN_HILIR, None),
        ("61.05.01.1004,Akcaya,Sintang,", KAPUAS_KANAN_HILIR, "village_name_differs"),
        ("6105011004,,,", KAPUAS_KANAN_HILIR, "village_dots"),
        ("6105011004,Kapuas Kanan Hilir,,", KAPUAS_KANAN_HILIR, "village_dots"),
        ("6105011004,Antah Berantah,,", None, "village_bare_code"),
        ("6108012001,,,", None, "village_bare_code"),
        ("61.08.01.2001,,,", None, "village_elsewhere"),
        ("61.05.99.2001,,,", None, "village_unknown"),
        (",Kel. Kapuas Kanan Hilir,Kec. Sintang,", KAPUAS_KANAN_HILIR, "village_by_name"),
        (",Kapuas Kanan Hlir,SINTANG,", KAPUAS_KANAN_HILIR, "village_by_name"),
        (",Ng. Lebang,Kelam Permai,", "61.05.19.2001", "village_by_name"),
        (",Sei. Pukat,Kelam Permai,", "61.05.19.2008", "village_by_name"),
        (",Kapuas Kanan Hilir,,", None, "village_missing"),
        (",Antah Berantah,Sintang,", None, "village_name_unknown"),
        ("#N/A,Kapuas Kanan Hilir,Sintang,", None, "cell_error"),
        (",,,", None, "village_missing"),
    ],
)
def test_an_officer_of_a_regency(place: str, code: str | None, found: str | None) -> None:
    assert resolved(place) == [Resolved(code, found)]


@pytest.mark.parametrize(
    ("place", "code", "found"),
    [
        # In a province ten digits may be of two regencies, so the region proves nothing; the name does.
        ("6105011004,,,", None, "village_bare_code"),
        ("6105011004,Kapuas Kanan Hilir,,", KAPUAS_KANAN_HILIR, "village_dots"),
        (",Kapuas Kanan Hilir,Sintang,Kab. Sintang", KAPUAS_KANAN_HILIR, "village_by_name"),
        (",Kapuas Kanan Hilir,Sintang,", None, "village_name_unknown"),
        ("61.08.01.2001,,,", "61.08.01.2001", None),
    ],
)
def test_an_officer_of_a_province(place: str, code: str | None, found: str | None) -> None:
    assert resolved(place, region="61") == [Resolved(code, found)]


def test_a_list_lies_in_the_smallest_region_that_holds_its_villages() -> None:
    lines = [HEADINGS, "61.05.01.1004,,,,Siti,", "61.05.01.1002,,,,Yohan,", "61.08.01.2001,,,,Lena,"]
    opened = open_list("\n".join(lines).encode(), columns=MEANS)

    known = look_up(opened, region="61.05", today=date(2025, 6, 12))

    assert region_of(known, region="61.05") == "61.05.01"
    assert set(known.bounds) == {"61.05"}
