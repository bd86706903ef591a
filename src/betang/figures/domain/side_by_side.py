"""What does a region look like with all its parts side by side?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from betang.figures.domain.achievement import AchievementRow
from betang.figures.domain.silence import Silent
from betang.figures.domain.sums import SumCheck


@dataclass(frozen=True, slots=True)
class Achievement:
    """A region and its parts, those with the most homes left first.

    `rest` holds what is of the region but of none of its parts: families without a village, reports for the region
    itself, a target not yet shared out. `blank` names the parts of which nobody has said anything. The parts and the
    rest add up to `total`, or a check says by how much they do not.
    """

    region_code: str
    place: str
    year: int
    as_of: datetime
    rows: tuple[AchievementRow, ...]
    rest: AchievementRow | None
    total: AchievementRow
    blank: tuple[str, ...]
    checks: tuple[SumCheck, ...]
    silent: tuple[Silent, ...]
    last_reports: Mapping[str, date]
