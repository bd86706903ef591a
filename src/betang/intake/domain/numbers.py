"""Which number is meant, and is it certain?"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import isfinite

from betang.intake.domain.cells import Cell, Written, is_error, trimmed
from betang.intake.domain.reading import NOTHING, Reader, Reading
from betang.kernel.money import read_rupiah
from betang.register.domain.codes import HOUSING_NEED, INCOME_BAND

_NUMBER = r"(\d+(?:[.,]\d{1,2})?)"
_AREA = re.compile(rf"^{_NUMBER}(m2|m²|meter2|meterpersegi|mpersegi)?$")
_LENGTH_TIMES_WIDTH = re.compile(rf"^{_NUMBER}m?[x×*]{_NUMBER}(?:m2?|m²)?$")
_COUNT = re.compile(r"^(\d{1,4})(?:[.,]0+)?(orang|org|jiwa|kk|keluarga|tahun|thn|th)?$")
_LETTER_O = re.compile(r"(?<=\d)[oO](?![a-zA-Z]{2})|(?<![a-zA-Z])[oO](?=[\d.,oO])")
_DECILE = re.compile(r"^(?:desil)?(10|[1-9])$")
_BACKLOG = re.compile(r"^backlog([123])(?:desil[\d-]+)?$")
_A_MONTH = re.compile(r"\s*(?:/|per)\s*(?:bulan|bln)\.?$", re.IGNORECASE)

_TOO_LARGE_TO_ROUND = 10**15
_SMALLEST_INCOME, _LARGEST_INCOME, _LARGEST_KEPT_INCOME = 50_000, 100_000_000, 10**12
# The upper edge of each band. The bands leave gaps (none holds 1,25 million): such an amount goes one up.
_BAND_EDGES = (
    (1_200_000, "0-1,2"), (1_800_000, "1,3-1,8"), (2_100_000, "1,9-2,1"), (2_600_000, "2,2-2,6"),
    (3_100_000, "2,7-3,1"), (3_600_000, "3,2-3,6"), (4_200_000, "3,7-4,2"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Limits:
    """What the register can keep at most, and outside which bounds a number is absurd; names of the findings."""

    most: int
    odd_below: int
    odd_above: int
    unreadable: str
    absurd: str

    def judge(self, value: Decimal | int, repairs: tuple[str, ...]) -> Reading:
        if not 0 <= value <= self.most:
            return Reading(None, (self.unreadable,) if value < 0 else ("number_too_large",))
        odd = not self.odd_below <= value <= self.odd_above
        return Reading(value, (*repairs, self.absurd) if odd else repairs)


def _area_reader(limits: _Limits) -> Reader:
    """Square metres. What is only probable (36 cm2, 9 tahun, 36 m) is not read."""

    @lru_cache(maxsize=4096, typed=True)
    def read(cell: Cell) -> Reading:
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return _exact_area(cell, limits)
        bare, repairs = _number_text(cell)
        if not bare:
            return NOTHING
        if sides := _LENGTH_TIMES_WIDTH.match(bare):
            area = _rounded(decimal(sides[1]) * decimal(sides[2]))
            return limits.judge(area, (*repairs, "length_times_width"))
        match = _AREA.match(bare)
        if match is None:
            return Reading(None, (limits.unreadable,))
        comma = ("decimal_comma",) if "," in match[1] else ()
        unit = ("unit_dropped",) if match[2] else ()
        return limits.judge(_rounded(decimal(match[1])), (*repairs, *comma, *unit))

    return read


def _rounded(area: Decimal) -> Decimal:
    """To hundredths; of what is far too large anyway there are none, and Decimal would refuse to look for them."""
    return round(area, 2) if area < _TOO_LARGE_TO_ROUND else area


def _exact_area(cell: float, limits: _Limits) -> Reading:
    if not isfinite(cell) or not 0 <= cell <= 1e15:
        return Reading(None, (limits.unreadable,))
    return limits.judge(round(Decimal(str(cell)), 2), ())


def _count_reader(limits: _Limits) -> Reader:
    @lru_cache(maxsize=4096, typed=True)
    def read(cell: Cell) -> Reading:
        bare, repairs = _number_text(cell)
        if not bare:
            return NOTHING
        match = _COUNT.match(bare)
        if match is None:
            return Reading(None, (limits.unreadable,))
        return limits.judge(int(match[1]), (*repairs, "unit_dropped") if match[2] else repairs)

    return read


floor_area = _area_reader(_Limits(100_000, 2, 1_000, "area_unreadable", "area_absurd"))
land_area = _area_reader(_Limits(10_000_000, 2, 100_000, "land_area_unreadable", "land_area_absurd"))
occupants = _count_reader(_Limits(500, 1, 30, "occupants_unreadable", "occupants_absurd"))
family_count = _count_reader(_Limits(100, 1, 10, "number_unreadable", "number_absurd"))
member_count = _count_reader(_Limits(100, 1, 30, "number_unreadable", "number_absurd"))
age = _count_reader(_Limits(150, 10, 115, "number_unreadable", "number_absurd"))
build_year = _count_reader(_Limits(2_200, 1_900, 2_100, "number_unreadable", "number_absurd"))
aid_year = _count_reader(_Limits(2_200, 1_970, 2_100, "number_unreadable", "number_absurd"))


@lru_cache(maxsize=4096, typed=True)
def income(cell: Cell, *, asks_for_a_band: bool = True) -> tuple[int | None, str | None, tuple[str, ...]]:
    """Rupiah if an amount is written, the band as chosen or worked out, and what was found.

    Bare digits are a repair only where the sheet asks for a band.
    """
    if cell is None:
        return None, None, ()
    written = trimmed(cell)
    if not written.text:
        return None, None, ()
    band = INCOME_BAND.read(written.text)
    if band is not None:
        return None, band, () if cell == band else ("spelling",)
    amount = _amount(written)
    if amount is None or 0 < amount < _SMALLEST_INCOME:
        return None, None, ("income_unreadable",)
    if amount > _LARGEST_KEPT_INCOME:
        return None, None, ("number_too_large",)
    read = ("rupiah_read",) if asks_for_a_band or not written.text.isdigit() else ()
    return amount, income_band(amount), (*read, "income_absurd") if amount > _LARGEST_INCOME else read


def _amount(written: Written) -> int | None:
    text = _A_MONTH.sub("", written.text)
    return read_rupiah(text) if len(text) < 40 else None


def income_band(rupiah: int) -> str:
    return next((band for edge, band in _BAND_EDGES if rupiah <= edge), ">4,2")


@lru_cache(maxsize=1024, typed=True)
def decile(cell: Cell) -> Reading:
    """One of ten; a range such as 1-4 is none of them."""
    if is_error(cell):
        return Reading(None, ("cell_error_left_out",))
    bare, repairs = _number_text(cell)
    if not bare:
        return NOTHING
    match = _DECILE.match(bare)
    return Reading(int(match[1]), repairs) if match else Reading(None, ("decile_unreadable",))


@lru_cache(maxsize=1024, typed=True)
def housing_need(cell: Cell) -> Reading:
    """Backlog 2 is an unfit house of one's own. The other classes do not say how a family lives, nor which decile."""
    written = trimmed(cell)
    bare = re.sub(r"[\s.]", "", written.text.lower()).replace("–", "-")
    if not bare or bare.startswith("usulanbaru"):
        return NOTHING
    if is_error(cell):
        return Reading(None, ("cell_error",))
    if match := _BACKLOG.match(bare):
        return Reading("RUMAH SENDIRI", ("backlog_read",)) if match[1] == "2" else Reading(None, ("backlog_unsure",))
    code = HOUSING_NEED.read(written.text)
    if code is None:
        return Reading(None, ("choice_unreadable",))
    return Reading(code, () if cell == code else ("spelling",))


def _number_text(cell: Cell) -> tuple[str, tuple[str, ...]]:
    """The text of a number in small letters without blanks, a letter O after a digit read as 0."""
    written = trimmed(cell)
    bare = written.text.replace(" ", "")
    with_zeros = _LETTER_O.sub("0", bare) if "o" in bare or "O" in bare else bare
    repairs = (*written.repairs, "letter_o") if with_zeros != bare else written.repairs
    return with_zeros.lower(), repairs


def decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ".").replace("−", "-"))
