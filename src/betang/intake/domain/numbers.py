"""Which number is meant, and is it certain?"""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from betang.intake.domain.cells import Cell, trimmed
from betang.intake.domain.reading import Reading
from betang.kernel.civil_numbers import clean, nik_doubt
from betang.kernel.money import read_rupiah
from betang.register.domain.codes import INCOME_BAND

_NUMBER = r"(\d+(?:[.,]\d{1,2})?)"
_AREA = re.compile(rf"^{_NUMBER}(m2|m²|meter2|meterpersegi|mpersegi)?$")
_LENGTH_TIMES_WIDTH = re.compile(rf"^{_NUMBER}m?[x×*]{_NUMBER}(?:m2?|m²)?$")
_COUNT = re.compile(r"^(\d{1,4})(?:[.,]0+)?(orang|org|jiwa)?$")
_DEGREES = re.compile(r"^[-−]?\d{1,3}(?:[.,]\d+)?$")
_LETTER_O = re.compile(r"(?<=\d)[oO](?![a-zA-Z]{2})|(?<![a-zA-Z])[oO](?=[\d.,oO])")

_SMALLEST_HOUSE_M2, _LARGEST_HOUSE_M2, _LARGEST_KEPT_M2 = 2, 1_000, 100_000
# Indonesia with its waters, in degrees.
_WEST, _EAST, _SOUTH, _NORTH = 95, 142, -11, 6
_MOST_OCCUPANTS, _MOST_KEPT = 30, 500
_SMALLEST_INCOME, _LARGEST_INCOME, _LARGEST_KEPT_INCOME = 50_000, 100_000_000, 10**12
# The upper edge of each band. The bands leave gaps (none holds 1,25 million): such an amount goes one up.
_BAND_EDGES = (
    (1_200_000, "0-1,2"), (1_800_000, "1,3-1,8"), (2_100_000, "1,9-2,1"), (2_600_000, "2,2-2,6"),
    (3_100_000, "2,7-3,1"), (3_600_000, "3,2-3,6"), (4_200_000, "3,7-4,2"),
)  # fmt: skip


def nik(cell: Cell) -> tuple[str, str | None, tuple[str, ...]]:
    """The NIK as cleaned, its doubt, and the repairs it took.

    Excel keeps 15 digits of a number, so a NIK in a number cell that ends in 0 has lost its last one.
    """
    written = trimmed(cell)
    cleaned = clean(written.text)
    doubt = nik_doubt(cleaned)
    if doubt is None and isinstance(cell, float) and cleaned.endswith("0"):
        doubt = "lost_digits"
    if cleaned == written.text:
        return cleaned, doubt, written.repairs if cleaned else ()
    letters = ("letter_o",) if re.search(r"[oOlI]", written.text) and cleaned.isdigit() else ()
    marks = ("number_marks",) if re.search(r"\d[\s.\-’']+\d", written.text) else ()
    return cleaned, doubt, (*written.repairs, *letters, *marks)


def floor_area(cell: Cell) -> Reading:
    """Square metres. What is only probable (36 cm2, 9 tahun, 36 m) is not read."""
    if isinstance(cell, float):
        return _area(Decimal(str(cell)), ()) if isfinite(cell) else Reading(None, ("area_unreadable",))
    bare, repairs = _number_text(cell)
    if not bare:
        return Reading(None)
    if sides := _LENGTH_TIMES_WIDTH.match(bare):
        return _area(_decimal(sides[1]) * _decimal(sides[2]), (*repairs, "length_times_width"))
    if match := _AREA.match(bare):
        found = (*repairs, *(("decimal_comma",) if "," in match[1] else ()), *(("unit_dropped",) if match[2] else ()))
        return _area(_decimal(match[1]), found)
    return Reading(None, ("area_unreadable",))


def _area(square_metres: Decimal, repairs: tuple[str, ...]) -> Reading:
    if not 0 <= square_metres <= _LARGEST_KEPT_M2:
        return Reading(None, ("area_unreadable",))
    odd = not _SMALLEST_HOUSE_M2 <= square_metres <= _LARGEST_HOUSE_M2
    return Reading(round(square_metres, 2), (*repairs, "area_absurd") if odd else repairs)


def occupants(cell: Cell) -> Reading:
    bare, repairs = _number_text(cell)
    if not bare:
        return Reading(None)
    match = _COUNT.match(bare)
    if match is None or int(match[1]) > _MOST_KEPT:
        return Reading(None, ("occupants_unreadable",))
    found = (*repairs, "unit_dropped") if match[2] else repairs
    odd = not 1 <= int(match[1]) <= _MOST_OCCUPANTS
    return Reading(int(match[1]), (*found, "occupants_absurd") if odd else found)


def income(cell: Cell) -> tuple[int | None, str | None, tuple[str, ...]]:
    """Rupiah if an amount is written, the band as chosen or worked out, and what was found."""
    written = trimmed(cell)
    if not written.text:
        return None, None, ()
    band = INCOME_BAND.read(written.text)
    if band is not None:
        return None, band, () if cell == band else ("spelling",)
    amount = read_rupiah(written.text)
    if amount is None or 0 < amount < _SMALLEST_INCOME or amount > _LARGEST_KEPT_INCOME:
        return None, None, ("income_unreadable",)
    found = ("rupiah_read", "income_absurd") if amount > _LARGEST_INCOME else ("rupiah_read",)
    return amount, income_band(amount), found


def income_band(rupiah: int) -> str:
    return next((band for edge, band in _BAND_EDGES if rupiah <= edge), ">4,2")


def degrees(cell: Cell) -> Reading:
    """A coordinate in decimal degrees."""
    if isinstance(cell, float):
        return Reading(round(Decimal(repr(cell)), 7)) if abs(cell) <= 180 else Reading(None, ("coordinate_unreadable",))
    written = trimmed(cell)
    if not written.text:
        return Reading(None)
    bare = written.text.replace(" ", "").rstrip("°")
    if not _DEGREES.match(bare) or abs(_decimal(bare)) > 180:
        return Reading(None, ("coordinate_unreadable",))
    found = (*written.repairs, "decimal_comma") if "," in bare else written.repairs
    return Reading(round(_decimal(bare), 7), found)


@dataclass(frozen=True, slots=True)
class Position:
    longitude: Decimal | None
    latitude: Decimal | None
    findings: tuple[str, ...] = ()


def position(longitude: Reading, latitude: Reading) -> Position:
    """The two together. In Indonesia no longitude is a possible latitude, so swapped ones are certain."""
    east, north = (each.value if isinstance(each.value, Decimal) else None for each in (longitude, latitude))
    if east is None or north is None:
        alone = (east is None) != (north is None) and not (longitude.findings or latitude.findings)
        return Position(east, north, ("coordinate_alone",) if alone else ())
    if _is_in_indonesia(east, north):
        return Position(east, north)
    if _is_in_indonesia(north, east):
        return Position(north, east, ("coordinates_swapped",))
    return Position(east, north if abs(north) <= 90 else None, ("coordinates_outside",))


def _is_in_indonesia(east: Decimal, north: Decimal) -> bool:
    return _WEST <= east <= _EAST and _SOUTH <= north <= _NORTH


def _number_text(cell: Cell) -> tuple[str, tuple[str, ...]]:
    """The text of a number in small letters without blanks, a letter O after a digit read as 0."""
    written = trimmed(cell)
    bare = written.text.replace(" ", "")
    with_zeros = _LETTER_O.sub("0", bare)
    repairs = (*written.repairs, "letter_o") if with_zeros != bare else written.repairs
    return with_zeros.lower(), repairs


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ".").replace("−", "-"))
