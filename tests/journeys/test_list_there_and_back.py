"""A list of unknown headings is matched, tried, taken in, corrected, sent again and undone: in a browser."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page
from pytest_django import Settings

from tests.journeys.conftest import Desk
from tests.web import office

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEADINGS = ("No", "Nama Penerima", "No KTP", "Ds.", "Kec", "Kondisi Atap", "Keterangan")
PLACE = ("Nanga Mau", "Kayan Hilir")
# Invented. The second has no name, the third one digit too few.
ROWS = (
    (1, "Yakobus Sabang", "6105081208710003", *PLACE, "TIDAK LAYAK", ""),
    (2, None, "6105085503680002", *PLACE, "KURANG LAYAK", "ditanya lagi"),
    (3, "Lusia Ranai", "610508410790000", *PLACE, "LAYAK", ""),
    (4, "Hasanah", "6105085503680004", "Nanga Tikan", "Kayan Hilir", "AGAK LAYAK", ""),
)


@pytest.fixture(autouse=True)
def _office(transactional_db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    office.open_office()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DATA CALON PENERIMA BANTUAN RUMAH KECAMATAN KAYAN HILIR"])
    for row in (HEADINGS, *ROWS):
        sheet.append(row)
    path = tmp_path / "Calon penerima Kayan Hilir.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("width", [360])
def test_a_list_goes_there_and_back(desk: Desk, workbook: Path, width: int, tmp_path: Path) -> None:
    sign_in(desk)
    upload(desk, workbook, "coba")
    match_the_columns(desk)
    first = try_then_take(desk)
    corrected = correct(given_back(desk, tmp_path))
    upload(desk, corrected, "unggah")
    everything_is_in(desk)
    all_lists(desk)
    undo(desk, first)

    assert desk.strangers == []
    assert desk.complaints == []


def sign_in(desk: Desk) -> None:
    desk.open("/masuk/")
    desk.page.fill("[name=username]", "maria")
    desk.page.fill("[name=password]", office.PASSWORD)
    desk.page.click("main button[type=submit]")
    desk.page.wait_for_selector("nav.mainnav")


def upload(desk: Desk, workbook: Path, how: str) -> None:
    desk.page.click("nav.mainnav a[href='/unggah/']")
    desk.look(f"1-{how}")
    desk.page.set_input_files("[name=berkas]", workbook)
    desk.page.click(f"button[value={how}]")


def match_the_columns(desk: Desk) -> None:
    """The guesses stand there already; one is spoiled, told so, and put right."""
    page = desk.page
    page.wait_for_selector("table.columns")
    desk.look("2-kolom")
    assert chosen(page)[:6] == ["number", "name", "nik", "village_name", "district_name", "roof_condition"]
    page.select_option("[name=kolom-7]", "name")
    page.click("main form button[type=submit]")
    page.wait_for_selector(".errors")
    desk.look("3-kolom-kembali")
    page.select_option("[name=kolom-7]", "")
    page.click("main form button[type=submit]")


def chosen(page: Page) -> list[str]:
    return [select.input_value() for select in page.locator("table.columns select").all()]


def try_then_take(desk: Desk) -> str:
    """The address of the list that went in."""
    page = desk.page
    page.wait_for_selector("dl.figures.adds", timeout=30_000)
    desk.look("4-uji-coba")
    assert "Uji coba: 3 baris akan masuk, 1 akan dikembalikan" in page.inner_text("h1")
    page.click("text=Masukkan sekarang")
    headline(page, "3 baris masuk, 1 dikembalikan")
    desk.look("5-hasil")
    assert "4 baris: 3 keluarga baru" in page.input_value("#ringkasan")
    return page.url.removeprefix(desk.home)


def headline(page: Page, text: str) -> None:
    page.wait_for_selector(f"h1:has-text('{text}')", timeout=30_000)


def given_back(desk: Desk, folder: Path) -> Path:
    with desk.page.expect_download() as download:
        desk.page.click("a[href$='dikembalikan.xlsx']")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def correct(path: Path) -> Path:
    """As a clerk does: the coloured cell of the first sheet is filled, the second sheet is left as it is."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert sheet["B2"].comment is not None
    sheet["B2"].value = "Yohan Riam"
    book.save(path)
    return path


def everything_is_in(desk: Desk) -> None:
    headline(desk.page, "2 baris masuk, 0 dikembalikan")
    desk.look("6-hasil-kedua")
    assert figures(desk.page) == [1, 0, 1, 0, 2]


def figures(page: Page) -> list[int]:
    return [int(text) for text in page.locator("dl.figures.adds dd").all_inner_texts()]


def all_lists(desk: Desk) -> None:
    desk.open("/unggah/daftar/")
    desk.look("7-daftar-masuk")
    assert desk.page.locator("table.lists tbody tr").count() == 2
    assert "5 masuk + 1 dikembalikan + 0 belum dikerjakan = 6 baris" in desk.page.inner_text("#daftar")


def undo(desk: Desk, address: str) -> None:
    """What the second list found again stands on the first, so it is asked about and stays."""
    page = desk.page
    desk.open(f"{address}batalkan/")
    desk.look("8-batalkan")
    assert "3 keluarga keluar lagi" in page.inner_text("h1")
    page.click("text=Batalkan sisanya")
    headline(page, "Daftar ini sudah dibatalkan")
    desk.look("9-dibatalkan")
    desk.open("/rumah/")
    assert page.locator("table.cards tbody tr").count() == 2
