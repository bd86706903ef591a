"""What did somebody publish, and does it agree with itself?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from betang.organisation.domain.regions import is_within, parent_of

LISTED, HANDLED, REMAINING = "RTLH", "TERTANGANI", "SISA"


class Rule(StrEnum):
    """What should be equal."""

    REMAINDER = "remainder"  # handled and remaining together are the whole list
    PARTS = "parts"  # the figures of the parts sum to that of the whole


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as it was published of one place."""

    region_code: str
    subject: str
    homes: int


@dataclass(frozen=True, slots=True)
class StatementCheck:
    """`terms` were published and sum to `found`; `stated` was published as what they should come to."""

    rule: Rule
    region_code: str
    subject: str
    terms: tuple[int, ...]
    found: int
    stated: int
    gap: int
    adds: bool


def checks(figures: Sequence[Figure]) -> tuple[StatementCheck, ...]:
    """Every sum that the figures of one statement let one try: of each place, and of the parts of each place."""
    homes = {(each.region_code, each.subject): each.homes for each in figures}
    places = sorted({each.region_code for each in figures}, key=lambda code: (len(code), code))
    found = [_remainder(place, homes) for place in places]
    found += [_parts(place, subject, homes) for place in places for subject in _subjects(place, homes)]
    return tuple(each for each in found if each is not None)


def whole(region_codes: Iterable[str]) -> str:
    """The place that a statement is about: the one that holds all others, or the smallest around them."""
    codes = sorted(set(region_codes), key=lambda code: (len(code), code))
    around: str | None = codes[0]
    while around is not None and not all(is_within(code, around) for code in codes):
        around = parent_of(around)
    return around or codes[0]


def _subjects(place: str, homes: Mapping[tuple[str, str], int]) -> list[str]:
    return [subject for code, subject in homes if code == place]


def _remainder(place: str, homes: Mapping[tuple[str, str], int]) -> StatementCheck | None:
    if any((place, subject) not in homes for subject in (LISTED, HANDLED, REMAINING)):
        return None
    terms = (homes[place, HANDLED], homes[place, REMAINING])
    return _check(Rule.REMAINDER, place, LISTED, terms, homes[place, LISTED])


def _parts(place: str, subject: str, homes: Mapping[tuple[str, str], int]) -> StatementCheck | None:
    terms = tuple(number for (code, of), number in homes.items() if of == subject and parent_of(code) == place)
    return _check(Rule.PARTS, place, subject, terms, homes[place, subject]) if terms else None


def _check(rule: Rule, place: str, subject: str, terms: tuple[int, ...], stated: int) -> StatementCheck:
    found = sum(terms)
    return StatementCheck(rule, place, subject, terms, found, stated, found - stated, found == stated)
