"""Do the targets of regions and of their parts add up, whatever was agreed where?"""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from betang.organisation.domain.regions import NATION, is_within, parent_of
from betang.planning.domain.targets import Cell, TargetFigure, figure, furthest, rolled_up

REGIONS = (
    NATION, "61", "61.05", "61.05.19", "61.05.19.2001", "61.05.19.2002", "61.05.08", "61.05.08.2001",
    "61.06", "61.06.01", "61.06.01.2001", "62", "62.01",
)  # fmt: skip
SOURCES = ("BSPS", "CSR", "DANA DESA")
cells = st.builds(Cell, st.sampled_from(REGIONS), st.sampled_from(SOURCES), st.integers(0, 5_000))
plans = st.lists(cells, max_size=25, unique_by=lambda cell: (cell.region_code, cell.source))


def figures(plan: Sequence[Cell]) -> dict[str, TargetFigure]:
    sources = rolled_up(plan)
    found = ((code, figure(code, sources)) for code in REGIONS)
    return {code: each for code, each in found if each is not None}


def counted_anew(own: Mapping[tuple[str, str], int], region: str, source: str) -> int | None:
    """The same by its definition: the own number, else what the parts have."""
    if (region, source) in own:
        return own[region, source]
    below = [counted_anew(own, code, source) for code in REGIONS if code != NATION and parent_of(code) == region]
    known = [homes for homes in below if homes is not None]
    return sum(known) if known else None


@given(plans)
def test_every_target_is_what_a_recount_by_its_definition_gives(plan: list[Cell]) -> None:
    own = {(cell.region_code, cell.source): cell.homes for cell in plan}

    found = figures(plan)

    for region in REGIONS:
        said = {source: counted_anew(own, region, source) for source in SOURCES}
        known = {source: homes for source, homes in said.items() if homes is not None}
        assert (dict(found[region].by_source) if region in found else {}) == known


@given(plans)
def test_sources_add_up_to_the_whole_and_parts_to_what_stands_below(plan: list[Cell]) -> None:
    found = figures(plan)

    for region, each in found.items():
        children = [found[code] for code in found if code != NATION and parent_of(code) == region]
        assert each.homes == sum(each.by_source.values())
        assert (each.parts or 0) == sum(child.homes for child in children)
        assert each.gap == ((each.parts or 0) - each.homes if children else 0)


@given(plans)
def test_a_region_without_a_number_of_its_own_never_differs_from_its_parts(plan: list[Cell]) -> None:
    for region, each in figures(plan).items():
        has_own = any(cell.region_code == region for cell in plan)
        assert each.is_of_parts == (not has_own)
        assert has_own or each.gap == 0


@given(plans, cells)
def test_what_is_agreed_for_a_part_changes_no_region_that_has_a_number_of_its_own(plan: list[Cell], more: Cell) -> None:
    before = figures(plan)
    fixed = {cell.region_code for cell in plan if cell.source == more.source}
    if more.region_code in fixed:
        return

    after = figures([*plan, more])

    for region in fixed:
        if region != more.region_code and is_within(more.region_code, region):
            assert after[region].by_source[more.source] == before[region].by_source[more.source]


def test_the_negotiation_stands_where_it_has_come_to() -> None:
    assert furthest({}) is None
    assert furthest({"proposed_homes": 486, "ministry_homes": None, "region_homes": 400}) == 400
    assert furthest({"proposed_homes": 486, "agreed_homes": 0}) == 0
