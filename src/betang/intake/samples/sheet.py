"""Which columns has the e-RTLH import sheet, as its makers wrote them?

Read from the template file itself. Shares no code with the reader, so that the one can try the other.
"""

from __future__ import annotations

# Our short key, the heading as written. The three blank headings belong to JENIS KAWASAN, which spans M to P.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("village", "KODE WILAYAH DES/KEL (13 Karakter) - Teks"),
    ("number", "NOMOR URUT - Angka"),
    ("name", "NAMA LENGKAP KEPALA RUMAH TANGGA - Teks"),
    ("nik", "NO NIK Angka 16 Digit - Teks"),
    ("address", "ALAMAT RUMAH (jalan, no, RT, RW, dusun) - Teks"),
    ("phone", "NO HP - Teks"),
    ("sex", "JENIS KELAMIN - Pilihan"),
    ("occupation", "PEKERJAAN - Pilihan"),
    ("income", "PENGHASILAN PERBULAN - Pilihan"),
    ("house_ownership", "STATUS KEPEMILIKAN RUMAH - Pilihan"),
    ("other_house", "ASET RUMAH DI TEMPAT LAIN - Pilihan"),
    ("land_tenure", "STATUS KEPEMILIKAN TANAH - Pilihan"),
    ("area_1", "JENIS KAWASAN - Pilihan"),
    ("area_2", " "),
    ("area_3", "  "),
    ("area_4", "   "),
    ("foundation", "MATERIAL FONDASI - Pilihan"),
    ("column", "KOLOM - Pilihan"),
    ("roof_frame", "RANGKA ATAP - Pilihan"),
    ("ceiling", "PLAFON - Pilihan"),
    ("beam", "BALOK - Pilihan"),
    ("sill_beam", "SLOOF - Pilihan"),
    ("windows", "JENDELA - Pilihan"),
    ("ventilation", "VENTILASI - Pilihan"),
    ("floor_condition", "KONDISI LANTAI - Pilihan"),
    ("floor", "MATERIAL LANTAI - Pilihan"),
    ("wall_condition", "KONDISI DINDING - Pilihan"),
    ("wall", "MATERIAL DINDING - Pilihan"),
    ("roof_condition", "KONDISI ATAP - Pilihan"),
    ("roof", "MATERIAL ATAP - Pilihan"),
    ("floor_area", "LUAS RUMAH (M²) - Angka desimal"),
    ("occupants", "JUMLAH PENGHUNI - Angka"),
    ("water", "SUMBER AIR MINUM - Pilihan"),
    ("water_to_septic", "JARAK SAM-TPA TINJA - Pilihan"),
    ("bathroom", "KM DAN JAMBAN - Pilihan"),
    ("latrine", "JENIS KLOSET - Pilihan"),
    ("sewage", "JENIS TPA TINJA - Pilihan"),
    ("photo", "NAMA FILE FOTO - Teks"),
    ("longitude", "LONGITUDE - Angka desimal"),
    ("latitude", "LATITUDE - Angka desimal"),
    ("surveyed", "TANGGAL PENDATAAN - Tanggal"),
    ("surveyor", "NAMA PENDATA - Teks"),
)
HEADINGS = dict(COLUMNS)

CONDITIONS = ("LAYAK", "MENUJU LAYAK", "AGAK LAYAK", "KURANG LAYAK", "TIDAK LAYAK")
# Choice columns with their answers and how often each is given: a guess at rural West Kalimantan, not a measurement.
CHOICES: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {
    "occupation": (
        ("PETANI", "BURUH HARIAN", "WIRAUSAHA", "LANSIA/IRT", "NELAYAN", "TUKANG/MONTIR", "HONORER", "OJEK/SOPIR",
         "KARYAWAN", "LAINNYA", "TIDAK BEKERJA"),
        (48, 16, 5, 8, 4, 3, 2, 2, 4, 4, 4),
    ),
    "house_ownership": (("MILIK SENDIRI", "BUKAN MILIK SENDIRI", "KONTRAK-SEWA"), (92, 7, 1)),
    "other_house": (("TIDAK ADA", "ADA"), (97, 3)),
    "land_tenure": (
        ("MILIK SENDIRI", "MILIK KELUARGA-WARIS", "BUKAN MILIK SENDIRI", "TANAH NEGARA"), (72, 15, 10, 3)
    ),
    "foundation": (("TIDAK ADA", "BATU BELAH", "BATAKO", "BATU BATA"), (64, 20, 10, 6)),
    "column": (("KAYU", "BETON", "TIDAK ADA"), (80, 15, 5)),
    "roof_frame": (("KAYU", "BAMBU"), (95, 5)),
    "ceiling": (("TIDAK ADA", "TRIPLEK", "GERIBIK"), (80, 18, 2)),
    "beam": (("KAYU", "BETON", "BAMBU"), (84, 13, 3)),
    "sill_beam": (("TIDAK ADA", "ADA"), (75, 25)),
    "windows": (("ADA", "TIDAK ADA"), (80, 20)),
    "ventilation": (("ADA", "TIDAK ADA"), (65, 35)),
    "floor_condition": (CONDITIONS, (4, 10, 22, 36, 28)),
    "floor": (("KAYU", "PLESTERAN", "TANAH", "KERAMIK", "BAMBU", "UBIN/TEHEL"), (58, 22, 9, 5, 4, 2)),
    "wall_condition": (CONDITIONS, (4, 10, 22, 38, 26)),
    "wall": (("KAYU", "TEMBOK", "BAMBU", "PLESTERAN", "GRC", "LAINNYA"), (74, 12, 6, 4, 1, 3)),
    "roof_condition": (CONDITIONS, (3, 9, 20, 38, 30)),
    "roof": (("SENG", "DAUN", "RUMBIA", "ASBES", "KAYU", "GENTENG", "IJUK"), (70, 10, 7, 5, 4, 3, 1)),
    "water": (("SUMUR", "AIR HUJAN", "MATA AIR", "AIR KEMASAN", "PERPIPAAN", "LAINNYA"), (34, 28, 18, 9, 7, 4)),
    "water_to_septic": ((">10 m", "<10 m"), (55, 45)),
    "bathroom": (("SENDIRI", "BERSAMA/MCK KOMUNAL", "TIDAK ADA"), (58, 14, 28)),
    "latrine": (("LEHER ANGSA", "CEMPLUNG/CUBLUK", "PLENGSENGAN"), (52, 40, 8)),
    "sewage": (
        ("KOLAM/SAWAH/SUNGAI/DANAU/LAUT", "TANGKI SEPTIK", "LUBANG TANAH", "PANTAI/TANAH LAPANG/KEBUN"),
        (36, 30, 28, 6),
    ),
}  # fmt: skip
AREA_KINDS = ("KUMUH", "STRATEGIS", "STUNTING", "KEMISKINAN EKSTRIM", "TERTINGGAL / TERDEPAN / TERLUAR", "TRANSMIGRASI")
INCOME_BANDS = ("0-1,2", "1,3-1,8", "1,9-2,1", "2,2-2,6", "2,7-3,1", "3,2-3,6")
INCOME_WEIGHTS = (46, 30, 11, 8, 3, 2)
