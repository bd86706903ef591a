"""What do the pages of meetings, obstacles and commitments show, and to whom?"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import resources
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from betang.accounts import commands as accounts
from betang.coordination import commands, queries
from betang.organisation import commands as organisation
from betang.organisation import queries as offices
from betang.organisation.domain.agencies import KABUPATEN
from betang.organisation.models import Region
from betang.web.frame import MENU
from tests.web.office import PASSWORD, acting, at_work, listed_family, open_office

SAMPLE = resources.files("betang.coordination.samples").joinpath("rapat-2025-06-12.yaml").read_bytes()
KALIMANTAN_BARAT, SINTANG = "61", "61.05"
# Who joins the office of the other stories for these: a secretary, two heads, a ministry and a donor.
_CAST = (
    ("natalia", "data_officer", "BP3KP Kalimantan I", "balai", "61"),
    ("yohanes", "head_of_office", "Disperakim Kabupaten Sintang", "housing", SINTANG),
    ("wulan", "data_officer", "Direktorat Pembiayaan Perumahan Perdesaan", "ministry", "00"),
    ("hendra", "data_officer", "Bapenda Kabupaten Sintang", "revenue", SINTANG),
    ("citra", "donor", "PT Sawit Rekaan", "company", SINTANG),
)

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


@pytest.fixture(scope="module", autouse=True)
def _office(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The office is opened once for all of these stories, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
            open_office()
            _open_the_others()
        yield
        transaction.set_rollback(True)


def _open_the_others() -> None:
    missing = [code for code in KABUPATEN if offices.region(code) is None]
    Region.objects.bulk_create(map(_kabupaten, missing))
    known = {each.name for each in offices.agencies()}
    for name, role, agency, kind, region in _CAST:
        if agency not in known:
            organisation.add_agency(name=agency, kind=kind, region=region)
        accounts.add_user(name, role=role, agency=offices.agency_named(agency).id, region=region)
        accounts.set_known_password(name, PASSWORD)


def _kabupaten(code: str) -> Region:
    return Region(
        code=code, name=KABUPATEN[code], level=2, parent_code=KALIMANTAN_BARAT, kind="kabupaten",
        valid_from=date(2025, 1, 1), decree="contoh",
    )  # fmt: skip


def _meeting() -> UUID:
    return commands.import_meeting(acting("natalia"), SAMPLE)


def _obstacle(by: str = "maria", **values: object) -> UUID:
    told = {"topic": "DATA", "text": "Daftar lama dipakai untuk usulan", "region_code": SINTANG, "filter": ""}
    return commands.raise_obstacle(acting(by), told | values)


def _page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def _soon(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def test_a_meeting_comes_from_one_file_and_stands_with_its_promises_first() -> None:
    natalia = at_work("natalia")

    sent = natalia.post("/rapat/unggah/", {"berkas": SimpleUploadedFile("rapat.yaml", SAMPLE)})
    page = _page(natalia, sent["Location"])

    assert "Ruang Tengkawang, Kantor Gubernur Kalimantan Barat, Pontianak, dan daring lewat Zoom" in page
    assert page.index("Komitmen dan keadaannya hari ini") < page.index("<h2>Susunan acara</h2>")
    assert "Saya sangat mengharapkan dukungan dari pemerintah daerah" in page


def test_a_file_that_is_no_meeting_comes_back_with_the_reason() -> None:
    sent = at_work("natalia").post("/rapat/unggah/", {"berkas": SimpleUploadedFile("x.yaml", b"judul: [")})

    assert sent.status_code == 422
    assert "Berkas ini belum dapat dibaca." in sent.content.decode()


@pytest.mark.parametrize("paper", ["notulen", "daftar-hadir", "siaran-pers"])
def test_a_paper_is_given_for_word(paper: str) -> None:
    given = at_work("natalia").get(f"/rapat/{_meeting()}/{paper}.docx")

    assert given.content.startswith(b"PK")
    assert given["Content-Disposition"] == f'attachment; filename="{paper}-2025-06-12.docx"'


def test_a_form_that_comes_back_keeps_what_was_typed() -> None:
    sent = at_work("natalia").post("/rapat/baru/", {"title": "Rapat triwulan", "held_date": "31 Februari 2025"})

    assert sent.status_code == 422
    assert 'value="Rapat triwulan"' in sent.content.decode()


def test_a_meeting_is_called_by_a_form_and_grows_by_its_parts() -> None:
    natalia = at_work("natalia")
    called = natalia.post(
        "/rapat/baru/", {"title": "Rapat triwulan", "held_date": "2 Juli 2025", "region_code": KALIMANTAN_BARAT}
    )
    meeting = called["Location"]
    slides = SimpleUploadedFile("paparan.pdf", b"%PDF-1.7 rekaan")

    natalia.post(f"{meeting}acara/", {"title": "Paparan kuota", "item": "PAPARAN", "berkas": slides})
    natalia.post(f"{meeting}hadir/", {"name": "Maria", "office": "Disperakim Kabupaten Sintang", "mode": "DARING"})
    natalia.post(f"{meeting}undangan/", {"part": "DIUNDANG", "invited": "Kantor Pertanahan Sintang"})
    natalia.post(f"{meeting}hasil/", {"outcome": "KEPUTUSAN", "text": "Data disamakan setiap triwulan"})
    page = _page(natalia, meeting)

    for told in (
        "Paparan kuota",
        "paparan.pdf",
        "Daring",
        "Kantor Pertanahan Sintang",
        "Data disamakan setiap",
        "dari 1 kabupaten",
    ):
        assert told in page
    file = re.search(r"/rapat/berkas/[0-9a-f-]+/", page)
    assert file and natalia.get(file[0]).content == b"%PDF-1.7 rekaan"


def test_a_part_that_was_removed_is_shown_no_more() -> None:
    natalia, meeting = at_work("natalia"), _meeting()
    first = queries.meeting(acting("natalia"), meeting).agenda[0]

    natalia.post(f"/rapat/bagian/{first.id}/hapus/")

    assert first.title not in _page(natalia, f"/rapat/{meeting}/")


def test_only_who_wrote_a_meeting_down_changes_it() -> None:
    meeting = _meeting()
    budi = at_work("budi")

    assert budi.get(f"/rapat/{meeting}/sunting/").status_code in (403, 404)
    assert at_work("natalia").get(f"/rapat/{meeting}/sunting/").status_code == 200


def test_the_wall_counts_the_families_before_anything_is_kept() -> None:
    listed_family()
    natalia, meeting = at_work("natalia"), _meeting()
    typed = {"text": "Jalan putus", "topic": "AKSES", "wilayah": SINTANG}

    looked = natalia.post(f"/rapat/{meeting}/layar/", typed | {"ke": "lihat"}).content.decode()

    assert "<b>1</b>" in looked
    assert "Jalan putus</textarea>" in looked
    assert not [each for each in queries.meeting(acting("natalia"), meeting).obstacles if each.text == "Jalan putus"]


def test_what_is_noted_on_the_wall_is_an_obstacle_of_the_meeting() -> None:
    listed_family()
    natalia, meeting = at_work("natalia"), _meeting()
    typed = {"text": "Jalan putus", "topic": "AKSES", "wilayah": SINTANG}

    natalia.post(f"/rapat/{meeting}/layar/", typed | {"ke": "catat"})
    (raised,) = [each for each in queries.meeting(acting("natalia"), meeting).obstacles if each.text == "Jalan putus"]

    assert (raised.filter, raised.region_code, raised.families) == (f"wilayah={SINTANG}", SINTANG, 1)


def test_what_a_kabupaten_notes_at_a_meeting_of_the_province_is_its_own() -> None:
    meeting = _meeting()
    commands.attend(acting("natalia"), meeting, {"office": "Disperakim Kabupaten Sintang"})

    at_work("maria").post(f"/rapat/{meeting}/layar/", {"text": "Jalan putus", "topic": "AKSES", "ke": "catat"})
    (raised,) = [each for each in queries.meeting(acting("maria"), meeting).obstacles if each.text == "Jalan putus"]

    assert raised.region_code == SINTANG


def test_nobody_is_named_on_the_wall() -> None:
    wall = _page(at_work("natalia"), f"/rapat/{_meeting()}/layar/")

    assert "Natalia" not in wall
    assert "Apa kendalanya?" in wall


def test_the_board_has_what_is_late_first_and_the_ministrys_promise_with_it() -> None:
    wulan = acting("wulan")
    kept = {"region_code": KALIMANTAN_BARAT, "proof_kind": "BUKTI"}
    commands.promise(wulan, kept | {"text": "Membalas telaahan", "due_date": _soon(30)})
    _obstacle(due_date=_soon(3), text="Perbup belum terbit")

    page = _page(at_work("natalia"), "/kendala/")

    assert page.index("Perbup belum terbit") < page.index("Membalas telaahan")
    assert "Direktorat Pembiayaan Perumahan Perdesaan" in page
    assert "3 hari lagi" in page or "Menunggu jawaban" in page


def test_an_obstacle_shows_the_families_behind_it_and_leads_to_them() -> None:
    listed_family()
    obstacle = _obstacle(filter=f"wilayah={SINTANG}")

    page = _page(at_work("maria"), f"/kendala/{obstacle}/")

    assert "<b>1</b>" in page
    assert f'href="/rumah/?wilayah={SINTANG}"' in page


def test_only_a_head_of_office_is_offered_to_send_up() -> None:
    obstacle = _obstacle()
    sent = {"to": "PROVINSI", "due_date": _soon(14).isoformat()}

    assert "Kirim kendala" not in _page(at_work("maria"), f"/kendala/{obstacle}/")
    assert at_work("maria").post(f"/kendala/{obstacle}/kirim/", sent).status_code == 403
    assert "Kirim kendala" in _page(at_work("yohanes"), f"/kendala/{obstacle}/")
    assert at_work("yohanes").post(f"/kendala/{obstacle}/kirim/", sent).status_code == 302
    assert queries.obstacle(acting("yohanes"), obstacle).level == "PROVINSI"


def test_an_obstacle_is_answered_and_closed() -> None:
    obstacle, maria = _obstacle(), at_work("maria")

    assert maria.post(f"/kendala/{obstacle}/jawab/", {"answer": ""}).status_code == 422
    maria.post(f"/kendala/{obstacle}/jawab/", {"answer": "Didata ulang bulan ini"})
    maria.post(f"/kendala/{obstacle}/tutup/")

    page = _page(maria, f"/kendala/{obstacle}/")
    assert "Didata ulang bulan ini" in page
    assert "Selesai" in page


def test_a_promise_is_typed_proved_and_done() -> None:
    maria = at_work("maria")
    typed = {"text": "Kirim daftar PBG", "due_date": _soon(9).isoformat(), "proof_kind": "BUKTI"}

    made = maria.post("/komitmen/tambah/", typed)
    maria.post(f"{made['Location']}bukti/", {"proof": "Surat terkirim"})

    page = _page(maria, made["Location"])
    assert "Terpenuhi" in page
    assert "Surat terkirim" in page


def test_a_measured_promise_says_how_far_it_is_or_why_nobody_knows() -> None:
    typed = {
        "text": "Data 486 keluarga", "due_date": _soon(9).isoformat(), "proof_kind": "TERUKUR",
        "metric": "KELUARGA DIDATA", "since_date": "1 Juni 2025", "threshold": "486",
    }  # fmt: skip
    maria = at_work("maria")

    unknown = _page(maria, maria.post("/komitmen/tambah/", typed)["Location"])
    listed_family()
    known = _page(maria, maria.post("/komitmen/tambah/", typed)["Location"])

    assert "Belum dapat diukur." in unknown
    assert "dari 486 keluarga" in known


def test_what_is_of_another_region_is_not_there() -> None:
    obstacle = _obstacle()
    promise = commands.promise(
        acting("maria"), {"text": "Kirim", "region_code": SINTANG, "due_date": _soon(9), "proof_kind": "BUKTI"}
    )
    local = commands.call_meeting(
        acting("maria"), {"title": "Rapat Sintang", "region_code": SINTANG, "held_date": date(2025, 7, 2)}
    )
    budi = at_work("budi")

    addresses = (f"/kendala/{obstacle}/", f"/komitmen/{promise}/", f"/rapat/{local}/", f"/rapat/{local}/notulen.docx")
    assert [budi.get(each).status_code for each in addresses] == [404] * 4


@pytest.mark.parametrize("address", ["/rapat/", "/kendala/", "/kendala/tambah/", "/komitmen/tambah/", "/rapat/baru/"])
def test_who_does_not_see_the_programme_is_told_so(address: str) -> None:
    assert at_work("siti").get(address).status_code == 403
    assert at_work("citra").get(address).status_code == 403


def test_home_opens_with_what_the_office_owes() -> None:
    late = {"text": "Mutakhirkan data", "region_code": SINTANG, "due_date": _soon(2), "proof_kind": "BUKTI"}
    commands.promise(acting("maria"), late)

    page = _page(at_work("maria"), "/")

    assert page.index("Yang ditunggu dari kantor Anda") < page.index("Mutakhirkan data")
    assert "2 hari lagi" in page


@pytest.mark.parametrize(
    ("name", "there", "not_there"),
    [
        ("dewi", {"PBG", "Rapat", "Kendala", "Capaian", "Rencana"}, {"BPHTB", "Tawaran", "Pengguna"}),
        ("hendra", {"BPHTB", "Rapat", "Kendala"}, {"PBG", "Tawaran"}),
        ("maria", {"Rumah", "Unggah", "Realisasi", "PBG dan BPHTB", "Tawaran"}, {"Pengguna"}),
        ("siti", {"Beranda", "Rumah"}, {"Unggah", "Rapat", "Kendala", "Capaian"}),
        ("citra", {"Beranda", "Tawaran", "Realisasi"}, {"Rumah", "Rapat", "Capaian"}),
    ],
)
def test_the_menu_has_what_the_office_and_the_role_may_do(name: str, there: set[str], not_there: set[str]) -> None:
    who = acting(name)

    menu = {str(place.called.get(who.agency_kind, place.label)) for place in MENU if place.opens_for(who)}

    assert there <= menu
    assert not menu & not_there


@pytest.mark.parametrize("name", ["maria", "dewi", "citra"])
def test_every_entry_of_the_menu_opens(name: str) -> None:
    browser = at_work(name)

    addresses = re.findall(r'<li><a href="([^"]+)"', _page(browser, "/").split("<main")[0])

    assert {address: browser.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)
