"""What does a page say of a batch: how long yet, whether the sum fits, what may be done with it now?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from betang.accounts.queries import Acting
from betang.intake.queries import BatchView, Progress

_STEP_S = 10  # seconds are told in tens: nobody needs them to the one
_MINUTE_S = 60
_SHOWN_AT = {"rumah": "delivery:homes", "kasus": "delivery:cases"}  # by the code of the workbook
_STOPPED = frozenset({"failed", "cancelled"})


@dataclass(frozen=True)
class Figures:
    """The four outcomes, and whether they add up to the rows of the file."""

    batch: BatchView

    @property
    def sum(self) -> int:
        return self.batch.taken + self.batch.returned

    @property
    def left(self) -> int:
        return self.batch.rows_total - self.sum

    @property
    def adds_up(self) -> bool:
        return self.sum == self.batch.rows_total


@dataclass(frozen=True)
class Totals:
    """Several lists together; those that were undone are in the register no more and do not count."""

    taken: int
    returned: int
    left: int
    total: int

    @classmethod
    def of(cls, batches: Iterable[BatchView]) -> "Totals":
        counted = [Figures(batch) for batch in batches if batch.state != "undone"]
        return cls(
            taken=sum(each.batch.taken for each in counted),
            returned=sum(each.batch.returned for each in counted),
            left=sum(each.left for each in counted),
            total=sum(each.batch.rows_total for each in counted),
        )


@dataclass(frozen=True)
class Deeds:
    """What may be done with a list now, by somebody of its office or of another."""

    batch: BatchView
    is_ours: bool

    @classmethod
    def of(cls, who: Acting, batch: BatchView) -> "Deeds":
        return cls(batch, is_ours=batch.agency_id == who.agency_id)

    @property
    def list_address(self) -> str:
        """Where what the list brought is shown."""
        return reverse(_SHOWN_AT.get(self.batch.workbook, "register:list"))

    @property
    def may_map(self) -> bool:
        return self.is_ours and self.batch.state == "unmapped"

    @property
    def may_stop(self) -> bool:
        return self.is_ours and self.batch.state in {"waiting", "running"}

    @property
    def may_go_on(self) -> bool:
        """The rest of a list that was stopped or broke off; of one that was undone the whole."""
        return self.is_ours and self.batch.has_rows and self.batch.state in _STOPPED | {"undone"}

    @property
    def may_take(self) -> bool:
        """A list that was only tried."""
        return self.is_ours and self.batch.has_rows and self.batch.is_trial and self.batch.state == "done"

    @property
    def may_undo(self) -> bool:
        is_in = self.batch.taken > 0 and self.batch.state in _STOPPED | {"done"}
        return self.is_ours and not self.batch.is_trial and (is_in or self.batch.is_half_undone)

    @property
    def has_workbook(self) -> bool:
        """There are rows to give back. A trial gives them back as well: they can be corrected before anything is in."""
        back = self.batch.returned + self.batch.flagged
        return self.is_ours and self.batch.has_rows and back > 0 and self.batch.is_over


def seconds_left(work: Progress, *, now: datetime) -> int | None:
    """About how long yet, at the speed so far; None before anything is done."""
    if not work.done or work.done >= work.total:
        return None
    elapsed = (now - work.since).total_seconds()
    left = elapsed * (work.total - work.done) / work.done
    return int(-(-left // _STEP_S) * _STEP_S)


def minutes_left(seconds: int | None) -> int | None:
    """The same in minutes, where there are more than one."""
    return round(seconds / _MINUTE_S) if seconds and seconds > 2 * _MINUTE_S else None
