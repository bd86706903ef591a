"""Which fields have a meeting and its parts, an obstacle and a commitment?"""

from enum import IntEnum

from betang.coordination.domain import codes
from betang.journal.domain.records import FieldType, RecordType
from betang.register.domain import codes as register_codes
from betang.register.domain.fields import Field
from betang.register.domain.record_types import spec


class Kind(IntEnum):
    """The kinds of record, by the code each has in a commit."""

    MEETING = 40
    INVITATION = 41
    AGENDA = 42
    ATTENDANCE = 43
    OUTCOME = 44
    OBSTACLE = 45
    COMMITMENT = 46

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Kind.MEETING: "Rapat",
    Kind.INVITATION: "Undangan",
    Kind.AGENDA: "Mata acara",
    Kind.ATTENDANCE: "Kehadiran",
    Kind.OUTCOME: "Hasil rapat",
    Kind.OBSTACLE: "Kendala",
    Kind.COMMITMENT: "Komitmen",
}
_TEXT = FieldType.TEXT
_INTEGER = FieldType.INTEGER
_DATE = FieldType.DATE
_CODE = FieldType.CODE
_ENTITY = FieldType.ENTITY

MEETING = (
    Field(1, "title", _TEXT, "meeting", "Nama rapat"),
    Field(2, "region_code", _TEXT, "meeting", "Wilayah"),
    Field(3, "held_date", _DATE, "meeting", "Tanggal"),
    Field(4, "starts", _TEXT, "meeting", "Mulai pukul"),
    Field(5, "ends", _TEXT, "meeting", "Selesai pukul"),
    Field(6, "room", _TEXT, "meeting", "Ruang"),
    Field(7, "building", _TEXT, "meeting", "Gedung"),
    Field(8, "city", _TEXT, "meeting", "Kota"),
    Field(9, "platform", _TEXT, "meeting", "Daring lewat"),
    Field(10, "programme", _TEXT, "meeting", "Program"),
    Field(11, "occasion", _TEXT, "meeting", "Dalam rangka"),
    Field(12, "purpose", _TEXT, "meeting", "Tujuan"),
    Field(13, "course", _TEXT, "meeting", "Jalannya rapat"),
    Field(14, "significance", _TEXT, "meeting", "Makna rapat"),
    Field(15, "chair", _TEXT, "meeting", "Pemimpin rapat"),
    Field(16, "source", _TEXT, "meeting", "Sumber keterangan"),
    Field(17, "state", _CODE, "meeting", "Keadaan rapat", codes.MEETING_STATE),
    Field(18, "note", _TEXT, "meeting", "Catatan rapat"),
    Field(19, "status", _CODE, "meeting", "Status catatan rapat", register_codes.RECORD_STATUS),
)

INVITATION = (
    Field(1, "meeting", _ENTITY, "meeting", "Rapat"),
    Field(2, "part", _CODE, "meeting", "Peran di rapat", codes.PART),
    Field(3, "invited_id", _ENTITY, "meeting", "Instansi"),
    Field(4, "invited", _TEXT, "meeting", "Nama instansi"),
    Field(5, "region_code", _TEXT, "meeting", "Wilayah instansi"),
    Field(6, "status", _CODE, "meeting", "Status catatan undangan", register_codes.RECORD_STATUS),
)

AGENDA = (
    Field(1, "meeting", _ENTITY, "meeting", "Rapat"),
    Field(2, "place", _INTEGER, "meeting", "Urutan", low=1, high=1000),
    Field(3, "item", _CODE, "meeting", "Jenis acara", codes.ITEM),
    Field(4, "title", _TEXT, "meeting", "Acara"),
    Field(5, "speaker", _TEXT, "meeting", "Pembicara"),
    Field(6, "function", _TEXT, "meeting", "Jabatan pembicara"),
    Field(7, "office", _TEXT, "meeting", "Instansi pembicara"),
    Field(8, "mode", _CODE, "meeting", "Cara hadir", codes.MODE),
    Field(9, "quote", _TEXT, "meeting", "Kutipan"),
    Field(10, "gist", _TEXT, "meeting", "Pokok bahasan"),
    Field(11, "file", _TEXT, "meeting", "Berkas paparan"),
    Field(12, "file_name", _TEXT, "meeting", "Nama berkas paparan"),
    Field(13, "status", _CODE, "meeting", "Status catatan mata acara", register_codes.RECORD_STATUS),
)

ATTENDANCE = (
    Field(1, "meeting", _ENTITY, "meeting", "Rapat"),
    Field(2, "name", _TEXT, "meeting", "Nama"),
    Field(3, "function", _TEXT, "meeting", "Jabatan"),
    Field(4, "office", _TEXT, "meeting", "Instansi"),
    Field(5, "office_id", _ENTITY, "meeting", "Instansi di daftar"),
    Field(6, "region_code", _TEXT, "meeting", "Wilayah instansi"),
    Field(7, "mode", _CODE, "meeting", "Cara hadir", codes.MODE),
    Field(8, "status", _CODE, "meeting", "Status catatan kehadiran", register_codes.RECORD_STATUS),
)

OUTCOME = (
    Field(1, "meeting", _ENTITY, "decision", "Rapat"),
    Field(2, "place", _INTEGER, "decision", "Urutan", low=1, high=1000),
    Field(3, "outcome", _CODE, "decision", "Jenis hasil", codes.OUTCOME),
    Field(4, "text", _TEXT, "decision", "Isi"),
    Field(5, "office", _TEXT, "decision", "Instansi"),
    Field(6, "commitment", _ENTITY, "decision", "Komitmen"),
    Field(7, "obstacle", _ENTITY, "decision", "Kendala"),
    Field(8, "status", _CODE, "decision", "Status catatan hasil rapat", register_codes.RECORD_STATUS),
)

OBSTACLE = (
    Field(1, "meeting", _ENTITY, "obstacle", "Rapat"),
    Field(2, "topic", _CODE, "obstacle", "Topik", codes.TOPIC),
    Field(3, "text", _TEXT, "obstacle", "Kendala"),
    Field(4, "region_code", _TEXT, "obstacle", "Wilayah"),
    Field(5, "raised_by", _TEXT, "obstacle", "Diangkat oleh"),
    Field(6, "raised_by_id", _ENTITY, "obstacle", "Instansi yang mengangkat"),
    Field(7, "raised_date", _DATE, "obstacle", "Diangkat pada"),
    Field(8, "evidence", _TEXT, "obstacle", "Bukti"),
    Field(9, "evidence_file", _TEXT, "obstacle", "Berkas bukti"),
    Field(10, "evidence_file_name", _TEXT, "obstacle", "Nama berkas bukti"),
    Field(11, "filter", _TEXT, "obstacle", "Saringan daftar"),
    Field(12, "level", _CODE, "obstacle_answer", "Tingkat", codes.LEVEL),
    Field(13, "responsible", _TEXT, "obstacle_answer", "Penanggung jawab"),
    Field(14, "responsible_id", _ENTITY, "obstacle_answer", "Instansi penanggung jawab"),
    Field(15, "due_date", _DATE, "obstacle_answer", "Tenggat jawaban"),
    Field(16, "sent_date", _DATE, "obstacle_answer", "Dikirim ke tingkat atas pada"),
    Field(17, "state", _CODE, "obstacle_answer", "Keadaan", codes.OBSTACLE_STATE),
    Field(18, "answer", _TEXT, "obstacle_answer", "Jawaban"),
    Field(19, "answered_date", _DATE, "obstacle_answer", "Dijawab pada"),
    Field(20, "status", _CODE, "obstacle", "Status catatan kendala", register_codes.RECORD_STATUS),
)

COMMITMENT = (
    Field(1, "meeting", _ENTITY, "commitment", "Rapat"),
    Field(2, "obstacle", _ENTITY, "commitment", "Kendala"),
    Field(3, "text", _TEXT, "commitment", "Komitmen"),
    Field(4, "region_code", _TEXT, "commitment", "Wilayah"),
    Field(5, "responsible", _TEXT, "commitment", "Penanggung jawab"),
    Field(6, "responsible_id", _ENTITY, "commitment", "Instansi penanggung jawab"),
    Field(7, "made_date", _DATE, "commitment", "Dijanjikan pada"),
    Field(8, "due_date", _DATE, "commitment", "Tenggat"),
    Field(9, "proof_kind", _CODE, "commitment", "Cara menilai", codes.PROOF),
    Field(10, "metric", _CODE, "commitment", "Ukuran", codes.METRIC),
    Field(11, "filter", _TEXT, "commitment", "Saringan daftar"),
    Field(12, "source", _TEXT, "commitment", "Rincian ukuran"),
    Field(13, "since_date", _DATE, "commitment", "Dihitung sejak"),
    Field(14, "threshold", _INTEGER, "commitment", "Paling sedikit", high=1_000_000_000),
    Field(15, "proof", _TEXT, "commitment_proof", "Bukti"),
    Field(16, "proof_file", _TEXT, "commitment_proof", "Berkas bukti"),
    Field(17, "proof_file_name", _TEXT, "commitment_proof", "Nama berkas bukti"),
    Field(18, "state", _CODE, "commitment_proof", "Keadaan", codes.COMMITMENT_STATE),
    Field(19, "closed_date", _DATE, "commitment_proof", "Ditutup pada"),
    Field(20, "closed_value", _INTEGER, "commitment_proof", "Angka saat ditutup", high=1_000_000_000),
    Field(21, "evidence", _TEXT, "commitment_proof", "Bukti beku"),
    Field(22, "note", _TEXT, "commitment", "Catatan komitmen"),
    Field(23, "status", _CODE, "commitment", "Status catatan komitmen", register_codes.RECORD_STATUS),
)

FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.MEETING: MEETING,
    Kind.INVITATION: INVITATION,
    Kind.AGENDA: AGENDA,
    Kind.ATTENDANCE: ATTENDANCE,
    Kind.OUTCOME: OUTCOME,
    Kind.OBSTACLE: OBSTACLE,
    Kind.COMMITMENT: COMMITMENT,
}
BY_NAME: dict[Kind, dict[str, Field]] = {kind: {each.name: each for each in fields} for kind, fields in FIELDS.items()}
RECORD_TYPES: dict[Kind, RecordType] = {
    kind: RecordType(kind.name.lower(), kind.value, tuple(map(spec, fields))) for kind, fields in FIELDS.items()
}
