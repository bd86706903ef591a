"""Every test of delivery has the node's keys, its places and its offices."""

import pytest

from betang.journal import keyring
from tests.delivery.cast import Offices, open_offices


@pytest.fixture
def offices(db: None) -> Offices:
    keyring.make()
    return open_offices()
