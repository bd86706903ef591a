"""What is a browser told to refuse, and do our own pages keep to it?"""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.web.cast import PASSWORD
from tests.web.conftest import SignIn

WEB = Path(__file__).parents[2] / "src" / "betang" / "web"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
STATIC = sorted(path for path in (WEB / "static").rglob("*") if path.suffix in (".css", ".js"))
ELSEWHERE = re.compile(r"url\(\s*[\"']?(https?:)?//|@import|fetch\(\s*[\"'](https?:)?//|sourceMappingURL", re.I)
INLINE = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:|https?://|hx-on|hx-vals=.js:", re.I
)


@pytest.mark.parametrize("address", ["/", "/masuk/", "/tidak-ada/", "/unggah/"])
def test_every_answer_carries_the_policy(signed_in: SignIn, address: str) -> None:
    answer = signed_in().get(address)

    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cache-Control"] == "no-store"
    assert "camera=()" in answer["Permissions-Policy"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_template_needs_more_than_the_policy_allows(template: Path) -> None:
    assert INLINE.search(template.read_text("utf-8")) is None


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(signed_in: SignIn) -> None:
    cookies = signed_in().cookies

    assert cookies["betang_session"]["httponly"]
    assert cookies["betang_session"]["samesite"] == "Strict"
    assert cookies["betang_language"]["httponly"]


def test_a_form_from_elsewhere_is_refused_on_our_own_page(office: object) -> None:
    answer = Client(enforce_csrf_checks=True).post("/masuk/", {"username": "maria", "password": "x"})

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Formulir ini sudah terlalu lama terbuka" in page
    assert 'class="masthead"' in page


def test_the_token_of_a_form_is_out_of_reach_too(office: object) -> None:
    client = Client()
    client.get("/masuk/")

    assert client.cookies["betang_csrf"]["httponly"]
    assert client.cookies["betang_csrf"]["samesite"] == "Strict"


FOREIGN = ("https://lain.example/", "//lain.example/", "/\\lain.example", "javascript:alert(1)", "http:///lain.example")


@pytest.mark.parametrize("address", FOREIGN)
def test_nobody_is_sent_to_another_host(signed_in: SignIn, address: str) -> None:
    client = signed_in("maria")

    for form, said in (
        ("/bahasa/", {"language": "en"}),
        ("/masuk/", {"username": "maria", "password": PASSWORD}),
        ("/ganti-pengguna/", {"username": "maria", "password": PASSWORD}),
        ("/terkunci/", {"password": PASSWORD}),
    ):
        answer = client.post(form, {**said, "next": address})
        assert (answer.status_code, answer["Location"]) == (302, "/"), form


@pytest.mark.parametrize("sheet", STATIC, ids=lambda path: path.name)
def test_no_style_sheet_or_script_asks_another_host(sheet: Path) -> None:
    assert ELSEWHERE.search(sheet.read_text("utf-8")) is None
