"""What happens to a session that nobody uses?"""

import time

import pytest
from django.test import Client

from betang.web import session
from tests.web.cast import PASSWORD
from tests.web.conftest import SignIn

LONG_AGO_S = 16 * 60


def _leave(client: Client) -> None:
    kept = client.session
    kept[session.LAST_DEED] = int(time.time()) - LONG_AGO_S
    kept.save()


def test_after_a_quarter_of_an_hour_the_page_is_locked_and_shows_nothing(signed_in: SignIn) -> None:
    client = signed_in("maria")
    _leave(client)

    answer = client.get("/akun/", follow=True)

    page = answer.content.decode()
    assert answer.redirect_chain[0][0] == "/terkunci/?next=%2Fakun%2F"
    assert "Layar ini terkunci" in page
    assert "Menu utama" not in page


@pytest.mark.parametrize("address", ["/", "/akun/", "/kata-sandi/", "/rumah/", "/terjaga/"])
def test_no_page_gets_past_the_lock(signed_in: SignIn, address: str) -> None:
    client = signed_in()
    _leave(client)

    client.get(address)
    again = client.get(address)

    assert again.status_code == 302
    assert again["Location"].startswith("/terkunci/")


def test_a_deed_sent_to_a_locked_session_is_not_done(signed_in: SignIn) -> None:
    client = signed_in()
    _leave(client)

    client.post("/kata-sandi/", {"old": PASSWORD, "new": "hujan-di-hulu-9", "again": "hujan-di-hulu-9"})
    client.post("/terkunci/", {"password": PASSWORD})

    assert client.get("/akun/").status_code == 200


def test_the_same_person_goes_on_where_they_were(signed_in: SignIn) -> None:
    client = signed_in()
    _leave(client)
    client.get("/akun/")

    wrong = client.post("/terkunci/", {"password": "salah", "next": "/akun/"})
    right = client.post("/terkunci/", {"password": PASSWORD, "next": "/akun/"})

    assert wrong.status_code == 400
    assert right["Location"] == "/akun/"
    assert client.get("/akun/").status_code == 200


def test_the_lock_page_itself_locks(signed_in: SignIn) -> None:
    client = signed_in()
    _leave(client)

    assert client.get("/terkunci/").status_code == 200
    assert client.session[session.LOCKED]


def test_a_page_that_asks_by_itself_keeps_nobody_signed_in(signed_in: SignIn) -> None:
    client = signed_in()
    kept = client.session
    kept[session.LAST_DEED] = before = int(time.time()) - 60
    kept.save()

    client.get("/akun/", headers={"HX-Request": "true"})

    assert client.session[session.LAST_DEED] == before


def test_somebody_who_types_stays_signed_in(signed_in: SignIn) -> None:
    client = signed_in()
    kept = client.session
    kept[session.LAST_DEED] = before = int(time.time()) - 60
    kept.save()

    assert client.get("/terjaga/").status_code == 204
    assert client.session[session.LAST_DEED] > before
