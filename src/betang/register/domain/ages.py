"""How old is a piece of data, in the steps that an office speaks of?"""

from datetime import date
from enum import Enum

from betang.register.domain.condition import DAYS, day_number

_MONTH_DAYS = 30.436875  # a mean month of the Gregorian calendar


class Age(Enum):
    """Steps of age in months: from, up to but not including."""

    UNDER_6 = "under_6"
    FROM_6_TO_12 = "6_to_12"
    FROM_12_TO_24 = "12_to_24"
    OVER_24 = "over_24"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Age.UNDER_6: "Di bawah 6 bulan",
    Age.FROM_6_TO_12: "6 sampai 12 bulan",
    Age.FROM_12_TO_24: "1 sampai 2 tahun",
    Age.OVER_24: "Lebih dari 2 tahun",
    Age.UNKNOWN: "Umur data belum diketahui",
}
_MONTHS = {Age.UNDER_6: (0, 6), Age.FROM_6_TO_12: (6, 12), Age.FROM_12_TO_24: (12, 24), Age.OVER_24: (24, 24_000)}


def day_numbers(age: Age, *, today: date) -> tuple[int, int]:
    """From which day number up to, but not including, which; a day to come counts as today, (0, 1) is no known day."""
    if age is Age.UNKNOWN:
        return 0, 1
    youngest, oldest = _MONTHS[age]
    tomorrow = today.toordinal() + 1
    return max(1, tomorrow - _days(oldest)), tomorrow - _days(youngest) if youngest else DAYS


def age_of(observed: date | None, *, today: date) -> Age:
    number = day_number(observed)
    return next(age for age in Age if day_numbers(age, today=today)[0] <= number < day_numbers(age, today=today)[1])


def _days(months: int) -> int:
    return round(months * _MONTH_DAYS)
