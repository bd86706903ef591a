"""Which value is shown, and which stand beside it?

The state of an entity is a pure function of the set of its commits (exchange protocol, merge function):

    supersedes = B replaces A on f  iff  B names A as a base for f, and rank(B, f) >= rank(A, f)
    heads(f)   = commits on f that nothing replaces
    shown(f)   = the head with the highest (rank, clock, stream, number)

So merging is commutative, associative and idempotent, and no clock can erase what somebody wrote. `merge` is the
incremental form; `evaluate` is the definition itself and serves as its oracle.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from betang.journal.domain.commits import Commit, CommitId, RankedMask, field_ids


class Head(msgspec.Struct, frozen=True):
    """A commit that is still alive on the fields in `mask`."""

    commit: CommitId
    hlc: int
    ranks: tuple[RankedMask, ...]
    mask: int
    observed: int | None
    by_hand: bool

    def rank(self, bit: int) -> int:
        return next((rank for rank, mask in self.ranks if mask & bit), 0)

    def precedence(self, bit: int) -> tuple[int, int, CommitId]:
        return (self.rank(bit), self.hlc, self.commit)


class Pending(NamedTuple):
    """Somebody replaced `target`, which has not arrived yet, with this authority."""

    target: CommitId
    rank: int
    mask: int


class EntityState(msgspec.Struct, frozen=True):
    """What is alive on one entity: heads, replacements still without their target, and every commit ever merged."""

    heads: tuple[Head, ...] = ()
    pending: tuple[Pending, ...] = ()
    known: tuple[CommitId, ...] = ()


EMPTY = EntityState()


def merge(state: EntityState, commit: Commit) -> EntityState:
    """The state with this commit in it. In any order, and however often."""
    if commit.id in state.known:
        return state
    bases = {base.commit: base.mask & commit.mask for base in commit.bases}
    survivors = (_without(head, commit, bases.get(head.commit, 0)) for head in state.heads)
    heads = [*survivors, _head_of(commit, state.pending)]
    return EntityState(
        heads=tuple(head for head in heads if head.mask),
        pending=_still_pending(state, commit, bases),
        known=(*state.known, commit.id),
    )


def first(commit: Commit) -> EntityState:
    """The state of an entity that has only this commit."""
    return EntityState(heads=(_alive(commit, commit.mask),), known=(commit.id,))


def _without(head: Head, commit: Commit, named: int) -> Head:
    killed = named & at_least(commit.ranks, head.ranks)
    return replace(head, mask=head.mask & ~killed) if killed else head


def _head_of(commit: Commit, pending: tuple[Pending, ...]) -> Head:
    killed = 0
    for target, rank, mask in pending:
        if target == commit.id:
            killed |= mask & at_least((RankedMask(rank, mask),), commit.ranks)
    return _alive(commit, commit.mask & ~killed)


def _alive(commit: Commit, mask: int) -> Head:
    return Head(commit.id, commit.hlc, commit.ranks, mask, commit.observed, commit.by_hand)


def _still_pending(state: EntityState, commit: Commit, bases: Mapping[CommitId, int]) -> tuple[Pending, ...]:
    waiting = [entry for entry in state.pending if entry.target != commit.id]
    for base, mask in bases.items():
        if base not in state.known and base != commit.id:
            waiting += [Pending(base, rank, mask & ranked) for rank, ranked in commit.ranks if mask & ranked]
    return tuple(waiting)


def at_least(ours: Iterable[RankedMask], theirs: Iterable[RankedMask]) -> int:
    """The fields on which our rank is not below theirs."""
    lower = tuple(theirs)
    mask = 0
    for our_rank, our_mask in ours:
        for their_rank, their_mask in lower:
            if our_rank >= their_rank:
                mask |= our_mask & their_mask
    return mask


def shown(state: EntityState, bit: int) -> Head | None:
    """The head that is displayed on this field."""
    return max((head for head in state.heads if head.mask & bit), key=lambda head: head.precedence(bit), default=None)


def beside(state: EntityState, bit: int) -> list[Head]:
    """The other heads on this field, the strongest first: proposals if of lower rank, else conflicts."""
    heads = sorted((h for h in state.heads if h.mask & bit), key=lambda head: head.precedence(bit), reverse=True)
    return heads[1:]


def contested(state: EntityState) -> int:
    """The fields that more than one head is alive on."""
    once = twice = 0
    for head in state.heads:
        twice |= once & head.mask
        once |= head.mask
    return twice


def evaluate(commits: Iterable[Commit]) -> dict[int, list[CommitId]]:
    """From scratch, by the definition alone: per field bit the heads, the shown one first."""
    by_id = {commit.id: commit for commit in commits}
    bits = {1 << (number - 1) for commit in by_id.values() for number in field_ids(commit.mask)}
    return {bit: _heads_on(by_id, bit) for bit in bits}


def _heads_on(by_id: Mapping[CommitId, Commit], bit: int) -> list[CommitId]:
    writers = [commit for commit in by_id.values() if commit.mask & bit]
    replaced = {
        base.commit
        for later in writers
        for base in later.bases
        if base.mask & bit and base.commit != later.id and _rank(later, bit) >= _rank(by_id.get(base.commit), bit)
    }
    heads = [commit for commit in writers if commit.id not in replaced]
    heads.sort(key=lambda commit: (_rank(commit, bit), commit.hlc, commit.id), reverse=True)
    return [commit.id for commit in heads]


def _rank(commit: Commit | None, bit: int) -> int:
    return next((rank for rank, mask in commit.ranks if mask & bit), 0) if commit else 0


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder()


def to_bytes(state: EntityState) -> bytes:
    """The state as kept beside the entity; local, never signed."""
    return _encoder.encode(
        (
            [(*h.commit, h.hlc, h.ranks, h.mask, h.observed, h.by_hand) for h in state.heads],
            [(*target, rank, mask) for target, rank, mask in state.pending],
            state.known,
        )
    )


def from_bytes(raw: bytes) -> EntityState:
    """The state again."""
    heads, pending, known = _decoder.decode(raw)
    return EntityState(
        heads=tuple(
            Head(CommitId(stream, seq), hlc, tuple(RankedMask(*pair) for pair in ranks), mask, observed, by_hand)
            for stream, seq, hlc, ranks, mask, observed, by_hand in heads
        ),
        pending=tuple(Pending(CommitId(stream, seq), rank, mask) for stream, seq, rank, mask in pending),
        known=tuple(CommitId(*pair) for pair in known),
    )
