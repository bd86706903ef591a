"""Which money pays for a home in a region, and which of several purses is meant?"""

from collections.abc import Iterable
from dataclasses import dataclass

from betang.organisation.domain.regions import parent_of


@dataclass(frozen=True, slots=True)
class PurseKey:
    """What tells purses apart; `work` is None for one that pays for any kind."""

    year: int
    region_code: str
    source: str
    work: str | None = None


def upwards(region_code: str) -> list[str]:
    """The region itself and all above it, the nearest first."""
    chain: list[str] = []
    code: str | None = region_code
    while code is not None:
        chain.append(code)
        code = parent_of(code)
    return chain


def in_force(keys: Iterable[PurseKey], *, region_code: str) -> list[PurseKey]:
    """Of the purses around a region those that pay there: a nearer one stands for all further ones of its kind."""
    near = {code: step for step, code in enumerate(upwards(region_code))}
    found: dict[tuple[str, str | None], PurseKey] = {}
    for key in sorted((key for key in keys if key.region_code in near), key=lambda key: near[key.region_code]):
        found.setdefault((key.source, key.work), key)
    return list(found.values())


def nearest(keys: Iterable[PurseKey], *, region_code: str, work: str | None) -> PurseKey | None:
    """The purse that pays there: of the nearest region, and there the one for this kind of work before a general one.

    Where the kind of work is not known, a general purse goes first, and any other is better than none.
    """
    found: dict[str, list[PurseKey]] = {}
    for key in keys:
        found.setdefault(key.region_code, []).append(key)
    for code in upwards(region_code):
        fitting = [key for key in found.get(code, ()) if work is None or key.work in (None, work)]
        if fitting:
            return min(fitting, key=lambda key: (key.work != work, key.work or ""))
    return None
