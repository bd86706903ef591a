"""What does an officer see while a list goes in, and of what came back?"""

import io
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from openpyxl import load_workbook
from pytest_django import Settings

from betang.jobs import commands as jobs
from betang.register import queries as register
from tests.intake.sheets import line, xlsx
from tests.register.cast import NANGA_MAU, NIK_YAKOBUS, SAMBUS
from tests.web import office
from tests.web.office import at_work

pytestmark = pytest.mark.django_db

GOOD = line(village=NANGA_MAU, name="Yakobus Sabang", nik=NIK_YAKOBUS, sex="LAKI-LAKI")
ELSEWHERE = line(village=SAMBUS, name="Lusia Bunga", nik="")


@pytest.fixture(autouse=True)
def _office(db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody types one here
    office.open_office()


def text(response: HttpResponse) -> str:
    return response.content.decode()


def send(content: bytes, *, name: str = "RTLH Juni.xlsx", how: str = "unggah", by: str = "maria") -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    return at_work(by).post("/unggah/", {"berkas": file, "cara": how}, follow=True)


def sent_and_done(content: bytes) -> str:
    """The address of a list that went through."""
    answer = send(content)
    assert jobs.work_once()
    return str(answer.redirect_chain[-1][0])


def test_a_list_waits_for_its_turn_and_the_page_says_so() -> None:
    answer = send(xlsx([GOOD]))

    assert "Menunggu giliran dikerjakan" in text(answer)
    assert 'http-equiv="refresh"' in text(answer)
    assert "hx-get" in text(answer)


def test_the_result_is_the_headline_and_its_figures_add_up() -> None:
    page = text(at_work("maria").get(sent_and_done(xlsx([GOOD, ELSEWHERE]))))

    assert "<h1>1 baris masuk, 1 dikembalikan</h1>" in page
    assert "1 + 0 + 0 + 1 = 2, jumlah cocok." in page
    assert "Desa ini berada di luar wilayah kerja Anda." in page
    assert "Baris 3, A" in page


def test_the_returned_workbook_holds_the_row_and_its_reason() -> None:
    address = sent_and_done(xlsx([GOOD, ELSEWHERE]))

    answer = at_work("maria").get(f"{address}dikembalikan.xlsx")

    assert answer["Content-Disposition"] == 'attachment; filename="RTLH Juni dikembalikan.xlsx"'
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert "Lusia Bunga" in cells
    assert "Yakobus Sabang" not in cells


def test_a_trial_tells_the_outcome_and_writes_nothing() -> None:
    page = text(send(xlsx([GOOD, ELSEWHERE]), how="coba"))

    assert "Uji coba: 1 baris akan masuk, 1 akan dikembalikan" in page
    assert "Tidak ada yang ditulis." in page
    assert register.listing(office.acting("maria"), register.ListFilters()).total == 0


def test_a_list_that_was_sent_stands_in_the_table() -> None:
    sent_and_done(xlsx([GOOD]))

    page = text(at_work("maria").get("/unggah/"))

    assert "RTLH Juni.xlsx" in page
    assert "Selesai" in page


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("daftar.pdf", b"%PDF-1.4", "Berkas ini bukan .xlsx atau .csv."),
        ("daftar.xlsx", b"", "Berkas ini kosong."),
        ("daftar.xlsx", b"bukan buku kerja", "Berkas ini belum dapat dibaca."),
    ],
)
def test_a_file_that_is_no_list_is_told_why_and_what_now(name: str, content: bytes, sentence: str) -> None:
    answer = send(content, name=name)

    assert answer.status_code in (200, 422)
    assert sentence in text(answer)
    assert 'class="notice bad"' in text(answer)


def test_no_file_at_all_is_told_so() -> None:
    answer = at_work("maria").post("/unggah/", {"cara": "unggah"})

    assert "Berkas belum dipilih." in text(answer)


def test_a_list_that_is_stopped_says_how_to_go_on() -> None:
    address = str(send(xlsx([GOOD])).redirect_chain[-1][0])

    page = text(at_work("maria").post(f"{address}hentikan/", follow=True))

    assert "dihentikan" in page
    assert "unggah lagi berkas yang sama untuk melanjutkan" in page


@pytest.mark.parametrize("rest", ["", "kemajuan/", "dikembalikan.xlsx"])
def test_a_list_of_another_region_is_not_there(rest: str) -> None:
    address = sent_and_done(xlsx([GOOD]))

    assert at_work("budi").get(address + rest).status_code == 404


@pytest.mark.parametrize("name", ["siti", "rini", "anton"])
def test_who_takes_in_no_lists_has_no_such_page(name: str) -> None:
    assert at_work(name).get("/unggah/").status_code == 403
    assert send(xlsx([GOOD]), by=name).status_code == 403


def test_progress_that_is_over_asks_for_the_page_again() -> None:
    address = sent_and_done(xlsx([GOOD]))

    answer = at_work("maria").get(f"{address}kemajuan/", headers={"HX-Request": "true"})

    assert answer["HX-Refresh"] == "true"


def test_no_number_and_no_name_stands_in_an_address_or_a_result_page() -> None:
    address = sent_and_done(xlsx([GOOD, ELSEWHERE]))

    page = text(at_work("maria").get(address))

    assert not re.search(r"\d{16}", page)
    assert "Lusia" not in page


def test_every_template_of_these_pages_leaves_style_and_script_to_files() -> None:
    folder = Path("src/betang/web/templates")
    for path in [*folder.glob("register/*.html"), *folder.glob("intake/*.html")]:
        assert not re.search(r"<style|<script|\sstyle=|\son(click|change|submit|load)=", path.read_text()), path
