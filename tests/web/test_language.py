"""In which language does a page speak, and who decides?"""

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils.translation import get_language

from betang.accounts.models import User
from betang.web.language import ChosenLanguage
from tests.web.cast import PASSWORD
from tests.web.conftest import SignIn


def _spoken(request: HttpRequest) -> str:
    return ChosenLanguage(lambda _request: HttpResponse(get_language()))(request).content.decode()


@pytest.mark.parametrize(("cookie", "language"), [("", "id"), ("en", "en"), ("xx", "id")])
def test_bahasa_comes_first_whatever_the_browser_says(rf: RequestFactory, cookie: str, language: str) -> None:
    request = rf.get("/", headers={"Accept-Language": "en-US"})
    request.COOKIES["betang_language"] = cookie

    assert _spoken(request) == language


def test_a_choice_is_kept_with_the_user(signed_in: SignIn) -> None:
    client = signed_in("maria")

    answer = client.post("/bahasa/", {"language": "en", "next": "/akun/"})

    assert answer["Location"] == "/akun/"
    assert User.objects.get(username="maria").language == "en"
    assert '<html lang="en"' in client.get("/akun/").content.decode()


def test_the_next_person_at_the_machine_reads_their_own_language(signed_in: SignIn, join: Callable[..., User]) -> None:
    client = signed_in("maria")
    client.post("/bahasa/", {"language": "en"})
    join("siti", "facilitator")

    client.post("/ganti-pengguna/", {"username": "siti", "password": PASSWORD})

    assert '<html lang="id"' in client.get("/akun/").content.decode()


def test_an_unknown_language_and_a_foreign_address_change_nothing(office: object) -> None:
    answer = Client().post("/bahasa/", {"language": "xx", "next": "https://lain.example/"})

    assert answer["Location"] == "/"
    assert "betang_language" not in answer.cookies
