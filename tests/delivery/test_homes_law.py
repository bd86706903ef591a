"""Is a home counted once, whoever reports it, in whatever order, and is a case never a home?"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from betang.delivery.domain import homes
from betang.delivery.domain.homes import Spoken

KEYS = st.frozensets(st.sampled_from([b"house 1", b"house 2", b"nik 1", b"nik 2", b"case 1", b"case 2"]), max_size=3)
STAGES = st.sampled_from(["0", "30", "100", "SERAH TERIMA"])


def _spoken(number: int, is_case: bool, keys: frozenset[bytes], stage: str) -> Spoken:
    days = {"finished_date": date(2025, 1 + number % 12, 1)} if stage in ("100", "SERAH TERIMA") else {}
    return Spoken(
        id=UUID(int=number),
        is_case=is_case,
        keys=keys,
        village_code="61.05.19.2001",
        said_date=date(2025, 6, 1),
        work="BARU",
        source=["BSPS", "DANA DESA"][number % 2],
        stage="" if is_case else stage,
        days={} if is_case else days,
    )


@st.composite
def records(draw: st.DrawFn) -> list[Spoken]:
    shapes = draw(st.lists(st.tuples(st.booleans(), KEYS, STAGES), max_size=12))
    return [_spoken(number, *shape) for number, shape in enumerate(shapes, 1)]


JOINS = st.lists(
    st.tuples(st.integers(1, 12), st.integers(1, 12)).map(lambda p: (UUID(int=p[0]), UUID(int=p[1]))), max_size=3
)


@given(records(), JOINS)
def test_no_two_homes_share_a_key(said: Sequence[Spoken], joins: list[tuple[UUID, UUID]]) -> None:
    counted, _loose = homes.counted(said, joins)

    keys = [key for home in counted for key in frozenset().union(*(each.keys for each in home.members))]

    assert len(keys) == len(set(keys))


@given(records(), JOINS)
def test_every_report_is_in_one_home_and_a_case_alone_makes_none(
    said: Sequence[Spoken], joins: list[tuple[UUID, UUID]]
) -> None:
    counted, loose = homes.counted(said, joins)

    members = [each.id for home in counted for each in home.members] + [each.id for each in loose]

    assert sorted(members) == sorted(each.id for each in said)
    assert all(each.is_case for each in loose)
    assert all(home.reports for home in counted)


@given(records(), JOINS, st.randoms())
def test_the_order_of_the_reports_does_not_matter(
    said: list[Spoken], joins: list[tuple[UUID, UUID]], chance: object
) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis gives a random.Random

    assert homes.counted(shuffled, reversed(joins)) == homes.counted(said, joins)


@given(records(), KEYS)
def test_a_further_report_never_makes_more_than_one_home_more(said: list[Spoken], keys: frozenset[bytes]) -> None:
    before, _ = homes.counted(said)

    after, _ = homes.counted([*said, _spoken(99, False, keys, "100")])

    shares = any(keys & each.keys for home in before for each in home.members)
    assert len(after) <= len(before) + (not shares)


@given(records())
def test_a_home_is_as_far_as_its_furthest_report(said: list[Spoken]) -> None:
    counted, _ = homes.counted(said)

    for home in counted:
        stages = {each.stage for each in home.members if not each.is_case}
        assert home.stage == next(stage for stage in ("SERAH TERIMA", "100", "30", "0") if stage in stages)


@given(st.sets(st.integers(1, 9), min_size=1), st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=6))
def test_what_would_vanish_is_all_but_one_of_each_group(numbers: set[int], pairs: list[tuple[int, int]]) -> None:
    here = {UUID(int=number) for number in numbers}
    alike = [(UUID(int=one), UUID(int=other)) for one, other in pairs]

    extra = homes.extra(dict.fromkeys(here, "0"), alike)

    said = [Spoken(each, False, frozenset(), "", date(2025, 1, 1), stage="0") for each in here]
    assert len(here) - len(extra) == len(homes.counted(said, alike)[0])
