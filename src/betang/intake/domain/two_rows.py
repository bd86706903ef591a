"""What do headings say that stand in two rows, a wide one over several narrow ones?"""

from collections.abc import Iterable
from dataclasses import dataclass

from betang.intake.domain import file_names
from betang.intake.domain.cells import Row, as_written
from betang.kernel.civil_numbers import HIDDEN

# No list has so many columns or so long a heading; a file that does would be looked at for minutes.
MOST_COLUMNS, _LONGEST = 400, 1_000


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of headings: `row` is the last row it takes up.

    `texts` are the cells of that row; `readings` are for each column the words it may be known by, the best first.
    """

    row: int
    texts: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]


def one_row(row: Row) -> Heading:
    texts = _texts(row)
    return Heading(row.number, texts, tuple((text,) if text else () for text in texts))


def two_rows(upper: Row, lower: Row, spans: Iterable[tuple[int, int, int]]) -> Heading:
    """Each narrow heading with the wide one over it; a heading with nothing below it spans both rows."""
    over, under = _texts(upper), _texts(lower)
    width = max(len(over), len(under))
    below = _wide(under, width)
    above = _spread(_wide(over, width), below, [span for span in spans if span[0] == upper.number])
    readings = tuple(_readings(over, under) for over, under in zip(above, below, strict=True))
    texts = tuple(each[0] if each else "" for each in readings)
    return Heading(lower.number, texts, readings)


def _readings(over: str, under: str) -> tuple[str, ...]:
    """KONDISI over LANTAI, PENDATA over NAMA, KOORDINAT over LINTANG."""
    if not (over and under):
        return (over or under,) if over or under else ()
    return f"{over} {under}", f"{under} {over}", under


def _spread(above: list[str], below: list[str], spans: list[tuple[int, int, int]]) -> list[str]:
    """A wide heading stands in its first cell: it reaches as far as it is merged, or over blanks with one below."""
    merged = {place: first for _row, first, last in spans for place in range(first, last + 1)}
    spread = list(above)
    for place in range(1, len(spread)):
        if spread[place]:
            continue
        if place in merged:
            spread[place] = above[merged[place]]
        elif not spans and below[place] and below[place - 1]:
            spread[place] = spread[place - 1]
    return spread


def _texts(row: Row) -> tuple[str, ...]:
    """Headings are kept and shown in clear, so a number of a person that stands among them is hidden."""
    return tuple(_text(as_written(cell)) for cell in row.cells[:MOST_COLUMNS])


def _text(written: str) -> str:
    return file_names.without_long_numbers(written.strip()[:_LONGEST], instead=HIDDEN)


def _wide(texts: tuple[str, ...], width: int) -> list[str]:
    return [*texts, *[""] * (width - len(texts))]
