"""What stands around the rows of the list: the filters that are on, the places to choose from, the pages?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from betang.accounts.queries import Acting
from betang.journal import queries as journal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import is_within
from betang.organisation.queries import RegionView
from betang.register import queries as register
from betang.register.domain import condition
from betang.register.domain.ages import Age
from betang.register.queries import ListRow, Page
from betang.web.register.forms import Option
from betang.web.register.searching import CONDITIONS, Search

PER_PAGE = 50
_NEAR = 1  # pages named on either side of the current one

# How a condition looks; the word always stands beside the colour.
TONES: Mapping[int, str] = {5: "bad", 4: "bad", 3: "wait", 2: "ok", 1: "ok", condition.UNKNOWN: ""}


@dataclass(frozen=True)
class Row:
    """A row of the list with its district, and on how many of its fields a value waits."""

    told: ListRow
    village: str
    district: str
    address: str
    tone: str
    open_fields: int


@dataclass(frozen=True)
class Chip:
    """A filter that is on; `href` leads to the list without it, `total` says how many families that shows."""

    label: str
    href: str
    total: int | None = None


@dataclass(frozen=True)
class PageLink:
    """A page to go to; number 0 is a gap."""

    number: int
    href: str = ""
    is_current: bool = False


def rows(page: Page) -> list[Row]:
    """The rows of a page with what the register does not say of them."""
    names = organisation.names({code for row in page.rows for code in (row.village_code, row.village_code[:8])})
    waiting = _waiting(page.rows)
    return [_row(row, names, waiting) for row in page.rows]


def _row(row: ListRow, names: Mapping[str, str], waiting: Mapping[UUID, int]) -> Row:
    village, district = names.get(row.village_code, ""), names.get(row.village_code[:8], "")
    return Row(row, village, district, once(row.address), TONES[row.condition], waiting.get(row.family_id, 0))


def once(address: str) -> str:
    """An address without the hamlet, RT and RW that its first part already names."""
    first, *others = address.split(", ")
    return ", ".join([first, *(part for part in others if part not in first)])


def place_name(region: RegionView | None) -> str:
    """`Kabupaten Sintang`."""
    if region is None:
        return ""
    return _(_PLACES[region.kind]) % {"name": region.name} if region.kind in _PLACES else region.name


# A city's name has its kind in it already.
_PLACES: Mapping[str, str] = {
    "provinsi": gettext_noop("Provinsi %(name)s"),
    "kabupaten": gettext_noop("Kabupaten %(name)s"),
    "kecamatan": gettext_noop("Kecamatan %(name)s"),
    "distrik": gettext_noop("Distrik %(name)s"),
    "desa": gettext_noop("Desa %(name)s"),
    "kelurahan": gettext_noop("Kelurahan %(name)s"),
}


def _waiting(listed: Sequence[ListRow]) -> dict[UUID, int]:
    """By family, on how many fields of the family, its house or its head another value waits."""
    open_on = journal.open_on(each for row in listed for each in _entities(row))
    return {row.family_id: sum(open_on.get(each, 0) for each in _entities(row)) for row in listed}


def _entities(row: ListRow) -> Iterator[UUID]:
    yield row.family_id
    yield from (each for each in (row.house_id, row.head_id) if each)


def address(search: Search, *, page: int = 1) -> str:
    return reverse("register:list") + search.query(page=page)


def chips(search: Search) -> list[Chip]:
    """The filters that are on, each with the way to drop it."""
    return [Chip(label, address(search.without(part))) for part, label in _on(search)]


def ways_out(acting: Acting, search: Search) -> list[Chip]:
    """For a list that came out empty: which filter to drop, and how many families that shows; the fewest first."""
    ways = [_way(acting, search.without(part), label) for part, label in _on(search)]
    return sorted((way for way in ways if way.total), key=lambda way: way.total or 0)


def _way(acting: Acting, wider: Search, label: str) -> Chip:
    return Chip(label, address(wider), register.listing(acting, wider.filters(), 1, 1).total)


def _on(search: Search) -> Iterator[tuple[str, str]]:
    for part, say in _SAID.items():
        value = getattr(search, part)
        if value not in ("", None, False):
            yield part, say(value)


def _home(word: str) -> str:
    return _("punya rumah") if word == "ada" else _("tanpa rumah sendiri")


_SAID: Mapping[str, Callable[..., str]] = {
    "text": lambda text: f"“{text}”",
    "number": lambda _note: _("satu NIK atau nomor KK"),
    "region": lambda code: organisation.label(code) or code,
    "condition": lambda figure: _(condition.label(figure)),
    "age": lambda age: _(age.label),
    "home": _home,
    "is_waiting": lambda _waits: _("ada isian yang berbeda"),
}


def region_options(acting: Acting, chosen: str) -> list[Option]:
    """The places one step down, and below the chosen one the step after it."""
    inside = chosen if chosen and is_within(chosen, acting.region_code) else acting.region_code
    return list(_tree(acting.region_code, inside, depth=0))


def _tree(code: str, chosen: str, *, depth: int) -> Iterator[Option]:
    for child in organisation.children(code):
        yield Option(child.code, "– " * depth + child.name)
        if chosen != code and is_within(chosen, child.code):
            yield from _tree(child.code, chosen, depth=depth + 1)


def condition_options() -> list[Option]:
    return [Option(str(figure), _(condition.label(figure))) for figure in CONDITIONS]


def age_options() -> list[Option]:
    return [Option(age.value, _(age.label)) for age in Age]


def home_options() -> list[Option]:
    return [Option(word, _home(word).capitalize()) for word in ("ada", "tanpa")]


def page_links(search: Search, page: Page) -> list[PageLink]:
    """First, last and the neighbours of the current page, with gaps between."""
    near = range(max(1, page.number - _NEAR), min(page.pages, page.number + _NEAR) + 1)
    shown = sorted({1, page.pages, *near})
    return list(_with_gaps(shown, lambda number: PageLink(number, address(search, page=number), number == page.number)))


def _with_gaps(numbers: Iterable[int], link: Callable[[int], PageLink]) -> Iterator[PageLink]:
    last = 0
    for number in numbers:
        if number > last + 1:
            yield PageLink(0)
        yield link(number)
        last = number
