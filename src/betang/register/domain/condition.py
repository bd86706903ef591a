"""How bad is a home, and who in a list comes first?"""

from collections.abc import Mapping
from datetime import date

from betang.register.domain.codes import CONDITION

UNKNOWN = 0
UNFIT = 5
# The three parts whose condition the import sheet asks for, and every scale of the country uses.
PARTS = ("roof_condition", "wall_condition", "floor_condition")
_FIGURES = {code: figure for figure, code in enumerate(CONDITION.codes, 1)}
DAYS = 1_000_000  # more than the day number of any day before the year 2738; a later one is a slip of the pen


def worst(assessment: Mapping[str, object]) -> int:
    """The worst of roof, wall and floor: 1 (layak) to 5 (tidak layak); 0 where none was judged."""
    return max((_FIGURES.get(str(assessment.get(part)), UNKNOWN) for part in PARTS), default=UNKNOWN)


def label(figure: int) -> str:
    return CONDITION.label(CONDITION.codes[figure - 1]) if figure else "Belum dinilai"


def need(condition: int, observed: date | None) -> int:
    """Sorts a list, smallest first: the worst condition, within one the oldest data, of unknown age before all."""
    return (UNFIT - condition) * DAYS + day_number(observed)


def need_range(condition: int) -> tuple[int, int]:
    """From where up to, but not including, which `need` a condition reaches."""
    first = (UNFIT - condition) * DAYS
    return first, first + DAYS


def day_number(observed: date | None) -> int:
    """The day number inside `need`; 0 for an unknown day."""
    return min(observed.toordinal(), DAYS - 1) if observed else 0


def day_of(need: int) -> date | None:
    """The day inside a `need`; None for an unknown one."""
    number = need % DAYS
    return date.fromordinal(number) if number else None
