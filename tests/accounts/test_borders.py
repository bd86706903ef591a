"""Where do an administrator's reach and a typed name end?"""

import pytest

from betang.accounts import commands, queries
from betang.accounts.models import User
from betang.journal import keyring
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation import queries as organisation
from tests.journeys.cast import NANGA_LEBANG, NIK, SANGGAU, SINTANG, Home, acting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

HERE, BALAI = "Disperakim Kabupaten Sintang", "BP3KP Kalimantan I"
DOTTED = f"{NIK[:4]}.{NIK[4:8]}.{NIK[8:12]}.{NIK[12:]}"
KELAM_PERMAI = "61.05.19"


def add(name: str, *, office: str = HERE, region: str = SINTANG, by: str = "", full_name: str = "") -> User:
    agency = organisation.agency_named(office).id
    administrator = acting(by) if by else None
    return commands.add_user(
        name, role="viewer", agency=agency, region=region, full_name=full_name, by=administrator
    )[0]  # fmt: skip


def test_an_administrator_gives_no_task_of_an_office_above_even_inside_its_own_region() -> None:
    with pytest.raises(NotAllowed):
        add("agata", office=BALAI, region=SINTANG, by="nita")
    add("agata", office=BALAI, region=SINTANG, by="anton")


def test_an_administrator_of_one_district_cannot_give_the_whole_regency() -> None:
    local = add("ujang", region=KELAM_PERMAI)
    commands.grant(local, role="administrator", agency=organisation.agency_named(HERE).id, region=KELAM_PERMAI)
    ujang = queries.acting(local, queries.grants_of(local)[-1].id)

    office = organisation.agency_named(HERE).id
    with pytest.raises(NotAllowed):
        commands.add_user("agata", role="viewer", agency=office, region=SINTANG, by=ujang)
    commands.add_user("agata", role="viewer", agency=office, region=NANGA_LEBANG, by=ujang)


def test_who_lost_every_task_stays_with_the_administrator_of_that_place() -> None:
    oskar = queries.user_named("oskar")
    commands.revoke(queries.grants_of(oskar)[0].id, by=acting("wati"))

    with pytest.raises(Refusal) as refusal:
        commands.reset_password(oskar.pk, by=acting("nita"))
    assert refusal.value.code == "not_found"
    assert queries.user(acting("wati"), oskar.pk).grants == ()
    assert acting("wati").region_code == SANGGAU


@pytest.mark.parametrize("name", [f"m{DOTTED}", f"m{DOTTED.replace('.', '-')}", f"m{DOTTED.replace('.', '_')}"])
def test_a_number_is_none_the_less_one_for_its_dots(name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        add(name)

    assert refusal.value.code == "bad_username"


@pytest.mark.parametrize("full_name", [f"Agata {NIK}", f"Agata {DOTTED.replace('.', ' ')}", "A" * 121])
def test_a_name_that_travels_with_every_edit_holds_no_number(full_name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        add("agata", full_name=full_name)

    assert refusal.value.code == "bad_full_name"
    assert not User.objects.filter(username="agata").exists()


def test_a_purpose_may_name_a_village_by_its_code_and_never_a_person_by_a_dotted_number(home: Home) -> None:
    sealed = keyring.seal_number(NIK)

    def opened(purpose: str) -> str:
        return commands.open_number(
            acting("maria"), entity=home.head, region_code=NANGA_LEBANG, field="nik", purpose=purpose, sealed=sealed
        )

    assert opened("Verifikasi lapangan desa 61.05.19.2001") == NIK
    for purpose in (f"cek {DOTTED}", f"cek {DOTTED.replace('.', ' ')}"):
        with pytest.raises(Refusal):
            opened(purpose)
