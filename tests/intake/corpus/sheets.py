"""How are rows, and what is expected of them, laid out on a sheet of a case?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tests.intake.corpus.homes import ERTLH, Form, Home, heading_row
from tests.intake.corpus.said import Said

Line = Sequence[object]
Pair = tuple[Home, Said]


@dataclass(frozen=True)
class Noise:
    """A line that is no family: a total, a signature, a blank. Nothing may become of it."""

    cells: Line


@dataclass(frozen=True)
class Sheet:
    """A sheet as it will be written. `merges` are (top, left, bottom, right): rows from 1, columns from 0, inclusive.

    `expected` is by row as Excel counts it; empty for a sheet that is no list at all.
    """

    lines: tuple[Line, ...]
    expected: dict[int, Said] = field(default_factory=dict)
    name: str = "RTLH"
    is_list: bool = True
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merges: tuple[tuple[int, int, int, int], ...] = ()


def sheet(
    *items: Pair | Noise,
    form: Form = ERTLH,
    above: Sequence[Line] = (),
    headings: Sequence[Line] | None = None,
    merges: Callable[[int], Iterable[tuple[int, int, int, int]]] = lambda first: (),
    name: str = "RTLH",
    is_hidden: bool = False,
    hidden: Sequence[int] = (),
) -> Sheet:
    """`headings` where they are more than the one row of the form; `merges` gets the row of the first item.

    `hidden` are places among the items, from 0.
    """
    top = [*above, *([heading_row(form)] if headings is None else headings)]
    first = len(top) + 1
    lines = [item.cells if isinstance(item, Noise) else form.cells(item[0]) for item in items]
    expected = {first + place: item[1] for place, item in enumerate(items) if not isinstance(item, Noise)}
    return Sheet(
        lines=(*top, *lines),
        expected=expected,
        name=name,
        is_hidden=is_hidden,
        hidden_rows=frozenset(first + place for place in hidden),
        merges=tuple(merges(first)),
    )


def noise(*cells: object) -> Noise:
    return Noise(cells)


def no_list(*lines: Line, name: str = "Catatan") -> Sheet:
    return Sheet(lines=lines, name=name, is_list=False)
