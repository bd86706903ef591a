"""What does each role see first?"""

from datetime import date

import pytest

from betang.accounts import queries as accounts
from betang.register import queries as register
from betang.web.home import figures
from tests.register.cast import NIK_HASANAH, row, take
from tests.web.cast import NANGA_LEBANG
from tests.web.conftest import SignIn


def _list_of_two() -> None:
    old = row(2, village=NANGA_LEBANG, observed=date(2019, 5, 14))
    sound = row(3, name="Hasanah", nik=NIK_HASANAH, village=NANGA_LEBANG, roof_condition="LAYAK")
    take(old, sound, by=accounts.acting_as("maria"))


def test_an_empty_node_says_what_will_be_here_and_the_first_deed(signed_in: SignIn) -> None:
    page = signed_in("maria").get("/").content.decode()

    assert "Belum ada keluarga di Sintang" in page
    assert "Unggah berkas Excel" in page


@pytest.mark.parametrize(("role", "uploads"), [("data_officer", True), ("facilitator", False), ("viewer", False)])
def test_only_who_may_take_in_is_offered_to(signed_in: SignIn, role: str, uploads: bool) -> None:
    page = signed_in("maria", role).get("/").content.decode()

    assert ('href="/unggah/"' in page) is uploads


def test_the_figures_stand_with_their_sum_and_their_day(signed_in: SignIn) -> None:
    client = signed_in("maria")
    _list_of_two()

    page = client.get("/").content.decode()

    assert "Jumlah cocok: 1 + 0 + 1 + 0 = 2." in page
    assert "Keluarga di daftar" in page
    assert 'class="asof"' in page


def test_a_sum_that_fails_is_shown_with_its_difference(signed_in: SignIn) -> None:
    signed_in("maria")
    _list_of_two()
    counts = register.counts(accounts.acting_as("maria"))
    object.__setattr__(counts, "families", 3)

    told = figures.ages(counts)

    assert not told.adds
    assert told.sentence.endswith("di daftar 3, selisih 1.")


def test_old_data_is_work_for_who_may_go_and_look(signed_in: SignIn) -> None:
    siti = signed_in("siti", "facilitator")
    agnes = signed_in("agnes", "viewer")
    signed_in("maria")
    _list_of_two()

    assert "Jadwalkan pendataan ulang" in siti.get("/").content.decode()
    assert "Jadwalkan pendataan ulang" not in agnes.get("/").content.decode()
    assert "Tidak ada yang menunggu Anda hari ini" in agnes.get("/").content.decode()


def test_the_bar_covers_the_whole_and_no_more(signed_in: SignIn) -> None:
    signed_in("maria")
    _list_of_two()

    drawn = figures.ages(register.counts(accounts.acting_as("maria"))).parts

    assert max(part.start + part.width for part in drawn) <= figures.CHART_WIDTH
    assert [part.width > 0 for part in drawn] == [part.count > 0 for part in drawn]


def test_who_looks_after_users_sees_them_and_no_family(signed_in: SignIn, join) -> None:  # type: ignore[no-untyped-def]  # a fixture
    join("baru", "viewer", is_new=True)

    page = signed_in("anton", "administrator").get("/").content.decode()

    assert "Sampaikan kata sandi sekali pakai" in page
    assert "catatan keluarga tidak terlihat dari sini" in page
    assert 'href="/rumah/"' not in page
