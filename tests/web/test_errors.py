"""What does a page say when something is refused or breaks?"""

import pytest
from django.db import OperationalError
from django.http import HttpRequest
from django.test import Client, RequestFactory

from betang.kernel.errors import Malformed, NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.web import errors
from tests.web.conftest import SignIn


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (NotAllowed("Tidak boleh.", code="ability_missing"), 403),
        (Refusal("Tidak ada.", code="not_found"), 404),
        (Refusal("Belum bisa.", code="anything_else"), 400),
        (Malformed("Baris %(row)s rusak.", code="bad", row=3), 400),
    ],
)
def test_each_kind_of_refusal_has_its_status(refusal: Refusal, status: int) -> None:
    assert errors.status_of(refusal) == status


def test_what_may_not_be_done_says_who_may(signed_in: SignIn) -> None:
    answer = signed_in("agnes", "viewer").get("/pengguna/")

    assert answer.status_code == 403
    assert "Minta petugas yang berwenang" in answer.content.decode()
    assert "Menu utama" in answer.content.decode()


def test_what_does_not_exist_keeps_masthead_and_menu(signed_in: SignIn) -> None:
    answer = signed_in().get("/tidak-ada/")

    assert answer.status_code == 404
    assert "Menu utama" in answer.content.decode()


def test_another_region_s_user_is_answered_like_one_that_does_not_exist(signed_in: SignIn, join) -> None:  # type: ignore[no-untyped-def]  # a fixture
    outside = join("budi", "viewer")
    client = signed_in("anton", "administrator", "61.05.19")

    there, nowhere = client.get(f"/pengguna/{outside.pk}/"), client.get("/pengguna/99999/")

    assert there.status_code == nowhere.status_code == 404
    assert "Budi" not in there.content.decode()


def test_our_own_fault_is_called_ours_and_has_a_code_that_names_nobody(
    office: object, rf: RequestFactory, caplog: pytest.LogCaptureFixture
) -> None:
    request: HttpRequest = rf.get("/apa-saja/")

    answer = errors.broken(request)

    code = caplog.records[-1].getMessage().rpartition(" ")[2]
    assert answer.status_code == 500
    assert "Kesalahan ada pada Betang, bukan pada Anda" in answer.content.decode()
    assert code in answer.content.decode()


def test_the_page_of_our_fault_does_not_fail_with_the_database(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(organisation, "is_founded", _disk_is_full)

    answer = errors.broken(rf.get("/apa-saja/"))

    assert answer.status_code == 500
    assert "data Anda aman" in answer.content.decode()


def _disk_is_full() -> bool:
    raise OperationalError("database or disk is full")


def test_an_unfounded_node_says_how_to_found_it(db: None) -> None:
    answer = Client().get("/masuk/")

    assert answer.status_code == 200
