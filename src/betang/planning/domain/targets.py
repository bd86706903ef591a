"""What do the targets of many regions sum to, and where do the parts ask for more than the whole?

A region's own number is what stands for it. Where it has none, its parts are summed, level by level, so that a number
given for a kecamatan hides those of its villages from the kabupaten and is compared with them itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from betang.organisation.domain.regions import Level, level_of, parent_of

# The negotiation in its order: the later number stands, the earlier ones are kept beside it.
NUMBERS = ("proposed_homes", "region_homes", "ministry_homes", "agreed_homes")
_UPWARDS = (Level.VILLAGE, Level.DISTRICT, Level.REGENCY, Level.PROVINCE)


@dataclass(frozen=True, slots=True)
class TargetKey:
    """What tells targets apart."""

    year: int
    region_code: str
    source: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of homes that a region has from a source."""

    region_code: str
    source: str
    homes: int


@dataclass(frozen=True, slots=True)
class TargetFigure:
    """The target of a region. `by_source` adds up to `homes`; `is_of_parts` where the region has none of its own.

    `parts`: what the regions below sum to; None where none of them has a target.
    """

    homes: int
    by_source: Mapping[str, int]
    is_of_parts: bool
    parts: int | None

    @property
    def gap(self) -> int:
        """How many homes the parts are above (or, negative, below) the whole; 0 where there are no parts."""
        return 0 if self.parts is None else self.parts - self.homes


@dataclass(frozen=True, slots=True)
class Rolled:
    """Of one source: what stands for each region, and what its parts sum to where it has some with a number."""

    own: Mapping[str, int]
    standing: Mapping[str, int]
    parts: Mapping[str, int]


def furthest(numbers: Mapping[str, int | None]) -> int | None:
    """The number to which the negotiation has come."""
    said = [numbers.get(name) for name in NUMBERS]
    return next((number for number in reversed(said) if number is not None), None)


def rolled_up(cells: Iterable[Cell]) -> dict[str, Rolled]:
    """By source. Of two numbers for one region and source the first one counts."""
    own: dict[str, dict[str, int]] = {}
    for cell in cells:
        own.setdefault(cell.source, {}).setdefault(cell.region_code, cell.homes)
    return {source: _rolled(numbers) for source, numbers in own.items()}


def _rolled(own: Mapping[str, int]) -> Rolled:
    standing, parts = dict(own), dict[str, int]()
    for level in _UPWARDS:
        for code in [code for code in standing if level_of(code) is level]:
            above = parent_of(code)
            if above is not None:
                parts[above] = parts.get(above, 0) + standing[code]
        standing = parts | standing
    return Rolled(MappingProxyType(dict(own)), MappingProxyType(standing), MappingProxyType(parts))


def figure(region_code: str, sources: Mapping[str, Rolled]) -> TargetFigure | None:
    """The target of one region from all sources; None where neither it nor any of its parts has one."""
    by_source = {name: each.standing[region_code] for name, each in sources.items() if region_code in each.standing}
    if not by_source:
        return None
    below = [each.parts[region_code] for each in sources.values() if region_code in each.parts]
    has_own = any(region_code in each.own for each in sources.values())
    return TargetFigure(
        sum(by_source.values()), MappingProxyType(by_source), not has_own, sum(below) if below else None
    )
