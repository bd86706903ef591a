"""How fast are homes finished, and how fast must they be from now on?"""

from dataclasses import dataclass
from datetime import date
from math import ceil

MONTH_DAYS = 30.436875  # a mean month of the Gregorian calendar


@dataclass(frozen=True, slots=True)
class Pace:
    """Homes a month: so far, and needed to reach the target by 31 December.

    None where it cannot be said: before the year, without a target, or (`needed`) when no day of the year is left.
    """

    left: int | None
    so_far: float | None
    needed: int | None


def pace(*, finished: int, target: int | None, year: int, today: date) -> Pace:
    """The days gone by, today among them, and the days to come, counted in mean months."""
    gone, to_come = _months(year, today)
    left = None if target is None else max(target - finished, 0)
    return Pace(
        left=left,
        so_far=round(finished / gone, 1) if gone else None,
        needed=ceil(left / to_come) if left is not None and to_come else None,
    )


def _months(year: int, today: date) -> tuple[float, float]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = (last - first).days + 1
    gone = min(max((today - first).days + 1, 0), days)
    return gone / MONTH_DAYS, (days - gone) / MONTH_DAYS
