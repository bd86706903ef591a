"""Every test of the register has the node's keys, and those that touch the database a few places."""

from datetime import date

import pytest

from betang.journal import keyring
from betang.organisation.models import Region
from tests.register.cast import PLACES


@pytest.fixture(autouse=True)
def _keys() -> None:
    keyring.make()


@pytest.fixture
def _places(db: None) -> None:
    Region.objects.bulk_create(
        Region(
            code=code,
            name=name,
            level=code.count(".") + 1,
            parent_code=code.rpartition(".")[0],
            kind="",
            valid_from=date(2025, 1, 1),
            decree="contoh",
        )
        for code, name in PLACES.items()
    )
