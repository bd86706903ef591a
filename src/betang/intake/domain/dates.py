"""Which day is meant?"""

import re
from datetime import date, timedelta

from betang.intake.domain.cells import Cell, trimmed
from betang.intake.domain.reading import Reading

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
_YEAR_FIRST = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$")
_WITH_WORD = re.compile(r"^(\d{1,2})[-/. ]*([a-z]+)[-/., ]*(\d{4}|\d{2})$")
_CLOCK = re.compile(r"[t ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?: ?(?:wib|wita|am|pm))?$")
_WEEKDAY = re.compile(r"^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)[, ]+")

_OLDEST = date(1990, 1, 1)  # before any list of homes that a computer kept
_EXCEL_EPOCH = date(1899, 12, 30)


def survey_date(cell: Cell, *, today: date) -> Reading:
    """A day between 1990 and today. A slashed date is day first, as Indonesia writes it."""
    day, found = _read(cell)
    if day is None:
        return Reading(None, found)
    if day < _OLDEST:
        return Reading(None, ("date_unreadable",))
    return Reading(None, ("date_in_future",)) if day > today else Reading(day, found)


def _read(cell: Cell) -> tuple[date | None, tuple[str, ...]]:
    if isinstance(cell, date):
        return cell, ()
    if isinstance(cell, float):
        return _serial(cell)
    bare = _WEEKDAY.sub("", _CLOCK.sub("", trimmed(cell).text.lower()))
    if not bare:
        return None, ("date_missing",)
    return _text_date(bare)


def _serial(number: float) -> tuple[date | None, tuple[str, ...]]:
    """A date cell that lost its format is a count of days; a smaller number (2023) is no date."""
    if 30_000 <= number < 80_000:
        return _EXCEL_EPOCH + timedelta(days=int(number)), ("date_serial",)
    return None, ("date_unreadable",)


def _text_date(bare: str) -> tuple[date | None, tuple[str, ...]]:
    if match := _YEAR_FIRST.match(bare):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.match(bare):
        return _day(_year(match[3]), int(match[2]), int(match[1]))
    match = _WITH_WORD.match(bare)
    if match and match[2] in _MONTHS:
        return _day(_year(match[3]), _MONTHS[match[2]], int(match[1]))
    return None, ("date_unreadable",)


def _day(year: int, month: int, day: int) -> tuple[date | None, tuple[str, ...]]:
    month_first = month > 12 >= day
    if month_first:
        month, day = day, month
    try:
        read = date(year, month, day)
    except ValueError:
        return None, ("date_unreadable",)
    return read, ("date_written", "date_month_first") if month_first else ("date_written",)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
