"""Who lives in the corpus, and what does a clean row of each of the four lists say? Nobody here is a real person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Home = dict[str, object]

LADANG, LADANG_NAME = "61.05.01.1001", "Ladang"
AKCAYA, AKCAYA_NAME = "61.05.01.1016", "Akcaya"
DEDAI, DEDAI_NAME = "61.05.07.2002", "Nanga Dedai"
IN_LANDAK = "61.08.01.2001"
SINTANG, SINTANG_DEDAI = "Sintang", "Dedai"  # two kecamatan of the kabupaten of Sintang

# No two of these names are alike, and no two NIKs or KK numbers. Each head was born on another day.
PEOPLE = (
    ("Siti Tembawang", "PEREMPUAN", date(1970, 5, 8)),
    ("Yohanes Bide", "LAKI-LAKI", date(1981, 11, 23)),
    ("Rabiah Mawang", "PEREMPUAN", date(1966, 1, 30)),
    ("Lukas Rinding", "LAKI-LAKI", date(1975, 7, 14)),
    ("Dayang Sabang", "PEREMPUAN", date(1988, 3, 19)),
    ("Petrus Jalung", "LAKI-LAKI", date(1959, 12, 2)),
    ("Kornelia Ujung", "PEREMPUAN", date(1992, 8, 27)),
    ("Hamdan Panggau", "LAKI-LAKI", date(1963, 4, 11)),
    ("Agustinus Kayan", "LAKI-LAKI", date(1979, 9, 5)),
    ("Nuraini Wangkang", "PEREMPUAN", date(1984, 6, 16)),
    ("Bujang Lanting", "LAKI-LAKI", date(1955, 10, 21)),
    ("Tresia Nyadan", "PEREMPUAN", date(1973, 2, 13)),
    ("Mulyadi Sekayam", "LAKI-LAKI", date(1990, 7, 3)),
    ("Fransiska Embau", "PEREMPUAN", date(1968, 11, 9)),
    ("Udin Kelansam", "LAKI-LAKI", date(1977, 4, 26)),
)


@dataclass(frozen=True)
class Form:
    """A kind of list: our keys, each with the heading that its makers wrote."""

    name: str
    columns: tuple[tuple[str, str], ...]

    @property
    def headings(self) -> list[str]:
        return [heading for _key, heading in self.columns]

    def cells(self, home: Home) -> list[object]:
        return [home.get(key) for key, _heading in self.columns]

    def place(self, key: str) -> int:
        """The column counted from 0."""
        return [each for each, _heading in self.columns].index(key)

    def having(self, *keys: str) -> "Form":
        """The same list with fewer columns, or with these in another order."""
        of = dict(self.columns)
        return Form(self.name, tuple((key, of[key]) for key in keys))

    def headed(self, **headings: str) -> "Form":
        """The same list with some headings written otherwise."""
        return Form(self.name, tuple((key, headings.get(key, heading)) for key, heading in self.columns))

    def adding(self, *columns: tuple[str, str]) -> "Form":
        return Form(self.name, (*self.columns, *columns))


def nik(number: int) -> str:
    """A sound NIK of the head of this home, issued in Sintang."""
    _name, sex, born = PEOPLE[number - 1]
    day = born.day + 40 if sex == "PEREMPUAN" else born.day
    return f"610501{day:02d}{born:%m%y}{number:03d}1"


def kk(number: int) -> str:
    return f"610501{number:02d}0212{number + 40:03d}3"


def home(number: int, /, **said: object) -> Home:
    """What a clean row of the e-RTLH import sheet says of this home, with some cells saying something else."""
    name, sex, born = PEOPLE[number - 1]
    return _COMMON | {
        "number": number, "name": name, "sex": sex, "nik": nik(number), "kk": kk(number),
        "address": f"Dusun Suka Maju No. {number} RT 003/RW 001", "birth_date": born, "age": 2025 - born.year,
        "longitude": 111.5 + number / 1000, "latitude": 0.05 + number / 1000,
    } | said  # fmt: skip


def newer(number: int, /, **said: object) -> Home:
    """Of the newer e-RTLH list: income is an amount, and the day is text as its app exports it."""
    return home(number, income=900_000) | said


def bsps(number: int, /, **said: object) -> Home:
    """Of the BSPS 2026 list as its app exports it: an apostrophe before each number, no code of the village."""
    sex = "P" if PEOPLE[number - 1][1] == "PEREMPUAN" else "L"
    marked: Home = {"nik": f"'{nik(number)}", "kk": f"'{kk(number)}", "sex": sex, "income": "Rp. 900.000"}
    words: Home = {"birth_date": f"{PEOPLE[number - 1][2]:%Y-%m-%d}", "land_tenure": "Milik Sendiri"}
    return home(number) | marked | words | {"land_area": "9m x 9m", "class": "Backlog 2 Desil 1-4"} | said


def jambi(number: int, /, **said: object) -> Home:
    """Of the Jambi sheet: the NIK is a number, both coordinates are in one cell, regions have numbers of their own."""
    clean = home(number)
    position = f"{clean['latitude']}, {clean['longitude']}"
    return clean | {"nik": int(nik(number)), "position": position, "own_code": 1001, "kitchen": "ADA"} | said


_COMMON: Home = {
    "village": LADANG, "district_name": SINTANG, "village_name": LADANG_NAME, "occupation": "PETANI", "income": "0-1,2",
    "house_ownership": "MILIK SENDIRI", "other_house": "TIDAK ADA", "land_tenure": "MILIK SENDIRI",
    "foundation": "TIDAK ADA", "column": "KAYU", "roof_frame": "KAYU", "ceiling": "TIDAK ADA", "beam": "KAYU",
    "sill_beam": "TIDAK ADA", "windows": "ADA", "ventilation": "ADA", "floor_condition": "KURANG LAYAK",
    "floor": "KAYU", "wall_condition": "TIDAK LAYAK", "wall": "KAYU", "roof_condition": "AGAK LAYAK", "roof": "SENG",
    "floor_area": 36, "occupants": 4, "water": "SUMUR", "water_to_septic": ">10 m", "bathroom": "SENDIRI",
    "latrine": "LEHER ANGSA", "sewage": "LUBANG TANAH", "surveyed": date(2024, 5, 12), "surveyor": "Sabinus",
    "education": "SD", "family_count": 1, "room_function": "PERUMAHAN", "land_area": 120, "other_land": "TIDAK ADA",
    "foundation_condition": "TIDAK LAYAK", "column_condition": "KURANG LAYAK",
    "roof_frame_condition": "KURANG LAYAK", "beam_condition": "KURANG LAYAK",
    "lighting": "PLN DENGAN METERAN", "aid_before": "BELUM PERNAH", "birth_place": "SINTANG",
}  # fmt: skip

# The 42 columns A to AP as the template file has them: JENIS KAWASAN spans four of them.
ERTLH = Form("ertlh", (
    ("village", "KODE WILAYAH DES/KEL (13 Karakter) - Teks"), ("number", "NOMOR URUT - Angka"),
    ("name", "NAMA LENGKAP KEPALA RUMAH TANGGA - Teks"), ("nik", "NO NIK Angka 16 Digit - Teks"),
    ("address", "ALAMAT RUMAH (jalan, no, RT, RW, dusun) - Teks"), ("phone", "NO HP - Teks"),
    ("sex", "JENIS KELAMIN - Pilihan"), ("occupation", "PEKERJAAN - Pilihan"),
    ("income", "PENGHASILAN PERBULAN - Pilihan"), ("house_ownership", "STATUS KEPEMILIKAN RUMAH - Pilihan"),
    ("other_house", "ASET RUMAH DI TEMPAT LAIN - Pilihan"), ("land_tenure", "STATUS KEPEMILIKAN TANAH - Pilihan"),
    ("area_1", "JENIS KAWASAN - Pilihan"), ("area_2", ""), ("area_3", ""), ("area_4", ""),
    ("foundation", "MATERIAL FONDASI - Pilihan"), ("column", "KOLOM - Pilihan"),
    ("roof_frame", "RANGKA ATAP - Pilihan"), ("ceiling", "PLAFON - Pilihan"), ("beam", "BALOK - Pilihan"),
    ("sill_beam", "SLOOF - Pilihan"), ("windows", "JENDELA - Pilihan"), ("ventilation", "VENTILASI - Pilihan"),
    ("floor_condition", "KONDISI LANTAI - Pilihan"), ("floor", "MATERIAL LANTAI - Pilihan"),
    ("wall_condition", "KONDISI DINDING - Pilihan"), ("wall", "MATERIAL DINDING - Pilihan"),
    ("roof_condition", "KONDISI ATAP - Pilihan"), ("roof", "MATERIAL ATAP - Pilihan"),
    ("floor_area", "LUAS RUMAH (M²) - Angka desimal"), ("occupants", "JUMLAH PENGHUNI - Angka"),
    ("water", "SUMBER AIR MINUM - Pilihan"), ("water_to_septic", "JARAK SAM-TPA TINJA - Pilihan"),
    ("bathroom", "KM DAN JAMBAN - Pilihan"), ("latrine", "JENIS KLOSET - Pilihan"),
    ("sewage", "JENIS TPA TINJA - Pilihan"), ("photo", "NAMA FILE FOTO - Teks"),
    ("longitude", "LONGITUDE - Angka desimal"), ("latitude", "LATITUDE - Angka desimal"),
    ("surveyed", "TANGGAL PENDATAAN - Tanggal"), ("surveyor", "NAMA PENDATA - Teks"),
))  # fmt: skip

ERTLH46 = Form("ertlh46", (
    ("village", "kelurahan_id"), ("name", "nama_kepala_rumah_tangga"), ("kk", "nomor_kartu_keluarga"), ("nik", "nik"),
    ("surveyed", "tanggal_pendataan"), ("address", "alamat"), ("age", "umur"), ("sex", "jenis_kelamin"),
    ("education", "pendidikan_terakhir"), ("occupation", "pekerjaan"), ("income", "penghasilan_per_bulan (Rp)"),
    ("family_count", "jumlah_keluarga_kk"), ("occupants", "jumlah_penghuni"),
    ("house_ownership", "kepemilikan_rumah"), ("land_tenure", "kepemilikan_tanah"), ("area_1", "jenis_kawasan"),
    ("room_function", "fungsi_ruang"), ("floor_area", "luas_rumah"), ("land_area", "luas_lahan"),
    ("other_house", "aset_rumah_di_lokasi_lain"), ("other_land", "aset_tanah_di_lokasi_lain"),
    ("latitude", "latitude"), ("longitude", "longitude"), ("foundation_condition", "pondasi"),
    ("column_condition", "kondisi_kolom"), ("roof_frame_condition", "kondisi_rangka_atap"),
    ("ceiling_condition", "kondisi_plafon"), ("beam_condition", "kondisi_balok"),
    ("sill_beam_condition", "kondisi_sloof"), ("window_condition", "kondisi_jendela"),
    ("ventilation_condition", "kondisi_ventilasi"), ("roof", "material_atap_terluas"),
    ("roof_condition", "kondisi_atap"), ("wall", "material_dinding_terluas"), ("wall_condition", "kondisi_dinding"),
    ("floor", "material_lantai_terluas"), ("floor_condition", "kondisi_lantai"), ("lighting", "sumber_penerangan"),
    ("aid_before", "bantuan_pemerintah"), ("water", "sumber_air_minum"),
    ("water_to_septic", "jarak_sumber_air_ke_tpa_tinja"), ("bathroom", "kamar_mandi_jamban"),
    ("latrine", "jenis_jamban"), ("sewage", "jenis_tpa_tinja"), ("photo", "foto"),
    ("surveyor", "nama_pendata"),
))  # fmt: skip

BSPS = Form("bsps2026", (
    ("number", "No"), ("district_name", "Kecamatan"), ("village_name", "Desa/Kelurahan"), ("name", "Nama"),
    ("nik", "NIK"), ("kk", "No KK"), ("address", "Alamat"), ("sex", "Jenis Kelamin"), ("birth_place", "Tempat Lahir"),
    ("birth_date", "Tanggal Lahir"), ("land_tenure", "Status Tanah"), ("land_area", "Luas Tanah"),
    ("income", "Penghasilan"), ("no_occupation", "Pekerjaan"), ("class", "Pengelompokan Desil"),
))  # fmt: skip

JAMBI = Form("jambi18", (
    ("name", "nama_kepala_keluarga"), ("nik", "nik"), ("age", "umur"), ("district_name", "kecamatan"),
    ("village_name", "desakelurahan"), ("address", "alamat_lengkap"), ("sex", "jenis_kelamin"),
    ("floor_area", "luas_rumah_m"), ("land_tenure", "kepemilikan_tanah"), ("certificate", "no_sertifikat"),
    ("floor_condition", "kondisi_lantai"), ("wall_condition", "kondisi_dinding"), ("roof_condition", "kondisi_atap"),
    ("water", "sumber_air"), ("bathroom", "sanitasiwc"), ("kitchen", "dapur"), ("position", "koordinat"),
    ("own_code", "kode_wilayah"),
))  # fmt: skip


def heading_row(form: Form) -> Sequence[object]:
    return [heading or None for heading in form.headings]
