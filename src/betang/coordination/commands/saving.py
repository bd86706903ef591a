"""How does what somebody says of a meeting, an obstacle or a promise come on record?"""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from uuid import UUID

from betang.accounts import recording
from betang.accounts.queries import Acting
from betang.coordination.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.coordination.domain.wording import plain
from betang.coordination.queries.scope import Row
from betang.coordination.records import TABLES
from betang.journal import blobs
from betang.journal import queries as journal
from betang.journal.domain.commits import CommitId
from betang.journal.domain.file_kinds import FileKind
from betang.journal.domain.records import Value
from betang.kernel import civil_numbers
from betang.kernel.errors import Conflict, NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.organisation.queries import AgencyView
from betang.register.domain.fields import Field
from betang.register.domain.parsing import FieldsRefused, read_fields

_REGENCY = 5  # letters of a regency's code
_LONGEST_NAME = 120
File = tuple[str, bytes]  # name and content
Values = dict[str, Value]
Seen = Mapping[str, Sequence[CommitId]]


def make(acting: Acting, kind: Kind, values: Mapping[str, Value], *, region_code: str, partition: str = "") -> UUID:
    """A new record of the person's agency."""
    entity = recording.new_id(acting)
    deed = recording.Deed(acting, region_code, partition or region_code[:_REGENCY])
    recording.write(deed, [recording.made(RECORD_TYPES[kind], entity, values)], tables=TABLES)
    return entity


def change(
    acting: Acting,
    kind: Kind,
    row: Row,
    values: Mapping[str, Value],
    *,
    region_code: str,
    because: str = "",
    seen: str | None = None,
    by_hand: bool = True,
) -> None:
    """Say other values of a record. Raises `NotAllowed` where they would only wait beside somebody else's."""
    entity = row["id"]
    shown = journal.read_seen(seen, entity=entity) if seen else None
    _require_fresh(entity, values, shown)
    said = recording.changed(RECORD_TYPES[kind], entity, values, seen=shown)
    deed = recording.Deed(acting, region_code, row["partition"], because, by_hand)
    (outcome,) = recording.write(deed, [said], tables=TABLES)
    if outcome.waiting:
        raise NotAllowed(
            "Catatan ini sudah diisi %(agency)s atau kantor lain yang berwenang. Hubungi mereka untuk mengubahnya.",
            code="not_the_owner",
            agency=row["agency"],
        )


def _require_fresh(entity: UUID, values: Mapping[str, Value], shown: Seen | None) -> None:
    """Raise `Conflict` where somebody has changed a field since the form was opened."""
    if shown is None:
        return
    now = journal.shown_heads([entity]).get(entity, {})
    if any(name in now and now[name].commit not in shown.get(name, ()) for name in values):
        raise Conflict(
            "Catatan ini diubah sejak Anda membukanya. Buka lagi halamannya, lalu ulangi perubahan Anda.",
            code="changed_meanwhile",
        )


def read(kind: Kind, given: Mapping[str, object], *, unsaid: Container[str], needed: Iterable[str] = ()) -> Values:
    """What a form or a file says; empty text is nothing. `unsaid` cannot be said by hand. Raises `FieldsRefused`."""
    fields = BY_NAME[kind]
    strange = {name: _no_such_field(name) for name in given if name in unsaid or name not in fields}
    if strange:
        raise FieldsRefused(strange)
    values: Values = {name: value for name, value in read_fields(fields, given).items() if value not in (None, "")}
    missing = {name: unanswered(fields[name].label) for name in needed if name not in values}
    if missing:
        raise FieldsRefused(missing)
    _require_nobody(fields, values)
    return values


def _require_nobody(fields: Mapping[str, Field], values: Values) -> None:
    """Raise `FieldsRefused` for a NIK or KK number: what is said at a meeting is read on a wall and in the press."""
    named = {
        name: Refusal(
            "%(label)s memuat nomor 16 angka seperti NIK atau KK. Hapus nomornya; keluarga ditunjuk lewat saringan.",
            code="personal_number",
            label=fields[name].label,
        )
        for name, value in values.items()
        if isinstance(value, str) and civil_numbers.stands_in(value)
    }
    if named:
        raise FieldsRefused(named)


def unanswered(label: str) -> Refusal:
    """The refusal of a field that must be filled in and is not."""
    return Refusal("%(label)s belum diisi. Isi dulu, lalu simpan lagi.", code="unanswered", label=label)


def place(values: Values) -> str:
    """The region that is spoken of, in Kemendagri's code. Raises `FieldsRefused` for one that is not known."""
    try:
        code = organisation.resolve(str(values["region_code"])).code
    except Refusal as refused:
        raise FieldsRefused({"region_code": refused}) from None
    values["region_code"] = code
    return code


def name_office(values: Values, entity: str, name: str, *, on: date) -> None:
    """Write the name beside the office that was chosen, or find the office that was named; none that was abolished."""
    office = _office(values, entity, name)
    if office is None:
        return
    try:
        organisation.require_at_work(office, on)
    except Refusal as refused:
        raise FieldsRefused({entity: refused}) from None
    values[entity] = office.id
    values[name] = values.get(name) or office.name


def _office(values: Values, entity: str, name: str) -> AgencyView | None:
    chosen = values.get(entity)
    try:
        if isinstance(chosen, UUID):
            return organisation.agency(chosen)
    except Refusal as refused:
        raise FieldsRefused({entity: refused}) from None
    folded = organisation.folded(str(values.get(name) or ""))
    return next((each for each in organisation.agencies() if organisation.folded(each.name) == folded), None)


def not_after(values: Values, kind: Kind, name: str, day: date) -> None:
    """Raise `FieldsRefused` for a day that has not come."""
    said = values.get(name)
    if isinstance(said, date) and said > day:
        raise FieldsRefused({name: not_yet(BY_NAME[kind][name].label)})


def not_yet(label: str) -> Refusal:
    """The refusal of a day that lies ahead."""
    return Refusal("%(label)s belum tiba. Periksa tahunnya.", code="not_yet", label=label)


def not_before(values: Values, kind: Kind, earlier: str, later: str) -> None:
    """Raise `FieldsRefused` where what comes later is dated before what comes earlier."""
    first, last = values.get(earlier), values.get(later)
    if isinstance(first, date) and isinstance(last, date) and last < first:
        raise FieldsRefused({later: out_of_order(BY_NAME[kind][later].label, BY_NAME[kind][earlier].label)})


def out_of_order(later: str, earlier: str) -> Refusal:
    """The refusal of a day that comes before the one that it follows."""
    return Refusal(
        "%(later)s mendahului %(earlier)s. Periksa kedua tanggal itu.",
        code="dates_out_of_order",
        later=later,
        earlier=earlier.lower(),
    )


def file_values(file: File | None, field: str, *, allowed: Container[FileKind]) -> Values:
    """A file that comes with a record, kept by its content; its name without path and invisible characters."""
    if file is None:
        return {}
    name, content = file
    shown = plain(PurePath(name.replace("\\", "/")).name)[-_LONGEST_NAME:]
    return {field: blobs.keep(content, allowed=allowed), f"{field}_name": shown}


def _no_such_field(name: str) -> Refusal:
    return Refusal(
        "Isian %(field)s tidak ada atau tidak dapat diisi sendiri. Periksa ejaannya.", code="no_such_field", field=name
    )
