"""Do the pages of a list speak of homes where it lists homes, and of cases where it lists cases?"""

import pytest
from django.http import HttpResponse
from pytest_django import Settings

from betang.accounts.queries import Acting
from betang.intake.models import Batch
from betang.jobs import commands as jobs
from tests.delivery.listing import homes
from tests.register.cast import NANGA_MAU
from tests.web import office
from tests.web.office import at_work
from tests.web.test_intake_pages import send, text

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

GOOD: dict[str, object] = {"village": NANGA_MAU}
BAD: dict[str, object] = {"village": NANGA_MAU, "unit_number": "A-2", "nik": None, "stage": "100"}


@pytest.fixture(autouse=True)
def _office(db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody types one here
    office.open_office()


def sent(*rows: dict[str, object]) -> str:
    answer = send(homes(*rows), name="Rumah Juni.xlsx")
    assert jobs.work_once(), text(answer)
    return str(answer.redirect_chain[-1][0])


def test_the_result_speaks_of_homes_and_of_no_family() -> None:
    page = text(at_work("maria").get(sent(GOOD, BAD)))

    assert "1 baris masuk, 1 dikembalikan" in page
    assert "Rumah baru" in page and "Rumah yang dibangun" in page
    assert "Tanggal untuk tahap ini kosong" in page
    assert "keluarga" not in page.lower()
    assert "Lusia" not in page


def test_the_undoing_speaks_of_homes_and_says_when_it_is_done() -> None:
    address = sent(GOOD)
    asked = text(at_work("maria").get(f"{address}batalkan/"))
    assert "1 rumah keluar lagi" in asked and "Rumah baru dari daftar ini" in asked

    at_work("maria").post(f"{address}batalkan/")
    assert jobs.work_once()

    page = text(at_work("maria").get(address))
    assert "yang dibawanya sudah keluar" in page
    assert Batch.objects.get().state == "undone"


def test_the_upload_page_tells_which_columns_a_list_of_homes_has() -> None:
    page = text(at_work("maria").get("/unggah/"))

    assert "NOMOR RUMAH/UNIT" in page and "NOMOR KASUS" in page


def test_a_list_that_the_office_may_not_bring_is_refused_on_the_form(monkeypatch: pytest.MonkeyPatch) -> None:
    may = Acting.may
    monkeypatch.setattr(Acting, "may", lambda self, ability: ability != "report_homes" and may(self, ability))

    answer: HttpResponse = send(homes(GOOD))

    assert answer.status_code == 422
    assert "kantor atau peran Anda tidak mengirimnya" in text(answer)
    assert not Batch.objects.exists()
