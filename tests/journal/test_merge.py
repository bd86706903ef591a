"""Is the incremental merge equal to the definition, whatever the order, the repetition and the ranks?"""

import dataclasses
from collections.abc import Callable
from random import Random
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from betang.journal.domain import merge
from betang.journal.domain.commits import Author, Base, Commit, CommitId, RankedMask, decode, encode

HOUSE = UUID(int=7)
ROOF, WALL, NOTE = 1, 2, 4
SINTANG = Author(UUID(int=1), "Disperakim Kabupaten Sintang", "data_officer", "Siti")


def commit(
    number: int,
    *,
    mask: int = ROOF,
    rank: int = 6,
    bases: tuple[Base, ...] = (),
    hlc: int | None = None,
    stream: bytes = b"sintang1",
) -> Commit:
    return Commit(
        id=CommitId(stream, number),
        entity=HOUSE,
        kind=1,
        hlc=number if hlc is None else hlc,
        author=SINTANG,
        ranks=(RankedMask(rank, mask),),
        mask=mask,
        values={place + 1: f"{number}" for place in range(3) if mask >> place & 1},
        bases=bases,
        observed=None,
        meta={},
    )


def merged(commits: list[Commit]) -> merge.EntityState:
    state = merge.EMPTY
    for one in commits:
        state = merge.merge(state, one)
    return state


def heads(state: merge.EntityState) -> dict[int, list[CommitId]]:
    bits = {bit for head in state.heads for bit in (ROOF, WALL, NOTE) if head.mask & bit}
    return {bit: [merge.shown(state, bit).commit, *(h.commit for h in merge.beside(state, bit))] for bit in bits}


@st.composite
def histories(draw: st.DrawFn) -> list[Commit]:
    """Commits of three streams, each naming some earlier ones as bases, with any rank and any clock."""
    made: list[Commit] = []
    for number in range(draw(st.integers(1, 9))):
        mask = draw(st.integers(1, 7))
        named = draw(st.lists(st.sampled_from(made), max_size=3, unique_by=lambda c: c.id)) if made else []
        bases = tuple(Base(earlier.id, draw(st.integers(1, 7))) for earlier in named)
        cut = draw(st.integers(0, 7))
        ranks = tuple(RankedMask(draw(st.integers(0, 6)), part) for part in (mask & cut, mask & ~cut) if part)
        stream = draw(st.sampled_from([b"sintang1", b"kalbar01", b"telepon1"]))
        hlc = draw(st.integers(0, 4))
        made.append(replace(commit(number + 1, mask=mask, bases=bases, hlc=hlc, stream=stream), ranks=ranks))
    return made


def disagreement(history: list[Commit], seed: int) -> bool:
    """Whether merging in some order, some commits twice, differs from the definition."""
    shuffled = history + history[: seed % 3]
    Random(seed).shuffle(shuffled)
    return heads(merged(shuffled)) != merge.evaluate(history)


@settings(max_examples=400, deadline=None)
@given(histories(), st.integers(0, 10_000))
def test_any_order_and_repetition_gives_what_the_definition_says(history: list[Commit], seed: int) -> None:
    assert not disagreement(history, seed)


@settings(max_examples=150, deadline=None)
@given(histories())
def test_a_value_leaves_only_when_someone_entitled_named_it(history: list[Commit]) -> None:
    state = merged(history)

    alive = {(bit, c) for bit, ids in heads(state).items() for c in ids}
    for said in history:
        for bit in (ROOF, WALL, NOTE):
            if said.mask & bit and (bit, said.id) not in alive:
                assert any(_replaces(later, said, bit) for later in history)


def _replaces(later: Commit, said: Commit, bit: int) -> bool:
    named = any(base.commit == said.id and base.mask & bit for base in later.bases)
    return named and bool(later.mask & bit) and bool(merge.at_least(later.ranks, said.ranks) & bit)


@settings(max_examples=100, deadline=None)
@given(histories())
def test_the_kept_state_and_the_commits_survive_their_encoding(history: list[Commit]) -> None:
    state = merged(history)

    assert merge.from_bytes(merge.to_bytes(state)) == state
    nameless = dataclasses.replace(SINTANG, agency="", person="")
    assert all(decode(encode(one), one.id) == replace(one, author=nameless) for one in history)


def test_two_stale_forms_leave_both_values_alive() -> None:
    first = commit(1)
    siti = commit(2, bases=(Base(first.id, ROOF),))
    rini = commit(3, bases=(Base(first.id, ROOF),), stream=b"kalbar01")

    state = merged([first, siti, rini])

    assert heads(state) == {ROOF: [rini.id, siti.id]}


def test_a_lower_rank_never_replaces_however_late_its_clock() -> None:
    owner = commit(1, rank=6, hlc=1)
    helper = commit(2, rank=3, hlc=10**9, bases=(Base(owner.id, ROOF),))

    state = merged([owner, helper])

    assert heads(state) == {ROOF: [owner.id, helper.id]}


def test_the_owner_who_saw_both_closes_the_proposal_everywhere() -> None:
    owner, helper = commit(1), commit(2, rank=3)
    decided = commit(3, bases=(Base(owner.id, ROOF), Base(helper.id, ROOF)))

    assert heads(merged([owner, helper, decided])) == heads(merged([decided, helper, owner])) == {ROOF: [decided.id]}


def test_an_owner_who_never_saw_the_proposal_leaves_it_open() -> None:
    owner, helper = commit(1), commit(2, rank=3)
    later = commit(3, bases=(Base(owner.id, ROOF),))

    assert heads(merged([owner, helper, later])) == {ROOF: [later.id, helper.id]}


def _above_only(ours, theirs):  # type: ignore[no-untyped-def]  # a seeded bug
    return merge.at_least([(rank - 1, mask) for rank, mask in ours], theirs)


def _rank_ignored(ours, theirs):  # type: ignore[no-untyped-def]  # a seeded bug
    return merge.at_least([(9, mask) for _, mask in ours], theirs)


def _by_clock(head: merge.Head, bit: int) -> tuple[int, int, CommitId]:
    return (head.hlc, head.rank(bit), head.commit)


def _forgetful(state: merge.EntityState, one: Commit, bases: object) -> tuple[merge.Pending, ...]:
    return ()


def _spares_late_targets(one: Commit, pending: object) -> merge.Head:
    return merge._alive(one, one.mask)


def _without_the_field(head: merge.Head, one: Commit, named: int) -> merge.Head:
    return replace(head, mask=0) if named & merge.at_least(one.ranks, head.ranks) else head


def _shortsighted(state: merge.EntityState, one: Commit, bases: dict[CommitId, int]) -> tuple[merge.Pending, ...]:
    return merge.merge.__globals__["_true_still_pending"](state, one, dict(list(bases.items())[:1]))


SEEDED = {
    "an equal rank does not replace": ("at_least", _above_only),
    "the rank is not asked": ("at_least", _rank_ignored),
    "the clock decides before the rank": ("Head.precedence", _by_clock),
    "a replacement without its target is forgotten": ("_still_pending", _forgetful),
    "a late target is not struck": ("_head_of", _spares_late_targets),
    "replacing one field strikes them all": ("_without", _without_the_field),
    "only the first base waits for its target": ("_still_pending", _shortsighted),
}


@pytest.mark.parametrize("bug", SEEDED)
def test_the_property_catches_the_seeded_bug(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, wrong = SEEDED[bug]
    monkeypatch.setattr(merge, "_true_still_pending", merge._still_pending, raising=False)
    _break(monkeypatch, name, wrong)

    assert _is_caught(), f"not caught: {bug}"


def _break(monkeypatch: pytest.MonkeyPatch, name: str, wrong: Callable[..., object]) -> None:
    if name == "at_least":  # the bugs lean on the true one
        true = merge.at_least
        wrong_one = wrong
        monkeypatch.setattr(merge, "at_least", lambda ours, theirs: _leaning(wrong_one, true, ours, theirs))
    elif "." in name:
        monkeypatch.setattr(merge.Head, name.partition(".")[2], wrong)
    else:
        monkeypatch.setattr(merge, name, wrong)


def _leaning(wrong: Callable[..., object], true: Callable[..., int], ours: object, theirs: object) -> object:
    broken = merge.at_least
    merge.at_least = true  # type: ignore[assignment]  # for the length of this call
    try:
        return wrong(ours, theirs)
    finally:
        merge.at_least = broken


def _is_caught() -> bool:
    found: list[bool] = []

    @settings(max_examples=600, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(histories(), st.integers(0, 10_000))
    def search(history: list[Commit], seed: int) -> None:
        if not found and disagreement(history, seed):
            found.append(True)

    search()
    return bool(found)


def test_repetition_is_caught_when_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    owner = commit(1)
    later = commit(2, bases=(Base(owner.id, ROOF),))
    forgetful = merged([owner, later])

    again = merge.merge(replace(forgetful, known=()), owner)

    assert heads(again) != merge.evaluate([owner, later])
    assert heads(merge.merge(forgetful, owner)) == merge.evaluate([owner, later])
