"""What does a cell say that is merged with the one above it?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from betang.intake.domain.cells import Cell, Row, is_nothing


@dataclass(frozen=True, slots=True)
class Span:
    """Cells merged over rows, in their first column: rows as Excel counts them, the column from 0."""

    top: int
    bottom: int
    place: int


class FillingDown:
    """Goes down a sheet row by row and lets merged cells say in each row what stands at their top."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starting: dict[int, list[Span]] = defaultdict(list)
        for span in spans:
            self._starting[span.top].append(span)
        self._open: list[tuple[Span, Cell]] = []
        self.filled = 0

    def fill(self, row: Row) -> Row:
        """The row with what is merged into it from above."""
        if not self._starting:
            return row
        self._open = [(span, cell) for span, cell in self._open if span.bottom >= row.number]
        lent = {span.place: cell for span, cell in self._open if is_nothing(row.cell(span.place))}
        self._open += [(span, row.cell(span.place)) for span in self._starting.get(row.number, ())]
        if not lent:
            return row
        self.filled += len(lent)
        width = max(len(row.cells), max(lent) + 1)
        return Row(row.number, [lent.get(place, row.cell(place)) for place in range(width)])
