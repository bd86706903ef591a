"""Are homes that are only numbers told once, whoever says them, how often, and of how large a place?"""

from datetime import date
from uuid import UUID

import pytest

from betang.delivery.domain.numbers import Number, standing

MARIA, DOMI = UUID(int=1), UUID(int=2)
MAY, JUNE = date(2025, 5, 1), date(2025, 6, 1)
SINTANG, KELAM = "61.05", "61.05.19"


def _number(
    order: int, homes: int, *, agency: UUID = MARIA, where: str = SINTANG, month: date = MAY, stage: str = "100"
) -> Number:
    return Number(UUID(int=order), agency, where, month, "BARU", "BSPS", stage, homes)


@pytest.mark.parametrize(
    ("said", "homes"),
    [
        ([_number(1, 40), _number(2, 55, month=JUNE)], {(SINTANG, "100"): 55}),
        ([_number(1, 40), _number(2, 30)], {(SINTANG, "100"): 30}),
        ([_number(1, 40, stage="0"), _number(2, 40, month=JUNE)], {(SINTANG, "100"): 40}),
        ([_number(1, 40), _number(2, 50, agency=DOMI)], {(SINTANG, "100"): 50}),
        ([_number(1, 40), _number(2, 15, where=KELAM)], {(SINTANG, "100"): 40}),
        ([_number(1, 40), _number(2, 15, where=KELAM, agency=DOMI)], {(SINTANG, "100"): 40, (KELAM, "100"): 15}),
        ([_number(1, 10), _number(2, 5, stage="30")], {(SINTANG, "100"): 10, (SINTANG, "30"): 5}),
    ],
    ids=["a later month", "said again", "moved on", "two offices", "a part", "a part by others", "two stages"],
)
def test_what_overlaps_is_told_once(said: list[Number], homes: dict[tuple[str, str], int]) -> None:
    for order in (said, said[::-1]):
        assert {(each.region_code, each.stage): each.homes for each in standing(order)} == homes
