"""What would be so of an entity, had a list never spoken of it?

A commit that undoes takes a list's words back on the fields on which it names them. So what was taken back and what
took it back cancel out, and whoever replaced the latter has replaced the value that it brought back. What is left of
the history is evaluated by the merge function itself, with the list's commits and without them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from msgspec.structs import replace

from betang.journal.domain import merge
from betang.journal.domain.commits import Base, Commit, CommitId, field_ids
from betang.journal.domain.records import Wire


@dataclass(frozen=True, slots=True)
class WayBack:
    """On one field: the commits to replace, and the one whose value is shown again; None where there was no value."""

    bit: int
    replaces: tuple[CommitId, ...]
    to: Commit | None
    rank: int  # what it takes to replace them


@dataclass(frozen=True, slots=True)
class Traces:
    """What is left of a list on one entity. `is_new`: it was the first to speak of it. `later`: who built on it."""

    is_new: bool
    is_back: bool
    ways_back: tuple[WayBack, ...]
    later: tuple[Commit, ...]


def traces(history: Sequence[Commit], batch: UUID) -> Traces | None:
    """Of an entity's history, the oldest first; None where the list never spoke of it."""
    if not any(commit.batch == batch and not commit.undoes for commit in history):
        return None
    if history[0].batch == batch:
        later = tuple(commit for commit in in_force(history) if commit.batch != batch)
        return Traces(True, any(commit.undoes == batch for commit in history), (), later)
    said = in_force(history)
    mine = {commit.id: commit for commit in said if commit.batch == batch}
    return Traces(False, not mine, tuple(_ways_back(history, said, mine)), tuple(_who_replaced(mine, said)))


def in_force(history: Sequence[Commit]) -> list[Commit]:
    """The history without what was taken back, and without what took it back."""
    if not any(commit.undoes for commit in history):
        return list(history)
    said: list[Commit] = []
    gone: dict[CommitId, int] = {}
    brought: dict[tuple[CommitId, int], CommitId] = {}
    for commit in history:
        if not commit.undoes:
            said.append(replace(commit, bases=_seen_through(commit.bases, brought)))
            continue
        for base in commit.bases:
            gone[base.commit] = gone.get(base.commit, 0) | base.mask & commit.mask
        heads = merge.evaluate(_without(said, gone))
        brought |= {(commit.id, bit): ids[0] for bit, ids in heads.items() if ids and bit & commit.mask}
    return _without(said, gone)


def alive(history: Sequence[Commit], bit: int) -> tuple[CommitId, ...]:
    """The commits that stand on one field, the shown one first."""
    speaking = [commit for commit in history if commit.mask & bit]
    return tuple(merge.evaluate(speaking).get(bit, ())) if speaking else ()


def replaced_values(history: Sequence[Commit], number: int) -> list[tuple[Wire, int | None]]:
    """What was said on a field and then replaced by somebody who had seen it, each with its day."""
    bit = 1 << (number - 1)
    speaking = [commit for commit in in_force(history) if commit.mask & bit]
    heads = set(merge.evaluate(speaking).get(bit, ()))
    return [(commit.values[number], commit.observed) for commit in speaking if commit.id not in heads]


def _seen_through(bases: Iterable[Base], brought: Mapping[tuple[CommitId, int], CommitId]) -> tuple[Base, ...]:
    """Whoever saw a value that was brought back saw the commit it came from."""
    sources = (
        Base(brought[base.commit, bit], bit)
        for base in bases
        for bit in (1 << (number - 1) for number in field_ids(base.mask))
        if (base.commit, bit) in brought
    )
    return (*bases, *sources)


def _without(said: Iterable[Commit], gone: Mapping[CommitId, int]) -> list[Commit]:
    kept = (replace(commit, mask=commit.mask & ~gone.get(commit.id, 0)) for commit in said)
    return [commit for commit in kept if commit.mask]


def _ways_back(history: Sequence[Commit], said: Sequence[Commit], mine: Mapping[CommitId, Commit]) -> Iterable[WayBack]:
    """A way for each field on which something of the list is alive, shown or waiting."""
    by_id = {commit.id: commit for commit in history}
    now = merge.evaluate(history)
    before = merge.evaluate(commit for commit in said if commit.id not in mine)
    for bit, heads in merge.evaluate(said).items():
        if mine.keys().isdisjoint(heads):
            continue
        standing = [each for each in now[bit] if each in mine or by_id[each].undoes]
        own = [each.id for each in mine.values() if each.mask & bit]
        shown = before.get(bit)
        yield WayBack(
            bit=bit,
            replaces=tuple(dict.fromkeys((*own, *standing))),
            to=by_id[shown[0]] if shown else None,
            rank=max((_rank(by_id[each], bit) for each in standing), default=0),
        )


def _who_replaced(mine: Mapping[CommitId, Commit], said: Iterable[Commit]) -> Iterable[Commit]:
    """Others' commits that replaced a value of the list."""
    for commit in said:
        if commit.id not in mine and any(_replaces(commit, base, mine) for base in commit.bases):
            yield commit


def _replaces(commit: Commit, base: Base, mine: Mapping[CommitId, Commit]) -> bool:
    old = mine.get(base.commit)
    return old is not None and bool(base.mask & commit.mask & old.mask & merge.at_least(commit.ranks, old.ranks))


def _rank(commit: Commit, bit: int) -> int:
    return next((rank for rank, mask in commit.ranks if mask & bit), 0)
