"""How do two lists differ: who is only in one, who is in both and different, and what explains the two totals?"""

from collections.abc import Sequence
from dataclasses import dataclass

from betang.intake.domain import comparing_pairs, comparing_reasons
from betang.intake.domain.comparing_differences import Differences, differences
from betang.intake.domain.comparing_doubles import Double, families
from betang.intake.domain.comparing_entries import Entry, Side, Unread
from betang.intake.domain.comparing_pairs import Match, Rule
from betang.intake.domain.comparing_reasons import Reason, likely_doubles


@dataclass(frozen=True, slots=True)
class Pair:
    """One family in both lists, by which rule, and where the two say different things."""

    ours: Entry
    theirs: Entry
    rule: Rule
    found: Differences

    @property
    def contradicts(self) -> bool:
        return bool(self.found.different)


@dataclass(frozen=True, slots=True)
class Only:
    """A family that the other list does not have, and why as far as the lists tell."""

    entry: Entry
    reason: Reason


@dataclass(frozen=True, slots=True)
class OneSide:
    """What of a list is not in the other, and what of its rows is no family of its own."""

    rows: int
    only: tuple[Only, ...]
    doubles: tuple[Double, ...]
    unread: tuple[Unread, ...]

    @property
    def families(self) -> int:
        return self.rows - len(self.unread) - len(self.doubles)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two lists side by side. `maybe` are pairs that nothing contradicts and nothing proves."""

    ours: OneSide
    theirs: OneSide
    both: tuple[Pair, ...]
    maybe: tuple[Pair, ...]


def compare(ours: Side, theirs: Side) -> Compared:
    (here, doubles_here), (there, doubles_there) = families(ours.entries), families(theirs.entries)
    matches = comparing_pairs.pairs(here, there)
    alone_here, alone_there = (
        _alone(here, [one for one, _, _ in matches]),
        _alone(there, [each for _, each, _ in matches]),
    )
    about_ours = comparing_reasons.other(ours, here, alone_here, likely_doubles(there))
    about_theirs = comparing_reasons.other(theirs, there, alone_there, likely_doubles(here))
    pairs = [_pair(match) for match in matches]
    return Compared(
        ours=_side(ours, doubles_here, alone_here, about_theirs),
        theirs=_side(theirs, doubles_there, alone_there, about_ours),
        both=tuple(pair for pair in pairs if pair.rule.is_certain),
        maybe=tuple(pair for pair in pairs if not pair.rule.is_certain),
    )


def _alone(entries: Sequence[Entry], matched: Sequence[Entry]) -> list[Entry]:
    orders = {entry.order for entry in matched}
    return [entry for entry in entries if entry.order not in orders]


def _pair(match: Match) -> Pair:
    one, other, rule = match
    return Pair(one, other, rule, differences(one, other))


def _side(side: Side, doubles: Sequence[Double], alone: Sequence[Entry], there: comparing_reasons.Other) -> OneSide:
    only = tuple(Only(entry, comparing_reasons.why(entry, there)) for entry in alone)
    return OneSide(side.rows, only, tuple(doubles), tuple(side.unread))
