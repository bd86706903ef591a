"""Which money pays for a home, and what is known of it from law and practice?"""

import pytest

from betang.journal import queries as journal
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation.domain.regions import NATION
from betang.planning import commands, queries
from betang.planning.domain import codes
from betang.planning.domain.known_purses import KNOWN, known_in
from betang.planning.domain.purses import PurseKey, in_force, nearest
from betang.register.domain.parsing import FieldsRefused
from tests.planning.cast import KALBAR, LEBANG, SINTANG, Cast, enter


def cap(source: str, region: str, work: str | None = None, *, year: int = 2025) -> int | None:
    found = queries.purse_for(source=source, year=year, region_code=region, work=work)
    return found.cap_rupiah if found else None


def test_the_money_of_the_nearest_region_pays(cast: Cast) -> None:
    enter(cast.ria, NATION, cap_rupiah="Rp 20 juta")
    enter(cast.yosef, KALBAR, cap_rupiah="25 juta")

    assert cap("BSPS", LEBANG) == 25_000_000
    assert cap("BSPS", "62.01.01.2001") == 20_000_000
    assert cap("BSPS", LEBANG, year=2024) is None
    assert cap("CSR", LEBANG) is None


def test_a_kind_of_work_has_its_own_cap_before_the_general_one(cast: Cast) -> None:
    enter(cast.maria, SINTANG, source="DAK", work="BARU", cap_rupiah="35000000")
    assert cap("DAK", LEBANG, "PENINGKATAN") is None

    enter(cast.maria, SINTANG, source="DAK", cap_rupiah="20000000")

    assert cap("DAK", LEBANG, "BARU") == 35_000_000
    assert cap("DAK", LEBANG, "PENINGKATAN") == 20_000_000
    assert cap("DAK", LEBANG) == 20_000_000


def test_only_what_differs_is_said_again(cast: Cast) -> None:
    purse_id = enter(cast.maria, SINTANG, cap_rupiah="20 juta", ceiling_rupiah="Rp 9,72 miliar")

    assert enter(cast.maria, SINTANG, cap_rupiah="21 juta") == purse_id
    with pytest.raises(Refusal):
        enter(cast.maria, SINTANG, cap_rupiah="21 juta")

    view = queries.purse(cast.maria, purse_id)
    assert (view.cap_rupiah, view.ceiling_rupiah) == (21_000_000, 9_720_000_000)
    assert len(journal.history(purse_id)) == 2


def test_an_office_reads_the_money_above_it_and_not_that_of_its_neighbour(cast: Cast) -> None:
    enter(cast.ria, NATION, cap_rupiah="20 juta")
    enter(cast.maria, SINTANG, cap_rupiah="22 juta")

    assert [each.region_code for each in queries.purses(cast.budi, year=2025)] == [NATION]
    assert [each.region_code for each in queries.purses(cast.maria, year=2025)] == [NATION, SINTANG]
    assert [each.region_code for each in queries.purses(cast.ria, year=2025)] == [NATION, SINTANG]


def test_a_purse_of_another_region_answers_as_one_that_does_not_exist(cast: Cast) -> None:
    purse_id = enter(cast.maria, SINTANG, cap_rupiah="22 juta")

    with pytest.raises(Refusal) as refused:
        queries.purse(cast.budi, purse_id)

    assert refused.value.code == "not_found"


@pytest.mark.parametrize(
    ("field", "given"),
    [("cap_rupiah", "-1"), ("unit_value_rupiah", "dua puluh"), ("ceiling_rupiah", "9" * 18), ("status", "DIBATALKAN")],
)
def test_an_amount_that_cannot_be_is_refused_at_its_field(cast: Cast, field: str, given: str) -> None:
    with pytest.raises(FieldsRefused) as refused:
        enter(cast.maria, SINTANG, **{field: given})

    assert list(refused.value.refusals) == [field]


@pytest.mark.parametrize("name", ["budi", "dewi", "siti", "pt"])
def test_an_office_elsewhere_or_of_another_kind_enters_no_money(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        enter(getattr(cast, name), SINTANG, cap_rupiah="1 juta")


def test_a_purse_that_was_taken_back_pays_nothing(cast: Cast) -> None:
    purse_id = enter(cast.maria, SINTANG, cap_rupiah="22 juta")

    commands.withdraw_purse(cast.maria, purse_id, because="Salah tahun")

    assert cap("BSPS", LEBANG) is None
    assert queries.purses(cast.maria, year=2025) == []


def test_what_is_known_is_entered_once_and_spares_what_an_office_said(cast: Cast) -> None:
    enter(cast.maria, SINTANG, cap_rupiah="21 juta")

    first = commands.take_known_purses(cast.maria, year=2025)
    again = commands.take_known_purses(cast.maria, year=2025)

    assert (first, again) == (len(known_in(SINTANG, year=2025)) - 1, 0)
    assert cap("BSPS", LEBANG) == 21_000_000
    assert cap("DANA DESA", LEBANG) == 10_000_000
    assert cap("FLPP", LEBANG) == 182_000_000


def test_every_known_purse_names_its_source_and_a_known_code() -> None:
    for known in KNOWN:
        assert known.source in codes.SOURCE.codes
        assert known.work is None or known.work in codes.WORK.codes
        assert known.years
        assert known.legal_basis or known.note


def test_a_total_that_others_share_is_not_taken_down_to_a_smaller_region() -> None:
    assert known_in(NATION, year=2025)[PurseKey(2025, NATION, "KUR")].ceiling_rupiah == 13 * 10**12
    assert known_in(SINTANG, year=2025)[PurseKey(2025, SINTANG, "KUR")].ceiling_rupiah is None


def test_among_purses_around_a_region_a_nearer_one_hides_the_further_ones_of_its_kind() -> None:
    around = [PurseKey(2025, NATION, "BSPS"), PurseKey(2025, KALBAR, "BSPS"), PurseKey(2025, NATION, "DAK", "BARU")]

    assert in_force(around, region_code=LEBANG) == [around[1], around[2]]
    assert nearest(around[:2], region_code=LEBANG, work="BARU") == around[1]
    assert nearest(around, region_code="62", work=None) == around[0]
