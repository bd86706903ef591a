"""Can a family be added as it lives: alone, with others, or without a home?"""

from datetime import date
from uuid import UUID, uuid4

import pytest

from betang.journal import queries as journal
from betang.kernel.errors import Conflict, NotAllowed, Refusal
from betang.register import commands, queries
from betang.register.domain.parsing import FieldsRefused
from tests.register import cast
from tests.register.cast import BUDI, MARIA, NIK_YAKOBUS, TEKLA, add, entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_places")]


def test_a_family_with_its_home_and_members() -> None:
    family = add(entry(members=({"name": "Bernadeta", "relation": "Istri"},), family={"income_rupiah": "1,4 juta"}))  # type: ignore[arg-type]  # a part of the form

    (card,) = queries.record(MARIA, family).families
    assert card.head is not None and card.head.text("relation") == "Kepala keluarga"
    assert [member.text("name") for member in card.members] == ["Bernadeta"]
    assert card.family.value("income_rupiah") == 1_400_000


def test_three_families_in_one_house() -> None:
    first = add()
    house = cast.house_of(first)

    others = [add(entry(name=name, house=None, house_id=house)) for name in ("Hasanah", "Lusia")]  # type: ignore[arg-type]  # a part of the form

    view = queries.record(MARIA, others[1])
    assert len(view.families) == 3
    assert view.families[0].family.id == others[1]
    assert {listed.house_id for listed in cast.the_list()} == {house}


def test_a_family_without_a_home_is_on_the_list_of_its_village() -> None:
    family = add(entry(house=None, family={"village_code": cast.NANGA_LEBANG, "housing_need": "Tanpa rumah"}))  # type: ignore[arg-type]  # a part of the form

    view = queries.record(MARIA, family)
    assert view.house is None
    assert view.place == "Nanga Lebang, Kelam Permai, Sintang"


def test_all_that_is_wrong_with_a_form_is_said_by_its_part() -> None:
    form = entry(name="", house={"village_code": "61.05", "floor_area_m2": "luas"}, family={"member_count": "x"})

    with pytest.raises(FieldsRefused) as refused:
        add(form)

    assert set(refused.value.refusals) >= {"house.floor_area_m2", "family.member_count", "head.name"}


def test_a_place_must_be_said() -> None:
    with pytest.raises(FieldsRefused) as refused:
        add(entry(house={"roof_material": "Seng"}))

    assert list(refused.value.refusals) == ["house.village_code"]


def test_a_head_whose_nik_is_on_the_list_is_not_added_again() -> None:
    head = {"name": "Yakobus Sabang", "nik": NIK_YAKOBUS}
    first = add(entry(head=head))

    with pytest.raises(Conflict) as conflict:
        add(entry(head=head))

    assert (conflict.value.code, conflict.value.params["family"]) == ("already_listed", first)
    assert NIK_YAKOBUS not in str(conflict.value)


@pytest.mark.parametrize("by", [BUDI, cast.RINI, cast.USERS_ONLY])
def test_nobody_adds_outside_their_region_or_role(by: cast.Acting) -> None:
    with pytest.raises(NotAllowed):
        add(by=by)


def test_a_village_operator_adds_in_the_own_village_only() -> None:
    add(by=TEKLA)

    with pytest.raises(NotAllowed):
        add(entry(village=cast.NANGA_LEBANG, name="Hasanah"), by=TEKLA)


def test_a_later_visit_sets_the_condition_and_a_refused_one_leaves_it() -> None:
    house = cast.house_of(add())

    commands.assess_house(MARIA, house=house, values={"assessed_date": "2 Juni 2025", "wall_condition": "Kurang layak"})
    commands.assess_house(MARIA, house=house, values={"assessed_date": "1 Juli 2025", "visit_outcome": "Menolak"})

    view = queries.record(MARIA, house)
    assert (view.condition_label, view.assessed_date) == ("Kurang layak", date(2025, 7, 1))
    assert [visit.text("visit_outcome") for visit in view.assessments] == ["Menolak disurvei", ""]


def test_a_member_and_an_aid_are_added_to_a_family() -> None:
    family = add()

    commands.add_member(MARIA, family=family, values={"name": "Bernadeta"}, observed=None)
    commands.add_aid(MARIA, family=family, values={"programme": "BSPS", "year": "2025"}, observed=None)

    (card,) = queries.record(MARIA, family).families
    assert [member.text("name") for member in card.members] == ["Bernadeta"]
    assert [aid.text("programme") for aid in card.aid] == ["BSPS"]


def test_a_person_is_no_house() -> None:
    family = add()

    with pytest.raises(Refusal) as refusal:
        commands.assess_house(MARIA, house=family, values={"wall_condition": "Layak"})

    assert refusal.value.code == "wrong_kind"


@pytest.mark.parametrize("unknown", [uuid4(), "bukan nomor"])
def test_what_is_not_there_and_what_is_elsewhere_are_answered_alike(unknown: UUID | str) -> None:
    elsewhere = add()

    answers = []
    for asked in (unknown, elsewhere):
        with pytest.raises(Refusal) as refusal:
            queries.record(BUDI, asked)
        answers.append((refusal.value.code, str(refusal.value)))

    assert answers[0] == answers[1]
    assert answers[0][0] == "not_found"


def test_a_family_that_was_taken_back_is_gone_from_the_list_and_the_house_and_still_on_record() -> None:
    first = add()
    second = add(entry(name="Hasanah", house=None, house_id=cast.house_of(first)))  # type: ignore[arg-type]  # a part of the form

    commands.edit(MARIA, entity=second, values={"status": "Dibatalkan"}, seen=journal.seen(second), because="Ganda")

    assert cast.names() == ["Yakobus Sabang"]
    assert len(queries.record(MARIA, first).families) == 1
    assert queries.record(MARIA, second).families[0].family.text("status") == "Dibatalkan"
