"""Is this the e-RTLH import sheet, and which of its columns is where?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from betang.intake.domain.cells import Cell, Row, as_written, letters
from betang.kernel.errors import Malformed

NAME = "e-RTLH 42 kolom"
REASON_HEADING = "ALASAN"


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` as the sheet writes it without its suffix; `others` are headings that mean the same."""

    key: str
    heading: str
    others: tuple[str, ...] = ()


COLUMNS: tuple[Column, ...] = (
    Column(
        "village", "KODE WILAYAH DES/KEL", ("KODE WILAYAH", "KODE DESA", "KODE DESA/KELURAHAN", "KODE KELURAHAN/DESA")
    ),
    Column("number", "NOMOR URUT", ("NO URUT", "NO")),
    Column(
        "name", "NAMA LENGKAP KEPALA RUMAH TANGGA", ("NAMA KEPALA RUMAH TANGGA", "NAMA LENGKAP", "NAMA KRT", "NAMA")
    ),
    Column("nik", "NO NIK Angka 16 Digit", ("NO NIK", "NIK", "NOMOR NIK")),
    Column("address", "ALAMAT RUMAH", ("ALAMAT",)),
    Column("phone", "NO HP", ("NOMOR HP", "NO TELEPON")),
    Column("sex", "JENIS KELAMIN"),
    Column("occupation", "PEKERJAAN"),
    Column("income", "PENGHASILAN PERBULAN", ("PENGHASILAN PER BULAN", "PENGHASILAN")),
    Column("house_ownership", "STATUS KEPEMILIKAN RUMAH"),
    Column("other_house", "ASET RUMAH DI TEMPAT LAIN"),
    Column("land_tenure", "STATUS KEPEMILIKAN TANAH"),
    Column("areas", "JENIS KAWASAN"),
    Column("foundation", "MATERIAL FONDASI", ("FONDASI", "MATERIAL PONDASI", "PONDASI")),
    Column("column", "KOLOM"),
    Column("roof_frame", "RANGKA ATAP"),
    Column("ceiling", "PLAFON"),
    Column("beam", "BALOK"),
    Column("sill_beam", "SLOOF"),
    Column("windows", "JENDELA"),
    Column("ventilation", "VENTILASI"),
    Column("floor_condition", "KONDISI LANTAI"),
    Column("floor", "MATERIAL LANTAI"),
    Column("wall_condition", "KONDISI DINDING"),
    Column("wall", "MATERIAL DINDING"),
    Column("roof_condition", "KONDISI ATAP"),
    Column("roof", "MATERIAL ATAP"),
    Column("floor_area", "LUAS RUMAH", ("LUAS RUMAH M2", "LUAS RUMAH M²")),
    Column("occupants", "JUMLAH PENGHUNI"),
    Column("water", "SUMBER AIR MINUM"),
    Column("water_to_septic", "JARAK SAM-TPA TINJA", ("JARAK SAM KE TPA TINJA",)),
    Column("bathroom", "KM DAN JAMBAN", ("KAMAR MANDI DAN JAMBAN",)),
    Column("latrine", "JENIS KLOSET"),
    Column("sewage", "JENIS TPA TINJA"),
    Column("photo", "NAMA FILE FOTO"),
    Column("longitude", "LONGITUDE", ("BUJUR",)),
    Column("latitude", "LATITUDE", ("LINTANG",)),
    Column("surveyed", "TANGGAL PENDATAAN", ("TGL PENDATAAN",)),
    Column("surveyor", "NAMA PENDATA"),
)
# Not of the template, but senders add them: they tell a village whose code is missing.
NAMES_OF_PLACES: tuple[Column, ...] = (
    Column("district_name", "KECAMATAN", ("NAMA KECAMATAN",)),
    Column(
        "village_name", "DESA/KELURAHAN", ("DESA", "KELURAHAN", "NAMA DESA", "NAMA DESA/KELURAHAN", "KELURAHAN/DESA")
    ),
)

_AREA_COLUMNS = 4
_FEWEST_HEADINGS = 20  # of 39: fewer, and it is another list
_ROWS_SEARCHED = 30
_SUFFIX = re.compile(r"\s*-\s*(pilihan|angka(\s+desimal)?|teks|tanggal)\s*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^)]*\)?")
_NOT_A_LETTER = re.compile(r"[^A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Table:
    """Where the headings stand and which columns they name; `places` are counted from 0."""

    heading_row: int
    headings: tuple[str, ...]
    places: dict[str, tuple[int, ...]]

    def cells(self, row: Row, key: str) -> list[Cell]:
        return [row.cell(place) for place in self.places.get(key, ())]

    def cell(self, row: Row, key: str) -> Cell:
        places = self.places.get(key)
        return row.cell(places[0]) if places else None

    def letter(self, key: str) -> str:
        places = self.places.get(key)
        return letters(places[0]) if places else ""


def fold(heading: str) -> str:
    """A heading as it is compared: no suffix, no brackets, capitals, letters and digits only."""
    bare = _IN_BRACKETS.sub(" ", _SUFFIX.sub("", heading.strip()))
    return _NOT_A_LETTER.sub(" ", bare.upper()).strip()


_BY_HEADING: dict[str, str] = {
    fold(heading): column.key for column in (*COLUMNS, *NAMES_OF_PLACES) for heading in (column.heading, *column.others)
}


def find(rows: Iterable[Row]) -> Table | None:
    """The table of the e-RTLH sheet in the first rows of a sheet; None if its headings are not there."""
    best: Table | None = None
    for row in rows:
        if row.number > _ROWS_SEARCHED:
            break
        table = _as_headings(row)
        if best is None or len(table.places) > len(best.places):
            best = table
    return best if best is not None and is_template(best) else None


def is_template(table: Table) -> bool:
    has_village = "village" in table.places or {"village_name", "district_name"} <= set(table.places)
    return "name" in table.places and has_village and len(table.places) >= _FEWEST_HEADINGS


def refuse_doubled(table: Table) -> None:
    """Two columns of one name: which of them is meant cannot be known."""
    for column in (*COLUMNS, *NAMES_OF_PLACES):
        places = table.places.get(column.key, ())
        if len(places) > (_AREA_COLUMNS if column.key == "areas" else 1):
            raise Malformed(
                "Judul %(heading)s ada di dua kolom, %(first)s dan %(second)s. Hapus salah satunya, lalu unggah lagi.",
                code="doubled_heading",
                heading=column.heading,
                first=letters(places[0]),
                second=letters(places[-1]),
            )


def missing_headings(table: Table) -> tuple[str, ...]:
    return tuple(column.heading for column in COLUMNS if column.key not in table.places)


def is_column_numbers(row: Row) -> bool:
    """The line 1, 2, 3 ... that some sheets carry under their headings."""
    numbers = [cell for cell in row.cells if cell not in (None, "")]
    return len(numbers) > _FEWEST_HEADINGS and [as_written(cell) for cell in numbers] == [
        str(number + 1) for number in range(len(numbers))
    ]


def not_this_template(rows: Sequence[Row]) -> Malformed:
    """The sentence for a list that is another one: what it looks like, what is missing, what now."""
    table = max((_as_headings(row) for row in rows), key=lambda each: len(each.places), default=None)
    if table is None or not table.places:
        return Malformed(
            "Tidak ada baris judul e-RTLH di berkas ini. Judul seperti KODE WILAYAH DES/KEL dan NAMA LENGKAP KEPALA "
            "RUMAH TANGGA harus ada di satu baris. Salin data Anda ke lembar impor e-RTLH, lalu unggah lagi.",
            code="no_headings",
        )
    return Malformed(
        "Berkas ini bukan lembar impor e-RTLH: hanya %(found)d dari %(all)d judulnya ada (baris %(row)d). Yang tidak "
        "ada antara lain %(missing)s. Salin data Anda ke lembar impor e-RTLH, lalu unggah lagi.",
        code="not_this_template",
        found=len(set(table.places) & {column.key for column in COLUMNS}),
        all=len(COLUMNS),
        row=table.heading_row,
        missing=", ".join(missing_headings(table)[:3]),
    )


def _as_headings(row: Row) -> Table:
    headings = tuple(as_written(cell).strip() for cell in row.cells)
    keys = [_BY_HEADING.get(_without_number(fold(heading))) for heading in headings]
    places: dict[str, tuple[int, ...]] = {}
    for place, key in enumerate(keys):
        if key is not None:
            places[key] = (*places.get(key, ()), place)
    if "areas" in places:
        places["areas"] = _spanned(headings, places["areas"])
    return Table(heading_row=row.number, headings=headings, places=places)


def _without_number(folded: str) -> str:
    """JENIS KAWASAN 2 is one of the four columns of JENIS KAWASAN."""
    return re.sub(r"^(JENIS KAWASAN) [1-4]$", r"\1", folded)


def _spanned(headings: Sequence[str], places: tuple[int, ...]) -> tuple[int, ...]:
    """A merged heading stands in its first cell; the columns without one after it are its own, four in all."""
    spanned = list(places)
    while len(spanned) < _AREA_COLUMNS and spanned[-1] + 1 < len(headings) and not headings[spanned[-1] + 1]:
        spanned.append(spanned[-1] + 1)
    return tuple(spanned)
