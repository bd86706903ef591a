"""What does a row change of a family that the register already has?

Only what the row states and what differs. What an officer edited by hand stays, what was observed later stays, a
doubtful number does not replace a sound one, and what was corrected since the row was first sent is not brought back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from betang.journal import bulk
from betang.journal import commands as journal
from betang.journal import queries as journal_queries
from betang.journal.commands import Change
from betang.journal.domain.records import Value
from betang.journal.queries import HeadInfo, Statement
from betang.register.domain.fields import BY_NAME, FIELDS, Kind
from betang.register.domain.news import news, without_parts
from betang.register.domain.parsing import DOUBT_OF, DOUBTS, FIGURE_DOUBTS
from betang.register.domain.record_types import RECORD_TYPES
from betang.register.models import Assessment
from betang.register.tables import TABLES, VOID, values_of

# The numbers that share a doubt, and that doubt.
_DOUBTED = (
    *(((number,), doubt) for number, (doubt, _) in DOUBT_OF.items()),
    *(
        (tuple(n for n, d in FIGURE_DOUBTS.items() if d == doubt), doubt)
        for doubt in dict.fromkeys(FIGURE_DOUBTS.values())
    ),
)
# Which record of an event is the same event: one visit a day, one aid of a programme and year.
_EVENT = {Kind.ASSESSMENT: ("assessed_date",), Kind.AID: ("programme", "funding_source", "year")}


@dataclass
class Known:
    """What the register shows of families and their records, read once for many rows."""

    rows: dict[Kind, dict[UUID, Mapping[str, Value]]]
    events: dict[Kind, dict[UUID, list[UUID]]]
    ranks: Mapping[str, int]
    heads: dict[UUID, dict[str, HeadInfo]] = field(default_factory=dict)


@dataclass
class Update:
    """The changes of one row, and what the clerk should know. `stated` is by kind and entity; None: a new entity."""

    family: UUID
    observed: date | None
    new: list[tuple[Kind, UUID, Mapping[str, Value]]] = field(default_factory=list)
    stated: list[tuple[Kind, UUID, dict[str, Value]]] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)

    @property
    def is_nothing_new(self) -> bool:
        """Whether the row says of this family only what is shown."""
        return not self.new and not self.stated


def load(families: Iterable[UUID], ranks: Mapping[str, int]) -> Known:
    """Everything shown of these families."""
    ids = list(families)
    rows: dict[Kind, dict[UUID, Mapping[str, Value]]] = {Kind.FAMILY: _rows(Kind.FAMILY, "id", ids)}
    rows[Kind.HOUSE] = _rows(Kind.HOUSE, "id", _named(rows[Kind.FAMILY], "house"))
    rows[Kind.PERSON] = _rows(Kind.PERSON, "id", _named(rows[Kind.FAMILY], "head"))
    events: dict[Kind, dict[UUID, list[UUID]]] = {}
    for kind in _EVENT:
        rows[kind] = _rows(kind, "family", ids)
        events[kind] = {}
        for entity, row in rows[kind].items():
            if row["status"] == VOID:
                continue
            events[kind].setdefault(row["family"], []).append(entity)  # type: ignore[arg-type]  # filtered by it
    _add_visits_of_homes(rows, events)
    return Known(rows, events, ranks)


def _add_visits_of_homes(
    rows: dict[Kind, dict[UUID, Mapping[str, Value]]], events: dict[Kind, dict[UUID, list[UUID]]]
) -> None:
    """A visit that names no family is of everyone who lives in the house."""
    at_home: dict[object, list[UUID]] = {}
    for family, row in rows[Kind.FAMILY].items():
        if row["house"]:
            at_home.setdefault(row["house"], []).append(family)
    visits = Assessment.objects.filter(house__in=list(at_home), family__isnull=True)
    for visit in visits.exclude(status=VOID).order_by("id").values():
        rows[Kind.ASSESSMENT][visit["id"]] = values_of(Kind.ASSESSMENT, visit)
        for family in at_home[visit["house"]]:
            events[Kind.ASSESSMENT].setdefault(family, []).append(visit["id"])


def _rows(kind: Kind, column: str, ids: Sequence[object]) -> dict[UUID, Mapping[str, Value]]:
    names = ("id", *(each.name for each in FIELDS[kind]))
    found = (dict(zip(names, row, strict=True)) for row in bulk.rows(TABLES[kind], names, where=column, among=ids))
    return {row["id"]: values_of(kind, row) for row in sorted(found, key=lambda row: row["id"])}


def _named(rows: Mapping[UUID, Mapping[str, Value]], column: str) -> list[object]:
    return [row[column] for row in rows.values() if row[column]]


def compare(
    known: Known,
    family: UUID,
    stated: Mapping[Kind, Mapping[str, Value]],
    observed: date | None,
    *,
    parts_are_read_out: bool = False,
) -> Update:
    """What the row says otherwise than the register, before anyone asks whether it may replace it.

    `parts_are_read_out`: its hamlet, RT and RW have no cells of their own but were read out of the address.
    """
    update = Update(family, observed)
    shown_house = _house_of(known, family)
    if parts_are_read_out:
        stated = {**stated, Kind.HOUSE: without_parts(shown_house, stated[Kind.HOUSE])}
    of_family = dict(stated[Kind.FAMILY])
    if of_family.get("village_code") == shown_house.get("village_code"):
        of_family.pop("village_code", None)  # the home says where they live
    for kind, link in ((Kind.HOUSE, "house"), (Kind.PERSON, "head")):
        entity = known.rows[Kind.FAMILY][family][link]
        if isinstance(entity, UUID):
            _differ(update, kind, entity, known.rows[kind].get(entity, {}), stated[kind])
        elif stated[kind]:
            of_family[link] = _added(update, kind, _linked(kind, family, stated[kind]))
    _differ(update, Kind.FAMILY, family, known.rows[Kind.FAMILY][family], of_family)
    for kind in _EVENT:
        if stated[kind]:
            _compare_event(known, update, kind, stated[kind])
    return update


def _house_of(known: Known, family: UUID) -> Mapping[str, Value]:
    house = known.rows[Kind.FAMILY][family]["house"]
    return known.rows[Kind.HOUSE].get(house, {}) if isinstance(house, UUID) else {}


def _linked(kind: Kind, family: UUID, stated: Mapping[str, Value]) -> Mapping[str, Value]:
    return {"family": family, **stated} if kind is Kind.PERSON else stated


def _compare_event(known: Known, update: Update, kind: Kind, stated: Mapping[str, Value]) -> None:
    which = [stated.get(name) for name in _EVENT[kind]]
    rows = known.rows[kind]
    same = [
        each
        for each in known.events[kind].get(update.family, ())
        if [rows[each][name] for name in _EVENT[kind]] == which
    ]
    if same:
        entity = next((each for each in same if not news(rows[each], stated)), same[0])
        return _differ(update, kind, entity, rows[entity], stated)
    if not any(which) and _is_on_record(known, kind, update.family, stated):
        return None
    house = known.rows[Kind.FAMILY][update.family]["house"]
    _added(update, kind, {"family": update.family, "house": house} | dict(stated))
    return None


def _is_on_record(known: Known, kind: Kind, family: UUID, stated: Mapping[str, Value]) -> bool:
    """What a list tells without a day is no news if a visit that we know says the same."""
    visits = (known.rows[kind][entity] for entity in known.events[kind].get(family, ()))
    return any(all(visit.get(name) == value for name, value in stated.items()) for visit in visits)


def _added(update: Update, kind: Kind, values: Mapping[str, Value]) -> UUID:
    entity = journal.new_id()
    update.new.append((kind, entity, {name: value for name, value in values.items() if value is not None}))
    return entity


def _differ(update: Update, kind: Kind, entity: UUID, shown: Mapping[str, Value], stated: Mapping[str, Value]) -> None:
    other = news(shown, stated)
    for numbers, doubt in _DOUBTED:
        _settle_doubt(update, [number for number in numbers if number in other], doubt, other, shown, stated)
    if other:
        update.stated.append((kind, entity, other))


def _settle_doubt(
    update: Update,
    changed: Sequence[str],
    doubt: str,
    other: dict[str, Value],
    shown: Mapping[str, Value],
    stated: Mapping[str, Value],
) -> None:
    """A doubt goes with its number, raised or laid to rest; a sound number does not yield to a doubtful one."""
    other.pop(doubt, None)
    if not changed:
        return
    if stated.get(doubt) and not shown.get(doubt) and all(shown.get(number) is not None for number in changed):
        update.flags.append("sound_number_kept")
        for number in changed:
            del other[number]
    elif stated.get(doubt) or shown.get(doubt) or changed[0] in DOUBT_OF:
        other[doubt] = stated.get(doubt)


def changes(known: Known, updates: Sequence[Update]) -> list[list[Change]]:
    """Per update the changes that its row may make; the flags of an update say what was left as it is."""
    known.heads = journal_queries.shown_heads({entity for each in updates for _, entity, _ in each.stated})
    _leave_corrected(known, updates)
    return [_changes_of(known, update) for update in updates]


def _leave_corrected(known: Known, updates: Sequence[Update]) -> None:
    """Take out of the updates what was said before and has been replaced since by somebody who knew it."""
    asked = [
        (update, values, Statement(entity, RECORD_TYPES[kind], name, value, update.observed))
        for update in updates
        for kind, entity, values in update.stated
        for name, value in values.items()
        if name not in DOUBTS and _may_be_corrected(known.heads.get(entity, {}).get(name), update.observed)
    ]
    told = journal_queries.given_up([statement for _, _, statement in asked])
    for (update, values, statement), is_given_up in zip(asked, told, strict=True):
        if is_given_up:
            by_hand = known.heads[statement.entity][statement.field].by_hand
            update.flags.append("edited_by_hand" if by_hand else "corrected_since")
            _leave(values, statement.field)
    for update in updates:
        update.stated = [stated for stated in update.stated if stated[-1]]


def _may_be_corrected(head: HeadInfo | None, observed: date | None) -> bool:
    """A later day is news whatever was said before, and an older one is left for being older."""
    return head is not None and (head.by_hand or head.observed is None or head.observed == observed)


def _leave(values: dict[str, Value], name: str) -> None:
    """A number and its doubt are left together."""
    values.pop(name, None)
    for numbers, doubt in _DOUBTED:
        if name in numbers and not any(number in values for number in numbers):
            values.pop(doubt, None)


def _changes_of(known: Known, update: Update) -> list[Change]:
    made = [Change(entity, RECORD_TYPES[kind], values, None, update.observed) for kind, entity, values in update.new]
    for kind, entity, stated in update.stated:
        heads = known.heads.get(entity, {})
        allowed = {
            name: value
            for name, value in stated.items()
            if _may_replace(heads.get(name), update) and not _is_proposed(known, kind, entity, name, value)
        }
        bases = {name: (heads[name].commit,) for name in allowed if name in heads}
        if allowed:
            made.append(Change(entity, RECORD_TYPES[kind], allowed, bases, update.observed))
    return made


def _may_replace(head: HeadInfo | None, update: Update) -> bool:
    if head is None:
        return True
    if head.by_hand:
        update.flags.append("edited_by_hand")
        return False
    if head.observed is not None and (update.observed is None or head.observed > update.observed):
        update.flags.append("newer_kept")
        return False
    return True


def _is_proposed(known: Known, kind: Kind, entity: UUID, name: str, value: Value) -> bool:
    """Does this very value wait beside a shown one of higher rank already? Then saying it again would be noise."""
    head = known.heads.get(entity, {}).get(name)
    if head is None or head.rank <= known.ranks.get(BY_NAME[kind][name].group, 0):
        return False
    standing = journal_queries.standing(entity).get(name)
    return standing is not None and any(other.value == value for other in standing.others)
