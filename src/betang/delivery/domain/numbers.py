"""How many homes do monthly numbers without a list speak of, when months, offices and places overlap?

A number says how many homes had come to a stage by the end of its month. It is said again each month, so the last
month of an office counts; what an office said of a part is in what it said of the whole; and of two offices that speak
of the same money in the same place the higher counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from betang.organisation.domain.regions import is_within


@dataclass(frozen=True, slots=True)
class Number:
    """One monthly number; `id` tells which of two of one month was said later."""

    id: UUID
    agency: UUID
    region_code: str
    month: date
    work: str
    source: str
    stage: str
    homes: int


def standing(numbers: Iterable[Number]) -> list[Number]:
    """The numbers that count, in the order of place, source, work and stage; `agency` and `month` are one of theirs."""
    latest = _of_last_month(sorted(numbers, key=lambda each: (each.month, each.id)))
    highest: dict[tuple[str, str, str, str], Number] = {}
    for each in _not_in_a_whole(latest):
        key = (each.region_code, each.source, each.work, each.stage)
        if key not in highest or each.homes > highest[key].homes:
            highest[key] = each
    return [highest[key] for key in sorted(highest)]


def _of_last_month(in_order: list[Number]) -> list[Number]:
    """Of each office, place, source and work the last month, and in it the last number of each stage."""
    last = {_said_of(each): each.month for each in in_order}
    kept = {(*_said_of(each), each.stage): each for each in in_order if each.month == last[_said_of(each)]}
    return list(kept.values())


def _said_of(each: Number) -> tuple[UUID, str, str, str]:
    return each.agency, each.region_code, each.source, each.work


def _not_in_a_whole(numbers: list[Number]) -> list[Number]:
    wholes: dict[Number, set[str]] = {}
    for each in numbers:
        wholes.setdefault(_placeless(each), set()).add(each.region_code)
    return [each for each in numbers if not _is_part(each.region_code, wholes[_placeless(each)])]


def _placeless(each: Number) -> Number:
    """Office, source and work alone."""
    return replace(each, id=UUID(int=0), region_code="", month=date.min, stage="", homes=0)


def _is_part(code: str, of: Iterable[str]) -> bool:
    return any(whole != code and is_within(code, whole) for whole in of)
