"""The stories of figures happen in the invented offices of planning and delivery, with lists of the register."""

import pytest

from betang.journal import keyring
from tests.delivery.cast import Offices, open_offices


@pytest.fixture
def offices(db: None) -> Offices:
    keyring.make()
    return open_offices()
