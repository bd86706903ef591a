"""Which fields have a report of a home, a case, a monthly number and a judgement of sameness?"""

from enum import IntEnum

from betang.delivery.domain import codes
from betang.journal.domain.records import FieldType, RecordType
from betang.planning.domain import codes as planning_codes
from betang.register.domain import codes as register_codes
from betang.register.domain.doubt_codes import NUMBER_DOUBT
from betang.register.domain.fields import Field
from betang.register.domain.record_types import spec


class Kind(IntEnum):
    """The kinds of record, by the code each has in a commit."""

    REALISATION = 20
    CASE = 21
    AGGREGATE = 22
    SAMENESS = 23
    PHOTO = 24

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Kind.REALISATION: "Laporan rumah",
    Kind.CASE: "Kasus PBG atau BPHTB",
    Kind.AGGREGATE: "Laporan angka",
    Kind.SAMENESS: "Putusan rumah ganda",
    Kind.PHOTO: "Foto rumah",
}
_TEXT = FieldType.TEXT
_INTEGER = FieldType.INTEGER
_DECIMAL = FieldType.DECIMAL
_DATE = FieldType.DATE
_CODE = FieldType.CODE
_ENTITY = FieldType.ENTITY
_SEALED = FieldType.SEALED

REALISATION = (
    Field(1, "village_code", _TEXT, "realisation", "Desa atau kelurahan"),
    Field(2, "work", _CODE, "realisation", "Jenis pekerjaan", planning_codes.WORK),
    Field(3, "source", _CODE, "realisation", "Sumber dana", planning_codes.SOURCE),
    Field(4, "stage", _CODE, "realisation", "Tahap", codes.STAGE),
    Field(5, "started_date", _DATE, "realisation", "Mulai (0 %)"),
    Field(6, "thirty_date", _DATE, "realisation", "Mencapai 30 %"),
    Field(7, "finished_date", _DATE, "realisation", "Selesai (100 %)"),
    Field(8, "handover_date", _DATE, "realisation", "Serah terima"),
    Field(9, "house", _ENTITY, "realisation", "Rumah di daftar"),
    Field(10, "family", _ENTITY, "realisation", "Keluarga di daftar"),
    Field(11, "nik", _SEALED, "realisation", "NIK penerima"),
    Field(12, "nik_doubt", _CODE, "realisation", "Keraguan NIK", NUMBER_DOUBT),
    Field(13, "recipient", _TEXT, "realisation", "Nama penerima"),
    Field(14, "address", _TEXT, "realisation", "Alamat rumah"),
    Field(15, "case_number", _TEXT, "realisation", "Nomor PBG atau BPHTB"),
    Field(16, "unit_number", _TEXT, "realisation", "Nomor rumah menurut pelapor"),
    Field(17, "amount_rupiah", _INTEGER, "realisation", "Nilai bantuan", unit="Rp", high=10_000_000_000_000),
    Field(18, "pledge", _ENTITY, "realisation", "Tawaran bantuan"),
    Field(19, "musdes_date", _DATE, "realisation", "Tanggal musdes"),
    Field(20, "musdes_decree", _TEXT, "realisation", "Keputusan musdes"),
    Field(21, "latitude", _DECIMAL, "realisation", "Lintang", unit="°", low=-90, high=90, places=7),
    Field(22, "longitude", _DECIMAL, "realisation", "Bujur", unit="°", low=-180, high=180, places=7),
    Field(23, "note", _TEXT, "realisation", "Catatan laporan"),
    Field(24, "status", _CODE, "realisation", "Status catatan laporan", register_codes.RECORD_STATUS),
)

CASE = (
    Field(1, "case_kind", _CODE, "case", "Jenis kasus", codes.CASE_KIND),
    Field(2, "case_number", _TEXT, "case", "Nomor kasus"),
    Field(3, "village_code", _TEXT, "case", "Desa atau kelurahan"),
    Field(4, "applied_date", _DATE, "case", "Diajukan"),
    Field(5, "complete_date", _DATE, "case", "Berkas lengkap"),
    Field(6, "decided_date", _DATE, "case", "Diputuskan"),
    Field(7, "outcome", _CODE, "case", "Putusan", codes.CASE_OUTCOME),
    Field(8, "realisation", _ENTITY, "case", "Laporan rumah"),
    Field(9, "house", _ENTITY, "case", "Rumah di daftar"),
    Field(10, "family", _ENTITY, "case", "Keluarga di daftar"),
    Field(11, "nik", _SEALED, "case", "NIK pemohon"),
    Field(12, "nik_doubt", _CODE, "case", "Keraguan NIK", NUMBER_DOUBT),
    Field(13, "applicant", _TEXT, "case", "Nama pemohon"),
    Field(14, "address", _TEXT, "case", "Alamat rumah"),
    Field(
        15, "charge_rupiah", _INTEGER, "case", "Retribusi atau pajak yang dibayar", unit="Rp", high=10_000_000_000_000
    ),
    Field(16, "tax_object", _TEXT, "case", "Nomor objek pajak"),
    Field(17, "note", _TEXT, "case", "Catatan kasus"),
    Field(18, "status", _CODE, "case", "Status catatan kasus", register_codes.RECORD_STATUS),
)

AGGREGATE = (
    Field(1, "region_code", _TEXT, "report", "Wilayah"),
    Field(2, "month", _DATE, "report", "Bulan"),
    Field(3, "work", _CODE, "report", "Jenis pekerjaan", planning_codes.WORK),
    Field(4, "source", _CODE, "report", "Sumber dana", planning_codes.SOURCE),
    Field(5, "stage", _CODE, "report", "Tahap", codes.STAGE),
    Field(6, "homes", _INTEGER, "report", "Jumlah rumah sampai bulan ini", unit="rumah", high=1_000_000),
    Field(7, "document", _TEXT, "report", "Surat laporan"),
    Field(8, "note", _TEXT, "report", "Catatan laporan angka"),
    Field(9, "status", _CODE, "report", "Status catatan laporan angka", register_codes.RECORD_STATUS),
)

SAMENESS = (
    Field(1, "one", _ENTITY, "realisation_link", "Laporan pertama"),
    Field(2, "other", _ENTITY, "realisation_link", "Laporan kedua"),
    Field(3, "verdict", _CODE, "realisation_link", "Putusan", codes.VERDICT),
    Field(4, "reason", _TEXT, "realisation_link", "Alasan"),
    Field(5, "status", _CODE, "realisation_link", "Status catatan putusan", register_codes.RECORD_STATUS),
)

PHOTO = (
    Field(1, "realisation", _ENTITY, "realisation", "Laporan rumah"),
    Field(2, "stage", _CODE, "realisation", "Tahap", codes.STAGE),
    Field(3, "file", _TEXT, "realisation", "Berkas foto"),
    Field(4, "taken_date", _DATE, "realisation", "Diambil pada"),
    Field(5, "caption", _TEXT, "realisation", "Keterangan foto"),
    Field(6, "status", _CODE, "realisation", "Status catatan foto", register_codes.RECORD_STATUS),
)

FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.REALISATION: REALISATION,
    Kind.CASE: CASE,
    Kind.AGGREGATE: AGGREGATE,
    Kind.SAMENESS: SAMENESS,
    Kind.PHOTO: PHOTO,
}
BY_NAME: dict[Kind, dict[str, Field]] = {kind: {each.name: each for each in fields} for kind, fields in FIELDS.items()}
RECORD_TYPES: dict[Kind, RecordType] = {
    kind: RecordType(kind.name.lower(), kind.value, tuple(map(spec, fields))) for kind, fields in FIELDS.items()
}
