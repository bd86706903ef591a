"""What does the list come to in each of many regions at once? Whoever asks has been asked for their region.

Every figure is one stretch of an index that begins with the region and goes on by `need`: no family is read twice, and
the table not at all, so that eight kabupaten with 200,000 families are counted while a page is waited for.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import connection

from betang.register import scope
from betang.register.domain import condition
from betang.register.domain.ages import Age, day_numbers
from betang.register.domain.list_figures import NOBODY, ListFigures, Stretch, of_stretches
from betang.register.models import Listing

_CONDITIONS = (5, 4, 3, 2, 1, condition.UNKNOWN)
_AT_ONCE = 60  # regions in one statement: 18 figures each, and PostgreSQL answers with 1,664 at most
Place = tuple[str | None, str]  # the column that holds codes of its level, none for the nation, and the code


def figures_by_region(region_codes: Sequence[str], *, today: date) -> dict[str, ListFigures]:
    """The figures of each region, of whatever level; one statement for sixty of them."""
    places = [(scope.column_of(code), code) for code in region_codes]
    return dict(zip(region_codes, _figures(places, today), strict=True))


def figures_without_village(region_code: str, *, today: date) -> ListFigures:
    """The families of which no more is known than that they live in this region."""
    if scope.column_of(region_code) == "village_code":
        return NOBODY
    return _figures([("village_code", region_code)], today)[0]


def _figures(places: Sequence[Place], today: date) -> list[ListFigures]:
    found: list[ListFigures] = []
    for first in range(0, len(places), _AT_ONCE):
        found += _ask(places[first : first + _AT_ONCE], today)
    return found


def _ask(places: Sequence[Place], today: date) -> list[ListFigures]:
    questions: list[str] = []
    parameters: list[str | int] = []
    for column, code in places:
        for what, low, high in _stretches(today):
            questions.append(_question(what, column))
            parameters += [*([code] if column else []), low, high]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(questions)}", parameters)
        answers: Sequence[int | None] = cursor.fetchone()
    size = 3 * len(_CONDITIONS)
    return [_told(answers[first : first + size]) for first in range(0, len(answers), size)]


def _stretches(today: date) -> Iterable[tuple[str, int, int]]:
    """Of each condition: how many are old, how many fresh, and the last of them all."""
    since, _end = day_numbers(Age.FROM_6_TO_12, today=today)
    for figure in _CONDITIONS:
        low, high = condition.need_range(figure)
        yield "COUNT(*)", low, low + since
        yield "COUNT(*)", low + since, high
        yield "MAX(need)", low, high


def _question(what: str, column: str | None) -> str:
    quoted = connection.ops.quote_name
    within = f"{quoted(column)} = %s AND " if column else ""
    return f"(SELECT {what} FROM {quoted(Listing._meta.db_table)} WHERE {within}need >= %s AND need < %s)"


def _told(answers: Sequence[int | None]) -> ListFigures:
    parts = zip(_CONDITIONS, answers[::3], answers[1::3], answers[2::3], strict=True)
    return of_stretches([Stretch(figure, old or 0, fresh or 0, last) for figure, old, fresh, last in parts])
