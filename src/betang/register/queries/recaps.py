"""What does the list come to, village by village?"""

from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Min, Q, QuerySet
from django.utils import timezone

from betang.accounts.queries import Acting
from betang.organisation import queries as organisation
from betang.register.domain import recaps
from betang.register.domain.ages import Age, day_numbers
from betang.register.domain.condition import DAYS
from betang.register.domain.recaps import Recap, Tally
from betang.register.models import Listing
from betang.register.queries.searching import ListFilters, fitting
from betang.register.tables import Row

_VILLAGE = len("61.05.19.2001")


def recap(acting: Acting, filters: ListFilters) -> Recap:
    """The families that fit, by village; whoever's village is not known stands under the code of the regency."""
    region_code = filters.region_code or acting.region_code
    fit: QuerySet[Any, Any] = fitting(acting, filters).rows.order_by().values("family_id")  # Any: of list or words
    listed = Listing.objects.filter(family_id__in=fit)
    today = timezone.localdate()
    villages = organisation.villages_within(region_code)
    return recaps.recap(region_code, today, _tallies(listed, today), known_villages=len(villages))


def _tallies(listed: QuerySet[Listing], today: date) -> dict[str, Tally]:
    by_condition: dict[str, dict[int, int]] = {}
    pairs = listed.order_by("village_code", "condition").values_list("village_code", "condition")
    for code, figure, count in pairs.annotate(count=Count("family_id")).values_list(
        "village_code", "condition", "count"
    ):
        by_condition.setdefault(code, {})[figure] = count
    return {row["village_code"]: _tally(row, by_condition[row["village_code"]]) for row in _of_villages(listed, today)}


def _of_villages(listed: QuerySet[Listing], today: date) -> list[Row]:
    with_day = listed.annotate(day=F("need") % DAYS)
    ages = {age.value: Count("family_id", filter=_within(age, today)) for age in Age}
    counts = (
        with_day.order_by("village_code")
        .values("village_code")
        .annotate(
            families=Count("family_id"),
            houses=Count("house_id", distinct=True),
            oldest=Min("observed_date"),
            newest=Max("observed_date"),
            **ages,
        )
    )
    return list(counts)


def _within(age: Age, today: date) -> Q:
    first, end = day_numbers(age, today=today)
    return Q(day__gte=first, day__lt=end)


def _tally(row: Row, by_condition: dict[int, int]) -> Tally:
    return Tally(
        families=row["families"],
        houses=row["houses"],
        by_condition=by_condition,
        by_age={age: row[age.value] for age in Age},
        oldest_date=row["oldest"],
        newest_date=row["newest"],
        villages=int(len(row["village_code"]) == _VILLAGE),
    )
