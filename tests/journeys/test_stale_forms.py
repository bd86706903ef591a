"""Two people open one form, and both save: what is shown, what stands beside it, and who settles it?"""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from betang.journal import queries as journal
from betang.register import queries as register
from tests.journeys.cast import Home, a_node, acting, at_work
from tests.journeys.forms import PageForm, form_of

pytestmark = pytest.mark.django_db

WHY = {"keadaan": "2 Juli 2025", "alasan": "Dilihat di tempat"}


@pytest.fixture(scope="module")
def home(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Home]:
    with a_node(django_db_blocker) as made:
        yield made


@pytest.fixture
def house(home: Home) -> UUID:
    return home.house


def opened(name: str, house: UUID) -> tuple[Client, PageForm]:
    """A browser with the edit form of the house open in it."""
    client, address = at_work(name), reverse("register:edit", args=["rumah", house])
    return client, form_of(text(client.get(address)), address)


def save(desk: tuple[Client, PageForm], **changes: str) -> str:
    """Send the whole form, as a browser does; the page that follows."""
    client, form = desk
    return text(client.post(form.action, form.filled(**WHY, **changes), follow=True))


def record(name: str, house: UUID) -> str:
    return text(at_work(name).get(reverse("register:record", args=[house])))


def text(response: HttpResponse) -> str:
    return response.content.decode()


def difference(page: str, house: UUID, field: str) -> str:
    """The part of a record's page on which the values of a field stand side by side."""
    anchor = rf"beda-[^\"]*{house.hex[-8:]}-{field.replace('_', '-')}"
    found = re.search(rf'<section class="section" id="{anchor}">.*?</section>', page, re.S)
    return found[0] if found else ""


def side_by_side(page: str, house: UUID, field: str) -> set[str]:
    return set(re.findall(r"<b>([^<]+)</b>", difference(page, house, field)))


def decided(name: str, house: UUID, field: str, label: str, *, page: str = "") -> HttpResponse:
    """Take the value with this label, as the page of the record offers it."""
    page = page or record(name, house)
    form = form_of(page, reverse("register:decide", args=[house]), isian=field)
    value = re.search(rf'name="nilai" value="([^"]+)"[^>]*><span><b>{label}</b>', difference(page, house, field))
    assert value
    response: HttpResponse = at_work(name).post(form.action, form.filled(nilai=value[1]), follow=True)
    return response


def shown(house: UUID, field: str) -> object:
    return register.show(acting("maria"), house)[field].value


# ------------------------------------------------------------------------------------------------ two of one office


def test_the_second_of_two_stale_forms_overwrites_nothing_and_both_values_are_seen(house: UUID) -> None:
    maria, yohanes = opened("maria", house), opened("yohanes", house)

    save(maria, wall_material="TEMBOK")
    page = save(yohanes, wall_material="KAYU")

    assert "Isian ini berubah sejak formulir Anda dibuka: bahan dinding." in page
    assert side_by_side(page, house, "wall_material") == {"Tembok", "Kayu"}
    assert side_by_side(record("agnes", house), house, "wall_material") == {"Tembok", "Kayu"}


def test_the_owner_takes_one_and_the_history_keeps_both(house: UUID) -> None:
    maria, yohanes = opened("maria", house), opened("yohanes", house)
    save(maria, wall_material="TEMBOK")
    save(yohanes, wall_material="KAYU")

    page = text(decided("yohanes", house, "wall_material", "Kayu"))

    assert shown(house, "wall_material") == "KAYU"
    assert difference(page, house, "wall_material") == ""
    history = text(at_work("maria").get(reverse("register:history", args=[house, "wall_material"])))
    assert ("Tembok" in history, "Kayu" in history) == (True, True)


def test_a_stale_form_says_nothing_of_what_its_owner_did_not_touch(house: UUID) -> None:
    maria, yohanes = opened("maria", house), opened("yohanes", house)

    save(maria, wall_material="TEMBOK")
    page = save(yohanes, floor_area_m2="48")

    assert (shown(house, "wall_material"), str(shown(house, "floor_area_m2"))) == ("TEMBOK", "48")
    assert difference(page, house, "wall_material") == difference(page, house, "floor_area_m2") == ""


def test_a_form_opened_after_the_other_was_saved_replaces_its_value(house: UUID) -> None:
    save(opened("maria", house), wall_material="TEMBOK")

    page = save(opened("yohanes", house), wall_material="KAYU")

    assert shown(house, "wall_material") == "KAYU"
    assert difference(page, house, "wall_material") == ""


def test_three_stale_forms_leave_three_values(house: UUID) -> None:
    desks = [opened(name, house) for name in ("maria", "yohanes", "maria")]

    for desk, material in zip(desks, ("TEMBOK", "KAYU", "BAMBU"), strict=True):
        save(desk, wall_material=material)

    assert side_by_side(record("maria", house), house, "wall_material") == {"Tembok", "Kayu", "Bambu"}


# ------------------------------------------------------------------------------------------------ another office


@pytest.mark.parametrize("name", ["dewi", "fransiska", "siti", "petrus"])
def test_who_has_less_authority_proposes_even_with_a_fresh_form(house: UUID, name: str) -> None:
    save(opened("maria", house), wall_material="TEMBOK")

    page = save(opened(name, house), wall_material="KAYU")

    assert "Usulan Anda tersimpan dan menunggu Disperakim Kabupaten Sintang: bahan dinding." in page
    assert shown(house, "wall_material") == "TEMBOK"
    assert side_by_side(record("maria", house), house, "wall_material") == {"Tembok", "Kayu"}


def test_who_proposes_is_offered_no_decision_and_none_is_taken(house: UUID) -> None:
    save(opened("maria", house), wall_material="TEMBOK")
    page = save(opened("dewi", house), wall_material="KAYU")
    assert 'name="nilai"' not in difference(page, house, "wall_material")

    refused = _decide_as_the_owner_would("dewi", house)

    assert refused.status_code == 403
    assert "diputuskan oleh pemilik datanya, Disperakim Kabupaten Sintang" in text(refused)
    assert shown(house, "wall_material") == "TEMBOK"


def _decide_as_the_owner_would(name: str, house: UUID) -> HttpResponse:
    address = reverse("register:decide", args=[house])
    form = form_of(record("maria", house), address, isian="wall_material")
    response: HttpResponse = at_work(name).post(address, form.filled(nilai=form.offered["nilai"][-1]))
    return response


def test_the_owner_takes_the_proposal(house: UUID) -> None:
    save(opened("maria", house), wall_material="TEMBOK")
    save(opened("dewi", house), wall_material="KAYU")

    decided("maria", house, "wall_material", "Kayu")

    assert shown(house, "wall_material") == "KAYU"


def test_the_owner_keeps_the_value_that_is_shown(house: UUID) -> None:
    save(opened("maria", house), wall_material="TEMBOK")
    save(opened("dewi", house), wall_material="KAYU")

    page = text(decided("maria", house, "wall_material", "Tembok"))

    assert shown(house, "wall_material") == "TEMBOK"
    assert difference(page, house, "wall_material") == ""


# ------------------------------------------------------------------------------------------------ stale decisions


def test_a_decision_settles_only_what_its_page_showed(house: UUID) -> None:
    save(opened("maria", house), wall_material="TEMBOK")
    save(opened("dewi", house), wall_material="KAYU")
    stale = record("maria", house)
    save(opened("siti", house), wall_material="BAMBU")

    decided("maria", house, "wall_material", "Kayu", page=stale)

    assert shown(house, "wall_material") == "KAYU"
    assert side_by_side(record("maria", house), house, "wall_material") == {"Kayu", "Bambu"}


def test_a_note_that_is_not_ours_or_of_another_record_saves_nothing(house: UUID, home: Home) -> None:
    client, form = opened("maria", house)
    before = journal.position()

    for note in ("", "bukan catatan kami", journal.seen(home.head), form.answers["seen"][0][:-2] + "xx"):
        answer = client.post(form.action, form.filled(**WHY, seen=note, wall_material="KAYU"))
        assert answer.status_code == 422
        assert "Formulir ini tidak utuh lagi." in text(answer)

    assert journal.position() == before
