"""Does every figure of the achievement equal a recount from the records?"""

import re
from collections.abc import Iterable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from betang.accounts.domain.acting import Acting
from betang.delivery import commands as delivery
from betang.delivery import queries as delivery_queries
from betang.delivery.domain.stages import FINISHED
from betang.delivery.queries import HomeFilters, HomeRow
from betang.figures import queries
from betang.figures.domain.sums import Subject
from betang.figures.queries import Achievement, AchievementRow
from betang.kernel.errors import NotAllowed, Refusal
from betang.planning import commands as planning
from betang.register import queries as register
from betang.register.queries import ListFilters, ListRow
from tests.delivery.cast import Offices, home
from tests.planning.cast import KALBAR, KAPUAS_HULU, KELAM, LEBANG, MERPAK, SINTANG
from tests.register.cast import row, take

TODAY = date(2025, 7, 2)
MAU = "61.05.08.2001"


def shown(by: Acting, region_code: str = "") -> Achievement:
    return queries.achievement(by, region_code, year=2025, today=TODAY)


def part(told: Achievement, region_code: str) -> AchievementRow:
    return next(each for each in told.rows if each.region_code == region_code)


def report(by: Acting, village: str = LEBANG, *, finished: date | None = None, **more: object) -> None:
    days = {
        "stage": "100",
        "started_date": date(2025, 1, 6),
        "thirty_date": date(2025, 1, 20),
        "finished_date": finished,
    }
    delivery.report_home(by, {**home(village_code=village), **(days if finished else {}), **more})


@pytest.fixture
def node(offices: Offices) -> Offices:
    """Two regencies: lists old and new, with and without a village, homes of three sources, targets, a bare number."""
    lists = [
        row(1, name="Agus", nik=None, village=LEBANG, observed=date(2025, 5, 1)),
        row(2, name="Bunga", nik=None, village=MERPAK, observed=date(2023, 5, 1), roof_condition="KURANG LAYAK"),
        row(3, name="Catur", nik=None, village=MAU, observed=None, roof_condition="LAYAK"),
        row(4, name="Dulah", nik=None, village=None, observed=date(2025, 6, 1)),
        row(5, name="Etek", nik=None, village=MAU, observed=date(2025, 2, 1), roof_condition=""),
    ]
    take(*lists, by=offices.maria)
    take(row(1, name="Fransiska", nik=None, village="61.06.01.2001", observed=date(2024, 1, 1)), by=offices.budi)
    report(offices.maria, finished=date(2025, 3, 5), recipient="Agus")
    report(offices.maria, MERPAK, finished=date(2025, 3, 9), recipient="Bunga", source="BSPS")
    report(offices.domi, MAU, source="DANA DESA", recipient="Catur")
    report(offices.budi, "61.06.01.2001", finished=date(2025, 6, 30), recipient="Fransiska")
    delivery.report_number(
        offices.maria,
        {
            "region_code": SINTANG,
            "month": date(2025, 5, 1),
            "source": "BSPS",
            "stage": "100",
            "homes": 40,
            "work": "BARU",
        },
    )
    for region, homes, by in ((SINTANG, 10, offices.maria), (KELAM, 6, offices.maria), (KAPUAS_HULU, 3, offices.budi)):
        planning.set_target(
            by, year=2025, region_code=region, source="BSPS", values={"agreed_homes": homes}, because="Rapat"
        )
    return offices


def recounted(told: AchievementRow, listed: Iterable[ListRow], homes: Iterable[HomeRow]) -> None:
    """Compare a row with families and homes that are looked at one by one."""
    families, built = list(listed), list(homes)
    done = [each for each in built if each.stage in FINISHED]
    assert told.families == len(families)
    assert told.unfit == sum(each.condition in (4, 5) for each in families)
    assert told.unknown == sum(each.condition == 0 for each in families)
    assert told.need == told.unfit + told.unknown
    assert told.fresh == sum(
        each.observed_date is not None and (TODAY - each.observed_date).days <= 365 for each in families
    )
    assert told.counted == len(built)
    assert told.finished == len(done)
    assert told.under_way == len(built) - len(done)
    for source, homes_of in told.by_source.items():
        assert homes_of == sum(each.source == source for each in done)
    for stage, homes_at in told.by_stage.items():
        assert homes_at == sum(each.stage == stage for each in built)
    for month, homes_in in enumerate(told.by_month, 1):
        assert homes_in == sum(each.finished_date is not None and each.finished_date.month == month for each in built)


@pytest.mark.parametrize("region_code", [KALBAR, SINTANG, KELAM, LEBANG])
def test_every_figure_equals_a_recount_from_the_records(node: Offices, region_code: str) -> None:
    listed = list(register.listing(node.yosef, ListFilters(), 1, 100).rows)
    homes = list(delivery_queries.homes(node.yosef, HomeFilters(year=2025), 1).rows)

    told = shown(node.yosef, region_code)

    for each in (*told.rows, told.total):
        inside = each.region_code
        recounted(
            each,
            [family for family in listed if family.village_code.startswith(inside)],
            [built for built in homes if built.village_code.startswith(inside)],
        )
    assert all(check.adds for check in told.checks)


def test_families_without_a_village_stand_in_a_row_of_their_own(node: Offices) -> None:
    told = shown(node.maria)

    assert told.rest is not None
    assert told.rest.families == 1
    assert told.total.families == 5 == sum(each.families for each in told.rows) + told.rest.families


def test_a_number_without_a_list_stands_beside_and_is_never_added(node: Offices) -> None:
    told = shown(node.maria)

    assert told.rest is not None
    assert told.rest.unitemised == 40
    assert (told.total.unitemised, told.total.finished) == (40, 2)


def test_a_target_that_was_not_shared_out_stands_in_the_row_of_the_rest(node: Offices) -> None:
    told = shown(node.maria)

    target = next(check for check in told.checks if check.subject is Subject.TARGET)
    assert told.rest is not None
    assert (told.rest.target, told.total.target, part(told, KELAM).target) == (4, 10, 6)
    assert (target.parts, target.rest, target.whole, target.gap) == (6, 4, 10, 0)


def test_parts_that_want_more_than_the_whole_are_shown_with_the_gap(node: Offices) -> None:
    planning.set_target(
        node.maria, year=2025, region_code="61.05.08", source="BSPS", values={"agreed_homes": 9}, because="Rapat"
    )

    target = next(check for check in shown(node.maria).checks if check.subject is Subject.TARGET)

    assert (target.parts, target.whole, target.gap, target.adds) == (15, 10, 5, False)


def test_what_is_left_is_spread_over_the_months_that_are_left(node: Offices) -> None:
    told = shown(node.maria).total

    assert told.left == 8
    assert told.per_month_so_far == pytest.approx(2 / (183 / 30.436875), abs=0.05)
    assert told.per_month_needed == 2


def test_offices_that_are_silent_are_named_with_the_day_since_when(node: Offices) -> None:
    told = queries.achievement(node.maria, year=2025, today=date(2031, 1, 1))

    silent = {each.agency: each.since for each in told.silent}
    assert silent["DPMPTSP Rekaan Sintang"] is None
    assert silent["Disperakim Rekaan Sintang"] is not None
    assert "Disperakim Rekaan Kapuas Hulu" not in silent


def test_another_region_is_answered_as_one_that_does_not_exist(node: Offices) -> None:
    with pytest.raises(Refusal) as refused:
        shown(node.budi, SINTANG)

    assert refused.value.code == "not_found"


def test_a_donor_sees_no_achievement(node: Offices) -> None:
    with pytest.raises(NotAllowed):
        shown(node.pt)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite says which index it reads")
def test_families_homes_and_reports_are_counted_from_indexes_alone(node: Offices) -> None:
    with CaptureQueriesContext(connection) as asked:
        shown(node.yosef)

    counting = [
        each["sql"] for each in asked if re.search("register_listing|delivery_home|delivery_realisation", each["sql"])
    ]
    for sql in counting:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            steps = [str(step[3]) for step in cursor.fetchall()]
        read = [step for step in steps if step.startswith(("SEARCH", "SCAN")) and step != "SCAN CONSTANT ROW"]
        assert all("COVERING INDEX" in step for step in read), sql
    assert len(counting) == 5
    assert len(asked) < 25
