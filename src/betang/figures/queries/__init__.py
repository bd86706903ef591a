"""Every question that is asked of figures."""

from betang.figures.domain.achievement import AchievementRow, sources_of
from betang.figures.domain.side_by_side import Achievement
from betang.figures.domain.silence import Silent
from betang.figures.domain.statements import StatementCheck
from betang.figures.domain.sums import SumCheck
from betang.figures.queries.achievement import achievement
from betang.figures.queries.published import FigureView, Statement, published, statement

__all__ = [
    "Achievement",
    "AchievementRow",
    "FigureView",
    "Silent",
    "Statement",
    "StatementCheck",
    "SumCheck",
    "achievement",
    "published",
    "sources_of",
    "statement",
]
