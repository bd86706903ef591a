"""Can an empty home be made a node at its own screen, by whoever started it and by nobody else?"""

from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from betang import environment
from betang.accounts import queries as accounts
from betang.accounts.domain.roles import Role
from betang.accounts.recovery_page import recovery_page
from betang.organisation import commands as organisation
from betang.organisation import queries
from betang.organisation.models import Region
from tests.web.cast import PLACES, SINTANG
from tests.web.conftest import _region

pytestmark = pytest.mark.django_db
OFFICE = {"kind": "housing", "region": SINTANG}
PERSON = {
    **OFFICE, "agency": "Disperakim Kabupaten Sintang", "full_name": "Maria Tekla", "username": "maria",
    "password": "sampan di hulu", "again": "sampan di hulu",
}  # fmt: skip


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """`up` has started an empty home."""
    monkeypatch.setenv("BETANG_FIRST_RUN_KEY", "")
    Region.objects.bulk_create(_region(code, name) for code, name in PLACES.items())
    yield environment.open_first_run()
    recovery_page().unlink(missing_ok=True)


@pytest.fixture
def browser(key: str) -> Client:
    """Somebody who opened the address that the terminal showed."""
    client = Client()
    client.get(f"/mulai/?kunci={key}")
    return client


def sentence_of(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


def test_every_address_leads_to_the_preparation(key: str) -> None:
    for address in ("/", "/masuk/", "/rumah/", "/unggah/"):
        assert Client().get(address).headers["Location"] == "/mulai/"


@pytest.mark.parametrize("shown", ["", "?kunci=", "?kunci=salah"])
def test_without_the_key_nobody_prepares_anything(key: str, shown: str) -> None:
    stranger = Client()

    assert stranger.get(f"/mulai/{shown}").status_code == 403
    assert stranger.post("/mulai/orang/", PERSON).headers["Location"] == "/mulai/"
    assert not queries.is_founded()


def test_the_key_does_not_stay_in_the_address(key: str) -> None:
    client = Client()

    assert client.get(f"/mulai/?kunci={key}").headers["Location"] == "/mulai/"
    assert client.get("/mulai/").status_code == 200


def test_two_forms_and_a_paper_make_a_node(browser: Client) -> None:
    assert "Disperakim" in sentence_of(browser.post("/mulai/kantor/", OFFICE))

    paper = browser.post("/mulai/orang/", PERSON)

    code = recovery_page().read_text().partition("<code>")[2].partition("</code>")[0]
    assert code in paper.content.decode()
    assert queries.this_node().agency_name == PERSON["agency"]
    roles = [grant.role for grant in accounts.grants_of(accounts.user_named("maria"))]
    assert roles == [Role.DATA_OFFICER, Role.ADMINISTRATOR]

    assert browser.post("/mulai/selesai/").headers["Location"] == "/masuk/"
    assert not recovery_page().exists()
    signed_in = browser.post("/masuk/", {"username": "maria", "password": PERSON["password"]})
    assert signed_in.status_code == 302


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"again": "lain"}, "Kedua kata sandi tidak sama"),
        ({"password": "1234567890", "again": "1234567890"}, "terlalu lemah"),
        ({"username": "6105081208710003"}, "tidak memuat nomor panjang"),
        ({"agency": "x"}, "Nama instansi berisi"),
        ({"full_name": "6105081208710003"}, "Nama lengkap berisi"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_half_prepared(browser: Client, wrong: dict[str, str], said: str) -> None:
    response = browser.post("/mulai/orang/", PERSON | wrong)

    assert (response.status_code, said in sentence_of(response)) == (400, True)
    assert not queries.is_founded()
    assert not recovery_page().exists()
    assert PERSON["password"] not in response.content.decode()


@pytest.mark.parametrize(
    ("kind", "region"), [("housing", "61"), ("province", SINTANG), ("ministry", "61"), ("housing", "00")]
)
def test_kind_and_region_have_to_fit(browser: Client, kind: str, region: str) -> None:
    assert "tidak sesuai" in sentence_of(browser.post("/mulai/kantor/", {"kind": kind, "region": region}))


def test_a_node_that_is_founded_is_not_prepared_again(browser: Client) -> None:
    organisation.found_node(agency="Disperakim Kabupaten Sintang", kind="housing", region=SINTANG)

    assert browser.get("/mulai/").status_code == 404
    assert browser.post("/mulai/orang/", PERSON | {"username": "kedua"}).status_code == 404
    assert browser.get("/masuk/").status_code == 200


def test_only_who_prepared_it_removes_the_paper_from_the_disk(browser: Client) -> None:
    browser.post("/mulai/orang/", PERSON)

    assert Client().post("/mulai/selesai/").status_code == 404
    assert recovery_page().exists()


def test_without_a_first_run_there_is_no_preparation() -> None:
    assert Client().get("/mulai/").status_code == 404
