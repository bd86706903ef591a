"""Which columns have the lists that offices send each other: the e-RTLH sheet, and the BSPS list of 2026?"""

from betang.intake.domain.cells import Cell
from betang.intake.domain.outgoing import OutColumn, OutList, OutRow, plain, worked_out, written
from betang.register.domain import addresses
from betang.register.domain.fields import Kind

_HOUSE, _FAMILY, _HEAD, _VISIT = Kind.HOUSE, Kind.FAMILY, Kind.PERSON, Kind.ASSESSMENT
_AREA_COLUMNS = 4


def _number(row: OutRow) -> Cell:
    return float(row.number)


def _income(row: OutRow) -> Cell:
    """The band where it is known, for the sheet asks for one; else the amount."""
    family = row.said[_FAMILY]
    return written(family.get("income_band")) or _rupiah(row)


def _rupiah(row: OutRow) -> Cell:
    amount = row.said[_FAMILY].get("income_rupiah")
    return f"{amount:d}" if isinstance(amount, int) else None


def _amount(row: OutRow) -> Cell:
    """The amount where it is known; else the band."""
    return _rupiah(row) or written(row.said[_FAMILY].get("income_band"))


def _areas(place: int) -> OutColumn:
    """The four columns under JENIS KAWASAN; a fifth kind and more stand in the last, with commas between."""
    heading = "JENIS KAWASAN - Pilihan" if place == 0 else " " * place
    column = plain(heading, _HOUSE, "area_kinds", width=20)

    def say(row: OutRow) -> Cell:
        kinds = row.said[_HOUSE].get("area_kinds") or ()
        spelt = [str(written(kind)) for kind in kinds] if isinstance(kinds, list | tuple) else []
        mine = spelt[place:] if place == _AREA_COLUMNS - 1 else spelt[place : place + 1]
        return ", ".join(mine) or None

    return OutColumn(heading, say, column.width, column.fields, column.choices)


def _backlog(row: OutRow) -> Cell:
    """Backlog 2 is an unfit home of one's own, of the first four deciles only where that is known."""
    family = row.said[_FAMILY]
    need, decile = family.get("housing_need"), family.get("welfare_decile")
    if need != "RUMAH SENDIRI":
        return written(need)
    return "Backlog 2 Desil 1-4" if isinstance(decile, int) and decile <= _POOREST else "Backlog 2"


_POOREST = 4


def _address(row: OutRow) -> Cell:
    """As it was written; else of its parts, so that the reader of the list finds the house."""
    house = row.said[_HOUSE]
    return written(house.get("address")) or addresses.of_parts(house) or None


def _sex_letter(row: OutRow) -> Cell:
    return {"LAKI-LAKI": "L", "PEREMPUAN": "P"}.get(str(row.said[_HEAD].get("sex")))


_OF_ADDRESS = tuple((_HOUSE, name) for name in ("address", "hamlet", "rt", "rw"))
_NIK, _KK = (_HEAD, "nik"), (_FAMILY, "kk_number")
_INCOME = ((_FAMILY, "income_band"), (_FAMILY, "income_rupiah"))

ERTLH = OutList(
    "ertlh",
    "Lembar impor e-RTLH, 42 kolom",
    (
        worked_out("KODE WILAYAH DES/KEL (13 Karakter) - Teks", lambda row: row.village_code or None),
        worked_out("NOMOR URUT - Angka", _number, width=9, is_text=False),
        plain("NAMA LENGKAP KEPALA RUMAH TANGGA - Teks", _HEAD, "name", width=28),
        worked_out("NO NIK Angka 16 Digit - Teks", lambda row: row.nik or None, _NIK, width=20),
        worked_out("ALAMAT RUMAH (jalan, no, RT, RW, dusun) - Teks", _address, *_OF_ADDRESS, width=36),
        plain("NO HP - Teks", _HEAD, "phone"),
        plain("JENIS KELAMIN - Pilihan", _HEAD, "sex"),
        plain("PEKERJAAN - Pilihan", _HEAD, "occupation"),
        worked_out("PENGHASILAN PERBULAN - Pilihan", _income, *_INCOME),
        plain("STATUS KEPEMILIKAN RUMAH - Pilihan", _HOUSE, "house_ownership"),
        plain("ASET RUMAH DI TEMPAT LAIN - Pilihan", _FAMILY, "other_house_asset"),
        plain("STATUS KEPEMILIKAN TANAH - Pilihan", _HOUSE, "land_tenure", width=22),
        *(_areas(place) for place in range(_AREA_COLUMNS)),
        plain("MATERIAL FONDASI - Pilihan", _HOUSE, "foundation_material"),
        plain("KOLOM - Pilihan", _HOUSE, "column_material"),
        plain("RANGKA ATAP - Pilihan", _HOUSE, "roof_frame_material"),
        plain("PLAFON - Pilihan", _HOUSE, "ceiling_material"),
        plain("BALOK - Pilihan", _HOUSE, "beam_material"),
        plain("SLOOF - Pilihan", _HOUSE, "sill_beam"),
        plain("JENDELA - Pilihan", _HOUSE, "windows"),
        plain("VENTILASI - Pilihan", _HOUSE, "ventilation"),
        plain("KONDISI LANTAI - Pilihan", _VISIT, "floor_condition"),
        plain("MATERIAL LANTAI - Pilihan", _HOUSE, "floor_material"),
        plain("KONDISI DINDING - Pilihan", _VISIT, "wall_condition"),
        plain("MATERIAL DINDING - Pilihan", _HOUSE, "wall_material"),
        plain("KONDISI ATAP - Pilihan", _VISIT, "roof_condition"),
        plain("MATERIAL ATAP - Pilihan", _HOUSE, "roof_material"),
        plain("LUAS RUMAH (M²) - Angka desimal", _HOUSE, "floor_area_m2", width=11),
        plain("JUMLAH PENGHUNI - Angka", _HOUSE, "occupants", width=11),
        plain("SUMBER AIR MINUM - Pilihan", _HOUSE, "water_source"),
        plain("JARAK SAM-TPA TINJA - Pilihan", _HOUSE, "water_to_septic"),
        plain("KM DAN JAMBAN - Pilihan", _HOUSE, "bathroom", width=22),
        plain("JENIS KLOSET - Pilihan", _HOUSE, "latrine", width=18),
        plain("JENIS TPA TINJA - Pilihan", _HOUSE, "sewage", width=28),
        plain("NAMA FILE FOTO - Teks", _VISIT, "photo_files", width=20),
        plain("LONGITUDE - Angka desimal", _HOUSE, "longitude", width=13),
        plain("LATITUDE - Angka desimal", _HOUSE, "latitude", width=13),
        plain("TANGGAL PENDATAAN - Tanggal", _VISIT, "assessed_date", width=13),
        plain("NAMA PENDATA - Teks", _VISIT, "assessor", width=20),
    ),
)

BSPS2026 = OutList(
    "bsps2026",
    "Daftar verifikasi BSPS 2026",
    (
        worked_out("No", _number, width=7, is_text=False),
        worked_out("Kecamatan", lambda row: row.district or None, width=20),
        worked_out("Desa/Kelurahan", lambda row: row.village or None, width=20),
        plain("Nama", _HEAD, "name", width=28),
        worked_out("NIK", lambda row: row.nik or None, _NIK, width=20),
        worked_out("No KK", lambda row: row.kk or None, _KK, width=20),
        worked_out("Alamat", _address, *_OF_ADDRESS, width=36),
        worked_out("Jenis Kelamin", _sex_letter, (_HEAD, "sex"), width=13),
        plain("Tempat Lahir", _HEAD, "birth_place"),
        plain("Tanggal Lahir", _HEAD, "birth_date", width=13),
        plain("Status Tanah", _HOUSE, "land_tenure", width=22),
        plain("Luas Tanah", _HOUSE, "land_area_m2", width=11),
        worked_out("Penghasilan", _amount, *_INCOME),
        plain("Pekerjaan", _HEAD, "occupation"),
        worked_out("Pengelompokan Desil", _backlog, (_FAMILY, "housing_need"), (_FAMILY, "welfare_decile"), width=24),
    ),
    beyond_a_regency=(worked_out("Kabupaten/Kota", lambda row: row.regency or None, width=20),),
)

LISTS: dict[str, OutList] = {each.code: each for each in (ERTLH, BSPS2026)}
