"""What was needed, wanted and delivered in each part of a region, and do the parts add up to the whole?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from betang.delivery.domain.codes import STAGE
from betang.delivery.domain.stages import FINISHED
from betang.figures.domain.pace import pace
from betang.figures.domain.silence import Silent
from betang.planning.domain.codes import SOURCE
from betang.planning.domain.targets import TargetFigure
from betang.register.domain.list_figures import NOBODY, ListFigures

MONTHS = 12


@dataclass(frozen=True, slots=True)
class HomeCell:
    """Homes of one source and stage; `extra` of them would vanish if all that look alike were one."""

    source: str
    stage: str
    homes: int
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that was counted of one place. `months`: homes finished, by month of the year."""

    listed: ListFigures = NOBODY
    target: TargetFigure | None = None
    homes: tuple[HomeCell, ...] = ()
    months: Mapping[int, int] = field(default_factory=dict)
    unitemised: tuple[HomeCell, ...] = ()
    published: int | None = None
    silent: tuple[Silent, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nobody has said anything of this place."""
        nothing = not (self.listed.families or self.homes or self.unitemised)
        return nothing and self.target is None and self.published is None


@dataclass(frozen=True, slots=True)
class When:
    """The year that is counted, and the day on which it is."""

    year: int
    today: date


@dataclass(frozen=True, slots=True)
class AchievementRow:
    """One place, or all of them.

    `need` is families in unfit homes and in homes nobody has judged; `fresh_share` of all families. `finished` is
    stage 100 % and handed over, `under_way` the stages before; `by_stage` adds up to `counted`, `by_source` to
    `finished`. `finished_extra`: up to so many fewer, if all that look alike were one home. `unitemised` are finished
    homes known as a number only, never added. `published`: unfit homes as last published.
    """

    region_code: str
    name: str
    families: int
    unfit: int
    unknown: int
    need: int
    fresh: int
    fresh_share: float | None
    last_list_date: date | None
    target: int | None
    target_is_of_parts: bool
    target_gap: int
    counted: int
    finished: int
    under_way: int
    extra: int
    finished_extra: int
    by_stage: Mapping[str, int]
    by_source: Mapping[str, int]
    stages_by_source: Mapping[str, Mapping[str, int]]
    by_month: tuple[int, ...]
    unitemised: int
    left: int | None
    per_month_so_far: float | None
    per_month_needed: int | None
    published: int | None
    silent: tuple[Silent, ...]

    @property
    def finished_share(self) -> float | None:
        return self.finished / self.target if self.target else None


def row(region_code: str, name: str, known: Known, when: When) -> AchievementRow:
    """The figures of a place from what is known of it."""
    finished = _sum(known.homes, FINISHED)
    counted = _sum(known.homes, STAGE.codes)
    listed, target = known.listed, known.target
    speed = pace(finished=finished, target=target.homes if target else None, year=when.year, today=when.today)
    return AchievementRow(
        region_code=region_code,
        name=name,
        families=listed.families,
        unfit=listed.unfit,
        unknown=listed.unknown,
        need=listed.need,
        fresh=listed.fresh,
        fresh_share=listed.fresh / listed.families if listed.families else None,
        last_list_date=listed.newest_date,
        target=target.homes if target else None,
        target_is_of_parts=bool(target and target.is_of_parts),
        target_gap=target.gap if target else 0,
        counted=counted,
        finished=finished,
        under_way=counted - finished,
        extra=sum(cell.extra for cell in known.homes),
        finished_extra=sum(cell.extra for cell in known.homes if cell.stage in FINISHED),
        by_stage=_by_stage(known.homes),
        by_source=_by_source(known.homes),
        stages_by_source=_matrix(known.homes),
        by_month=tuple(known.months.get(month, 0) for month in range(1, MONTHS + 1)),
        unitemised=_sum(known.unitemised, FINISHED),
        left=speed.left,
        per_month_so_far=speed.so_far,
        per_month_needed=speed.needed,
        published=known.published,
        silent=known.silent,
    )


def together(parts: Iterable[Known]) -> Known:
    """What the parts sum to, but for what must be asked of the whole itself: its list, target and publication."""
    cells: dict[tuple[str, str], list[int]] = {}
    numbers: dict[tuple[str, str], list[int]] = {}
    months: dict[int, int] = {}
    silent: list[Silent] = []
    for part in parts:
        _add(cells, part.homes)
        _add(numbers, part.unitemised)
        silent += part.silent
        for month, homes in part.months.items():
            months[month] = months.get(month, 0) + homes
    return Known(homes=_cells(cells), months=months, unitemised=_cells(numbers), silent=tuple(silent))


def by_need(rows: Iterable[AchievementRow]) -> list[AchievementRow]:
    """The most homes left first, then the most need."""
    return sorted(rows, key=lambda each: (-(each.left or 0), -each.need, each.region_code))


def sources_of(rows: Sequence[AchievementRow]) -> list[str]:
    """The sources that any of these rows has, in the order of the code list."""
    known = {source for each in rows for source in each.stages_by_source}
    return [*(code for code in SOURCE.codes if code in known), *sorted(known - set(SOURCE.codes))]


def _add(into: dict[tuple[str, str], list[int]], cells: Iterable[HomeCell]) -> None:
    for cell in cells:
        both = into.setdefault((cell.source, cell.stage), [0, 0])
        both[0] += cell.homes
        both[1] += cell.extra


def _cells(sums: Mapping[tuple[str, str], list[int]]) -> tuple[HomeCell, ...]:
    return tuple(HomeCell(source, stage, homes, extra) for (source, stage), (homes, extra) in sums.items())


def _sum(cells: Iterable[HomeCell], stages: Sequence[str]) -> int:
    return sum(cell.homes for cell in cells if cell.stage in stages)


def _by_stage(cells: Sequence[HomeCell]) -> dict[str, int]:
    return {stage: _sum(cells, (stage,)) for stage in STAGE.codes}


def _by_source(cells: Iterable[HomeCell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell in cells:
        found[cell.source] = found.get(cell.source, 0) + (cell.homes if cell.stage in FINISHED else 0)
    return found


def _matrix(cells: Iterable[HomeCell]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for cell in cells:
        stages = found.setdefault(cell.source, dict.fromkeys(STAGE.codes, 0))
        stages[cell.stage] = stages.get(cell.stage, 0) + cell.homes
    return found
