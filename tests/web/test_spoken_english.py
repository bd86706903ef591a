"""Is anything said on an English page that the catalogue does not know?

The collector reads the source; here the pages themselves are asked, so that a word from a table that the collector
does not know of is missed by neither.
"""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import trans_real
from pytest_django.plugin import DjangoDbBlocker

from betang.accounts import queries as accounts
from tests.journeys.cast import Home, a_node, at_work
from tests.web import messages, programme
from tests.web.programme import Programme

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def home(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Home]:
    with a_node(django_db_blocker) as made:
        yield made


@pytest.fixture(scope="module")
def of_programme(home: Home, django_db_blocker: DjangoDbBlocker) -> Programme:
    """On the same node, and taken back with it."""
    with django_db_blocker.unblock():
        return programme.made()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every message that is looked up while a page is made."""
    spoken: set[str] = set()
    translate = trans_real.gettext

    def listening(message: str) -> str:
        spoken.add(str(message))
        return translate(message)

    monkeypatch.setattr(trans_real, "gettext", listening)
    monkeypatch.setattr("django.utils.translation._trans.gettext", listening, raising=False)
    return spoken


def in_english(name: str) -> Client:
    client = at_work(name)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


WHOLE = (
    "home", "register:list", "register:add", "intake:upload", "accounts:me", "accounts:users", "accounts:add-user",
    "accounts:access-log", "accounts:switch", "accounts:change-password",
)  # fmt: skip


def pages(home: Home) -> list[str]:
    """Every address that shows a page."""
    asked: tuple[tuple[str, tuple[object, ...]], ...] = (
        *((name, ()) for name in WHOLE),
        ("accounts:user", (accounts.user_named("siti").pk,)),
        ("register:record", (home.family,)),
        ("register:history", (home.house, "roof_material")),
        ("register:assess", (home.house,)),
        ("register:join", (home.house,)),
        ("register:add-member", (home.family,)),
        ("register:add-aid", (home.family,)),
        ("register:edit", ("rumah", home.house)),
        ("register:edit", ("keluarga", home.family)),
        ("register:edit", ("orang", home.head)),
        ("intake:batch", (home.batch,)),
    )
    return [reverse(name, args=arguments) for name, arguments in asked]


ROOMS = (
    "planning:home", "planning:edit-target", "planning:edit-purse", "planning:pledges", "planning:offer",
    "delivery:homes", "delivery:report", "delivery:doubles", "delivery:numbers", "delivery:report-number",
    "delivery:cases", "delivery:add-case", "figures:achievement", "figures:published", "figures:publish",
    "coordination:meetings", "coordination:call-meeting", "coordination:import-meeting", "coordination:board",
    "coordination:raise-obstacle", "coordination:promise",
)  # fmt: skip


def rooms(made: Programme) -> list[str]:
    """The pages of plans, homes, figures and meetings."""
    asked: tuple[tuple[str, UUID], ...] = (
        ("planning:target", made.plans.target),
        ("planning:pledge", made.plans.offer),
        ("planning:pledge", made.plans.taken),
        ("delivery:accept-pledge", made.plans.offer),
        ("delivery:home", made.homes.pbg),
        ("delivery:home", made.homes.given),
        ("delivery:advance", made.homes.plain),
        ("delivery:correct", made.homes.plain),
        ("delivery:withdraw", made.homes.plain),
        ("delivery:add-photo", made.homes.plain),
        ("delivery:case", made.homes.case_pbg),
        ("coordination:meeting", made.talks.meeting),
        ("coordination:projector", made.talks.meeting),
        ("coordination:meeting", made.talks.own),
        ("coordination:obstacle", made.talks.obstacle),
        ("coordination:commitment", made.talks.commitment),
    )
    return [*map(reverse, ROOMS), *(reverse(name, args=[record]) for name, record in asked)]


def test_every_word_of_the_programme_is_in_the_catalogue(of_programme: Programme, said: set[str]) -> None:
    answers = {
        (name, address): in_english(name).get(address).status_code
        for name in ("maria", "dewi", "tika")
        for address in rooms(of_programme)
    }

    assert {address for (_, address), status in answers.items() if status == 200} == set(rooms(of_programme))
    assert {word for word in said - known() if any(map(str.isalpha, word))} == set()


def test_every_word_of_every_page_is_in_the_catalogue(home: Home, said: set[str]) -> None:
    for name in ("maria", "dewi", "siti", "anton"):
        client = in_english(name)
        for address in pages(home):
            client.get(address)

    assert len(said) > 300
    assert said - known() == set()


def known() -> set[str]:
    ours = {entry.msgid for entry in messages.catalogue()}
    of_django = set(trans_real.translation("id")._catalog.keys())
    return ours | of_django | messages.SIGNS | {"Bahasa Indonesia"}  # a language goes by its own name
