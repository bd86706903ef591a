"""Which sum leads from the rows of one list to the rows of the other, and how does it look place by place?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from betang.intake.domain import comparing_reasons as words
from betang.intake.domain.comparing import Compared, OneSide, Pair
from betang.intake.domain.comparing_reasons import Reason

DISTRICT_LETTERS, VILLAGE_LETTERS = len("61.05.19"), len("61.05.19.2001")
ROWS_OURS, FAMILIES_OURS, BOTH = "rows_ours", "families_ours", "both"
FAMILIES_THEIRS, ROWS_THEIRS = "families_theirs", "rows_theirs"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sum. A total stands by itself; the signed numbers between two totals lead from one to the next.

    `kind` is the name of a total, or `unread`, `doubled` or `only` with its `reason`; `ours` says of which list.
    """

    kind: str
    number: int
    reason: str = ""
    ours: bool = True

    @property
    def is_total(self) -> bool:
        return not self.reason


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """The families of a place: there in both lists, in one only, or elsewhere in the other list."""

    code: str
    only_ours: int = 0
    only_theirs: int = 0
    both: int = 0
    different: int = 0
    elsewhere_ours: int = 0
    elsewhere_theirs: int = 0

    @property
    def ours(self) -> int:
        return self.only_ours + self.both + self.elsewhere_ours

    @property
    def theirs(self) -> int:
        return self.only_theirs + self.both + self.elsewhere_theirs


def the_sum(compared: Compared) -> list[Line]:
    """From the rows of ours down to the families of both, and up again to the rows of theirs."""
    ours, theirs = compared.ours, compared.theirs
    return [
        Line(ROWS_OURS, ours.rows),
        *_signed(_unread(ours), -1, ours=True),
        *_signed(_doubled(ours), -1, ours=True),
        Line(FAMILIES_OURS, ours.families),
        *_signed(_only(ours), -1, ours=True),
        Line(BOTH, len(compared.both) + len(compared.maybe)),
        *_signed(_only(theirs), 1, ours=False),
        Line(FAMILIES_THEIRS, theirs.families, ours=False),
        *_signed(_doubled(theirs), 1, ours=False),
        *_signed(_unread(theirs), 1, ours=False),
        Line(ROWS_THEIRS, theirs.rows, ours=False),
    ]


def adds_up(lines: Iterable[Line]) -> bool:
    """Whether each total is the one before it with what stands between."""
    running: int | None = None
    for line in lines:
        if not line.is_total:
            running = (running or 0) + line.number
        elif running is not None and running != line.number:
            return False
        else:
            running = line.number
    return True


def _signed(counted: Mapping[tuple[str, str], int], sign: int, *, ours: bool) -> Iterator[Line]:
    yield from (Line(kind, sign * number, reason, ours) for (kind, reason), number in counted.items())


def _unread(side: OneSide) -> dict[tuple[str, str], int]:
    counted = Counter(row.reason for row in side.unread)
    order = list(words.UNREAD)
    known = sorted(counted, key=lambda reason: (order.index(reason) if reason in order else len(order), reason))
    return {("unread", reason): counted[reason] for reason in known}


def _doubled(side: OneSide) -> dict[tuple[str, str], int]:
    counted = Counter(double.rule.value for double in side.doubles)
    return {("doubled", rule): counted[rule] for rule in words.DOUBLED if counted[rule]}


def _only(side: OneSide) -> dict[tuple[str, str], int]:
    counted = Counter(each.reason for each in side.only)
    return {("only", reason.value): counted[reason] for reason in Reason if counted[reason]}


def places(compared: Compared, letters: int) -> list[PlaceCount]:
    """The families by place, by code; `letters` of a village's code name the place."""
    tallies: dict[str, Counter[str]] = {}

    def add(code: str, name: str) -> None:
        tallies.setdefault(code[:letters], Counter())[name] += 1

    for only in compared.ours.only:
        add(only.entry.village_code, "only_ours")
    for only in compared.theirs.only:
        add(only.entry.village_code, "only_theirs")
    for pair in (*compared.both, *compared.maybe):
        for code, name in _tallied(pair, letters):
            add(code, name)
    for pair in compared.both:
        if pair.contradicts:
            add(pair.ours.village_code, "different")
    return [PlaceCount(code, **tallies[code]) for code in sorted(tallies)]


def _tallied(pair: Pair, letters: int) -> Iterator[tuple[str, str]]:
    here, there = pair.ours.village_code, pair.theirs.village_code
    if here[:letters] == there[:letters]:
        yield here, "both"
    else:
        yield here, "elsewhere_ours"
        yield there, "elsewhere_theirs"
