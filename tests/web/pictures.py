"""How are the pictures of the help made? From the pages themselves, with invented people.

    PYTHONPATH=src python -m tests.web.pictures

starts a practice node, does what the help says, and writes `static/betang/bantuan/*.png`. Run it when a page changes.
"""

import base64
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from io import BytesIO
from pathlib import Path

import openpyxl
from playwright.sync_api import Locator, Page, sync_playwright

from betang.console.testing import chromium
from betang.intake.samples import bsps2026, ertlh
from tests.console.test_serving import address, betang, surroundings

PLACE = Path(__file__).parents[2] / "src" / "betang" / "web" / "static" / "betang" / "bantuan"
WIDTH, HEIGHT = 1040, 640
PORT = "8399"
REGION = "61.05.19"
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@contextmanager
def practice(home: Path) -> Iterator[str]:
    """A practice node; its address."""
    node = subprocess.Popen(
        betang(home, "practice", "--port", PORT), env=surroundings(home), stdout=subprocess.PIPE, text=True
    )
    try:
        yield address(node)
    finally:
        node.terminate()
        node.wait()


class Camera:
    """A clerk at the practice node who takes pictures."""

    def __init__(self, page: Page, node: str, home: Path) -> None:
        self.page, self.node, self.home = page, node, home

    def open(self, path: str) -> None:
        self.page.goto(self.node + path)

    def take(self, name: str, what: Locator | None = None) -> None:
        picture = what.screenshot() if what else self.page.screenshot()
        (PLACE / f"{name}.png").write_bytes(picture)

    def sign_in(self) -> None:
        self.open("/masuk/")
        self.take("latihan")
        self.page.fill("#username", "petugas")
        self.page.fill("#password", (self.home / "latihan" / "sandi-latihan").read_text())
        self.page.click("main form button[type=submit]")

    def send(self, file: Path) -> None:
        self.open("/unggah/")
        self.page.set_input_files("#berkas", file)
        self.page.click("main form button[value=unggah]")

    def wait_for_the_result(self) -> None:
        self.page.get_by_text("Cara berkas ini dibaca").or_(
            self.page.get_by_text("Ringkasan untuk dikirim")
        ).first.wait_for(timeout=120_000)


def workbook_as_seen(content: bytes) -> str:
    """The first rows of the returned workbook as a spreadsheet would show them."""
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    shown = [0, 2, 3, 4, 7, 8, sheet.max_column - 1]
    rows = []
    for row in sheet.iter_rows(min_row=1, max_row=7):
        cells = [row[place] for place in shown if place < len(row)]
        painted = ("#" + str(cell.fill.fgColor.rgb)[-6:] if cell.fill.fill_type else "#fff" for cell in cells)
        rows.append(
            "".join(
                f'<td style="background:{colour}">{escape(str(cell.value or ""))[:90]}</td>'
                for cell, colour in zip(cells, painted, strict=True)
            )
        )
    style = (
        "table{border-collapse:collapse;font:13px sans-serif;width:1000px}"
        "td{border:1px solid #bbb;padding:4px 6px;vertical-align:top}"
    )
    return f"<style>{style}</style><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def main() -> None:
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, practice(Path(folder) / "rumah") as node, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=str(chromium()), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        walk(Camera(page, node, Path(folder) / "rumah"), Path(folder))
        browser.close()


def walk(camera: Camera, folder: Path) -> None:
    page = camera.page
    camera.sign_in()
    camera.open("/unggah/")
    camera.take("unggah")
    ertlh.write(folder / "RTLH Kelam Permai 2026.xlsx", region=REGION, rows=120, seed=8)
    camera.send(folder / "RTLH Kelam Permai 2026.xlsx")
    camera.wait_for_the_result()
    camera.take("hasil")
    result = page.url
    fetched = page.evaluate(
        "async address => { const r = await fetch(address); const b = new Uint8Array(await r.arrayBuffer());"
        " let s = ''; b.forEach(c => s += String.fromCharCode(c)); return btoa(s) }",
        re.sub(r"/$", "/dikembalikan.xlsx", result),
    )
    camera.open(re.sub(r"^https?://[^/]+", "", result) + "batalkan/")
    camera.take("batalkan")
    _mapping(camera, folder)
    camera.open("/banding/")
    camera.take("banding")
    camera.open("/rumah/unduh/")
    camera.take("unduh")
    page.goto("about:blank")
    page.set_content(workbook_as_seen(base64.b64decode(fetched)))
    camera.take("dikembalikan", page.locator("table"))


def _mapping(camera: Camera, folder: Path) -> None:
    """A list under headings of its own."""
    path = folder / "Daftar desa.xlsx"
    bsps2026.write(path, region=REGION, rows=12, seed=3)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for cell in next(sheet.iter_rows(min_row=1, max_row=1)):
        cell.value = {"Nama": "Kepala Rumah", "NIK": "Nomor KTP", "Desa/Kelurahan": "Nama Dusun dan Desa"}.get(
            str(cell.value), f"{cell.value} warga"
        )
    book.save(path)
    camera.send(path)
    camera.take("kolom")


if __name__ == "__main__":
    sys.exit(main())
