"""What does an officer see while a list goes in, and of what came back?"""

import html
import io
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from openpyxl import load_workbook
from pytest_django import Settings

from betang.intake import commands
from betang.intake.commands import running
from betang.jobs import commands as jobs
from betang.register import queries as register
from tests.intake.sheets import line, xlsx
from tests.journeys.forms import form_of
from tests.register.cast import NANGA_MAU, NIK_HASANAH, NIK_YAKOBUS, SAMBUS
from tests.web import office
from tests.web.office import at_work

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

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


def sent_and_done(content: bytes, *, how: str = "unggah", by: str = "maria") -> str:
    """The address of a list that went through."""
    answer = send(content, how=how, by=by)
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
    assert ">Baris 3</th>" in page and "<b>A, KODE WILAYAH" in page


def test_the_returned_workbook_holds_the_row_and_its_reason() -> None:
    address = sent_and_done(xlsx([GOOD, ELSEWHERE]))

    answer = at_work("maria").get(f"{address}dikembalikan.xlsx")

    assert answer["Content-Disposition"] == 'attachment; filename="RTLH Juni dikembalikan.xlsx"'
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert "Lusia Bunga" in cells
    assert "Yakobus Sabang" not in cells


def test_a_trial_tells_the_outcome_and_writes_nothing() -> None:
    page = text(at_work("maria").get(sent_and_done(xlsx([GOOD, ELSEWHERE]), how="coba")))

    assert "Uji coba: 1 baris akan masuk, 1 akan dikembalikan" in page
    assert "Belum ada yang ditulis." in page
    assert register.listing(office.acting("maria"), register.ListFilters()).total == 0


def test_what_was_tried_goes_in_without_another_upload() -> None:
    trial = sent_and_done(xlsx([GOOD, ELSEWHERE]), how="coba")

    answer = at_work("maria").post(f"{trial}masukkan/", follow=True)

    assert jobs.work_once()
    assert "1 baris masuk, 1 dikembalikan" in text(at_work("maria").get(str(answer.redirect_chain[-1][0])))
    assert register.listing(office.acting("maria"), register.ListFilters()).total == 1


def test_a_list_that_was_sent_stands_in_the_table() -> None:
    sent_and_done(xlsx([GOOD]))

    page = text(at_work("maria").get("/unggah/"))

    assert "RTLH Juni.xlsx" in page
    assert "Selesai" in page


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("daftar.pdf", b"%PDF-1.4", "Berkas ini bukan .xlsx, .xls, .ods, atau .csv."),
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
    assert "Lanjutkan" in page
    at_work("maria").post(f"{address}masukkan/")
    assert jobs.work_once()
    assert "1 baris masuk" in text(at_work("maria").get(address))


@pytest.mark.parametrize("rest", ["", "kemajuan/", "dikembalikan.xlsx", "kolom/", "batalkan/"])
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


UNKNOWN = {"Nama Penerima": "Yakobus Sabang", "No KTP": NIK_YAKOBUS, "Ds.": "Nanga Mau", "Kec": "Kayan Hilir"}


def unknown_list() -> bytes:
    return xlsx([list(UNKNOWN.values())], headings=list(UNKNOWN))


def test_headings_that_nobody_knows_are_asked_with_a_guess_and_no_number() -> None:
    answer = send(unknown_list())

    page = text(answer)
    assert str(answer.redirect_chain[-1][0]).endswith("/kolom/")
    assert "Kolom ini berisi apa?" in page
    assert not re.search(r"\d{16}", page)
    assert form_of(page, "").answers["kolom-2"] == ["nik"]


def test_what_was_answered_is_read_and_remembered() -> None:
    address = str(send(unknown_list()).redirect_chain[-1][0])
    keys = {"kolom-1": "name", "kolom-2": "nik", "kolom-3": "village_name", "kolom-4": "district_name"}

    answer = at_work("maria").post(address, keys, follow=True)

    assert jobs.work_once()
    assert "1 baris masuk" in text(at_work("maria").get(str(answer.redirect_chain[-1][0])))
    other = xlsx([["Hasanah", NIK_HASANAH, "Nanga Mau", "Kayan Hilir"]], headings=list(UNKNOWN))
    assert "/kolom/" not in str(send(other).redirect_chain[-1][0])


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"kolom-1": "name", "kolom-2": "name"}, "A: Nama kepala keluarga dipilih lebih dari satu kali."),
        ({"kolom-2": "nik"}, "pilih dulu kolom nama kepala keluarga"),
    ],
)
def test_an_answer_that_cannot_be_read_comes_back_with_what_is_wrong(keys: dict[str, str], sentence: str) -> None:
    address = str(send(unknown_list()).redirect_chain[-1][0])

    answer = at_work("maria").post(address, keys)

    assert answer.status_code == 422
    assert sentence in text(answer)
    assert 'href="#kolom-1"' in text(answer)


def test_undoing_says_in_numbers_what_will_happen_and_then_does_it() -> None:
    address = sent_and_done(xlsx([GOOD, ELSEWHERE]))
    page = text(at_work("maria").get(f"{address}batalkan/"))
    assert "1 keluarga keluar lagi" in page

    at_work("maria").post(f"{address}batalkan/")

    assert "Membatalkan daftar ini" in text(at_work("maria").get(address))
    assert jobs.work_once()
    assert "Dibatalkan Maria" in text(at_work("maria").get(address))
    assert register.listing(office.acting("maria"), register.ListFilters()).total == 0


def test_a_list_that_was_undone_goes_in_again() -> None:
    address = sent_and_done(xlsx([GOOD]))
    at_work("maria").post(f"{address}batalkan/")
    assert jobs.work_once()

    answer = at_work("maria").post(f"{address}masukkan/", follow=True)

    assert jobs.work_once()
    assert str(answer.redirect_chain[-1][0]) != address
    assert register.listing(office.acting("maria"), register.ListFilters()).total == 1


def test_what_stands_on_a_list_is_shown_and_left_alone() -> None:
    first = sent_and_done(xlsx([GOOD]))
    sent_and_done(xlsx([[*GOOD[:-1], "Dewi"]]), by="dewi")

    page = text(at_work("maria").get(f"{first}batalkan/"))

    assert "hal sudah dikerjakan di atas daftar ini" in page
    assert "DPMPTSP Kabupaten Sintang" in page
    assert at_work("maria").post(f"{first}batalkan/").status_code == 422
    assert at_work("maria").post(f"{first}batalkan/", {"kemudian": "biarkan"}).status_code == 302
    assert jobs.work_once()
    assert "1 keluarga dibiarkan, sebab sudah dilanjutkan" in text(at_work("maria").get(first))


def test_of_another_offices_list_only_the_counts_are_told() -> None:
    address = sent_and_done(xlsx([GOOD, ELSEWHERE]))

    page = text(at_work("dewi").get(address))

    assert "Daftar ini dikirim Disperakim Kabupaten Sintang." in page
    assert "Desa ini berada di luar wilayah kerja Anda." in page
    assert "Baris 3" not in page
    assert not re.search(r"dikembalikan\.xlsx|/batalkan/|/masukkan/", page)
    assert at_work("dewi").get(f"{address}batalkan/").status_code == 403


def test_the_summary_says_what_came_and_why_the_rest_did_not() -> None:
    page = text(at_work("maria").get(sent_and_done(xlsx([GOOD, ELSEWHERE]))))

    told = html.unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[0])
    assert "2 baris: 1 keluarga baru, 0 diperbarui, 0 tidak berubah, 1 dikembalikan." in told
    assert "Yang masuk dari 1 desa." in told
    assert "- 1 baris: Desa ini berada di luar wilayah kerja Anda." in told
    assert not re.search(r"\d{16}|Yakobus|Lusia", told)


def test_a_row_that_repeats_another_names_it() -> None:
    page = text(at_work("maria").get(sent_and_done(xlsx([GOOD, GOOD]))))

    assert "1 baris mengulang baris lain" in page
    assert "Baris 3 mengulang baris 2" in page


def test_how_a_file_was_read_is_said() -> None:
    book = load_workbook(io.BytesIO(xlsx([GOOD])))
    book.worksheets[0].row_dimensions[2].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)

    page = text(at_work("maria").get(sent_and_done(buffer.getvalue())))

    assert "Cara berkas ini dibaca" in page
    assert "1 baris tersembunyi di lembar Sheet ikut dibaca." in page


def test_rows_that_are_gone_are_said_to_be_gone() -> None:
    address = sent_and_done(xlsx([GOOD, ELSEWHERE]))
    commands.purge(older_than_days=-1)

    page = text(at_work("maria").get(address))

    assert "Salinan barisnya sudah dihapus: disimpan 30 hari." in page
    assert "Desa ini berada di luar wilayah kerja Anda." in page
    assert "dikembalikan.xlsx" not in page


def test_work_that_broke_off_says_why_and_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    address = str(send(xlsx([GOOD])).redirect_chain[-1][0])
    monkeypatch.setattr(running, "look_up", _breaks)
    assert jobs.work_once()

    page = text(at_work("maria").get(address))

    assert "Pekerjaan ini berhenti sebelum selesai." in page
    assert "kesalahan Betang sendiri, data Anda aman. Kode kejadian" in page
    assert "Lanjutkan" in page


def _breaks(*_args: object, **_named: object) -> None:
    raise RuntimeError


def test_all_lists_stand_on_one_page_with_a_sum_and_what_can_be_done() -> None:
    sent_and_done(xlsx([GOOD, ELSEWHERE]))
    sent_and_done(xlsx([ELSEWHERE]), how="coba")

    page = text(at_work("maria").get("/unggah/daftar/"))

    assert "Di halaman ini 1 masuk + 1 dikembalikan + 0 belum dikerjakan = 2 baris" in page
    assert page.count("RTLH Juni.xlsx</a>") == 1, "a trial is shown where it is asked for"
    assert "Uji coba" in text(at_work("maria").get("/unggah/daftar/?keadaan=uji-coba"))


@pytest.mark.parametrize(("state", "is_there"), [("selesai", True), ("berjalan", False), ("omong-kosong", True)])
def test_lists_are_filtered_by_their_state(state: str, is_there: bool) -> None:
    sent_and_done(xlsx([GOOD]))

    page = text(at_work("maria").get(f"/unggah/daftar/?keadaan={state}&hal=99"))

    assert ("RTLH Juni.xlsx</a>" in page) == is_there


def test_a_page_of_lists_that_are_at_work_asks_for_itself_again() -> None:
    send(xlsx([GOOD]))

    page = text(at_work("maria").get("/unggah/daftar/"))

    assert 'hx-select="#daftar"' in page
    assert "Hentikan" in page


@pytest.mark.parametrize("address", ["/unggah/", "/unggah/daftar/"])
def test_a_page_of_many_lists_asks_the_database_no_more_than_one_of_few(
    address: str, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    client = at_work("maria")
    for number in range(4):
        send(xlsx([line(village=NANGA_MAU, name=f"Orang {'ABCD'[number]}", nik="")]))
    client.get(address)

    with django_assert_max_num_queries(16):
        assert client.get(address).status_code == 200


def test_a_result_page_of_many_rows_asks_the_database_no_more_than_one_of_few(
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    lines = [line(village=NANGA_MAU, name=f"Orang {'ABCDEFGH'[number]}", nik="") for number in range(8)]
    address = sent_and_done(xlsx([*lines, *[line(village=NANGA_MAU, name=None) for _ in range(8)], lines[0]]))
    client = at_work("maria")
    client.get(address)

    with django_assert_max_num_queries(32):
        assert client.get(address).status_code == 200


def test_no_number_and_no_name_stands_in_an_address_or_a_result_page() -> None:
    address = sent_and_done(xlsx([GOOD, ELSEWHERE]))

    page = text(at_work("maria").get(address))

    assert not re.search(r"\d{16}", page)
    assert "Lusia" not in page


def test_every_template_of_these_pages_leaves_style_and_script_to_files() -> None:
    folder = Path("src/betang/web/templates")
    for path in [*folder.glob("register/*.html"), *folder.glob("intake/*.html")]:
        assert not re.search(r"<style|<script|\sstyle=|\son(click|change|submit|load)=", path.read_text()), path
