"""How does an office list the homes that were delivered?"""

from betang.delivery.domain.codes import STAGE
from betang.delivery.workbooks.sheets import CASE_NUMBER, PLACE, RETURNED_ANYWHERE, Sheet, SheetColumn
from betang.planning.domain.codes import SOURCE, WORK

HOMES = Sheet(
    code="rumah",
    name="Rumah yang dibangun",
    headings=(
        ("number", "NO", ()),
        *PLACE,
        ("unit_number", "NOMOR RUMAH/UNIT", ("NOMOR UNIT", "NO UNIT", "NOMOR RUMAH", "NO RUMAH", "KODE UNIT")),
        ("name", "NAMA PENERIMA", ("NAMA PEMILIK", "PENERIMA", "NAMA DEBITUR", "NAMA PEMBELI")),
        ("nik", "NIK PENERIMA", ("NIK", "NIK DEBITUR")),
        ("address", "ALAMAT RUMAH", ()),
        ("source", "SUMBER DANA", ("SUMBER PENDANAAN", "SUMBER ANGGARAN", "PENDANAAN", "SUMBER PEMBIAYAAN")),
        ("work", "JENIS PEKERJAAN", ("JENIS PENANGANAN", "JENIS BANTUAN", "JENIS KEGIATAN", "PB/PK")),
        ("stage", "TAHAP", ("TAHAPAN", "PROGRES", "PROGRESS", "PROGRES FISIK", "REALISASI FISIK", "STATUS PEKERJAAN")),
        ("started", "TANGGAL MULAI", ("TGL MULAI", "MULAI", "TANGGAL 0 %", "TANGGAL MULAI (0 %)")),
        ("thirty", "TANGGAL 30 %", ("TGL 30 %", "TANGGAL 30", "TANGGAL MENCAPAI 30 %")),
        ("finished", "TANGGAL SELESAI", ("TGL SELESAI", "TANGGAL 100 %", "TGL 100 %", "TANGGAL SELESAI (100 %)")),
        ("handover", "TANGGAL SERAH TERIMA", ("TGL SERAH TERIMA", "SERAH TERIMA", "TANGGAL BAST", "TGL BAST")),
        ("amount", "NILAI", ("NILAI BANTUAN", "NILAI RUPIAH", "ANGGARAN", "PAGU", "BESAR BANTUAN")),
        ("case_number", "NOMOR PBG/BPHTB", ("NOMOR PBG", "NO PBG", "NOMOR BPHTB", "NO BPHTB", "PBG/BPHTB")),
        ("musdes_date", "TANGGAL MUSDES", ("TGL MUSDES",)),
        ("musdes_decree", "KEPUTUSAN MUSDES", ("NOMOR BERITA ACARA MUSDES", "BA MUSDES", "SK KEPALA DESA")),
        ("position", "KOORDINAT", ("KOORDINAT (LINTANG, BUJUR)", "TITIK KOORDINAT")),
        ("latitude", "LINTANG", ("LATITUDE",)),
        ("longitude", "BUJUR", ("LONGITUDE",)),
        ("regency_name", "KABUPATEN/KOTA", ()),
    ),
    shared={
        "name": "recipient", "nik": "nik", "address": "address", "position": "latitude", "latitude": "latitude",
        "longitude": "longitude",
    },
    own=(
        SheetColumn("unit_number", "Nomor rumah atau unit", "unit_number"),
        SheetColumn("source", "Sumber dana", "source", "code", SOURCE),
        SheetColumn("work", "Jenis pekerjaan", "work", "code", WORK),
        SheetColumn("stage", "Tahap", "stage", "code", STAGE),
        SheetColumn("started", "Tanggal mulai (0 %)", "started_date", "day"),
        SheetColumn("thirty", "Tanggal mencapai 30 %", "thirty_date", "day"),
        SheetColumn("finished", "Tanggal selesai (100 %)", "finished_date", "day"),
        SheetColumn("handover", "Tanggal serah terima", "handover_date", "day"),
        SheetColumn("amount", "Nilai bantuan", "amount_rupiah", "rupiah"),
        CASE_NUMBER,
        SheetColumn("musdes_date", "Tanggal musdes", "musdes_date", "day"),
        SheetColumn("musdes_decree", "Keputusan musdes", "musdes_decree"),
    ),
    needs=("source", "work", "stage"),
    returns={
        **RETURNED_ANYWHERE,
        "stage_backwards": "Tahap mundur dari yang sudah tercatat. Periksa tahapnya; bila laporan yang lama keliru, "
        "batalkan laporan itu dulu.",
        "handover_before_finished": "Serah terima hanya sesudah rumah selesai 100 %. Isi tanggal selesainya.",
        "stage_without_day": "Tanggal untuk tahap ini kosong. Isi tanggalnya, lalu unggah lagi.",
        "stage_not_reached": "Tanggal ini terisi, padahal tahapnya belum sampai di situ. Majukan tahapnya, atau "
        "kosongkan tanggal ini.",
        "no_identity": "Rumah ini tidak dapat dikenali bila dikirim lagi. Isi nomor rumah, NIK, atau nama penerimanya.",
    },
    flags={
        "over_cap": "Nilainya di atas batas sumber dana ini. Periksa nilainya.",
        "known_home": "Rumah ini juga ada di laporan lain; semuanya dihitung satu rumah.",
        "several_sources": "Rumah ini dibayar lebih dari satu sumber dana. Periksa sumber dananya.",
    },
)  # fmt: skip
