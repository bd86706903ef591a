"""What becomes of the rows of a list of homes, or of cases?

A row is recognised as what its own office has on record already, compared with it, and put on record where it says
something new. What cannot be so goes back with the field that is wrong.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol
from uuid import UUID

from betang.accounts import recording
from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.accounts.recording import Deed
from betang.delivery import queries
from betang.delivery.commands import known
from betang.delivery.commands.known import Found
from betang.delivery.commands.linking import of_known
from betang.delivery.commands.saving import keep, today
from betang.delivery.domain import cases, list_rows
from betang.delivery.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.delivery.domain.list_rows import Key
from betang.journal import keyring
from betang.journal import queries as journal
from betang.journal.commands import Change
from betang.journal.domain.commits import Source
from betang.journal.domain.records import FieldType, Value
from betang.journal.domain.sealed import Sealed
from betang.journal.queries import Statement
from betang.organisation.domain.regions import is_within
from betang.register.queries import by_number

Problems = tuple[tuple[str, str], ...]  # field and code
_FIELD_OF_MARK = {"over_cap": "amount_rupiah", "several_sources": "source"}
ACCEPTED, UPDATED, UNCHANGED, RETURNED = "accepted", "updated", "unchanged", "returned"


class Row(Protocol):
    """A row as it was read: what it says by field, and in which column each stood."""

    @property
    def row(self) -> int: ...
    @property
    def values(self) -> Mapping[str, Value]: ...
    @property
    def columns(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class RowTaken:
    """What became of a row. One that goes back names no record."""

    row: int
    outcome: str
    record: UUID | None = None
    problems: Problems = ()


@dataclass(frozen=True)
class _List:
    """A kind of list: its records, what two rows of one record share, who may bring it, and how a row is judged."""

    kind: Kind
    ability: Ability
    keys: Callable[[Mapping[str, Value]], list[Key]]
    find: Callable[[Acting, Sequence[Mapping[str, Value]]], list[Found | None]]
    complete: Callable[[Sequence[Mapping[str, Value]]], list[tuple[dict[str, Value], Problems]]]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A row with what it would change; `change` is None where nothing, or where it goes back."""

    row: Row
    taken: RowTaken
    change: Change | None = None


@dataclass(slots=True)
class _Place:
    """Where the rows of a group stood, and in which deed they come on record."""

    acting: Acting
    batch: UUID | None
    file: str
    partition: str
    deed: Deed = field(init=False)

    def __post_init__(self) -> None:
        inside = is_within(self.acting.region_code, self.partition)
        where = self.acting.region_code if inside else self.partition
        self.deed = Deed(self.acting, where, self.partition, by_hand=False)

    def source(self, row: Row) -> Source:
        return Source(self.batch, self.file, row.row, row.columns)


def take_homes(
    acting: Acting, rows: Sequence[Row], *, batch: UUID | None, file: str, partition: str
) -> list[RowTaken]:  # fmt: skip
    """Homes delivered. The caller holds the transaction; an answer for each row. Raises NotAllowed, Refusal."""
    return _take(_HOMES, rows, _Place(acting, batch, file, partition))


def take_cases(
    acting: Acting, rows: Sequence[Row], *, batch: UUID | None, file: str, partition: str
) -> list[RowTaken]:  # fmt: skip
    """The same of permit and tax cases."""
    return _take(_CASES, rows, _Place(acting, batch, file, partition))


def _take(listed: _List, rows: Sequence[Row], place: _Place) -> list[RowTaken]:
    require(place.acting, listed.ability, place.deed.region_code)
    require_at_work(place.acting)
    taken: dict[int, RowTaken] = {}
    left = list(rows)
    while left:
        now, left = _none_twice(listed, left)
        taken |= {each.row: each for each in _take_in(listed, now, place)}
    return _marked(listed, [taken[row.row] for row in rows])


def _none_twice(listed: _List, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Rows that share nothing, and those that must wait for one of them, in their order."""
    now: list[Row] = []
    later: list[Row] = []
    seen: set[Key] = set()
    for row in rows:
        keys = set(listed.keys(row.values))
        (later if keys & seen else now).append(row)
        seen |= keys
    return now, later


def _take_in(listed: _List, rows: Sequence[Row], place: _Place) -> list[RowTaken]:
    completed = listed.complete([row.values for row in rows])
    found = listed.find(place.acting, [row.values for row in rows])
    judged = list(_judged(listed, rows, completed, found, place))
    changing = [each.change for each in judged if each.change is not None]
    if changing:
        keep(place.deed, changing)
    return [each.taken for each in judged]


def _judged(
    listed: _List,
    rows: Sequence[Row],
    completed: Sequence[tuple[dict[str, Value], Problems]],
    found: Sequence[Found | None],
    place: _Place,
) -> Iterator[_Judged]:
    differing = _differing(listed, [values for values, _flags in completed], found)
    heads = journal.shown_heads([each.id for each in found if each is not None])
    refused = list_rows.HOME if listed.kind is Kind.REALISATION else list_rows.CASE
    kind_here = cases.KIND_OF.get(place.acting.agency_kind, "")
    for row, (_values, flags), known_as, said in zip(rows, completed, found, differing, strict=True):
        before = known_as.values if known_as else {}
        problems = tuple(
            refused(dict(before) | said, row=row.values, before=before, today=today(), kind_here=kind_here)
        )
        if known_as is not None and known_as.partition != place.partition:
            problems = (("village_code", "other_regency"),)
        if problems:
            yield _Judged(row, RowTaken(row.row, RETURNED, None, problems))
        elif known_as is None:
            entity = recording.new_id(place.acting)
            made = recording.made(RECORD_TYPES[listed.kind], entity, said, source=place.source(row))
            yield _Judged(row, RowTaken(row.row, ACCEPTED, entity, flags), made)
        elif said:
            seen = {name: (head.commit,) for name, head in heads.get(known_as.id, {}).items()}
            change = recording.changed(
                RECORD_TYPES[listed.kind], known_as.id, said, seen=seen, source=place.source(row)
            )
            yield _Judged(row, RowTaken(row.row, UPDATED, known_as.id, flags), change)
        else:
            yield _Judged(row, RowTaken(row.row, UNCHANGED, known_as.id, flags))


def _differing(
    listed: _List, said: Sequence[Mapping[str, Value]], found: Sequence[Found | None]
) -> list[dict[str, Value]]:
    """Of each row what it says otherwise than the record: everything of a new one.

    What the record said before, and somebody replaced who had seen it, an old list does not bring back; but how far a
    home is, it says.
    """
    both = list(zip(said, found, strict=True))
    differing = [_changes(values, each.values) if each else dict(values) for values, each in both]
    kind = RECORD_TYPES[listed.kind]
    asked = [
        (place, name)
        for place, (values, each) in enumerate(zip(differing, found, strict=True))
        for name in values
        if each is not None and name != "stage"
    ]
    statements = [
        Statement(_id_of(found[place]), kind, name, _kept(kind.by_name[name].type, differing[place][name]), None)
        for place, name in asked
    ]
    for (place, name), is_given_up in zip(asked, journal.given_up(statements) if statements else [], strict=True):
        if is_given_up:
            del differing[place][name]
    return _linked(differing, found)


def _id_of(found: Found | None) -> UUID:
    assert found is not None  # asked of rows that were recognised
    return found.id


def _kept(kind: FieldType, value: Value) -> Value:
    return keyring.seal_number(value) if kind is FieldType.SEALED and isinstance(value, str) else value


def _changes(values: Mapping[str, Value], before: Mapping[str, Value]) -> dict[str, Value]:
    """A number goes with its doubt, and one that is no more doubtful says so."""
    changed = {name: value for name, value in values.items() if not _is_same(value, before.get(name))}
    changed.pop("nik_doubt", None)
    if "nik" in changed:
        changed["nik_doubt"] = values.get("nik_doubt")
    return changed


def _is_same(value: Value, before: Value) -> bool:
    if isinstance(before, Sealed) and isinstance(value, str):
        return before.tag == keyring.number_tag(value)
    return value == before


def _linked(differing: Sequence[dict[str, Value]], found: Sequence[Found | None]) -> list[dict[str, Value]]:
    """A sound NIK that is new leads to the house and family of the register."""
    niks = [str(said["nik"]) for said in differing if said.get("nik") and not said.get("nik_doubt")]
    there = by_number.by_nik(niks) if niks else {}
    linked = []
    for said, each in zip(differing, found, strict=True):
        is_sound = said.get("nik") and not said.get("nik_doubt")
        place = {"village_code": said.get("village_code") or (each.values.get("village_code") if each else None)}
        whole = of_known(said | place, there.get(str(said["nik"]))) if is_sound else said
        before = each.values if each else {}
        linked.append({name: value for name, value in whole.items() if name in said or value != before.get(name)})
    return linked


def _marked(listed: _List, taken: Sequence[RowTaken]) -> list[RowTaken]:
    """With what a report is taken with all the same."""
    if listed.kind is not Kind.REALISATION:
        return list(taken)
    marks = queries.marks_of([each.record for each in taken if each.record is not None])
    return [_with(each, marks.get(each.record, ())) if each.record is not None else each for each in taken]


def _with(taken: RowTaken, marks: Iterable[str]) -> RowTaken:
    found = tuple((_FIELD_OF_MARK.get(mark, ""), mark) for mark in marks)
    return replace(taken, problems=(*taken.problems, *found))


def _as_said(said: Sequence[Mapping[str, Value]]) -> list[tuple[dict[str, Value], Problems]]:
    return [(dict(values), ()) for values in said]


def _with_reports(said: Sequence[Mapping[str, Value]]) -> list[tuple[dict[str, Value], Problems]]:
    """A case names its home by the number that the reporter gave it."""
    reports = known.reports_by_unit(said)
    completed: list[tuple[dict[str, Value], Problems]] = []
    for values in said:
        own = {name: value for name, value in values.items() if name in BY_NAME[Kind.CASE]}
        unit = values.get("unit_number")
        there = reports.get((str(values["village_code"]), str(unit)), []) if unit else []
        if len(there) == 1:
            completed.append((own | {"realisation": there[0]}, ()))
        elif unit:
            completed.append((own, (("unit_number", "unit_of_several" if there else "unit_not_found"),)))
        else:
            completed.append((own, ()))
    return completed


_HOMES = _List(Kind.REALISATION, Ability.REPORT_HOMES, list_rows.keys_of_home, known.homes, _as_said)
_CASES = _List(Kind.CASE, Ability.REPORT_CASES, list_rows.keys_of_case, known.cases, _with_reports)
