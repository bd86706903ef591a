"""What is needed, wanted and delivered in a region, part by part, as of now?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils import timezone

from betang.accounts.queries import Acting
from betang.delivery import queries as delivery
from betang.figures.domain import achievement as counting
from betang.figures.domain.achievement import AchievementRow, HomeCell, Known, When
from betang.figures.domain.side_by_side import Achievement
from betang.figures.domain.silence import EXPECTED, Office, Silent, silent
from betang.figures.domain.sums import checks
from betang.figures.queries.published import latest_unfit
from betang.figures.queries.scope import region_seen
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import NATION, Level, is_within, level_of
from betang.planning import queries as planning
from betang.planning.domain.targets import TargetFigure
from betang.register.queries.by_region import figures_by_region, figures_without_village


def achievement(acting: Acting, region_code: str = "", *, year: int, today: date) -> Achievement:
    """The figures of a region the person's own covers, by default that one. Raises `NotAllowed`, `Refusal`."""
    where = region_seen(acting, region_code)
    names = _parts(where)
    when = When(year, today)
    reports = delivery.last_reports(where if level_of(where) <= Level.REGENCY else where[:5])
    known = _known(where, names, when, _silent(where, reports, today))
    rows = [counting.row(code, name, known[code], when) for code, name in names.items() if not known[code].is_blank]
    total = counting.row(where, organisation.label(where), _whole(where, known, names), when)
    rest = _rest(where, known, names, when)
    shown = counting.by_need(rows)
    return Achievement(
        region_code=where,
        place=organisation.label(where),
        year=year,
        as_of=timezone.now(),
        rows=tuple(shown),
        rest=rest,
        total=total,
        blank=tuple(name for code, name in names.items() if known[code].is_blank),
        checks=checks(shown, rest, total),
        silent=total.silent,
        last_reports=_last_by_regency(reports),
    )


def _parts(region_code: str) -> dict[str, str]:
    """Code to name of the parts of a region; a village is its own only part."""
    if level_of(region_code) is Level.VILLAGE:
        return organisation.names([region_code])
    return {each.code: each.name for each in organisation.children(region_code)}


def _known(where: str, names: Mapping[str, str], when: When, quiet: Sequence[Silent]) -> dict[str, Known]:
    """By part; under the empty code what is of none of them, under the region's own code the whole."""
    codes = [*names, *([] if where in names else [where])]
    listed = figures_by_region(codes, today=when.today)
    targets = planning.target_of(codes, when.year)
    published = latest_unfit(codes)
    homes, months, numbers = _delivered(where, names, when.year)
    found = {
        code: Known(
            listed=listed[code],
            target=targets.get(code),
            homes=tuple(homes[code]),
            months=months[code],
            unitemised=tuple(numbers[code]),
            published=published.get(code),
            silent=tuple(each for each in quiet if is_within(each.region_code, code)),
        )
        for code in codes
    }
    nowhere = figures_without_village(where, today=when.today)
    found[""] = Known(nowhere, None, tuple(homes[""]), months[""], tuple(numbers[""]))
    return found


def _delivered(
    where: str, names: Mapping[str, str], year: int
) -> tuple[dict[str, list[HomeCell]], dict[str, dict[int, int]], dict[str, list[HomeCell]]]:
    """Homes, homes finished by month and numbers without a list, by part; under the empty code of none of them."""
    homes: dict[str, list[HomeCell]] = defaultdict(list)
    months: dict[str, dict[int, int]] = defaultdict(dict)
    numbers: dict[str, list[HomeCell]] = defaultdict(list)
    for cell in delivery.tally(where, year=year):
        homes[cell.child_code if cell.child_code in names else ""].append(
            HomeCell(cell.source, cell.stage, cell.homes, cell.extra)
        )
    for code, month, count in delivery.finished_by_month(where, year=year):
        part = months[code if code in names else ""]
        part[month] = part.get(month, 0) + count
    for code, source, stage, count in delivery.unitemised(where, year=year):
        numbers[code if code in names else ""].append(HomeCell(source, stage, count))
    return homes, months, numbers


def _whole(where: str, known: Mapping[str, Known], names: Mapping[str, str]) -> Known:
    """The list, target and publication as asked of the region itself, and the homes of all its parts."""
    own = known[where]
    homes = counting.together([known[""], *(known[code] for code in names)])
    return replace(homes, listed=own.listed, target=own.target, published=own.published, silent=own.silent)


def _rest(where: str, known: Mapping[str, Known], names: Mapping[str, str], when: When) -> AchievementRow | None:
    target = None if where in names else _not_shared_out(known, names, known[where].target)
    rest = replace(known[""], target=target)
    return None if rest.is_blank else counting.row("", "", rest, when)


def _not_shared_out(
    known: Mapping[str, Known], names: Mapping[str, str], whole: TargetFigure | None
) -> TargetFigure | None:
    """What is left of the region's own target when its parts have theirs; none where they have as many or more."""
    targets = (known[code].target for code in names)
    left = whole.homes - sum(target.homes for target in targets if target) if whole else 0
    return TargetFigure(left, {}, is_of_parts=False, parts=None) if left > 0 else None


def _silent(where: str, reports: Iterable[delivery.LastReport], today: date) -> list[Silent]:
    """The quiet ones among the four offices of each regency of the region, or of the regency that it is in."""
    around = where if level_of(where) <= Level.REGENCY else where[:5]
    last: dict[UUID, date] = {}
    for report in reports:
        last[report.agency_id] = max(report.date, last.get(report.agency_id, report.date))
    return silent(_expected(around, today), last, today=today)


def _expected(around: str, today: date) -> list[Office]:
    return [
        Office(each.id, each.name, each.kind, each.region_code)
        for each in organisation.agencies()
        if each.kind in EXPECTED
        and level_of(each.region_code) is Level.REGENCY
        and is_within(each.region_code, around or NATION)
        and each.works_on(today)
    ]


def _last_by_regency(reports: Iterable[delivery.LastReport]) -> dict[str, date]:
    last: dict[str, date] = {}
    for report in reports:
        last[report.regency] = max(report.date, last.get(report.regency, report.date))
    return last
