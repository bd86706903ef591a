"""With what is a promise closed, so that anybody can check it later without asking who closed it?

The figure on the day, the question that was put, and for each thing counted its record and the commit that says so.
The bytes are always the same for the same evidence (keys in order, no blanks), so that their SHA-256 names them. No
name and no personal number stands in them.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from betang.coordination.domain.metrics import MEASURES
from betang.journal.domain.commits import Commit, CommitId

VERSION = 1
PLACE = "village_code"


class Counted(msgspec.Struct, frozen=True, array_like=True):
    """One thing counted (a family, a village, a home, a case), the record by which it counts, and the commit that says
    so: the stream in hex and the number there."""

    thing: str
    record: UUID
    stream: str
    seq: int

    @property
    def commit(self) -> CommitId:
        return CommitId(bytes.fromhex(self.stream), self.seq)


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What a promise was closed with: each commit says a day not before `since` nor after `as_of`."""

    version: int = VERSION
    commitment: UUID
    metric: str
    region_code: str
    filter: str
    source: str
    since: date
    threshold: int
    value: int
    as_of: date
    due: date | None
    counted: list[Counted]


def write(evidence: Evidence) -> bytes:
    """The bytes that are kept."""
    return msgspec.json.encode(evidence, order="sorted")


def read(content: bytes) -> Evidence | None:
    """The evidence again; None for bytes that are none of this version."""
    try:
        found = msgspec.json.decode(content, type=Evidence)
    except (msgspec.DecodeError, ValueError):
        return None
    return found if found.version == VERSION and found.metric in MEASURES else None


def says(commit: Commit, evidence: Evidence, counted: Counted, *, field_id: int, made: date) -> bool:
    """Whether a commit is about the record and says so: a day of the span on the field; of a regency that reported, a
    place in it, said (`made`) within the span."""
    said = commit.values.get(field_id)
    if commit.entity != counted.record or not isinstance(said, str):
        return False
    if MEASURES[evidence.metric].field == PLACE:
        return said.startswith(f"{counted.thing}.") and evidence.since <= made <= evidence.as_of
    return evidence.since.isoformat() <= said <= evidence.as_of.isoformat()


def things(counted: Sequence[Counted]) -> int:
    """How many different things were counted."""
    return len({each.thing for each in counted})
