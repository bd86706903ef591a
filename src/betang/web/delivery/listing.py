"""What stands on and around a list of delivery: its rows, its filters, its sums, its pages?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from betang.accounts.queries import Acting
from betang.delivery.domain.codes import STAGE
from betang.delivery.queries import HomeRow, Page
from betang.organisation import queries as organisation
from betang.planning.domain.codes import SOURCE
from betang.web.delivery import asking, words
from betang.web.delivery.searching import HomeSearch
from betang.web.register.forms import Option
from betang.web.templatetags.betang import number

PER_PAGE = 50
_YEARS = 8
_NEAR = 1  # pages named on either side of the current one
V = TypeVar("V")


@dataclass(frozen=True)
class Choice:
    """One list to choose from in a filter."""

    name: str
    label: str
    options: tuple[Option, ...]
    value: str


@dataclass(frozen=True)
class Chip:
    """A filter that is on, and the address without it."""

    label: str
    href: str


@dataclass(frozen=True)
class Row:
    """A home of the list. Its title is its address or its work: no name stands in a list that others may see."""

    id: UUID
    title: str
    is_extra: bool
    village: str
    district: str
    source: str
    stage: str
    tone: str
    date: date
    reported: str


@dataclass(frozen=True)
class Part:
    """A line of a sum."""

    label: str
    homes: int
    href: str = ""


@dataclass(frozen=True)
class Sum:
    """Homes by one property, and whether the parts add up to the list."""

    caption: str
    head: str
    parts: tuple[Part, ...]
    total: int

    @property
    def adds(self) -> bool:
        return sum(part.homes for part in self.parts) == self.total

    @property
    def sentence(self) -> str:
        parts = " + ".join(number(part.homes) for part in self.parts) or "0"
        said = (
            _("Jumlah cocok: %(parts)s = %(total)s.") if self.adds else _("Jumlah tidak cocok: %(parts)s, %(total)s.")
        )
        return said % {"parts": parts, "total": number(self.total)}


@dataclass(frozen=True)
class Link:
    """A page to go to; number 0 is a gap."""

    number: int
    href: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Pager:
    """Where in the list this page is."""

    first: int
    last: int
    total: int
    links: tuple[Link, ...]
    previous: str = ""
    next: str = ""


def rows(found: Iterable[HomeRow]) -> list[Row]:
    """The homes of a page in words."""
    homes = list(found)
    names = words.places(home.village_code for home in homes)
    return [_row(home, names) for home in homes]


def _row(home: HomeRow, names: Mapping[str, str]) -> Row:
    said = ngettext("%(n)s laporan: %(who)s", "%(n)s laporan: %(who)s", home.reports)
    return Row(
        id=home.id,
        title=home.address or words.work(home.work),
        is_extra=home.is_extra,
        village=names.get(home.village_code, ""),
        district=names.get(home.village_code[:8], ""),
        source=words.source(home.source),
        stage=words.stage(home.stage),
        tone=words.STAGE_TONES.get(home.stage, ""),
        date=home.latest_date,
        reported=said % {"n": number(home.reports), "who": ", ".join(home.agencies)},
    )


def sums(search: HomeSearch, by_stage: Mapping[str, int], by_source: Mapping[str, int], total: int) -> list[Sum]:
    """The list counted by stage and by source, each with the way to its part."""
    stages = tuple(
        Part(words.stage(code), by_stage[code], address(replace(search, stage=code)))
        for code in STAGE.codes
        if code in by_stage
    )
    sources = tuple(
        Part(words.source(code), by_source[code], address(replace(search, source=code)))
        for code in SOURCE.codes
        if code in by_source
    )
    return [
        Sum(_("Menurut tahap"), _("Tahap"), stages, total),
        Sum(_("Menurut sumber dana"), _("Sumber dana"), sources, total),
    ]


def address(search: HomeSearch, *, page: int = 1) -> str:
    return reverse("delivery:homes") + search.query(page=page)


def choices(who: Acting, search: HomeSearch) -> list[Choice]:
    """What a list of homes can be narrowed by."""
    return [
        region_choice(who, search.region),
        year_choice(search.year),
        Choice("sumber", _("Sumber dana"), _coded(SOURCE.labels), search.source),
        Choice("tahap", _("Tahap"), _coded(STAGE.labels), search.stage),
    ]


def region_choice(who: Acting, chosen: str) -> Choice:
    return Choice("wilayah", _("Wilayah"), asking.places(who, chosen), chosen or who.region_code)


def year_choice(chosen: int | None) -> Choice:
    this_year = timezone.localdate().year
    years = tuple(Option(str(year), str(year)) for year in range(this_year, this_year - _YEARS, -1))
    return Choice("tahun", _("Tahun"), (Option("", _("Semua tahun")), *years), str(chosen or ""))


def _coded(labels: Mapping[str, str]) -> tuple[Option, ...]:
    return (Option("", _("Semua")), *(Option(code, _(label)) for code, label in labels.items()))


def chips(search: HomeSearch) -> list[Chip]:
    """The filters that are on, each with the way to drop it."""
    said = {
        "region": organisation.label(search.region) or search.region,
        "year": str(search.year or ""),
        "source": words.source(search.source) if search.source else "",
        "stage": words.stage(search.stage) if search.stage else "",
        "is_doubtful": _("mungkin ganda") if search.is_doubtful else "",
        "pledge": _("dari satu tawaran bantuan") if search.pledge else "",
    }
    return [Chip(label, address(search.without(part))) for part, label in said.items() if label]


def pager(page: Page[V], href: Callable[[int], str]) -> Pager:
    """The pages of a list; `href` gives the address of one."""
    before = (page.number - 1) * PER_PAGE
    near = range(max(1, page.number - _NEAR), min(page.pages, page.number + _NEAR) + 1)
    return Pager(
        first=before + bool(page.rows),
        last=before + len(page.rows),
        total=page.total,
        links=tuple(_links(sorted({1, page.pages, *near}), page.number, href)),
        previous=href(page.number - 1) if page.number > 1 else "",
        next=href(page.number + 1) if page.number < page.pages else "",
    )


def _links(shown: Sequence[int], current: int, href: Callable[[int], str]) -> Iterable[Link]:
    last = 0
    for each in shown:
        if each > last + 1:
            yield Link(0)
        yield Link(each, href(each), each == current)
        last = each
