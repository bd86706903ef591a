"""Who meets, builds, permits, taxes and gives in the journeys of the programme? People and numbers are invented."""

import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TypeVar

from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Page

from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.accounts.models import User
from betang.accounts.queries import Acting
from betang.journal import keyring
from betang.organisation import commands as organisation
from betang.organisation import queries as offices
from betang.organisation import seeding
from betang.organisation.domain.agencies import KABUPATEN
from betang.organisation.models import Region
from tests.journeys.conftest import Desk

T = TypeVar("T")
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # Argon2 is slow on purpose
KALBAR, SINTANG = "61", "61.05"
KETUNGAU, NANGA_BUGAU, SENANING = "61.05.06", "61.05.06.2001", "61.05.06.2002"
PLACES = {
    KALBAR: "Kalimantan Barat", **KABUPATEN, KETUNGAU: "Ketungau Hulu", NANGA_BUGAU: "Nanga Bugau",
    SENANING: "Senaning",
}  # fmt: skip
PROVINCE, BALAI = "Dinas Perkim Provinsi Kalimantan Barat", "BP3KP Kalimantan I"
FIRM = "PT Rekaan Belian"
# Name, office, role, region.
PEOPLE = (
    ("maria", "Disperakim Kabupaten Sintang", "data_officer", SINTANG),
    ("domi", "DPMD Kabupaten Sintang", "data_officer", SINTANG),
    ("dewi", "DPMPTSP Kabupaten Sintang", "data_officer", SINTANG),
    ("hendra", "Bapenda Kabupaten Sintang", "data_officer", SINTANG),
    ("natalia", BALAI, "data_officer", KALBAR),
    ("citra", FIRM, "donor", SINTANG),
)
_KINDS = ("provinsi", "kabupaten", "kecamatan", "desa")


def open_offices() -> None:
    """Keys, the province with its kabupaten and two villages, the offices of the list, and who works there."""
    keyring.make()
    Region.objects.bulk_create(_region(code, name) for code, name in PLACES.items())
    seeding.seed_agencies()
    organisation.found_node(agency=PROVINCE, kind="province", region=KALBAR)
    organisation.add_agency(name=FIRM, kind="company", region=SINTANG)
    for name, office, role, region in PEOPLE:
        accounts.add_user(name, role=role, agency=offices.agency_named(office).id, region=region)
    User.objects.update(must_change_password=False)


def _region(code: str, name: str) -> Region:
    parent, kind = code.rpartition(".")[0], _KINDS[code.count(".")]
    return Region(
        code=code, name=name, level=code.count(".") + 1, parent_code=parent, kind=kind, valid_from=date(2025, 1, 1),
        decree="contoh",
    )  # fmt: skip


def acting(name: str) -> Acting:
    return accounts_queries.acting_as(name)


def aside(deed: Callable[[], T]) -> T:
    """What the node does or knows without a browser; in a thread, as the browser's own loop runs in this one."""

    def and_close() -> T:
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(and_close).result()


def sit_down(desk: Desk, name: str, language: str) -> None:
    """Whoever sat here before is gone; somebody else, signed in, opens the home page in this language."""
    desk.page.goto("about:blank")  # what was still on its way to the last one is dropped
    desk.page.context.clear_cookies()
    session = aside(lambda: _session_of(name))
    for cookie, value in ((settings.SESSION_COOKIE_NAME, session), (settings.LANGUAGE_COOKIE_NAME, language)):
        desk.page.context.add_cookies([{"name": cookie, "value": value, "url": desk.home}])
    desk.open("/")
    desk.page.wait_for_selector("nav.mainnav")
    assert desk.page.get_attribute("html", "lang") == language
    assert name in desk.page.inner_text(".who")


def _session_of(name: str) -> str:
    client = Client()
    client.force_login(accounts_queries.user_named(name), backend="django.contrib.auth.backends.ModelBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def fill(page: Page, **typed: str) -> None:
    """Type into the fields of these names; a choice is chosen, a radio button checked."""
    for name, value in typed.items():
        field = page.locator(f"main [name={name}]:not([type=hidden])")
        kind = field.first.evaluate("each => each.type")
        if kind == "radio":
            field.and_(page.locator(f"[value='{value}']")).check()
        elif kind == "select-one":
            field.select_option(value)
        else:
            field.fill(value)


def send(page: Page) -> None:
    """The one filled button of the form."""
    page.locator("main form button[type=submit]:not(.second):not(.danger)").last.click()


def answered(page: Page) -> str:
    """The page that a form led to says that it was taken; its address."""
    page.wait_for_selector(".notice.ok, .notice.wait")
    return page.url


def numbers(texts: Iterable[str]) -> list[int]:
    """The figures that texts begin with, a full stop or a comma between the thousands."""
    found = [re.match(r"\s*([\d.,]+)", text) for text in texts]
    return [int(re.sub(r"\D", "", each[1])) for each in found if each]
