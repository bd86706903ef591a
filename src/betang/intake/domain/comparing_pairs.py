"""Which family of one list is which of the other?

First the register's own rules, the strongest first; what is left over is paired where nothing speaks against it, and
told apart as "perhaps the same". One to one, and the same pairs whichever list is named first.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from betang.intake.domain.comparing_entries import Entry
from betang.register.domain.matching import is_same_name

# In a heap of namesakes each is held against so many neighbours: a list of one name only must not take for ever.
_NEIGHBOURS, _NEIGHBOURS_IN_A_CROWD, _CROWD = 50, 4, 1_000
_NUMBER_WEIGHS = 1_000


class Rule(StrEnum):
    """Why two entries are taken for one family, the strongest first; the last two say only "perhaps"."""

    SAME_ROW = "same_row"
    NIK = "nik"
    KK_AND_NAME = "kk_and_name"
    NAME_AND_PLACE = "name_and_place"
    NAME_AND_MASK = "name_and_mask"
    NAME_IN_VILLAGE = "name_in_village"
    KK_AND_LIKE_NAME = "kk_and_like_name"

    @property
    def is_certain(self) -> bool:
        return self not in (Rule.NAME_IN_VILLAGE, Rule.KK_AND_LIKE_NAME)


Match = tuple[Entry, Entry, Rule]
_Key = Callable[[Entry], Hashable]
_Fits = Callable[[Entry, Entry], bool]


@dataclass(frozen=True, slots=True)
class _Step:
    """Entries of one key are held together; empty keys are of nobody. `alone`: only where nobody else fits."""

    rule: Rule
    key: _Key
    fits: _Fits
    alone: bool = False


def content(entry: Entry) -> Hashable:
    """All that an entry says, but where and when it was said. Who has no name at all is known by their record alone."""
    name = entry.plain_name or entry.name or entry.family
    if name is None or name == "":
        return None
    numbers = (entry.nik.text or entry.nik.mask, entry.kk.text or entry.kk.mask)
    return name, entry.village_code, *numbers, entry.values


def kk_and_name(entry: Entry) -> Hashable:
    name = entry.plain_name
    return (entry.kk.text, name) if entry.kk.is_sound and name else None


def name_and_place(entry: Entry) -> Hashable:
    name, address = entry.plain_name, entry.plain_address
    return (name, entry.village_code, address) if name and address else None


def name_in_village(entry: Entry) -> Hashable:
    name = entry.plain_name
    return (name, entry.village_code) if name else None


def _name_and_mask(entry: Entry) -> Hashable:
    name = entry.plain_name
    return (name, entry.village_code, entry.nik.evidence) if name and entry.nik.evidence else None


def are_not_two(one: Entry, other: Entry) -> bool:
    """Two sound NIKs that differ are two people, whatever else agrees; so are two masks that do."""
    return not one.nik.contradicts(other.nik)


def _have_one_name(one: Entry, other: Entry) -> bool:
    return is_same_name(one.name, other.name)


def nothing_contradicts(one: Entry, other: Entry) -> bool:
    """Whether the two may be one family, as far as their numbers and the head's birth tell."""
    facts = ((one.value(name), other.value(name)) for name in ("sex", "birth_date"))
    return (
        are_not_two(one, other)
        and not one.kk.contradicts(other.kk)
        and not any(first is not None and second is not None and first != second for first, second in facts)
    )


_STEPS = (
    _Step(Rule.SAME_ROW, content, are_not_two),
    _Step(Rule.NIK, lambda entry: entry.nik.sound or None, _have_one_name),
    _Step(Rule.KK_AND_NAME, kk_and_name, are_not_two),
    _Step(Rule.NAME_AND_PLACE, name_and_place, are_not_two, alone=True),
    _Step(Rule.NAME_AND_MASK, _name_and_mask, are_not_two, alone=True),
    _Step(Rule.NAME_IN_VILLAGE, name_in_village, nothing_contradicts),
    _Step(
        Rule.KK_AND_LIKE_NAME,
        lambda entry: entry.kk.sound or None,
        lambda one, other: _have_one_name(one, other) and nothing_contradicts(one, other),
    ),
)


def pairs(ours: Sequence[Entry], theirs: Sequence[Entry]) -> list[Match]:
    """Each entry at most once, in the order of ours."""
    found: list[Match] = []
    for step in _STEPS:
        matched = [(one, other, step.rule) for one, other in _matched(step, ours, theirs)]
        ours = _without(ours, (one for one, _, _ in matched))
        theirs = _without(theirs, (other for _, other, _ in matched))
        found += matched
    return sorted(found, key=lambda match: match[0].order)


def _without(entries: Sequence[Entry], gone: Iterable[Entry]) -> Sequence[Entry]:
    orders = {entry.order for entry in gone}
    return [entry for entry in entries if entry.order not in orders] if orders else entries


def _matched(step: _Step, ours: Sequence[Entry], theirs: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    others = _by_key(step.key, theirs)
    for key, here in _by_key(step.key, ours).items():
        if there := others.get(key):
            yield from _paired(step, here, there)


def _by_key(key: _Key, entries: Iterable[Entry]) -> dict[Hashable, list[Entry]]:
    found: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        if (word := key(entry)) is not None:
            found.setdefault(word, []).append(entry)
    return found


def _paired(step: _Step, here: Sequence[Entry], there: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    near = _NEIGHBOURS if max(len(here), len(there)) <= _CROWD else _NEIGHBOURS_IN_A_CROWD
    fitting = [
        (one, other)
        for place, one in enumerate(here)
        for other in there[max(0, place - near) : place + near + 1]
        if step.fits(one, other)
    ]
    if len(fitting) <= 1:
        return fitting
    return _those_alone(fitting) if step.alone else _the_likeliest(fitting)


def _those_alone(fitting: Sequence[tuple[Entry, Entry]]) -> list[tuple[Entry, Entry]]:
    """Numbers that agree, hidden or not, choose among those who fit; who is alone then is certain."""
    agreeing = _alone([pair for pair in fitting if pair[0].nik.agrees(pair[1].nik)])
    ours, theirs = {one.order for one, _ in agreeing}, {other.order for _, other in agreeing}
    rest = [(one, other) for one, other in fitting if one.order not in ours and other.order not in theirs]
    return [*agreeing, *_alone(rest)]


def _alone(fitting: Sequence[tuple[Entry, Entry]]) -> list[tuple[Entry, Entry]]:
    ours, theirs = Counter(one.order for one, _ in fitting), Counter(other.order for _, other in fitting)
    return [(one, other) for one, other in fitting if ours[one.order] == theirs[other.order] == 1]


def _the_likeliest(fitting: list[tuple[Entry, Entry]]) -> list[tuple[Entry, Entry]]:
    """Who agrees most goes first. Ties are broken alike from both sides."""
    taken: tuple[set[int], set[int]] = set(), set()
    found = []
    for one, other in sorted(fitting, key=_likeness):
        if one.order not in taken[0] and other.order not in taken[1]:
            taken[0].add(one.order)
            taken[1].add(other.order)
            found.append((one, other))
    return found


def _likeness(pair: tuple[Entry, Entry]) -> tuple[int, int, int]:
    one, other = pair
    same = sum(
        1 for first, second in zip(one.values, other.values, strict=True) if first is not None and first == second
    )
    weight = same + _NUMBER_WEIGHS * one.nik.agrees(other.nik) + _NUMBER_WEIGHS * one.kk.agrees(other.kk)
    return -weight, one.order + other.order, min(one.order, other.order)
