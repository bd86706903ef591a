"""Does the policy say what the law of the house says?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from betang.organisation.domain import policy
from betang.organisation.domain.agencies import AgencyKind
from betang.organisation.domain.policy import GROUPS_1, Relation, ranks, relation

ROOT = Path(__file__).parents[2]
KINDS = st.sampled_from(list(AgencyKind))
ROLES = st.sampled_from(["data_officer", "head_of_office", "facilitator", "village_operator", "list_from_outside"])
REGIONS = st.sampled_from(["00", "61", "61.05", "61.05.19", "61.05.19.2001", "61.03", "32", "32.01"])


def rank(group: str, kind: AgencyKind, *, role: str = "data_officer", at: Relation = Relation.OWN) -> int:
    return ranks(policy=1, agency_kind=kind, role=role, relation=at)[group]


def test_the_housing_office_is_right_about_the_house_in_its_own_region() -> None:
    assert rank("house_state", AgencyKind.HOUSING) == 6
    assert rank("house_state", AgencyKind.PERMITS) == 4
    assert rank("house_state", AgencyKind.PROVINCE, at=Relation.ABOVE) == 4
    assert rank("house_state", AgencyKind.HOUSING, at=Relation.FOREIGN) == 0


def test_nobody_here_owns_a_nik_or_a_decile() -> None:
    local = set(AgencyKind) - {AgencyKind.CIVIL_REGISTRY, AgencyKind.STATISTICS}

    assert {rank(group, kind) for group in ("identity", "welfare") for kind in local} == {4}


def test_what_bps_and_dukcapil_say_holds_from_whichever_level() -> None:
    assert rank("welfare", AgencyKind.STATISTICS, at=Relation.ABOVE) == 6
    assert rank("identity", AgencyKind.CIVIL_REGISTRY, at=Relation.ABOVE) == 6
    assert rank("house_state", AgencyKind.STATISTICS, at=Relation.ABOVE) == 4


def test_a_facilitator_a_village_and_a_list_from_outside_only_propose() -> None:
    said = [rank("house_state", AgencyKind.HOUSING, role=role) for role in ("facilitator", "village_operator")]

    assert [*said, rank("house_state", AgencyKind.HOUSING, role="list_from_outside")] == [3, 2, 1]


@given(KINDS, ROLES, st.sampled_from(list(Relation)))
def test_nobody_ranks_above_the_owner_and_every_group_has_a_rank(kind: AgencyKind, role: str, at: Relation) -> None:
    given_ranks = ranks(policy=1, agency_kind=kind, role=role, relation=at)

    assert set(given_ranks) == set(GROUPS_1)
    assert all(0 <= rank <= 6 for rank in given_ranks.values())


@given(REGIONS, REGIONS)
def test_a_foreign_region_is_the_one_that_does_not_contain_the_record(office: str, record: str) -> None:
    contains = office in ("00", record) or record.startswith(f"{office}.")

    assert (relation(office, record) is Relation.FOREIGN) == (not contains)


@pytest.mark.parametrize("number", policy.POLICIES)
def test_the_printed_policy_is_the_one_in_force(number: int) -> None:
    assert (ROOT / f"docs/policy-{number}.md").read_text() == policy.printed(number)


def test_a_policy_that_is_not_known_here_is_never_guessed() -> None:
    with pytest.raises(KeyError):
        ranks(policy=3, agency_kind="housing", role="data_officer", relation=Relation.OWN)
