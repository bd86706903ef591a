"""What does the achievement look like on a page, who sees it, and how are published figures put on record?"""

import io
import re
from datetime import date

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from betang.delivery import commands as delivery
from betang.figures import queries as figures
from betang.planning import commands as planning
from tests.delivery.cast import home
from tests.register.cast import NANGA_LEBANG, NANGA_MAU, SAMBUS, row, take
from tests.web.office import acting, at_work, open_office

YEAR = timezone.localdate().year
JANUARY = date(YEAR, 1, 1)


@pytest.fixture
def office(db: None) -> None:
    """Sintang with a list, a target and two homes, Kapuas Hulu with one."""
    open_office()
    maria, budi = acting("maria"), acting("budi")
    take(row(1, name="Agus", nik=None), row(2, name="Bunga", nik=None, village=NANGA_LEBANG), by=maria)
    take(row(1, name="Catur", nik=None, village=SAMBUS), by=budi)
    planning.set_target(
        maria, year=YEAR, region_code="61.05", source="BSPS", values={"agreed_homes": 10}, because="Rapat"
    )
    done = {"stage": "100", "thirty_date": JANUARY, "finished_date": JANUARY}
    delivery.report_home(maria, {**home(village_code=NANGA_MAU, recipient="Agus"), **done})
    delivery.report_home(maria, home(village_code=NANGA_LEBANG, recipient="Bunga"))
    delivery.report_home(budi, {**home(village_code=SAMBUS, recipient="Catur"), **done})


def page(who: str, path: str = "/capaian/") -> str:
    answer = at_work(who).get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def cells(text: str, place: str) -> list[str]:
    """The figures of a row, each without its small print."""
    found = re.search(rf'<tr role="row"[^>]*><th[^>]*>(?:<a[^>]*>)?{place}(?:</a>)?</th>(.*?)</tr>', text, re.DOTALL)
    assert found is not None
    bare = re.sub(r"<small>.*?</small>|<span class=\"sr\">.*?</span>", "", found.group(1), flags=re.DOTALL)
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", bare, re.DOTALL)]


def test_the_regencies_stand_side_by_side_with_their_total(office: None) -> None:
    text = page("rini")

    assert "1 dari 10 rumah selesai" in page("maria")
    assert cells(text, "Sintang")[:1] == ["2"]
    assert cells(text, "Sintang")[2:5] == ["10", "1", "1"]
    assert cells(text, "Kapuas Hulu")[3] == "1"
    assert cells(text, "Jumlah Kalimantan Barat")[2:5] == ["10", "2", "1"]
    assert "Rumah selesai: 2 bagian 2 + belum dirinci 0 = 2." in text


def test_one_goes_down_to_the_village(office: None) -> None:
    assert "?wilayah=61.05.08&amp;tahun=" in page("maria")
    assert cells(page("maria", "/capaian/?wilayah=61.05.08"), "Nanga Mau")[3] == "1"
    assert cells(page("maria", f"/capaian/?wilayah={NANGA_MAU}"), "Nanga Mau")[3] == "1"


def test_every_chart_says_its_numbers_and_stands_beside_a_table(office: None) -> None:
    text = page("rini")

    assert 'role="img" aria-label="Sintang: 1 dari 10 rumah selesai sampai' in text
    assert "Rumah selesai per bulan, menurut wilayah" in text
    assert text.count('class="door"') == 2


def test_an_empty_year_says_what_will_be_here(office: None) -> None:
    assert "belum ada target" in page("maria", "/capaian/?tahun=2019")


@pytest.mark.parametrize(
    "path", ["/capaian/", "/capaian/capaian.xlsx", "/capaian/terbitan/", "/capaian/terbitan/tambah/"]
)
def test_another_region_is_answered_as_one_that_does_not_exist(office: None, path: str) -> None:
    assert at_work("maria").get(path, {"wilayah": "61.06"}).status_code == 404


def test_a_facilitator_sees_no_achievement(office: None) -> None:
    assert at_work("siti").get("/capaian/").status_code == 403


def test_the_workbook_holds_the_same_figures_as_numbers_with_their_date(office: None) -> None:
    answer = at_work("rini").get("/capaian/capaian.xlsx")

    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_name("Capaian").to_python()
    headings = [str(cell) for cell in rows[1]]
    sintang = dict(zip(headings, next(each for each in rows if each[0] == "Sintang"), strict=True))
    assert str(rows[0][0]).startswith(f"Capaian {YEAR}, Kalimantan Barat, kode 61 (Kemendagri), per ")
    assert (sintang["Target"], sintang["Selesai"], sintang["Membutuhkan"]) == (10, 1, 2)
    assert book.sheet_names == ["Capaian", "Sumber dan tahap", "Selesai per bulan", "Periksa jumlah", "Belum melapor"]


def test_published_figures_are_taken_as_published_and_shown_not_to_add_up(office: None) -> None:
    maria = at_work("maria")
    form = {
        "wilayah": "61.05", "title": "RTLH Sintang", "publisher": "Koran Rekaan", "as_of_year": "2017",
        "angka-61.05-RTLH": "8.266", "angka-61.05-TERTANGANI": "2.181", "angka-61.05-SISA": "7.020",
        "angka-61.05.08-TERTANGANI": "2.154",
    }  # fmt: skip

    answer = maria.post("/capaian/terbitan/tambah/", form)

    assert answer.status_code == 302
    text = page("maria", "/capaian/terbitan/")
    assert "Sintang: sudah ditangani dan tersisa, 2.181 + 7.020 = 9.201; yang diterbitkan 8.266, lebih 935." in text
    assert "yang diterbitkan 2.181, kurang 27." in text
    assert "selisih 8.264" in page("maria")


def test_a_published_figure_that_is_no_number_comes_back_with_what_was_typed(office: None) -> None:
    form = {"wilayah": "61.05", "title": "RTLH Sintang", "publisher": "Koran", "as_of_year": "2017"}

    answer = at_work("maria").post("/capaian/terbitan/tambah/", {**form, "angka-61.05-RTLH": "banyak"})

    assert answer.status_code == 422
    assert 'value="banyak" aria-invalid="true"' in answer.content.decode()
    assert figures.published(acting("maria")) == []


def test_only_who_plans_puts_published_figures_on_record(office: None) -> None:
    assert at_work("dewi").get("/capaian/terbitan/tambah/").status_code == 403


def test_a_statement_is_withdrawn_by_the_office_that_entered_it(office: None) -> None:
    form = {"wilayah": "61.05", "title": "RTLH", "publisher": "Koran", "as_of_year": "2017", "angka-61.05-RTLH": "5"}
    at_work("maria").post("/capaian/terbitan/tambah/", form)
    (statement,) = figures.published(acting("maria"))

    assert at_work("budi").post(f"/capaian/terbitan/{statement.id}/tarik/").status_code == 404
    assert at_work("maria").post(f"/capaian/terbitan/{statement.id}/tarik/").status_code == 302
    assert figures.published(acting("maria")) == []
