"""What stands in a cell, as text, and where is it?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from betang.kernel.civil_numbers import HIDDEN

Cell: TypeAlias = str | float | bool | date | None

_NOTHING = frozenset({"", "-", "--", "–", "—", ".", "'", "?-"})
_QUOTES = "'\"`’‘“”"
_AROUND = _QUOTES + " "
_BLANKS = re.compile(r"\s+")
_MASK = HIDDEN[0]
# What Excel shows where a formula failed; calamine gives it as this text.
_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#DATA!"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row as Excel counts it, from 1."""

    number: int
    cells: Sequence[Cell]

    def cell(self, place: int) -> Cell:
        return self.cells[place] if place < len(self.cells) else None

    @property
    def is_blank(self) -> bool:
        return all(is_nothing(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Written:
    """A cell's text without what surely does not belong to it, and the names of the repairs that took."""

    text: str
    repairs: tuple[str, ...] = ()


def as_written(cell: Cell) -> str:
    """The cell as text. A whole number loses the `.0` that only the file format gave it; a date is written ISO."""
    if isinstance(cell, str):
        return cell if cell.isprintable() else _printable(cell)
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell).upper()


def trimmed(cell: Cell) -> Written:
    """Blanks around and doubled, and quotes around, are off. A masked number states nothing."""
    raw = cell if isinstance(cell, str) and cell.isprintable() else as_written(cell)
    bare = _BLANKS.sub(" ", raw).strip() if " " in raw else raw
    if bare in _NOTHING or _MASK in bare:
        return _EMPTY
    if bare[0] in _QUOTES or bare[-1] in _QUOTES:
        return Written(_or_nothing(bare.strip(_AROUND)), ("quotes",))
    return Written(bare, _BLANKS_OFF if bare != raw else ())


_EMPTY = Written("")
_BLANKS_OFF = ("blanks",)


def is_nothing(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip() in _NOTHING)


def is_error(cell: Cell) -> bool:
    """Whether Excel shows a failed formula here."""
    return isinstance(cell, str) and "#" in cell and as_written(cell).strip(_AROUND).upper() in _ERRORS


def is_masked(cell: Cell) -> bool:
    """Whether our own export hid a number here."""
    return isinstance(cell, str) and _MASK in cell


@lru_cache(maxsize=1024)
def letters(place: int) -> str:
    """The column's letters as Excel shows them: 0 is A, 26 is AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _or_nothing(text: str) -> str:
    return "" if text in _NOTHING else text


def _printable(text: str) -> str:
    """Line breaks, tabs, hard blanks and control signs are blanks; a NUL would be refused by PostgreSQL."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
