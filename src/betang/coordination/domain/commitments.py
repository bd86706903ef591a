"""How does a promise stand: open, late, kept, kept late, taken back, or not to be measured?"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How a promise stands on a day."""

    OPEN = "TERBUKA"
    OVERDUE = "LEWAT"
    KEPT = "TERPENUHI"
    KEPT_LATE = "TERPENUHI TERLAMBAT"
    UNKNOWN = "BELUM DAPAT DIUKUR"
    CANCELLED = "DIBATALKAN"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self in (State.OPEN, State.OVERDUE, State.UNKNOWN)


class Recorded(StrEnum):
    """What is on record of how it ended; what nobody has said is open."""

    OPEN = "TERBUKA"
    KEPT = "TERPENUHI"
    CANCELLED = "DIBATALKAN"


class Figure(StrEnum):
    """What the data say of a promise that is measured."""

    NONE = "none"  # it is not measured, somebody proves it
    UNKNOWN = "unknown"
    BELOW = "below"
    REACHED = "reached"


LABELS: Mapping[State, str] = {
    State.OPEN: "Terbuka",
    State.OVERDUE: "Lewat tenggat",
    State.KEPT: "Terpenuhi",
    State.KEPT_LATE: "Terpenuhi terlambat",
    State.UNKNOWN: "Belum dapat diukur",
    State.CANCELLED: "Dibatalkan",
}
MEASURED = "TERUKUR"
PROVED = "BUKTI"

# In time, and late. A reached figure stays open until the daily check has frozen its evidence.
TABLE: Mapping[tuple[Recorded, Figure], tuple[State, State]] = {
    (Recorded.OPEN, Figure.NONE): (State.OPEN, State.OVERDUE),
    (Recorded.OPEN, Figure.UNKNOWN): (State.UNKNOWN, State.UNKNOWN),
    (Recorded.OPEN, Figure.BELOW): (State.OPEN, State.OVERDUE),
    (Recorded.OPEN, Figure.REACHED): (State.OPEN, State.OVERDUE),
    (Recorded.KEPT, Figure.NONE): (State.KEPT, State.KEPT_LATE),
    (Recorded.KEPT, Figure.UNKNOWN): (State.KEPT, State.KEPT_LATE),
    (Recorded.KEPT, Figure.BELOW): (State.KEPT, State.KEPT_LATE),
    (Recorded.KEPT, Figure.REACHED): (State.KEPT, State.KEPT_LATE),
    (Recorded.CANCELLED, Figure.NONE): (State.CANCELLED, State.CANCELLED),
    (Recorded.CANCELLED, Figure.UNKNOWN): (State.CANCELLED, State.CANCELLED),
    (Recorded.CANCELLED, Figure.BELOW): (State.CANCELLED, State.CANCELLED),
    (Recorded.CANCELLED, Figure.REACHED): (State.CANCELLED, State.CANCELLED),
}


def state(recorded: Recorded, figure: Figure, *, due: date | None, closed: date | None, today: date) -> State:
    """How it stands. A closed one is late by the day it was closed on, an open one by today."""
    in_time, late = TABLE[recorded, figure]
    until = closed if recorded is not Recorded.OPEN and closed else today
    return late if due is not None and until > due else in_time


def figure(proof_kind: str | None, *, measured: int | None, threshold: int | None) -> Figure:
    """What a measured value says against what was promised at least."""
    if proof_kind != MEASURED:
        return Figure.NONE
    if measured is None or threshold is None:
        return Figure.UNKNOWN
    return Figure.REACHED if measured >= threshold else Figure.BELOW


def days_late(due: date | None, until: date) -> int:
    """Days after the due day; 0 while it is not over."""
    return max(0, (until - due).days) if due else 0
