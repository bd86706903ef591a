"""Who gets in, who is kept out, and what does the page say?"""

from collections.abc import Callable

import pytest
from django.test import Client

from betang.accounts.models import User
from tests.web.cast import PASSWORD
from tests.web.conftest import SignIn

Join = Callable[..., User]


def _try(client: Client, username: str, password: str, address: str = "/masuk/") -> str:
    return client.post(address, {"username": username, "password": password}).content.decode()


def test_a_page_asks_who_one_is_and_then_goes_on_to_where_one_wanted(join: Join) -> None:
    join("maria")
    client = Client()

    asked = client.get("/akun/")
    answered = client.post(asked["Location"], {"username": "maria", "password": PASSWORD, "next": "/akun/"})

    assert asked["Location"] == "/masuk/?next=/akun/"
    assert answered["Location"] == "/akun/"


def test_no_other_host_is_gone_on_to(join: Join) -> None:
    join("maria")

    answered = Client().post("/masuk/", {"username": "maria", "password": PASSWORD, "next": "https://lain.example/"})

    assert answered["Location"] == "/"


def test_an_unknown_name_and_a_wrong_password_are_answered_alike(join: Join) -> None:
    join("maria")

    unknown, wrong = (
        _try(Client(REMOTE_ADDR=host), name, "salah") for host, name in (("10.0.0.1", "x"), ("10.0.0.2", "maria"))
    )

    sentence = "Nama pengguna atau kata sandi tidak cocok"
    assert sentence in unknown
    assert sentence in wrong
    assert "Tersisa 4 kali coba" in unknown
    assert "Tersisa 4 kali coba" in wrong


def test_what_was_typed_as_a_name_survives_and_the_password_does_not(join: Join) -> None:
    page = _try(Client(), "maria", "rahasia-yang-salah")

    assert 'value="maria"' in page
    assert "rahasia-yang-salah" not in page


def test_after_five_wrong_passwords_even_the_right_one_waits(join: Join) -> None:
    join("maria")
    client = Client()

    for _ in range(4):
        _try(client, "maria", "salah")
    closed = client.post("/masuk/", {"username": "maria", "password": "salah"})
    right = client.post("/masuk/", {"username": "maria", "password": PASSWORD})

    assert closed.status_code == right.status_code == 429
    assert "ditutup sampai pukul" in right.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_closed_name_closes_no_other(join: Join) -> None:
    join("maria")
    client = Client()
    for _ in range(6):
        _try(client, "siti", "salah")

    assert client.post("/masuk/", {"username": "maria", "password": PASSWORD}).status_code == 302


def test_signing_in_begins_a_fresh_session(join: Join) -> None:
    join("maria")
    client = Client()
    client.get("/masuk/")
    session = client.session
    session["left_by_somebody"] = True
    session.save()
    before = client.session.session_key

    client.post("/masuk/", {"username": "maria", "password": PASSWORD})

    assert client.session.session_key != before
    assert "left_by_somebody" not in client.session


def test_a_new_user_sets_a_password_before_anything_else(join: Join) -> None:
    new = join("baru", "viewer", is_new=True)
    client = Client()
    client.post("/masuk/", {"username": "baru", "password": new.one_time_password})

    held = client.get("/")
    client.post("/kata-sandi/", {"old": new.one_time_password, "new": PASSWORD, "again": PASSWORD})

    assert held["Location"] == "/kata-sandi/"
    assert client.get("/").status_code == 200
    assert User.objects.get(username="baru").check_password(PASSWORD)


@pytest.mark.parametrize(
    ("old", "new", "again", "sentence"),
    [
        ("salah", "hujan-di-hulu-9", "hujan-di-hulu-9", "Kata sandi lama tidak cocok"),
        (PASSWORD, "hujan-di-hulu-9", "hujan-di-hilir-9", "tidak sama"),
        (PASSWORD, "pendek", "pendek", "terlalu lemah"),
        (PASSWORD, PASSWORD, PASSWORD, "harus lain dari yang lama"),
    ],
)
def test_a_password_that_will_not_do_is_told_why(
    signed_in: SignIn, old: str, new: str, again: str, sentence: str
) -> None:
    answer = signed_in().post("/kata-sandi/", {"old": old, "new": new, "again": again})

    assert answer.status_code == 400
    assert sentence in answer.content.decode()


def test_a_colleague_takes_over_and_the_first_session_is_gone(signed_in: SignIn, join: Join) -> None:
    client = signed_in("maria")
    join("siti", "facilitator")
    first = client.cookies["betang_session"].value

    client.post("/ganti-pengguna/", {"username": "siti", "password": PASSWORD})
    stolen = Client()
    stolen.cookies["betang_session"] = first

    assert "Siti" in client.get("/akun/").content.decode()
    assert stolen.get("/akun/").status_code == 302


def test_the_switch_page_lists_nobody(signed_in: SignIn, join: Join) -> None:
    join("siti", "facilitator")

    assert "siti" not in signed_in("maria").get("/ganti-pengguna/").content.decode().lower()


def test_who_holds_two_tasks_picks_one_and_the_page_follows(join: Join, office: object) -> None:
    user = join("maria", "viewer")
    user.grants.create(role="administrator", agency_id=office.id, region_code="61.05", granted_by="operator",
                       granted_at=user.created_at)  # fmt: skip
    client = Client()

    answered = client.post("/masuk/", {"username": "maria", "password": PASSWORD})
    second = user.grants.get(role="administrator")
    client.post("/akun/tugas/", {"grant": second.pk})

    assert answered["Location"] == "/akun/"
    assert client.get("/pengguna/").status_code == 200


def test_nobody_picks_a_task_of_somebody_else(signed_in: SignIn, join: Join) -> None:
    other = join("anton", "administrator").grants.get()
    client = signed_in("maria")

    client.post("/akun/tugas/", {"grant": other.pk})

    assert client.get("/pengguna/").status_code == 403


def test_signing_out_needs_a_deed_and_ends_the_session(signed_in: SignIn) -> None:
    client = signed_in()

    assert client.get("/keluar/").status_code == 405
    assert client.get("/akun/").status_code == 200
    client.post("/keluar/")
    assert client.get("/akun/").status_code == 302
