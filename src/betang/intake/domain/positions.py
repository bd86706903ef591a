"""Where on the map does a home stand, however its coordinates are written?"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from math import isfinite

from betang.intake.domain.cells import Cell, as_written, is_error, trimmed
from betang.intake.domain.reading import NOTHING, Reading
from betang.organisation.domain.boxes import Box

# Indonesia with its waters, in degrees.
_WEST, _EAST, _SOUTH, _NORTH = 95, 142, -11, 6
_UNREADABLE = Reading(None, ("coordinate_unreadable",))
_LONGEST = 60
_SIGNS = str.maketrans("′’‘`´″“”º˚−–", "'''''\"\"\"°°--")
_PLAIN = re.compile(r"^-?\d{1,3}(?:\.\d{1,20})?$")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_ANOTHER_DEGREE = re.compile(r"(?<=\d) ?[⁰O] ?(?=\d{1,2}(?:\.\d+)? ?')")
_SIDE = r"(LINTANG ?UTARA|LINTANG ?SELATAN|BUJUR ?TIMUR|BUJUR ?BARAT|LU|LS|BT|BB|[NSEWUT])"
_WITH_SIDE = re.compile(rf"^(?:{_SIDE}[ .:]*)?(.+?)[ .:]*(?:{_SIDE})?$")
_SEXAGESIMAL = re.compile(
    r"^(\d{1,3})(?:°|D| |:) *(\d{1,2}(?:\.\d{1,10})?)(?:['M]| |:|$) *(?:(\d{1,2}(?:\.\d{1,10})?) *\"?)?$"
)
_SOUTH_OR_WEST = frozenset({"LS", "S", "LINTANGSELATAN", "BB", "W", "BUJURBARAT"})
_JSON = re.compile(r"\"?lat\w*\"? *: *\"?(-?[\d.]+)\"?.*?\"?(?:lon|lng)\w*\"? *: *\"?(-?[\d.]+)", re.IGNORECASE)
_BETWEEN = (";", "|", "/", ", ", ",", " ")


@dataclass(frozen=True, slots=True)
class Position:
    longitude: Decimal | None
    latitude: Decimal | None
    findings: tuple[str, ...] = ()


def degrees(cell: Cell) -> Reading:
    """A coordinate in degrees: decimal, or degrees, minutes and seconds, with the side in letters of two languages."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Reading(round(Decimal(repr(cell)), 7)) if isfinite(cell) and abs(cell) <= 180 else _UNREADABLE
    if is_error(cell):
        return Reading(None, ("cell_error_left_out",))
    written = trimmed(cell)
    if not written.text:
        return NOTHING
    return _plain(written.text, written.repairs) or _with_side(as_written(cell))


def _plain(text: str, repairs: tuple[str, ...]) -> Reading | None:
    bare = text.translate(_SIGNS).replace(" ", "").rstrip("°").removeprefix("+")
    pointed = bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare
    if not (_PLAIN.match(pointed) and pointed.isascii()):
        return None
    found = (*repairs, "decimal_comma") if pointed != bare else repairs
    value = Decimal(pointed)
    return Reading(round(value, 7), found) if abs(value) <= 180 else _UNREADABLE


def _with_side(raw: str) -> Reading:
    text = " ".join(raw.upper().translate(_SIGNS).replace("''", '"').split())
    text = _ANOTHER_DEGREE.sub("°", _DECIMAL_COMMA.sub(".", text))
    match = _WITH_SIDE.match(text) if len(text) <= _LONGEST else None
    if match is None or (match[1] and match[3]):
        return _UNREADABLE
    side = (match[1] or match[3] or "").replace(" ", "")
    value = _unsigned(match[2].lstrip("-").strip())
    is_negative = match[2].startswith("-")
    if value is None or value > 180 or (is_negative and side and side not in _SOUTH_OR_WEST):
        return _UNREADABLE
    return Reading(-value if is_negative or side in _SOUTH_OR_WEST else value, ("degrees_read",))


def _unsigned(text: str) -> Decimal | None:
    plain = text.rstrip("°").strip()
    if _PLAIN.match(plain) and plain.isascii():
        return round(Decimal(plain), 7)
    match = _SEXAGESIMAL.match(text)
    if match is None:
        return None
    try:
        whole, minutes, seconds = (Decimal(part or 0) for part in match.groups())
    except InvalidOperation:
        return None
    return round(whole + minutes / 60 + seconds / 3600, 7) if minutes < 60 and seconds < 60 else None


def both(cell: Cell) -> tuple[Reading, Reading]:
    """Longitude and latitude from one cell, where latitude comes first."""
    text = " ".join(as_written(cell).split()).strip("()[]")
    if not trimmed(cell).text:
        return NOTHING, NOTHING
    if match := _JSON.search(text[:200]):
        return degrees(match[2]), degrees(match[1])
    for parts in _pairs(text[: 2 * _LONGEST]):
        north, east = (degrees(part.strip()) for part in parts)
        if north.value is not None and east.value is not None:
            return east, north
    return _UNREADABLE, NOTHING


def _pairs(text: str) -> list[list[str]]:
    """The two halves of the cell, by whichever sign may part them; four pieces are two with decimal commas."""
    split = [text.split(sign) for sign in _BETWEEN]
    pieces = text.replace(" ", "").split(",")
    pairs = [parts for parts in split if len(parts) == 2]
    if len(pieces) == 4:
        pairs.append([f"{pieces[0]},{pieces[1]}", f"{pieces[2]},{pieces[3]}"])
    words = text.split(" ")
    return [*pairs, [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]]


def position(longitude: Reading, latitude: Reading, bounds: Box | None = None) -> Position:
    """The two together, and whether they lie in the regency with these bounds.

    In Indonesia no longitude is a possible latitude, so swapped ones are certain.
    """
    east, north = (each.value if isinstance(each.value, Decimal) else None for each in (longitude, latitude))
    if east is None or north is None:
        alone = (east is None) != (north is None) and not (longitude.findings or latitude.findings)
        return Position(east, _kept(north), ("coordinate_alone",) if alone else ())
    if _is_in_indonesia(east, north):
        return Position(east, north, _elsewhere(east, north, bounds))
    if _is_in_indonesia(north, east):
        return Position(north, east, ("coordinates_swapped", *_elsewhere(north, east, bounds)))
    return Position(east, _kept(north), ("coordinates_outside",))


def _elsewhere(longitude: Decimal, latitude: Decimal, bounds: Box | None) -> tuple[str, ...]:
    return () if bounds is None or bounds.holds(longitude=longitude, latitude=latitude) else ("coordinates_elsewhere",)


def _kept(latitude: Decimal | None) -> Decimal | None:
    return latitude if latitude is None or abs(latitude) <= 90 else None


def _is_in_indonesia(east: Decimal, north: Decimal) -> bool:
    return _WEST <= east <= _EAST and _SOUTH <= north <= _NORTH
