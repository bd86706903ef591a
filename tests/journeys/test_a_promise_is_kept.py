"""A meeting comes in, an obstacle is typed on the wall, an uploaded list keeps the promise: in a browser, offline."""

import io
from datetime import date
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest
from playwright.sync_api import FilePayload
from pytest_django import Settings

from betang.coordination import commands, queries, samples
from betang.coordination.queries import CommitmentView
from betang.register import queries as register
from tests.intake.sheets import line, xlsx
from tests.journeys import programme
from tests.journeys.conftest import Desk
from tests.journeys.programme import KETUNGAU, NANGA_BUGAU, acting, aside, fill, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OBSTACLE, PROMISE = "Daftar Ketungau Hulu sudah lama tidak diperbarui", "Keluarga Ketungau Hulu didata ulang"
PEOPLE = (("Petrus Bugau", "6105061208710003"), ("Lusia Sayu", "6105064107900001"), ("Hasanah", "6105065503680002"))
BEFORE, AFTER = date(2024, 5, 12), date(2025, 6, 20)
ENOUGH = 3


@pytest.fixture(autouse=True)
def _offices(transactional_db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = programme.QUICK
    programme.open_offices()


@pytest.fixture
def old_list(tmp_path: Path) -> Path:
    return _list(tmp_path / "RTLH Ketungau Hulu 2024.xlsx", BEFORE)


@pytest.fixture
def new_list(tmp_path: Path) -> Path:
    return _list(tmp_path / "Pendataan Ketungau Hulu.xlsx", AFTER)


def _list(path: Path, visited: date) -> Path:
    """The same three families as they were met on a day."""
    rows = [
        line(village=NANGA_BUGAU, number=number, name=name, nik=nik, address=f"Dusun {number}", surveyed=visited)
        for number, (name, nik) in enumerate(PEOPLE, 1)
    ]
    path.write_bytes(xlsx(rows))
    return path


@pytest.mark.parametrize(("width", "language"), [(1280, "id")])
def test_a_promise_is_kept_by_a_list(desk: Desk, old_list: Path, new_list: Path, language: str) -> None:
    sit_down(desk, "natalia", language)
    meeting = the_meeting_comes_in(desk)
    its_papers(desk, meeting)
    sit_down(desk, "maria", language)
    upload(desk, old_list)
    an_obstacle_on_the_wall(desk, meeting)
    promised = a_promise(desk, meeting)
    it_is_overdue(desk, promised)
    upload(desk, new_list)
    closed = it_is_closed(desk, promised)
    the_list_is_undone(desk)
    nothing_of_it_changed(desk, promised, closed)

    assert desk.strangers == []
    assert desk.complaints == []


def the_meeting_comes_in(desk: Desk) -> str:
    """Its address."""
    page = desk.page
    desk.open("/rapat/")
    desk.look("1-belum-ada-rapat")
    page.click("main a[href='/rapat/unggah/']")
    desk.look("2-ambil-rapat")
    sample = FilePayload(name="rapat.yaml", mimeType="application/yaml", buffer=samples.content())
    page.set_input_files("[name=berkas]", sample)
    page.click("main form button[type=submit]")
    page.wait_for_selector(".notice.ok")
    desk.look("3-rapat")
    said = page.inner_text("main")
    assert all(word in said for word in ("Ruang Tengkawang", "Zoom", "Dr. Drs. Imran, M.Si., M.A.Cd"))
    return page.url.removeprefix(desk.home)


def its_papers(desk: Desk, meeting: str) -> None:
    for paper in ("notulen", "daftar-hadir", "siaran-pers"):
        with desk.page.expect_download() as download:
            desk.page.click(f"a[href='{meeting}{paper}.docx']")
        assert download.value.suggested_filename == f"{paper}-2025-06-12.docx"
        with ZipFile(io.BytesIO(download.value.path().read_bytes())) as parts:
            assert "Tengkawang" in parts.read("word/document.xml").decode()


def upload(desk: Desk, workbook: Path) -> None:
    desk.open("/unggah/")
    desk.page.set_input_files("[name=berkas]", workbook)
    desk.page.click("button[value=unggah]")
    desk.page.wait_for_selector("dl.figures.adds", timeout=30_000)
    assert [int(text) for text in desk.page.locator("dl.figures.adds dd").all_inner_texts()][-1] == len(PEOPLE)


def an_obstacle_on_the_wall(desk: Desk, meeting: str) -> None:
    """The families appear while it is typed, and stay with what is kept."""
    page = desk.page
    desk.open(meeting)
    page.click(f"a[href='{meeting}layar/']")
    fill(page, text=OBSTACLE, topic="DATA", wilayah=KETUNGAU)
    page.wait_for_selector("#keluarga > b")
    assert page.inner_text("#keluarga > b") == str(len(PEOPLE))
    desk.look("4-layar")
    page.click("button[value=catat]")
    page.wait_for_selector(".notice.ok")
    desk.look("5-layar-tercatat")
    first = page.locator("ul.said li").first
    assert first.locator("> b").inner_text() == str(len(PEOPLE))
    assert OBSTACLE in first.inner_text()


def a_promise(desk: Desk, meeting: str) -> UUID:
    page = desk.page
    desk.open(meeting)
    page.click("a[href^='/komitmen/tambah/']")
    desk.look("6-komitmen-baru")
    fill(
        page, text=PROMISE, due_date="15 Juli 2025", proof_kind="TERUKUR", metric="KELUARGA DIDATA",
        since_date="1 Juni 2025", threshold=str(ENOUGH), wilayah=KETUNGAU,
    )  # fmt: skip
    page.wait_for_selector("#keluarga > b")
    page.click("button[value=simpan]")
    page.wait_for_selector(".notice.ok")
    return UUID(page.url.rstrip("/").rpartition("/")[2])


def it_is_overdue(desk: Desk, promised: UUID) -> None:
    """The daily check leaves it open; it is the first thing that the office reads at home."""
    page = desk.page
    assert aside(commands.check_commitments).closed == 0
    desk.open(f"/komitmen/{promised}/")
    desk.look("7-komitmen-lewat")
    assert page.locator("div.title .tag.bad").count() == 1
    assert page.inner_text(".families > b").startswith("0 ")
    desk.open("/")
    desk.look("8-beranda")
    assert page.locator(f"main a[href='/komitmen/{promised}/']").count() == 1
    desk.open("/kendala/")
    desk.look("9-papan")
    assert page.locator(f"main a[href='/komitmen/{promised}/']").first.inner_text() == PROMISE


def it_is_closed(desk: Desk, promised: UUID) -> CommitmentView:
    """Nobody closes it: the check does, and freezes by what."""
    page = desk.page
    assert aside(commands.check_commitments).closed == 1
    desk.open(f"/komitmen/{promised}/")
    desk.look("10-terpenuhi")
    assert page.locator("div.title .tag.ok").count() == 1
    assert frozen(desk) == (str(ENOUGH), str(ENOUGH))
    return aside(lambda: queries.commitment(acting("maria"), promised))


def frozen(desk: Desk) -> tuple[str, str]:
    """The figure at closing and the records that were counted; the page says that they still hold."""
    evidence = desk.page.locator("section.section:has(> .notice.ok)")
    assert evidence.count() == 1
    value, counted = evidence.locator("dl.facts dd").all_inner_texts()[1:]
    return value, counted


def the_list_is_undone(desk: Desk) -> None:
    """What the list said is taken back, so the families were last met a year before."""
    page = desk.page
    desk.open("/unggah/daftar/")
    page.locator("table.lists tbody th a, table.lists tbody td a").first.click()
    desk.page.goto(f"{page.url}batalkan/")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_selector(".notice", timeout=30_000)
    assert aside(_last_met) == {BEFORE}


def _last_met() -> set[date | None]:
    rows = register.listing(acting("maria"), register.ListFilters(region_code=KETUNGAU)).rows
    return {row.assessed_date for row in rows}


def nothing_of_it_changed(desk: Desk, promised: UUID, closed: CommitmentView) -> None:
    aside(commands.check_commitments)
    desk.open(f"/komitmen/{promised}/")
    desk.look("11-masih-terpenuhi")
    assert frozen(desk) == (str(ENOUGH), str(ENOUGH))
    now = aside(lambda: queries.commitment(acting("maria"), promised))
    assert (now.state, now.closed_date, now.closed_value) == (closed.state, closed.closed_date, closed.closed_value)
    assert aside(lambda: queries.check_evidence(acting("maria"), promised)).holds
