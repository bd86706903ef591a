"""The first list is sent once more after its mistakes were corrected: nothing wrong comes back, news is still news."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from betang.journal import queries as journal
from betang.register import commands, queries
from betang.register.commands import RowEntry, RowResult
from tests.register import cast
from tests.register.cast import KK_YAKOBUS, MARIA, NIK_HASANAH, NIK_YAKOBUS, row, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_places")]


def roof_of(family: UUID) -> object:
    return queries.show(MARIA, cast.house_of(family))["roof_material"].value


def test_a_corrected_value_is_not_brought_back_by_the_list_that_had_it_wrong() -> None:
    (first,) = take(row(roof="SENG"))
    take(row(roof="DAUN"))
    before = journal.position()

    (again,) = take(row(roof="SENG"))

    assert (again.outcome, again.flags) == ("unchanged", ("corrected_since",))
    assert roof_of(first.family_id) == "DAUN" and journal.position() == before


def test_the_correction_again_is_what_is_shown() -> None:
    take(row(roof="SENG"))
    take(row(roof="DAUN"))
    take(row(roof="SENG"))

    assert [(each.outcome, each.flags) for each in take(row(roof="DAUN"))] == [("unchanged", ())]


def test_of_lists_without_a_date_the_correction_stays_too() -> None:
    (first,) = take(row(roof="SENG", observed=None))
    take(row(roof="DAUN", observed=None))

    (again,) = take(row(roof="SENG", observed=None))

    assert again.flags == ("corrected_since",) and roof_of(first.family_id) == "DAUN"


def test_a_later_day_is_news_though_it_was_said_before() -> None:
    (first,) = take(row(roof="SENG"))
    take(row(roof="DAUN"))

    (later,) = take(row(roof="SENG", observed=date(2026, 1, 2)))

    assert later.outcome == "updated" and roof_of(first.family_id) == "SENG"


def test_a_value_that_was_never_said_is_news_on_the_same_day() -> None:
    (first,) = take(row(roof="SENG"))
    take(row(roof="DAUN"))

    (third,) = take(row(roof="GENTENG"))

    assert third.outcome == "updated" and roof_of(first.family_id) == "GENTENG"


def test_only_the_corrected_cell_is_left_and_the_others_go_in() -> None:
    (first,) = take(row(roof="SENG"))
    take(row(roof="DAUN"))

    (again,) = take(row(roof="SENG", occupants=6))

    card = queries.record(MARIA, first.family_id)
    assert (again.outcome, again.flags) == ("updated", ("corrected_since",))
    assert card.house is not None
    assert (card.house.value("roof_material"), card.house.value("occupants")) == ("DAUN", 6)


def test_a_corrected_number_stays_with_its_doubt() -> None:
    (first,) = take(row(kk_number=KK_YAKOBUS, nik=NIK_YAKOBUS[:-1], nik_doubt="fifteen_digits"))
    take(row(kk_number=KK_YAKOBUS, nik=NIK_YAKOBUS))

    (again,) = take(row(kk_number=KK_YAKOBUS, nik=NIK_YAKOBUS[:-1], nik_doubt="fifteen_digits"))

    head = queries.record(MARIA, first.family_id).families[0].head
    assert head is not None and again.outcome == "unchanged"
    assert (head.text("nik"), head.value("nik_doubt")) == ("6105••••••••0003", None)


def test_a_hand_stays_over_the_list_that_it_corrected_even_where_only_a_name_tells_who_it_is() -> None:
    (first,) = take(row(nik=None, address=None))
    house = cast.house_of(first.family_id)
    commands.edit(MARIA, entity=house, values={"roof_material": "Genteng"}, seen=journal.seen(house), because="Dicek")

    (again,) = take(row(nik=None, address=None))

    assert (again.outcome, again.family_id) == ("unchanged", first.family_id)
    assert "edited_by_hand" in again.flags and roof_of(first.family_id) == "GENTENG"


def test_a_visit_that_was_taken_back_is_news_again() -> None:
    (first,) = take(row())
    visit = replace(row(observed=date(2025, 9, 1)), house={}, family={}, head=row().head)
    (second,) = take_as(UUID(int=10), visit)
    assert len(queries.record(MARIA, first.family_id).assessments) == 2
    with_visit = queries.digest()

    undo(UUID(int=10), first.family_id)
    assert len(queries.record(MARIA, first.family_id).assessments) == 1
    (third,) = take_as(UUID(int=11), visit)

    assert (second.outcome, third.outcome) == ("updated", "updated")
    assert queries.digest() == with_visit


def test_a_correction_that_was_taken_back_gives_the_old_value_its_say_again() -> None:
    (first,) = take(row(roof="SENG"))
    take_as(UUID(int=10), row(roof="DAUN"))
    undo(UUID(int=10), first.family_id)
    assert roof_of(first.family_id) == "SENG"

    (again,) = take(row(roof="DAUN"))

    assert again.outcome == "updated" and roof_of(first.family_id) == "DAUN"


def take_as(batch: UUID, *rows: RowEntry) -> list[RowResult]:
    stated = [commands.look_through(each, "61.05") for each in rows]
    return commands.take_in(MARIA, stated, batch=batch, file="Betulan.xlsx", partition="61.05")


def undo(batch: UUID, family: UUID) -> None:
    looked = commands.look_back(batch, [family])
    commands.take_back(MARIA, looked, because="Salah kirim", named=lambda families: ())


def test_an_undone_list_leaves_another_familys_values_alone() -> None:
    first, other = take(row(1), row(2, name="Hasanah", nik=NIK_HASANAH))
    take_as(UUID(int=10), row(roof="DAUN"))

    undo(UUID(int=10), other.family_id)
    assert roof_of(first.family_id) == "DAUN"
    undo(UUID(int=10), first.family_id)
    assert roof_of(first.family_id) == "SENG"
