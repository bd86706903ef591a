"""What is shown when two people say different things of one field, and who settles it?"""

from datetime import date
from uuid import UUID

import pytest

from betang.journal import queries as journal
from betang.journal.commands import Outcome
from betang.kernel.errors import Conflict, Malformed, NotAllowed, Refusal
from betang.register import commands, queries
from betang.register.domain.parsing import FieldsRefused
from betang.register.queries import ListFilters
from tests.register import cast
from tests.register.cast import BUDI, MARIA, NIK_YAKOBUS, RINI, SITI, TEKLA, row, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_places")]


@pytest.fixture
def house() -> UUID:
    (result,) = take(row())
    return cast.house_of(result.family_id)


def edit(entity: UUID, *, by: cast.Acting = MARIA, seen: str = "", **values: object) -> Outcome:
    note = seen or journal.seen(entity)
    return commands.edit(by, entity=entity, values=values, seen=note, because="Dicek di lapangan")


def values_of(entity: UUID, field: str) -> list[object]:
    standing = queries.provenance(MARIA, entity)[field]
    return [said.text for said in (standing.shown, *standing.others)]


def test_only_what_differs_from_the_form_is_said(house: UUID) -> None:
    outcome = edit(house, roof_material="Daun", floor_area_m2="36", note="")

    assert outcome.values == {"roof_material": "DAUN"}
    assert queries.show(MARIA, house)["roof_material"].source == "Maria, Kantor 1"


def test_a_form_in_which_nothing_differs_is_refused(house: UUID) -> None:
    with pytest.raises(Refusal) as refusal:
        edit(house, roof_material="seng", floor_area_m2="36,0")

    assert refusal.value.code == "nothing_changed"


def test_a_form_that_had_become_stale_overwrites_nothing_and_both_values_are_seen(house: UUID) -> None:
    stale = journal.seen(house)
    edit(house, roof_material="Genteng")

    edit(house, seen=stale, roof_material="Daun")

    assert set(values_of(house, "roof_material")) == {"Genteng", "Daun"}


def test_a_facilitators_edit_is_a_proposal_to_the_owner(house: UUID) -> None:
    outcome = edit(house, by=SITI, roof_material="Daun")

    assert (outcome.values, outcome.waiting) == ({}, {"roof_material": "DAUN"})
    assert values_of(house, "roof_material") == ["Seng", "Daun"]
    assert queries.record(MARIA, house).open_fields == {house: 1}
    assert queries.counts(MARIA).open_proposals == 1


def test_the_owner_takes_one_of_the_values_and_nothing_stays_open(house: UUID) -> None:
    proposal = edit(house, by=SITI, roof_material="Daun").commit

    seen = journal.seen_all(house, "roof_material")
    commands.decide(MARIA, entity=house, field="roof_material", take=proposal, seen=seen)

    assert values_of(house, "roof_material") == ["Daun"]
    assert queries.record(MARIA, house).open_fields == {}


def test_what_waits_is_found_by_its_filter_until_it_is_decided(house: UUID) -> None:
    waiting = ListFilters(is_waiting=True)
    assert queries.listing(MARIA, waiting).total == 0

    edit(house, by=SITI, roof_material="GENTENG")

    assert queries.listing(MARIA, waiting).total == 1
    assert queries.listing(MARIA, ListFilters(is_waiting=True, text="tidak ada")).total == 0
    assert queries.listing(BUDI, waiting).total == 0


def test_who_proposed_does_not_decide(house: UUID) -> None:
    proposal = edit(house, by=SITI, roof_material="Daun").commit
    seen = journal.seen_all(house, "roof_material")

    for by in (SITI, cast.PERMITS):
        with pytest.raises(NotAllowed):
            commands.decide(by, entity=house, field="roof_material", take=proposal, seen=seen)


def test_a_value_that_the_page_did_not_show_is_not_taken(house: UUID) -> None:
    seen = journal.seen_all(house, "roof_material")
    proposal = edit(house, by=SITI, roof_material="Daun").commit

    with pytest.raises(Conflict):
        commands.decide(MARIA, entity=house, field="roof_material", take=proposal, seen=seen)


def test_a_note_of_another_record_is_not_taken_for_this_one(house: UUID) -> None:
    (other,) = take(row(2, name="Hasanah", nik=cast.NIK_HASANAH))

    with pytest.raises(Malformed):
        edit(house, seen=journal.seen(cast.house_of(other.family_id)), roof_material="Daun")


def test_a_new_nik_brings_its_doubt_and_the_mask_is_all_that_is_seen() -> None:
    (result,) = take(row(nik=NIK_YAKOBUS[:-1], nik_doubt="fifteen_digits"))
    head = queries.record(MARIA, result.family_id).families[0].head
    assert head is not None

    edit(head.id, nik=NIK_YAKOBUS)

    shown = queries.show(MARIA, head.id)
    assert shown["nik"].value == "6105••••••••0003"
    assert "nik_doubt" not in shown
    assert cast.names(filters=ListFilters(number=queries.number_keys(NIK_YAKOBUS))) == ["Yakobus Sabang"]


def test_a_renamed_head_is_found_by_the_new_name_only() -> None:
    (result,) = take(row())
    head = queries.record(MARIA, result.family_id).families[0].head
    assert head is not None

    edit(head.id, name="Yakobus Ngelai")

    assert cast.names(filters=ListFilters(text="ngelai")) == ["Yakobus Ngelai"]
    assert cast.names(filters=ListFilters(text="sabang")) == []


def test_a_house_that_moves_to_another_village_takes_its_family_along_in_the_list(house: UUID) -> None:
    edit(house, village_code=cast.NANGA_LEBANG)

    assert [listed.village_code for listed in cast.the_list()] == [cast.NANGA_LEBANG]


@pytest.mark.parametrize("village", ["61.06.01.2001", "61.05.08", "6105082001", "61.05.08.2999"])
def test_a_place_that_is_no_village_of_the_regency_is_refused(house: UUID, village: str) -> None:
    with pytest.raises(FieldsRefused) as refused:
        edit(house, village_code=village)

    assert list(refused.value.refusals) == ["village_code"]


@pytest.mark.parametrize("by", [BUDI, cast.USERS_ONLY, RINI])
def test_nobody_edits_outside_their_region_or_role(house: UUID, by: cast.Acting) -> None:
    with pytest.raises((NotAllowed, Refusal)):
        edit(house, by=by, roof_material="Daun")


def test_an_edit_of_today_says_nothing_of_when_it_was_seen_unless_told(house: UUID) -> None:
    edit(house, roof_material="Daun")
    assert cast.the_list()[0].observed_date == date(2025, 5, 14)

    commands.edit(
        MARIA, entity=house, values={"roof_material": "Genteng"}, seen=journal.seen(house), because="",
        observed=date(2026, 1, 2),
    )  # fmt: skip
    assert cast.the_list()[0].observed_date == date(2026, 1, 2)


def test_a_village_operator_edits_in_their_village(house: UUID) -> None:
    assert edit(house, by=TEKLA, note="Atap bocor").values == {"note": "Atap bocor"}
