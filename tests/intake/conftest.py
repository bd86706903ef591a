"""Whose node do these stories happen on? The housing office of Sintang's, with its keys and its villages."""

import pytest

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.journal import keyring
from betang.organisation import commands as organisation

SINTANG = "61.05"


@pytest.fixture
def siti(db: None) -> Acting:
    """Sits at the node of Disperakim Sintang."""
    keyring.make()
    organisation.found_node(agency="Disperakim Kabupaten Sintang", kind="housing", region=SINTANG)
    return accounts.operator()
