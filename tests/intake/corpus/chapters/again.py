"""The same family again: in one list, in another kind of list, in an older list, after somebody's hand."""

from datetime import date

from tests.intake.corpus.cases import ByHand, Case, case
from tests.intake.corpus.homes import AKCAYA, BSPS, ERTLH, ERTLH46, JAMBI, bsps, home, jambi, kk, newer, nik
from tests.intake.corpus.said import Said, accepted, flagged, repaired, returned, unchanged, updated

_MARCH, _MAY, _JULY = date(2024, 3, 12), date(2024, 5, 12), date(2024, 7, 12)

_IN_MAY = case("what went in before: a list of May", (home(1), accepted()), (home(2), accepted()))


def _masked(number: str) -> str:
    return f"{number[:4]}••••••••{number[-4:]}"


CASES: tuple[Case, ...] = (
    case(
        "the same row twice in a file",
        (home(1), accepted()),
        (home(2), accepted()),
        (home(1), unchanged(first=2)),
        (home(2, number=4), unchanged(first=3)),
        (home(1, name="SITI TEMBAWANG"), updated(head__name="SITI TEMBAWANG")),
    ),
    case(
        "the same family twice in a file, and the second row knows more",
        (home(1), accepted()),
        (home(1, surveyed=_JULY, floor_area=48), updated(house__floor_area_m2=48)),
    ),
    case(
        "the same file again changes nothing; what was bad is still bad",
        (home(1), unchanged()),
        (home(2, name=None), returned("name")),
        (home(3, nik=nik(3)[:15]), Said("unchanged", flagged=True, column="nik")),
        before=(
            case(
                "the first time",
                (home(1), accepted()),
                (home(2, name=None), returned("name")),
                (home(3, nik=nik(3)[:15]), flagged("nik")),
            ),
        ),
    ),
    case(
        "a corrected list updates, whatever its name and the order of its columns and rows",
        (home(2, surveyed=_JULY, roof="GENTENG"), updated(house__roof_material="GENTENG")),
        (home(1), unchanged()),
        (home(3), accepted()),
        before=(_IN_MAY,),
        form=ERTLH.having(*reversed([key for key, _heading in ERTLH.columns if not key.startswith("area_")])),
        file_name="perbaikan final (2).xlsx",
    ),
    case(
        "a later list that says less takes nothing away",
        (
            home(1, surveyed=_JULY, floor_area=None, roof=None, land_tenure=None),
            Said("updated", values={"house.floor_area_m2": 36, "house.roof_material": "SENG"}),
        ),
        before=(_IN_MAY,),
    ),
    case(
        "a family that lives in another village now is the same family",
        (home(1, surveyed=_JULY, village=AKCAYA), updated(house__village_code=AKCAYA, family__village_code=AKCAYA)),
        before=(_IN_MAY,),
    ),
    case(
        "one name in two spellings under one NIK is one person",
        (home(1, name="Moh. Saleh", sex="PEREMPUAN"), accepted()),
        (home(1, name="Muhammad Saleh", surveyed=_JULY), updated(head__name="Muhammad Saleh")),
    ),
    case(
        "a row that repeats another, and a third with the same NIK and an unlike name",
        (home(1), flagged("nik")),
        (home(1), Said("unchanged", flagged=True, column="nik", first=2)),
        (home(8, nik=nik(1), sex="PEREMPUAN"), flagged("nik", head__name="Hamdan Panggau")),
    ),
    case(
        "a NIK that an earlier list gave to somebody else",
        (home(8, nik=nik(1), sex="PEREMPUAN"), flagged("nik", head__name="Hamdan Panggau")),
        (home(2), unchanged()),
        before=(_IN_MAY,),
    ),
    case(
        "aid that a list told before is told once",
        (newer(1, aid_before="YA <5 TAHUN LALU"), unchanged(aid__received_band="YA <5 TAHUN LALU")),
        (newer(2, aid_before="YA >5 TAHUN LALU"), updated(aid__received_band="YA >5 TAHUN LALU")),
        before=(
            case(
                "before",
                (newer(1, aid_before="YA <5 TAHUN LALU"), accepted(aid__received_band="YA <5 TAHUN LALU")),
                (newer(2, aid_before=None), accepted()),
                form=ERTLH46,
            ),
        ),
        form=ERTLH46,
    ),
    case(
        "an older list after a newer one: the newer fact stays",
        (
            home(1, surveyed=_MARCH, floor_area=20, occupants=9),
            # The visit of March is news, what it saw is not.
            Said("updated", flagged=None, values={"house.floor_area_m2": 36, "house.occupants": 4}),
        ),
        (home(2), unchanged()),
        before=(case("a list of July", (home(1, surveyed=_JULY), accepted()), (home(2), accepted())),),
    ),
    case(
        "a cell that somebody changed by hand since is left alone, and flagged",
        (
            home(1, surveyed=_JULY, floor_area=50, roof="GENTENG"),
            Said("updated", flagged=True, values={"house.floor_area_m2": 45, "house.roof_material": "GENTENG"}),
        ),
        (home(2), unchanged()),
        before=(_IN_MAY, ByHand(row=2, field="house.floor_area_m2", text="45")),
    ),
    case(
        "a doubtful NIK is put right by a later list, by name, village and address",
        (home(1, surveyed=_JULY), updated(head__nik_doubt=None)),
        before=(case("with 15 digits", (home(1, nik=nik(1)[:15]), flagged("nik"))),),
    ),
    case(
        "a sound NIK is not replaced by a doubtful one",
        (
            home(1, surveyed=_JULY, nik=nik(1)[:15], floor_area=40),
            Said("updated", flagged=True, values={"head.nik_doubt": None, "house.floor_area_m2": 40}),
        ),
        before=(_IN_MAY,),
    ),
    case(
        "by KK with the name, where the NIK is doubtful and the address is written anew",
        (
            newer(1, nik=nik(1)[:15], address="Jalan Masuka 4", surveyed=_JULY),
            Said("updated", flagged=True, values={"house.address": "Jalan Masuka 4", "head.nik_doubt": None}),
        ),
        (newer(2, name="Orang Lain Sekali", nik=None, address="Jalan Lain 9"), flagged("nik")),
        before=(case("before", (newer(1), accepted()), (newer(2), accepted()), form=ERTLH46),),
        form=ERTLH46,
    ),
    case(
        "by name, village and address as normalised, where there is no NIK",
        (
            home(1, nik=None, name="SITI TEMBAWANG", address="DSN SUKA MAJU NO 1, RT 3 RW 1", surveyed=_JULY),
            Said("updated", None, None),
        ),
        (home(1, nik=None, address="Jalan Lain 9", village="61.05.01.1016", number=3), flagged("nik")),
        before=(case("before", (home(1, nik=None), flagged("nik"))),),
    ),
    case(
        "the same families in the BSPS list after the e-RTLH list",
        (bsps(1), Said("updated", repaired=True, flagged=None, values={"house.floor_area_m2": 36})),
        (bsps(3), repaired()),
        before=(_IN_MAY,),
        form=BSPS,
    ),
    case(
        "the same families in the Jambi sheet after the e-RTLH list",
        (jambi(1), Said("unchanged", False, None, values={"house.floor_area_m2": 36})),
        (jambi(2, certificate="7/SKT/2010"), Said("updated", False, None)),
        before=(_IN_MAY,),
        form=JAMBI.having(
            *("name", "nik", "district_name", "village_name", "address", "sex", "floor_area", "land_tenure"),
            *("certificate", "floor_condition", "wall_condition", "roof_condition", "water", "bathroom", "position"),
        ),
    ),
    case(
        "a number that was masked on the way out changes nothing on the way in",
        (
            home(1, nik=_masked(nik(1))),
            Said("unchanged", None, None, values={"head.nik_doubt": None}),
        ),
        before=(_IN_MAY,),
    ),
    case(
        "NIK and KK masked on the way out: the family is known by its mask, name, village and address",
        (newer(1, nik=_masked(nik(1)), kk=_masked(kk(1))), Said("unchanged", None, None)),
        before=(case("before", (newer(1), accepted()), form=ERTLH46),),
        form=ERTLH46,
    ),
    case(
        "in the same list by KK with the name: the second row is not a second family",
        (newer(1), accepted()),
        (newer(1, nik=None), Said("unchanged", flagged=True, column="nik", first=2)),
        form=ERTLH46,
    ),
)
