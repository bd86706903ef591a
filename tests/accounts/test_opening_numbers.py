"""How is a NIK opened, by whom, and what stays of it?"""

from dataclasses import asdict, replace
from uuid import UUID

import pytest
from django.forms.models import model_to_dict

from betang.accounts import commands, queries
from betang.accounts.models import AccessLog
from betang.journal.domain.sealed import Sealed
from betang.kernel.errors import NotAllowed, Refusal
from betang.register import queries as register
from tests.journeys.cast import NANGA_LEBANG, NIK, Home, acting

pytestmark = pytest.mark.django_db

PURPOSE = "Mencocokkan dengan KTP saat musdes"


def sealed(home: Home) -> Sealed:
    number = register.sealed(acting("maria"), home.head, "nik")
    assert number
    return number


def opened(home: Home, *, by: str = "maria", purpose: str = PURPOSE, number: Sealed | None = None) -> str:
    return commands.open_number(
        acting(by), entity=home.head, region_code=NANGA_LEBANG, field="nik", purpose=purpose,
        sealed=number or sealed(home),
    )  # fmt: skip


def test_an_opened_number_is_on_record_with_its_purpose(home: Home) -> None:
    assert opened(home) == NIK

    (entry,) = queries.access_log(acting("yohanes"))
    assert (entry.username, entry.agency, entry.entity, entry.field, entry.purpose) == (
        "maria",
        "Disperakim Kabupaten Sintang",
        home.head,
        "nik",
        PURPOSE,
    )


def test_the_record_of_an_opening_does_not_hold_the_number(home: Home) -> None:
    opened(home)

    written = [str(value) for value in model_to_dict(AccessLog.objects.get()).values()]
    shown = [str(value) for value in asdict(queries.access_log(acting("yohanes"))[0]).values()]
    assert not [value for value in (*written, *shown) if NIK in value]


@pytest.mark.parametrize("purpose", ["", "   ", "cek", f"NIK {NIK}"])
def test_without_a_purpose_in_words_nothing_is_opened(home: Home, purpose: str) -> None:
    with pytest.raises(Refusal) as refusal:
        opened(home, purpose=purpose)

    assert refusal.value.code == "purpose_missing"
    assert NIK not in str(refusal.value)
    assert not AccessLog.objects.exists()


@pytest.mark.parametrize("name", ["siti", "petrus", "agnes", "rini", "teguh", "nita", "budi", "karel"])
def test_who_may_not_opens_nothing(home: Home, name: str) -> None:
    with pytest.raises(NotAllowed):
        opened(home, by=name)

    assert not AccessLog.objects.exists()


def test_a_number_under_another_offices_key_stays_closed(home: Home) -> None:
    with pytest.raises(NotAllowed) as refusal:
        opened(home, number=replace(sealed(home), key_id=b"\x00" * 8))

    assert refusal.value.code == "key_not_held"
    assert not AccessLog.objects.exists()


def test_openings_are_read_inside_ones_region_only(home: Home) -> None:
    opened(home)

    assert len(queries.access_log(acting("teguh"))) == 1
    assert queries.access_log(acting("vera")) == []
    with pytest.raises(NotAllowed):
        queries.access_log(acting("maria"))


def test_an_opening_names_the_person_and_never_who_was_opened(home: Home) -> None:
    opened(home)

    (row,) = AccessLog.objects.all()
    assert (row.person, row.region_code) == ("maria", NANGA_LEBANG)
    assert isinstance(row.entity, UUID)
    assert "Lusia" not in str(model_to_dict(row))
