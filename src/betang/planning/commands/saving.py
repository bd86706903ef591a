"""How does what somebody says of a target, a purse or an offer come on record?"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from betang.accounts import recording
from betang.accounts.queries import Acting
from betang.journal import queries as journal
from betang.journal.commands import Change
from betang.journal.domain.commits import CommitId
from betang.journal.domain.records import Value
from betang.kernel.errors import Conflict, NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.planning.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.planning.domain.places import partition_of
from betang.planning.records import TABLES
from betang.register.domain.fields import Field
from betang.register.domain.parsing import FieldsRefused

MAY_DECIDE = 4  # the lowest rank that settles what others left side by side: an office, not a visitor
Seen = Mapping[str, Sequence[CommitId]]


@dataclass(frozen=True, slots=True)
class Saved:
    """The record, the fields that are now shown as said, and those that wait beside a value of higher standing."""

    id: UUID
    settled: tuple[str, ...]
    waiting: tuple[str, ...]


def make(acting: Acting, kind: Kind, values: Mapping[str, Value], *, region_code: str, because: str) -> Saved:
    """A new record of the person's agency."""
    entity = recording.new_id(acting)
    change = recording.made(RECORD_TYPES[kind], entity, values)
    return _write(acting, change, region_code=region_code, because=because)


def change(
    acting: Acting,
    kind: Kind,
    entity: UUID,
    values: Mapping[str, Value],
    *,
    region_code: str,
    because: str,
    seen: str | None = None,
) -> Saved:
    """Say the fields that differ from what the form showed (`seen`: `journal.queries.seen`; None: from what is shown).

    What was changed since the form was opened is not overwritten: the new value then stands beside it.
    """
    shown = shown_now(entity) if seen is None else read_seen(seen, entity)
    before = journal.values_seen(RECORD_TYPES[kind], shown)
    differing = {name: value for name, value in values.items() if value != before.get(name)}
    if not differing:
        raise Refusal("Tidak ada isian yang berubah, jadi tidak ada yang disimpan.", code="nothing_changed")
    said = recording.changed(RECORD_TYPES[kind], entity, differing, seen=shown)
    return _write(acting, said, region_code=region_code, because=because)


def shown_now(entity: UUID) -> Seen:
    """The commits behind what is shown of a record."""
    return {name: (head.commit,) for name, head in journal.shown_heads([entity]).get(entity, {}).items()}


def read_seen(seen: str, entity: UUID) -> Seen:
    """What a form showed; an empty note is that of a form of a record that was not there yet."""
    return journal.read_seen(seen, entity=entity) if seen else {}


def decide(
    acting: Acting, kind: Kind, entity: UUID, *, field: str, take: CommitId, seen: str, region_code: str
) -> Saved:
    """Take one of the values that stand side by side on a field; it replaces all of those seen."""
    heads = journal.read_seen(seen, entity=entity).get(field, ())
    if take not in heads:
        raise Conflict("Nilai ini sudah tidak ada di antara pilihan. Buka lagi halamannya.", code="value_not_seen")
    _require_rank(acting, kind, entity, field=field, region_code=region_code)
    taken = journal.values_seen(RECORD_TYPES[kind], {field: (take,)})
    said = recording.changed(RECORD_TYPES[kind], entity, taken, seen={field: heads})
    return _write(acting, said, region_code=region_code, because="Diputuskan dari nilai yang berbeda")


def _require_rank(acting: Acting, kind: Kind, entity: UUID, *, field: str, region_code: str) -> None:
    each, shown = BY_NAME[kind][field], journal.standing(entity)[field].shown
    if acting.ranks_on(entity, region_code).get(each.group, 0) < max(MAY_DECIDE, shown.rank):
        raise NotAllowed(
            "%(label)s diputuskan oleh pemilik datanya, %(agency)s. Anda dapat mengusulkan nilai lain.",
            code="not_the_owner",
            label=each.label,
            agency=shown.agency,
        )


def require_known(given: Mapping[str, object], allowed: Set[str]) -> None:
    """Raise `FieldsRefused` for what a form has no business to say."""
    strange = [name for name in given if name not in allowed]
    if strange:
        raise FieldsRefused({name: _no_such_field(name) for name in strange})


def _no_such_field(name: str) -> Refusal:
    return Refusal(
        "Isian %(field)s tidak ada atau tidak dapat diisi sendiri. Periksa ejaannya.", code="no_such_field", field=name
    )


def unanswered(each: Field) -> Refusal:
    """The refusal of a field that must be filled in and is not."""
    return Refusal("%(label)s belum diisi. Isi dulu, lalu simpan lagi.", code="unanswered", label=each.label)


def require_own(acting: Acting, entity: UUID, agency: str) -> None:
    """Raise `NotAllowed` unless the person's agency made the record.

    Whether a record is taken back stands in a field that nobody has said before, so that it would settle at once.
    """
    if not acting.made(entity):
        raise NotAllowed(
            "Catatan ini dibuat %(agency)s, jadi hanya instansi itu yang dapat menariknya. Hubungi mereka.",
            code="not_the_owner",
            agency=agency,
        )


def not_yet(each: Field) -> Refusal:
    """The refusal of a day that lies ahead."""
    return Refusal("%(label)s belum tiba. Periksa tahunnya.", code="not_yet", label=each.label)


def region_code_of(text: str) -> str:
    """The code of a region that is known. Raises `FieldsRefused`."""
    try:
        return organisation.resolve(text).code
    except Refusal as refused:
        raise FieldsRefused({"region_code": refused}) from None


def _write(acting: Acting, said: Change, *, region_code: str, because: str) -> Saved:
    deed = recording.Deed(acting, region_code, partition_of(region_code), because)
    (outcome,) = recording.write(deed, [said], tables=TABLES)
    return Saved(outcome.entity, tuple(outcome.values), tuple(outcome.waiting))
