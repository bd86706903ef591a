"""On which days does no office in Indonesia work, and for which years is that known?"""

from functools import lru_cache

import holidays

from betang.delivery.domain.working_days import Calendar

_FIRST, _LAST = 2020, 2040
_ESTIMATED = "estimated"  # how the package marks a date that follows from a calendar and from no decree


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """National holidays and joint leave. A year with estimated dates counts as one that is not known."""
    found = holidays.country_holidays(
        "ID", years=range(_FIRST, _LAST), language="en_US", categories=("public", "government")
    )
    guessed = {day.year for day, name in found.items() if _ESTIMATED in name.lower()}
    with_leave = {day.year for day, name in found.items() if "joint" in name.lower()}
    known = frozenset(year for year in range(_FIRST, _LAST) if year not in guessed and year in with_leave)
    return Calendar(dict(found), known)
