"""Which homes do these reports make now, and which of them look alike?

Derived, set-wise, in the transaction of the reports: whatever hangs together with a record that was touched is read,
decided anew (domain.homes, domain.likeness) and written again.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from betang.delivery.commands import keys
from betang.delivery.domain import homes, likeness
from betang.delivery.domain.homes import Counted, Pair, Spoken
from betang.delivery.domain.likeness import Look
from betang.delivery.domain.stages import DAY_OF
from betang.delivery.models import Case, Home, HomeKey, HomeMember, Realisation, Sameness, Suspicion
from betang.journal import bulk
from betang.journal.kept import VOID

_AT_ONCE = 400  # values in one query
_MOST_ALIKE = 200  # homes with one name or address in a village: then it is a filler, and tells nothing
ONE_HOME, TWO_HOMES = "SATU RUMAH", "DUA RUMAH"
_HOME_COLUMNS = (
    "id", "province", "regency", "district", "village_code", "year", "work", "source", "stage", "finished_date",
    "latest_date", "reports", "cases", "sources", "pledge", "is_extra",
)  # fmt: skip
T = TypeVar("T")


def alone() -> None:
    """Until this transaction ends, nobody else decides which reports are one home. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [zlib.crc32(b"delivery homes")])


def rehome(touched: Iterable[UUID]) -> None:
    """Count the homes anew that these records had to do with, before or now."""
    changed = set(touched)
    before = _homes_of(changed)
    _key_again(changed)
    records, joins = _hanging_together(changed | _members_of(before))
    old = before | _homes_of({each.id for each in records})
    counted, loose = homes.counted(records, joins)
    _write(counted, loose, old, gone=changed - {each.id for each in records})
    _suspect_again(counted, old)


def _homes_of(records: Iterable[UUID]) -> set[UUID]:
    found = _some(records, lambda ids: HomeMember.objects.filter(record__in=ids).values_list("home", flat=True))
    return {home for home in found if home is not None}


def _members_of(of: Iterable[UUID]) -> set[UUID]:
    return set(_some(of, lambda ids: HomeMember.objects.filter(home__in=ids).values_list("record", flat=True)))


def _key_again(records: set[UUID]) -> None:
    reports, cases = _standing(records)
    of_both: list[Realisation | Case] = [*reports, *cases]
    rows = [(row.id, key, True) for row in of_both for key in set(keys.certain(row))]
    rows += [(row.id, key, False) for row in reports for key in set(keys.alike(keys.look_of(row)))]
    for some in _turns(records):
        HomeKey.objects.filter(record__in=some).delete()
    bulk.insert(HomeKey, ("record", "key", "is_certain"), rows)


def _standing(records: Iterable[UUID]) -> tuple[list[Realisation], list[Case]]:
    wanted = list(records)
    reports = list(_some(wanted, lambda ids: Realisation.objects.filter(pk__in=ids).exclude(status=VOID)))
    cases = list(_some(wanted, lambda ids: Case.objects.filter(pk__in=ids).exclude(status=VOID)))
    return reports, cases


def _hanging_together(seeds: set[UUID]) -> tuple[list[Spoken], set[Pair]]:
    """Every record that stands and hangs together with one of these, and the pairs that hold without a key."""
    known: dict[UUID, Spoken] = {}
    joins: set[Pair] = set()
    frontier, asked = set(seeds), set(seeds)
    while frontier:
        reports, cases = _standing(frontier)
        certain = _keys_of(frontier)
        known |= {row.id: _report(row, certain.get(row.id, frozenset())) for row in reports}
        known |= {row.id: _case(row, certain.get(row.id, frozenset())) for row in cases}
        found = _judged(frontier) | _linked(frontier, cases)
        joins |= found
        linked = {each for pair in found for each in pair} | _sharing(
            {key for each in certain.values() for key in each}
        )
        frontier = linked - asked
        asked |= frontier
    return list(known.values()), joins


def _keys_of(records: Iterable[UUID]) -> dict[UUID, frozenset[bytes]]:
    rows = _some(
        records, lambda ids: HomeKey.objects.filter(record__in=ids, is_certain=True).values_list("record", "key")
    )
    found: dict[UUID, set[bytes]] = {}
    for record, key in rows:
        found.setdefault(record, set()).add(bytes(key))
    return {record: frozenset(each) for record, each in found.items()}


def _sharing(wanted: Iterable[bytes]) -> set[UUID]:
    return set(_some(wanted, lambda some: HomeKey.objects.filter(key__in=some).values_list("record", flat=True)))


def _judged(records: Iterable[UUID]) -> set[Pair]:
    """Pairs that an officer said are one home."""
    rows = _some(records, lambda ids: _verdicts(ids).filter(verdict=ONE_HOME).values_list("one", "other"))
    return {(one, other) for one, other in rows if one and other}


def _verdicts(ids: Sequence[UUID]) -> QuerySet[Sameness]:
    return Sameness.objects.filter(Q(one__in=ids) | Q(other__in=ids)).exclude(status=VOID).order_by("id")


def _linked(records: Iterable[UUID], cases: Iterable[Case]) -> set[Pair]:
    """Cases that name their report, seen from either end."""
    rows = _some(records, lambda ids: Case.objects.filter(realisation__in=ids).exclude(status=VOID))
    return {(row.id, row.realisation) for row in (*rows, *cases) if row.realisation}


def _report(row: Realisation, certain: frozenset[bytes]) -> Spoken:
    return Spoken(
        id=row.id,
        is_case=False,
        keys=certain,
        village_code=row.village_code or "",
        said_date=row.created_at.date(),
        work=row.work or "",
        source=row.source or "",
        stage=row.stage or "",
        days={name: day for name in DAY_OF.values() if (day := getattr(row, name))},
        pledge=row.pledge,
    )


def _case(row: Case, certain: frozenset[bytes]) -> Spoken:
    return Spoken(
        id=row.id,
        is_case=True,
        keys=certain,
        village_code=row.village_code or "",
        said_date=row.created_at.date(),
    )


def _write(counted: Sequence[Counted], loose: Sequence[Spoken], old: Iterable[UUID], *, gone: Iterable[UUID]) -> None:
    of_home = {each.id: home.id for home in counted for each in home.members}
    members = [*of_home, *(each.id for each in loose)]
    for some in _turns(old):
        Home.objects.filter(pk__in=some).delete()
    for some in _turns((*members, *gone)):
        HomeMember.objects.filter(pk__in=some).delete()
    bulk.insert(Home, _HOME_COLUMNS, map(_columns, counted))
    rows = [
        (row.id, of_home.get(row.id), row.agency_id, *_of_member(row)) for each in _standing(members) for row in each
    ]
    bulk.insert(HomeMember, ("record", "home", "agency_id", "case_kind", "source"), rows)


def _of_member(row: Realisation | Case) -> tuple[str, str]:
    return (row.case_kind or "", "") if isinstance(row, Case) else ("", row.source or "")


def _columns(home: Counted) -> tuple[object, ...]:
    code = home.village_code
    return (
        home.id, code[:2], code[:5], code[:8], code, home.year, home.work, home.source, home.stage, home.finished_date,
        home.latest_date, home.reports, home.cases, home.sources, home.pledge, False,
    )  # fmt: skip


def _suspect_again(counted: Sequence[Counted], old: set[UUID]) -> None:
    """Look at these homes beside others of their village, and say which of all that look alike would vanish."""
    here = old | {home.id for home in counted}
    around = _partners(here)
    for some in _turns(here):
        _suspected(some).delete()
    bulk.insert(Suspicion, ("one", "other", "regency", "village_code", "reasons"), _suspicions(counted))
    _mark_extra(around | {home.id for home in counted})


def _partners(of: Iterable[UUID]) -> set[UUID]:
    rows = _some(of, lambda ids: _suspected(ids).values_list("one", "other"))
    return {home for pair in rows for home in pair}


def _suspected(of: Sequence[UUID]) -> QuerySet[Suspicion]:
    return Suspicion.objects.filter(Q(one__in=of) | Q(other__in=of)).order_by("id")


def _suspicions(counted: Sequence[Counted]) -> list[tuple[object, ...]]:
    looks, of_home = _looks_alike([each.id for home in counted for each in home.members if not each.is_case])
    mine = {home.id for home in counted}
    villages = {home.id: home.village_code for home in counted}
    pairs = set(_candidates(looks, of_home, mine))
    apart = _said_to_be_two({home for pair in pairs for home in pair}, of_home)
    by_home = _by_home(looks, of_home)
    found: list[tuple[object, ...]] = []
    for one, other in sorted(pairs - apart):
        why = likeness.reasons(by_home[one], by_home[other])
        if why:
            village = villages.get(one) or villages[other]
            found.append((one, other, village[:5], village, why))
    return found


def _looks_alike(reports: Sequence[UUID]) -> tuple[dict[UUID, tuple[Look, frozenset[bytes]]], dict[UUID, UUID]]:
    """These reports and all that share a key of likeness with one, whole homes of them, and the home of each."""
    own = _some(
        reports, lambda ids: HomeKey.objects.filter(record__in=ids, is_certain=False).values_list("key", flat=True)
    )
    sharing = _sharing({bytes(key) for key in own}) | set(reports)
    whole = _members_of(_homes_of(sharing)) | sharing
    members = _some(whole, lambda ids: HomeMember.objects.filter(record__in=ids).values_list("record", "home"))
    of_home = {record: home for record, home in members if home is not None}
    rows, _cases = _standing(of_home)
    looks = [keys.look_of(row) for row in rows]
    return {look.record: (look, frozenset(keys.alike(look))) for look in looks}, of_home


def _candidates(
    looks: dict[UUID, tuple[Look, frozenset[bytes]]], of_home: dict[UUID, UUID], mine: Set[UUID]
) -> Iterator[Pair]:
    """Every pair of homes that share a key of likeness, one of them mine; the smaller id first."""
    sharing: dict[bytes, set[UUID]] = {}
    for record, (_look, shared) in looks.items():
        for key in shared:
            sharing.setdefault(key, set()).add(of_home[record])
    for together in sharing.values():
        if len(together) <= _MOST_ALIKE:
            for one in together & mine:
                yield from ((min(one, other), max(one, other)) for other in together if other != one)


def _by_home(looks: dict[UUID, tuple[Look, frozenset[bytes]]], of_home: dict[UUID, UUID]) -> dict[UUID, list[Look]]:
    found: dict[UUID, list[Look]] = {}
    for record, (look, _shared) in looks.items():
        found.setdefault(of_home[record], []).append(look)
    return found


def _said_to_be_two(of: set[UUID], of_home: dict[UUID, UUID]) -> set[Pair]:
    """Pairs of homes of which an officer said so, through any of their reports."""
    members = _members_of(of)
    home_of = dict(_some(members, lambda ids: HomeMember.objects.filter(record__in=ids).values_list("record", "home")))
    rows = _some(members, lambda ids: _verdicts(ids).filter(verdict=TWO_HOMES).values_list("one", "other"))
    pairs = ((home_of.get(one), home_of.get(other)) for one, other in rows if one and other)
    return {(min(one, other), max(one, other)) for one, other in pairs if one and other}


def _mark_extra(seeds: set[UUID]) -> None:
    pairs: set[Pair] = set()
    frontier, together = set(seeds), set(seeds)
    while frontier:
        rows = _some(
            frontier,
            lambda ids: Suspicion.objects.filter(Q(one__in=ids) | Q(other__in=ids)).values_list("one", "other"),
        )
        found = set(rows)
        pairs |= found
        frontier = {home for pair in found for home in pair} - together
        together |= frontier
    rows_of = _some(together, lambda ids: Home.objects.filter(pk__in=ids).values_list("id", "stage"))
    extra = homes.extra(dict(rows_of), pairs)
    for some in _turns(together):
        Home.objects.filter(pk__in=some, is_extra=True).update(is_extra=False)
    for some in _turns(extra):
        Home.objects.filter(pk__in=some).update(is_extra=True)


def _some(values: Iterable[Any], ask: Callable[[Sequence[Any]], Iterable[T]]) -> Iterator[T]:  # Any: ids or keys
    """The answers to a question about many values, asked of a few hundred at a time."""
    for some in _turns(values):
        yield from ask(some)


def _turns(values: Iterable[T]) -> Iterator[list[T]]:
    wanted = list(dict.fromkeys(values))
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]
