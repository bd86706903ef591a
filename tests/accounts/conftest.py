"""Whose users are these? Those of the province's node, made once for a file of stories."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.journeys.cast import Home, a_node


@pytest.fixture(scope="module")
def home(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Home]:
    with a_node(django_db_blocker) as made:
        yield made
