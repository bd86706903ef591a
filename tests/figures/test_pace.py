"""How fast must homes be finished from now on?"""

from datetime import date

import pytest

from betang.figures.domain.pace import Pace, pace


@pytest.mark.parametrize(
    ("finished", "target", "today", "told"),
    [
        (100, 220, date(2025, 12, 1), Pace(120, 9.1, 122)),
        (0, 365, date(2025, 1, 1), Pace(365, 0.0, 31)),
        (220, 200, date(2025, 6, 30), Pace(0, 37.0, 0)),
        (5, None, date(2025, 6, 30), Pace(None, 0.8, None)),
        (80, 100, date(2026, 3, 1), Pace(20, 6.7, None)),
        (0, 100, date(2024, 3, 1), Pace(100, None, 9)),
    ],
    ids=["near the end", "first day", "more than wanted", "no target", "year is over", "year to come"],
)
def test_pace_is_counted_in_mean_months(finished: int, target: int | None, today: date, told: Pace) -> None:
    assert pace(finished=finished, target=target, year=2025, today=today) == told
