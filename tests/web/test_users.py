"""How does an administrator look after the people of a node?"""

from collections.abc import Callable

import pytest
from django.test import Client

from betang.accounts.models import AccessLog, User
from betang.organisation.models import Agency
from tests.web.cast import NANGA_LEBANG, PASSWORD, SINTANG
from tests.web.conftest import SignIn

Join = Callable[..., User]


@pytest.fixture
def anton(signed_in: SignIn) -> Client:
    return signed_in("anton", "administrator")


def _form(office: Agency, **changed: str) -> dict[str, str]:
    usual = {"username": "lina", "full_name": "Lina", "role": "viewer", "agency": str(office.id), "region": SINTANG}
    return usual | changed


def test_a_new_user_comes_with_a_password_that_is_shown_once(anton: Client, office: Agency) -> None:
    shown = anton.post("/pengguna/tambah/", _form(office)).content.decode()

    user = User.objects.get(username="lina")
    password = shown.partition('class="mono secret">')[2].partition("<")[0]
    assert user.check_password(password)
    assert user.must_change_password
    assert password not in anton.get(f"/pengguna/{user.pk}/").content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"username": "Lina Baru"}, "Nama pengguna berisi"),
        ({"username": "anton"}, "sudah dipakai"),
        ({"role": "raja"}, "Peran ini tidak dikenal"),
        ({"agency": "bukan"}, "Pilih instansi dari daftar"),
        ({"region": "61.03"}, "di luar wilayah"),
        ({"region": "6105"}, "6105"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    anton: Client, office: Agency, changed: dict[str, str], sentence: str
) -> None:
    answer = anton.post("/pengguna/tambah/", _form(office, **changed))

    page = answer.content.decode()
    assert answer.status_code == 400
    assert sentence in page
    assert 'value="Lina"' in page


def test_a_further_task_is_given_and_taken_back(anton: Client, office: Agency, join: Join) -> None:
    siti = join("siti", "facilitator")
    task = {"role": "viewer", "agency": str(office.id), "region": NANGA_LEBANG}

    given = anton.post(f"/pengguna/{siti.pk}/tugas/", task, follow=True).content.decode()
    anton.post(f"/pengguna/{siti.pk}/tugas/{siti.grants.get(role='viewer').pk}/cabut/")

    assert "Nanga Lebang" in given
    assert [grant.role for grant in siti.grants.filter(revoked_at__isnull=True)] == ["facilitator"]


def test_a_task_that_is_taken_back_ends_with_the_next_click(anton: Client, signed_in: SignIn) -> None:
    client = signed_in("siti", "facilitator")
    siti = User.objects.get(username="siti")

    anton.post(f"/pengguna/{siti.pk}/tugas/{siti.grants.get().pk}/cabut/")

    assert client.get("/rumah/").status_code == 403


def test_closed_access_ends_the_session_and_can_be_opened_again(anton: Client, signed_in: SignIn) -> None:
    client = signed_in("siti", "facilitator")
    siti = User.objects.get(username="siti")

    anton.post(f"/pengguna/{siti.pk}/akses/", {"is_active": "0"})
    closed = client.get("/akun/")
    anton.post(f"/pengguna/{siti.pk}/akses/", {"is_active": "1"})
    opened = Client().post("/masuk/", {"username": "siti", "password": PASSWORD})

    assert closed.status_code == 302
    assert opened.status_code == 302


def test_a_new_one_time_password_ends_the_old_one(anton: Client, join: Join) -> None:
    siti = join("siti", "facilitator")

    anton.post(f"/pengguna/{siti.pk}/kata-sandi/")

    siti.refresh_from_db()
    assert not siti.check_password(PASSWORD)
    assert siti.must_change_password


@pytest.mark.parametrize("role", ["data_officer", "head_of_office", "facilitator", "viewer", "auditor"])
@pytest.mark.parametrize("address", ["/pengguna/", "/pengguna/tambah/", "/pengguna/1/"])
def test_nobody_else_looks_after_users(signed_in: SignIn, role: str, address: str) -> None:
    assert signed_in("maria", role).get(address).status_code == 403


@pytest.mark.parametrize(("role", "status"), [("auditor", 200), ("administrator", 200), ("data_officer", 403)])
def test_openings_are_read_by_who_may(signed_in: SignIn, role: str, status: int) -> None:
    assert signed_in("teguh", role).get("/catatan-akses/").status_code == status


def test_the_log_names_reader_office_and_purpose(anton: Client, office: Agency) -> None:
    AccessLog.objects.create(
        at="2025-07-02T01:40:00Z", username="maria", person="Maria", agency=office.name, region_code=NANGA_LEBANG,
        entity=office.id, field="nik", purpose="Mencocokkan KTP di kantor desa",
    )  # fmt: skip

    page = anton.get("/catatan-akses/").content.decode()

    assert "2 Juli 2025 pukul 08.40" in page
    assert "Mencocokkan KTP di kantor desa" in page
