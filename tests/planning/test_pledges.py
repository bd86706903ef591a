"""How is help offered, found, answered and taken back, and who sees it?"""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from betang.accounts.domain.acting import Acting
from betang.journal import queries as journal
from betang.kernel.errors import BetangError, NotAllowed, Refusal
from betang.organisation import commands as organisation
from betang.planning import commands, queries
from betang.planning.domain.pledges import ACCEPTED, REFUSED, PledgeState, Standing, state
from betang.planning.queries import FittingVillage
from betang.register.domain.parsing import FieldsRefused
from tests.planning.cast import KALBAR, KAPUAS_HULU, KELAM, LEBANG, MERPAK, SINTANG, Cast
from tests.register.cast import row, take

TODAY = date(2026, 7, 1)


def offer(by: Acting, **values: object) -> UUID:
    return commands.offer_pledge(by, {"region_code": SINTANG, "work": "BARU", "homes": "5"} | values)


def test_an_offer_says_whose_money_it_is_by_itself(cast: Cast) -> None:
    views = [queries.pledge(by, offer(by)) for by in (cast.pt, cast.baznas, cast.domi)]

    assert [(view.donor_kind, view.source) for view in views] == [
        ("PERUSAHAAN", "CSR"),
        ("BAZNAS", "BAZNAS"),
        ("DESA", "DANA DESA"),
    ]


def test_a_donor_sees_its_own_offers_and_nobody_elses(cast: Cast) -> None:
    mine, theirs = offer(cast.pt), offer(cast.baznas)

    assert [view.id for view in queries.pledges(cast.pt)] == [mine]
    assert _code(cast.pt, theirs) == _code(cast.pt, uuid4()) == "not_found"


def test_an_office_sees_the_offers_for_its_region_its_parts_and_what_lies_around_it(cast: Cast) -> None:
    wide, own, part = offer(cast.pt, region_code=KALBAR), offer(cast.pt), offer(cast.pt, region_code=LEBANG)
    other = offer(cast.pt, region_code=KAPUAS_HULU)

    assert {view.id for view in queries.pledges(cast.maria)} == {wide, own, part}
    assert {view.id for view in queries.pledges(cast.yosef)} == {wide, own, part, other}
    assert _code(cast.maria, other) == "not_found"


def test_who_has_no_business_with_offers_sees_none(cast: Cast) -> None:
    pledge_id = offer(cast.pt)

    assert _code(cast.siti, pledge_id) == "ability_missing"


def test_villages_that_fit_are_told_with_counts_and_without_a_count_of_few(cast: Cast) -> None:
    many = [row(number, name=f"Orang {number}", nik=None, village=LEBANG, address=None) for number in range(1, 7)]
    few = [row(number, name=f"Lain {number}", nik=None, village=MERPAK, address=None) for number in range(7, 9)]
    take(*many, *few, by=cast.maria)

    found = queries.villages_that_fit(cast.pt, region_code=SINTANG, condition=5)

    assert found == [
        FittingVillage(LEBANG, "Nanga Lebang, Kelam Permai, Sintang", 5),
        FittingVillage(MERPAK, "Merpak, Kelam Permai, Sintang", None),
    ]
    assert queries.villages_that_fit(cast.maria, region_code=KELAM, condition=None) == found
    assert queries.villages_that_fit(cast.pt, region_code=SINTANG, condition=1) == []
    with pytest.raises(Refusal):
        queries.villages_that_fit(cast.baznas, region_code=KAPUAS_HULU, condition=None)


@pytest.mark.parametrize("name", ["maria", "yosef", "bertus"])
def test_the_offices_above_a_place_answer_an_offer_for_it(cast: Cast, name: str) -> None:
    pledge_id = offer(cast.pt)

    view = commands.answer_pledge(getattr(cast, name), pledge_id, answer=REFUSED, note="Lahan belum siap")

    assert (view.state, view.answer_note, view.answered_date) == (
        PledgeState.REFUSED,
        "Lahan belum siap",
        timezone.localdate(),
    )
    assert queries.pledge(cast.pt, pledge_id).state is PledgeState.REFUSED


@pytest.mark.parametrize("name", ["dewi", "domi", "ria", "pt"])
def test_no_other_office_answers_an_offer(cast: Cast, name: str) -> None:
    pledge_id = offer(cast.pt)

    with pytest.raises((NotAllowed, Refusal)):
        commands.answer_pledge(getattr(cast, name), pledge_id, answer=ACCEPTED, note="")

    assert queries.pledge(cast.pt, pledge_id).state is PledgeState.OPEN


def test_the_office_of_the_villages_sees_what_villages_offer_and_permits_see_no_offer(cast: Cast) -> None:
    of_firm, of_village = offer(cast.pt), offer(cast.domi)

    assert [view.id for view in queries.pledges(cast.domi)] == [of_village]
    assert [_code(cast.domi, each) for each in (of_firm, of_village)] == ["not_found", ""]
    assert queries.pledges(cast.dewi) == []
    assert _code(cast.dewi, of_firm) == "not_found"


def test_an_offer_for_the_whole_province_is_not_a_kabupatens_to_answer(cast: Cast) -> None:
    pledge_id = offer(cast.pt, region_code=KALBAR)

    with pytest.raises(NotAllowed):
        commands.answer_pledge(cast.maria, pledge_id, answer=ACCEPTED, note="")
    assert commands.answer_pledge(cast.yosef, pledge_id, answer=ACCEPTED, note="").state is PledgeState.ACCEPTED


def test_a_refusal_says_why(cast: Cast) -> None:
    pledge_id = offer(cast.pt)

    with pytest.raises(FieldsRefused) as refused:
        commands.answer_pledge(cast.maria, pledge_id, answer=REFUSED, note="  ")

    assert list(refused.value.refusals) == ["answer_note"]


def test_an_answered_offer_is_neither_answered_again_nor_withdrawn(cast: Cast) -> None:
    pledge_id = offer(cast.pt)
    commands.answer_pledge(cast.maria, pledge_id, answer=ACCEPTED, note="")

    with pytest.raises(Refusal) as again:
        commands.answer_pledge(cast.maria, pledge_id, answer=REFUSED, note="Berubah")
    with pytest.raises(Refusal) as withdrawn:
        commands.withdraw_pledge(cast.pt, pledge_id)

    assert (again.value.code, withdrawn.value.code) == ("pledge_accepted", "pledge_accepted")


def test_a_donor_withdraws_its_offer_and_it_stays_on_record(cast: Cast) -> None:
    pledge_id = offer(cast.pt)

    commands.withdraw_pledge(cast.pt, pledge_id)

    assert queries.pledge(cast.pt, pledge_id).state is PledgeState.WITHDRAWN
    assert len(journal.history(pledge_id)) == 2
    with pytest.raises(NotAllowed):
        commands.withdraw_pledge(cast.maria, pledge_id)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("homes", {"homes": ""}),
        ("homes", {"homes": "0"}),
        ("homes", {"homes": "100001"}),
        ("work", {"work": "MENARA"}),
        ("region_code", {"region_code": "61.99"}),
        ("condition", {"condition": "6"}),
        ("valid_until", {"valid_until": (timezone.localdate() - timedelta(days=1)).isoformat()}),
        ("answer", {"answer": ACCEPTED}),
        ("donor_kind", {"donor_kind": "BAZNAS"}),
    ],
)
def test_an_offer_that_cannot_be_is_refused_at_its_field(cast: Cast, field: str, values: dict[str, str]) -> None:
    with pytest.raises(FieldsRefused) as refused:
        offer(cast.pt, **values)

    assert list(refused.value.refusals) == [field]
    assert queries.pledges(cast.pt) == []


def test_an_offer_lies_in_the_region_of_its_donor(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        offer(cast.baznas, region_code=KAPUAS_HULU)


@pytest.mark.parametrize("name", ["maria", "ria", "siti", "dewi"])
def test_an_office_that_is_no_donor_offers_nothing(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        offer(getattr(cast, name))


def test_a_firm_that_was_abolished_offers_nothing_more(cast: Cast) -> None:
    organisation.abolish_agency(cast.pt.agency, on=timezone.localdate())

    with pytest.raises(Refusal) as refused:
        offer(cast.pt)

    assert refused.value.code == "agency_abolished"


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing(None, None, None), PledgeState.OPEN),
        (Standing(None, None, TODAY), PledgeState.OPEN),
        (Standing(None, None, TODAY - timedelta(days=1)), PledgeState.EXPIRED),
        (Standing(ACCEPTED, None, TODAY - timedelta(days=1)), PledgeState.ACCEPTED),
        (Standing(REFUSED, None, None), PledgeState.REFUSED),
        (Standing(None, TODAY, TODAY - timedelta(days=1)), PledgeState.WITHDRAWN),
    ],
)
def test_where_an_offer_stands(standing: Standing, expected: PledgeState) -> None:
    assert state(standing, today=TODAY) is expected


def _code(by: Acting, pledge_id: UUID) -> str:
    try:
        queries.pledge(by, pledge_id)
    except BetangError as refused:
        return refused.code
    return ""
