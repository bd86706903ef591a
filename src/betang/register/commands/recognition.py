"""Which of the families on these rows does the register already have?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from betang.journal import bulk, keyring
from betang.journal.domain.sealed import Sealed
from betang.kernel import civil_numbers
from betang.register.domain import matching
from betang.register.domain.matching import Candidate, Rule, Subject, Verdict
from betang.register.models import Family, MatchKey, Person

_OF_HEAD = ("id", "name", "nik", "nik_doubt")
_NOBODY = (None, None, None, None)


@dataclass(frozen=True, slots=True)
class Recognisable:
    """What matching needs: a subject, its keys (the strongest first), the tag of its sound NIK, or a masked one."""

    subject: Subject
    keys: Mapping[Rule, bytes]
    nik_tag: bytes | None
    masked_nik: str = ""


def recognisable(subject: Subject, *, nik_tag: bytes | None, masked_nik: str = "") -> Recognisable:
    """The subject with its keys under this node's key."""
    keys = {rule: keyring.keyed_tag(rule.value, *words) for rule, words in matching.keys(subject).items()}
    return Recognisable(subject, keys, nik_tag, masked_nik)


def recognise(rows: Sequence[Recognisable], *, partition: str) -> list[Verdict]:
    """For each row the family that it is, if any. One query for the keys, one for those who share them."""
    sharing = _sharing({key for row in rows for key in row.keys.values()})
    candidates = _candidates({family for families in sharing.values() for family in families})
    return [_verdict(row, sharing, candidates, partition) for row in rows]


def _verdict(
    row: Recognisable, sharing: Mapping[bytes, Sequence[UUID]], candidates: Mapping[UUID, Candidate], partition: str
) -> Verdict:
    found = [
        (rule, [candidates[family] for family in sharing.get(key, ()) if family in candidates])
        for rule, key in row.keys.items()
    ]
    verdict = matching.decide(row.subject, row.nik_tag, partition, found)
    return matching.narrowed(verdict, row.masked_nik, _masks(verdict, candidates)) if row.masked_nik else verdict


def _masks(verdict: Verdict, candidates: Mapping[UUID, Candidate]) -> dict[UUID, str]:
    """How the NIK of each head looks behind its mask."""
    numbers = ((family, candidates[family].nik) for family in verdict.fitting)
    opened = ((family, keyring.open_number(nik)) for family, nik in numbers if nik)
    return {family: civil_numbers.mask(number) for family, number in opened if number}


def _sharing(keys: Iterable[bytes]) -> dict[bytes, list[UUID]]:
    sharing: dict[bytes, list[UUID]] = {}
    for key, family in bulk.rows(MatchKey, ("key", "family_id"), where="key", among=keys):
        sharing.setdefault(bytes(key), []).append(family)
    return sharing


def _candidates(families: Iterable[UUID]) -> dict[UUID, Candidate]:
    rows = list(bulk.rows(Family, ("id", "partition", "head"), where="id", among=families))
    named = [head for _, _, head in rows if head]
    heads = {head[0]: head for head in bulk.rows(Person, _OF_HEAD, where="id", among=named)}
    return {family: _candidate(family, partition, heads.get(head, _NOBODY)) for family, partition, head in rows}


def _candidate(family: UUID, partition: str, head: tuple[Any, ...]) -> Candidate:  # Any: of the columns' types
    _id, name, raw, doubt = head
    nik = Sealed.from_bytes(bytes(raw)) if raw is not None else None
    # The tag stands in the sealed bytes, so a NIK is compared without opening it.
    return Candidate(family, partition, name or "", nik.tag if nik and not doubt else None, nik)
