"""What do the pages of homes and cases show, take and refuse, and to whom?"""

import re
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker

from betang.accounts import commands as accounts
from betang.delivery import commands, queries
from betang.delivery.queries import HomeFilters
from betang.organisation import commands as organisation
from betang.planning import commands as planning
from betang.register import queries as register
from tests.register.cast import NANGA_LEBANG as VILLAGE
from tests.web.office import PASSWORD, acting, at_work, listed_family, open_office

SINTANG = "61.05"
NIK = "6105194107900001"
PHOTO = b"\xff\xd8\xff\xe0 a house"
_CAST = (
    ("hendra", "data_officer", "Bapenda Kabupaten Sintang", "revenue", SINTANG),
    ("domi", "data_officer", "DPMD Kabupaten Sintang", "villages", SINTANG),
    ("citra", "donor", "PT Sawit Rekaan", "company", SINTANG),
)

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


@pytest.fixture(scope="module", autouse=True)
def _office(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The office is opened once for all of these stories, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
            open_office()
            for name, role, agency, kind, region in _CAST:
                office = organisation.add_agency(name=agency, kind=kind, region=region)
                accounts.add_user(name, role=role, agency=office.id, region=region)
                accounts.set_known_password(name, PASSWORD)
        yield
        transaction.set_rollback(True)


def _form(**more: str) -> dict[str, str]:
    return {"village_code": VILLAGE, "work": "BARU", "source": "APBD KABUPATEN/KOTA", "stage": "0", **more}


def _reported(by: str = "maria", **more: str) -> UUID:
    return commands.report_home(acting(by), _form(**more)).home


def _case(by: str = "dewi", **more: str) -> UUID:
    said = {"village_code": VILLAGE, "case_number": "PBG-610519-01", "applied_date": "2 Juni 2025"}
    return commands.report_case(acting(by), said | more)


def _page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_home_is_reported_and_stands_on_the_list() -> None:
    maria = at_work("maria")

    sent = maria.post("/realisasi/tambah/", _form(recipient="Yohanes", address="Jalan Betang 7"))

    page = _page(maria, "/realisasi/")
    assert sent.status_code == 302
    assert "1 rumah dihitung" in page
    assert "Jalan Betang 7" in page
    assert "Yohanes" not in page


def test_a_home_of_the_list_needs_no_place_and_brings_its_nik() -> None:
    listed_family()
    house = register.listing(acting("maria"), register.ListFilters()).rows[0].house_id

    form = _page(at_work("maria"), f"/realisasi/tambah/?rumah={house}")
    sent = at_work("maria").post("/realisasi/tambah/", {**_form(), "rumah": str(house)})

    assert 'name="village_code"' not in form
    home = queries.home(acting("maria"), UUID(re.findall(r"[0-9a-f-]{36}", sent["Location"])[0]))
    assert (home.house, home.reports[0].nik != "") == (house, True)


def test_the_villages_office_is_asked_for_its_meeting_and_not_for_the_source() -> None:
    domi = at_work("domi")

    form = _page(domi, "/realisasi/tambah/")
    sent = domi.post("/realisasi/tambah/", {"village_code": VILLAGE, "work": "PENINGKATAN", "stage": "0"})

    assert 'name="musdes_date"' in form
    assert 'name="source"' not in form
    assert "Dana desa" in _page(domi, sent["Location"])


def test_what_is_missing_is_said_at_its_question_and_what_was_typed_stays() -> None:
    answer = at_work("maria").post("/realisasi/tambah/", _form(work="", address="Jalan Betang 7"))

    assert answer.status_code == 422
    assert "Jenis pekerjaan belum diisi" in answer.content.decode()
    assert 'value="Jalan Betang 7"' in answer.content.decode()


def test_a_stage_is_reached_and_none_is_taken_back() -> None:
    report = queries.home(acting("maria"), _reported()).reports[0]
    maria = at_work("maria")

    sent = maria.post(
        f"/realisasi/laporan/{report.id}/tahap/", {"stage": "100", "tanggal": "1 Juli 2025", "seen": report.seen}
    )
    now = queries.report(acting("maria"), report.id)
    back = maria.post(
        f"/realisasi/laporan/{report.id}/tahap/", {"stage": "30", "tanggal": "2 Juli 2025", "seen": now.seen}
    )

    assert (sent.status_code, now.stage, now.stage_date) == (302, "100", date(2025, 7, 1))
    assert back.status_code == 422
    assert "Tahap tidak dapat mundur" in back.content.decode()


@pytest.mark.parametrize(
    ("day", "said"), [("1 Januari 2099", "belum tiba"), ("besok", "harus tanggal"), ("", "belum diisi")]
)
def test_a_day_that_cannot_be_is_said_at_the_one_question_about_it(day: str, said: str) -> None:
    report = queries.home(acting("maria"), _reported()).reports[0]

    answer = at_work("maria").post(
        f"/realisasi/laporan/{report.id}/tahap/", {"stage": "100", "tanggal": day, "seen": report.seen}
    )

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert 'id="isian-tanggal-e"' in answer.content.decode()


def test_a_photo_is_kept_and_shown_as_what_it_is() -> None:
    home = queries.home(acting("maria"), _reported())
    file = SimpleUploadedFile("ktp.svg", PHOTO, content_type="image/svg+xml")

    sent = at_work("maria").post(
        f"/realisasi/laporan/{home.reports[0].id}/foto/",
        {"berkas": file, "stage": "0", "taken_date": "1 Juni 2025", "caption": "Depan"},
    )
    (photo,) = queries.home(acting("maria"), home.id).photos
    shown = at_work("maria").get(f"/realisasi/foto/{photo.id}/")

    assert sent.status_code == 302
    assert (shown["Content-Type"], shown.content) == ("image/jpeg", PHOTO)
    assert "no-store" in shown["Cache-Control"]
    assert at_work("budi").get(f"/realisasi/foto/{photo.id}/").status_code == 404


def test_what_is_no_photo_comes_back() -> None:
    home = queries.home(acting("maria"), _reported())
    file = SimpleUploadedFile("foto.jpg", b"<svg onload=alert(1)>", content_type="image/jpeg")

    answer = at_work("maria").post(f"/realisasi/laporan/{home.reports[0].id}/foto/", {"berkas": file, "stage": "0"})

    assert answer.status_code == 422
    assert "Kirim JPEG, PNG." in answer.content.decode()


def test_a_report_is_corrected_with_a_reason_and_withdrawn() -> None:
    home = queries.home(acting("maria"), _reported())
    report, maria = home.reports[0], at_work("maria")
    said = _form(address="Jalan Baru 1", alasan="Salah alamat", seen=report.seen)

    corrected = maria.post(f"/realisasi/laporan/{report.id}/ubah/", said)
    address = queries.report(acting("maria"), report.id).values["address"]
    withdrawn = maria.post(f"/realisasi/laporan/{report.id}/tarik/", {"alasan": "Dua kali"})

    assert (corrected.status_code, address) == (302, "Jalan Baru 1")
    assert withdrawn.status_code == 302
    assert queries.homes(acting("maria"), HomeFilters()).total == 0


def test_a_case_runs_against_its_ten_days_on_the_page_of_its_home() -> None:
    home = _reported(nik=NIK)
    case = _case(nik=NIK, complete_date="3 Juni 2025")
    dewi = at_work("dewi")

    listed, shown = _page(dewi, "/kasus/"), _page(dewi, f"/kasus/{case}/")

    assert "1 kasus, 1 lewat batas" in listed
    assert "Lewat batas" in shown
    assert f"/realisasi/{home}/" in shown
    assert "PBG-610519-01" in _page(at_work("maria"), f"/realisasi/{home}/")


def test_a_case_is_added_and_decided_through_the_form() -> None:
    dewi = at_work("dewi")
    said = {"case_number": "PBG-9", "village_code": VILLAGE, "applied_date": "2 Juni 2025"}

    sent = dewi.post("/kasus/tambah/", said)
    case = queries.case(acting("dewi"), UUID(re.findall(r"[0-9a-f-]{36}", sent["Location"])[0]))
    decided = {**said, "complete_date": "3 Juni 2025", "decided_date": "10 Juni 2025", "outcome": "TERBIT"}
    dewi.post(f"/kasus/{case.id}/sunting/", {**decided, "seen": case.seen})

    assert queries.case(acting("dewi"), case.id).outcome == "TERBIT"
    assert "Diputuskan dalam 3 hari kerja" in _page(dewi, f"/kasus/{case.id}/")


def test_each_office_sees_its_own_cases() -> None:
    pbg = _case()

    assert at_work("hendra").get(f"/kasus/{pbg}/").status_code == 404
    assert "0 kasus" in _page(at_work("hendra"), "/kasus/")
    assert at_work("maria").get(f"/kasus/{pbg}/").status_code == 200
    assert at_work("maria").get("/kasus/tambah/").status_code == 403


def test_two_that_look_alike_are_decided_upon_at_the_desk() -> None:
    one = _reported(recipient="Yohanes Anton")
    other = _reported("domi", recipient="Yohanes Anton", source="DANA DESA")
    maria = at_work("maria")

    listed, desk = _page(maria, "/realisasi/"), _page(maria, "/realisasi/ganda/")
    sent = maria.post(
        "/realisasi/ganda/", {"satu": one, "lain": other, "putusan": "SATU RUMAH", "alasan": "Satu KK", "lewati": "1"}
    )

    assert "sampai 1 lebih sedikit" in listed
    assert "Apakah ini rumah yang sama?" in desk
    assert sent.status_code == 302
    assert queries.homes(acting("maria"), HomeFilters()).total == 1


def test_a_verdict_without_a_reason_is_not_taken() -> None:
    one, other = _reported(recipient="Yohanes Anton"), _reported("domi", recipient="Yohanes Anton", source="DANA DESA")

    answer = at_work("maria").post(
        "/realisasi/ganda/", {"satu": one, "lain": other, "putusan": "SATU RUMAH", "alasan": "", "lewati": "1"}
    )

    assert answer.status_code == 422
    assert queries.homes(acting("maria"), HomeFilters()).total == 2


def test_a_verdict_is_taken_back_by_the_office_that_gave_it() -> None:
    one = _reported(recipient="Yohanes Anton")
    other = _reported("domi", recipient="Yohanes Anton", source="DANA DESA")
    decided = commands.judge(acting("maria"), one, other, verdict="SATU RUMAH", reason="Satu KK")
    take_back = f"/realisasi/putusan/{decided}/batal/"

    shown, not_theirs = _page(at_work("maria"), f"/realisasi/{one}/"), _page(at_work("domi"), f"/realisasi/{one}/")
    refused = at_work("domi").post(take_back).status_code
    again = at_work("maria").post(take_back, follow=True).content.decode()

    assert take_back in shown
    assert "Satu KK" in not_theirs
    assert take_back not in not_theirs
    assert refused == 403
    assert "Apakah ini rumah yang sama?" in again


def test_numbers_follow_the_filters_and_count_each_year_once() -> None:
    for month, homes in (("2024-12-01", "10"), ("2025-05-01", "12"), ("2025-06-01", "20")):
        said = {"region_code": SINTANG, "month": month, "source": "FLPP", "stage": "100", "homes": homes}
        commands.report_number(acting("maria"), said)
    maria = at_work("maria")

    assert "<b>30 rumah</b>" in _page(maria, "/realisasi/")
    assert "<b>20 rumah</b>" in _page(maria, "/realisasi/?tahun=2025")
    assert "Tidak ada laporan angka" in _page(maria, "/realisasi/?tahun=2025&sumber=BSPS")


def test_a_number_is_withdrawn_with_a_reason_by_who_said_it() -> None:
    said = {"region_code": SINTANG, "month": "2025-06-01", "source": "DANA DESA", "stage": "100", "homes": "40"}
    number = commands.report_number(acting("domi"), said)
    withdraw = f"/realisasi/angka/{number}/tarik/"

    refused = at_work("maria").post(withdraw, {"alasan": "Salah bulan"}).status_code
    without_reason = at_work("domi").post(withdraw, {"alasan": ""}).status_code
    sent = at_work("domi").post(withdraw, {"alasan": "Salah bulan"}).status_code

    assert withdraw not in _page(at_work("maria"), "/realisasi/angka/")
    assert (refused, without_reason, sent) == (403, 422, 302)
    assert queries.numbers(acting("domi")) == []


def test_a_number_without_a_list_stands_beside() -> None:
    maria = at_work("maria")
    _reported()

    sent = maria.post(
        "/realisasi/angka/tambah/",
        {"region_code": SINTANG, "month": "2025-06-01", "source": "BSPS", "stage": "100", "homes": "40"},
    )
    page = _page(maria, "/realisasi/?tahun=2025")

    assert sent.status_code == 302
    assert "40 rumah" in page
    assert "40" in _page(maria, "/realisasi/angka/")
    assert queries.homes(acting("maria"), HomeFilters()).total == 1


def test_an_offer_becomes_homes_that_the_donor_sees_without_a_name() -> None:
    said = {"region_code": SINTANG, "work": "PENINGKATAN", "homes": "2"}
    pledge = planning.offer_pledge(acting("citra"), said)
    maria = at_work("maria")

    form = _page(maria, f"/tawaran/{pledge}/terima/")
    sent = maria.post(f"/tawaran/{pledge}/terima/", {"homes": "2", "village_code": VILLAGE, "note": "Terima kasih"})
    made = queries.homes(acting("citra"), HomeFilters()).rows
    commands.correct(
        acting("maria"), made[0].id, {"recipient": "Yohanes", "address": "Jalan 1"}, seen=None, because="Dipilih"
    )

    assert 'name="homes"' in form
    assert (sent.status_code, len(made)) == (302, 2)
    for address in ("/realisasi/", f"/realisasi/{made[0].id}/", f"/tawaran/{pledge}/"):
        page = _page(at_work("citra"), address)
        assert "Yohanes" not in page
        assert "Jalan 1" not in page
        assert "PBG dan BPHTB" not in page


@pytest.mark.parametrize("page", ["/realisasi/", "/realisasi/?tahun=x&sumber=y&wilayah=61.05&hal=-3", "/kasus/"])
def test_lists_open_empty_for_whoever_may_read_them(page: str) -> None:
    assert at_work("rini").get(page).status_code == 200
    assert at_work("siti").get(page).status_code == 403
    assert at_work("anton").get(page).status_code == 403
