"""What do the families of one place on the list come to?"""

from dataclasses import dataclass
from datetime import date

from betang.register.domain import condition

UNFIT = (5, 4)  # "kurang layak" and "tidak layak", as every page of the office sums them
FRESH_MONTHS = 12  # data older than this is said to be old


@dataclass(frozen=True, slots=True)
class ListFigures:
    """Families of a place: in unfit homes, in homes nobody has judged, with data of the last twelve months."""

    families: int = 0
    unfit: int = 0
    unknown: int = 0
    fresh: int = 0
    newest_date: date | None = None

    @property
    def need(self) -> int:
        """Families whose home is unfit, or may be."""
        return self.unfit + self.unknown


NOBODY = ListFigures()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Of one condition: families with old data and with fresh data, and the largest `need` there is."""

    condition: int
    old: int
    fresh: int
    last_need: int | None


def of_stretches(stretches: list[Stretch]) -> ListFigures:
    """The figures of a place from its conditions, each of them once."""
    days = [condition.day_of(each.last_need) for each in stretches if each.last_need is not None]
    return ListFigures(
        families=sum(each.old + each.fresh for each in stretches),
        unfit=sum(each.old + each.fresh for each in stretches if each.condition in UNFIT),
        unknown=sum(each.old + each.fresh for each in stretches if each.condition == condition.UNKNOWN),
        fresh=sum(each.fresh for each in stretches),
        newest_date=max((day for day in days if day), default=None),
    )
