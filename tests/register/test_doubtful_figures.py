"""What becomes of a figure that cannot be so: is it kept, marked, corrected, and never put over a sound one?"""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from betang.journal import queries as journal
from betang.register import commands, queries
from tests.register import cast
from tests.register.cast import MARIA, row, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_places")]

ABSURD = {"floor_area_m2": Decimal(3600), "floor_area_doubt": "TIDAK MASUK AKAL"}
SOUND = {"floor_area_m2": Decimal(36)}


def area_of(house: UUID) -> tuple[object, object]:
    """The area and its doubt, as the page of the home shows them."""
    fields = queries.record(MARIA, house).house.fields  # type: ignore[union-attr]  # it is one
    return fields["floor_area_m2"].value, fields["floor_area_doubt"].value


def test_it_is_kept_as_written_with_its_doubt_beside_it() -> None:
    (result,) = take(row(**ABSURD))

    assert area_of(cast.house_of(result.family_id)) == (Decimal(3600), "TIDAK MASUK AKAL")


def test_a_corrected_list_lays_the_doubt_to_rest() -> None:
    (result,) = take(row(**ABSURD))

    (again,) = take(row(**SOUND))

    assert again.outcome == "updated"
    assert area_of(cast.house_of(result.family_id)) == (Decimal(36), None)


def test_it_does_not_replace_a_sound_one() -> None:
    (result,) = take(row(**SOUND))

    (again,) = take(row(observed=date(2026, 3, 1), **ABSURD))

    assert "sound_number_kept" in again.flags
    assert area_of(cast.house_of(result.family_id)) == (Decimal(36), None)


def test_an_officer_who_types_another_one_answers_for_it() -> None:
    (result,) = take(row(**ABSURD))
    house = cast.house_of(result.family_id)

    commands.edit(MARIA, entity=house, values={"floor_area_m2": "36"}, seen=journal.seen(house), because="Diukur ulang")

    assert area_of(house) == (Decimal(36), None)


def test_a_sound_figure_brings_no_doubt_on_record() -> None:
    (result,) = take(row(**SOUND))
    house = cast.house_of(result.family_id)

    commands.edit(MARIA, entity=house, values={"occupants": "5"}, seen=journal.seen(house), because="Kunjungan")

    assert "occupants_doubt" not in journal.history(house)[0].values
