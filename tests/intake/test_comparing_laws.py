"""Whatever stands in two lists, the sum between them adds up and reads the same from both ends."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from betang.intake.domain import comparing, comparing_sum
from betang.intake.domain.comparing import Compared, OneSide, Pair
from betang.intake.domain.comparing_entries import Entry, Number, Side, Unread, number, values
from betang.intake.domain.comparing_reasons import UNREAD
from betang.kernel import civil_numbers

VILLAGES = ["61.05.01.2001", "61.05.01.2002", "61.05.02.2001", "61.07.01.2001"]
NIKS = [f"610501010190000{last}" for last in range(1, 5)]
# Few of each, so that entries meet: alike, equal, doubtful, hidden, and without any name that can be compared.
numbers = st.one_of(
    st.just(Number()),
    st.sampled_from(NIKS).map(lambda text: number(text, doubt=None)),
    st.sampled_from(NIKS).map(lambda text: number(text, doubt="shared")),
    st.sampled_from(NIKS).map(lambda text: number("", doubt=None, mask=civil_numbers.mask(text))),
    st.just(number("", doubt=None, mask=civil_numbers.HIDDEN)),
)
days = st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 3))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    house = {
        "address": draw(st.sampled_from([None, "Jl. Melati 3", "JALAN MELATI NO. 03", "Dusun Riam RT 2"])),
        "roof_material": draw(st.sampled_from([None, "SENG", "DAUN"])),
    }
    head = {"sex": draw(st.sampled_from([None, "LAKI-LAKI", "PEREMPUAN"]))}
    return Entry(
        order=0,
        sheet=0,
        row=0,
        name=draw(st.sampled_from(["Siti", "SITI ", "Siti Rahmah", "Budi", "H."])),
        village_code=draw(st.sampled_from(VILLAGES)),
        nik=draw(numbers),
        kk=draw(numbers),
        observed=draw(days),
        values=values({"house": house, "head": head}),
        is_aided=draw(st.booleans()),
        goes_back=draw(st.booleans()),
    )


@st.composite
def sides(draw: st.DrawFn) -> Side:
    found = [
        replace(each, order=place, row=place + 2) for place, each in enumerate(draw(st.lists(entries(), max_size=9)))
    ]
    unread = [
        Unread(0, 100 + place, reason) for place, reason in enumerate(draw(st.lists(st.sampled_from(list(UNREAD)))))
    ]
    return Side(draw(st.sampled_from(["61.05", "61"])), found, unread, is_register=draw(st.booleans()))


@given(ours=sides(), theirs=sides())
@settings(max_examples=150, deadline=None)
def test_the_sum_leads_from_one_list_to_the_other(ours: Side, theirs: Side) -> None:
    compared = comparing.compare(ours, theirs)

    lines = comparing_sum.the_sum(compared)
    assert comparing_sum.adds_up(lines)
    assert (lines[0].number, lines[-1].number) == (ours.rows, theirs.rows)


@given(ours=sides(), theirs=sides())
@settings(max_examples=150, deadline=None)
def test_each_row_is_accounted_for_once(ours: Side, theirs: Side) -> None:
    compared = comparing.compare(ours, theirs)

    for side, which in ((ours, "ours"), (theirs, "theirs")):
        told: OneSide = getattr(compared, which)
        pairs: Iterable[Pair] = (*compared.both, *compared.maybe)
        orders = [
            *(each.entry.order for each in told.only),
            *(each.again.order for each in told.doubles),
            *(getattr(pair, which).order for pair in pairs),
        ]
        assert sorted(orders) == list(range(len(side.entries)))


@given(ours=sides(), theirs=sides())
@settings(max_examples=100, deadline=None)
def test_every_place_adds_up(ours: Side, theirs: Side) -> None:
    compared = comparing.compare(ours, theirs)

    for letters in (comparing_sum.DISTRICT_LETTERS, comparing_sum.VILLAGE_LETTERS):
        places = comparing_sum.places(compared, letters)
        assert sum(place.ours for place in places) == compared.ours.families
        assert sum(place.theirs for place in places) == compared.theirs.families


@given(side=sides())
@settings(max_examples=150, deadline=None)
def test_a_list_beside_itself_has_no_difference(side: Side) -> None:
    compared = comparing.compare(side, side)

    assert (compared.ours.only, compared.theirs.only, compared.maybe) == ((), (), ())
    assert all(not pair.found.different for pair in compared.both)
    assert len(compared.both) == compared.ours.families == compared.theirs.families


@given(ours=sides(), theirs=sides())
@settings(max_examples=200, deadline=None)
def test_the_same_is_found_from_the_other_end(ours: Side, theirs: Side) -> None:
    there = comparing.compare(ours, theirs)
    back = comparing.compare(theirs, ours)

    assert (back.ours, back.theirs) == (there.theirs, there.ours)
    assert _pairs(back) == {(theirs_at, ours_at, rule) for ours_at, theirs_at, rule in _pairs(there)}
    assert _contradictions(back) == {(other, one, field) for one, other, field in _contradictions(there)}


def _pairs(compared: Compared) -> set[tuple[int, int, str]]:
    return {(pair.ours.order, pair.theirs.order, pair.rule) for pair in (*compared.both, *compared.maybe)}


def _contradictions(compared: Compared) -> set[tuple[int, int, str]]:
    return {(pair.ours.order, pair.theirs.order, each.field) for pair in compared.both for each in pair.found.different}
