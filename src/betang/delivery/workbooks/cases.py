"""How do the permits office and the revenue office list their cases?"""

from betang.delivery.domain.codes import CASE_KIND, CASE_OUTCOME
from betang.delivery.workbooks.sheets import CASE_NUMBER, PLACE, RETURNED_ANYWHERE, Sheet, SheetColumn

CASES = Sheet(
    code="kasus",
    name="Kasus PBG dan BPHTB",
    headings=(
        ("number", "NO", ()),
        ("case_kind", "JENIS", ("JENIS KASUS", "JENIS LAYANAN", "PBG/BPHTB", "JENIS PERMOHONAN")),
        ("case_number", "NOMOR KASUS", ("NOMOR", "NOMOR PBG", "NO PBG", "NOMOR BPHTB", "NO BPHTB", "NOMOR REGISTRASI",
                                        "NO REGISTRASI", "NOMOR PBG/BPHTB", "NOMOR SSPD", "NO SSPD")),
        *PLACE,
        ("name", "NAMA PEMOHON", ("PEMOHON", "NAMA WAJIB PAJAK", "WAJIB PAJAK")),
        ("nik", "NIK PEMOHON", ("NIK",)),
        ("address", "ALAMAT RUMAH", ()),
        ("applied", "TANGGAL DIAJUKAN", ("TGL DIAJUKAN", "TANGGAL PERMOHONAN", "TGL PERMOHONAN", "TANGGAL PENGAJUAN",
                                         "DIAJUKAN")),
        ("complete", "TANGGAL BERKAS LENGKAP", ("BERKAS LENGKAP", "TGL BERKAS LENGKAP", "TANGGAL LENGKAP")),
        ("decided", "TANGGAL DIPUTUSKAN", ("DIPUTUSKAN", "TANGGAL TERBIT", "TGL TERBIT", "TANGGAL PUTUSAN")),
        ("outcome", "PUTUSAN", ("STATUS PERMOHONAN", "HASIL", "KEPUTUSAN")),
        ("unit_number", "NOMOR UNIT RUMAH", ("NOMOR UNIT", "NO UNIT", "NOMOR RUMAH/UNIT", "NOMOR RUMAH")),
        ("tax_object", "NOP", ("NOMOR OBJEK PAJAK",)),
        ("charge", "RETRIBUSI", ("NILAI RETRIBUSI", "RETRIBUSI/PAJAK", "BPHTB DIBAYAR", "PAJAK DIBAYAR")),
        ("regency_name", "KABUPATEN/KOTA", ()),
    ),
    shared={"name": "applicant", "nik": "nik", "address": "address"},
    own=(
        SheetColumn("case_kind", "Jenis kasus", "case_kind", "code", CASE_KIND),
        CASE_NUMBER,
        SheetColumn("applied", "Tanggal diajukan", "applied_date", "day"),
        SheetColumn("complete", "Tanggal berkas lengkap", "complete_date", "day"),
        SheetColumn("decided", "Tanggal diputuskan", "decided_date", "day"),
        SheetColumn("outcome", "Putusan", "outcome", "code", CASE_OUTCOME),
        SheetColumn("unit_number", "Nomor rumah atau unit", "unit_number"),
        SheetColumn("tax_object", "Nomor objek pajak", "tax_object"),
        SheetColumn("charge", "Retribusi atau pajak yang dibayar", "charge_rupiah", "rupiah"),
    ),
    needs=("case_kind", "case_number", "applied"),
    returns={
        **RETURNED_ANYWHERE,
        "decision_in_half": "Putusan dan tanggalnya diisi bersama; di baris ini salah satunya kosong.",
        "case_of_another_office": "Kasus PBG dicatat DPMPTSP, kasus BPHTB dicatat Bapenda. Kirim baris ini ke kantor "
        "itu.",
    },
    flags={
        "unit_not_found": "Rumah bernomor ini belum ada di daftar rumah desanya, jadi kasusnya belum terhubung.",
        "unit_of_several": "Nomor rumah ini dipakai lebih dari satu laporan di desanya, jadi kasusnya belum terhubung.",
    },
)  # fmt: skip
