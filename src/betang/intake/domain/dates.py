"""Which day is meant?"""

import re
from datetime import date, timedelta
from functools import lru_cache

from betang.intake.domain.cells import Cell, is_error, trimmed
from betang.intake.domain.reading import NOTHING, Reading

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan", "january"), ("februari", "feb", "pebruari", "peb", "february"),
            ("maret", "mar", "march"),
            ("april", "apr"), ("mei", "may"), ("juni", "jun", "june"), ("juli", "jul", "july"),
            ("agustus", "agt", "ags", "agu", "agust", "aug", "august"), ("september", "sep", "sept"),
            ("oktober", "okt", "oct", "october"), ("november", "nov", "nopember", "nop"),
            ("desember", "des", "dec", "december"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_YEAR_FIRST = re.compile(r"^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})$")
_WITHOUT_SIGNS = re.compile(r"^\d{8}$", re.ASCII)
_WITH_WORD = re.compile(r"^(\d{1,2})[-/. ]*([a-z]+)[-/.,' ]*(\d{4}|\d{2})$")
_CLOCK = re.compile(r"[t ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?: ?(?:wib|wita|am|pm))?$")
_WEEKDAY = re.compile(r"^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)[, ]+")

_OLDEST = date(1990, 1, 1)  # before any list of homes that a computer kept
_OLDEST_BIRTH = date(1900, 1, 1)
_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 30_000, 80_000  # 1982 and 2119
_FIRST_BIRTH_SERIAL = 10_000  # 1927; what is smaller may be a year
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_SERIAL = re.compile(r"^[1-7]\d{4}$")
_Read = tuple[date | None, tuple[str, ...]]


@lru_cache(maxsize=4096, typed=True)
def survey_date(cell: Cell, *, today: date) -> Reading:
    """A day between 1990 and today. A slashed date is day first, as Indonesia writes it."""
    day, found = _read(cell, _FIRST_SERIAL, youngest=date.max)
    if day is None:
        return Reading(None, found)
    if day < _OLDEST:
        return Reading(None, ("date_unreadable",))
    return Reading(None, ("date_in_future",)) if day > today else Reading(day, found)


@lru_cache(maxsize=4096, typed=True)
def birth_date(cell: Cell, *, today: date) -> Reading:
    """A day between 1900 and today; a year alone is none, and two digits of one are the latest that is past."""
    if not trimmed(cell).text:
        return NOTHING
    if _YEAR.match(trimmed(cell).text):
        return Reading(None, ("birth_year_alone",))
    day, found = _read(cell, _FIRST_BIRTH_SERIAL, youngest=today)
    if day is None:
        return Reading(None, found)
    if day < _OLDEST_BIRTH:
        return Reading(None, ("date_unreadable",))
    return Reading(None, ("birth_in_future",)) if day > today else Reading(day, found)


def day_of(text: str) -> date | None:
    """The day that a text writes, in whichever order, or None."""
    return _read(text, _FIRST_SERIAL, youngest=date.max)[0]


def _read(cell: Cell, first_serial: int, *, youngest: date) -> _Read:
    if isinstance(cell, date):
        return cell, ()
    if is_error(cell):
        return None, ("cell_error",)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _serial(cell, first_serial)
    bare = _WEEKDAY.sub("", _CLOCK.sub("", trimmed(cell).text.lower()))
    if not bare:
        return None, ("date_missing",)
    if _SERIAL.match(bare) and bare.isascii():
        return _serial(float(bare), first_serial)
    return _text_date(bare, youngest)


def _serial(number: float, first: int) -> _Read:
    """A date cell that lost its format is a count of days; a smaller number (2023) is no date."""
    if first <= number < _LAST_SERIAL:
        return _EXCEL_EPOCH + timedelta(days=int(number)), ("date_serial",)
    return None, ("date_unreadable",)


def _text_date(bare: str, youngest: date) -> _Read:
    if match := _YEAR_FIRST.match(bare):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.match(bare):
        return _day(_year(match[3], youngest), int(match[2]), int(match[1]))
    if _WITHOUT_SIGNS.match(bare):
        return _eight_digits(bare)
    match = _WITH_WORD.match(bare)
    if match and match[2] in _MONTHS:
        return _day(_year(match[3], youngest), _MONTHS[match[2]], int(match[1]))
    return None, ("date_unreadable",)


def _eight_digits(bare: str) -> _Read:
    """12052024 or 20240512, where only one of the two orders gives a day."""
    orders = (bare[4:], bare[2:4], bare[:2]), (bare[:4], bare[4:6], bare[6:])
    read = [_day(*map(int, order)) for order in orders if 1900 <= int(order[0]) < 2100]
    days = [(day, found) for day, found in read if day and "date_month_first" not in found]
    return days[0] if len(days) == 1 else (None, ("date_unreadable",))


def _day(year: int, month: int, day: int) -> _Read:
    month_first = month > 12 >= day
    if month_first:
        month, day = day, month
    try:
        read = date(year, month, day)
    except ValueError:
        return None, ("date_unreadable",)
    return read, ("date_written", "date_month_first") if month_first else ("date_written",)


def _year(digits: str, youngest: date) -> int:
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if 2000 + int(digits) <= youngest.year else 1900 + int(digits)
