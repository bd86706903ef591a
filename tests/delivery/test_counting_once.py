"""Is a home that several offices report counted once, and does every table say what a recount would?"""

from collections import Counter
from contextlib import suppress
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from betang.accounts import recording
from betang.delivery import commands, queries
from betang.delivery.commands import keys, rehoming
from betang.delivery.commands.saving import deed_in, keep
from betang.delivery.domain import homes
from betang.delivery.domain.fields import RECORD_TYPES, Kind
from betang.delivery.models import AggregateReport, Case, Home, HomeMember, Realisation, Sameness
from betang.journal.kept import VOID
from betang.kernel.errors import BetangError
from tests.delivery.cast import Offices, case, home
from tests.planning.cast import LEBANG, MERPAK, SINTANG

NIK = "6105060101010001"


def test_two_offices_that_name_one_nik_report_one_home(offices: Offices) -> None:
    first = commands.report_home(offices.maria, home(nik=NIK))

    second = commands.report_home(
        offices.domi, home(nik=NIK, source="DANA DESA", stage="30", thirty_date="1 Juli 2025")
    )

    (counted,) = Home.objects.all()
    assert first.home == second.home == counted.id
    assert (counted.reports, counted.sources, counted.stage, counted.source) == (2, 2, "30", "DANA DESA")
    assert second.marks == ("known_home", "several_sources")


def test_a_case_number_leads_from_one_report_to_another(offices: Offices) -> None:
    commands.report_home(offices.maria, home(nik=NIK))
    commands.report_home(offices.domi, home(case_number="pbg 610519/01", source="DANA DESA"))

    commands.report_case(offices.dewi, case(nik=NIK))

    (counted,) = Home.objects.all()
    assert (counted.reports, counted.cases) == (2, 1)


def test_a_case_alone_is_no_home(offices: Offices) -> None:
    commands.report_case(offices.dewi, case(nik=NIK))
    commands.report_case(offices.hendra, case(case_number="BPHTB-7", nik=NIK))

    assert not Home.objects.exists()
    assert set(HomeMember.objects.values_list("home", flat=True)) == {None}


def test_a_number_without_a_list_is_never_added(offices: Offices) -> None:
    commands.report_home(offices.maria, home())

    commands.report_number(
        offices.maria,
        {"region_code": SINTANG, "month": "1 Juni 2025", "source": "BSPS", "stage": "100", "homes": "40"},
    )

    assert Home.objects.count() == 1
    assert queries.unitemised(SINTANG, year=2025) == [(SINTANG, "BSPS", "100", 40)]


def test_a_report_that_is_taken_back_counts_nowhere(offices: Offices) -> None:
    kept = commands.report_home(offices.domi, home(nik=NIK, source="DANA DESA"))
    gone = commands.report_home(offices.maria, home(nik=NIK))

    commands.withdraw(offices.maria, gone.id, because="Salah desa")

    (counted,) = Home.objects.all()
    assert (counted.id, counted.reports, counted.source) == (kept.id, 1, "DANA DESA")


def test_names_that_are_alike_stay_two_homes_until_somebody_decides(offices: Offices) -> None:
    one = commands.report_home(offices.maria, home(recipient="Yohanes bin Anton"))
    other = commands.report_home(offices.domi, home(recipient="JOHANES", source="DANA DESA"))

    (pair,), total = queries.doubles(offices.maria)

    assert (total, pair.reasons) == (1, ("name",))
    assert sorted(Home.objects.values_list("is_extra", flat=True)) == [False, True]
    commands.judge(offices.maria, one.home, other.home, verdict="SATU RUMAH", reason="Orang yang sama")
    assert Home.objects.count() == 1
    assert queries.doubles(offices.maria) == ([], 0)


def test_two_that_are_said_to_be_two_are_not_asked_about_again(offices: Offices) -> None:
    one = commands.report_home(offices.maria, home(recipient="Yohanes"))
    other = commands.report_home(offices.domi, home(recipient="Yohanes", source="DANA DESA"))

    commands.judge(offices.maria, one.home, other.home, verdict="DUA RUMAH", reason="Ayah dan anak")

    assert queries.doubles(offices.maria) == ([], 0)
    assert not Home.objects.filter(is_extra=True).exists()


def test_two_persons_with_one_name_are_not_alike(offices: Offices) -> None:
    commands.report_home(offices.maria, home(recipient="Yohanes", nik=NIK))
    commands.report_home(offices.domi, home(recipient="Yohanes", nik="6105060202020002", source="DANA DESA"))

    assert queries.doubles(offices.maria) == ([], 0)


def test_fifteen_metres_are_near_and_a_hundred_are_not(offices: Offices) -> None:
    commands.report_home(offices.maria, home(latitude="0,070000", longitude="111,600000"))
    commands.report_home(offices.domi, home(latitude="0,070100", longitude="111,600000", source="DANA DESA"))
    commands.report_home(offices.domi, home(latitude="0,071000", longitude="111,600000", source="DANA DESA"))

    pairs, total = queries.doubles(offices.maria)

    assert (total, pairs[0].reasons) == (1, ("near",))


NIKS = st.sampled_from(["", NIK, "6105060202020002"])
CASES = st.sampled_from(["", "PBG-01", "PBG-02"])
DEEDS = st.lists(
    st.one_of(
        st.tuples(
            st.just("report"), NIKS, CASES, st.sampled_from(["Yohanes", "Maria", ""]), st.sampled_from(["m", "d"])
        ),
        st.tuples(st.just("case"), NIKS, CASES.filter(bool), st.just(""), st.sampled_from(["w", "h"])),
        st.tuples(st.just("number"), st.just(""), st.just(""), st.just(""), st.just("m")),
        st.tuples(st.just("withdraw"), st.integers(0, 9), st.just(""), st.just(""), st.just("")),
        st.tuples(st.just("advance"), st.integers(0, 9), st.just(""), st.just(""), st.just("")),
        st.tuples(st.just("renumber"), st.integers(0, 9), NIKS, st.just(""), st.just("")),
        st.tuples(st.just("judge"), st.integers(0, 9), st.integers(0, 9), st.booleans(), st.just("")),
    ),
    max_size=12,
)


@given(DEEDS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_after_any_deeds_the_tables_say_what_a_recount_from_scratch_says(offices: Offices, deeds: list[tuple]) -> None:  # type: ignore[type-arg]  # each deed has its own words
    for table in (Realisation, Case, AggregateReport, Sameness, Home, HomeMember):
        table.objects.all().delete()  # type: ignore[attr-defined]  # all of them are tables
    made: list[tuple[UUID, str]] = []
    for deed in deeds:
        with suppress(BetangError):  # what is refused changes nothing
            _do(offices, deed, made)

    counted, loose = homes.counted(*_everything())

    told = {row.id: (row.stage, row.source, row.village_code, row.reports, row.cases) for row in Home.objects.all()}
    assert told == {each.id: (each.stage, each.source, each.village_code, each.reports, each.cases) for each in counted}
    member = {each.id: home.id for home in counted for each in home.members} | {each.id: None for each in loose}
    assert dict(HomeMember.objects.values_list("record", "home")) == member
    assert sum(cell.homes for year in (2025, 2026) for cell in queries.tally(SINTANG, year=year)) == len(counted)


def _do(offices: Offices, deed: tuple, made: list[tuple[UUID, str]]) -> None:  # type: ignore[type-arg]  # each deed has its own words
    kind, one, other, name, who = deed
    if kind == "report":
        by = {"m": offices.maria, "d": offices.domi}[who]
        said = home(nik=one, case_number=other, recipient=name, village_code=MERPAK if name == "Maria" else LEBANG)
        made.append((commands.report_home(by, said).id, who))
    elif kind == "case":
        by = {"w": offices.dewi, "h": offices.hendra}[who]
        commands.report_case(by, case(nik=one, case_number=other))
    elif kind == "number":
        commands.report_number(
            offices.maria, {"region_code": LEBANG, "month": "1 Mei 2025", "source": "BSPS", "stage": "0", "homes": "9"}
        )
    elif made:
        report, by = made[one % len(made)][0], {"m": offices.maria, "d": offices.domi}[made[one % len(made)][1]]
        if kind == "withdraw":
            commands.withdraw(by, report, because="")
        elif kind == "advance":
            commands.advance(by, report, stage="100", on=date(2025, 7, 1))
        elif kind == "renumber":
            commands.correct(by, report, {"nik": other}, seen=None, because="")
        else:
            second = made[other % len(made)][0]
            verdict = "SATU RUMAH" if name else "DUA RUMAH"
            commands.judge(offices.maria, report, second, verdict=verdict, reason="")


def _everything() -> tuple[list[homes.Spoken], set[homes.Pair]]:
    """All that stands, read without the derived tables."""
    reports = list(Realisation.objects.exclude(status=VOID))
    cases = list(Case.objects.exclude(status=VOID))
    said = [rehoming._report(row, frozenset(keys.certain(row))) for row in reports]
    said += [rehoming._case(row, frozenset(keys.certain(row))) for row in cases]
    joins = {
        (row.one, row.other) for row in Sameness.objects.exclude(status=VOID) if row.verdict == "SATU RUMAH" and row.one
    }
    return said, joins  # type: ignore[return-value]  # `other` is said with `one`


def test_a_group_of_reports_takes_few_questions(offices: Offices, django_assert_max_num_queries: object) -> None:
    changes = [
        recording.made(
            RECORD_TYPES[Kind.REALISATION],
            recording.new_id(offices.maria),
            {"village_code": LEBANG, "work": "BARU", "source": "BSPS", "stage": "0", "recipient": f"Orang {n % 150}"},
        )
        for n in range(300)
    ]

    with django_assert_max_num_queries(60):  # type: ignore[operator]  # pytest-django's own fixture
        keep(deed_in(offices.maria, LEBANG), changes)

    assert Counter(Home.objects.values_list("is_extra", flat=True)) == {False: 150, True: 150}


@pytest.mark.parametrize("verdict", ["SATU RUMAH", "DUA RUMAH"])
def test_a_decision_is_taken_back(offices: Offices, verdict: str) -> None:
    one = commands.report_home(offices.maria, home(recipient="Yohanes"))
    other = commands.report_home(offices.domi, home(recipient="Yohanes", source="DANA DESA"))
    decided = commands.judge(offices.maria, one.home, other.home, verdict=verdict, reason="")

    commands.take_back_judgement(offices.maria, decided)

    assert Home.objects.count() == 2
    assert queries.doubles(offices.maria)[1] == 1
