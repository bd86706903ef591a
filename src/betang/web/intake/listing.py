"""Which lists does an address ask for, and what stands around them?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from betang.accounts.queries import Acting
from betang.intake import queries as intake
from betang.intake.queries import BatchFilters, BatchPage, BatchView
from betang.organisation import queries as organisation
from betang.web.intake.told import Deeds

TRIALS = "uji-coba"
# The word in the address, what the page calls it, and the states that it means.
STATES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "kolom": (noop("Menunggu kolom dicocokkan"), ("unmapped",)),
    "berjalan": (noop("Sedang dikerjakan"), ("waiting", "running", "undoing")),
    "selesai": (noop("Selesai"), ("done",)),
    "berhenti": (noop("Dihentikan atau gagal"), ("cancelled", "failed")),
    "dibatalkan": (noop("Dibatalkan"), ("undone",)),
    TRIALS: (noop("Uji coba"), ()),
}
_NEAR = 1  # pages named on either side of the current one


@dataclass(frozen=True)
class Asked:
    """What the address asks for."""

    state: str = ""
    office: UUID | None = None
    number: int = 1

    def filters(self) -> BatchFilters:
        states = STATES[self.state][1] if self.state else ()
        return BatchFilters(states=states, agency_id=self.office, trials=self.state == TRIALS)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.state or self.office)

    def address(self) -> str:
        said = {
            "keadaan": self.state,
            "kantor": str(self.office or ""),
            "hal": str(self.number) if self.number > 1 else "",
        }
        written = urlencode({name: value for name, value in said.items() if value})
        return reverse("intake:lists") + (f"?{written}" if written else "")


@dataclass(frozen=True)
class Option:
    """One answer that is offered."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Row:
    """A list, who sent it, and what may be done with it."""

    batch: BatchView
    office: str
    deeds: Deeds


@dataclass(frozen=True)
class PageLink:
    """A page to go to; number 0 is a gap."""

    number: int
    href: str = ""
    is_current: bool = False


def asked(params: Mapping[str, str]) -> Asked:
    """What the address cannot mean is passed over."""
    state, page = params.get("keadaan", ""), params.get("hal", "")
    return Asked(
        state=state if state in STATES else "",
        office=_uuid(params.get("kantor", "")),
        number=int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def rows(who: Acting, batches: Iterable[BatchView]) -> list[Row]:
    listed = list(batches)
    offices = organisation.agencies_by_id(batch.agency_id for batch in listed)
    return [
        Row(batch, offices[batch.agency_id].name if batch.agency_id in offices else "", Deeds.of(who, batch))
        for batch in listed
    ]


def state_options(chosen: str) -> list[Option]:
    return [Option(word, gettext(label), word == chosen) for word, (label, _states) in STATES.items()]


def office_options(who: Acting, chosen: UUID | None) -> list[Option]:
    """Only where lists came from more than one office."""
    offices = organisation.agencies_by_id(intake.senders(who)).values()
    named = sorted(offices, key=lambda office: office.name)
    options = [Option(str(office.id), office.name, office.id == chosen) for office in named]
    return options if len(options) > 1 else []


def page_links(this: Asked, page: BatchPage) -> list[PageLink]:
    """First, last and the neighbours of the current page, with gaps between."""
    shown = sorted({1, page.pages, *range(max(1, page.number - _NEAR), min(page.pages, page.number + _NEAR) + 1)})
    links: list[PageLink] = []
    for number in shown:
        if links and number > links[-1].number + 1:
            links.append(PageLink(0))
        links.append(PageLink(number, replace(this, number=number).address(), number == page.number))
    return links
