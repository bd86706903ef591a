"""What does one cell say?"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from rapidfuzz import fuzz, process

from betang.intake.domain.cells import Cell, is_error, trimmed
from betang.register.domain.code_lists import CodeList, fold

Value: TypeAlias = str | int | Decimal | date | list[str] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The value, None where nothing stands or nothing certain can be read, and the codes of what was found."""

    value: Value
    findings: tuple[str, ...] = ()


Reader: TypeAlias = Callable[[Cell], Reading]

LONGEST_TEXT = 2_000
_SURE, _LEAD, _SHORTEST_FOR_A_SLIP = 90, 8, 6  # of 100: one letter in ten, and the next answer far behind
NOTHING = Reading(None)
_ERROR = Reading(None, ("cell_error",))
_ERROR_LEFT_OUT = Reading(None, ("cell_error_left_out",))
# What the sheet's own lists write where the register's code is spelt a little otherwise: nothing was repaired.
_AS_THE_SHEET_WRITES = frozenset({"TERTINGGAL / TERDEPAN / TERLUAR", ">10 m", "<10 m"})
# Damage in words, as other forms judge it. How it compares with the five levels is a judgement and not ours to make.
_ANOTHER_SCALE = frozenset(
    {"BAIK", "SEDANG", "BURUK", "JELEK", "RUSAK", "RUSAK RINGAN", "RUSAK SEDANG", "RUSAK BERAT", "RUSAK TOTAL",
     "RINGAN", "BERAT", "CUKUP", "CUKUP BAIK", "KURANG BAIK", "TIDAK BAIK", "TIDAK TERLIHAT", "TIDAK RUSAK", "RR", "RS",
     "RB", "R RINGAN", "R SEDANG", "R BERAT"}
)  # fmt: skip
_BETWEEN_WORDS = re.compile(r"[_.\s]+")


def text(cell: Cell) -> Reading:
    if cell is None:
        return NOTHING
    if is_error(cell):
        return _ERROR_LEFT_OUT
    written = trimmed(cell)
    if len(written.text) > LONGEST_TEXT:
        return Reading(None, ("text_too_long",))
    return Reading(written.text, written.repairs) if written.text else NOTHING


def phone(cell: Cell) -> Reading:
    """A number cell has dropped the 0 in front: Indonesian mobile numbers begin with 08."""
    if not isinstance(cell, str):
        number = trimmed(cell).text
        if number.startswith("8") and 9 <= len(number) <= 12:
            return Reading("0" + number, ("phone_zero",))
    return text(cell)


def choice(codes: CodeList) -> Reader:
    """A reader for one answer of a list. Lists repeat themselves, so what was read once is remembered."""

    @lru_cache(maxsize=1024, typed=True)
    def read(cell: Cell) -> Reading:
        if is_error(cell):
            return _ERROR
        written = trimmed(cell)
        if not written.text:
            return NOTHING
        code = codes.read(written.text) or _slip(written.text, codes)
        if code is None:
            return Reading(None, ("choice_unreadable",))
        return Reading(code, () if cell == code or cell in _AS_THE_SHEET_WRITES else ("spelling",))

    return read


def _slip(text: str, codes: CodeList) -> str | None:
    """The answer that is meant where a letter slipped; figures and signs must be the same, and no other answer near."""
    written = fold(text)
    if len(written) < _SHORTEST_FOR_A_SLIP or len(written) > LONGEST_TEXT:
        return None
    alike = [spelling for spelling in codes.spellings if _signs(spelling) == _signs(written)]
    close = process.extract(written, alike, scorer=fuzz.ratio, score_cutoff=_SURE - _LEAD, limit=None)
    best = {codes.spellings[spelling] for spelling, score, _place in close if score >= _SURE}
    near = {codes.spellings[spelling] for spelling, _score, _place in close}
    return best.pop() if len(best) == 1 and len(near) == 1 else None


def _signs(text: str) -> str:
    return "".join(sign for sign in text if sign in "<>" or sign.isdigit())


def condition(codes: CodeList) -> Reader:
    """A reader for a judgement of five levels. A word of another scale is left out and said."""
    read = choice(codes)

    @lru_cache(maxsize=1024, typed=True)
    def read_condition(cell: Cell) -> Reading:
        if " ".join(_BETWEEN_WORDS.sub(" ", trimmed(cell).text.upper()).split()) in _ANOTHER_SCALE:
            return Reading(None, ("condition_of_another_scale",))
        return read(cell)

    return read_condition


def several(read: Reader, cells: list[Cell]) -> Reading:
    """Answers from several columns, or several in one cell with commas between; `read` reads one."""
    written = [trimmed(cell).text for cell in cells if cell is not None]
    readings = [read(part) for text in written for part in _parts(text)]
    if not readings:
        return NOTHING
    findings = {code: None for each in readings for code in each.findings}
    if len(readings) > sum(1 for each in written if each):
        findings["several_in_one"] = None
    values = [each.value for each in readings if isinstance(each.value, str)]
    return Reading(list(dict.fromkeys(values)) or None, tuple(findings))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
