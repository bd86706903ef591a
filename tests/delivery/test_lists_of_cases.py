"""Do permit and tax cases come in by list, each office its own, hanging on the homes they name?"""

from datetime import date

import pytest

from betang.delivery.models import Case, Home, HomeMember, Realisation
from betang.intake import commands
from betang.intake.commands import Counts
from betang.kernel.errors import NotAllowed
from tests.delivery.cast import Offices
from tests.delivery.listing import cases, found, homes, taken_in, undone

ISSUED: dict[str, object] = {"decided": date(2025, 5, 20), "outcome": "Disetujui"}
BPHTB: dict[str, object] = {"case_kind": "BPHTB", "case_number": "BPHTB-7", "tax_object": "61.05.190.001", "charge": 0}


def test_a_case_comes_in_and_moves_with_the_next_list(offices: Offices) -> None:
    batch, counts = taken_in(offices.dewi, cases({}))
    assert counts == Counts(accepted=1), found(batch)

    _batch, moved = taken_in(offices.dewi, cases({"case_number": "pbg 610519 01"} | ISSUED))
    _batch, again = taken_in(offices.dewi, cases({"case_number": "pbg 610519 01"} | ISSUED))

    assert (moved, again) == (Counts(updated=1), Counts(unchanged=1))
    case = Case.objects.get()
    assert (case.outcome, case.decided_date, case.applicant) == ("TERBIT", date(2025, 5, 20), "Lusia Tembawang")


def test_each_office_brings_its_own_cases_only(offices: Offices) -> None:
    permits, of_permits = taken_in(offices.dewi, cases({}, BPHTB))
    revenue, of_revenue = taken_in(offices.hendra, cases({}, BPHTB))

    assert of_permits == of_revenue == Counts(accepted=1, returned=1)
    assert found(permits, 3) == found(revenue, 2) == [("case_of_another_office", "case_kind")]
    assert sorted(Case.objects.values_list("case_kind", flat=True)) == ["BPHTB", "PBG"]
    with pytest.raises(NotAllowed):
        commands.open_batch(offices.maria, "kasus.xlsx", cases({}))


def test_a_case_hangs_on_the_home_whose_number_it_names(offices: Offices) -> None:
    taken_in(offices.maria, homes({"nik": None}))

    batch, counts = taken_in(
        offices.dewi, cases({"unit_number": "A-1", "nik": None}, {"case_number": "PBG-2", "unit_number": "Z-9"})
    )

    assert counts == Counts(accepted=2, flagged=1)
    assert found(batch, 3) == [("unit_not_found", "unit_number")]
    linked = Case.objects.get(case_number="PBG-610519-01")
    assert linked.realisation == Realisation.objects.get().id
    assert HomeMember.objects.get(record=linked.id).home == Home.objects.get().id


def test_what_cannot_be_so_goes_back_with_the_cell(offices: Offices) -> None:
    batch, counts = taken_in(
        offices.dewi,
        cases(
            {"decided": date(2025, 5, 20)},
            {"complete": date(2025, 5, 1)},
            {"applied": date(2199, 1, 1), "complete": None},
            {"case_number": None},
            {"applied": "kemarin"},
        ),
    )

    assert counts == Counts(returned=5)
    assert [found(batch, row) for row in range(2, 7)] == [
        [("decision_in_half", "outcome")],
        [("days_out_of_order", "complete")],
        [("day_ahead", "applied")],
        [("unanswered", "case_number")],
        [("date_unreadable", "applied")],
    ]


def test_a_list_of_cases_undone_leaves_the_homes(offices: Offices) -> None:
    taken_in(offices.maria, homes({}))
    batch, _counts = taken_in(offices.dewi, cases({}))
    assert Home.objects.get().cases == 1

    undone(offices.dewi, batch)

    assert (Home.objects.get().cases, Case.objects.get().status) == (0, "DIBATALKAN")
