"""Which village? By its code where the code is certain, by its name only within its kecamatan."""

from tests.intake.corpus.cases import Case, case
from tests.intake.corpus.homes import (
    AKCAYA,
    BSPS,
    DEDAI,
    ERTLH,
    IN_LANDAK,
    JAMBI,
    LADANG,
    SINTANG,
    bsps,
    home,
    jambi,
)
from tests.intake.corpus.said import Said, accepted, repaired, returned

_VILLAGE = "village|village_name|district_name"
_NAMED = ERTLH.adding(("district_name", "KECAMATAN"), ("village_name", "DESA/KELURAHAN"))
# BPS counts the kabupaten otherwise: its 6107 is Sintang, which Kemendagri's 61.07, Bengkayang, is not.
_SINTANG_BY_BPS = "6107090001"


def _in(village: str) -> Said:
    return repaired(house__village_code=village)


CASES: tuple[Case, ...] = (
    case(
        "no village, one that is in no list, one of another kabupaten",
        (home(1, village=None), returned(_VILLAGE)),
        (home(2, village="61.05.01.2999"), returned(_VILLAGE)),
        (home(3, village=IN_LANDAK), returned(_VILLAGE)),
        (home(4, village="Ladang"), returned(_VILLAGE)),
        (home(5, village="61.05.01"), returned(_VILLAGE)),
        (home(6, village="6105"), returned(_VILLAGE)),
        (home(7), accepted(house__village_code=LADANG)),
    ),
    case(
        "a code with blanks, commas, a dot too many or the letter O",
        (home(1, village=f" {LADANG} "), accepted(house__village_code=LADANG).not_decided("repaired")),
        (home(2, village="61,05,01,1001"), accepted(house__village_code=LADANG).not_decided("repaired")),
        (home(3, village="61.05.01.1001."), accepted(house__village_code=LADANG).not_decided("repaired")),
        (home(4, village="61.O5.O1.1OO1"), accepted(house__village_code=LADANG).not_decided("repaired")),
        (home(5, village="61. 05. 01. 1001"), accepted(house__village_code=LADANG).not_decided("repaired")),
    ),
    case(
        "a bare code of ten digits that is Kemendagri's, within the officer's region",
        (home(1, village="6105011001"), _in(LADANG)),
        (home(2, village=6105011016), _in(AKCAYA)),
        (home(3, village="'6105072002"), _in(DEDAI)),
    ),
    case(
        "a bare code of ten digits that is BPS's, and means another kabupaten to Kemendagri",
        (home(1, village=_SINTANG_BY_BPS, district_name=None, village_name=None), returned(_VILLAGE)),
        (home(2, village="6108012001", district_name=None, village_name=None), returned(_VILLAGE)),
        (home(3, village=_SINTANG_BY_BPS), _in(LADANG)),
        form=_NAMED,
    ),
    case(
        "no code, but the names of kecamatan and desa",
        (home(1, village=None), _in(LADANG).not_decided("repaired")),
        (home(2, village=None, village_name="AKCAYA", district_name="sintang"), _in(AKCAYA).not_decided("repaired")),
        (home(3, village=None, district_name=None), returned(_VILLAGE)),
        (home(4, village=None, village_name=None), returned(_VILLAGE)),
        (home(5, village=None, district_name="Ngabang", village_name="Raja"), returned(_VILLAGE)),
        (home(6, village=None, district_name="Dedai"), returned(_VILLAGE)),
        form=_NAMED,
    ),
    case(
        "names of villages spelt almost right, within their kecamatan",
        (home(1, village=None, village_name="Kelurahan Akcaya"), _in(AKCAYA)),
        (home(2, village=None, village_name="KapuasKanan Hulu"), _in("61.05.01.1002")),
        (home(3, village=None, village_name="Tanjung Poeri"), _in("61.05.01.1003")),
        (home(4, village=None, village_name="Kapuas  Kiri   Hilir"), _in("61.05.01.1005")),
        (home(5, village=None, village_name="Rawa Mambbok"), _in("61.05.01.1018")),
        (home(6, village=None, village_name="Sengkuwang", district_name="Kec. Sintang"), _in("61.05.01.1019")),
        (home(7, village=None, village_name="Kapuas Kanan"), returned(_VILLAGE)),
        (home(8, village=None, village_name="Antah Berantah"), returned(_VILLAGE)),
        form=_NAMED,
    ),
    case(
        "an officer of the whole province: ten digits may mean two villages there, and names need their kabupaten",
        (home(1), accepted(house__village_code=LADANG)),
        (home(2, village=IN_LANDAK, longitude=109.95, latitude=0.35), accepted(house__village_code=IN_LANDAK)),
        (home(3, village="6105011001", district_name=None, village_name=None), returned(_VILLAGE)),
        (home(4, village="6105011001"), _in(LADANG)),
        (home(5, village=None), returned(_VILLAGE)),
        (home(6, village="62.01.01.1001"), returned(_VILLAGE)),
        form=_NAMED,
        region="61",
    ),
    case(
        "kecamatan in any case in the BSPS list",
        (bsps(1, district_name="SINTANG"), _in(LADANG)),
        (bsps(2, district_name="sintang", village_name="ladang"), _in(LADANG)),
        (bsps(3, district_name="DEDAI", village_name="NANGA DEDAI"), _in(DEDAI)),
        (bsps(4, village_name="Antah Berantah"), returned(_VILLAGE)),
        (bsps(5, village_name=None), returned(_VILLAGE)),
        (bsps(6, district_name="Sengah Temila", village_name="Senakin"), returned(_VILLAGE)),
        form=BSPS,
    ),
    case(
        "the Jambi sheet's own region numbers mean nothing here; its names do",
        (jambi(1, own_code=1001), accepted(house__village_code=LADANG)),
        (jambi(2, own_code="01.02.03"), accepted(house__village_code=LADANG)),
        (jambi(3, village_name="Antah Berantah"), returned(_VILLAGE)),
        (jambi(4, district_name=SINTANG.upper()), accepted(house__village_code=LADANG).not_decided("repaired")),
        form=JAMBI,
    ),
)
