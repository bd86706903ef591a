"""Whose node do these stories happen on? The housing office of Sintang's, with its keys and its villages."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.journal import keyring
from betang.organisation import commands as organisation

SINTANG = "61.05"


@pytest.fixture(scope="module")
def sintang_node(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Founded once for a file of stories, for 83,762 villages take a while; taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        keyring.make()
        organisation.found_node(agency="Disperakim Kabupaten Sintang", kind="housing", region=SINTANG)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def siti(sintang_node: None, db: None) -> Acting:
    """Sits at the node of Disperakim Sintang."""
    return accounts.operator()
