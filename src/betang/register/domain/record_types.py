"""Which record types does the register hand to the journal?"""

from betang.journal.domain.records import FieldSpec, RecordType
from betang.register.domain.fields import FIELDS, Field, Kind


def spec(each: Field) -> FieldSpec:
    choices = each.codes.codes if each.codes else ()
    return FieldSpec(each.id, each.name, each.type, each.group, choices, each.label, each.unit)


RECORD_TYPES: dict[Kind, RecordType] = {
    kind: RecordType(kind.name.lower(), kind.value, tuple(spec(each) for each in fields))
    for kind, fields in FIELDS.items()
}
