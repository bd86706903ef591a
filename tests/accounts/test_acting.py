"""Does somebody act only where, and only as, their grant says?"""

import pytest
from django.contrib.auth.hashers import make_password
from hypothesis import given
from hypothesis import strategies as st

from betang.accounts.domain.acting import Acting
from betang.accounts.domain.roles import Ability, Role
from betang.accounts.queries import require
from betang.kernel.errors import NotAllowed
from betang.organisation.domain.agencies import AgencyKind, Office

SANGGAU, SINTANG, KELAM_PERMAI, NANGA_LEBANG = "61.03", "61.05", "61.05.19", "61.05.19.2001"
DISPERAKIM = Office("Disperakim Kabupaten Sintang", AgencyKind.HOUSING, SINTANG)
PROVINCE_HOUSING = Office("Dinas Perumahan Provinsi Contoh", AgencyKind.HOUSING, "61")
REGIONS = st.sampled_from(["00", "61", SANGGAU, SINTANG, KELAM_PERMAI, NANGA_LEBANG, "61.05.01", "62.01"])
ROLES = st.sampled_from(list(Role))


def acting(office: Office, role: str, *, username: str = "maria", region: str = "") -> Acting:
    """Somebody of an office, in all of its region if no other is named."""
    return Acting(
        username=username,
        person=username.title(),
        agency_id=office.id,
        agency=office.name,
        agency_kind=office.kind,
        role=role,
        region_code=region or office.region_code,
        agency_region=office.region_code,
    )


@given(REGIONS, REGIONS, REGIONS)
def test_what_lies_in_a_covered_region_is_covered(scope: str, region: str, inner: str) -> None:
    who = acting(DISPERAKIM, "viewer", region=scope)

    if who.covers(region) and acting(DISPERAKIM, "viewer", region=region).covers(inner):
        assert who.covers(inner)


@given(ROLES, REGIONS, REGIONS)
def test_a_narrower_grant_never_ranks_higher(role: str, wide: str, record: str) -> None:
    usual = acting(PROVINCE_HOUSING, role).ranks_for(record)

    assert acting(PROVINCE_HOUSING, role, region=wide).ranks_for(record) == usual


def test_a_provincial_office_is_no_owner_because_its_officer_looks_after_one_regency() -> None:
    officer = acting(PROVINCE_HOUSING, "data_officer", region=SINTANG)

    assert officer.ranks_for(NANGA_LEBANG)["house_state"] == 4


def test_an_officer_of_one_district_still_writes_for_the_office_that_owns_the_list() -> None:
    officer = acting(DISPERAKIM, "data_officer", region=KELAM_PERMAI)

    assert officer.ranks_for(NANGA_LEBANG)["house_state"] == 6
    assert officer.ranks_for(SANGGAU)["house_state"] == 0


def test_an_ability_ends_at_the_border() -> None:
    with pytest.raises(NotAllowed) as refusal:
        require(acting(DISPERAKIM, "data_officer"), Ability.EDIT, SANGGAU)

    assert refusal.value.code == "region_not_covered"


def test_passwords_rest_as_argon2() -> None:
    assert make_password("sampan-kecil").startswith("argon2")
