"""How are the homes of many places drawn on one scale, and how fresh is the list behind each door?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from betang.figures.domain.achievement import MONTHS
from betang.figures.queries import Achievement, AchievementRow
from betang.web.templatetags.betang import number

WIDTH, GROUND, TOP = 240, 72.0, 10.0  # of a chart as it is drawn; the ground line and the top of the scale
_LAST_X = 235.0  # so that the dot on the last month is not cut
MONTH_NAMES = (
    gettext_noop("Jan"),
    gettext_noop("Feb"),
    gettext_noop("Mar"),
    gettext_noop("Apr"),
    gettext_noop("Mei"),
    gettext_noop("Jun"),
    gettext_noop("Jul"),
    gettext_noop("Agu"),
    gettext_noop("Sep"),
    gettext_noop("Okt"),
    gettext_noop("Nov"),
    gettext_noop("Des"),
)
MOST_DOORS = 8  # more than that is a table with small doors
FRESH, HALF = 0.8, 0.5  # from which share of fresh data a list is up to date, and from which it is half so


@dataclass(frozen=True, slots=True)
class Mini:
    """One small chart: homes finished since January, and the target as a dashed line."""

    name: str
    told: str
    spoken: str
    line: str
    area: str
    end_x: str
    end_y: str
    target_y: str
    is_behind: bool
    last_month: str


@dataclass(frozen=True, slots=True)
class Door:
    """How fresh the list of a place is: `ok`, `wait`, `bad`, or `none` where there is no list."""

    name: str
    state: str
    share: str
    newest: date | None


def doors(rows: Sequence[AchievementRow]) -> list[Door]:
    """A door for each place, in the order of their codes."""
    return [door(row) for row in sorted(rows, key=lambda each: each.region_code)]


def door(row: AchievementRow) -> Door:
    if row.fresh_share is None:
        return Door(row.name, "none", _("belum ada daftar"), None)
    state = "ok" if row.fresh_share >= FRESH else "wait" if row.fresh_share >= HALF else "bad"
    return Door(row.name, state, _("%(share)s %% mutakhir") % {"share": _percent(row)}, row.last_list_date)


def _percent(row: AchievementRow) -> int:
    return round(100 * (row.fresh_share or 0))


def minis(told: Achievement, today: date) -> list[Mini]:
    """The charts of all places, in the order of the table, on the scale of the largest of them."""
    last = months_shown(told.year, today)
    if not last:
        return []
    most = max((max(row.finished, row.target or 0) for row in told.rows), default=0)
    gone = _gone(told.year, today)
    return [_mini(row, last, most or 1, gone) for row in told.rows]


def months_shown(year: int, today: date) -> int:
    """How many months of the year have begun."""
    return today.month if year == today.year else MONTHS if year < today.year else 0


def _gone(year: int, today: date) -> float:
    """Which share of the year has gone by."""
    return min(max((today - date(year, 1, 1)).days + 1, 0), 365) / 365


def _mini(row: AchievementRow, last: int, most: int, gone: float) -> Mini:
    totals = [sum(row.by_month[: month + 1]) for month in range(last)]
    step = _LAST_X / max(last - 1, 1)
    points = [(round(step * place, 1), _height(total, most)) for place, total in enumerate(totals)]
    if last == 1:
        points = [(0.0, GROUND), (_LAST_X, points[0][1])]
    line = " ".join(f"{x},{y}" for x, y in points)
    is_behind = bool(row.target) and row.finished < (row.target or 0) * gone / 2
    return Mini(
        name=row.name,
        told=_said(row),
        spoken=_spoken(row, last, is_behind=is_behind),
        line=line,
        area=f"M0 {GROUND} L{line.replace(' ', ' L')} L{points[-1][0]} {GROUND}z",
        end_x=str(points[-1][0]),
        end_y=str(points[-1][1]),
        target_y="" if row.target is None else str(_height(row.target, most)),
        is_behind=is_behind,
        last_month=_(MONTH_NAMES[last - 1]),
    )


def _height(homes: int, most: int) -> float:
    return round(GROUND - (GROUND - TOP) * homes / most, 1)


def _said(row: AchievementRow) -> str:
    if row.target is None:
        return _("%(homes)s, tanpa target") % {"homes": number(row.finished)}
    return _("%(homes)s dari %(target)s") % {"homes": number(row.finished), "target": number(row.target)}


def _spoken(row: AchievementRow, last: int, *, is_behind: bool) -> str:
    said = {"name": row.name, "told": _said(row), "month": _(MONTH_NAMES[last - 1])}
    words = _("%(name)s: %(told)s rumah selesai sampai %(month)s") % said
    return _("%(words)s, tertinggal") % {"words": words} if is_behind else words
