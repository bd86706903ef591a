"""A family is put on the list step by step, and a number is opened with a purpose: in a browser, offline."""

import pytest
from pytest_django import Settings

from tests.journeys.conftest import Desk
from tests.journeys.test_list_to_record import sign_in
from tests.register.cast import NANGA_LEBANG, NIK_LUSIA
from tests.web import office

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _office(transactional_db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    office.open_office()


@pytest.mark.parametrize(("width", "language"), [(360, "en"), (1280, "id")])
def test_a_family_is_added_and_its_number_opened(desk: Desk, width: int, language: str) -> None:
    sign_in(desk, language)
    where_they_live(desk)
    the_house(desk)
    the_head(desk)
    check_and_save(desk)
    open_the_number(desk)

    assert desk.strangers == []
    assert desk.complaints == []


def where_they_live(desk: Desk) -> None:
    desk.open("/rumah/")
    desk.look("2-daftar-kosong")
    desk.page.click("a[href='/rumah/tambah/']")
    desk.page.select_option("[name='house.village_code']", NANGA_LEBANG)
    onwards(desk)
    desk.page.wait_for_selector(".errors")
    desk.look("3-tempat-tinggal-kembali")
    assert desk.page.input_value("[name='house.village_code']") == NANGA_LEBANG
    desk.page.check("[value='RUMAH SENDIRI']")
    onwards(desk)


def the_house(desk: Desk) -> None:
    desk.page.wait_for_selector("[name='house.roof_material']")
    desk.look("4-rumah")
    desk.page.select_option("[name='house.roof_material']", "SENG")
    desk.page.select_option("[name='assessment.roof_condition']", "TIDAK LAYAK")
    desk.page.fill("[name='house.floor_area_m2']", "36,5")
    onwards(desk)


def the_head(desk: Desk) -> None:
    desk.page.wait_for_selector("[name='head.name']")
    desk.look("5-kepala")
    desk.page.fill("[name='head.name']", "Lusia Bunga")
    desk.page.fill("[name='head.nik']", NIK_LUSIA)
    desk.page.fill("[name=keadaan]", "2 Juli 2025")
    onwards(desk)


def check_and_save(desk: Desk) -> None:
    desk.page.wait_for_selector("button[value=simpan]")
    desk.look("6-periksa")
    desk.page.click("button[value=simpan]")
    desk.page.wait_for_selector(".notice.ok")
    desk.look("7-tersimpan")
    assert NIK_LUSIA not in desk.page.content()
    assert "36" in desk.page.inner_text("main")


def open_the_number(desk: Desk) -> None:
    desk.page.click("aside details summary")
    desk.page.fill("[name=keperluan]", "Cocokkan dengan KTP")
    desk.page.click("aside details button")
    desk.page.wait_for_selector(".number")
    desk.look("8-nomor")
    assert NIK_LUSIA in desk.page.inner_text(".number")
    assert NIK_LUSIA not in desk.page.url


def onwards(desk: Desk) -> None:
    desk.page.click("button[value=lanjut]")
