"""Does a report find the house of the list by a NIK, and the NIK by a house, so that both are one home?"""

from uuid import UUID

import pytest

from betang.delivery import commands, queries
from betang.delivery.models import Home
from betang.register import commands as register
from betang.register.models import Family
from tests.delivery.cast import Offices, home
from tests.planning.cast import LEBANG
from tests.register.cast import entry

NIK, OTHER = "6105060101010001", "6105060202020002"


@pytest.fixture
def house(offices: Offices) -> UUID:
    """The house of Yakobus on the list."""
    form = entry(village=LEBANG, head={"name": "Yakobus", "nik": NIK})
    family = register.add_family(offices.maria, form, observed=None)
    found: UUID = Family.objects.get(pk=family).house  # type: ignore[assignment]  # it was added with one
    return found


def test_a_house_and_the_nik_of_who_lives_there_are_one_home(offices: Offices, house: UUID) -> None:
    by_house = commands.report_home(offices.maria, home(house=house))

    by_nik = commands.report_home(offices.domi, home(nik=NIK, source="DANA DESA"))

    assert by_house.home == by_nik.home
    assert queries.home(offices.maria, by_nik.home).house == house
    assert queries.report(offices.domi, by_house.id).nik == "6105••••••••0001"


def test_a_case_by_nik_hangs_on_the_home_of_the_house(offices: Offices, house: UUID) -> None:
    commands.report_home(offices.maria, home(house=house))

    commands.report_case(
        offices.dewi,
        {"village_code": LEBANG, "case_number": "PBG-1", "applied_date": "2 Juni 2025", "nik": NIK},
    )

    assert list(Home.objects.values_list("reports", "cases")) == [(1, 1)]


def test_a_nik_that_was_said_is_not_replaced_by_that_of_the_house(offices: Offices, house: UUID) -> None:
    report = commands.report_home(offices.maria, home(nik=OTHER)).id

    view = commands.correct(offices.maria, report, {"house": house}, seen=None, because="")

    assert (view.nik, view.values["house"]) == ("6105••••••••0002", house)
