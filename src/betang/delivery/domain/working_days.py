"""How many of its ten working days has a case used, and when do they end?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ALLOWED = 10  # SKB of three ministers, 25 November 2024: a PBG for the poor within ten working days
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which no office works, and the years for which they are known."""

    holidays: Mapping[date, str]
    years: frozenset[int]

    def is_working(self, day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in self.holidays

    def unknown_year(self, first: date, last: date) -> int | None:
        """The first year between two days whose holidays are not known here."""
        return next((year for year in range(first.year, last.year + 1) if year not in self.years), None)


class ClockState(StrEnum):
    """Where a case stands with its ten days; msgids beside, in CLOCK_LABELS."""

    WAITING = "waiting"
    RUNNING = "running"
    LATE = "late"
    IN_TIME = "in_time"
    DECIDED_LATE = "decided_late"
    WITHDRAWN = "withdrawn"


CLOCK_LABELS: Mapping[ClockState, str] = {
    ClockState.WAITING: "Berkas belum lengkap",
    ClockState.RUNNING: "Berjalan",
    ClockState.LATE: "Lewat batas",
    ClockState.IN_TIME: "Tepat waktu",
    ClockState.DECIDED_LATE: "Diputuskan terlambat",
    ClockState.WITHDRAWN: "Ditarik",
}


@dataclass(frozen=True, slots=True)
class Clock:
    """`used`: working days from the day after the papers were complete; `left` may be negative.

    `unknown_year`: its holidays are not known here, so only weekends were left out of the count there.
    """

    state: ClockState
    used: int | None = None
    left: int | None = None
    deadline: date | None = None
    unknown_year: int | None = None


def clock(
    calendar: Calendar, *, complete: date | None, decided: date | None, withdrawn: bool = False, today: date
) -> Clock:
    """Where a case stands: the count begins on the working day after its papers were complete, until it is decided."""
    if withdrawn:
        return Clock(ClockState.WITHDRAWN)
    if complete is None:
        return Clock(ClockState.WAITING)
    end = decided or today
    last = deadline(calendar, complete)
    used = working_days(calendar, after=complete, upto=end)
    late = end > last
    state = (
        (ClockState.DECIDED_LATE if late else ClockState.IN_TIME)
        if decided
        else (ClockState.LATE if late else ClockState.RUNNING)
    )
    return Clock(state, used, ALLOWED - used, last, calendar.unknown_year(complete, max(end, last)))


def deadline(calendar: Calendar, complete: date, days: int = ALLOWED) -> date:
    """The last of so many working days after this one."""
    day = complete
    while days:
        day += timedelta(days=1)
        days -= calendar.is_working(day)
    return day


def working_days(calendar: Calendar, *, after: date, upto: date) -> int:
    """Working days after one day, up to and including another; 0 where that is not later."""
    span = range(1, (upto - after).days + 1)
    return sum(calendar.is_working(after + timedelta(days=number)) for number in span)
