"""What does an officer, and what does a donor, see and do on the pages of planning?"""

import re
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from pytest_django import Settings

from betang.accounts import commands as accounts
from betang.delivery import commands as delivery
from betang.organisation import commands as organisation
from betang.planning import commands, queries
from tests.register.cast import NANGA_LEBANG, NANGA_MAU
from tests.web import office
from tests.web.office import at_work

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
_OTHERS = (
    ("yosef", "data_officer", "Perkim Rekaan Kalbar", "province", "61"),
    ("ria", "data_officer", "Direktorat Rekaan", "ministry", "00"),
    ("tika", "donor", "PT Rekaan Lestari", "company", "61.05"),
    ("umar", "donor", "Baznas Rekaan", "zakat", "61.05"),
)


@pytest.fixture(autouse=True)
def _office(db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody types one here
    office.open_office()
    for name, role, agency, kind, region in _OTHERS:
        made = organisation.add_agency(name=agency, kind=kind, region=region)
        accounts.add_user(name, role=role, agency=made.id, region=region, full_name=name.title())
        accounts.set_known_password(name, office.PASSWORD)


@pytest.fixture
def target() -> UUID:
    return plan("maria", proposed_homes=486)


@pytest.fixture
def pledge() -> UUID:
    return offered()


def plan(name: str, *, region: str = "61.05", source: str = "BSPS", **values: object) -> UUID:
    return commands.set_target(
        office.acting(name), year=2025, region_code=region, source=source, values=values, because="Rapat target"
    )


def offered(name: str = "tika", **values: object) -> UUID:
    usual: dict[str, object] = {"region_code": "61.05", "work": "BARU", "homes": 5, "conditions": "Bahan saja"}
    return commands.offer_pledge(office.acting(name), usual | values)


def text(response: HttpResponse) -> str:
    return response.content.decode()


def seen(page: HttpResponse) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', text(page))
    assert found
    return found[1]


def send(name: str, *, path: str = "/rencana/target/", **values: object) -> HttpResponse:
    key = {"year": "2025", "region_code": "61.05", "source": "BSPS", "alasan": "Rapat target"}
    return at_work(name).post(path, key | values, follow=True)


def test_a_first_look_says_that_there_is_no_target_yet() -> None:
    page = text(at_work("maria").get("/rencana/?tahun=2025"))

    assert "Belum ada target 2025 untuk Sintang" in page
    assert "Tambah target" in page


def test_the_negotiation_stands_side_by_side_and_the_parts_beside_it(target: UUID) -> None:
    plan("yosef", region_homes=400)
    plan("ria", agreed_homes=100)
    plan("maria", region=NANGA_MAU, agreed_homes=120)

    page = text(at_work("maria").get("/rencana/?tahun=2025"))

    assert "Target 2025 Sintang: 100 rumah" in page
    assert all(f">{homes}<" in page for homes in ("486", "400", "100"))
    assert "Bagian melebihi target" in page
    assert "Bagian: 120, lebih 20" in page
    assert "20 lebih banyak daripada target 100" in page


def test_an_officer_adds_a_target_with_its_decree() -> None:
    paper = SimpleUploadedFile("SK Bupati.pdf", b"%PDF-1.7 rekaan")

    page = send("maria", proposed_homes="486", decree="600/12/2025", decree_date="3 Februari 2025", sk=paper)

    (found,) = queries.targets(office.acting("maria"), year=2025)
    assert "SK Bupati.pdf" in text(page)
    file = at_work("maria").get(f"/rencana/target/{found.id}/sk/")
    assert file.content == b"%PDF-1.7 rekaan"
    assert file["Content-Disposition"] == 'attachment; filename="SK Bupati.pdf"'


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        ("proposed_homes", "-3", "Usulan harus antara 0 dan 1.000.000"),
        ("year", "1999", "Tahun harus antara"),
        ("source", "", "Sumber dana belum diisi"),
        ("region_code", "61.06", "di luar wilayah tugas Anda"),
        ("decree_date", "1 Januari 2999", "Tanggal SK belum tiba"),
    ],
)
def test_what_cannot_be_comes_back_at_its_question_with_what_was_typed(field: str, given: str, said: str) -> None:
    answer = send("maria", **{"proposed_homes": "486", "decree": "Nomor 7", field: given})

    page = text(answer)
    assert answer.status_code == 422
    assert said in page
    assert f'id="isian-{field.replace("_", "-")}-e"' in page
    assert 'value="Nomor 7"' in page


def test_everything_that_is_wrong_is_said_at_once() -> None:
    answer = send("maria", source="", proposed_homes="-3", alasan="")

    assert "Periksa 3 isian" in text(answer)


def test_a_number_of_the_ministry_is_only_proposed_by_the_regency_and_decided_by_the_ministry() -> None:
    target_id = plan("ria", agreed_homes=100)
    address = "/rencana/target/?tahun=2025&wilayah=61.05&sumber=BSPS"

    page = send("maria", agreed_homes="150", seen=seen(at_work("maria").get(address)))
    assert "menunggu pemilik datanya" in text(page)
    assert "usulan lain" in text(page)
    assert "Mana yang berlaku" not in text(page)

    asked = at_work("ria").get(f"/rencana/target/{target_id}/")
    _shown, other = re.findall(r'name="nilai" value="([^"]+)"', text(asked))
    answer = {"isian": "agreed_homes", "nilai": other, "seen": seen(asked)}
    at_work("ria").post(f"/rencana/target/{target_id}/putusan/", answer)
    assert queries.target(office.acting("ria"), target_id).agreed_homes == 150


def test_a_new_form_for_a_target_that_is_there_already_comes_back(target: UUID) -> None:
    answer = send("maria", proposed_homes="500")

    assert answer.status_code == 422
    assert "sudah ada" in text(answer)
    assert 'value="500"' in text(answer)
    assert queries.target(office.acting("maria"), target).proposed_homes == 486


def test_a_target_is_taken_back_with_a_reason(target: UUID) -> None:
    address = f"/rencana/target/{target}/tarik/"

    assert at_work("maria").post(address, {"alasan": " "}).status_code == 422
    page = at_work("maria").post(address, {"alasan": "Salah tahun"}, follow=True)

    assert "Target ditarik" in text(page)
    assert at_work("maria").get(f"/rencana/target/{target}/").status_code == 404


@pytest.mark.parametrize("tail", ["", "sk/", "putusan/", "tarik/"])
def test_a_target_of_another_region_is_answered_as_one_that_is_not_there(target: UUID, tail: str) -> None:
    said = {"isian": "agreed_homes", "nilai": "00.1", "alasan": "Salah"}
    client = at_work("budi")
    ask = client.post if tail in ("putusan/", "tarik/") else client.get

    statuses = [ask(f"/rencana/target/{each}/{tail}", said).status_code for each in (target, uuid4())]

    assert statuses == [404, 404]


@pytest.mark.parametrize(
    "address", ["/rencana/?wilayah=61.06", "/rencana/target/?wilayah=61.06", "/rencana/dana/?wilayah=61.99"]
)
def test_a_region_in_an_address_that_is_not_ones_own_is_not_there(address: str) -> None:
    assert at_work("maria").get(address).status_code == 404


@pytest.mark.parametrize("name", ["siti", "anton", "tika"])
@pytest.mark.parametrize("address", ["/rencana/", "/rencana/target/", "/rencana/dana/"])
def test_who_has_no_business_with_targets_is_told_so(name: str, address: str) -> None:
    assert at_work(name).get(address).status_code == 403


def test_a_reader_sees_targets_and_may_not_set_one(target: UUID) -> None:
    page = text(at_work("rini").get("/rencana/?tahun=2025"))

    assert "Tambah target" not in page
    assert at_work("rini").get("/rencana/target/").status_code == 403
    assert send("rini", proposed_homes="1").status_code == 403


def test_money_is_entered_changed_and_shown_with_its_cap() -> None:
    said = {"source": "DANA DESA", "work": "PENINGKATAN", "cap_rupiah": "Rp 10 juta", "legal_basis": "Permendes 7/2023"}
    page = text(send("maria", path="/rencana/dana/", **said))
    assert "Rp 10 juta" in page

    (purse,) = queries.purses(office.acting("maria"), year=2025)
    form = at_work("maria").get(f"/rencana/dana/?dana={purse.id}")
    changed = {"cap_rupiah": "12 juta", "seen": seen(form), "alasan": "Juknis baru"}
    at_work("maria").post(f"/rencana/dana/?dana={purse.id}", changed)

    assert [each.cap_rupiah for each in queries.purses(office.acting("maria"), year=2025)] == [12_000_000]


def test_what_law_and_practice_name_is_entered_at_once() -> None:
    page = at_work("maria").post("/rencana/dana/dikenal/", {"tahun": "2025"}, follow=True)

    assert "Bantuan Stimulan Perumahan Swadaya" in text(page)
    found = queries.purse_for(source="BSPS", year=2025, region_code=NANGA_LEBANG)
    assert found is not None
    assert found.cap_rupiah == 20_000_000


def test_a_donor_offers_help_and_sees_villages_and_counts_but_no_name() -> None:
    office.listed_family()

    form = text(at_work("tika").get("/tawaran/baru/?wilayah=61.05"))
    assert "Nanga Mau" in form
    assert "kurang dari 5" in form
    assert "Yakobus" not in form

    page = at_work("tika").post("/tawaran/baru/", {"region_code": NANGA_MAU, "work": "BARU", "homes": "5"}, follow=True)
    assert "5 rumah untuk Nanga Mau, Kayan Hilir, Sintang" in text(page)
    assert "Menunggu jawaban" in text(page)
    assert "Yakobus" not in text(page)


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        ("homes", "", "Isi jumlah rumah atau nilai tawaran"),
        ("homes", "100001", "Jumlah rumah harus antara"),
        ("region_code", "61.06", "di luar wilayah tugas Anda"),
        ("valid_until", "1 Januari 2020", "sudah lewat"),
        ("work", "", "Jenis pekerjaan belum diisi"),
    ],
)
def test_an_offer_that_cannot_be_comes_back_with_what_was_typed(field: str, given: str, said: str) -> None:
    usual = {"region_code": "61.05", "work": "BARU", "homes": "5", "conditions": "Bahan saja"}

    answer = at_work("tika").post("/tawaran/baru/", usual | {field: given})

    assert answer.status_code == 422
    assert said in text(answer)
    assert "Bahan saja" in text(answer)


def test_the_housing_office_reads_an_offer_and_says_why_not(pledge: UUID) -> None:
    address = f"/tawaran/{pledge}/jawab/"
    assert "PT Rekaan Lestari" in text(at_work("maria").get("/tawaran/"))

    assert at_work("maria").post(address, {"catatan": ""}).status_code == 422
    at_work("maria").post(address, {"catatan": "Lahan belum siap"})

    page = text(at_work("tika").get(f"/tawaran/{pledge}/"))
    assert "Ditolak" in page
    assert "Lahan belum siap" in page
    assert at_work("maria").post(address, {"catatan": "Lagi"}).status_code == 400


def test_a_donor_takes_its_offer_back(pledge: UUID) -> None:
    page = at_work("tika").post(f"/tawaran/{pledge}/tarik/", follow=True)

    assert "Ditarik" in text(page)
    assert "Tarik tawaran" not in text(page)


@pytest.mark.parametrize("name", ["umar", "budi"])
@pytest.mark.parametrize("tail", ["", "tarik/", "jawab/"])
def test_an_offer_of_somebody_else_is_answered_as_one_that_is_not_there(pledge: UUID, name: str, tail: str) -> None:
    client = at_work(name)

    statuses = [
        (client.post if tail else client.get)(f"/tawaran/{each}/{tail}").status_code for each in (pledge, uuid4())
    ]

    assert statuses == [404, 404]
    assert "PT Rekaan Lestari" not in text(client.get("/tawaran/"))


@pytest.mark.parametrize("name", ["dewi", "siti", "anton"])
def test_who_has_nothing_to_do_with_offers_is_told_so(pledge: UUID, name: str) -> None:
    client = at_work(name)

    assert [client.get(each).status_code for each in ("/tawaran/", f"/tawaran/{pledge}/", "/tawaran/baru/")] == [
        403
    ] * 3


@pytest.mark.parametrize(("name", "tail"), [("dewi", "jawab/"), ("tika", "jawab/"), ("maria", "tarik/")])
def test_who_may_not_answer_or_withdraw_is_told_so(pledge: UUID, name: str, tail: str) -> None:
    assert at_work(name).post(f"/tawaran/{pledge}/{tail}", {"catatan": "Tidak"}).status_code == 403


def test_an_accepted_offer_shows_its_homes_to_the_donor_and_no_name(pledge: UUID) -> None:
    delivery.accept_pledge(office.acting("maria"), pledge, homes=3, village_code=NANGA_MAU, note="Terima kasih")

    page = text(at_work("tika").get(f"/tawaran/{pledge}/"))

    assert "Diterima" in page
    assert "3 rumah dari tawaran ini" in page
    assert page.count("Belum ada foto") == 6
    assert "Tarik tawaran" not in page
