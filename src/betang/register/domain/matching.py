"""Is the family on this row one that the register already has? The thin rules: certain, or not at all.

NIK, else KK and name, else name, village and address. Likeness with reasons a clerk decides on comes with linkage.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from uuid import UUID

from rapidfuzz import fuzz

from betang.journal.domain.sealed import Sealed
from betang.kernel.civil_numbers import HIDDEN
from betang.kernel.names import normalise

SAME_NAME = 75.0  # of 100; below it one NIK has two names, and a clerk must look
_LEFT_OUT = frozenset({"JL", "JLN", "JALAN", "DSN", "DUSUN", "NO", "NOMOR", "KP", "KAMPUNG", "GG", "GANG"})


class Rule(Enum):
    """What a key says of two families that share it. The value is part of the key, so it is for ever."""

    NIK = "nik"
    KK_AND_NAME = "kk+name"
    NAME_AND_PLACE = "name+place"


@dataclass(frozen=True)
class Subject:
    """What matching looks at: a family's head, numbers (sound ones only), and place."""

    name: str
    nik: str | None
    kk_number: str | None
    village_code: str
    address: str


@dataclass(frozen=True)
class Candidate:
    """A family that shares a key. `nik_tag` is the tag of its head's NIK if that is sound; `nik` may be doubtful."""

    family: UUID
    partition: str
    head_name: str
    nik_tag: bytes | None
    nik: Sealed | None = None


@dataclass(frozen=True)
class Verdict:
    """The family that it is, or None; others that fit as well; and what a clerk should know.

    Not certain: only a name in a village agrees, without an address, or several families fit. Good for "this very row
    came before", no more.
    """

    family: UUID | None
    flags: tuple[str, ...] = ()
    is_certain: bool = True
    others: tuple[UUID, ...] = ()

    @property
    def fitting(self) -> tuple[UUID, ...]:
        """All that fit, the likeliest first."""
        return () if self.family is None else (self.family, *self.others)


def keys(subject: Subject) -> dict[Rule, tuple[str, ...]]:
    """The words of each key, to be hashed under the node's key; the strongest rule first."""
    name = normalise(subject.name)
    found: dict[Rule, tuple[str, ...]] = {}
    if subject.nik:
        found[Rule.NIK] = (subject.nik,)
    if subject.kk_number and name:
        found[Rule.KK_AND_NAME] = (subject.kk_number, name)
    if name:
        found[Rule.NAME_AND_PLACE] = (name, subject.village_code, plain_address(subject.address))
    return found


def plain_address(address: str) -> str:
    """An address as it is compared: `Jl. Melati No. 03 RT 003` and `JALAN MELATI NO 3, RT 3` are one."""
    words = re.findall(r"[A-Z]+|\d+", address.upper())
    return " ".join(word.lstrip("0") or "0" for word in words if word not in _LEFT_OUT)


def is_same_name(one: str, other: str) -> bool:
    first, second = normalise(one), normalise(other)
    return not first or not second or fuzz.ratio(first, second) >= SAME_NAME


def decide(
    subject: Subject, nik_tag: bytes | None, partition: str, candidates: Sequence[tuple[Rule, Sequence[Candidate]]]
) -> Verdict:
    """The oldest family here that the strongest rule finds. `candidates`: by rule, the strongest first."""
    flags: list[str] = []
    for rule, found in candidates:
        here = sorted((each for each in found if each.partition == partition), key=lambda each: each.family)
        if rule is Rule.NIK:
            flags += _nik_flags(subject, found, here)
        fitting = [each for each in here if _fits(rule, subject, nik_tag, each)]
        if fitting:
            first, *others = (each.family for each in fitting)
            is_certain = rule is not Rule.NAME_AND_PLACE or (not others and bool(plain_address(subject.address)))
            return Verdict(first, is_certain=is_certain, others=tuple(others))
        if rule is Rule.KK_AND_NAME and here:  # of one family, by the paper: one digit of a NIK may be wrong
            flags.append("kk_and_name_other_nik")
    return Verdict(None, tuple(flags))


def narrowed(verdict: Verdict, mask: str, masks: Mapping[UUID, str]) -> Verdict:
    """Of those that fit, the ones whose NIK looks like the masked one on the row come first; one alone is certain.

    A mask shows eight digits of sixteen at most, so it chooses among those who fit, and finds nobody by itself.
    """
    alike = [each for each in verdict.fitting if masks.get(each) == mask]
    if not alike:
        return verdict
    others = tuple(each for each in verdict.fitting if each != alike[0])
    is_alone = len(alike) == 1 and mask != HIDDEN
    return replace(verdict, family=alike[0], others=others, is_certain=verdict.is_certain or is_alone)


def _nik_flags(subject: Subject, found: Iterable[Candidate], here: Sequence[Candidate]) -> list[str]:
    flags = ["nik_two_names"] if here and not any(is_same_name(subject.name, each.head_name) for each in here) else []
    return [*flags, "nik_elsewhere"] if len(list(found)) > len(here) else flags


def _fits(rule: Rule, subject: Subject, nik_tag: bytes | None, candidate: Candidate) -> bool:
    if rule is Rule.NIK:
        return is_same_name(subject.name, candidate.head_name)
    # Two sound NIKs that differ are two people, whatever else agrees.
    return nik_tag is None or candidate.nik_tag is None or nik_tag == candidate.nik_tag
