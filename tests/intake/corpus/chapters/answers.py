"""Names, choices and other words: spellings of one answer are one, what is no answer goes back."""

from tests.intake.corpus import writing
from tests.intake.corpus.cases import Case, Writer, case
from tests.intake.corpus.homes import ERTLH46, JAMBI, home, jambi, newer
from tests.intake.corpus.said import accepted, flagged, repaired, returned

_LIKE_REMARKS = ("Sumber", "An Nisa", "Tim Suhardi", "Camat Suryadi", "Jumlah", "Ketua Lajau", "Catatan Sari")
_LONG = "x" * 32_000


def _errors(title: str, write: Writer, file_name: str) -> Case:
    return case(
        title,
        (home(1, name="#N/A"), returned("name")),
        (home(2, village="#REF!"), returned("village")),
        (home(3, photo="#N/A"), flagged("photo", assessment__photo_files=None)),
        (home(4, occupants="#VALUE!"), flagged("occupants", house__occupants=None)),
        (home(5, nik="#N/A"), flagged("nik", head__nik=None)),
        (home(6, floor_area="#DIV/0!"), flagged("floor_area", house__floor_area_m2=None)),
        (home(7), accepted()),
        write=write,
        file_name=file_name,
    )


CASES: tuple[Case, ...] = (
    case(
        "no name of a head, in five ways",
        (home(1, name=None), returned("name")),
        (home(2, name="-"), returned("name")),
        (home(3, name="   "), returned("name")),
        (home(4, name="123"), returned("name")),
        (home(5, name="'"), returned("name")),
        (home(6), accepted(head__name="Petrus Jalung")),
    ),
    case(
        "names with blanks around and between, quotes, one word, a title",
        (home(1, name="  Siti   Tembawang "), repaired(head__name="Siti Tembawang")),
        (home(2, name="'Yohanes Bide'"), repaired(head__name="Yohanes Bide")),
        (home(3, name="RABIAH"), accepted(head__name="RABIAH")),
        (home(4, name="H. Lukas Rinding, S.Pd."), accepted(head__name="H. Lukas Rinding, S.Pd.")),
        (home(5, name="Dayang\u00a0Sabang"), accepted(head__name="Dayang Sabang").not_decided("repaired")),
    ),
    case(
        "people whose names look like remarks are people",
        *((home(number, name=name), accepted(head__name=name)) for number, name in enumerate(_LIKE_REMARKS, start=1)),
    ),
    case(
        "people whose names look like remarks, where the name stands first and the NIK is a number",
        *(
            (jambi(number, name=name), accepted(head__name=name).not_decided("flagged"))
            for number, name in enumerate(_LIKE_REMARKS, start=1)
        ),
        form=JAMBI,
    ),
    case(
        "choices in another case, with other signs, in other words",
        (home(1, land_tenure="Milik keluarga / waris"), repaired(house__land_tenure="MILIK KELUARGA-WARIS")),
        (home(2, floor="ubin/ tegel"), repaired(house__floor_material="UBIN/TEHEL")),
        (home(3, sex="L"), repaired(head__sex="LAKI-LAKI").not_decided("flagged")),
        (home(4, sex="laki - laki"), repaired(head__sex="LAKI-LAKI")),
        (home(5, occupation='">OJEK/SOPIR'), repaired(head__occupation="OJEK/SOPIR")),
        (home(6, floor_condition=" Tidak Layak "), repaired(assessment__floor_condition="TIDAK LAYAK")),
        (home(7, roof="Daun-daunan"), repaired(house__roof_material="DAUN")),
        (home(8, area_1="Kumuh Kabupaten", area_2="stunting"), repaired(house__area_kinds=["KUMUH", "STUNTING"])),
        (home(9, area_1="KUMUH, STUNTING"), repaired(house__area_kinds=["KUMUH", "STUNTING"])),
        (home(10, area_1="KUMUH", area_4="TRANSMIGRASI"), accepted(house__area_kinds=["KUMUH", "TRANSMIGRASI"])),
        (home(11, water_to_septic="< 10 M"), accepted(house__water_to_septic="<10 M").not_decided("repaired")),
    ),
    case(
        "a choice that is in no list goes back; an empty one says nothing",
        (home(1, wall="LIHAT FOTO"), returned("wall")),
        (home(2, roof="?"), returned("roof")),
        (home(3, floor_condition="lihat catatan"), returned("floor_condition")),
        (home(4, wall=None), accepted(house__wall_material=None)),
        (home(5, wall="-"), accepted(house__wall_material=None)),
        (home(6, house_ownership="LAKI-LAKI; PEREMPUAN"), returned("house_ownership")),
    ),
    case(
        "a condition judged on another scale is no answer of this list, and no fault of the family's",
        (home(1, floor_condition="RUSAK BERAT"), flagged("floor_condition", assessment__floor_condition=None)),
        (home(2, roof_condition="Baik"), flagged("roof_condition", assessment__roof_condition=None)),
        (home(3), accepted()),
    ),
    _errors("Excel's #N/A in a needed cell goes back, in another it needs a look", writing.xlsx, "daftar.xlsx"),
    _errors("#N/A in an old workbook", writing.xls, "daftar.xls"),
    _errors("#N/A in an OpenDocument sheet", writing.ods, "daftar.ods"),
    case(
        "a cell of 32,000 characters",
        (home(1, address=_LONG), returned("address")),
        (home(2, name=_LONG), returned("name")),
        (home(3), accepted()),
    ),
    case(
        "the words of the newer list",
        (newer(1, education="Tidak Sekolah"), accepted(head__education="TIDAK SEKOLAH").not_decided("repaired")),
        (newer(2, water="PDAM(perpipaan)"), accepted(house__water_source="PERPIPAAN").not_decided("repaired")),
        (
            newer(3, lighting="PLN Dengan Meteran"),
            accepted(house__lighting="PLN DENGAN METERAN").not_decided("repaired"),
        ),
        (
            newer(4, aid_before="Ya <5 tahun lalu"),
            accepted(aid__received_band="YA <5 TAHUN LALU").not_decided("repaired"),
        ),
        (newer(5, roof="Kayu/Sirap"), accepted(house__roof_material="KAYU").not_decided("repaired")),
        (newer(6, wall="GRC(Asbes)"), accepted(house__wall_material="GRC").not_decided("repaired")),
        (newer(7, room_function="Gudang"), returned("room_function")),
        form=ERTLH46,
    ),
    case(
        "the words of the Jambi sheet",
        (jambi(1, bathroom="bersama"), repaired(house__bathroom="BERSAMA/MCK KOMUNAL")),
        (jambi(2, water="sumur"), repaired(house__water_source="SUMUR")),
        (jambi(3, floor_condition="lihat foto"), returned("floor_condition")),
        (jambi(4, certificate="00123/SKT/2009"), accepted(house__tenure_document="00123/SKT/2009")),
        form=JAMBI,
    ),
)
