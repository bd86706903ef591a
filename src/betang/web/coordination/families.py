"""Which families of the list stand behind an obstacle or a promise, chosen in words?

What is chosen is kept as the address of the list keeps it, so that the same page shows the same families.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.urls import reverse
from django.utils.translation import gettext as _

from betang.accounts.queries import Acting
from betang.register import queries as register
from betang.web.register import listing, searching
from betang.web.register.forms import Option
from betang.web.register.searching import Search

_CHOSEN = ("wilayah", "kondisi", "umur", "rumah")


@dataclass(frozen=True)
class Choice:
    """One list to choose from."""

    name: str
    label: str
    options: tuple[Option, ...]
    value: str


@dataclass(frozen=True)
class Families:
    """Families in words, how many they are today, and where they are listed. `total` is None where nothing is asked."""

    words: tuple[str, ...]
    total: int | None
    address: str


def chosen(params: Mapping[str, str]) -> Search:
    """What a form chose; no name and no number can be chosen here."""
    return searching.from_address({name: params.get(name, "") for name in _CHOSEN})


def choices(who: Acting, search: Search) -> tuple[Choice, ...]:
    """The lists to choose from; below a chosen place the places in it."""
    everywhere = Option("", _("Semua"))
    return (
        Choice("wilayah", _("Wilayah"), (everywhere, *listing.region_options(who, search.region)), search.region),
        Choice("kondisi", _("Kondisi rumah"), (everywhere, *listing.condition_options()), _condition(search)),
        Choice("umur", _("Umur data"), (everywhere, *listing.age_options()), search.age.value if search.age else ""),
        Choice("rumah", _("Rumah"), (everywhere, *listing.home_options()), search.home),
    )


def _condition(search: Search) -> str:
    return "" if search.condition is None else str(search.condition)


def kept(search: Search) -> str:
    """The choice as it is kept with an obstacle; empty where nothing was chosen."""
    return search.query().removeprefix("?")


def behind(who: Acting, search: Search) -> Families:
    """The chosen families today."""
    total = register.listing(who, search.filters(), 1, 1).total if search.is_narrowed else None
    return Families(tuple(chip.label for chip in listing.chips(search)), total, listing.address(search))


def listed(text: str) -> str:
    """Where the families of a kept choice are listed."""
    return f"{reverse('register:list')}?{text}"


def said(text: str) -> str:
    """A kept choice in words."""
    search = searching.from_address(dict(parse_qsl(text)))
    return ", ".join(chip.label for chip in listing.chips(search))
