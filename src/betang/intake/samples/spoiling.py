"""How is a clean row of a sample list spoilt, a cell at a time, so that the truth about it stays known?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random

from betang.intake.samples.houses import Cell, Cells

Spoil = Callable[[Random, Cells, str], None]


class Effect(Enum):
    RETURNED = "returned"
    FLAGGED = "flagged"
    REPAIRED = "repaired"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Defect:
    """`touches` names the columns it spoils: two defects never meet in one column."""

    code: str
    share: float
    effect: Effect
    touches: tuple[str, ...]
    spoil: Spoil


def apply(defects: Sequence[Defect], rng: Random, cells: Cells, *, region: str) -> list[Defect]:
    """Spoils the row in place; says with which defects."""
    applied: list[Defect] = []
    spoilt: set[str] = set()
    for defect in defects:
        fits = all(cells[column] is not None and column not in spoilt for column in defect.touches)
        if rng.random() < defect.share and fits:
            defect.spoil(rng, cells, region)
            applied.append(defect)
            spoilt.update(defect.touches)
    return applied


def set_to(column: str, *values: Cell) -> Spoil:
    def spoil(rng: Random, cells: Cells, region: str) -> None:
        cells[column] = rng.choice(values)

    return spoil


def rewrite(column: str, change: Callable[[Random, str], Cell]) -> Spoil:
    def spoil(rng: Random, cells: Cells, region: str) -> None:
        cells[column] = change(rng, str(cells[column]))

    return spoil
