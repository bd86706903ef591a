"""What is a browser told to refuse, and do our own pages keep to it?"""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.web.conftest import SignIn

TEMPLATES = sorted((Path(__file__).parents[2] / "src" / "betang" / "web" / "templates").rglob("*.html"))
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
