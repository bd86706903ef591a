"""Does the list say what the tables say, however a family got there?"""

from typing import Any

import pytest

from betang.register import indexing
from betang.register.models import Family, Listing, MatchKey, NameWord
from tests.register import cast
from tests.register.cast import KK_YAKOBUS, NIK_HASANAH, row, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_places")]


def derived() -> list[list[tuple[Any, ...]]]:  # Any: rows of three tables
    return [
        sorted(map(repr, Listing.objects.values_list())),
        sorted(NameWord.objects.values_list("word", "village_code", "family_id")),
        sorted((bytes(key), family) for key, family in MatchKey.objects.values_list("key", "family_id")),
    ]


def test_a_family_listed_from_its_row_is_listed_as_it_would_be_from_the_tables() -> None:
    take(
        row(1, name="Yakobus  Sabang", kk_number=KK_YAKOBUS),
        row(2, name="Hasanah binti Idris", nik=NIK_HASANAH, village=None, address=None, roof_condition="LAYAK"),
        row(3, name="Darmawan", nik="610508", nik_doubt="wrong_length", observed=None),
    )
    listed = derived()

    indexing.relist(Family.objects.values_list("id", flat=True))

    assert derived() == listed


def test_a_doubtful_number_leaves_no_key() -> None:
    take(row(nik=cast.NIK_YAKOBUS[:-1], nik_doubt="fifteen_digits"))

    assert MatchKey.objects.count() == 1  # of name and place


def test_a_family_that_was_taken_back_is_not_listed() -> None:
    family = cast.add()
    Family.objects.filter(id=family).update(status="DIBATALKAN")

    indexing.relist([family])

    assert not any(table.objects.filter(family_id=family).exists() for table in (Listing, NameWord, MatchKey))
