"""How many homes is each kabupaten of the demo to get, and from which money? All numbers are invented."""

from collections.abc import Iterator
from datetime import date

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.console.cast import BALAI, OFFICERS, PROVINCE_OFFICE, of_office
from betang.planning import commands as planning
from betang.planning import queries as planning_queries

INVENTED = "Angka rekaan untuk contoh"
MEETING_YEAR = 2025
# Of what each office asked for, in homes: BSPS, money of the kabupaten, of the villages, of the province.
_ASKED = {
    "61.03": (42, 8, 12, 3),
    "61.04": (38, 9, 14, 3),
    "61.05": (48, 7, 15, 3),
    "61.06": (35, 6, 12, 3),
    "61.07": (26, 6, 8, 3),
    "61.08": (34, 8, 10, 3),
    "61.09": (28, 5, 8, 3),
    "61.10": (30, 4, 9, 3),
}
_SOURCES = ("BSPS", "APBD KABUPATEN/KOTA", "DANA DESA", "APBD PROVINSI")
_GRANTED = {"BSPS": 0.8, "APBD KABUPATEN/KOTA": 1.0, "DANA DESA": 0.9, "APBD PROVINSI": 1.0}


def is_there() -> bool:
    return bool(planning_queries.targets(_province(), year=MEETING_YEAR))


def enter(today: date) -> None:
    """The money that law and practice name, and the targets of the year of the meeting and of this year.

    Of the targets of BSPS the whole negotiation stands: what the kabupaten proposed, what the province asked for it,
    what the ministry could give and what was agreed.
    """
    years = sorted({MEETING_YEAR, today.year})
    for year in years:
        planning.take_known_purses(_province(), year=year)
        for region, source, asked in _asked():
            _negotiate(region, source, asked, year=year)


def _asked() -> Iterator[tuple[str, str, int]]:
    for region, numbers in _ASKED.items():
        for source, asked in zip(_SOURCES, numbers, strict=True):
            yield region, source, asked


def _negotiate(region: str, source: str, asked: int, *, year: int) -> None:
    granted = int(asked * _GRANTED[source])
    officer = accounts.acting_as(OFFICERS[region])
    _say(officer, region, source, year=year, values={"proposed_homes": asked, "note": INVENTED})
    if source == "BSPS":
        _say(_province(), region, source, year=year, values={"region_homes": int(asked * 0.9)})
        _say(_balai(), region, source, year=year, values={"ministry_homes": granted})
    _say(_balai(), region, source, year=year, values={"agreed_homes": granted, "decree": f"SK contoh {year}"})


def _say(who: Acting, region: str, source: str, *, year: int, values: dict[str, object]) -> None:
    planning.set_target(who, year=year, region_code=region, source=source, values=values, because=INVENTED)


def _province() -> Acting:
    return accounts.acting_as(of_office(PROVINCE_OFFICE))


def _balai() -> Acting:
    return accounts.acting_as(of_office(BALAI))
