"""The list of the ministry is laid beside the one that was sent: in a browser, offline, on a phone and at a desk."""

import random
import re
from datetime import date
from pathlib import Path

import pytest
from lokal import wilayah
from openpyxl import load_workbook
from pytest_django import Settings

from betang.intake.samples import ertlh, workbook
from betang.intake.samples.houses import Cells
from betang.intake.samples.places import villages_within
from betang.organisation.models import Region
from tests.journeys.conftest import Desk
from tests.web import office

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DISTRICT = "61.05.19"


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
def ours(tmp_path: Path) -> Path:
    path = tmp_path / "RTLH Kelam Permai.xlsx"
    _written(path, [row.cells for row in ertlh.make(region=DISTRICT, rows=90, seed=3)])
    return path


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """The same families but a few, some roofs and numbers of people otherwise, some without a NIK, some others."""
    path = tmp_path / "Daftar Kementerian.xlsx"
    cells = [row.cells for row in ertlh.make(region=DISTRICT, rows=90, seed=3)][6:]
    for at in range(5, 20):
        cells[at] = cells[at] | {"roof": "GENTENG", "occupants": 2}
    for at in range(20, 24):
        cells[at] = cells[at] | {"nik": None, "address": "Jl. Poros"}
    cells += [row.cells for row in ertlh.make(region=DISTRICT, rows=8, seed=8)]
    random.Random(2).shuffle(cells)
    _written(path, cells)
    return path


def _written(path: Path, rows: list[Cells]) -> None:
    workbook.write(path, sheet="RTLH", rows=(ertlh.FORM.by_heading(cells) for cells in rows))


@pytest.mark.parametrize("width", [1280])
def test_two_lists_side_by_side(desk: Desk, ours: Path, theirs: Path, width: int) -> None:
    sign_in(desk)
    upload(desk, ours)
    choose(desk, theirs)
    the_result(desk)
    one_district(desk)
    the_workbook(desk)

    assert desk.strangers == []
    assert desk.complaints == []


def sign_in(desk: Desk) -> None:
    desk.open("/masuk/")
    desk.page.fill("[name=username]", "maria")
    desk.page.fill("[name=password]", office.PASSWORD)
    desk.page.click("main button[type=submit]")
    desk.page.wait_for_selector("nav.mainnav")


def upload(desk: Desk, ours: Path) -> None:
    desk.page.click("nav.mainnav a[href='/unggah/']")
    desk.page.set_input_files("[name=berkas]", ours)
    desk.page.click("button[value=unggah]")
    desk.page.wait_for_selector("dl.figures.adds", timeout=30_000)


def choose(desk: Desk, theirs: Path) -> None:
    desk.page.click("nav.mainnav a[href='/unggah/']")
    desk.page.click("main a[href='/banding/']")
    desk.look("1-pilih")
    desk.page.check("[name=a][value=daftar]")
    desk.page.click("main form button[type=submit]")
    desk.page.wait_for_selector(".errors")
    desk.look("2-belum-lengkap")
    desk.page.select_option("[name=a_daftar]", index=1)
    desk.page.set_input_files("[name=b_berkas]", theirs)
    desk.page.click("main form button[type=submit]")


def the_result(desk: Desk) -> None:
    desk.page.wait_for_selector("table.account", timeout=30_000)
    desk.look("3-hasil")
    running = 0
    for row in desk.page.locator("table.account tbody tr").all():
        figure = int(row.locator("td").inner_text().replace(".", "").replace("−", "-"))
        if "total" in (row.get_attribute("class") or ""):
            assert running in (0, figure)
            running = figure
        else:
            running += figure


def one_district(desk: Desk) -> None:
    desk.page.click("table.places tbody a")
    desk.page.wait_for_selector("table.places tr.within")
    desk.look("4-kecamatan")
    desk.page.emulate_media(media="print")
    desk.page.screenshot(path=desk.pictures / "5-cetak.png", full_page=True)
    desk.page.pdf(path=desk.pictures / "5-cetak.pdf", prefer_css_page_size=True)
    desk.page.emulate_media(media="screen")


def the_workbook(desk: Desk) -> None:
    with desk.page.expect_download() as download:
        desk.page.click("a[href$='hasil.xlsx']")
    path = desk.pictures / "banding.xlsx"
    download.value.save_as(path)
    assert re.fullmatch(r"banding 61\.05 \d{4}-\d\d-\d\d\.xlsx", download.value.suggested_filename)
    assert load_workbook(path).sheetnames[0] == "Ringkasan"
