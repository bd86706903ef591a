"""Which homes look alike, is the table of them what a recount says, and which cases are late on which day?"""

from datetime import date
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from betang.delivery import commands, queries
from betang.delivery.commands import keys
from betang.delivery.domain import homes, likeness
from betang.delivery.domain.likeness import Look
from betang.delivery.domain.working_days import ClockState, clock
from betang.delivery.holidays_known import calendar
from betang.delivery.models import Home, HomeKey, HomeMember, Realisation, Sameness, Suspicion
from betang.delivery.queries.cases import _latest_complete
from betang.journal.kept import VOID
from betang.kernel.names import normalise
from betang.planning import commands as planning
from betang.register.domain.parsing import FieldsRefused
from tests.delivery.cast import Offices, home
from tests.planning.cast import LEBANG

NIK, OTHER = "6105060101010001", "6105060202020002"
MARIA, DOMI = UUID(int=1), UUID(int=2)


def _look(number: int, **more: object) -> Look:
    return Look(**({"record": UUID(int=number), "agency": MARIA, "village_code": "a", "work": "BARU"} | more))  # type: ignore[arg-type]  # each test says what matters


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"name": "JOHANES"}, {"name": "JOHANNES"}, ["name"]),
        ({"name": "WARGA 1"}, {"name": "WARGA 11"}, []),
        ({"name": "MARIA"}, {"name": "PETRUS"}, []),
        ({"name": "MARIA", "nik": b"1"}, {"name": "MARIA", "nik": b"2"}, []),
        ({"address": "MELATI 3"}, {"address": "MELATI 3"}, ["address"]),
        ({"position": (0.0, 111.0)}, {"position": (0.0001, 111.0)}, ["near"]),
        ({"position": (0.0, 111.0)}, {"position": (0.001, 111.0)}, []),
        ({"position": (0.0, 111.0), "name": "MARIA"}, {"position": (0.0, 111.0), "name": "PETRUS"}, []),
        ({"unit": "A1", "source": "FLPP"}, {"unit": "A1", "source": "FLPP", "agency": DOMI}, ["unit"]),
        ({"unit": "A1", "source": "FLPP"}, {"unit": "A1", "source": "BSPS", "agency": DOMI}, []),
        ({"unit": "A1", "name": "MARIA"}, {"unit": "A2", "name": "MARIA"}, []),
        ({"name": "MARIA"}, {"name": "MARIA", "work": "PENINGKATAN"}, []),
        ({"name": "MARIA"}, {"name": "MARIA", "village_code": "b"}, []),
    ],
)
def test_why_two_homes_look_alike(one: dict[str, object], other: dict[str, object], why: list[str]) -> None:
    assert likeness.reasons([_look(1, **one)], [_look(2, **other)]) == why


@pytest.mark.parametrize(
    ("address", "names_one"),
    [
        ("Dusun Sejirak, RT 003, RW 001", False),
        ("Dusun 2 RT 003/001", False),
        ("RT. 3 RW. 1", False),
        ("Jl. Melati No. 3 RT 003", True),
        ("Blok C 12", True),
        ("", False),
    ],
)
def test_an_address_of_one_house(address: str, names_one: bool) -> None:
    assert likeness.is_of_one_house(address) is names_one


def test_names_that_are_nearly_the_same_sound_the_same() -> None:
    assert likeness.sound_of(normalise("Yohanes")) == likeness.sound_of(normalise("Johannes bin Anton"))


def test_a_home_on_the_equator_has_a_position(offices: Offices) -> None:
    commands.report_home(offices.maria, home(latitude="0", longitude="111,6"))
    commands.report_home(offices.domi, home(latitude="0", longitude="111,6", source="DANA DESA"))

    assert queries.doubles(offices.maria)[0][0].reasons == ("near",)


@pytest.mark.parametrize("number", ["-", "belum ada", "0"])
def test_words_in_place_of_a_case_number_join_nothing(offices: Offices, number: str) -> None:
    for who in (offices.maria, offices.domi):
        commands.report_home(who, home(case_number=number, source="DANA DESA"))

    assert Home.objects.count() == 2


def test_of_two_that_look_alike_the_furthest_would_stay(offices: Offices) -> None:
    begun = commands.report_home(offices.maria, home(recipient="Yohanes"))
    commands.report_home(
        offices.domi, home(recipient="Yohanes", source="DANA DESA", stage="100", finished_date="1 Juli 2025")
    )

    assert list(Home.objects.filter(is_extra=True).values_list("pk", flat=True)) == [begun.home]


def test_no_more_homes_come_of_an_offer_than_were_offered(offices: Offices) -> None:
    values = {"region_code": LEBANG, "work": "BARU", "homes": "2"}
    from_pt = planning.offer_pledge(offices.pt, values)

    with pytest.raises(FieldsRefused) as refused:
        commands.accept_pledge(offices.maria, from_pt, homes=99, village_code=LEBANG, note="")

    assert refused.value.code == "out_of_range"


@given(st.dates(date(2025, 1, 1), date(2026, 11, 1)), st.integers(0, 40))
def test_a_case_is_late_in_a_list_when_its_clock_says_so(today: date, days: int) -> None:
    complete = date.fromordinal(today.toordinal() - days)

    state = clock(calendar(), complete=complete, decided=None, today=today).state

    assert (complete < _latest_complete(today)) == (state is ClockState.LATE)


REPORTS = st.tuples(
    st.sampled_from(["Yohanes", "Johannes", "Maria", ""]),
    st.sampled_from(["Jl. Melati 3", "RT 1", ""]),
    st.sampled_from([NIK, OTHER, "", ""]),
    st.sampled_from(["0,07", "0,0701", ""]),
    st.booleans(),
)
DEEDS = st.lists(st.tuples(st.sampled_from(["report", "report", "withdraw", "rename", "judge"]), REPORTS), max_size=9)


@given(DEEDS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_after_any_deeds_those_that_look_alike_are_those_that_a_recount_finds(
    offices: Offices,
    deeds: list[tuple],  # type: ignore[type-arg]  # each deed has its own words
) -> None:
    for table in (Realisation, Sameness, Home, HomeMember, HomeKey, Suspicion):
        table.objects.all().delete()  # type: ignore[attr-defined]  # all of them are tables
    made: list[tuple[UUID, bool]] = []
    for kind, said in deeds:
        _do(offices, kind, said, made)

    told = {(row.one, row.other): row.reasons for row in Suspicion.objects.all()}
    assert told == _recount()
    stages = dict(Home.objects.values_list("pk", "stage"))
    assert set(Home.objects.filter(is_extra=True).values_list("pk", flat=True)) == homes.extra(stages, told)


def _do(offices: Offices, kind: str, said: tuple, made: list[tuple[UUID, bool]]) -> None:  # type: ignore[type-arg]  # as above
    name, address, nik, latitude, by_maria = said
    standing = [each for each in made if Realisation.objects.exclude(status=VOID).filter(pk=each[0]).exists()]
    if kind == "report" or not standing:
        place = {"latitude": latitude, "longitude": "111,6"} if latitude else {}
        who = offices.maria if by_maria else offices.domi
        values = home(recipient=name, address=address, nik=nik, source="DANA DESA", **place)
        made.append((commands.report_home(who, values).id, by_maria))
        return
    report, of_maria = standing[len(name) % len(standing)]
    who = offices.maria if of_maria else offices.domi
    if kind == "withdraw":
        commands.withdraw(who, report, because="")
    elif kind == "rename" and queries.report(who, report).recipient != name:
        commands.correct(who, report, {"recipient": name}, seen=None, because="")
    elif kind == "judge":
        pairs = list(Suspicion.objects.order_by("one", "other"))
        if pairs:
            verdict = "SATU RUMAH" if by_maria else "DUA RUMAH"
            commands.judge(offices.maria, pairs[0].one, pairs[0].other, verdict=verdict, reason="")


def _recount() -> dict[tuple[UUID, UUID], list[str]]:
    """Every pair of homes, looked at without keys."""
    home_of = dict(HomeMember.objects.values_list("record", "home"))
    looks: dict[UUID, list[Look]] = {}
    for row in Realisation.objects.exclude(status=VOID):
        looks.setdefault(home_of[row.id], []).append(keys.look_of(row))  # type: ignore[arg-type]  # reports have homes
    apart = {
        frozenset((home_of.get(row.one), home_of.get(row.other)))
        for row in Sameness.objects.exclude(status=VOID).filter(verdict="DUA RUMAH")
    }
    pairs = [(one, other) for one, other in combinations(sorted(looks), 2) if {one, other} not in apart]
    found = {(one, other): likeness.reasons(looks[one], looks[other]) for one, other in pairs}
    return {pair: why for pair, why in found.items() if why}
