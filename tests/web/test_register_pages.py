"""What does an officer see and do on the pages of the register?"""

import re
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from betang.accounts import queries as accounts
from betang.register import queries as register
from tests.register.cast import KK_YAKOBUS, NANGA_LEBANG, NANGA_MAU, NIK_YAKOBUS, house_of
from tests.web import office
from tests.web.office import at_work

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

TODAY = {"keadaan": "2 Juli 2025", "alasan": "Dicek di lapangan"}


@pytest.fixture(autouse=True)
def _office(db: None, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody types one here
    office.open_office()


@pytest.fixture
def family() -> UUID:
    return office.listed_family()


@pytest.fixture
def house(family: UUID) -> UUID:
    return house_of(family, office.acting("maria"))


@pytest.fixture
def head(family: UUID) -> UUID:
    card = register.record(office.acting("maria"), family).families[0]
    assert card.head is not None
    return card.head.id


def text(response: HttpResponse) -> str:
    return response.content.decode()


def seen(page: HttpResponse) -> str:
    found = re.search(r'name="seen" value="([^"]+)"', text(page))
    assert found
    return found[1]


def edit(name: str, entity: UUID, *, kind: str = "rumah", note: str = "", **values: str) -> HttpResponse:
    client, address = at_work(name), f"/{kind}/{entity}/ubah/"
    said = {"seen": note or seen(client.get(address)), **TODAY, **values}
    return client.post(address, said, follow=True)


def test_the_list_shows_who_is_on_it_and_hides_the_number(family: UUID) -> None:
    page = text(at_work("maria").get("/rumah/"))

    assert "Yakobus Sabang" in page
    assert "6105••••••••0003" in page
    assert NIK_YAKOBUS not in page


def test_a_searched_number_finds_the_family_and_stays_out_of_the_address(family: UUID) -> None:
    answer = at_work("maria").post("/rumah/cari/", {"q": NIK_YAKOBUS}, follow=True)

    (address, _status) = answer.redirect_chain[-1]
    assert not re.search(r"\d{8}", address)
    assert "Yakobus Sabang" in text(answer)
    assert NIK_YAKOBUS not in text(answer)


def test_a_masked_number_finds_the_family(family: UUID) -> None:
    answer = at_work("maria").post("/rumah/cari/", {"q": "6105 0003"}, follow=True)

    assert "Yakobus Sabang" in text(answer)


def test_a_number_of_fifteen_digits_is_told_so_and_leads_nowhere() -> None:
    answer = at_work("maria").post("/rumah/cari/", {"q": "610508120871000"})

    assert answer.status_code == 422
    assert "NIK dan nomor KK 16 angka; ini 15." in text(answer)


def test_a_number_typed_into_the_address_leaves_it() -> None:
    answer = at_work("maria").get(f"/rumah/?q={NIK_YAKOBUS}&kondisi=5")

    assert answer["Location"] == "/rumah/?kondisi=5"


def test_an_empty_answer_says_which_filter_to_drop_and_what_that_shows(family: UUID) -> None:
    page = text(at_work("maria").get("/rumah/?q=yakobus&kondisi=1"))

    assert "Hapus saringan Layak</a> untuk melihat 1 keluarga." in page


def test_an_empty_list_says_what_to_do_first() -> None:
    page = text(at_work("maria").get("/rumah/"))

    assert "Belum ada keluarga di Kabupaten Sintang" in page
    assert "Unggah daftar" in page


def test_a_record_names_file_row_and_column_of_a_value(family: UUID) -> None:
    page = text(at_work("maria").get(f"/rumah/{family}/"))

    assert "Keluarga Yakobus Sabang" in page
    assert "Daftar RTLH 2025.xlsx baris 17, AD" in page


def test_a_record_of_another_region_is_answered_like_one_that_does_not_exist(family: UUID) -> None:
    foreign = at_work("budi").get(f"/rumah/{family}/")
    unknown = at_work("budi").get(f"/rumah/{uuid4()}/")

    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert _without_address(foreign) == _without_address(unknown)


def _without_address(page: HttpResponse) -> str:
    return re.sub(r"[0-9a-f-]{36}|value=\"[^\"]*\"", "", text(page))


@pytest.mark.parametrize("what", ["ubah/", "kunjungan/", "keluarga/", "riwayat/roof_material/"])
def test_no_page_of_a_house_opens_from_another_region(house: UUID, what: str) -> None:
    assert at_work("budi").get(f"/rumah/{house}/{what}").status_code == 404


def test_whoever_looks_after_users_sees_no_records(family: UUID) -> None:
    client = at_work("anton")

    assert client.get("/rumah/").status_code == 403
    assert client.get(f"/rumah/{family}/").status_code == 403


def test_a_reader_finds_no_form_and_none_answers(house: UUID) -> None:
    client = at_work("rini")

    assert f"/rumah/{house}/ubah/" not in text(client.get(f"/rumah/{house}/"))
    assert client.get(f"/rumah/{house}/ubah/").status_code == 403
    assert client.get("/rumah/tambah/").status_code == 403


def test_an_edit_is_shown_and_its_history_keeps_what_it_replaced(house: UUID) -> None:
    page = edit("maria", house, roof_material="GENTENG")

    assert "Tersimpan: bahan atap." in text(page)
    told = text(at_work("maria").get(f"/rumah/{house}/riwayat/roof_material/"))
    assert "<b>Genteng</b>, sedang tampil" in told
    assert "<s>Seng</s>, diganti" in told
    assert "Dicek di lapangan" in told


def test_a_facilitators_edit_is_said_to_be_a_proposal(house: UUID) -> None:
    page = text(edit("siti", house, roof_material="DAUN"))

    assert "Usulan Anda tersimpan dan menunggu Disperakim Kabupaten Sintang: bahan atap." in page
    assert "Nilai yang tampil tetap." in page


def test_two_stale_forms_leave_both_values_and_the_owner_takes_one(house: UUID) -> None:
    stale = seen(at_work("maria").get(f"/rumah/{house}/ubah/"))
    edit("maria", house, roof_material="GENTENG")
    page = edit("maria", house, note=stale, roof_material="DAUN")
    assert "Isian ini berubah sejak formulir Anda dibuka: bahan atap." in text(page)

    decided = _take(at_work("maria"), house, "Genteng")

    assert "Putusan untuk bahan atap tersimpan." in text(decided)
    assert register.show(office.acting("maria"), house)["roof_material"].value == "GENTENG"
    assert 'name="nilai"' not in text(decided)


def _take(client: Client, house: UUID, label: str) -> HttpResponse:
    page = text(client.get(f"/rumah/{house}/"))
    value = re.search(rf'name="nilai" value="([^"]+)"[^>]*><span><b>{label}</b>', page)
    note = re.search(r'name="seen" value="([^"]+)"', page)
    assert value and note
    said = {"isian": "roof_material", "nilai": value[1], "seen": note[1]}
    return client.post(f"/rumah/{house}/putusan/", said, follow=True)


def test_who_may_not_decide_sees_both_values_and_no_button(house: UUID) -> None:
    edit("siti", house, roof_material="DAUN")

    page = text(at_work("dewi").get(f"/rumah/{house}/"))

    assert "<b>Daun</b>" in page
    assert 'name="nilai"' not in page
    assert "Yang memutuskan Disperakim Kabupaten Sintang" in page


def test_a_form_that_comes_back_keeps_what_was_typed_and_says_why_at_the_field(house: UUID) -> None:
    page = edit("maria", house, floor_area_m2="sangat luas", hamlet="Sungai Buluh")

    assert page.status_code == 422
    assert 'href="#isian-floor-area-m2"' in text(page)
    assert 'value="sangat luas"' in text(page)
    assert 'value="Sungai Buluh"' in text(page)


def test_a_change_without_a_reason_comes_back(house: UUID) -> None:
    page = edit("maria", house, roof_material="DAUN", alasan="")

    assert "Alasan perubahan belum diisi." in text(page)


def test_a_number_is_neither_in_its_form_nor_lost_by_it(head: UUID) -> None:
    form = text(at_work("maria").get(f"/orang/{head}/ubah/"))
    assert NIK_YAKOBUS not in form
    assert "Sekarang 6105••••••••0003." in form

    edit("maria", head, kind="orang", nik="", occupation="NELAYAN")

    shown = register.show(office.acting("maria"), head)
    assert (shown["nik"].value, shown["occupation"].value) == ("6105••••••••0003", "NELAYAN")


def test_the_history_of_a_number_keeps_it_masked(head: UUID) -> None:
    page = text(at_work("maria").get(f"/rumah/{head}/riwayat/nik/"))

    assert "6105••••••••0003" in page
    assert NIK_YAKOBUS not in page


def test_opening_a_number_shows_it_once_and_puts_the_purpose_on_record(head: UUID) -> None:
    page = at_work("maria").post(f"/rumah/{head}/nomor/nik/", {"keperluan": "Cocokkan dengan KTP"})

    assert NIK_YAKOBUS in text(page)
    assert page["Cache-Control"] == "no-store"
    (entry,) = accounts.access_log(office.acting("anton"))
    assert (entry.username, entry.field, entry.purpose) == ("maria", "nik", "Cocokkan dengan KTP")


def test_without_a_purpose_a_number_stays_closed(head: UUID) -> None:
    page = at_work("maria").post(f"/rumah/{head}/nomor/nik/", {"keperluan": " "})

    assert page.status_code == 422
    assert "Tulis keperluannya" in text(page)
    assert NIK_YAKOBUS not in text(page)


def test_a_facilitator_opens_no_number(head: UUID) -> None:
    page = at_work("siti").post(f"/rumah/{head}/nomor/nik/", {"keperluan": "Cocokkan dengan KTP"})

    assert page.status_code == 403
    assert NIK_YAKOBUS not in text(page)


LIVING = {"family.housing_need": "RUMAH SENDIRI", "house.village_code": NANGA_LEBANG, "house.rt": "3"}
HOUSE = {"house.roof_material": "DAUN", "assessment.roof_condition": "TIDAK LAYAK", "house.floor_area_m2": "36,5"}
HEAD = {"head.name": "Hasanah", "head.nik": "", "family.kk_number": KK_YAKOBUS, "keadaan": "2 Juli 2025"}


def add(step: str, towards: str, *, address: str = "/rumah/tambah/", **answers: str) -> HttpResponse:
    return at_work("maria").post(address, {"langkah": step, "ke": towards, **answers}, follow=True)


def test_a_family_is_added_step_by_step_and_its_answers_travel_along() -> None:
    second = text(add("tinggal", "lanjut", **LIVING))
    assert "Seperti apa rumahnya?" in second
    assert f'name="house.village_code" value="{NANGA_LEBANG}"' in second
    last = text(add("keluarga", "lanjut", **LIVING, **HOUSE, **HEAD))
    assert "Sudah benar semua?" in last

    saved = add("periksa", "simpan", **LIVING, **HOUSE, **HEAD)

    assert "Keluarga ini sudah ada di daftar." in text(saved)
    assert "Keluarga Hasanah" in text(saved)
    assert "36,5 m²" in text(saved)


def test_a_step_with_a_wrong_answer_is_not_left() -> None:
    page = add("rumah", "lanjut", **LIVING, **HOUSE | {"house.floor_area_m2": "luas"})

    assert page.status_code == 422
    assert "Seperti apa rumahnya?" in text(page)
    assert f'name="house.village_code" value="{NANGA_LEBANG}"' in text(page)


def test_a_family_without_a_home_is_not_asked_about_one() -> None:
    homeless = LIVING | {"family.housing_need": "TANPA RUMAH"}
    assert "Siapa kepala keluarganya?" in text(add("tinggal", "lanjut", **homeless))

    saved = add("periksa", "simpan", **homeless, **HEAD)

    assert "Keluarga ini tidak punya rumah sendiri." in text(saved)


def test_a_second_family_joins_a_house_that_is_listed(house: UUID) -> None:
    answers = {"family.housing_need": "MENUMPANG", **HEAD}

    saved = add("periksa", "simpan", address=f"/rumah/{house}/keluarga/", **answers)

    page = text(saved)
    assert "Yakobus Sabang" in page and "Hasanah" in page


def test_a_family_whose_number_is_listed_is_pointed_to_instead_of_added_twice(family: UUID) -> None:
    answers = LIVING | HEAD | {"head.name": "Yakobus Sabang", "head.nik": NIK_YAKOBUS, "house.village_code": NANGA_MAU}

    page = add("periksa", "simpan", **answers)

    assert page.status_code == 422
    assert f"/rumah/{family}/" in text(page)


def test_a_village_outside_the_region_is_said_at_its_question() -> None:
    page = add("periksa", "simpan", **LIVING | {"house.village_code": "61.06.01.2001"}, **HEAD)

    assert page.status_code == 422
    assert "Di mana keluarga ini tinggal?" in text(page)
    assert 'id="isian-house-village-code-e"' in text(page)


def test_a_visit_that_found_nobody_alive_is_an_answer_too(house: UUID) -> None:
    visit = {"assessed_date": "1 Juli 2025", "visit_outcome": "MENINGGAL", "assessor": "Siti"}

    page = at_work("siti").post(f"/rumah/{house}/kunjungan/", visit, follow=True)

    assert "Kunjungan tersimpan." in text(page)
    assert "Meninggal" in text(page)


def test_a_member_and_an_aid_are_added_to_a_family(family: UUID) -> None:
    client = at_work("maria")
    member = {"name": "Bernadeta Ngelai", "relation": "ISTRI", "keadaan": "2 Juli 2025"}
    client.post(f"/keluarga/{family}/anggota/", member)
    aid = {"programme": "BSPS", "year": "2019", "amount_rupiah": "20.000.000", "keadaan": "2 Juli 2025"}

    page = client.post(f"/keluarga/{family}/bantuan/", aid, follow=True)

    assert "Bernadeta Ngelai" in text(page)
    assert "Rp 20.000.000" in text(page)


def test_pages_carry_no_style_script_or_handler_of_their_own(family: UUID, house: UUID) -> None:
    client = at_work("maria")
    addresses = [
        "/rumah/",
        f"/rumah/{family}/",
        f"/rumah/{house}/ubah/",
        "/rumah/tambah/",
        f"/rumah/{house}/kunjungan/",
    ]

    for page in (text(client.get(address)) for address in addresses):
        assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=", page)


def test_every_page_asks_for_a_signed_in_person(house: UUID) -> None:
    for address in ("/rumah/", f"/rumah/{house}/", f"/rumah/{house}/ubah/", "/rumah/tambah/", "/unggah/"):
        assert Client().get(address).status_code == 302
