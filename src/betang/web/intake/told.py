"""What does a result page say of a batch: how long yet, whether the sum fits, which reasons came how often?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from betang.intake.queries import BatchView, RowView

_STEP_S = 10  # seconds are told in tens: nobody needs them to the one
_MINUTE_S = 60


@dataclass(frozen=True)
class ReasonCount:
    """A reason, on how many rows it was given, and the first of them."""

    sentence: str
    heading: str
    rows: int
    first_row: int


@dataclass(frozen=True)
class Figures:
    """The four outcomes, and whether they add up to the rows of the file."""

    batch: BatchView

    @property
    def taken(self) -> int:
        return self.batch.accepted + self.batch.updated + self.batch.unchanged

    @property
    def sum(self) -> int:
        return self.taken + self.batch.returned

    @property
    def left(self) -> int:
        return self.batch.rows_total - self.sum

    @property
    def adds_up(self) -> bool:
        return self.sum == self.batch.rows_total


def seconds_left(batch: BatchView, *, now: datetime) -> int | None:
    """About how long yet, at the speed so far; None before anything is done."""
    if not batch.rows_done or batch.rows_done >= batch.rows_total:
        return None
    elapsed = (now - batch.created_at).total_seconds()
    left = elapsed * (batch.rows_total - batch.rows_done) / batch.rows_done
    return int(-(-left // _STEP_S) * _STEP_S)


def minutes_left(seconds: int | None) -> int | None:
    """The same in minutes, where there are more than one."""
    return round(seconds / _MINUTE_S) if seconds and seconds > 2 * _MINUTE_S else None


def reasons(rows: Sequence[RowView]) -> list[ReasonCount]:
    """The reasons given for these rows, the most frequent first."""
    counted: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        for key in {(reason.sentence, reason.heading) for reason in row.reasons}:
            counted[key] += 1
            first.setdefault(key, row.row)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], first[pair[0]]))
    return [ReasonCount(sentence, heading, count, first[sentence, heading]) for (sentence, heading), count in ordered]
