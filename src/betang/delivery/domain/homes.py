"""Which reports and cases speak of one home, and how does that home count?

Records that share a key (a register house, a sound NIK, a case number) or were judged one home are one component. A
component with a report that stands is one home; a case alone makes none. Everything here is a function of the set of
records, so that every node that knows the same records names and counts the same homes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from betang.delivery.domain import stages

Pair = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A report or a case, as far as it says which home it is about and how that home counts.

    `said_date` is the day on which the record was made; a case has no stage.
    """

    id: UUID
    is_case: bool
    keys: frozenset[bytes]
    village_code: str
    said_date: date
    work: str = ""
    source: str = ""
    stage: str = ""
    days: Mapping[str, date] = field(default_factory=dict)
    pledge: UUID | None = None

    @property
    def stage_date(self) -> date:
        return self.days.get(stages.DAY_OF.get(self.stage, ""), self.said_date)


@dataclass(frozen=True, slots=True)
class Counted:
    """One home. Its place, work and source are those of its leading report: of the furthest the first to get there."""

    id: UUID
    village_code: str
    work: str
    source: str
    stage: str
    year: int
    finished_date: date | None
    latest_date: date
    reports: int
    cases: int
    sources: int
    pledge: UUID | None
    members: tuple[Spoken, ...]


def counted(records: Iterable[Spoken], joins: Iterable[Pair] = ()) -> tuple[list[Counted], list[Spoken]]:
    """The homes, by id, and the cases that hang on none. `joins` are pairs that belong together without a shared key.

    A join that names a record which does not stand joins nothing.
    """
    homes: list[Counted] = []
    loose: list[Spoken] = []
    for members in components(list(records), joins):
        reports = [each for each in members if not each.is_case]
        if reports:
            homes.append(_home(members, reports))
        else:
            loose += members
    return sorted(homes, key=lambda home: home.id), sorted(loose, key=lambda case: case.id)


def components(records: Sequence[Spoken], joins: Iterable[Pair] = ()) -> list[list[Spoken]]:
    """The records in groups that hang together."""
    by_id = {each.id: each for each in records}
    roots = {each.id: each.id for each in records}
    first: dict[bytes, UUID] = {}
    for each in records:
        for key in each.keys:
            _join(roots, each.id, first.setdefault(key, each.id))
    for one, other in joins:
        if one in roots and other in roots:
            _join(roots, one, other)
    groups: dict[UUID, list[Spoken]] = {}
    for record in sorted(by_id):
        groups.setdefault(_root(roots, record), []).append(by_id[record])
    return list(groups.values())


def extra(homes: Mapping[UUID, str], suspected: Iterable[Pair]) -> set[UUID]:
    """The homes, given with their stages, that would vanish if all that look alike were one.

    Of each group the furthest would stay, so that as many fewer finished ones would be counted as are told.
    """
    roots = {home: home for home in homes}
    for one, other in suspected:
        if one in roots and other in roots:
            _join(roots, one, other)
    groups: dict[UUID, list[UUID]] = {}
    for home in homes:
        groups.setdefault(_root(roots, home), []).append(home)
    staying = {min(group, key=lambda home: (-stages.rank(homes[home]), home)) for group in groups.values()}
    return set(homes) - staying


def _join(roots: dict[UUID, UUID], one: UUID, other: UUID) -> None:
    """The smaller root stays, so that the root of a group is its smallest member."""
    first, second = sorted((_root(roots, one), _root(roots, other)))
    roots[second] = first


def _root(roots: dict[UUID, UUID], each: UUID) -> UUID:
    while roots[each] != each:
        roots[each] = roots[roots[each]]
        each = roots[each]
    return each


def _home(members: Sequence[Spoken], reports: Sequence[Spoken]) -> Counted:
    leading = min(reports, key=lambda each: (-stages.rank(each.stage), each.stage_date, each.id))
    finished = min((each.days["finished_date"] for each in reports if "finished_date" in each.days), default=None)
    latest = max(day for each in reports for day in (*each.days.values(), each.stage_date))
    return Counted(
        id=min(each.id for each in reports),
        village_code=leading.village_code,
        work=leading.work,
        source=leading.source,
        stage=leading.stage,
        year=(finished or latest).year,
        finished_date=finished,
        latest_date=latest,
        reports=len(reports),
        cases=len(members) - len(reports),
        sources=len({each.source for each in reports}),
        pledge=next((each.pledge for each in sorted(reports, key=lambda each: each.id) if each.pledge), None),
        members=tuple(members),
    )
