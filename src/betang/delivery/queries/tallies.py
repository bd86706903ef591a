"""How many homes are there, by place, source and stage? For the rooms above, which have asked whose region it is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Count, F, Max, Min, Q, QuerySet
from django.db.models.functions import Substr
from django.utils import timezone

from betang.delivery.domain.numbers import Number, standing
from betang.delivery.models import AggregateReport, Case, Home, Realisation
from betang.journal.kept import VOID
from betang.organisation.domain.regions import NATION

# By the length of a region's code: the column of its own level, and of the one below.
_LEVELS = {2: ("province", "regency"), 5: ("regency", "district"), 8: ("district", "village_code")}
_NUMBER = ("id", "agency_id", "region_code", "month", "work", "source", "stage", "homes")
_VILLAGE = ("village_code", "village_code")
R = TypeVar("R", Realisation, Case, AggregateReport)
_REGENCY_LETTERS = len("61.05")
_LETTERS = {2: 5, 5: 8, 8: 13, 13: 13}


@dataclass(frozen=True, slots=True)
class TallyCell:
    """Homes of one kind in one part of a region; `extra` of them would vanish if all that look alike were one."""

    child_code: str
    work: str
    source: str
    stage: str
    homes: int
    extra: int


@dataclass(frozen=True, slots=True)
class LastReport:
    """When an office last reported something of a kind (REALISATION, PBG, BPHTB, AGGREGATE) in a regency."""

    regency: str
    agency_id: UUID
    agency: str
    kind: str
    date: date


def tally(region_code: str, *, year: int) -> list[TallyCell]:
    """The homes of a year by the parts of a region (a village is its own part), work, source and stage."""
    within, child = _columns(region_code)
    found = _inside(Home.objects.filter(year=year), within, region_code)
    cells = found.values(child, "work", "source", "stage", "is_extra").annotate(n=Count("*"))
    counted: dict[tuple[str, str, str, str], list[int]] = {}
    for cell in cells.order_by(child, "source", "stage", "work", "is_extra"):
        both = counted.setdefault((cell[child], cell["work"], cell["source"], cell["stage"]), [0, 0])
        both[0] += cell["n"]
        both[1] += cell["n"] if cell["is_extra"] else 0
    return [TallyCell(*key, homes=homes, extra=extra) for key, (homes, extra) in counted.items()]


def finished_by_month(region_code: str, *, year: int) -> list[tuple[str, int, int]]:
    """Part of the region, month and how many homes were finished in it."""
    within, child = _columns(region_code)
    in_year = Home.objects.filter(finished_date__gte=date(year, 1, 1), finished_date__lt=date(year + 1, 1, 1))
    days = _inside(in_year, within, region_code).values("finished_date", child).annotate(n=Count("*"))
    counted: dict[tuple[str, int], int] = {}
    for row in days.order_by("finished_date", child):  # in the order of an index, which spares the table and a sort
        key = (row[child], row["finished_date"].month)
        counted[key] = counted.get(key, 0) + row["n"]
    return sorted((code, month, homes) for (code, month), homes in counted.items())


def unitemised(region_code: str, *, year: int) -> list[tuple[str, str, str, int]]:
    """Part of the region (or the region itself), source, stage and homes that are reported as a number alone.

    What overlaps is told once (`domain.numbers`).
    """
    rows = AggregateReport.objects.filter(month__year=year, region_code__isnull=False).exclude(status=VOID)
    inside = rows if region_code == NATION else rows.filter(_region(region_code))
    counted: Counter[tuple[str, str, str]] = Counter()
    for each in standing(map(_number, inside.order_by("month", "id").values_list(*_NUMBER))):
        counted[_part(each.region_code, region_code), each.source, each.stage] += each.homes
    return [(*key, homes) for key, homes in counted.items()]


def _number(row: tuple[Any, ...]) -> Number:  # Any: each column has its own type
    record, agency, code, month, work, source, stage, homes = row
    return Number(record, agency, code, month, work or "", source or "", stage or "", homes or 0)


def last_reports(region_code: str) -> list[LastReport]:
    """Every office that has reported, by regency and kind, with the day of its last word."""
    return [*_of_homes(region_code), *_of_cases(region_code), *_of_numbers(region_code)]


def finished_since(region_code: str, *, since: date, source: str | None = None) -> int:
    """Homes that were finished on or after a day."""
    found = _inside(Home.objects.filter(finished_date__gte=since), _columns(region_code)[0], region_code)
    return (found.filter(source=source) if source else found).count()


def cases_issued_since(region_code: str, *, kind: str, since: date) -> int:
    """Cases of a kind that were granted on or after a day."""
    return _cases(region_code, kind).filter(outcome="TERBIT", decided_date__gte=since).count()


def regencies_reporting(region_code: str, *, kind: str, since: date) -> list[str]:
    """The regencies from which a case of this kind was put on record on or after a day."""
    rows = _cases(region_code, kind).filter(created_at__date__gte=since)
    found = rows.annotate(regency=Substr("village_code", 1, 5)).values_list("regency", flat=True)
    return sorted(set(found))


def first_report(region_code: str) -> date | None:
    """The day of the first report of a home in a region; None where nothing was ever reported."""
    rows = Realisation.objects.filter(_village(region_code)).exclude(status=VOID)
    first = rows.aggregate(first=Min("created_at"))["first"]
    return first.date() if first else None


def finished_homes(region_code: str, *, since: date, source: str | None = None) -> list[UUID]:
    """The ids of these homes, for evidence."""
    found = _inside(Home.objects.filter(finished_date__gte=since), _columns(region_code)[0], region_code)
    return list((found.filter(source=source) if source else found).order_by("pk").values_list("pk", flat=True))


def issued_cases(region_code: str, *, kind: str, since: date) -> list[UUID]:
    """The ids of granted cases, for evidence."""
    rows = _cases(region_code, kind).filter(outcome="TERBIT", decided_date__gte=since)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def reporting_cases(region_code: str, *, kind: str, since: date) -> list[UUID]:
    """The ids of cases put on record since, for evidence."""
    rows = _cases(region_code, kind).filter(created_at__date__gte=since)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def has_cases(region_code: str, *, kind: str) -> bool:
    """Whether any case of this kind was ever put on record in a region."""
    return _cases(region_code, kind).exists()


def _cases(region_code: str, kind: str) -> QuerySet[Case]:
    return Case.objects.filter(_village(region_code), case_kind=kind).exclude(status=VOID)


def _of_homes(region_code: str) -> Iterator[LastReport]:
    rows = Realisation.objects.filter(_partition(region_code)).exclude(status=VOID)
    yield from _last(rows, F("partition"), "REALISATION")


def _of_cases(region_code: str) -> Iterator[LastReport]:
    for kind in ("PBG", "BPHTB"):
        yield from _last(_cases(region_code, kind), F("partition"), kind)


def _of_numbers(region_code: str) -> Iterator[LastReport]:
    rows = AggregateReport.objects.filter(_region(region_code)).exclude(status=VOID)
    yield from _last(rows, Substr("region_code", 1, 5), "AGGREGATE")


def _last(rows: QuerySet[R], place: F | Substr, kind: str) -> Iterator[LastReport]:
    offices = rows.annotate(place=place).values_list("place", "agency_id", "agency").annotate(last=Max("updated_at"))
    for where, agency_id, agency, last in offices.order_by("place", "agency_id", "agency"):
        yield LastReport(where, agency_id, agency, kind, timezone.localdate(last))


def _columns(region_code: str) -> tuple[str, str]:
    """The column of a region's own level (empty for the nation) and that of its parts."""
    if region_code == NATION:
        return "", "province"
    return _LEVELS.get(len(region_code), _VILLAGE)


def _inside(rows: QuerySet[Home], within: str, region_code: str) -> QuerySet[Home]:
    return rows.filter(**{within: region_code}) if within else rows


def _part(code: str, region_code: str) -> str:
    """The part of a region that a place is in; the region itself for what was said of the whole."""
    letters = 2 if region_code == NATION else _LETTERS[len(region_code)]
    return code[:letters] if len(code) >= letters else region_code


def _partition(region_code: str) -> Q:
    if region_code == NATION:
        return Q()
    if len(region_code) >= _REGENCY_LETTERS:
        return Q(partition=region_code[:_REGENCY_LETTERS])
    return Q(partition__gte=f"{region_code}.", partition__lt=f"{region_code}/")  # "/" follows "."


def _village(region_code: str) -> Q:
    return Q() if region_code == NATION else Q(village_code__startswith=region_code)


def _region(region_code: str) -> Q:
    return Q() if region_code == NATION else Q(region_code=region_code) | Q(region_code__startswith=f"{region_code}.")
