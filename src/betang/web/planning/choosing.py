"""Which region and which year is a page of planning about, and which can one choose?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from betang.accounts.queries import Acting
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import NATION, is_within, parent_of
from betang.planning import queries as planning
from betang.web.register.forms import Option

_REGENCY, _DISTRICT = 5, 8  # letters of a code
_YEAR = 4  # digits of a year


@dataclass(frozen=True)
class Chosen:
    """A region that is known and inside the person's own, and a year."""

    region_code: str
    year: int


def chosen(who: Acting, given: Mapping[str, str]) -> Chosen:
    """From an address; what is left out is the person's region, and the year of now or of the latest targets."""
    return Chosen(region_asked(who, given.get("wilayah", "")), year_asked(given.get("tahun", "")))


def region_asked(who: Acting, text: str) -> str:
    """The region of an address, by default the person's. One outside theirs answers as one that does not exist."""
    if not text:
        return who.region_code
    if organisation.region(text) is None or not who.covers(text):
        raise Refusal("Wilayah ini tidak ada, atau di luar wilayah Anda.", code="not_found")
    return text


def year_asked(text: str) -> int:
    """The year of an address, else this one, or the latest that has targets."""
    if is_year(text):
        return int(text)
    known, this = planning.years(), timezone.localdate().year
    return this if this in known or not known else known[0]


def is_year(text: str) -> bool:
    """Whether it is a year that anything here can be about; in others the calendar of a computer ends."""
    return text.isascii() and text.isdigit() and len(text) == _YEAR and text.startswith("20")


def year_options(year: int) -> list[Option]:
    """The years around now, those that have targets, and the one chosen."""
    this = timezone.localdate().year
    years = sorted({this - 1, this, this + 1, year, *planning.years()}, reverse=True)
    return [Option(str(each), str(each)) for each in years]


def region_options(own: str, region_code: str) -> list[Option]:
    """The regions one can choose: the own one, down to the villages of the regency that was chosen."""
    within = region_code if is_within(region_code, own) else own
    if len(within) >= _REGENCY:
        return [*_above(own, within[:_REGENCY]), *_of_regency(own, within[:_REGENCY])]
    return [*_above(own, within), *_children(within)]


def _above(own: str, code: str) -> list[Option]:
    """The own region and what lies between it and this one, and beside it."""
    if not is_within(code, own) or code == own:
        return [_whole(own)]
    step = parent_of(code) or NATION
    return [*_above(own, step), *_children(step)]


def _children(code: str) -> list[Option]:
    return [Option(each.code, each.name) for each in organisation.children(code)]


def _of_regency(own: str, regency: str) -> Iterable[Option]:
    inside = own if is_within(own, regency) else regency
    names = organisation.villages_within(inside)
    districts = organisation.names({code[:_DISTRICT] for code in names})
    for district, name in sorted(districts.items()):
        if is_within(district, own) and district != own:
            yield Option(district, _("Seluruh kecamatan %(district)s") % {"district": name}, name)
        yield from (
            Option(code, label, name) for code, label in names.items() if code[:_DISTRICT] == district and code != own
        )


def _whole(code: str) -> Option:
    return Option(code, _("Seluruh %(place)s") % {"place": organisation.label(code)})
