"""Tests of coordination that touch the database have its places, its offices and the node's keys."""

import pytest

from betang.journal import keyring
from tests.coordination.cast import Cast, open_offices


@pytest.fixture
def cast(db: None) -> Cast:
    keyring.make()
    return open_offices()
