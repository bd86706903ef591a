"""What is a commit, and how is it written so that a signature can cover it for ever?

A commit is one human action on one entity. Its encoding is fixed (docs/exchange-protocol.md): a msgpack array of

    [1, entity, kind, hlc, agency id, role, policy, [[rank, mask]..], mask, [value..], [[stream, seq, mask]..],
     observed, meta]

`mask` has a bit per field id; values follow in the order of field ids; `observed` counts days from 1970-01-01.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

import msgspec

from betang.journal.domain.records import Wire

ENCODING = 1
EPOCH = date(1970, 1, 1)


class CommitId(NamedTuple):
    """Which commit: the first eight bytes of SHA-256(key id, partition), and its dense number there from 1."""

    stream: bytes
    seq: int


@dataclass(frozen=True, slots=True)
class Author:
    """In whose name: a person, acting for an agency in a role, under a version of the policy."""

    agency_id: UUID
    agency: str
    role: str
    person: str
    policy: int = 1


class Source(msgspec.Struct, frozen=True):
    """Where the words stood: the file as given, the row and, per field name, the column as Excel shows it."""

    batch: UUID | None
    file: str
    row: int | None
    columns: Mapping[str, str] = {}


class Base(NamedTuple):
    """A commit whose values the author saw and replaces, on the fields in `mask`."""

    commit: CommitId
    mask: int


class RankedMask(NamedTuple):
    """The authority (0 to 7) with which the fields in `mask` were written."""

    rank: int
    mask: int


class Commit(msgspec.Struct, frozen=True):
    """One action on one entity, decoded. `values` is in wire form, by field id.

    A struct of msgspec, as all that is made anew for every change: it comes into being ten times faster than a frozen
    dataclass.
    """

    id: CommitId
    entity: UUID
    kind: int
    hlc: int
    author: Author
    ranks: tuple[RankedMask, ...]
    mask: int
    values: Mapping[int, Wire]
    bases: tuple[Base, ...]
    observed: int | None
    meta: Mapping[str, object]

    @property
    def by_hand(self) -> bool:
        return bool(self.meta.get("h"))

    @property
    def batch(self) -> UUID | None:
        """The list that said it."""
        return _id_in(self.meta, "b")

    @property
    def undoes(self) -> UUID | None:
        """The list whose words it takes back."""
        return _id_in(self.meta, "u")


def _id_in(meta: Mapping[str, object], key: str) -> UUID | None:
    raw = meta.get(key)
    return UUID(bytes=raw) if isinstance(raw, bytes) else None


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder().decode


@lru_cache(maxsize=4096)
def field_ids(mask: int) -> tuple[int, ...]:
    """The ids whose bits are set, ascending."""
    return tuple(place + 1 for place in range(mask.bit_length()) if mask >> place & 1)


def encode(commit: Commit) -> bytes:
    """The bytes that will be signed; the commit's own id is its place in the stream and not part of them."""
    return _encode(
        (
            ENCODING,
            commit.entity.bytes,
            commit.kind,
            commit.hlc,
            commit.author.agency_id.bytes,
            commit.author.role,
            commit.author.policy,
            commit.ranks,
            commit.mask,
            [commit.values[number] for number in field_ids(commit.mask)],
            [(base.commit.stream, base.commit.seq, base.mask) for base in commit.bases],
            commit.observed,
            commit.meta,
        )
    )


def decode(raw: bytes, commit_id: CommitId) -> Commit:
    """The commit again. Raises `msgspec.DecodeError` or `ValueError` on bytes that are none."""
    (version, entity, kind, hlc, agency_id, role, policy, ranks, mask, values, bases, observed, meta) = _decode(raw)
    if version != ENCODING:
        raise ValueError(f"Commit encoding {version} is not known here.")
    return Commit(
        id=commit_id,
        entity=UUID(bytes=entity),
        kind=kind,
        hlc=hlc,
        author=Author(UUID(bytes=agency_id), str(meta.get("a", "")), role, str(meta.get("p", "")), policy),
        ranks=tuple(RankedMask(*pair) for pair in ranks),
        mask=mask,
        values=dict(zip(field_ids(mask), values, strict=True)),
        bases=tuple(Base(CommitId(stream, seq), base_mask) for stream, seq, base_mask in bases),
        observed=observed,
        meta=meta,
    )


def days(observed: date | None) -> int | None:
    """A date as a count of days."""
    return None if observed is None else (observed - EPOCH).days


def day(observed: int | None) -> date | None:
    """A count of days as a date."""
    return None if observed is None else EPOCH + timedelta(days=observed)
