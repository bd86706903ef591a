"""Lists that are none of the four: people and homes under headings of the sender's own, and lists of other things."""

from tests.intake.corpus.cases import Case, book, case, refusal
from tests.intake.corpus.homes import ERTLH, Form, heading_row, home
from tests.intake.corpus.said import accepted, flagged, repaired, returned, unchanged
from tests.intake.corpus.sheets import no_list, sheet
from tests.intake.corpus.writing import xlsx

# The shape of a city's proposals: its own words for what we know.
_PROPOSALS = Form("proposals", (
    ("number", "no_induk"), ("surveyed", "tgl_masuk"), ("kind", "jenis"), ("letter", "no_surat"),
    ("village_name", "kelurahan"), ("name", "nama pemohon"), ("nik", "no ktp"), ("kk", "kartu keluarga"),
    ("address", "alamat tinggal"), ("rt", "rt"), ("rw", "rw"), ("mbr", "mbr"), ("district_name", "kec"),
))  # fmt: skip
_MEANS = {
    "kelurahan": "village_name", "kec": "district_name", "nama pemohon": "name", "no ktp": "nik",
    "kartu keluarga": "kk", "alamat tinggal": "address", "rt": "rt", "rw": "rw", "tgl_masuk": "surveyed",
}  # fmt: skip

_KRISNA = (
    "pengusul_nama", "provinsi_nama", "kabupaten_nama", "kecamatan_nama", "desa_nama", "desa_detail", "koordinat",
    "bidang", "sub_bidang", "kementerian", "menu", "pn", "pp", "kp", "kewenangan", "jenis", "pelaksana", "file_tor",
    "rincian", "locked_by", "rincian_status", "detail_rincian", "status_detail", "prioritas", "pengadaan",
    "unit_cost_info", "satuan", "komponen", "readiness_criteria", "keterangan", "verify_prov", "note_prov",
    "verify_bangda", "note_bangda", "volume", "unit_cost", "nilai_usulan", "usulan_tambahan",
)  # fmt: skip
_KRISNA_ROW = (
    "Kab. Sintang", "Kalimantan Barat", "Kab. Sintang", "DEDAI", "NANGA DEDAI", None, '{"lat": 0.05, "lon": 111.5}',
    "01-Air Minum", "01-Perluasan SPAM", "PKP", "01", None, None, None, "Kabupaten", "Fisik", "Dinas", None,
    "01-Perluasan SPAM Jaringan Perpipaan", None, "Ready", "6107080002-NANGA DEDAI", None, 2, "Swakelola", None, "SR",
    '["004-Sambungan Rumah: 194 Unit"]', None, None, "Belum diverifikasi", None, None, None, 194, 3000000, 582000000, 0,
)  # fmt: skip

_RECAP = (
    ("Kecamatan", "Total Target", "Sudah Survei", "Progress (%)", "Jumlah Layak"),
    ("Sintang", 629, 133, "21 %", 68),
    ("Dedai", 312, 295, "95 %", 172),
    ("TOTAL", 941, 428, "45 %", 240),
)
_RECAP_OF_TWO_ROWS = (
    ("Kode Kabupaten", "Kode Kecamatan", "Kode Kelurahan/Desa", "Jumlah Rumah", None, "Jumlah Penanganan RTLH", None),
    (None, None, None, "Total Rumah", "RTLH", "2021", "2022"),
    ("61.05", "61.05.01", "61.05.01.1001", 512, 84, 12, 9),
    ("61.05", "61.05.01", "61.05.01.1016", 230, 31, 4, 2),
)

_DOUBLED = [*heading_row(ERTLH)]
_DOUBLED[5] = "NO NIK Angka 16 Digit - Teks"

CASES: tuple[Case, ...] = (
    refusal(
        "a list of people under headings of the sender's own asks what they mean",
        xlsx([sheet((home(1), accepted()), form=_PROPOSALS)]),
        "judul",
    ),
    case(
        "the same list, once a person has said what its headings mean",
        (
            home(1, rt="3", rw="1"),
            accepted(house__village_code="61.05.01.1001", house__rt="003").not_decided("repaired"),
        ),
        (home(2, nik=None), flagged("nik").not_decided("repaired")),
        (home(3, name=None), returned("name")),
        (home(4, nik="'" + str(home(4)["nik"])), repaired(head__nik_doubt=None)),
        form=_PROPOSALS,
        mapping=_MEANS,
    ),
    case(
        "the next list under the same headings needs no asking",
        (home(1), unchanged()),
        (home(5), accepted(house__village_code="61.05.01.1001")),
        form=_PROPOSALS,
        before=(case("the first one", (home(1), accepted()), form=_PROPOSALS, mapping=_MEANS),),
    ),
    refusal("an export of KRISNA", xlsx([no_list(_KRISNA, _KRISNA_ROW)]), "KRISNA"),
    refusal("a recap per kecamatan", xlsx([no_list(*_RECAP)]), "rekap"),
    refusal("a recap per village under a header of two rows", xlsx([no_list(*_RECAP_OF_TWO_ROWS)]), "rekap"),
    refusal("no headings at all", xlsx([no_list(*(ERTLH.cells(home(number)) for number in (1, 2, 3)))]), "judul"),
    refusal("a workbook with nothing in it", xlsx([no_list(())]), "kosong|judul"),
    refusal("a letter in a workbook", xlsx([no_list(("Kepada Yth.",), ("Bupati Sintang",), ("di Sintang",))]), "judul"),
    refusal(
        "two columns of one name",
        xlsx([sheet((home(1), accepted()), headings=[_DOUBLED])]),
        "dua kolom|D|F",
    ),
    refusal(
        "a shop's price list",
        xlsx(
            [
                no_list(
                    ("No", "Nama Barang", "Satuan", "Harga"), (1, "Semen", "sak", 65000), (2, "Seng", "lembar", 60000)
                )
            ]
        ),
        "bukan|tampak|judul",
    ),
    book(
        "a recap on the first sheet, the list on the second",
        no_list(*_RECAP, name="Rekap"),
        sheet((home(1), accepted()), (home(2), accepted()), name="BNBA"),
    ),
)
