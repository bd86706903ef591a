"""Do two homes that show the same agree, whatever their ids and keys?"""

import pytest

from betang.journal import queries as journal
from betang.register import commands, queries
from betang.register.models import AidReceived, Assessment, Family, House, Listing, MatchKey, NameWord, Person
from tests.register import cast
from tests.register.cast import BUDI, MARIA, NIK_HASANAH, SITI, row, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_places")]


def forget() -> None:
    """What a digest reads is gone, as in a home that starts anew."""
    for table in (House, Family, Person, Assessment, AidReceived, Listing, NameWord, MatchKey):
        table.objects.all().delete()


ROWS = (row(1), row(2, name="Hasanah", nik=NIK_HASANAH))


def test_the_same_content_in_another_order_with_other_ids_has_the_same_digest() -> None:
    take(*ROWS)
    first = queries.digest()
    forget()

    take(*reversed(ROWS), file="Nama lain.xlsx")

    assert queries.digest() == first
    assert list(first["regions"]) == ["61.05"]


def test_one_value_more_makes_another_digest_of_that_region_only() -> None:
    take(*ROWS)
    take(row(village=cast.SAMBUS), by=BUDI)
    before = queries.digest()

    house = cast.the_list()[0].house_id
    assert house is not None
    commands.edit(MARIA, entity=house, values={"roof_material": "Daun"}, seen=journal.seen(house), because="")

    after = queries.digest()
    assert after["digest"] != before["digest"]
    assert after["regions"]["61.05"] != before["regions"]["61.05"]
    assert after["regions"]["61.06"] == before["regions"]["61.06"]


def test_what_waits_beside_is_not_part_of_it() -> None:
    take(*ROWS)
    before = queries.digest()

    house = cast.the_list()[0].house_id
    assert house is not None
    commands.edit(SITI, entity=house, values={"roof_material": "Daun"}, seen=journal.seen(house), because="")

    assert queries.digest() == before


def test_an_empty_register_has_a_digest_too() -> None:
    assert queries.digest()["regions"] == {}
