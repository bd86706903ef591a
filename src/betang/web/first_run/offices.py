"""Which kinds of office and which regions may a new node be of, and what is its office probably called?"""

from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from betang.organisation import queries as organisation
from betang.organisation.domain.agencies import AgencyKind
from betang.organisation.domain.regions import NATION, Level, level_of
from betang.organisation.queries import RegionView

# In the order in which offices meet, and what each is usually called in front of its region's name.
KINDS: tuple[tuple[AgencyKind, str | Promise, str], ...] = (
    (AgencyKind.HOUSING, _("Dinas perumahan (Disperakim, Dinas Perkim)"), "Disperakim"),
    (AgencyKind.VILLAGES, _("Dinas pemberdayaan desa (DPMD)"), "DPMD"),
    (AgencyKind.PERMITS, _("Dinas perizinan (DPMPTSP)"), "DPMPTSP"),
    (AgencyKind.REVENUE, _("Badan pendapatan daerah (Bapenda)"), "Bapenda"),
    (AgencyKind.PROVINCE, _("Dinas perumahan provinsi"), "Dinas Perkim"),
    (AgencyKind.BALAI, _("Balai (BP3KP)"), "BP3KP"),
    (AgencyKind.MINISTRY, _("Kementerian"), "Direktorat"),
)
_SHORT = {kind: short for kind, _label, short in KINDS}


@dataclass(frozen=True)
class Province:
    """A province and its regencies, as a list to choose from shows them."""

    region: RegionView
    regencies: tuple[RegionView, ...]


def provinces() -> list[Province]:
    """All of them, by code."""
    found = organisation.of_levels(Level.PROVINCE, Level.REGENCY)
    grouped = {code: tuple(regions) for code, regions in groupby(found, key=lambda region: region.code[:2])}
    return [Province(regions[0], regions[1:]) for regions in grouped.values()]


def fits(kind: str, region: str) -> bool:
    """Whether an office of this kind works for a region of this size."""
    if kind == AgencyKind.MINISTRY:
        return region == NATION
    if region == NATION:
        return False
    level = level_of(region)
    return level is Level.PROVINCE if kind in (AgencyKind.PROVINCE, AgencyKind.BALAI) else level is Level.REGENCY


def usual_name(kind: str, region: str) -> str:
    """The office that is known already, else what such an office is usually called."""
    known = [each.name for each in organisation.agencies() if (each.kind, each.region_code) == (kind, region)]
    if known:
        return known[0]
    place = organisation.region(region)
    return f"{_SHORT[AgencyKind(kind)]} {_spoken(place)}" if place else _SHORT[AgencyKind(kind)]


def _spoken(place: RegionView) -> str:
    if level_of(place.code) is Level.PROVINCE:
        return f"Provinsi {place.name}"
    return f"{'Kota' if place.kind == 'kota' else 'Kabupaten'} {place.name}"
