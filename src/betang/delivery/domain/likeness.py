"""Which two homes may be one, though their reports share no house, no NIK and no case number, and why?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from uuid import UUID

NEAR_M = 15.0
_METRES_OF_A_DEGREE = 111_320.0
_CELL_DEGREES = 2 * NEAR_M / _METRES_OF_A_DEGREE

# Why two homes look alike; msgids, in the order in which they weigh.
REASONS = {
    "name": "Nama penerima sama di desa yang sama",
    "address": "Alamat sama di desa yang sama",
    "near": "Letaknya kurang dari 15 meter",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a report shows besides its keys. `nik` is a tag, `name` and `address` are normalised; empty is unknown."""

    record: UUID
    agency: UUID
    village_code: str
    work: str
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
    if one.name and one.name == other.name:
        yield "name"
    if one.address and one.address == other.address:
        yield "address"
    if one.position and other.position and distance_m(one.position, other.position) <= NEAR_M:
        yield "near"


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
