"""May a home have come so far on that day, and how long has a case lain?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from betang.delivery import commands, queries
from betang.delivery.domain import stages
from betang.delivery.domain.working_days import ALLOWED, Calendar, ClockState, clock, deadline, working_days
from betang.delivery.holidays_known import calendar
from betang.kernel.errors import BetangError, NotAllowed, Refusal
from betang.organisation import commands as organisation
from betang.register.domain.parsing import FieldsRefused
from tests.delivery.cast import Offices, case, home

TODAY = date(2025, 7, 15)
JUNE, JULY = date(2025, 6, 2), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("stage", "days", "before", "wrong"),
    [
        ("0", {}, None, {}),
        ("30", {"thirty_date": JULY}, "0", {}),
        ("100", {"finished_date": JULY}, "0", {}),
        ("SERAH TERIMA", {"finished_date": JUNE, "handover_date": JULY}, "100", {}),
        ("0", {}, "30", {"stage": "stage_backwards"}),
        ("100", {"finished_date": JULY}, "SERAH TERIMA", {"stage": "stage_backwards"}),
        ("SERAH TERIMA", {"handover_date": JULY}, "30", {"finished_date": "handover_before_finished"}),
        ("100", {}, "30", {"finished_date": "stage_without_day"}),
        ("100", {"finished_date": date(2025, 7, 16)}, "30", {"finished_date": "day_ahead"}),
        ("100", {"thirty_date": JULY, "finished_date": JUNE}, "30", {"finished_date": "days_out_of_order"}),
        ("30", {"thirty_date": JUNE, "finished_date": JULY}, "0", {"finished_date": "stage_not_reached"}),
    ],
)
def test_a_stage_and_its_days(stage: str, days: dict[str, date], before: str | None, wrong: dict[str, str]) -> None:
    found = stages.refused(stage=stage, days=days, today=TODAY, before=before)

    assert {name: refusal.code for name, refusal in found.items()} == wrong


@given(st.dates(date(2020, 1, 1), date(2026, 12, 1)))
def test_after_the_deadline_ten_working_days_are_used(complete: date) -> None:
    last = deadline(calendar(), complete)

    assert calendar().is_working(last)
    assert working_days(calendar(), after=complete, upto=last) == ALLOWED


def test_holidays_and_joint_leave_do_not_count() -> None:
    # Between Friday 28 March and Tuesday 8 April 2025 lie Nyepi, Eid and the joint leave around it.
    assert working_days(calendar(), after=date(2025, 3, 27), upto=date(2025, 4, 8)) == 1
    assert deadline(calendar(), date(2025, 6, 2)) == date(2025, 6, 18)


def test_a_year_whose_holidays_are_not_known_is_said() -> None:
    found = clock(calendar(), complete=date(2031, 3, 3), decided=None, today=date(2031, 3, 5))

    assert (found.state, found.unknown_year) == (ClockState.RUNNING, 2031)
    assert clock(calendar(), complete=date(2025, 3, 3), decided=None, today=date(2025, 3, 5)).unknown_year is None


@pytest.mark.parametrize(
    ("decided", "days_later", "state"),
    [
        (None, 3, ClockState.RUNNING),
        (None, 60, ClockState.LATE),
        (3, 60, ClockState.IN_TIME),
        (40, 60, ClockState.DECIDED_LATE),
    ],
)
def test_where_a_case_stands(decided: int | None, days_later: int, state: ClockState) -> None:
    complete = date(2025, 6, 2)
    on = complete + timedelta(days=decided) if decided else None

    found = clock(calendar(), complete=complete, decided=on, today=complete + timedelta(days=days_later))

    assert found.state is state


def test_without_complete_papers_nothing_runs() -> None:
    empty = Calendar({}, frozenset())

    assert clock(empty, complete=None, decided=None, today=TODAY).state is ClockState.WAITING


def test_a_home_goes_forward_and_never_back(offices: Offices) -> None:
    report = commands.report_home(offices.maria, home()).id
    commands.advance(offices.maria, report, stage="100", on=JULY)

    with pytest.raises(FieldsRefused) as refused:
        commands.advance(offices.maria, report, stage="30", on=JUNE)

    assert refused.value.refusals["stage"].code == "stage_backwards"
    assert queries.report(offices.maria, report).stage == "100"


def test_a_home_is_not_handed_over_before_it_is_finished(offices: Offices) -> None:
    report = commands.report_home(offices.maria, home()).id

    with pytest.raises(FieldsRefused) as refused:
        commands.advance(offices.maria, report, stage="SERAH TERIMA", on=JULY)

    assert refused.value.code == "handover_before_finished"


def test_another_offices_stage_waits_beside_the_reporters(offices: Offices) -> None:
    report = commands.report_home(offices.maria, home()).id

    view = commands.advance(offices.yosef, report, stage="100", on=JULY)

    assert (view.stage, view.waiting > 0) == ("0", True)


def test_an_abolished_office_reports_nothing(offices: Offices) -> None:
    organisation.abolish_agency(offices.maria.agency, on=date(2025, 1, 1))

    with pytest.raises(Refusal) as refused:
        commands.report_home(offices.maria, home())

    assert refused.value.code == "agency_abolished"


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"village_code": "61.06.01.2001"}, "village_code", "region_not_covered"),
        ({"village_code": "61.05"}, "village_code", "not_a_village"),
        ({"stage": "100", "finished_date": "1 Januari 2099"}, "finished_date", "day_ahead"),
        ({"work": ""}, "work", "unanswered"),
        ({"nik_doubt": "x"}, "nik_doubt", "no_such_field"),
        ({"house": "018f0000-0000-7000-8000-000000000001"}, "house", "not_found"),
        ({"pledge": "018f0000-0000-7000-8000-000000000001"}, "pledge", "not_found"),
    ],
)
def test_what_cannot_be_reported(offices: Offices, values: dict[str, str], field: str, code: str) -> None:
    with pytest.raises(FieldsRefused) as refused:
        commands.report_home(offices.maria, home(**values))

    assert refused.value.refusals[field].code == code


def test_a_case_is_kept_by_the_office_whose_it_is(offices: Offices) -> None:
    pbg = commands.report_case(offices.dewi, case())

    with pytest.raises(BetangError):
        queries.case(offices.hendra, pbg)
    with pytest.raises(NotAllowed):
        commands.report_case(offices.maria, case())
    with pytest.raises(FieldsRefused):
        commands.report_case(offices.dewi, case(case_kind="BPHTB"))
    assert queries.case(offices.maria, pbg).case_kind == "PBG"


def test_a_decision_and_its_day_come_together(offices: Offices) -> None:
    pbg = commands.report_case(offices.dewi, case())

    with pytest.raises(FieldsRefused) as refused:
        commands.change_case(offices.dewi, pbg, {"outcome": "TERBIT"}, seen=None)

    assert refused.value.code == "decision_in_half"
    view = commands.change_case(offices.dewi, pbg, {"outcome": "TERBIT", "decided_date": "10 Juni 2025"}, seen=None)
    assert (view.outcome, view.decided_date) == ("TERBIT", date(2025, 6, 10))


def test_homes_of_elsewhere_and_of_others_are_as_if_they_were_not(offices: Offices) -> None:
    report = commands.report_home(offices.maria, home(recipient="Yohanes"))

    for stranger in (offices.budi, offices.pt, offices.dewi):
        with pytest.raises(Refusal) as refused:
            queries.home(stranger, report.home)
        assert refused.value.code == "not_found"
    assert queries.home(offices.yosef, report.home).row.recipient == "Yohanes"
