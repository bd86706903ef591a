"""Who gets a key to this node, how far does it reach, and how is it taken back?"""

import pytest
from django.contrib.auth.hashers import check_password

from betang.accounts import commands, queries
from betang.accounts.models import Grant, User
from betang.kernel.errors import BetangError, NotAllowed, Refusal
from betang.organisation import queries as organisation
from tests.journeys.cast import NANGA_LEBANG, SANGGAU, SINTANG, acting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

SINTANGS, SANGGAUS = "Disperakim Kabupaten Sintang", "Disperakim Kabupaten Sanggau"


def add(name: str, *, role: str = "data_officer", office: str = SINTANGS, region: str = SINTANG, by: str = "") -> User:
    agency = organisation.agency_named(office).id
    user, _ = commands.add_user(name, role=role, agency=agency, region=region, by=acting(by) if by else None)
    return user


def refused(code: str, error: type[BetangError] = Refusal) -> "pytest.RaisesExc[BetangError]":
    return pytest.raises(error, check=lambda raised: raised.code == code)


# ------------------------------------------------------------------------------------------------ a new user


def test_a_new_user_must_change_the_password_that_comes_with_the_name() -> None:
    agency = organisation.agency_named(SINTANGS).id

    user, password = commands.add_user("agata", role="facilitator", agency=agency, region=SINTANG)

    assert user.must_change_password
    assert check_password(password, user.password)
    assert password not in user.password
    assert (queries.acting_as("agata").role, queries.acting_as("agata").region_code) == ("facilitator", SINTANG)


def test_a_name_is_one_whatever_its_case() -> None:
    add("agata")

    assert queries.user_named(" AGATA ").username == "agata"
    with refused("username_taken"):
        add("Agata")


@pytest.mark.parametrize("name", ["", "a", "Budi Santoso", "1agata", "agata@kantor", "nik6105194107900001"])
def test_a_name_that_cannot_be_one_is_refused(name: str) -> None:
    with refused("bad_username"):
        add(name)


def test_a_user_who_cannot_be_given_the_task_is_not_made() -> None:
    with refused("region_outside_agency"):
        add("agata", region=SANGGAU)
    with refused("unknown_role"):
        add("agata", role="bupati")

    assert not User.objects.filter(username="agata").exists()


def test_a_bare_code_is_no_region() -> None:
    with pytest.raises(Refusal):
        add("agata", region="6105")


# ------------------------------------------------------------------------------------------------ an administrator


def test_an_administrator_adds_users_in_its_region() -> None:
    add("agata", region=NANGA_LEBANG, role="village_operator", by="nita")

    assert "agata" in [user.username for user in queries.users(acting("nita"))]


@pytest.mark.parametrize(
    ("office", "region"),
    [(SANGGAUS, SANGGAU), ("Dinas Perkim Provinsi Kalimantan Barat", "61"), ("BP3KP Kalimantan I", SANGGAU)],
)
def test_an_administrator_adds_nobody_outside_it(office: str, region: str) -> None:
    with refused("region_not_covered", NotAllowed):
        add("agata", role="viewer", office=office, region=region, by="nita")

    assert not User.objects.filter(username="agata").exists()


@pytest.mark.parametrize("name", ["maria", "siti", "yohanes", "teguh"])
def test_nobody_else_adds_users(name: str) -> None:
    with refused("ability_missing", NotAllowed):
        add("agata", by=name)


@pytest.mark.parametrize("name", ["budi", "anton", "rini"])
def test_users_elsewhere_and_above_are_answered_as_none(name: str) -> None:
    nita, other = acting("nita"), queries.user_named(name)
    agency = organisation.agency_named(SINTANGS).id
    deeds = (
        lambda: queries.user(nita, other.pk),
        lambda: commands.grant_to(other.pk, role="viewer", agency=agency, region=SINTANG, by=nita),
        lambda: commands.revoke(queries.grants_of(other)[0].id, by=nita),
        lambda: commands.set_active(other.pk, is_active=False, by=nita),
        lambda: commands.reset_password(other.pk, by=nita),
        lambda: queries.user(nita, 0),
    )

    for deed in deeds:
        with refused("not_found"):
            deed()
    other.refresh_from_db()
    assert other.is_active
    assert queries.grants_of(other)


def test_who_also_works_elsewhere_is_out_of_reach() -> None:
    siti = queries.user_named("siti")
    commands.grant(siti, role="facilitator", agency=organisation.agency_named(SANGGAUS).id, region=SANGGAU)

    with refused("not_found"):
        commands.reset_password(siti.pk, by=acting("nita"))
    assert commands.reset_password(siti.pk, by=acting("anton"))


def test_whoever_holds_the_machine_looks_after_everybody_and_sees_no_records() -> None:
    steward = queries.steward()

    assert {"maria", "budi", "rini", "nobody"} <= {user.username for user in queries.users(steward)}
    assert not steward.may(queries.Ability.SEE_RECORDS)


def test_the_operator_acts_for_the_office_of_the_node_in_its_region() -> None:
    operator = queries.operator()

    assert (operator.agency, operator.role, operator.region_code) == (
        "Dinas Perkim Provinsi Kalimantan Barat",
        "data_officer",
        "61",
    )
    assert not operator.may(queries.Ability.MANAGE_USERS)


# ------------------------------------------------------------------------------------------------ tasks


def test_a_task_that_is_taken_back_has_no_effect_from_then_on() -> None:
    siti = queries.user_named("siti")
    commands.revoke(queries.grants_of(siti)[0].id, by=acting("nita"))

    with refused("no_grant", NotAllowed):
        queries.acting(siti)


def test_a_task_chosen_before_it_was_taken_back_gives_way_to_one_in_force() -> None:
    siti = queries.user_named("siti")
    first = queries.grants_of(siti)[0]
    commands.grant(siti, role="viewer", agency=organisation.agency_named(SINTANGS).id, region=SINTANG)

    commands.revoke(first.id, by=acting("nita"))

    assert queries.acting(siti, first.id).role == "viewer"


def test_nobody_acts_in_the_task_of_another() -> None:
    of_maria = queries.grants_of(queries.user_named("maria"))[0].id

    assert queries.acting(queries.user_named("siti"), of_maria).role == "facilitator"


def test_a_task_given_twice_is_held_once() -> None:
    siti, agency = queries.user_named("siti"), organisation.agency_named(SINTANGS).id
    for _ in range(2):
        commands.grant_to(siti.pk, role="viewer", agency=agency, region=SINTANG, by=acting("nita"))

    assert [grant.role for grant in queries.grants_of(siti)] == ["facilitator", "viewer"]
    assert Grant.objects.filter(user=siti, granted_by="nita").count() == 1


def test_an_administrator_keeps_the_task_it_works_in_and_its_access() -> None:
    nita = acting("nita")
    assert nita.grant_id

    with refused("own_grant"):
        commands.revoke(nita.grant_id, by=nita)
    with refused("own_access"):
        commands.set_active(queries.user_named("nita").pk, is_active=False, by=nita)


def test_closed_access_ends_every_task_at_once() -> None:
    commands.set_active(queries.user_named("siti").pk, is_active=False, by=acting("nita"))

    with refused("no_grant", NotAllowed):
        acting("siti")


# ------------------------------------------------------------------------------------------------ passwords


@pytest.fixture
def siti() -> User:
    commands.set_known_password("siti", "perahu-kayu-ulin")
    return queries.user_named("siti")


def test_a_password_is_changed_by_who_knows_the_old_one(siti: User) -> None:
    User.objects.filter(pk=siti.pk).update(must_change_password=True)

    commands.change_password(siti, old="perahu-kayu-ulin", new="sampan-kecil-hijau")

    siti.refresh_from_db()
    assert siti.check_password("sampan-kecil-hijau")
    assert not siti.must_change_password


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("salah", "sampan-kecil-hijau", "wrong_password"),
        ("perahu-kayu-ulin", "pendek", "weak_password"),
        ("perahu-kayu-ulin", "12345678901", "weak_password"),
        ("perahu-kayu-ulin", "password123", "weak_password"),
        ("perahu-kayu-ulin", "perahu-kayu-ulin", "same_password"),
    ],
)
def test_a_password_that_will_not_do_is_refused(siti: User, old: str, new: str, code: str) -> None:
    with refused(code):
        commands.change_password(siti, old=old, new=new)

    siti.refresh_from_db()
    assert siti.check_password("perahu-kayu-ulin")


def test_a_reset_password_opens_once(siti: User) -> None:
    password = commands.reset_password(siti.pk, by=acting("nita"))

    siti.refresh_from_db()
    assert siti.check_password(password)
    assert siti.must_change_password
