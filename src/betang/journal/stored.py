"""What do the tables hold: states of entities, and commits by their ids?"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from uuid import UUID

from django.db.models import Q

from betang.journal import bulk
from betang.journal.domain import merge
from betang.journal.domain.commits import Commit, CommitId, decode, field_ids
from betang.journal.models import CommitRow, EntityClock

_AT_ONCE = 500  # parameters in one query; SQLite's default limit was 999 for long


def states(entities: Iterable[UUID]) -> dict[UUID, merge.EntityState]:
    """What is alive on each of these entities; one that is not known is left out."""
    rows = bulk.rows(EntityClock, ("entity", "state"), where="entity", among=entities)
    return {entity: merge.from_bytes(bytes(raw)) for entity, raw in rows}


def commits(ids: Iterable[CommitId]) -> dict[CommitId, Commit]:
    """The commits with these ids."""
    wanted = sorted(set(ids))
    found: dict[CommitId, Commit] = {}
    for stream, group in groupby(wanted, key=lambda commit_id: commit_id.stream):
        numbers = [commit_id.seq for commit_id in group]
        for start in range(0, len(numbers), _AT_ONCE):
            found |= _of_stream(stream, numbers[start : start + _AT_ONCE])
    return found


def _of_stream(stream: bytes, numbers: Sequence[int]) -> dict[CommitId, Commit]:
    rows = CommitRow.objects.filter(Q(stream__sid=stream) & Q(seq__in=numbers)).values_list("seq", "body")
    return {CommitId(stream, seq): decode(bytes(body), CommitId(stream, seq)) for seq, body in rows}


def open_fields(state: merge.EntityState, *at_hand: Commit) -> int:
    """On how many fields a value other than the shown one stands beside it."""
    contested = merge.contested(state)
    if not contested:
        return 0
    known = {commit.id: commit for commit in at_hand}
    known |= commits(head.commit for head in state.heads if head.commit not in known)
    return sum(_differs(state, number, known) for number in field_ids(contested))


def _differs(state: merge.EntityState, number: int, known: dict[CommitId, Commit]) -> bool:
    bit = 1 << (number - 1)
    front = merge.shown(state, bit)
    assert front is not None
    shown = comparable(known[front.commit].values[number])
    return any(comparable(known[head.commit].values[number]) != shown for head in merge.beside(state, bit))


def comparable(value: object) -> object:
    """A wire value such that equal meanings are equal: of a sealed number only the key and the tag."""
    if isinstance(value, (list, tuple)) and value and isinstance(value[0], bytes):
        return (value[0], value[1])
    return value
