"""Whose node do these pages belong to, and who signs in? All people are invented."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from django.test import Client, override_settings

from betang.accounts import commands as accounts
from betang.accounts.models import User
from betang.journal import keyring
from betang.kernel.ids import derived_id
from betang.organisation.models import Agency, Region, ThisNode
from tests.web.cast import OFFICE, PASSWORD, PLACES, SINTANG

SignIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Argon2 is slow on purpose; what is tested here is the pages."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def office(db: None) -> Agency:
    """The housing office of Sintang, with three places; the 83,762 others play no part here."""
    keyring.make()
    Region.objects.bulk_create(_region(code, name) for code, name in PLACES.items())
    office = Agency.objects.create(
        id=derived_id("agency", OFFICE, "housing", SINTANG),
        name=OFFICE,
        folded_name=OFFICE.casefold(),
        kind="housing",
        region_code=SINTANG,
        mandate="",
    )
    ThisNode.objects.create(agency=office, region_code=SINTANG, created_at=datetime(2025, 1, 1, tzinfo=UTC))
    return office


def _region(code: str, name: str) -> Region:
    return Region(
        code=code,
        name=name,
        level=code.count(".") + 1,
        parent_code=code.rpartition(".")[0],
        kind="",
        valid_from=date(2025, 1, 1),
        decree="contoh",
    )


@pytest.fixture
def join(office: Agency) -> Callable[..., User]:
    """Gives somebody an account; with the password of all of the cast, unless it is to stay the one-time one."""

    def made(username: str, role: str = "data_officer", region: str = SINTANG, *, is_new: bool = False) -> User:
        name = username.title()
        user, password = accounts.add_user(username, role=role, agency=office.id, region=region, full_name=name)
        if is_new:
            user.one_time_password = password  # type: ignore[attr-defined]  # for the test to type
            return user
        accounts.set_known_password(username, PASSWORD)
        return User.objects.get(username=username)

    return made


@pytest.fixture
def signed_in(join: Callable[..., User]) -> SignIn:
    """A browser of somebody who has just signed in on the page."""

    def opened(username: str = "maria", role: str = "data_officer", region: str = SINTANG) -> Client:
        join(username, role, region)
        client = Client()
        client.post("/masuk/", {"username": username, "password": PASSWORD})
        return client

    return opened
