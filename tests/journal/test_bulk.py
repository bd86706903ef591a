"""Rows written at once are found again as they were, whatever the database keeps them as."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from betang.journal import bulk
from betang.register.models import House

NAMES = ("id", "partition", "observed_date", "latitude", "occupants", "land_disputed", "area_kinds", "address")
FIRST = (UUID(int=7), "61.05", date(2025, 5, 14), Decimal("-0.1234567"), 4, True, ["KUMUH"], "Dusun Riam")
SECOND = (UUID(int=8), "61.05", None, None, None, False, None, None)

pytestmark = pytest.mark.django_db


def found(*ids: UUID) -> list[tuple[object, ...]]:
    return sorted(bulk.rows(House, NAMES, where="id", among=ids), key=lambda row: row[0])


def test_every_type_comes_back_as_it_was() -> None:
    bulk.insert(House, NAMES, [FIRST, SECOND])

    assert found(FIRST[0], SECOND[0], UUID(int=9)) == [FIRST, SECOND]
    assert House.objects.get(pk=FIRST[0]).latitude == FIRST[3]


def test_no_rows_are_written_or_found_without_asking() -> None:
    bulk.insert(House, NAMES, [])

    assert found() == []


def test_more_rows_than_one_query_takes_are_all_found() -> None:
    rows = [(UUID(int=100 + number), *FIRST[1:]) for number in range(1_100)]
    bulk.insert(House, NAMES, rows)

    assert found(*(row[0] for row in rows)) == rows


def test_an_id_that_is_there_is_replaced_only_when_asked() -> None:
    bulk.insert(House, NAMES, [FIRST])

    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert(House, NAMES, [FIRST])
    bulk.upsert(House, ("id", "partition", "occupants"), [(FIRST[0], "61.05", 5)])

    assert found(FIRST[0]) == [(*FIRST[:4], 5, *FIRST[5:])]
