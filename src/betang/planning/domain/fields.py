"""Which fields have a target, a purse and a pledge, and who is right about each?"""

from enum import IntEnum

from betang.journal.domain.records import FieldType, RecordType
from betang.planning.domain import codes
from betang.register.domain import codes as register_codes
from betang.register.domain.fields import Field
from betang.register.domain.record_types import spec


class Kind(IntEnum):
    """The kinds of record, by the code each has in a commit."""

    TARGET = 10
    PURSE = 11
    PLEDGE = 12

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Kind.TARGET: "Target",
    Kind.PURSE: "Sumber dana",
    Kind.PLEDGE: "Tawaran bantuan",
}
_TEXT = FieldType.TEXT
_INTEGER = FieldType.INTEGER
_DATE = FieldType.DATE
_CODE = FieldType.CODE

TARGET = (
    Field(1, "year", _INTEGER, "target_proposal", "Tahun", low=2000, high=2100),
    Field(2, "region_code", _TEXT, "target_proposal", "Wilayah"),
    Field(3, "source", _CODE, "target_proposal", "Sumber dana", codes.SOURCE),
    Field(4, "proposed_homes", _INTEGER, "target_proposal", "Usulan", unit="rumah", high=1_000_000),
    Field(5, "region_homes", _INTEGER, "target_region", "Angka daerah", unit="rumah", high=1_000_000),
    Field(6, "ministry_homes", _INTEGER, "target_ministry", "Angka kementerian", unit="rumah", high=1_000_000),
    Field(7, "agreed_homes", _INTEGER, "target_agreed", "Disepakati", unit="rumah", high=1_000_000),
    Field(8, "decree", _TEXT, "target_agreed", "Nomor SK"),
    Field(9, "decree_date", _DATE, "target_agreed", "Tanggal SK"),
    Field(10, "decree_file", _TEXT, "target_agreed", "Berkas SK"),
    Field(11, "decree_file_name", _TEXT, "target_agreed", "Nama berkas SK"),
    Field(12, "note", _TEXT, "target_proposal", "Catatan target"),
    Field(13, "status", _CODE, "target_proposal", "Status catatan target", register_codes.RECORD_STATUS),
)

PURSE = (
    Field(1, "year", _INTEGER, "purse", "Tahun", low=2000, high=2100),
    Field(2, "region_code", _TEXT, "purse", "Wilayah"),
    Field(3, "source", _CODE, "purse", "Sumber dana", codes.SOURCE),
    Field(4, "name", _TEXT, "purse", "Nama program"),
    Field(5, "unit_value_rupiah", _INTEGER, "purse", "Nilai satuan", unit="Rp", high=10_000_000_000_000),
    Field(6, "cap_rupiah", _INTEGER, "purse", "Batas per rumah", unit="Rp", high=10_000_000_000_000),
    Field(7, "ceiling_rupiah", _INTEGER, "purse", "Pagu", unit="Rp", high=10_000_000_000_000_000),
    Field(8, "legal_basis", _TEXT, "purse", "Dasar hukum"),
    Field(9, "note", _TEXT, "purse", "Catatan sumber dana"),
    Field(10, "status", _CODE, "purse", "Status catatan sumber dana", register_codes.RECORD_STATUS),
    Field(11, "work", _CODE, "purse", "Jenis pekerjaan", codes.WORK),  # empty: it pays for any kind
)

PLEDGE = (
    Field(1, "donor_kind", _CODE, "pledge", "Jenis penyumbang", codes.DONOR_KIND),
    Field(2, "region_code", _TEXT, "pledge", "Wilayah"),
    Field(3, "work", _CODE, "pledge", "Jenis pekerjaan", codes.WORK),
    Field(4, "homes", _INTEGER, "pledge", "Jumlah rumah", unit="rumah", high=100_000),
    Field(5, "amount_rupiah", _INTEGER, "pledge", "Nilai tawaran", unit="Rp", high=10_000_000_000_000_000),
    Field(6, "conditions", _TEXT, "pledge", "Syarat penyumbang"),
    Field(7, "condition", _INTEGER, "pledge", "Keadaan rumah yang dicari", low=1, high=5),
    Field(8, "valid_until", _DATE, "pledge", "Berlaku sampai"),
    Field(9, "withdrawn_date", _DATE, "pledge", "Ditarik pada"),
    Field(10, "answer", _CODE, "pledge_answer", "Jawaban", codes.PLEDGE_ANSWER),
    Field(11, "answer_note", _TEXT, "pledge_answer", "Catatan jawaban"),
    Field(12, "answered_date", _DATE, "pledge_answer", "Dijawab pada"),
    Field(13, "note", _TEXT, "pledge", "Catatan tawaran"),
    Field(14, "status", _CODE, "pledge", "Status catatan tawaran", register_codes.RECORD_STATUS),
)

FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.TARGET: TARGET,
    Kind.PURSE: PURSE,
    Kind.PLEDGE: PLEDGE,
}
BY_NAME: dict[Kind, dict[str, Field]] = {kind: {each.name: each for each in fields} for kind, fields in FIELDS.items()}
RECORD_TYPES: dict[Kind, RecordType] = {
    kind: RecordType(kind.name.lower(), kind.value, tuple(map(spec, fields))) for kind, fields in FIELDS.items()
}
