"""How many families, how bad are their homes, how old is what is known, and does it add up?"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from betang.register.domain import condition
from betang.register.domain.ages import Age
from betang.register.queries import Counts
from betang.web.templatetags.betang import number

# Six conditions in four figures, so that the sum can be read aloud.
GROUPS = (
    (_("Kurang atau tidak layak"), (5, 4)),
    (_("Agak layak"), (3,)),
    (_("Layak atau menuju layak"), (2, 1)),
    (_("Belum dinilai"), (condition.UNKNOWN,)),
)
CONDITIONS = (5, 4, 3, 2, 1, condition.UNKNOWN)
# River, light river, ochre, saga, and bark for what has no date.
COLOURS = {
    Age.UNDER_6: "river",
    Age.FROM_6_TO_12: "river-light",
    Age.FROM_12_TO_24: "ochre-light",
    Age.OVER_24: "saga",
    Age.UNKNOWN: "bark",
}
CHART_WIDTH = 600
_GAP = 1.5  # of paper between two stretches of the bar
_THINNEST = 1.0  # a stretch of a few families is still seen


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole; `address` lists it, `start` and `width` are its stretch of the bar."""

    label: str
    count: int
    address: str = ""
    colour: str = ""
    start: float = 0.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole in parts, with what the sum check says of them."""

    parts: tuple[Part, ...]
    details: tuple[Part, ...]
    adds: bool
    sentence: str


def conditions(counts: Counts) -> Parts:
    """The list by condition of the home: four figures, and the six conditions behind them."""
    parts = [Part(str(label), sum(counts.by_condition[each] for each in figures)) for label, figures in GROUPS]
    details = [
        Part(gettext(condition.label(figure)), counts.by_condition[figure], _address("kondisi", figure))
        for figure in CONDITIONS
    ]
    return _checked(parts, details, counts.families)


def ages(counts: Counts) -> Parts:
    """The list by age of data, as stretches of one bar."""
    parts, start = [], 0.0
    for age, colour in COLOURS.items():
        count = counts.by_age[age]
        width = CHART_WIDTH * count / counts.families if counts.families else 0.0
        drawn = round(max(width - _GAP, _THINNEST), 1) if count else 0.0
        place = round(min(start, CHART_WIDTH - drawn), 1)
        parts.append(Part(gettext(age.label), count, _address("umur", age.value), colour, place, drawn))
        start += width
    return _checked(parts, (), counts.families)


def _checked(parts: Iterable[Part], details: Iterable[Part], whole: int) -> Parts:
    """The sum written out; a sum that fails is shown with its difference."""
    parts = tuple(parts)
    total = sum(part.count for part in parts)
    words = {
        "sum": " + ".join(number(part.count) for part in parts),
        "total": number(total),
        "whole": number(whole),
        "difference": number(abs(total - whole)),
    }
    fits = gettext("Jumlah cocok: %(sum)s = %(total)s.")
    fails = gettext("Jumlah tidak cocok: %(sum)s = %(total)s, di daftar %(whole)s, selisih %(difference)s.")
    return Parts(parts, tuple(details), total == whole, (fits if total == whole else fails) % words)


def _address(name: str, value: object) -> str:
    return f"{reverse('register:list')}?{name}={value}"
