"""Do parts and whole add up, and if not, by how much?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from betang.figures.domain.achievement import AchievementRow


class Subject(StrEnum):
    """What was summed."""

    FAMILIES = "families"
    NEED = "need"
    TARGET = "target"
    FINISHED = "finished"
    MONTHS = "months"
    PUBLISHED = "published"
    COUNTED_HERE = "counted_here"


@dataclass(frozen=True, slots=True)
class SumCheck:
    """`parts` (of the places) and `rest` (of none of them) beside `whole`; `gap` is what the parts have too many."""

    subject: Subject
    parts: int
    rest: int
    whole: int
    gap: int = field(init=False)
    adds: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "gap", self.parts + self.rest - self.whole)
        object.__setattr__(self, "adds", self.parts + self.rest == self.whole)


def checks(rows: Sequence[AchievementRow], rest: AchievementRow | None, total: AchievementRow) -> tuple[SumCheck, ...]:
    """Every sum of the page that can be checked against something counted on its own."""
    found = [
        _check(Subject.FAMILIES, rows, rest, total, "families"),
        _check(Subject.NEED, rows, rest, total, "need"),
        _check(Subject.FINISHED, rows, rest, total, "finished"),
        SumCheck(Subject.MONTHS, sum(total.by_month), 0, total.finished),
    ]
    if total.target is not None:
        found.append(_check(Subject.TARGET, rows, rest, total, "target"))
    return (*found, *_of_published(rows, total))


def _check(
    subject: Subject, rows: Sequence[AchievementRow], rest: AchievementRow | None, total: AchievementRow, name: str
) -> SumCheck:
    parts = sum(getattr(row, name) or 0 for row in rows)
    return SumCheck(subject, parts, (getattr(rest, name) or 0) if rest else 0, getattr(total, name) or 0)


def _of_published(rows: Sequence[AchievementRow], total: AchievementRow) -> list[SumCheck]:
    """What was published of the whole beside what was published of its parts, and beside what is counted here."""
    if total.published is None:
        return []
    parts = [row.published for row in rows if row.published is not None]
    of_parts = [SumCheck(Subject.PUBLISHED, sum(parts), 0, total.published)] if parts else []
    return [*of_parts, SumCheck(Subject.COUNTED_HERE, total.need, 0, total.published)]
