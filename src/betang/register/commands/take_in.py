"""How do the rows of a list come into the register?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction
from msgspec import structs

from betang.accounts.queries import Ability, Acting, require
from betang.journal import commands as journal
from betang.journal.commands import Change, Outcome
from betang.journal.domain.commits import Source
from betang.journal.domain.records import Value
from betang.register import indexing
from betang.register.commands import updates
from betang.register.commands.recognition import recognise
from betang.register.commands.rows import StatedRow
from betang.register.commands.writing import Deed, alone_in, write
from betang.register.domain.entries import RowEntry, RowResult
from betang.register.domain.fields import Kind
from betang.register.domain.matching import Verdict
from betang.register.domain.news import PARTS_OF_ADDRESS
from betang.register.domain.record_types import RECORD_TYPES
from betang.register.indexing import Told
from betang.register.models import Listing

ACCEPTED, UPDATED, UNCHANGED = "accepted", "updated", "unchanged"
_SPOKEN_OF = (Kind.HOUSE, Kind.FAMILY, Kind.PERSON, Kind.ASSESSMENT, Kind.AID)


@dataclass(frozen=True)
class Plan:
    """What a row will do, to which family, by which changes; and how the list will tell of a new family."""

    row: StatedRow
    family: UUID
    changes: Sequence[Change]
    flags: tuple[str, ...]
    told: Told | None = None


@dataclass(frozen=True)
class List:
    """The list that the rows are from, and in whose name it comes in."""

    deed: Deed
    batch: UUID | None
    file: str


def take_in(
    acting: Acting, rows: Sequence[StatedRow], *, batch: UUID | None, file: str, partition: str
) -> list[RowResult]:
    """Take in one group of rows, in one transaction: new families, changes of known ones, nothing for the unchanged.

    The same row again changes nothing. Raises `NotAllowed`.
    """
    for place in {partition} if acting.covers(partition) else {row.known_by.subject.village_code for row in rows}:
        require(acting, Ability.TAKE_IN, place)
    deed = Deed(acting, partition, region_code=partition, because="", by_hand=False)
    source = List(deed, batch, file)
    results: dict[int, RowResult] = {}
    with transaction.atomic(savepoint=False):  # mostly inside the transaction of a group, which fails as a whole
        alone_in(partition)
        waiting: Sequence[StatedRow] = rows
        while waiting:
            done, waiting = _take_wave(source, waiting)
            results |= done
    return _flagged_alike(rows, [results[row.entry.row] for row in rows])


def _take_wave(source: List, rows: Sequence[StatedRow]) -> tuple[dict[int, RowResult], list[StatedRow]]:
    """Take in those rows that share no key with an earlier one of the group; the others come after, and find them."""
    now, later = _apart(rows)
    plans, also_later = _plans(source, now)
    outcomes = {
        outcome.entity: outcome for outcome in write(source.deed, [change for plan in plans for change in plan.changes])
    }
    indexing.list_anew([plan.told for plan in plans if plan.told])
    indexing.relist(plan.family for plan in plans if plan.changes and not plan.told)
    results = {plan.row.entry.row: _result(plan, outcomes) for plan in plans}
    return results, [*also_later, *later]


def _apart(rows: Sequence[StatedRow]) -> tuple[list[StatedRow], list[StatedRow]]:
    seen: set[bytes] = set()
    now: list[StatedRow] = []
    later: list[StatedRow] = []
    for row in rows:
        keys = row.known_by.keys.values()
        (now if seen.isdisjoint(keys) else later).append(row)
        seen.update(keys)
    return now, later


def _plans(source: List, rows: Sequence[StatedRow]) -> tuple[list[Plan], list[StatedRow]]:
    """A plan for each row; two rows that turn out to be one family cannot change it at once, so the second waits."""
    verdicts = recognise([row.known_by for row in rows], partition=source.deed.partition)
    elsewhere = _elsewhere(source.deed, [verdict.family for verdict in verdicts if verdict.family])
    taken: set[UUID] = set()
    new: list[Plan] = []
    left: list[Plan] = []
    known: list[tuple[StatedRow, Verdict]] = []
    later: list[StatedRow] = []
    for row, verdict in zip(rows, verdicts, strict=True):
        if verdict.family is None:
            new.append(_new_family(source, row, verdict.flags))
        elif verdict.family in elsewhere:
            left.append(Plan(row, verdict.family, (), (*row.flags, "lives_elsewhere")))
        elif verdict.family in taken:
            later.append(row)
        else:
            taken.add(verdict.family)
            known.append((row, verdict))
    return [*new, *left, *_known_families(source, known)], later


def _elsewhere(deed: Deed, families: Sequence[UUID]) -> set[UUID]:
    """Of these families those that live where this officer may not write, though in the same part of the register."""
    if deed.acting.covers(deed.partition) or not families:
        return set()
    homes = Listing.objects.filter(family_id__in=families).values_list("family_id", "village_code")
    return {family for family, village in homes if not deed.acting.covers(village)}


def _new_family(source: List, row: StatedRow, flags: Sequence[str]) -> Plan:
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
    placed = _source(source, row.entry)
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
                    placed,
                )
            )
    told = _told(row, family, house, head)
    return Plan(row, family, made, (*row.flags, *flags), told)


def _told(row: StatedRow, family: UUID, house: UUID | None, head: UUID) -> Told:
    """What `indexing.relist` would read from the tables, of a family of which this row is all that is known."""
    visit = row.stated[Kind.ASSESSMENT]
    status = row.stated[Kind.FAMILY].get("status")
    return Told(
        family=family,
        house=house,
        head=head,
        status=str(status) if status else None,
        subject=row.known_by.subject,
        names=(row.known_by.subject.name,),
        other_numbers=(),
        visits=[visit] if visit else [],
        observed=row.entry.observed,
        rule_keys=row.known_by.keys,
    )


def _known_families(source: List, known: Sequence[tuple[StatedRow, Verdict]]) -> list[Plan]:
    if not known:
        return []
    fitting = {family for _, verdict in known for family in verdict.fitting}
    shown = updates.load(fitting, source.deed.acting.ranks_for(source.deed.region_code))
    compared = [_likeliest(shown, row, verdict) for row, verdict in known]
    allowed = updates.changes(shown, compared)
    return [
        _plan_of(source, row, verdict.is_certain, update, changes)
        for (row, verdict), update, changes in zip(known, compared, allowed, strict=True)
    ]


def _likeliest(shown: updates.Known, row: StatedRow, verdict: Verdict) -> updates.Update:
    """Of the families that fit, the first of which the row says nothing new; else the first."""
    letters = row.entry.columns
    is_read_out = all(letters.get(part) in (None, letters.get("address")) for part in PARTS_OF_ADDRESS)
    first, *others = (
        updates.compare(shown, each, row.stated, row.entry.observed, parts_are_read_out=is_read_out)
        for each in verdict.fitting
    )
    return next((each for each in (first, *others) if each.is_nothing_new), first)


def _plan_of(source: List, row: StatedRow, is_certain: bool, update: updates.Update, changes: Sequence[Change]) -> Plan:
    if not is_certain and not update.is_nothing_new:
        return _new_family(source, row, ["same_name_in_village"])
    placed = _source(source, row.entry)
    return Plan(
        row, update.family, [structs.replace(change, source=placed) for change in changes], (*row.flags, *update.flags)
    )


def _source(source: List, entry: RowEntry) -> Source:
    return Source(source.batch, source.file, entry.row, entry.columns)


def _result(plan: Plan, outcomes: Mapping[UUID, Outcome]) -> RowResult:
    mine = [outcomes[change.entity] for change in plan.changes]
    shown = any(outcome.values for outcome in mine)
    proposed = ("proposed",) if any(outcome.waiting for outcome in mine) else ()
    outcome = ACCEPTED if plan.told else UPDATED if shown else UNCHANGED
    return RowResult(plan.row.entry.row, outcome, plan.family, tuple(dict.fromkeys((*plan.flags, *proposed))))


def _flagged_alike(rows: Sequence[StatedRow], results: Sequence[RowResult]) -> list[RowResult]:
    """Where one NIK has two names, every row of the group with that NIK says so, the first one too."""
    niks = [row.known_by.nik_tag for row in rows]
    doubled = {nik for nik, result in zip(niks, results, strict=True) if "nik_two_names" in result.flags}
    return [
        replace(result, flags=tuple(dict.fromkeys((*result.flags, "nik_two_names"))))
        if nik in doubled - {None}
        else result
        for nik, result in zip(niks, results, strict=True)
    ]
