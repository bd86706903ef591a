"""What a history comes to when what was taken back, and what took it back, are not heard."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from betang.journal.domain import merge, unsaid
from betang.journal.domain.commits import Author, Base, Commit, CommitId, RankedMask
from betang.journal.domain.unsaid import Traces

HOUSE, OFFICE = UUID(int=1), Author(UUID(int=2), "Kantor", "data_officer", "Siti")
ROOF, FLOOR = 0b01, 0b10
FIRST_LIST, SECOND_LIST, THIRD_LIST = UUID(int=11), UUID(int=12), UUID(int=13)


def said(
    number: int,
    mask: int,
    *replaces: tuple[int, int],
    batch: UUID | None = None,
    undoes: UUID | None = None,
    rank: int = 6,
) -> Commit:
    meta: dict[str, object] = {"b": batch.bytes} if batch else {}
    meta |= {"u": undoes.bytes} if undoes else {}
    return Commit(
        id=CommitId(b"stream", number),
        entity=HOUSE,
        kind=1,
        hlc=number,
        author=OFFICE,
        ranks=(RankedMask(rank, mask),),
        mask=mask,
        values={place: f"{number}" for place in (1, 2) if mask >> (place - 1) & 1},
        bases=tuple(Base(CommitId(b"stream", base), base_mask) for base, base_mask in replaces),
        observed=None,
        meta=meta,
    )


def left(batch: UUID, *history: Commit) -> Traces:
    found = unsaid.traces(history, batch)
    assert found is not None
    return found


def back_to(traces: Traces) -> dict[int, int | None]:
    return {way.bit: way.to.id.seq if way.to else None for way in traces.ways_back}


MADE = said(1, ROOF | FLOOR, batch=FIRST_LIST)
CHANGED = said(2, ROOF, (1, ROOF), batch=SECOND_LIST)
TAKEN_BACK = said(3, ROOF, (2, ROOF), undoes=SECOND_LIST)


def test_a_list_that_never_spoke_left_nothing() -> None:
    assert unsaid.traces([MADE], SECOND_LIST) is None


def test_whoever_was_the_first_to_speak_made_it() -> None:
    made = left(FIRST_LIST, MADE)

    assert (made.is_new, made.is_back, made.later) == (True, False, ())


def test_a_replaced_value_is_where_the_way_back_leads() -> None:
    assert back_to(left(SECOND_LIST, MADE, CHANGED)) == {ROOF: 1}


def test_where_nothing_was_the_way_leads_to_nothing() -> None:
    only_roof = said(1, ROOF, batch=FIRST_LIST)

    assert back_to(left(SECOND_LIST, only_roof, said(2, FLOOR, batch=SECOND_LIST))) == {FLOOR: None}


def test_what_was_replaced_since_has_no_way_back_and_says_by_whom() -> None:
    edited = said(3, ROOF, (2, ROOF))

    traces = left(SECOND_LIST, MADE, CHANGED, edited)

    assert back_to(traces) == {} and traces.later == (edited,)


def test_a_proposal_replaced_nothing_and_the_value_goes_back() -> None:
    proposal = said(3, ROOF, (2, ROOF), rank=4)

    traces = left(SECOND_LIST, MADE, CHANGED, proposal)

    assert traces.later == () and back_to(traces) == {ROOF: 1}


def test_after_the_undo_nothing_is_left_and_the_older_list_is_free_again() -> None:
    history = (MADE, CHANGED, TAKEN_BACK)

    assert back_to(left(SECOND_LIST, *history)) == {}
    assert left(FIRST_LIST, *history).later == ()
    assert unsaid.in_force(history) == [MADE]


def test_who_replaced_what_an_undo_brought_back_stands_on_where_it_came_from() -> None:
    middle = said(2, ROOF, (1, ROOF), batch=SECOND_LIST)
    newest = said(3, ROOF, (2, ROOF), batch=THIRD_LIST)
    back = said(4, ROOF, (3, ROOF), undoes=THIRD_LIST)
    edited = said(5, ROOF, (4, ROOF))

    assert left(SECOND_LIST, MADE, middle, newest, back, edited).later[-1].id.seq == 5
    assert back_to(left(SECOND_LIST, MADE, middle, newest, back)) == {ROOF: 1}
    (way,) = left(SECOND_LIST, MADE, middle, newest, back).ways_back
    assert {each.seq for each in way.replaces} == {2, 4}


def test_what_was_replaced_and_not_taken_back_is_given_up() -> None:
    assert unsaid.replaced_values([MADE, CHANGED], 1) == [("1", None)]
    assert unsaid.replaced_values([MADE, CHANGED, TAKEN_BACK], 1) == []
    assert unsaid.replaced_values([MADE, CHANGED], 2) == []


@given(st.lists(st.tuples(st.sampled_from([None, SECOND_LIST]), st.sampled_from([4, 6])), max_size=6))
def test_the_newest_list_taken_back_shows_what_was_shown(deeds: list[tuple[UUID | None, int]]) -> None:
    """Whoever speaks names what is shown, as lists and forms do; then a list does, and is undone."""
    history = [MADE]
    for batch, rank in [*deeds, (THIRD_LIST, 6)]:
        before = unsaid.alive(history, ROOF)[0]
        history.append(said(len(history) + 1, ROOF, (before.seq, ROOF), batch=batch, rank=rank))

    (way,) = left(THIRD_LIST, *history).ways_back
    replaced = tuple((each.seq, way.bit) for each in way.replaces)
    history.append(said(len(history) + 1, way.bit, *replaced, undoes=THIRD_LIST))

    assert way.to is not None and way.to.id == before
    assert unsaid.alive(history, ROOF)[0] == history[-1].id
    assert merge.evaluate(unsaid.in_force(history))[ROOF][0] == before
    assert left(THIRD_LIST, *history).ways_back == ()
