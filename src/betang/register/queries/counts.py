"""How many families are on the list, how bad are their homes, how old is what is known of them?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.utils import timezone

from betang.accounts.queries import Ability, Acting, require
from betang.journal import queries as journal
from betang.register import scope
from betang.register.domain import condition
from betang.register.domain.ages import Age, day_numbers
from betang.register.models import Listing

_CONDITIONS = (5, 4, 3, 2, 1, condition.UNKNOWN)


@dataclass(frozen=True)
class Counts:
    """Counts of one region on one day. Each of `by_condition` and `by_age` adds up to `families`.

    Keys of `by_condition`: 5 (tidak layak) to 1 (layak), and 0 for homes not assessed.
    """

    region_code: str
    as_of: date
    families: int
    without_house: int
    by_condition: Mapping[int, int]
    by_age: Mapping[Age, int]
    newest_date: date | None
    open_proposals: int


def counts(acting: Acting, region_code: str = "") -> Counts:
    """The figures of the person's region, or of a smaller one within it."""
    require(acting, Ability.SEE_RECORDS, acting.region_code)
    where = region_code if region_code and acting.covers(region_code) else acting.region_code
    today = timezone.localdate()
    cells = _cells(where, today)
    by_condition = {figure: sum(cells[figure, age] for age in Age) for figure in _CONDITIONS}
    return Counts(
        region_code=where,
        as_of=today,
        families=sum(cells.values()),
        without_house=scope.listings(where).filter(has_house=False).count(),
        by_condition=by_condition,
        by_age={age: sum(cells[figure, age] for figure in _CONDITIONS) for age in Age},
        newest_date=_newest(where),
        open_proposals=journal.open_count(where),
    )


def _cells(region_code: str, today: date) -> dict[tuple[int, Age], int]:
    """Families by condition and age of data. Each cell is one stretch of the list's index, so no row is read twice."""
    cells = [(figure, age) for figure in _CONDITIONS for age in Age]
    found = _ask("COUNT(*)", region_code, [_stretch(figure, age, today) for figure, age in cells])
    return {cell: count or 0 for cell, count in zip(cells, found, strict=True)}


def _newest(region_code: str) -> date | None:
    """The latest day of all data: it stands at the end of some condition's stretch."""
    ends = _ask("MAX(need)", region_code, [condition.need_range(figure) for figure in _CONDITIONS])
    days = [condition.day_of(need) for need in ends if need is not None]
    return max((day for day in days if day), default=None)


def _stretch(figure: int, age: Age, today: date) -> tuple[int, int]:
    lowest, _ = condition.need_range(figure)
    first, end = day_numbers(age, today=today)
    return lowest + first, lowest + end


def _ask(what: str, region_code: str, stretches: Sequence[tuple[int, int]]) -> Sequence[int | None]:
    """One figure for each stretch of `need` in a region, in one statement."""
    column = scope.column_of(region_code)
    within = f"{connection.ops.quote_name(column)} = %s AND " if column else ""
    table = connection.ops.quote_name(Listing._meta.db_table)
    one = f"(SELECT {what} FROM {table} WHERE {within}need >= %s AND need < %s)"
    region = [region_code] if column else []
    parameters: list[str | int] = []
    for stretch in stretches:
        parameters += [*region, *stretch]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([one] * len(stretches))}", parameters)
        found: Sequence[int | None] = cursor.fetchone()
    return found
