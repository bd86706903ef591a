"""Who came to a meeting, region by region, and how is that said in a sentence?"""

from collections.abc import Sequence
from dataclasses import dataclass

from betang.coordination.domain.paper import Attendee

# What the four offices of a kabupaten are called in full. A kabupaten whose office has another name writes it out.
OFFICES_IN_FULL = {
    "Disperakim": "Dinas Perumahan dan Kawasan Permukiman (Disperakim)",
    "DPMPTSP": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu (DPMPTSP)",
    "Bapenda": "Badan Pendapatan Daerah (Bapenda)",
    "DPMD": "Dinas Pemberdayaan Masyarakat dan Desa (DPMD)",
}
_KABUPATEN = "Kabupaten "


@dataclass(frozen=True, slots=True)
class Delegation:
    """Those who came from one region, in the order of the list."""

    region: str
    people: tuple[Attendee, ...]

    @property
    def offices(self) -> tuple[str, ...]:
        """Each office once, without the name of the region behind it."""
        return tuple(dict.fromkeys(bare_office(each) for each in self.people))


def delegations(attendance: Sequence[Attendee]) -> list[Delegation]:
    """One for each region, in the order in which the regions first appear."""
    regions: dict[str, list[Attendee]] = {}
    for each in attendance:
        regions.setdefault(each.region, []).append(each)
    return [Delegation(region, tuple(people)) for region, people in regions.items()]


def bare_office(attendee: Attendee) -> str:
    """`Disperakim Kabupaten Sintang` of Kabupaten Sintang is its Disperakim."""
    return attendee.office.removesuffix(f" {attendee.region}") if attendee.region else attendee.office


def in_full(office: str) -> str:
    return OFFICES_IN_FULL.get(office, office)


def sent_alike(attendance: Sequence[Attendee]) -> list[Delegation]:
    """The kabupaten that sent the same offices, none of them by name, so that one sentence holds them all.

    Fewer than two are nobody's pattern: then none.
    """
    kabupaten = [each for each in delegations(attendance) if each.region.startswith(_KABUPATEN)]
    nameless = [each for each in kabupaten if not any(person.name for person in each.people)]
    alike = [each for each in nameless if each.offices == nameless[0].offices]
    return alike if len(alike) > 1 else []


def short_region(region: str) -> str:
    """`Sintang` in a list of kabupaten."""
    return region.removeprefix(_KABUPATEN)
