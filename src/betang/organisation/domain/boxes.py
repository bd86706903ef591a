"""Does a point lie in the box around a regency?

The boxes are drawn around the points of its villages with a margin, so a point outside is not in the regency, and one
inside may still be a neighbour's.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Box:
    """From west to east and from south to north, in degrees."""

    west: Decimal
    south: Decimal
    east: Decimal
    north: Decimal

    def holds(self, *, longitude: Decimal, latitude: Decimal) -> bool:
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north
