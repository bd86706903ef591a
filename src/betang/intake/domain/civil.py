"""Which NIK or KK number stands in a cell, and how far can it be trusted?"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from betang.intake.domain.cells import Cell, is_error, is_masked, trimmed
from betang.kernel.civil_numbers import clean, kk_doubt, nik_doubt

_LOOKS_LIKE_A_DIGIT = re.compile(r"[oOlI]")
_MARKS = re.compile(r"\d[\s.\-’']+\d")


@dataclass(frozen=True, slots=True)
class CivilNumber:
    """The number as cleaned (empty where there is none), its doubt as a code of the register, and the repairs.

    A masked number states nothing, which is no doubt.
    """

    text: str
    doubt: str | None
    repairs: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        return bool(self.text) and self.doubt is None

    def doubted(self, doubt: str) -> "CivilNumber":
        return CivilNumber(self.text, doubt, self.repairs)


_EMPTY = CivilNumber("", "empty")
_MASKED = CivilNumber("", None)


def nik(cell: Cell) -> CivilNumber:
    return _read(cell, nik_doubt)


def kk(cell: Cell) -> CivilNumber:
    return _read(cell, kk_doubt)


def _read(cell: Cell, doubt_of: Callable[[str], str | None]) -> CivilNumber:
    """Excel keeps 15 digits of a number, so one in a number cell that ends in 0 has lost its last digit."""
    if cell is None:
        return _EMPTY
    if is_error(cell):
        return CivilNumber("", "empty", ("cell_error_left_out",))
    written = trimmed(cell)
    if not written.text:
        return _MASKED if is_masked(cell) else _EMPTY
    cleaned = written.text if written.text.isdigit() and written.text.isascii() else clean(written.text)
    doubt = doubt_of(cleaned)
    if doubt is None and not isinstance(cell, str) and cleaned.endswith("0"):
        doubt = "lost_digits"
    if cleaned == written.text:
        return CivilNumber(cleaned, doubt, written.repairs)
    letters = ("letter_o",) if _LOOKS_LIKE_A_DIGIT.search(written.text) and cleaned.isdigit() else ()
    marks = ("number_marks",) if _MARKS.search(written.text) else ()
    return CivilNumber(cleaned, doubt, (*written.repairs, *letters, *marks))
