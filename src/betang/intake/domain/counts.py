"""How many rows had which outcome?"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import Enum


class Outcome(Enum):
    """Each row has one."""

    ACCEPTED = "accepted"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Counts:
    """`repaired` and `flagged` count rows among those not returned, so the first four add up to the list."""

    accepted: int = 0
    updated: int = 0
    unchanged: int = 0
    returned: int = 0
    repaired: int = 0
    flagged: int = 0

    @property
    def rows(self) -> int:
        return self.accepted + self.updated + self.unchanged + self.returned

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


@dataclass(frozen=True, slots=True)
class Judged:
    """A row's outcome, and whether it was repaired or needs a look."""

    outcome: Outcome
    repaired: bool
    flagged: bool


def count(rows: Iterable[Judged]) -> Counts:
    total = dict.fromkeys((each.name for each in fields(Counts)), 0)
    for row in rows:
        total[row.outcome.value] += 1
        if row.outcome is not Outcome.RETURNED:
            total["repaired"] += row.repaired
            total["flagged"] += row.flagged
    return Counts(**total)
