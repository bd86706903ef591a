"""Which role may do what, and where?"""

from pathlib import Path
from uuid import UUID

import pytest

from betang.accounts.domain import roles
from betang.accounts.domain.acting import Acting
from betang.accounts.domain.roles import ABILITIES, Ability, Role

ROLES_PAGE = Path(__file__).parents[2] / "docs" / "roles.md"


def acting(role: str, region: str = "61.05") -> Acting:
    return Acting("maria", "Maria Tekla", UUID(int=1), "Disperakim Kabupaten Sintang", "housing", role, region)


def test_the_printed_roles_are_those_of_the_code() -> None:
    assert ROLES_PAGE.read_text("utf-8") == roles.printed()


def test_every_role_and_every_ability_has_a_name_on_screen() -> None:
    assert set(roles.LABELS) == set(ABILITIES) == set(Role)
    assert set(roles.ABILITY_LABELS) == set(Ability)


def test_who_looks_after_users_sees_no_records() -> None:
    with_both = [role for role in Role if {Ability.MANAGE_USERS, Ability.SEE_RECORDS} <= ABILITIES[role]]

    assert with_both == []


def test_who_only_reads_changes_nothing() -> None:
    deeds = {Ability.EDIT, Ability.ADD_FAMILY, Ability.TAKE_IN, Ability.DECIDE, Ability.MANAGE_USERS}

    assert not deeds & (ABILITIES[Role.VIEWER] | ABILITIES[Role.AUDITOR])


@pytest.mark.parametrize("place", ["61.05", "61.05.19", "61.05.19.2001"])
def test_a_task_covers_its_region_and_all_inside(place: str) -> None:
    assert acting("data_officer").covers(place)


@pytest.mark.parametrize("place", ["61", "00", "61.06", "61.0", "61.051", "bps:6107", ""])
def test_a_task_covers_nothing_above_beside_or_like_it(place: str) -> None:
    assert not acting("data_officer").covers(place)


@pytest.mark.parametrize("place", ["00", "61", "61.05.19.2001", "11.01"])
def test_the_nation_covers_all(place: str) -> None:
    assert acting("viewer", "00").covers(place)


def test_a_commit_names_office_role_and_person_and_the_policy_in_force() -> None:
    author = acting("facilitator").author()

    assert (author.agency, author.role, author.person, author.policy) == (
        "Disperakim Kabupaten Sintang",
        "facilitator",
        "Maria Tekla",
        2,
    )


@pytest.mark.parametrize(
    ("role", "place", "rank"),
    [
        ("data_officer", "61.05.19.2001", 6),
        ("facilitator", "61.05.19.2001", 3),
        ("village_operator", "61.05.19.2001", 2),
        ("data_officer", "61.03", 0),
    ],
)
def test_what_an_edit_counts_for_follows_from_role_and_place(role: str, place: str, rank: int) -> None:
    assert acting(role).ranks_for(place)["house_state"] == rank
