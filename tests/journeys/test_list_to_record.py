"""A list goes in, and one of its homes is looked up, corrected and asked for its history: in a browser, offline."""

import re
from datetime import date
from pathlib import Path

import pytest
from lokal import wilayah
from pytest_django import Settings

from betang.intake.samples import ertlh
from betang.intake.samples.places import villages_within
from betang.organisation.models import Region
from tests.journeys.conftest import Desk
from tests.web import office

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DISTRICT = "61.05.19"
ROWS = 60


@pytest.fixture(autouse=True)
def _office(transactional_db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    office.open_office()
    known = set(Region.objects.values_list("code", flat=True))
    Region.objects.bulk_create(_village(code) for code in villages_within(DISTRICT) if code not in known)


def _village(code: str) -> Region:
    found = wilayah.get_wilayah(code)
    assert found is not None
    return Region(
        code=code, name=found.name, level=4, parent_code=DISTRICT, kind="desa", valid_from=date(2025, 1, 1),
        decree="contoh",
    )  # fmt: skip


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "RTLH Kelam Permai.xlsx"
    ertlh.write(path, region=DISTRICT, rows=ROWS, seed=3)
    return path


@pytest.mark.parametrize(("width", "language"), [(360, "en"), (1280, "id")])
def test_from_a_list_to_a_record_and_its_history(desk: Desk, workbook: Path, language: str, width: int) -> None:
    sign_in(desk, language)
    upload(desk, workbook)
    the_result(desk)
    name = the_list(desk)
    search(desk, name)
    the_record(desk, name)
    edit(desk)
    the_history(desk)

    assert desk.strangers == []
    assert desk.complaints == []


def sign_in(desk: Desk, language: str) -> None:
    page = desk.page
    desk.open("/masuk/")
    if language != "id":
        page.click(f"button[name=language][value={language}]")
    assert page.get_attribute("html", "lang") == language
    desk.look("1-masuk")
    page.fill("[name=username]", "maria")
    page.fill("[name=password]", office.PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_selector("nav.mainnav")
    assert page.get_attribute("html", "lang") == language


def upload(desk: Desk, workbook: Path) -> None:
    desk.page.click("nav.mainnav a[href='/unggah/']")
    desk.look("2-unggah")
    desk.page.set_input_files("[name=berkas]", workbook)
    desk.page.click("button[value=unggah]")


def the_result(desk: Desk) -> None:
    desk.page.wait_for_selector("dl.figures.adds", timeout=30_000)
    desk.look("3-hasil")
    parts = [int(text) for text in desk.page.locator("dl.figures.adds dd").all_inner_texts()]
    assert sum(parts[:-1]) == parts[-1] == ROWS
    assert parts[3] > 0, "the sample holds rows that come back"
    with desk.page.expect_download() as download:
        desk.page.click("a[href$='dikembalikan.xlsx']")
    assert download.value.suggested_filename == "RTLH Kelam Permai dikembalikan.xlsx"


def the_list(desk: Desk) -> str:
    desk.page.click("nav.mainnav a[href='/rumah/']")
    desk.look("4-daftar")
    assert not re.search(r"\d{16}", desk.page.content())
    return desk.page.locator("table.cards tbody th a").first.inner_text()


def search(desk: Desk, name: str) -> None:
    desk.page.fill("[name=q]", name)
    desk.page.select_option("[name=kondisi]", "5")
    desk.page.click("form.filters button[type=submit]")
    desk.page.wait_for_selector("ul.chips")
    desk.look("5-cari")
    assert desk.page.locator("table.cards tbody tr").count() >= 1


def the_record(desk: Desk, name: str) -> None:
    desk.page.locator("table.cards tbody th a").first.click()
    assert name in desk.page.inner_text("h1")
    desk.look("6-rumah")
    assert "RTLH Kelam Permai.xlsx" in desk.page.inner_text("main")


def edit(desk: Desk) -> None:
    page = desk.page
    page.locator("a[href^='/rumah/'][href$='/ubah/']").first.click()
    desk.look("7-ubah")
    current = page.input_value("[name=roof_material]")
    page.select_option("[name=roof_material]", "IJUK" if current != "IJUK" else "DAUN")
    page.fill("[name=keadaan]", "2 Juli 2025")
    page.click("main form button[type=submit]")
    page.wait_for_selector(".errors")
    desk.look("8-ubah-kembali")
    page.fill("[name=alasan]", "Dicek di lapangan")
    page.click("main form button[type=submit]")
    page.wait_for_selector(".notice.ok")
    desk.look("9-tersimpan")


def the_history(desk: Desk) -> None:
    desk.page.locator("a[href$='/riwayat/roof_material/']").first.click()
    desk.page.wait_for_selector("ol.log")
    desk.look("10-riwayat")
    assert desk.page.locator("ol.log li").count() == 2
    assert "Dicek di lapangan" in desk.page.inner_text("ol.log li.now")
