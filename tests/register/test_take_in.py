"""What becomes of the rows of a list, the first time, the second time, and when the world has changed in between?"""

from dataclasses import replace
from datetime import date

import pytest

from betang.journal import queries as journal
from betang.kernel.errors import NotAllowed, Refusal
from betang.register import commands, queries
from betang.register.queries import ListFilters
from tests.register import cast
from tests.register.cast import BUDI, KAYAN_HILIR, KK_YAKOBUS, MARIA, NIK_HASANAH, NIK_YAKOBUS, SITI, row, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_places")]


def outcomes(*results: commands.RowResult) -> list[str]:
    return [result.outcome for result in results]


def test_a_row_becomes_a_house_a_family_its_head_and_a_visit() -> None:
    (result,) = take(row())

    card = queries.record(MARIA, result.family_id)
    assert (result.outcome, result.flags) == ("accepted", ())
    assert card.house is not None and card.house.text("roof_material") == "Seng"
    assert card.families[0].head is not None and card.families[0].head.text("name") == "Yakobus Sabang"
    assert card.families[0].head.text("nik") == "6105••••••••0003"
    assert [visit.value("assessed_date") for visit in card.assessments] == [date(2025, 5, 14)]
    assert (card.condition, card.observed_date) == (5, date(2025, 5, 14))


def test_every_value_knows_its_file_row_and_column() -> None:
    (result,) = take(row(17))

    house = cast.house_of(result.family_id)
    shown = queries.show(MARIA, house)["roof_material"]
    assert (shown.value, shown.date, shown.source) == ("SENG", date(2025, 5, 14), "Daftar RTLH.xlsx baris 17, AD")


def test_the_same_list_again_changes_nothing() -> None:
    first = take(row(1), row(2, name="Hasanah", nik=NIK_HASANAH))
    before = journal.position()

    again = take(row(1), row(2, name="Hasanah", nik=NIK_HASANAH))

    assert outcomes(*again) == ["unchanged", "unchanged"]
    assert [result.family_id for result in again] == [result.family_id for result in first]
    assert journal.position() == before


def test_the_same_row_twice_in_one_group_is_one_family() -> None:
    results = take(row(1), row(2))

    assert outcomes(*results) == ["accepted", "unchanged"]
    assert results[0].family_id == results[1].family_id


def test_two_rows_that_are_found_by_different_keys_to_be_one_family_are_taken_one_after_the_other() -> None:
    take(row(1, kk_number=KK_YAKOBUS))

    results = take(row(1, nik=None, kk_number=KK_YAKOBUS, village=cast.NANGA_TIKAN), row(2, roof="DAUN"))

    assert len({result.family_id for result in results}) == 1
    assert cast.names() == ["Yakobus Sabang"]


def test_a_newer_list_changes_what_differs_and_says_nothing_of_the_rest() -> None:
    (first,) = take(row())

    (second,) = take(row(observed=date(2026, 2, 1), roof="DAUN"))

    house = cast.house_of(first.family_id)
    assert second.outcome == "updated"
    assert set(journal.history(house)[0].values) == {"roof_material"}
    assert len(queries.record(MARIA, first.family_id).assessments) == 2


def test_an_older_list_never_replaces_a_newer_fact() -> None:
    (first,) = take(row(observed=date(2025, 5, 14), roof="SENG"))

    (older,) = take(row(observed=date(2023, 3, 1), roof="RUMBIA", roof_condition="KURANG LAYAK"))

    card = queries.record(MARIA, first.family_id)
    assert card.house is not None and card.house.text("roof_material") == "Seng"
    assert older.flags == ("newer_kept",)
    assert card.condition == 5  # of the latest visit; the older one is on record beside it
    assert len(card.assessments) == 2


def test_a_list_without_a_date_does_not_replace_a_dated_fact() -> None:
    (first,) = take(row())

    (undated,) = take(row(observed=None, roof="RUMBIA"))

    assert "newer_kept" in undated.flags
    assert queries.show(MARIA, cast.house_of(first.family_id))["roof_material"].value == "SENG"


def test_what_an_officer_edited_by_hand_is_left_alone() -> None:
    (first,) = take(row())
    house = cast.house_of(first.family_id)
    commands.edit(MARIA, entity=house, values={"roof_material": "Genteng"}, seen=journal.seen(house), because="Dicek")

    (again,) = take(row(observed=date(2026, 2, 1), roof="DAUN"))

    assert "edited_by_hand" in again.flags
    assert queries.show(MARIA, house)["roof_material"].value == "GENTENG"


def test_a_list_of_lower_rank_stands_beside_and_is_not_said_twice() -> None:
    (first,) = take(row())
    house = cast.house_of(first.family_id)
    outside = replace(cast.PERMITS, role="data_officer")

    results = [take(row(observed=date(2026, 2, 1), roof="DAUN"), by=outside)[0] for _ in range(2)]

    standing = queries.provenance(MARIA, house)["roof_material"]
    assert "proposed" in results[0].flags
    assert [said.value for said in (standing.shown, *standing.others)] == ["SENG", "DAUN"]


def test_without_a_nik_the_kk_and_the_name_tell_who_it_is() -> None:
    (first,) = take(row(nik=None, kk_number=KK_YAKOBUS))

    (again,) = take(row(nik=None, kk_number=KK_YAKOBUS, address="Pindah ke Jl. Melati"))

    assert (again.outcome, again.family_id) == ("updated", first.family_id)


def test_without_numbers_the_name_village_and_address_tell_who_it_is() -> None:
    (first,) = take(row(nik=None, name="Yakobus", address="Jl. Melati No. 03 RT 003"))

    (again,) = take(row(nik=None, name="YAKOBUS", address="JALAN MELATI NO 3, RT 3"))

    assert again.family_id == first.family_id


def test_a_name_and_a_village_alone_tell_only_that_this_very_row_came_before() -> None:
    (first,) = take(row(nik=None, address=None))

    (same,) = take(row(nik=None, address=None))
    (other,) = take(row(nik=None, address=None, roof="DAUN"))

    assert (same.outcome, same.family_id) == ("unchanged", first.family_id)
    assert (other.outcome, other.flags) == ("accepted", ("same_name_in_village",))


def test_two_sound_niks_are_two_people_whatever_else_agrees() -> None:
    results = take(row(1, nik=NIK_YAKOBUS), row(2, nik=NIK_HASANAH))

    assert outcomes(*results) == ["accepted", "accepted"]


def test_one_nik_with_two_unlike_names_makes_two_families_and_flags_both() -> None:
    results = take(row(1), row(2, name="Hasanah"))

    assert outcomes(*results) == ["accepted", "accepted"]
    assert [result.flags for result in results] == [("nik_two_names",), ("nik_two_names",)]
    assert outcomes(*take(row(1), row(2, name="Hasanah"))) == ["unchanged", "unchanged"]


def test_a_nik_with_a_name_spelt_a_little_otherwise_is_one_family() -> None:
    (first,) = take(row(name="Muhamad Djoefri"))

    (again,) = take(row(name="Moh. Jufri, S.Pd."))

    assert again.family_id == first.family_id


def test_a_doubtful_nik_matches_nobody_and_replaces_no_sound_one() -> None:
    (first,) = take(row())

    (again,) = take(row(nik=NIK_YAKOBUS[:-1], nik_doubt="fifteen_digits"))

    assert again.family_id == first.family_id  # by name, village and address
    assert again.flags == ("sound_number_kept",)


def test_a_sound_nik_replaces_a_doubtful_one_with_its_doubt() -> None:
    (first,) = take(row(nik=NIK_YAKOBUS[:-1], nik_doubt="fifteen_digits"))

    take(row())

    head = queries.record(MARIA, first.family_id).families[0].head
    assert head is not None
    assert (head.text("nik"), head.value("nik_doubt")) == ("6105••••••••0003", None)


def test_the_same_nik_in_another_regency_is_told_but_not_joined() -> None:
    take(row(village=cast.SAMBUS), by=BUDI)

    (here,) = take(row())

    assert (here.outcome, here.flags) == ("accepted", ("nik_elsewhere",))


def test_a_family_without_a_home_is_taken_in() -> None:
    homeless = replace(row(), house={}, family={"village_code": cast.NANGA_LEBANG, "housing_need": "MENUMPANG"})

    take(homeless)

    (listed,) = cast.the_list(filters=ListFilters(has_house=False))
    assert (listed.house_id, listed.village_code) == (None, cast.NANGA_LEBANG)


def test_a_row_of_another_regency_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        take(row(17, village=cast.SAMBUS))

    assert (refusal.value.code, refusal.value.params["row"]) == ("row_outside_region", 17)


def test_a_facilitator_takes_in_no_lists() -> None:
    with pytest.raises(NotAllowed):
        take(row(), by=SITI)


def test_a_figure_out_of_range_is_left_out_and_said() -> None:
    (result,) = take(row(occupants=5_000))

    assert result.flags == ("out_of_range",)
    assert "occupants" not in queries.show(MARIA, cast.house_of(result.family_id))


def test_the_name_of_an_assessor_alone_is_no_visit() -> None:
    (result,) = take(replace(row(), assessment={"assessor": "Siti"}))

    assert queries.record(MARIA, result.family_id).assessments == ()


def test_aid_that_a_list_names_is_on_record_once() -> None:
    with_aid = replace(row(), aid={"received_band": "YA <5 TAHUN LALU"})

    (first,), (again,) = take(with_aid), take(with_aid)

    (aid,) = queries.record(MARIA, first.family_id).families[0].aid
    assert again.outcome == "unchanged"
    assert aid.text("received_band") == "Ya, kurang dari 5 tahun lalu"


def test_an_officer_of_a_district_takes_in_its_own_villages() -> None:
    (result,) = take(row(), by=KAYAN_HILIR)

    assert result.outcome == "accepted"


def test_an_officer_of_a_district_takes_in_nobody_from_another() -> None:
    with pytest.raises(NotAllowed):
        take(row(village=cast.NANGA_LEBANG), by=KAYAN_HILIR)


def test_a_family_that_lives_in_another_district_is_left_to_those_who_may_write_there() -> None:
    (first,) = take(row(village=cast.NANGA_LEBANG))
    before = journal.position()

    (again,) = take(row(roof="DAUN", observed=date(2026, 2, 1)), by=KAYAN_HILIR)

    assert (again.outcome, again.flags, again.family_id) == ("unchanged", ("lives_elsewhere",), first.family_id)
    assert journal.position() == before
