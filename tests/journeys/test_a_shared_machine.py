"""A new colleague gets an account, takes over the keyboard, leaves it, and comes back: in a browser, offline."""

import pytest
from pytest_django import Settings

from tests.journeys.conftest import Desk
from tests.web import office

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEW_PASSWORD = "hujan-di-hulu-9"


@pytest.fixture(autouse=True)
def _office(transactional_db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    office.open_office()


@pytest.mark.parametrize(("width", "language"), [(360, "en"), (1280, "id")])
def test_a_colleague_gets_an_account_takes_over_and_comes_back(desk: Desk, language: str, settings: Settings) -> None:
    a_wrong_password(desk, language)
    sign_in(desk, "anton", office.PASSWORD)
    desk.look("2-beranda")
    password = a_new_colleague(desk)
    take_over(desk, password)
    a_page_that_is_not_there(desk)
    leave_and_come_back(desk, settings)

    assert desk.strangers == []


def a_wrong_password(desk: Desk, language: str) -> None:
    desk.open("/masuk/")
    if language != "id":
        desk.page.click(f"button[name=language][value={language}]")
    sign_in(desk, "anton", "salah-sekali")
    desk.look("1-belum-bisa-masuk")
    assert desk.page.input_value("[name=username]") == "anton"


def sign_in(desk: Desk, username: str, password: str) -> None:
    desk.page.fill("[name=username]", username)
    desk.page.fill("[name=password]", password)
    desk.page.click("main button[type=submit]")


def a_new_colleague(desk: Desk) -> str:
    """The one-time password that the page shows."""
    page = desk.page
    page.click("nav.mainnav a[href='/pengguna/']")
    desk.look("3-pengguna")
    page.click("main a[href='/pengguna/tambah/']")
    page.fill("[name=full_name]", "Lina Baru")
    page.fill("[name=username]", "lina")
    page.select_option("[name=role]", "data_officer")
    page.select_option("[name=agency]", label="Disperakim Kabupaten Sintang (61.05)")
    page.fill("[name=region]", "61.03")
    page.click("main button[type=submit]")
    page.wait_for_selector(".errors")
    desk.look("4-tambah-kembali")
    page.fill("[name=region]", "61.05")
    page.click("main button[type=submit]")
    page.wait_for_selector(".secret")
    desk.look("5-sandi-sekali-pakai")
    return page.inner_text(".secret")


def take_over(desk: Desk, password: str) -> None:
    page = desk.page
    page.click("header a[href='/ganti-pengguna/']")
    desk.look("6-ganti-pengguna")
    sign_in(desk, "lina", password)
    page.wait_for_selector("[name=again]")
    desk.look("7-ganti-sandi")
    page.fill("[name=old]", password)
    page.fill("[name=new]", NEW_PASSWORD)
    page.fill("[name=again]", NEW_PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_selector("nav.mainnav")
    desk.look("8-beranda-kosong")
    assert "Lina Baru" in page.inner_text(".who")


def a_page_that_is_not_there(desk: Desk) -> None:
    desk.open("/tidak-ada/")
    desk.look("9-tidak-ada")
    assert desk.page.locator("nav.mainnav").count() == 1


def leave_and_come_back(desk: Desk, settings: Settings) -> None:
    page = desk.page
    settings.IDLE_LOCK_MINUTES = 0
    desk.open("/akun/")
    settings.IDLE_LOCK_MINUTES = 15
    desk.look("10-terkunci")
    assert page.locator("nav.mainnav").count() == 0
    page.fill("[name=password]", NEW_PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_selector("nav.mainnav")
    assert page.url.endswith("/akun/")
    desk.look("11-akun")
