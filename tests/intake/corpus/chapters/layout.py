"""Lists whose rows are sound, on sheets that are not: titles, merges, totals, signatures, hidden rows."""

from collections.abc import Iterable

from tests.intake.corpus import writing
from tests.intake.corpus.cases import Case, Writer, book, case
from tests.intake.corpus.homes import (
    AKCAYA,
    AKCAYA_NAME,
    BSPS,
    DEDAI,
    DEDAI_NAME,
    ERTLH,
    LADANG,
    SINTANG_DEDAI,
    Form,
    bsps,
    heading_row,
    home,
)
from tests.intake.corpus.said import accepted, repaired
from tests.intake.corpus.sheets import Line, no_list, noise, sheet

_TITLES: tuple[Line, ...] = (
    ("DAFTAR RUMAH TIDAK LAYAK HUNI", None, None),
    ("KABUPATEN SINTANG TAHUN 2024", None, None),
    (None,),
    ("Sumber: Disperakim",),
)
_ROW_OF_HEADINGS = 2


def _groups(form: Form, **groups: tuple[str, str]) -> list[Line]:
    """A first row of words over some columns, by the first and last of their keys."""
    line: list[object] = [None] * len(form.columns)
    for words, (first, _last) in groups.items():
        line[form.place(first)] = words.replace("_", " ")
    return [line]


def _two_rows(form: Form, **below: tuple[str, str]) -> tuple[list[Line], list[tuple[int, int, int, int]]]:
    """A heading over several columns with words of their own beneath; all other headings are merged over both rows."""
    upper, lower = list(heading_row(form)), [None] * len(form.columns)
    merges = []
    for key, (over, under) in below.items():
        place = form.place(key)
        upper[place] = over
        lower[place] = under  # type: ignore[call-overload]  # a list of None that gets its words
    for place, word in enumerate(lower):
        if word is None and upper[place] is not None:
            merges.append((1, place, 2, place))
    spans = _spans(upper, lower)
    for place, last in spans:
        for covered in range(place + 1, last + 1):
            upper[covered] = None
        merges.append((1, place, 1, last))
    return [upper, lower], merges


def _spans(upper: list[object], lower: Iterable[object]) -> list[tuple[int, int]]:
    """First and last place of equal words that stand side by side over words of their own."""
    found: list[tuple[int, int]] = []
    for place, word in enumerate(lower):
        if word is None:
            continue
        if found and found[-1][1] == place - 1 and upper[place] == upper[found[-1][0]]:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return [(first, last) for first, last in found if last > first]


def _merged_header() -> Case:
    headings, merges = _two_rows(
        ERTLH, longitude=("KOORDINAT RUMAH", "LONGITUDE"), latitude=("KOORDINAT RUMAH", "LATITUDE")
    )
    return book(
        "a merged two-row header: LONGITUDE and LATITUDE under KOORDINAT RUMAH",
        sheet(
            (home(1), accepted(house__longitude=111.501, house__latitude=0.051)),
            (home(2), accepted(house__longitude=111.502)),
            headings=headings,
            merges=lambda first: merges,
        ),
    )


def _joined_header() -> Case:
    order = (
        "village",
        "name",
        "nik",
        "address",
        "floor_condition",
        "wall_condition",
        "roof_condition",
        "floor",
        "wall",
    )
    rest = [key for key, _heading in ERTLH.columns if key not in order and not key.startswith("area_")]
    form = ERTLH.having(*order, *rest)
    headings, merges = _two_rows(
        form,
        floor_condition=("KONDISI", "LANTAI"),
        wall_condition=("KONDISI", "DINDING"),
        roof_condition=("KONDISI", "ATAP"),
    )
    return book(
        "a merged two-row header whose halves only make sense together: KONDISI over LANTAI, DINDING, ATAP",
        sheet(
            (
                home(1),
                accepted(
                    assessment__floor_condition="KURANG LAYAK",
                    assessment__wall_condition="TIDAK LAYAK",
                    assessment__roof_condition="AGAK LAYAK",
                ),
            ),
            (home(2), accepted(assessment__floor_condition="KURANG LAYAK")),
            form=form,
            headings=headings,
            merges=lambda first: merges,
        ),
    )


def _merged_village(title: str, write: Writer, file_name: str) -> Case:
    return book(
        title,
        sheet(
            (home(1), accepted(house__village_code=LADANG)),
            (home(2, village=None), accepted(house__village_code=LADANG)),
            (home(3, village=None), accepted(house__village_code=LADANG)),
            (home(4, village=AKCAYA), accepted(house__village_code=AKCAYA)),
            (home(5, village=None), accepted(house__village_code=AKCAYA)),
            merges=lambda first: [(first, 0, first + 2, 0), (first + 3, 0, first + 4, 0)],
        ),
        write=write,
        says=True,
        file_name=file_name,
    )


def _merged_names() -> Case:
    return book(
        "kecamatan and desa merged over rows, and no code at all",
        sheet(
            (bsps(1), repaired(house__village_code=LADANG)),
            (bsps(2, district_name=None, village_name=None), repaired(house__village_code=LADANG)),
            (bsps(3, district_name=None, village_name=AKCAYA_NAME), repaired(house__village_code=AKCAYA)),
            (bsps(4, district_name=SINTANG_DEDAI, village_name=DEDAI_NAME), repaired(house__village_code=DEDAI)),
            (bsps(5, district_name=None, village_name=None), repaired(house__village_code=DEDAI)),
            form=BSPS,
            merges=lambda first: [
                (first, 1, first + 2, 1),
                (first, 2, first + 1, 2),
                (first + 3, 1, first + 4, 1),
                (first + 3, 2, first + 4, 2),
            ],
        ),
        says=True,
    )


def _totals() -> Case:
    total: Line = ("JUMLAH DESA LADANG", 2, None, None, None, None, None, None, None)
    return case(
        "total rows between villages and at the end",
        (home(1), accepted()),
        (home(2), accepted()),
        noise(*total),
        (home(3, village=AKCAYA), accepted(house__village_code=AKCAYA)),
        noise("SUB TOTAL", 1),
        noise(None, None, "TOTAL", None, None, None, None, None, None, None, None, None, None, None, None, None, None,
              None, None, None, None, None, None, None, None, None, None, None, None, None, 108, 12),
        says=True,
    )  # fmt: skip


def _signature() -> Case:
    nothing: tuple[object, ...] = (None,) * 30
    return case(
        "a signature block below, and a note in the margin",
        (home(1), accepted()),
        (home(2), accepted()),
        noise(),
        noise("Keterangan: data sementara, menunggu verifikasi lapangan"),
        noise(),
        noise(*nothing, "Sintang, 12 Mei 2024"),
        noise(*nothing, "Kepala Dinas,"),
        noise(),
        noise(*nothing, "Ir. H. Abang Rekaan, M.T."),
        noise(*nothing, "NIP. 19700101 199503 1 001"),
        says=True,
    )


def _column_numbers() -> Case:
    return case(
        "the numbers 1 to 42 beneath the headings",
        noise(*range(1, 43)),
        (home(1), accepted()),
        (home(2), accepted()),
    )


def _hidden() -> Case:
    return book(
        "hidden rows and a hidden sheet are read, and said",
        sheet((home(1), accepted()), (home(2), accepted()), (home(3), accepted()), hidden=(1, 2)),
        sheet((home(4), accepted()), (home(5), accepted()), name="Lama", is_hidden=True),
        says=True,
    )


def _other_order() -> Case:
    keys = [key for key, _heading in ERTLH.columns if not key.startswith("area_")]
    return case(
        "columns in another order, the last first",
        (home(1), accepted(head__name="Siti Tembawang", house__floor_area_m2=36)),
        (home(2), accepted(house__longitude=111.502, house__latitude=0.052)),
        form=ERTLH.having(*reversed(keys)),
    )


def _headings_spelt_otherwise() -> Case:
    form = ERTLH.headed(
        village="Kode Wilayah\nDesa / Kelurahan",
        name="nama lengkap kepala rumah tangga",
        nik=" NIK ",
        address="Alamat",
        floor_area="LUAS RUMAH ( M2 )",
        income="PENGHASILAN PER BULAN",
        foundation="Material Pondasi",
        longitude="Longitude (Bujur)",
        surveyed="Tgl. Pendataan",
    )
    return case(
        "headings spelt otherwise, without their suffix, over two lines",
        (home(1), accepted(house__floor_area_m2=36, house__foundation_material="TIDAK ADA")),
        (home(2), accepted(house__longitude=111.502)),
        form=form,
    )


CASES: tuple[Case, ...] = (
    book(
        "titles above the headings",
        sheet((home(1), accepted()), (home(2), accepted()), (home(3), accepted()), above=_TITLES),
    ),
    book(
        "a row of groups above the headings: IDENTITAS, RUMAH",
        sheet(
            (home(1), accepted()),
            (home(2), accepted()),
            above=_groups(ERTLH, IDENTITAS=("village", "income"), DATA_RUMAH=("house_ownership", "surveyor")),
        ),
    ),
    _merged_header(),
    _joined_header(),
    _merged_village("the village's code merged over rows", writing.xlsx, "daftar.xlsx"),
    _merged_village("the village's code merged over rows, in an old workbook", writing.xls, "daftar.xls"),
    _merged_village("the village's code merged over rows, in an OpenDocument sheet", writing.ods, "daftar.ods"),
    _merged_names(),
    _totals(),
    _signature(),
    _column_numbers(),
    _hidden(),
    _other_order(),
    _headings_spelt_otherwise(),
    case(
        "the suffix of each heading in its place: - Pilihan, - Teks, - Angka desimal",
        (home(1), accepted()),
        (home(2), accepted()),
    ),
    book(
        "the heading JENIS KAWASAN merged over its four columns, as in the template file",
        sheet(
            (home(1, area_1="KUMUH", area_3="STUNTING"), accepted(house__area_kinds=["KUMUH", "STUNTING"])),
            (home(2, area_4="TRANSMIGRASI"), accepted(house__area_kinds=["TRANSMIGRASI"])),
            (home(3), accepted(house__area_kinds=None)),
            merges=lambda first: [(1, ERTLH.place("area_1"), 1, ERTLH.place("area_4"))],
        ),
    ),
    case(
        "headings without any suffix or brackets",
        (home(1), accepted(house__floor_area_m2=36)),
        (home(2), accepted()),
        form=ERTLH.headed(**{key: heading.split(" - ")[0].split(" (")[0] for key, heading in ERTLH.columns if heading}),
    ),
    case(
        "blank rows between the families",
        (home(1), accepted()),
        noise(),
        noise(" ", "", None),
        (home(2), accepted()),
    ),
    case(
        "columns that nobody asked for",
        (home(1, note="rumah panggung"), accepted()),
        (home(2, note="perlu dicek", mark=True), accepted()),
        form=ERTLH.adding(("note", "KETERANGAN"), ("mark", "SUDAH FOTO")),
    ),
    book(
        "a sheet for each kecamatan, and one of notes",
        no_list(("Petunjuk pengisian",), ("1. Isi dengan huruf besar",), name="Petunjuk"),
        sheet((home(1), accepted()), (home(2), accepted()), name="SINTANG"),
        sheet((home(3, village=DEDAI), accepted(house__village_code=DEDAI)), name="DEDAI"),
    ),
    book(
        "two sheets of different kinds of list",
        sheet((home(1), accepted()), (home(2), accepted()), name="eRTLH"),
        sheet(
            (bsps(3), repaired(house__village_code=LADANG)),
            (bsps(4, village_name=AKCAYA_NAME), repaired(house__village_code=AKCAYA)),
            form=BSPS,
            name="BSPS",
        ),
    ),
    case("headings only: a list of no rows"),
)
