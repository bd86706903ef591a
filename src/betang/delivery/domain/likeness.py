"""Which two homes may be one, though their reports share no house, no NIK and no case number, and why?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from uuid import UUID

from rapidfuzz import fuzz

NEAR_M = 15.0
SAME_NAME = 85.0  # of 100, of normalised names: a letter left out of a name, not a brother's
_METRES_OF_A_DEGREE = 111_320.0
_SHARED_PLACE = re.compile(r"\b(?:RT|RW|DUSUN|DSN|LINGKUNGAN|KM|KILOMETER)\W*\d+(?:\W+\d+)?")
_NUMBERS = re.compile(r"\d+")
_CELL_DEGREES = 2 * NEAR_M / _METRES_OF_A_DEGREE

# Why two homes look alike; msgids, in the order in which they weigh.
REASONS = {
    "name": "Nama penerima sama atau mirip di desa yang sama",
    "address": "Alamat sama di desa yang sama",
    "near": "Letaknya kurang dari 15 meter",
    "unit": "Nomor rumah dan sumber dananya sama di laporan kantor lain",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a report shows besides its keys. `nik` is a tag, `name` and `address` are normalised; empty is unknown.

    An address is told only where it names one house (`is_of_one_house`).
    """

    record: UUID
    agency: UUID
    village_code: str
    work: str
    source: str = ""
    name: str = ""
    address: str = ""
    nik: bytes = b""
    house: UUID | None = None
    unit: str = ""
    position: tuple[float, float] | None = None  # latitude, longitude in degrees


def reasons(ours: Sequence[Look], theirs: Sequence[Look]) -> list[str]:
    """Why two homes, each with its reports, look like one; empty where they do not, or where something speaks against.

    Two known persons, two houses of the register and two units of one reporter are two homes, whatever else is alike.
    """
    if _differ(ours, theirs):
        return []
    found = {reason for one in ours for other in theirs for reason in _alike(one, other)}
    return [reason for reason in REASONS if reason in found]


def _differ(ours: Iterable[Look], theirs: Iterable[Look]) -> bool:
    others = list(theirs)
    return any(_speak_against(one, other) for one in ours for other in others)


def _speak_against(one: Look, other: Look) -> bool:
    two_persons = bool(one.nik and other.nik and one.nik != other.nik)
    two_houses = bool(one.house and other.house and one.house != other.house)
    two_units = one.agency == other.agency and bool(one.unit and other.unit and one.unit != other.unit)
    return two_persons or two_houses or two_units


def _alike(one: Look, other: Look) -> Iterable[str]:
    if one.village_code != other.village_code or one.work != other.work:
        return
    both_named = bool(one.name and other.name)
    one_name = both_named and is_alike(one.name, other.name)
    if one_name:
        yield "name"
    if one.address and one.address == other.address:
        yield "address"
    if both_named and not one_name:
        return  # neighbours stand near each other, and offices number their homes alike
    if one.position and other.position and distance_m(one.position, other.position) <= NEAR_M:
        yield "near"
    if one.agency != other.agency and one.unit and (one.unit, one.source) == (other.unit, other.source):
        yield "unit"


def is_of_one_house(address: str) -> bool:
    """Whether an address has a number besides those of its RT, RW and hamlet, where half of a village lives."""
    return bool(re.search(r"\d", _SHARED_PLACE.sub(" ", address.upper())))


def is_alike(one: str, other: str) -> bool:
    """Whether two normalised names may be one person's; "Warga 1" and "Warga 11" are not."""
    return _NUMBERS.findall(one) == _NUMBERS.findall(other) and fuzz.ratio(one, other) >= SAME_NAME


def sound_of(name: str) -> str:
    """What names that are written almost alike have in common: first letters and consonants, none of them doubled."""
    return " ".join(_word_sound(word) for word in name.split())


def _word_sound(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word[0] + re.sub("[AEIOU]", "", word[1:]))


def distance_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres between two points that are near each other, on a flat piece of the earth."""
    north = (one[0] - other[0]) * _METRES_OF_A_DEGREE
    east = (one[1] - other[1]) * _METRES_OF_A_DEGREE * cos(radians((one[0] + other[0]) / 2))
    return hypot(north, east)


def cells(position: tuple[float, float]) -> list[str]:
    """Cells of four grids of 30 m, each shifted by half: two points within 15 m share at least one."""
    latitude, longitude = (degrees / _CELL_DEGREES for degrees in position)
    return [
        f"{int(latitude + north + 10**7)}.{int(longitude + east + 10**7)}.{north}.{east}"
        for north in (0.0, 0.5)
        for east in (0.0, 0.5)
    ]
