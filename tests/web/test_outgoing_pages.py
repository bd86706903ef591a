"""What does an officer get when a list is downloaded or printed, and what not?"""

import io
import os
from uuid import UUID

import pytest
from django.http import HttpResponse
from openpyxl import load_workbook
from pytest_django import Settings

from betang import environment
from betang.accounts import queries as accounts
from betang.accounts.models import Grant
from betang.jobs import commands as jobs
from tests.register.cast import NANGA_LEBANG, NANGA_MAU, NIK_HASANAH, NIK_YAKOBUS, row, take
from tests.web import office
from tests.web.office import at_work

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

PURPOSE = "Usulan BSPS ke kementerian"
MASKED = "6105••••••••0003"


@pytest.fixture(autouse=True)
def _office(db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody types one here
    office.open_office()


@pytest.fixture
def family() -> UUID:
    return office.listed_family()


def download(name: str, address: str = "/rumah/unduh/", **said: str) -> HttpResponse:
    return at_work(name).post(address, {"daftar": "ertlh", "angka": "samar", **said})


def cells(response: HttpResponse, sheet: int = 0) -> list[tuple[object, ...]]:
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]  # of a FileResponse
    return list(load_workbook(io.BytesIO(content)).worksheets[sheet].values)


def text(response: HttpResponse) -> str:
    return response.content.decode()


def test_the_list_leads_to_a_download_of_the_same_families(family: UUID) -> None:
    take(row(2, name="Hasanah", nik=NIK_HASANAH, village=NANGA_LEBANG), by=office.acting("maria"))
    maria = at_work("maria")

    assert f'href="/rumah/unduh/?wilayah={NANGA_MAU}"' in text(maria.get(f"/rumah/?wilayah={NANGA_MAU}"))
    assert "Unduh 1 keluarga" in text(maria.get(f"/rumah/unduh/?wilayah={NANGA_MAU}"))

    answer = maria.post(f"/rumah/unduh/?wilayah={NANGA_MAU}", {"daftar": "ertlh", "angka": "samar"})
    _, yakobus = cells(answer)
    assert yakobus[:4] == (NANGA_MAU, 1, "Yakobus Sabang", MASKED)


def test_the_file_is_named_after_the_list_the_region_and_the_day(family: UUID) -> None:
    name = download("maria", "/rumah/unduh/?q=yakobus").headers["Content-Disposition"]

    assert name.startswith('attachment; filename="ertlh 61.05 per 20')
    assert "akobus" not in name


def test_full_numbers_go_out_as_an_act_on_record(family: UUID) -> None:
    answer = download("maria", angka="utuh", keperluan=PURPOSE)

    assert cells(answer)[1][3] == NIK_YAKOBUS
    (entry,) = accounts.access_log(office.acting("anton"))
    assert (entry.person, entry.field, entry.what, entry.families) == ("Maria", "export", "ertlh", 1)
    assert (entry.region_code, entry.purpose) == ("61.05", PURPOSE)
    log = text(at_work("anton").get("/catatan-akses/"))
    assert "NIK dan KK 1 keluarga" in log
    assert PURPOSE in log


@pytest.mark.parametrize("purpose", ["", "ok", f"untuk {NIK_YAKOBUS}"])
def test_without_a_purpose_in_words_nothing_goes_out(family: UUID, purpose: str) -> None:
    answer = download("maria", angka="utuh", keperluan=purpose)

    assert answer.status_code == 422
    assert "Tulis keperluannya" in text(answer)
    assert accounts.access_log(office.acting("anton")) == []


def test_whoever_may_not_open_numbers_gets_none_in_full(family: UUID) -> None:
    assert 'value="utuh"' not in text(at_work("rini").get("/rumah/unduh/"))
    assert download("rini", angka="utuh", keperluan=PURPOSE).status_code == 403
    assert cells(download("rini"))[1][3] == MASKED


def test_a_long_list_is_made_by_the_worker_and_waits_for_whoever_ordered_it(
    family: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("betang.intake.commands.MOST_AT_ONCE", 0)

    ordered = download("maria", angka="utuh", keperluan=PURPOSE)
    assert "Menunggu giliran" in text(at_work("maria").get(ordered.url))
    assert accounts.access_log(office.acting("anton")) == []
    assert jobs.work_once()

    assert "1 keluarga siap diunduh" in text(at_work("maria").get(ordered.url))
    assert cells(at_work("maria").get(f"{ordered.url}berkas.xlsx"))[1][3] == NIK_YAKOBUS
    assert [entry.purpose for entry in accounts.access_log(office.acting("anton"))] == [PURPOSE]
    assert at_work("dewi").get(ordered.url).status_code == 404
    assert at_work("dewi").get(f"{ordered.url}berkas.xlsx").status_code == 404
    for path in environment.uploads_dir().glob("*-export.sealed"):
        assert b"Yakobus" not in path.read_bytes()


def test_a_long_list_is_out_of_reach_once_its_hours_are_over_or_the_task_is(
    family: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("betang.intake.commands.MOST_AT_ONCE", 0)
    address = f"{download('maria', angka='utuh', keperluan=PURPOSE).url}berkas.xlsx"
    jobs.work_once()

    Grant.objects.filter(user__username="maria").update(role="viewer")
    assert at_work("maria").get(address).status_code == 403

    Grant.objects.filter(user__username="maria").update(role="data_officer")
    assert at_work("maria").get(address).status_code == 200
    for path in environment.uploads_dir().glob("*-export.sealed"):
        os.utime(path, (0, 0))
    assert at_work("maria").get(address).status_code == 400


def test_a_long_list_that_has_no_purpose_is_not_begun(family: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("betang.intake.commands.MOST_AT_ONCE", 0)

    assert download("maria", angka="utuh").status_code == 422
    assert not jobs.work_once()


@pytest.mark.parametrize("page", ["unduh", "cetak", "rekap"])
def test_another_region_is_refused(family: UUID, page: str) -> None:
    assert at_work("budi").get(f"/rumah/{page}/?wilayah=61.05").status_code == 403


def test_a_recap_has_no_names_and_its_sums_come_out(family: UUID) -> None:
    districts = cells(download("maria", daftar="recap"))

    assert "Yakobus Sabang" not in str(districts)
    assert districts[-1][0] == "JUMLAH"
    assert [line[4] for line in districts[1:]] == [1, 1]


def test_a_printed_list_shows_no_full_number_and_says_how_many_it_has(family: UUID) -> None:
    page = text(at_work("maria").get("/rumah/cetak/?q=yakobus"))

    assert "Yakobus Sabang" in page
    assert MASKED in page
    assert NIK_YAKOBUS not in page
    assert "1 keluarga, semuanya ada di cetakan ini." in page


def test_a_longer_list_than_one_print_holds_says_so(family: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    take(row(2, name="Hasanah", nik=NIK_HASANAH, village=NANGA_LEBANG), by=office.acting("maria"))
    monkeypatch.setattr("betang.web.outgoing.printing.MOST", 1)

    assert "memuat 1 keluarga pertama dari 2" in text(at_work("maria").get("/rumah/cetak/"))


def test_a_printed_recap_names_places_and_no_people(family: UUID) -> None:
    page = text(at_work("maria").get("/rumah/rekap/"))

    assert "Nanga Mau" in page
    assert "Yakobus" not in page
    assert "masing-masing 1 keluarga" in page
    assert "1 dari 3 desa" in page


@pytest.mark.parametrize("page", ["unduh", "cetak", "rekap"])
def test_a_number_typed_into_the_address_leaves_it(family: UUID, page: str) -> None:
    answer = at_work("maria").get(f"/rumah/{page}/?q={NIK_YAKOBUS}&kondisi=1")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/rumah/{page}/?kondisi=1")
