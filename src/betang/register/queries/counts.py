"""How many families are on the list, how bad are their homes, how old is what is known of them?"""

from collections.abc import Mapping
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
    listed = scope.listings(where)
    by_condition = {figure: sum(cells[figure, age] for age in Age) for figure in _CONDITIONS}
    return Counts(
        region_code=where,
        as_of=today,
        families=sum(cells.values()),
        without_house=listed.filter(has_house=False).count(),
        by_condition=by_condition,
        by_age={age: sum(cells[figure, age] for figure in _CONDITIONS) for age in Age},
        newest_date=listed.order_by("-observed_date").values_list("observed_date", flat=True).first(),
        open_proposals=journal.open_count(where),
    )


def _cells(region_code: str, today: date) -> dict[tuple[int, Age], int]:
    """Families by condition and age of data. Each cell is one stretch of the list's index, so no row is read twice."""
    cells = {(figure, age): _stretch(figure, age, today) for figure in _CONDITIONS for age in Age}
    column = scope.column_of(region_code)
    within = f"{connection.ops.quote_name(column)} = %s AND " if column else ""
    table = connection.ops.quote_name(Listing._meta.db_table)
    count = f"(SELECT COUNT(*) FROM {table} WHERE {within}need >= %s AND need < %s)"
    region: tuple[str, ...] = (region_code,) if column else ()
    parameters: list[str | int] = []
    for stretch in cells.values():
        parameters += [*region, *stretch]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([count] * len(cells))}", parameters)
        return dict(zip(cells, cursor.fetchone(), strict=True))


def _stretch(figure: int, age: Age, today: date) -> tuple[int, int]:
    lowest, _ = condition.need_range(figure)
    first, end = day_numbers(age, today=today)
    return lowest + first, lowest + end
