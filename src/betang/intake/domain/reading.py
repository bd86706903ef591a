"""What does one cell say?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from betang.intake.domain.cells import Cell, trimmed
from betang.register.domain.code_lists import CodeList

Value: TypeAlias = str | int | Decimal | date | list[str] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The value, None where nothing stands or nothing certain can be read, and the codes of what was found."""

    value: Value
    findings: tuple[str, ...] = ()


Reader: TypeAlias = Callable[[Cell], Reading]

LONGEST_TEXT = 2_000
# What the sheet's own lists write where the register's code is spelt a little otherwise: nothing was repaired.
_AS_THE_SHEET_WRITES = frozenset({"TERTINGGAL / TERDEPAN / TERLUAR", ">10 m", "<10 m"})


def text(cell: Cell) -> Reading:
    written = trimmed(cell)
    if len(written.text) > LONGEST_TEXT:
        return Reading(None, ("text_too_long",))
    return Reading(written.text or None, written.repairs if written.text else ())


def phone(cell: Cell) -> Reading:
    """A number cell has dropped the 0 in front: Indonesian mobile numbers begin with 08."""
    written = trimmed(cell)
    if isinstance(cell, float) and written.text.startswith("8") and 9 <= len(written.text) <= 12:
        return Reading("0" + written.text, ("phone_zero",))
    return text(cell)


def choice(codes: CodeList) -> Reader:
    """A reader for one answer of a list. Lists repeat themselves, so what was read once is remembered."""

    @lru_cache(maxsize=1024, typed=True)
    def read(cell: Cell) -> Reading:
        written = trimmed(cell)
        if not written.text:
            return Reading(None)
        code = codes.read(written.text)
        if code is None:
            return Reading(None, ("choice_unreadable",))
        return Reading(code, () if cell == code or cell in _AS_THE_SHEET_WRITES else ("spelling",))

    return read


def several(read: Reader, cells: list[Cell]) -> Reading:
    """Answers from several columns, or several in one cell with commas between; `read` reads one."""
    written = [trimmed(cell).text for cell in cells]
    readings = [read(part) for text in written for part in _parts(text)]
    findings = {code: None for each in readings for code in each.findings}
    if len(readings) > sum(1 for each in written if each):
        findings["several_in_one"] = None
    values = [each.value for each in readings if isinstance(each.value, str)]
    return Reading(list(dict.fromkeys(values)) or None, tuple(findings))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
