"""How does the number of homes that a region is to get come about, and who gets to see it?"""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from betang.accounts.domain.acting import Acting
from betang.journal import blobs
from betang.journal import queries as journal
from betang.kernel.errors import BetangError, Malformed, NotAllowed, Refusal
from betang.organisation import commands as organisation
from betang.planning import commands, queries
from betang.planning.commands import saving
from betang.planning.domain.fields import Kind
from betang.planning.queries import PARTS_EXCEED, SAID_TWICE, WAITING, TargetView
from betang.register.domain.parsing import FieldsRefused
from tests.planning.cast import KALBAR, KAPUAS_HULU, KELAM, LEBANG, MERPAK, SINTANG, Cast

PDF = b"%PDF-1.7 SK rekaan"


def plan(by: Acting, *, region: str = SINTANG, year: int = 2025, source: str = "BSPS", **values: object) -> UUID:
    return commands.set_target(by, year=year, region_code=region, source=source, values=values, because="Rapat target")


def shown(by: Acting, target_id: UUID) -> TargetView:
    return queries.target(by, target_id)


def test_every_number_of_the_negotiation_is_kept_beside_the_others(cast: Cast) -> None:
    first = plan(cast.maria, proposed_homes=486)
    plan(cast.yosef, region_homes=400)
    plan(cast.bertus, ministry_homes=350)
    last = plan(cast.ria, agreed_homes=360)

    view = shown(cast.maria, last)

    assert first == last
    assert (view.proposed_homes, view.region_homes, view.ministry_homes, view.agreed_homes) == (486, 400, 350, 360)
    assert view.homes == 360
    assert view.marks == ()


def test_what_the_ministry_agreed_to_is_not_overwritten_by_the_regency(cast: Cast) -> None:
    target_id = plan(cast.ria, agreed_homes=360)

    saved = commands.save_target(
        cast.maria, _key(), {"agreed_homes": "500"}, because="Kurang", seen=journal.seen(target_id)
    )

    view = shown(cast.maria, target_id)
    assert saved.waiting == ("agreed_homes",)
    assert view.agreed_homes == 360
    assert view.marks == (WAITING,)


def test_the_ministry_takes_the_number_that_waits(cast: Cast) -> None:
    target_id = plan(cast.ria, agreed_homes=360)
    plan(cast.maria, agreed_homes=500)
    (waiting,) = journal.standing(target_id)["agreed_homes"].others
    note = journal.seen_all(target_id, "agreed_homes")

    with pytest.raises(NotAllowed):
        commands.decide(cast.maria, target_id, field="agreed_homes", take=waiting.commit, seen=note)
    commands.decide(cast.ria, target_id, field="agreed_homes", take=waiting.commit, seen=note)

    assert shown(cast.maria, target_id).agreed_homes == 500
    assert shown(cast.maria, target_id).marks == ()


def test_a_form_that_was_opened_before_another_one_was_saved_overwrites_nothing(cast: Cast) -> None:
    target_id = plan(cast.maria, proposed_homes=486)
    stale = journal.seen(target_id)
    plan(cast.maria, proposed_homes=490)

    commands.save_target(cast.maria, _key(), {"proposed_homes": "500"}, because="Formulir lama", seen=stale)

    standing = journal.standing(target_id)["proposed_homes"]
    assert {standing.shown.value, *(other.value for other in standing.others)} == {490, 500}
    assert WAITING in shown(cast.maria, target_id).marks


def test_a_form_in_which_nothing_differs_is_said_to_change_nothing(cast: Cast) -> None:
    plan(cast.maria, proposed_homes=486)

    with pytest.raises(Refusal) as refused:
        plan(cast.maria, proposed_homes="486")

    assert refused.value.code == "nothing_changed"


def test_villages_that_sum_to_more_than_their_kabupaten_are_taken_and_marked(cast: Cast) -> None:
    whole = plan(cast.maria, agreed_homes=100)
    plan(cast.maria, region=LEBANG, agreed_homes=80)
    assert shown(cast.maria, whole).marks == ()

    plan(cast.maria, region=MERPAK, proposed_homes=40)

    view = shown(cast.maria, whole)
    assert view.marks == (PARTS_EXCEED,)
    assert (view.homes, view.parts_homes) == (100, 120)


def test_two_offices_that_each_made_the_record_are_told_of_it_and_counted_once(cast: Cast) -> None:
    plan(cast.maria, agreed_homes=100)
    saving.make(
        cast.yosef,
        Kind.TARGET,
        {"year": 2025, "region_code": SINTANG, "source": "BSPS", "agreed_homes": 70},
        region_code=SINTANG,
        because="Dari simpul lain",
    )

    first, second = queries.targets(cast.maria, year=2025)

    assert (first.marks, second.marks) == ((), (SAID_TWICE,))
    assert queries.target_of([SINTANG], 2025)[SINTANG].homes == 100


def test_the_decree_is_kept_with_its_file(cast: Cast) -> None:
    target_id = commands.set_target(
        cast.maria, year=2025, region_code=SINTANG, source="BSPS",
        values={"agreed_homes": 360, "decree": "600/12/2025", "decree_date": "3 Februari 2025"},
        because="SK terbit", decree=("C:\\kantor\\..\\SK \x00Target.pdf", PDF),
    )  # fmt: skip

    view = shown(cast.maria, target_id)

    assert (view.decree, view.decree_file_name) == ("600/12/2025", "SK Target.pdf")
    assert view.decree_file is not None
    assert blobs.read(view.decree_file).content == PDF


def test_a_decree_that_is_no_paper_goes_back(cast: Cast) -> None:
    with pytest.raises(Malformed):
        commands.set_target(
            cast.maria, year=2025, region_code=SINTANG, source="BSPS", values={"agreed_homes": 1}, because="",
            decree=("SK.pdf", b"<script>"),
        )  # fmt: skip

    assert queries.targets(cast.maria, year=2025) == []


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("proposed_homes", "-1"),
        ("proposed_homes", "1000001"),
        ("agreed_homes", "dua"),
        ("decree_date", (timezone.localdate() + timedelta(days=1)).isoformat()),
        ("decree_file", "00" * 32),
        ("status", "DIBATALKAN"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(cast: Cast, field: str, given: str) -> None:
    with pytest.raises(FieldsRefused) as refused:
        plan(cast.maria, **{"region_homes": 5, field: given})

    assert list(refused.value.refusals) == [field]
    assert queries.targets(cast.maria, year=2025) == []


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("year", {"year": "1999"}),
        ("year", {"year": "2101"}),
        ("year", {"year": ""}),
        ("region_code", {"region_code": "61.99"}),
        ("region_code", {"region_code": "6105"}),
        ("source", {"source": "APBN RAHASIA"}),
    ],
)
def test_a_year_place_or_source_that_is_none_is_refused(cast: Cast, field: str, key: dict[str, str]) -> None:
    with pytest.raises(FieldsRefused) as refused:
        commands.save_target(cast.maria, _key() | key, {"agreed_homes": "1"}, because="")

    assert list(refused.value.refusals) == [field]


def test_a_target_without_a_number_is_none(cast: Cast) -> None:
    with pytest.raises(FieldsRefused):
        plan(cast.maria, note="Menyusul")


@pytest.mark.parametrize("name", ["budi", "dewi", "siti", "pt"])
def test_an_office_elsewhere_or_of_another_kind_sets_no_target(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        plan(getattr(cast, name), agreed_homes=10)


def test_an_abolished_office_plans_no_more(cast: Cast) -> None:
    organisation.abolish_agency(cast.maria.agency, on=timezone.localdate())

    with pytest.raises(Refusal) as refused:
        plan(cast.maria, agreed_homes=10)

    assert refused.value.code == "agency_abolished"


def test_a_target_of_another_region_answers_as_one_that_does_not_exist(cast: Cast) -> None:
    target_id = plan(cast.maria, agreed_homes=10)

    answers = [_code(queries.target, cast.budi, each) for each in (target_id, uuid4())]

    assert answers == ["not_found", "not_found"]
    assert _code(queries.targets, cast.budi, year=2025, region_code=SINTANG) == "not_found"
    assert queries.targets(cast.budi, year=2025) == []
    assert [view.id for view in queries.targets(cast.yosef, year=2025)] == [target_id]


def test_a_target_that_was_taken_back_is_shown_nowhere(cast: Cast) -> None:
    target_id = plan(cast.maria, agreed_homes=10)

    commands.withdraw_target(cast.maria, target_id, because="Salah wilayah")

    assert queries.targets(cast.maria, year=2025) == []
    assert queries.target_of([SINTANG], 2025) == {}
    assert _code(queries.target, cast.maria, target_id) == "not_found"


def test_only_what_was_agreed_counts_and_parts_stand_in_for_a_whole_that_has_none(cast: Cast) -> None:
    plan(cast.maria, region=LEBANG, agreed_homes=30)
    plan(cast.maria, region=MERPAK, agreed_homes=12)
    plan(cast.maria, region=KELAM, source="CSR", agreed_homes=5)
    plan(cast.budi, region=KAPUAS_HULU, agreed_homes=200)
    plan(cast.budi, region=KAPUAS_HULU, source="DAK", proposed_homes=900)
    plan(cast.maria, year=2026, agreed_homes=7_000)

    found = queries.target_of([SINTANG, KAPUAS_HULU, KALBAR, "61.07"], 2025)

    assert set(found) == {SINTANG, KAPUAS_HULU, KALBAR}
    assert (found[SINTANG].homes, found[SINTANG].is_of_parts, found[SINTANG].parts) == (47, True, 47)
    assert found[SINTANG].by_source == {"BSPS": 42, "CSR": 5}
    assert (found[KAPUAS_HULU].homes, found[KAPUAS_HULU].is_of_parts, found[KAPUAS_HULU].parts) == (200, False, None)
    assert found[KALBAR].homes == 247


def test_the_figures_of_many_regions_take_one_question(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    plan(cast.maria, region=LEBANG, agreed_homes=30)
    plan(cast.budi, region=KAPUAS_HULU, agreed_homes=200)

    with django_assert_num_queries(1):
        queries.target_of([SINTANG, KAPUAS_HULU, KALBAR], 2025)


def _key() -> dict[str, object]:
    return {"year": "2025", "region_code": SINTANG, "source": "BSPS"}


def _code(ask: object, *of: object, **named: object) -> str:
    try:
        ask(*of, **named)  # type: ignore[operator]  # one of the queries
    except BetangError as refused:
        return refused.code
    return ""
