"""How much may be sent at once, and what is said of more?"""

import html

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from pytest_django import Settings

from tests.web import office
from tests.web.office import at_work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _office(db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody types one here
    settings.MAX_UPLOAD_BYTES = 1 << 20
    office.open_office()


def text(response: HttpResponse) -> str:
    return html.unescape(response.content.decode())


def send(content: bytes) -> HttpResponse:
    return at_work("maria").post("/unggah/", {"berkas": SimpleUploadedFile("daftar.csv", content)})


def test_a_file_over_the_limit_is_told_so_and_how_much_the_limit_is() -> None:
    answer = send(b"NAMA,NIK\n" * 150_000)

    assert answer.status_code == 422
    assert "Berkas ini lebih dari 1 MB." in text(answer)


def test_a_file_of_just_the_limit_is_looked_into() -> None:
    assert "tidak ada baris judul" in text(send(b"a,b\n" * (1 << 18))).lower()


def test_two_files_over_the_limit_together_are_told_so() -> None:
    files = {f"{side}_berkas": SimpleUploadedFile("daftar.csv", b"NAMA,NIK\n" * 80_000) for side in "ab"}

    answer = at_work("maria").post("/banding/", {"a": "berkas", "b": "berkas", **files})

    assert answer.status_code == 422
    assert "bersama lebih dari 1 MB" in text(answer)
