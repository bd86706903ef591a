"""A list is narrowed, downloaded masked and in full, and put on paper: in a browser, offline."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytest_django import Settings

from tests.journeys.conftest import Desk
from tests.register.cast import NANGA_LEBANG, NANGA_MAU, NIK_HASANAH, NIK_YAKOBUS, row, take
from tests.web import office

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MASKED = "6105••••••••0003"


@pytest.fixture(autouse=True)
def _office(transactional_db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    office.open_office()
    office.listed_family()
    take(row(2, name="Hasanah", nik=NIK_HASANAH, village=NANGA_LEBANG), by=office.acting("maria"))


@pytest.mark.parametrize("width", [360, 1280])
def test_a_list_goes_out_as_a_workbook_and_onto_paper(desk: Desk, width: int) -> None:
    sign_in(desk)
    masked(desk)
    in_full(desk)
    on_paper(desk)

    assert desk.strangers == []
    assert desk.complaints == []


@pytest.mark.parametrize("width", [1280])
def test_a_long_list_is_made_by_the_worker(desk: Desk, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("betang.intake.commands.MOST_AT_ONCE", 0)
    sign_in(desk)
    desk.open("/rumah/unduh/")
    desk.page.click('main button[type=submit]:has-text("Unduh")')

    desk.page.wait_for_selector("text=2 keluarga siap diunduh")

    desk.look("7-siap-diunduh")
    with desk.page.expect_download() as coming:
        desk.page.click('main a:has-text("Unduh buku kerja")')
    assert coming.value.suggested_filename.startswith("ertlh 61.05 ")
    assert desk.strangers == []
    assert desk.complaints == []


def sign_in(desk: Desk) -> None:
    desk.open("/masuk/")
    desk.page.fill("[name=username]", "maria")
    desk.page.fill("[name=password]", office.PASSWORD)
    desk.page.click("main button[type=submit]")


def masked(desk: Desk) -> None:
    """The filters of the list go along."""
    desk.open(f"/rumah/?wilayah={NANGA_MAU}")
    desk.look("1-daftar")
    desk.page.click('a:has-text("Unduh")')
    desk.look("2-unduh")
    name, numbers = download(desk)
    assert name.startswith("ertlh 61.05.08.2001 ")
    assert numbers == [MASKED]


def in_full(desk: Desk) -> None:
    """Only with a purpose."""
    desk.page.check('[name=angka][value="utuh"]')
    desk.page.click('main button[type=submit]:has-text("Unduh")')
    desk.page.wait_for_selector("text=Tulis keperluannya")
    desk.look("3-tanpa-keperluan")
    desk.page.fill("#keperluan", "Usulan BSPS ke kementerian")
    assert download(desk)[1] == [NIK_YAKOBUS]


def on_paper(desk: Desk) -> None:
    desk.page.click('a:has-text("Cetak daftar ini")')
    desk.look("4-cetak-daftar")
    assert MASKED in desk.page.inner_text("main")
    assert desk.page.is_visible("button[data-print]")
    desk.open("/rumah/rekap/")
    desk.look("5-rekap")
    assert "masing-masing 2 keluarga" in desk.page.inner_text("main")
    desk.page.emulate_media(media="print")
    assert not desk.page.is_visible("button[data-print]")
    desk.look("6-rekap-di-kertas")
    desk.page.emulate_media(media="screen")


def download(desk: Desk) -> tuple[str, list[object]]:
    """The name of the file, and the numbers in it."""
    with desk.page.expect_download() as coming:
        desk.page.click('main button[type=submit]:has-text("Unduh")')
    path = Path(coming.value.path())
    sheet = load_workbook(io.BytesIO(path.read_bytes())).worksheets[0]
    return coming.value.suggested_filename, [cells[3] for cells in [*sheet.values][1:]]
