"""What do hostile words, unseen signs and curious donors get from the pages of the programme?"""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from betang.coordination import commands as coordination
from betang.delivery import commands as delivery
from betang.journal import queries as journal
from betang.kernel.errors import NotAllowed, Refusal
from betang.planning import commands as planning
from tests.journeys.cast import NIK, SINTANG, a_node, acting, at_work
from tests.web import programme, routes
from tests.web.programme import Programme
from tests.web.programme_routes import ARGUMENTS, EXPECTED
from tests.web.routes import Site

pytestmark = pytest.mark.django_db

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
_ESCAPED = "&lt;script&gt;alert(1)"


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Programme]:
    """The programme in the words of somebody who means harm."""
    with a_node(django_db_blocker), pytest.MonkeyPatch.context() as words:
        for name, fields in _HOSTILE.items():
            words.setattr(programme, name, {**getattr(programme, name), **dict.fromkeys(fields, HOSTILE)})
        yield programme.made()


_HOSTILE = {
    "BASE": ("recipient", "address", "note", "case_number", "unit_number"),
    "OFFER": ("conditions", "note"),
    "ABOUT": ("title", "publisher", "document"),
    "MEETING": ("title", "room", "chair", "purpose", "course", "platform"),
    "OBSTACLE": ("text", "evidence"),
}


def test_hostile_words_are_shown_as_words_on_every_page(made: Programme) -> None:
    fransiska, item = acting("fransiska"), {"title": HOSTILE, "speaker": HOSTILE, "quote": HOSTILE}
    coordination.add_agenda(fransiska, made.talks.meeting, item, file=(f"{HOSTILE}.pdf", programme.PDF))
    coordination.attend(fransiska, made.talks.meeting, {"name": HOSTILE, "office": HOSTILE})
    coordination.answer_obstacle(acting("domi"), made.talks.obstacle, answer=HOSTILE)
    coordination.prove(acting("hendra"), made.talks.commitment, proof=HOSTILE)
    site = Site({name: named(made) for name, named in ARGUMENTS.items()}, {}, routes.sessions())

    pages = [_page(site, person, name) for person, name in _read_by("fransiska", "tika")]

    assert not any("<script>alert" in page or "<img src=x" in page for page in pages)
    assert sum(_ESCAPED in page for page in pages) > 20


def _read_by(*people: str) -> Iterator[tuple[str, str]]:
    for (method, name), answers in EXPECTED.items():
        yield from ((person, name) for person in people if method == "GET" and answers[person] == 200)


def _page(site: Site, person: str, name: str) -> str:
    answer = routes.answer(site, person, ("GET", name))
    return answer.content.decode() if answer.headers["Content-Type"].startswith("text/html") else ""


@pytest.mark.parametrize("address", ["/capaian/?wilayah=%00", "/rencana/?wilayah=%00", "/rumah/?nama=%00"])
def test_an_unseen_sign_in_an_address_is_said_and_is_no_error_of_ours(made: Programme, address: str) -> None:
    assert at_work("maria").get(address).status_code == 400


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("/rapat/baru/", {"title": "a\0b", "region_code": SINTANG, "held_date": "12 Juni 2025"}),
        ("/kendala/tambah/", {"topic": "DATA", "text": "a\0b"}),
        ("/realisasi/tambah/", {**programme.BASE, "recipient": "a\0b"}),
        ("/rencana/target/", {"year": "2025", "region_code": "\0", "source": "BSPS"}),
    ],
)
def test_an_unseen_sign_in_a_form_is_said_and_nothing_is_kept(
    made: Programme, address: str, typed: dict[str, str]
) -> None:
    before = journal.position()

    answer = at_work("maria").post(address, typed)

    assert (answer.status_code, journal.position()) == (400, before)


def test_a_donor_is_told_nothing_that_somebody_wrote_freely_about_a_home(made: Programme) -> None:
    said = {"recipient": "Lusia Ranai", "address": "Rumah Lusia", "unit_number": "Lusia 1", "case_number": "PBG Lusia"}
    maria = acting("maria")
    delivery.correct(maria, made.homes.given, {**said, "note": "Milik Lusia"}, seen=None, because="Dilengkapi")
    delivery.add_photo(
        maria, made.homes.given, stage="30", content=programme.JPEG, taken_date=None, caption="Lusia di depan rumah"
    )

    shown = [
        at_work("tika").get(address) for address in (f"/realisasi/{made.homes.given}/", "/realisasi/", "/tawaran/")
    ]

    assert [page.status_code for page in shown] == [200, 200, 200]
    assert not any("Lusia" in page.content.decode() for page in shown)
    assert "Lusia di depan rumah" in at_work("maria").get(f"/realisasi/{made.homes.given}/").content.decode()


@pytest.mark.parametrize("written", [NIK, f"{NIK[:4]} {NIK[4:8]} {NIK[8:12]} {NIK[12:]}", f"{NIK[:6]}-{NIK[6:]}"])
def test_a_nik_does_not_come_to_the_wall_or_into_the_press(made: Programme, written: str) -> None:
    told = {"topic": "DATA", "text": f"NIK {written} ganda", "region_code": SINTANG}

    with pytest.raises(Refusal) as refused:
        coordination.raise_obstacle(acting("maria"), told)

    assert refused.value.code == "personal_number"
    assert NIK not in str(refused.value)


def test_what_only_waits_is_not_said_to_be_done(made: Programme) -> None:
    typed = {"cap_rupiah": "35000000", "seen": journal.seen(made.plans.purse), "alasan": "Batas baru"}

    page = at_work("fransiska").post(f"/rencana/dana/?dana={made.plans.purse}", typed, follow=True).content.decode()

    assert "Usulan Anda tersimpan dan menunggu instansi yang mencatat dana ini." in page
    assert "Sumber dana tersimpan." not in page


def test_only_who_made_a_target_or_a_purse_takes_it_back(made: Programme) -> None:
    fransiska = acting("fransiska")

    for withdraw, record in (
        (planning.withdraw_target, made.plans.target),
        (planning.withdraw_purse, made.plans.purse),
    ):
        with pytest.raises(NotAllowed):
            withdraw(fransiska, record, because="Bukan milik provinsi")
