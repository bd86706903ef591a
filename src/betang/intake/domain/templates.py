"""Which lists of homes do offices send each other, and which columns has each in which order?

A heading can mean two things: KOLOM of the import sheet is a material, `kondisi_kolom` of the newer list a judgement of
five levels. So what a heading means is said by template; what a column means is said once, in domain.columns.
"""

from dataclasses import dataclass

REASON_HEADING = "ALASAN"
MAPPED = "mapped"
NAME_OF_MAPPED = "Dicocokkan sendiri"


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` as the sheet writes it without its suffix; `others` are headings that mean the same in this sheet."""

    key: str
    heading: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """`columns` in the order of the sheet; `also` are headings that its makers add now and then.

    With fewer than `fewest` of its columns there, or without one that it `needs`, it is another list. A list of another
    room has only columns of its own.
    """

    code: str
    name: str
    columns: tuple[Column, ...]
    fewest: int
    also: tuple[Column, ...] = ()
    needs: tuple[str, ...] = ()
    is_of_the_register: bool = True


# Read from the file itself: the Lampung province app of 2023, whose form mirrors the ministry's.
ERTLH = Template(
    "ertlh",
    "e-RTLH 42 kolom",
    (
        Column("village", "KODE WILAYAH DES/KEL"),
        Column("number", "NOMOR URUT"),
        Column("name", "NAMA LENGKAP KEPALA RUMAH TANGGA"),
        Column("nik", "NO NIK Angka 16 Digit"),
        Column("address", "ALAMAT RUMAH"),
        Column("phone", "NO HP"),
        Column("sex", "JENIS KELAMIN"),
        Column("occupation", "PEKERJAAN"),
        Column("income", "PENGHASILAN PERBULAN"),
        Column("house_ownership", "STATUS KEPEMILIKAN RUMAH"),
        Column("other_house", "ASET RUMAH DI TEMPAT LAIN"),
        Column("land_tenure", "STATUS KEPEMILIKAN TANAH"),
        Column("areas", "JENIS KAWASAN"),
        Column("foundation", "MATERIAL FONDASI", ("FONDASI", "PONDASI")),
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
        Column("floor_area", "LUAS RUMAH"),
        Column("occupants", "JUMLAH PENGHUNI"),
        Column("water", "SUMBER AIR MINUM"),
        Column("water_to_septic", "JARAK SAM-TPA TINJA"),
        Column("bathroom", "KM DAN JAMBAN"),
        Column("latrine", "JENIS KLOSET"),
        Column("sewage", "JENIS TPA TINJA"),
        Column("photo", "NAMA FILE FOTO"),
        Column("longitude", "LONGITUDE"),
        Column("latitude", "LATITUDE"),
        Column("surveyed", "TANGGAL PENDATAAN"),
        Column("surveyor", "NAMA PENDATA"),
    ),
    fewest=20,
)

# The newer e-RTLH list (2024 to 2026). Its machine names and the same words spelt out are one to the reader.
ERTLH46 = Template(
    "ertlh46",
    "e-RTLH baru (2024)",
    (
        Column("village", "kelurahan_id"),
        Column("name", "nama_kepala_rumah_tangga"),
        Column("kk", "nomor_kartu_keluarga"),
        Column("nik", "nik"),
        Column("surveyed", "tanggal_pendataan"),
        Column("address", "alamat"),
        Column("age", "umur"),
        Column("sex", "jenis_kelamin"),
        Column("education", "pendidikan_terakhir"),
        Column("occupation", "pekerjaan"),
        Column("income", "penghasilan_per_bulan"),
        Column("family_count", "jumlah_keluarga_kk"),
        Column("occupants", "jumlah_penghuni"),
        Column("house_ownership", "kepemilikan_rumah"),
        Column("land_tenure", "kepemilikan_tanah"),
        Column("areas", "jenis_kawasan"),
        Column("room_function", "fungsi_ruang"),
        Column("floor_area", "luas_rumah"),
        Column("land_area", "luas_lahan"),
        Column("other_house", "aset_rumah_di_lokasi_lain"),
        Column("other_land", "aset_tanah_di_lokasi_lain"),
        Column("latitude", "latitude"),
        Column("longitude", "longitude"),
        Column("foundation_condition", "pondasi", ("kondisi_pondasi", "fondasi")),
        Column("column_condition", "kondisi_kolom", ("kolom",)),
        Column("roof_frame_condition", "kondisi_rangka_atap", ("rangka_atap",)),
        Column("ceiling_condition", "kondisi_plafon", ("plafon",)),
        Column("beam_condition", "kondisi_balok", ("balok",)),
        Column("sill_beam_condition", "kondisi_sloof", ("sloof",)),
        Column("windows_condition", "kondisi_jendela", ("jendela",)),
        Column("ventilation_condition", "kondisi_ventilasi", ("ventilasi",)),
        Column("roof", "material_atap_terluas"),
        Column("roof_condition", "kondisi_atap"),
        Column("wall", "material_dinding_terluas"),
        Column("wall_condition", "kondisi_dinding"),
        Column("floor", "material_lantai_terluas"),
        Column("floor_condition", "kondisi_lantai"),
        Column("lighting", "sumber_penerangan"),
        Column("aid_before", "bantuan_pemerintah"),
        Column("water", "sumber_air_minum"),
        Column("water_to_septic", "jarak_sumber_air_ke_tpa_tinja"),
        Column("bathroom", "kamar_mandi_jamban"),
        Column("latrine", "jenis_jamban"),
        Column("sewage", "jenis_tpa_tinja"),
        Column("photo", "foto"),
        Column("surveyor", "nama_pendata"),
    ),
    fewest=22,
)

# The verification list of the self-help housing programme, as the offices' own app gives it out in 2026.
BSPS2026 = Template(
    "bsps2026",
    "BSPS 2026",
    (
        Column("number", "No"),
        Column("district_name", "Kecamatan"),
        Column("village_name", "Desa/Kelurahan"),
        Column("name", "Nama", ("nama_penerima", "nama_calon_penerima")),
        Column("nik", "NIK"),
        Column("kk", "No KK"),
        Column("address", "Alamat"),
        Column("sex", "Jenis Kelamin"),
        Column("birth_place", "Tempat Lahir"),
        Column("birth_date", "Tanggal Lahir"),
        Column("land_tenure", "Status Tanah"),
        Column("land_area", "Luas Tanah"),
        Column("income", "Penghasilan"),
        Column("occupation", "Pekerjaan"),
        Column("housing_need", "Pengelompokan Desil"),
    ),
    fewest=10,
    also=(Column("tenure_proof", "jenis_kepemilikan_lahan"),),
)

# A province's own sheet. Its region code is a numbering of its own, so it counts only where the names agree.
JAMBI18 = Template(
    "jambi18",
    "Jambi 18 kolom",
    (
        Column("name", "nama_kepala_keluarga"),
        Column("nik", "nik"),
        Column("age", "umur"),
        Column("district_name", "kecamatan"),
        Column("village_name", "desakelurahan"),
        Column("address", "alamat_lengkap"),
        Column("sex", "jenis_kelamin"),
        Column("floor_area", "luas_rumah_m"),
        Column("land_tenure", "kepemilikan_tanah"),
        Column("tenure_document", "no_sertifikat"),
        Column("floor_condition", "kondisi_lantai"),
        Column("wall_condition", "kondisi_dinding"),
        Column("roof_condition", "kondisi_atap"),
        Column("water", "sumber_air"),
        Column("bathroom", "sanitasiwc"),
        Column("kitchen", "dapur"),
        Column("position", "koordinat"),
        Column("village", "kode_wilayah"),
    ),
    fewest=11,
)

TEMPLATES: dict[str, Template] = {each.code: each for each in (ERTLH, ERTLH46, BSPS2026, JAMBI18)}


def name_of(code: str) -> str:
    """What a list of this template is called on screen."""
    return TEMPLATES[code].name if code in TEMPLATES else NAME_OF_MAPPED
