"""How do the rows of a list come into the register?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from betang.accounts.queries import Ability, Acting, require
from betang.journal import commands as journal
from betang.journal import keyring
from betang.journal.commands import Change, Outcome
from betang.journal.domain.commits import Source
from betang.journal.domain.records import Value
from betang.journal.domain.sealed import Sealed
from betang.kernel.errors import Refusal
from betang.organisation.domain.regions import is_within
from betang.register import indexing
from betang.register.commands import updates
from betang.register.commands.recognition import Recognisable, recognisable, recognise
from betang.register.commands.writing import Deed, write
from betang.register.domain.entries import RowEntry, RowResult
from betang.register.domain.fields import BY_NAME, Kind
from betang.register.domain.parsing import DOUBT_OF, settle
from betang.register.domain.record_types import RECORD_TYPES

ACCEPTED, UPDATED, UNCHANGED = "accepted", "updated", "unchanged"
_SPOKEN_OF = (Kind.HOUSE, Kind.FAMILY, Kind.PERSON, Kind.ASSESSMENT, Kind.AID)

# A visit is on record if it has a day, an outcome or a judgement; a name of an assessor alone is none.
_MAKES_A_VISIT = frozenset({"assessed_date", "visit_outcome"})


@dataclass(frozen=True)
class Row:
    """A row that was looked through: what it states by kind, settled and sealed, and what matching needs."""

    known_by: Recognisable
    stated: Mapping[Kind, dict[str, Value]]

    @property
    def entry(self) -> RowEntry:
        return self.known_by.entry


@dataclass(frozen=True)
class Plan:
    """What a row will do: to which family, by which changes, and whether it is new."""

    row: Row
    family: UUID
    changes: Sequence[Change]
    is_new: bool
    flags: tuple[str, ...]


@dataclass(frozen=True)
class List:
    """The list that the rows are from, and in whose name it comes in."""

    deed: Deed
    batch: UUID | None
    file: str


def take_in(
    acting: Acting, rows: Sequence[RowEntry], *, batch: UUID | None, file: str, partition: str
) -> list[RowResult]:
    """Take in one group of rows, in one transaction: new families, changes of known ones, nothing for the unchanged.

    The same row again changes nothing. Raises `NotAllowed`, and `Refusal` for a row from outside the partition.
    """
    require(acting, Ability.TAKE_IN, partition)
    deed = Deed(acting, partition, region_code=partition, because="", by_hand=False)
    source = List(deed, batch, file)
    looked_through = [_looked_through(entry, partition) for entry in rows]
    results: dict[int, RowResult] = {}
    with transaction.atomic():
        waiting: Sequence[Row] = looked_through
        while waiting:
            done, waiting = _take_wave(source, waiting)
            results |= done
    return _flagged_alike(looked_through, [results[row.entry.row] for row in looked_through])


def _looked_through(entry: RowEntry, partition: str) -> Row:
    flags: list[str] = []
    given = zip(_SPOKEN_OF, (entry.house, entry.family, entry.head, entry.assessment, entry.aid), strict=True)
    stated = {kind: _settled(kind, values or {}, flags) for kind, values in given}
    if not any(name in _MAKES_A_VISIT or name.endswith("_condition") for name in stated[Kind.ASSESSMENT]):
        stated[Kind.ASSESSMENT] = {}
    _check_place(entry, stated, partition)
    nik, kk_number = (_sound(kind, stated, name) for kind, name in ((Kind.PERSON, "nik"), (Kind.FAMILY, "kk_number")))
    for kind, name in ((Kind.PERSON, "nik"), (Kind.FAMILY, "kk_number")):
        if isinstance(stated[kind].get(name), str):
            stated[kind][name] = keyring.seal_number(str(stated[kind][name]))
    sealed_nik = stated[Kind.PERSON].get("nik")
    nik_tag = sealed_nik.tag if nik and isinstance(sealed_nik, Sealed) else None
    known_by = recognisable(
        entry, partition=partition, nik=nik, kk_number=kk_number, nik_tag=nik_tag, flags=tuple(flags)
    )
    return Row(known_by, stated)


def _settled(kind: Kind, values: Mapping[str, Value], flags: list[str]) -> dict[str, Value]:
    fields = BY_NAME[kind]
    settled: dict[str, Value] = {}
    for name, value in values.items():
        try:
            one = settle(fields[name], value)
        except Refusal:
            flags.append("out_of_range")
            continue
        if one is not None:
            settled[name] = one
    return settled


def _check_place(entry: RowEntry, stated: Mapping[Kind, Mapping[str, Value]], partition: str) -> None:
    for kind in (Kind.HOUSE, Kind.FAMILY):
        village = stated[kind].get("village_code")
        if village is not None and not is_within(str(village), partition):
            raise Refusal(
                "Baris %(row)s: desanya di luar wilayah daftar ini. Unggah di wilayahnya sendiri.",
                code="row_outside_region",
                row=entry.row,
            )


def _sound(kind: Kind, stated: Mapping[Kind, Mapping[str, Value]], name: str) -> str | None:
    number = stated[kind].get(name)
    return number if isinstance(number, str) and not stated[kind].get(DOUBT_OF[name][0]) else None


def _take_wave(source: List, rows: Sequence[Row]) -> tuple[dict[int, RowResult], list[Row]]:
    """Take in those rows that share no key with an earlier one of the group; the others come after, and find them."""
    now, later = _apart(rows)
    plans, also_later = _plans(source, now)
    outcomes = {
        outcome.entity: outcome for outcome in write(source.deed, [change for plan in plans for change in plan.changes])
    }
    indexing.relist(plan.family for plan in plans if plan.changes)
    results = {plan.row.entry.row: _result(plan, outcomes) for plan in plans}
    return results, [*also_later, *later]


def _apart(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    seen: set[bytes] = set()
    now: list[Row] = []
    later: list[Row] = []
    for row in rows:
        keys = row.known_by.keys.values()
        (now if seen.isdisjoint(keys) else later).append(row)
        seen.update(keys)
    return now, later


def _plans(source: List, rows: Sequence[Row]) -> tuple[list[Plan], list[Row]]:
    """A plan for each row; two rows that turn out to be one family cannot change it at once, so the second waits."""
    verdicts = recognise([row.known_by for row in rows], partition=source.deed.partition)
    taken: set[UUID] = set()
    new: list[Plan] = []
    known: list[tuple[Row, UUID, bool]] = []
    later: list[Row] = []
    for row, verdict in zip(rows, verdicts, strict=True):
        if verdict.family is None:
            new.append(_new_family(source, row, verdict.flags))
        elif verdict.family in taken:
            later.append(row)
        else:
            taken.add(verdict.family)
            known.append((row, verdict.family, verdict.is_certain))
    return [*new, *_known_families(source, known)], later


def _new_family(source: List, row: Row, flags: Sequence[str]) -> Plan:
    stated = row.stated
    house = journal.new_id() if stated[Kind.HOUSE] else None
    family, head = journal.new_id(), journal.new_id()
    links: dict[Kind, dict[str, Value]] = {
        Kind.HOUSE: {},
        Kind.FAMILY: {"house": house, "head": head},
        Kind.PERSON: {"family": family},
        Kind.ASSESSMENT: {"house": house, "family": family},
        Kind.AID: {"house": house, "family": family},
    }
    ids = {Kind.HOUSE: house, Kind.FAMILY: family, Kind.PERSON: head}
    made = []
    for kind, values in stated.items():
        entity = ids.get(kind) or journal.new_id()
        if values or kind in (Kind.FAMILY, Kind.PERSON):
            linked = {name: value for name, value in links[kind].items() if value is not None}
            made.append(
                Change(
                    entity,
                    RECORD_TYPES[kind],
                    linked | values,
                    None,
                    row.entry.observed,
                    _source(source, row.entry, values),
                )
            )
    return Plan(row, family, made, True, (*row.known_by.flags, *flags))


def _known_families(source: List, known: Sequence[tuple[Row, UUID, bool]]) -> list[Plan]:
    if not known:
        return []
    shown = updates.load([family for _, family, _ in known], source.deed.acting.ranks_for(source.deed.region_code))
    compared = [updates.compare(shown, family, row.stated, row.entry.observed) for row, family, _ in known]
    allowed = updates.changes(shown, compared)
    return [
        _plan_of(source, one, update, changes) for one, update, changes in zip(known, compared, allowed, strict=True)
    ]


def _plan_of(source: List, known: tuple[Row, UUID, bool], update: updates.Update, changes: Sequence[Change]) -> Plan:
    row, family, is_certain = known
    if not is_certain and (update.new or update.stated):
        return _new_family(source, row, ["same_name_in_village"])
    placed = [replace(change, source=_source(source, row.entry, change.values)) for change in changes]
    return Plan(row, family, placed, False, (*row.known_by.flags, *update.flags))


def _source(source: List, entry: RowEntry, values: Mapping[str, Value]) -> Source:
    return Source(
        source.batch, source.file, entry.row, {name: entry.columns[name] for name in values if name in entry.columns}
    )


def _result(plan: Plan, outcomes: Mapping[UUID, Outcome]) -> RowResult:
    mine = [outcomes[change.entity] for change in plan.changes]
    shown = any(outcome.values for outcome in mine)
    proposed = ("proposed",) if any(outcome.waiting for outcome in mine) else ()
    outcome = ACCEPTED if plan.is_new else UPDATED if shown else UNCHANGED
    return RowResult(plan.row.entry.row, outcome, plan.family, tuple(dict.fromkeys((*plan.flags, *proposed))))


def _flagged_alike(rows: Sequence[Row], results: Sequence[RowResult]) -> list[RowResult]:
    """Where one NIK has two names, every row of the group with that NIK says so, the first one too."""
    niks = [row.known_by.nik_tag for row in rows]
    doubled = {nik for nik, result in zip(niks, results, strict=True) if "nik_two_names" in result.flags}
    return [
        replace(result, flags=tuple(dict.fromkeys((*result.flags, "nik_two_names"))))
        if nik in doubled - {None}
        else result
        for nik, result in zip(niks, results, strict=True)
    ]
