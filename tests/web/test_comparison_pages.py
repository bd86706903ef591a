"""What does an officer see of two lists side by side, and who sees it?"""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from pytest_django import Settings

from betang.intake import commands
from betang.jobs import commands as jobs
from tests.intake.sheets import line, xlsx
from tests.register.cast import NANGA_MAU, NIK_HASANAH, NIK_YAKOBUS
from tests.web import office
from tests.web.office import at_work

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

YAKOBUS = line(village=NANGA_MAU, name="Yakobus Sabang", nik=NIK_YAKOBUS, sex="LAKI-LAKI")
YAKOBUS_WITH_LEAVES = line(village=NANGA_MAU, name="Yakobus Sabang", nik=NIK_YAKOBUS, sex="LAKI-LAKI", roof="DAUN")
HASANAH = line(village=NANGA_MAU, name="Hasanah", nik=NIK_HASANAH)


@pytest.fixture(autouse=True)
def _office(db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody types one here
    office.open_office()


def text(response: HttpResponse) -> str:
    """The page's words, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def asked(ours: bytes, theirs: bytes, *, by: str = "maria") -> HttpResponse:
    files = {"a_berkas": SimpleUploadedFile("kita.xlsx", ours), "b_berkas": SimpleUploadedFile("pusat.xlsx", theirs)}
    return at_work(by).post("/banding/", {"a": "berkas", "b": "berkas", **files}, follow=True)


def compared(ours: bytes, theirs: bytes, *, by: str = "maria") -> str:
    """The address of a comparison that is done."""
    answer = asked(ours, theirs, by=by)
    assert jobs.work_once()
    return str(answer.redirect_chain[-1][0])


def test_a_comparison_waits_for_its_turn_and_its_page_may_be_left() -> None:
    answer = asked(xlsx([YAKOBUS]), xlsx([HASANAH]))

    assert "Menunggu giliran dikerjakan" in text(answer)
    assert 'hx-trigger="every 2s"' in answer.content.decode()


def test_the_sum_stands_on_the_page() -> None:
    page = text(at_work("maria").get(compared(xlsx([YAKOBUS, YAKOBUS, HASANAH]), xlsx([YAKOBUS]))))

    assert "A 3 baris, B 1 baris: selisih 2" in page
    assert "Ganda di A: baris yang sama dua kali −1" in page
    assert "Jumlah cocok: 3 − 1 − 1 = 1." in page


def test_a_difference_is_shown_with_both_values_and_no_whole_number() -> None:
    address = compared(xlsx([YAKOBUS]), xlsx([YAKOBUS_WITH_LEAVES]))
    page = text(at_work("maria").get(address))

    assert "Yakobus Sabang 6105••••••••" in page
    assert "Bahan atap Seng 12 Mei 2024 Daun 12 Mei 2024" in page
    assert NIK_YAKOBUS not in page + address


def test_a_file_that_cannot_be_read_is_told_beside_its_side() -> None:
    answer = asked(xlsx([YAKOBUS]), b"bukan buku kerja")

    assert answer.status_code == 422
    assert 'id="b-e"' in answer.content.decode()
    assert 'id="a-e"' not in answer.content.decode()


def test_a_list_of_the_office_is_compared_with_the_register() -> None:
    batch = commands.open_batch(office.acting("maria"), "kita.xlsx", xlsx([YAKOBUS, HASANAH]))
    commands.run_batch(batch.id, pause_s=0)

    answer = at_work("maria").post(
        "/banding/", {"a": "register", "b": "daftar", "b_daftar": str(batch.id)}, follow=True
    )
    assert jobs.work_once()

    page = text(at_work("maria").get(answer.redirect_chain[-1][0]))
    assert "register Sintang" in page
    assert "A dan B sama-sama 2 baris" in page


def test_names_are_narrowed_to_a_district() -> None:
    address = compared(xlsx([YAKOBUS, HASANAH]), xlsx([YAKOBUS]))
    page = text(at_work("maria").get(f"{address}?wilayah={NANGA_MAU[:8]}"))

    assert "Tampilkan semua kecamatan" in page
    assert "Hasanah" in page


@pytest.mark.parametrize("name", ["comparison", "workbook", "progress"])
def test_another_office_sees_nothing_of_it(name: str) -> None:
    address = compared(xlsx([YAKOBUS]), xlsx([HASANAH]))
    comparison_id = address.rstrip("/").rpartition("/")[2]

    for other in ("dewi", "budi"):
        assert at_work(other).get(reverse(f"comparison:{name}", args=[comparison_id])).status_code == 404


def test_a_stopped_comparison_says_so() -> None:
    answer = asked(xlsx([YAKOBUS]), xlsx([HASANAH]))
    address = answer.redirect_chain[-1][0]

    stopped = at_work("maria").post(f"{address}hentikan/", follow=True)

    assert "Perbandingan ini dihentikan" in text(stopped)
    assert not jobs.work_once()


def test_the_workbook_has_a_name_that_names_nobody() -> None:
    answer = at_work("maria").get(f"{compared(xlsx([YAKOBUS]), xlsx([HASANAH]))}hasil.xlsx")

    assert re.fullmatch(r'attachment; filename="banding 61\.05 \d{4}-\d\d-\d\d\.xlsx"', answer["Content-Disposition"])
