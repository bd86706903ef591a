"""Which fields has a figure that somebody published?"""

from enum import IntEnum

from betang.figures.domain import codes
from betang.journal.domain.records import FieldType, RecordType
from betang.register.domain import codes as register_codes
from betang.register.domain.fields import Field
from betang.register.domain.record_types import spec


class Kind(IntEnum):
    """The kinds of record, by the code each has in a commit."""

    PUBLISHED = 30

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Kind.PUBLISHED: "Angka terbitan",
}
_TEXT = FieldType.TEXT
_INTEGER = FieldType.INTEGER
_DATE = FieldType.DATE
_CODE = FieldType.CODE
_ENTITY = FieldType.ENTITY

PUBLISHED = (
    Field(1, "statement", _ENTITY, "published", "Terbitan"),
    Field(2, "region_code", _TEXT, "published", "Wilayah"),
    Field(3, "subject", _CODE, "published", "Yang dihitung", codes.SUBJECT),
    Field(4, "homes", _INTEGER, "published", "Jumlah", unit="rumah", high=1_000_000_000),
    Field(5, "as_of_date", _DATE, "published", "Keadaan pada"),
    Field(6, "as_of_year", _INTEGER, "published", "Tahun keadaan", low=1945, high=2200),
    Field(7, "publisher", _TEXT, "published", "Penerbit"),
    Field(8, "title", _TEXT, "published", "Judul terbitan"),
    Field(9, "document", _TEXT, "published", "Sumber"),
    Field(10, "note", _TEXT, "published", "Catatan angka"),
    Field(11, "status", _CODE, "published", "Status catatan angka", register_codes.RECORD_STATUS),
)

FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.PUBLISHED: PUBLISHED,
}
BY_NAME: dict[Kind, dict[str, Field]] = {kind: {each.name: each for each in fields} for kind, fields in FIELDS.items()}
RECORD_TYPES: dict[Kind, RecordType] = {
    kind: RecordType(kind.name.lower(), kind.value, tuple(map(spec, fields))) for kind, fields in FIELDS.items()
}
