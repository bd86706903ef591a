"""Which villages does a sample list name, and where do its houses stand?"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lokal import wilayah

from betang.kernel.errors import Refusal

NATION = "00"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle well inside a regency, in degrees; its edges are rough on purpose."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return round((self.west + self.east) / 2, 6), round((self.south + self.north) / 2, 6)


# West Kalimantan only. A regency that is not here gets no coordinates: none is better than a wrong one.
BOXES: dict[str, Box] = {
    "61.01": Box(109.00, 1.10, 109.70, 1.80),
    "61.02": Box(108.98, 0.20, 109.30, 0.60),
    "61.03": Box(110.20, -0.20, 110.90, 0.90),
    "61.04": Box(110.10, -2.40, 110.90, -1.10),
    "61.05": Box(111.20, -0.40, 112.30, 0.60),
    "61.06": Box(112.00, 0.50, 113.40, 1.10),
    "61.07": Box(109.10, 0.75, 109.80, 1.15),
    "61.08": Box(109.50, 0.20, 110.10, 0.75),
    "61.09": Box(110.70, -0.30, 111.10, 0.30),
    "61.10": Box(111.40, -0.90, 112.00, -0.25),
    "61.11": Box(109.85, -1.35, 110.20, -1.00),
    "61.12": Box(109.20, -0.60, 109.65, -0.05),
    "61.71": Box(109.30, -0.07, 109.38, 0.02),
    "61.72": Box(108.95, 0.83, 109.08, 0.95),
}

_FAR = 1.6  # degrees; a rectangle around a regency is far larger than the regency
_SPREAD_DEGREES = 0.012  # about 1.3 km: a village and its hamlets


@cache
def villages_within(region: str) -> tuple[str, ...]:
    """All village codes (Kemendagri, dotted) in a region of any level, in the order of their codes."""
    if wilayah.get_wilayah(region) is None and region != NATION:
        raise Refusal(
            "Wilayah %(region)s tidak dikenal. Pakai kode Kemendagri bertitik, misalnya 61.05.",
            code="unknown_region",
            region=region,
        )
    return tuple(sorted(_below(region)))


def _below(region: str) -> Sequence[str]:
    if region.count(".") == 3:
        return [region]
    children = wilayah.list_wilayah(None if region == NATION else region)
    return [village for child in children for village in _below(child.code)]


def outside_village(region: str, *, turn: int) -> str:
    """A real village that is not in the region: of a neighbour in the same province where there is one."""
    province = region[:2] if region != NATION else "61"
    others = [code for code in villages_within(province) if not _is_within(code, region)]
    if not others:
        others = list(villages_within("62" if province == "61" else "61"))
    return others[turn % len(others)]


def refuse_several_regencies(region: str) -> None:
    """Lists that name villages without a code are for one regency at most: names repeat themselves beyond it."""
    if len(region) < len("61.05"):
        raise Refusal(
            "Lembar ini menyebut desa hanya dengan namanya, jadi paling luas untuk satu kabupaten/kota, bukan untuk "
            "%(region)s. Pakai kode kabupaten/kota, misalnya 61.05.",
            code="region_too_wide",
            region=region,
        )


@dataclass(frozen=True, slots=True)
class PlaceNames:
    village: str
    district: str


@cache
def place_names(village: str) -> PlaceNames:
    """The names of a village and of its kecamatan, by the village's code."""
    return PlaceNames(_name(village), _name(village[: len("61.05.01")]))


def own_number(village: str) -> int:
    """A number as a province gives it that counts its own regions: the place of the kecamatan, then of the village."""
    districts = sorted({code[:8] for code in villages_within(village[:5])})
    in_district = villages_within(village[:8])
    return (districts.index(village[:8]) + 1) * 1000 + in_district.index(village) + 1


def _name(code: str) -> str:
    found = wilayah.get_wilayah(code)
    return found.name if found is not None else ""


def _is_within(code: str, region: str) -> bool:
    return code == region or code.startswith(region + ".")


def far_middles(village: str) -> list[tuple[float, float]]:
    """Longitude and latitude in the middle of regencies so far off that no rough border could hold both."""
    home = BOXES.get(village[:5])
    middles = [box.middle for box in BOXES.values()]
    if home is None:
        return middles
    return [
        (east, north) for east, north in middles if max(abs(east - home.middle[0]), abs(north - home.middle[1])) > _FAR
    ]


def point_in(village: str, *, along: float, across: float) -> tuple[float, float] | None:
    """Longitude and latitude of a house in the village; `along` and `across` run from 0 to 1."""
    box = BOXES.get(village[:5])
    if box is None:
        return None
    spot = zlib.crc32(village.encode())
    longitude = box.west + (box.east - box.west) * (spot % 1000) / 1000
    latitude = box.south + (box.north - box.south) * (spot // 1000 % 1000) / 1000
    return (
        round(longitude + (along - 0.5) * _SPREAD_DEGREES, 6),
        round(latitude + (across - 0.5) * _SPREAD_DEGREES, 6),
    )
