"""Which columns has the newer e-RTLH list (2024 to 2026), and what do they hold?

The headings are those of a survey app that mirrors the ministry's export; `pondasi` is judged there like the others.
Shares no code with the reader.
"""

from __future__ import annotations

from betang.intake.samples.sheet import AREA_KINDS, CHOICES, CONDITIONS

COLUMNS: tuple[tuple[str, str], ...] = (
    ("village", "kelurahan_id"),
    ("name", "nama_kepala_rumah_tangga"),
    ("kk", "nomor_kartu_keluarga"),
    ("nik", "nik"),
    ("surveyed", "tanggal_pendataan"),
    ("address", "alamat"),
    ("age", "umur"),
    ("sex", "jenis_kelamin"),
    ("education", "pendidikan_terakhir"),
    ("occupation", "pekerjaan"),
    ("income", "penghasilan_per_bulan (Rp)"),
    ("family_count", "jumlah_keluarga_kk"),
    ("occupants", "jumlah_penghuni"),
    ("house_ownership", "kepemilikan_rumah"),
    ("land_tenure", "kepemilikan_tanah"),
    ("areas", "jenis_kawasan"),
    ("room_function", "fungsi_ruang"),
    ("floor_area", "luas_rumah"),
    ("land_area", "luas_lahan"),
    ("other_house", "aset_rumah_di_lokasi_lain"),
    ("other_land", "aset_tanah_di_lokasi_lain"),
    ("latitude", "latitude"),
    ("longitude", "longitude"),
    ("foundation_condition", "pondasi"),
    ("column_condition", "kondisi_kolom"),
    ("roof_frame_condition", "kondisi_rangka_atap"),
    ("ceiling_condition", "kondisi_plafon"),
    ("beam_condition", "kondisi_balok"),
    ("sill_beam_condition", "kondisi_sloof"),
    ("window_condition", "kondisi_jendela"),
    ("ventilation_condition", "kondisi_ventilasi"),
    ("roof", "material_atap_terluas"),
    ("roof_condition", "kondisi_atap"),
    ("wall", "material_dinding_terluas"),
    ("wall_condition", "kondisi_dinding"),
    ("floor", "material_lantai_terluas"),
    ("floor_condition", "kondisi_lantai"),
    ("lighting", "sumber_penerangan"),
    ("aid_before", "bantuan_pemerintah"),
    ("water", "sumber_air_minum"),
    ("water_to_septic", "jarak_sumber_air_ke_tpa_tinja"),
    ("bathroom", "kamar_mandi_jamban"),
    ("latrine", "jenis_jamban"),
    ("sewage", "jenis_tpa_tinja"),
    ("photo", "foto"),
    ("surveyor", "nama_pendata"),
)

# How often each answer is given is a guess, as in the older sheet.
_OF_THE_OLDER_SHEET = (
    "occupation", "house_ownership", "land_tenure", "other_house", "roof", "roof_condition", "wall",
    "wall_condition", "floor", "floor_condition", "water", "water_to_septic", "bathroom", "latrine", "sewage",
)  # fmt: skip
_CONDITION_WEIGHTS = (4, 10, 22, 38, 26)
_CONDITIONS = (
    "foundation_condition", "column_condition", "roof_frame_condition", "ceiling_condition", "beam_condition",
    "sill_beam_condition", "window_condition", "ventilation_condition",
)  # fmt: skip
ANSWERS: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {
    **{key: CHOICES[key] for key in _OF_THE_OLDER_SHEET},
    **dict.fromkeys(_CONDITIONS, (CONDITIONS, _CONDITION_WEIGHTS)),
    "education": (("SD", "TIDAK SEKOLAH", "SMP", "SMA", "D3/S1"), (46, 26, 16, 11, 1)),
    "other_land": (("TIDAK ADA", "ADA"), (90, 10)),
    "room_function": (("PERUMAHAN", "NON PERUMAHAN"), (99, 1)),
    "areas": (AREA_KINDS, (8, 6, 22, 24, 34, 6)),
    "lighting": (
        ("PLN DENGAN METERAN", "PLN TANPA METERAN", "LISTRIK NON PLN", "BUKAN LISTRIK"),
        (52, 22, 16, 10),
    ),
    "aid_before": (("BELUM PERNAH", "YA >5 TAHUN LALU", "YA <5 TAHUN LALU"), (91, 6, 3)),
}

# The newer app writes its answers in small letters and some of them in other words.
IN_THE_NEWER_WORDS: dict[str, dict[str, str]] = {
    "roof": {"DAUN": "Daun-daunan", "KAYU": "Kayu/Sirap"},
    "wall": {"GRC": "GRC(Asbes)"},
    "floor": {"UBIN/TEHEL": "Ubin/Tegel"},
    "water": {"PERPIPAAN": "PDAM(perpipaan)", "AIR KEMASAN": "Air Kemasan/Isi Ulang"},
    "land_tenure": {"BUKAN MILIK SENDIRI": "Bukan Milik Sendiri/Menumpang"},
}
