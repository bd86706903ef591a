"""How does somebody say of a field that it is otherwise, and who settles it when two say different things?"""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from betang.accounts.queries import Ability, Acting, require
from betang.journal import queries as journal
from betang.journal.commands import Outcome
from betang.journal.domain.commits import CommitId
from betang.journal.domain.records import Value
from betang.journal.domain.sealed import Sealed
from betang.journal.keyring import open_number
from betang.kernel.errors import Conflict, NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import parse_code
from betang.register.commands.writing import Deed, change, sealed, write_and_list
from betang.register.domain.fields import BY_NAME, Kind
from betang.register.domain.parsing import DOUBT_OF, FIGURE_DOUBTS, FieldsRefused, read_all, read_number
from betang.register.domain.record_types import RECORD_TYPES
from betang.register.queries.located import Located, located
from betang.register.scope import partition_of

MAY_DECIDE = 4  # the lowest rank that settles what others left side by side: an office, not a visitor


def edit(
    acting: Acting, *, entity: UUID, values: Mapping[str, object], seen: str, because: str, observed: date | None = None
) -> Outcome:
    """Change the fields that differ from what the form showed (`seen`: `journal.queries.seen`).

    What was changed since, or is held by someone of higher rank, is not overwritten: the new value then stands beside
    it (`Outcome.waiting`). Raises `FieldsRefused`, `NotAllowed`, `Malformed` for a note that is not ours, and `Refusal`
    when nothing differs.
    """
    with transaction.atomic():
        record = located(acting, entity)
        require(acting, Ability.EDIT, record.region_code)
        stated = sealed(record.kind, _checked(acting, record, read_all(record.kind, values)))
        shown = journal.read_seen(seen, entity=entity)
        changed = _changed(record.kind, stated, shown)
        if not changed:
            raise Refusal("Tidak ada isian yang berubah, jadi tidak ada yang disimpan.", code="nothing_changed")
        bases = {name: _base(entity, name, shown) for name in changed}
        return _write(acting, record, changed, bases, because, observed)


def decide(acting: Acting, *, entity: UUID, field: str, take: CommitId, seen: str) -> Outcome:
    """Take one of the values that stand side by side (`seen`: `journal.queries.seen_all`); it replaces all of them.

    Raises `NotAllowed` below the rank of the strongest of them, `Conflict` if the value taken is not among those seen.
    """
    with transaction.atomic():
        record = located(acting, entity)
        require(acting, Ability.DECIDE, record.region_code)
        heads = journal.read_seen(seen, entity=entity).get(field, ())
        if take not in heads:
            raise Conflict("Nilai ini sudah tidak ada di antara pilihan. Buka lagi halamannya.", code="value_not_seen")
        _check_rank(acting, record, field)
        taken = journal.values_seen(RECORD_TYPES[record.kind], {field: (take,)})
        values = taken | _doubt_of(field, taken[field])
        bases = {name: heads if name == field else _all_heads(entity, name) for name in values}
        return _write(acting, record, values, bases, "Diputuskan dari nilai yang berbeda", None)


def _write(
    acting: Acting,
    record: Located,
    values: Mapping[str, Value],
    bases: Mapping[str, Sequence[CommitId]],
    because: str,
    observed: date | None,
) -> Outcome:
    deed = Deed(acting, record.partition, record.region_code, because, by_hand=True)
    made = change(record.kind, record.id, values, observed=observed, bases=bases)
    family = record.id if record.kind is Kind.FAMILY else record.values.get("family")
    families = [family] if isinstance(family, UUID) else []
    house = record.id if record.kind is Kind.HOUSE else record.values.get("house")
    return write_and_list(deed, [made], families=families, houses=[house] if isinstance(house, UUID) else [])[0]


def _checked(acting: Acting, record: Located, values: Mapping[str, Value]) -> dict[str, Value]:
    """Places and links must be known ones, in the region whose part of the register this record is in."""
    checked = dict(values)
    for name, value in values.items():
        try:
            if name == "village_code" and value:
                checked[name] = village(str(value), partition=record.partition)
            if isinstance(value, UUID):
                located(acting, value)
        except Refusal as refusal:
            raise FieldsRefused({name: refusal}) from None
    return checked


def village(text: str, *, partition: str | None) -> str:
    """The code of a village that is known, and lies in the partition. Raises `Refusal`."""
    code = parse_code(text).code
    region = organisation.region(code)
    if region is None or len(code) != 13:
        raise Refusal(
            "Kode wilayah ini bukan kode desa atau kelurahan. Pilih desanya, misalnya 61.05.19.2001.",
            code="not_a_village",
            field="village_code",
        )
    if partition is not None and partition_of(code) != partition:
        raise Refusal(
            "Desa itu di kabupaten lain. Pemindahan antarkabupaten belum dapat dicatat di sini.",
            code="other_regency",
            field="village_code",
        )
    return code


def _changed(kind: Kind, stated: Mapping[str, Value], shown: Mapping[str, Sequence[CommitId]]) -> dict[str, Value]:
    """What differs from what the form showed. A number goes with its doubt, also where the doubt stays as it was."""
    before = journal.values_seen(RECORD_TYPES[kind], shown)
    numbers = {doubt: number for number, (doubt, _) in DOUBT_OF.items()}
    of_figures = set(FIGURE_DOUBTS.values())
    changed = {
        name: value
        for name, value in stated.items()
        if name not in of_figures and stated[numbers.get(name, name)] != before.get(numbers.get(name, name))
    }
    settled = {FIGURE_DOUBTS[name] for name in changed if name in FIGURE_DOUBTS}
    return changed | {doubt: None for doubt in sorted(settled) if before.get(doubt)}


def _base(entity: UUID, name: str, shown: Mapping[str, Sequence[CommitId]]) -> Sequence[CommitId]:
    """The commits the form showed on a field; whoever saw a number saw whether it was doubtful."""
    numbers = {doubt: number for number, (doubt, _) in DOUBT_OF.items()}
    if name in shown or numbers.get(name) not in shown:
        return shown.get(name, ())
    return _all_heads(entity, name)


def _all_heads(entity: UUID, field: str) -> Sequence[CommitId]:
    return journal.read_seen(journal.seen_all(entity, field), entity=entity).get(field, ())


def _doubt_of(field: str, value: Value) -> dict[str, Value]:
    if field not in DOUBT_OF:
        return {}
    number = open_number(value) if isinstance(value, Sealed) else None
    doubt = DOUBT_OF[field][0]
    return {doubt: read_number(field, number)[doubt]}


def _check_rank(acting: Acting, record: Located, field: str) -> None:
    each = BY_NAME[record.kind][field]
    rank = acting.ranks_for(record.region_code).get(each.group, 0)
    standing = journal.standing(record.id)[field]
    if rank < max(MAY_DECIDE, standing.shown.rank):
        raise NotAllowed(
            "%(label)s diputuskan oleh pemilik datanya, %(agency)s. Anda dapat mengusulkan nilai lain.",
            code="not_the_owner",
            field=field,
            label=each.label,
            agency=standing.shown.agency,
        )
