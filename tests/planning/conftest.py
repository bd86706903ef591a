"""Every test of planning has the node's keys; those that touch the database have its places and offices."""

import pytest

from betang.journal import keyring
from tests.planning.cast import Cast, open_offices


@pytest.fixture
def cast(db: None) -> Cast:
    keyring.make()
    return open_offices()
