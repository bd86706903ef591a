"""Which homes were delivered in the demo, who reported them, and which permits and taxes hang on them? All invented."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.console.cast import OFFICERS, PROVINCE_OFFICE, of_office
from betang.console.demo_pictures import home_at
from betang.console.demo_targets import INVENTED, MEETING_YEAR
from betang.delivery import commands as delivery
from betang.delivery import queries as delivery_queries
from betang.delivery.queries import HomeFilters
from betang.organisation.domain.agencies import KABUPATEN
from betang.register import queries as register
from betang.register.queries import ListFilters, ListRow

# Days after the beginning on which a home reaches a stage.
_PACE = (
    ("0", "started_date", 0),
    ("30", "thirty_date", 30),
    ("100", "finished_date", 75),
    ("SERAH TERIMA", "handover_date", 95),
)
_FIRST_START = date(MEETING_YEAR, 2, 3)
_FEWEST, _MOST = 18, 38  # families of a kabupaten whose homes are improved
_BOUGHT = 6
_SILENT = "61.10"  # where the villages' office reports nothing, and its homes come from the housing office
_SOURCES = (
    "BSPS", "APBD KABUPATEN/KOTA", "DANA DESA", "BSPS", "APBD PROVINSI", "BSPS", "DANA DESA", "BSPS",
    "DAK", "APBD KABUPATEN/KOTA",
)  # fmt: skip
_AMOUNT = {"BSPS": 20, "APBD KABUPATEN/KOTA": 30, "DANA DESA": 10, "APBD PROVINSI": 30, "DAK": 20}  # million rupiah
_MILLION = 1_000_000
Values = dict[str, object]


@dataclass(frozen=True)
class Offices:
    """Who reports for a kabupaten: its housing office, its villages' office, the province, permits and revenue."""

    housing: Acting
    villages: Acting
    province: Acting
    permits: Acting
    revenue: Acting

    def of(self, source: str) -> Acting:
        """Whose report a home of this money is."""
        return {"DANA DESA": self.villages, "APBD PROVINSI": self.province}.get(source, self.housing)


def is_there(region: str) -> bool:
    """Whether the homes of a kabupaten were entered."""
    officer = accounts.acting_as(OFFICERS[region])
    return bool(delivery_queries.homes(officer, HomeFilters(region_code=region)).total)


def enter(region: str, today: date) -> None:
    """The homes of a kabupaten: of several sources, at several stages, some reported twice, with permits and taxes."""
    name = KABUPATEN[region]
    offices = Offices(
        accounts.acting_as(OFFICERS[region]),
        accounts.acting_as(OFFICERS[region] if region == _SILENT else of_office(f"DPMD Kabupaten {name}")),
        accounts.acting_as(of_office(PROVINCE_OFFICE)),
        accounts.acting_as(of_office(f"DPMPTSP Kabupaten {name}")),
        accounts.acting_as(of_office(f"Bapenda Kabupaten {name}")),
    )
    chance = Random(region)
    families = _families(offices.housing, region)
    _improve(offices, families[: chance.randint(_FEWEST, _MOST)], chance, today)
    _reported_twice(offices, families, today)
    _new_homes(offices, families[-_BOUGHT:], chance, today)
    _numbers(offices, region)


def _families(officer: Acting, region: str) -> Sequence[ListRow]:
    """Those in the worst homes, whom help comes to first."""
    rows = register.listing(officer, ListFilters(region_code=region, has_house=True), per_page=_MOST + _BOUGHT).rows
    return [row for row in rows if row.house_id]


def _improve(offices: Offices, families: Sequence[ListRow], chance: Random, today: date) -> None:
    for place, family in enumerate(families):
        source = _SOURCES[place % len(_SOURCES)]
        start = _FIRST_START + timedelta(days=chance.randrange(260)) if place % 3 else _lately(chance, today)
        values = _home(source, family.village_code, "PENINGKATAN") | _reached(start, today, most=_stages(chance))
        of_the_register = {"house": family.house_id, "recipient": family.head_name}
        reported = delivery.report_home(offices.of(source), values | of_the_register)
        if place == 0:
            _photos(offices.of(source), reported.id, str(values["stage"]), place)


def _home(source: str, village: str, work: str) -> Values:
    values: Values = {"village_code": village, "work": work, "source": source, "note": INVENTED}
    if source in _AMOUNT:
        values["amount_rupiah"] = _AMOUNT[source] * _MILLION
    if source == "DANA DESA":
        values |= {"musdes_date": date(MEETING_YEAR, 1, 20), "musdes_decree": "Keputusan musdes contoh"}
    return values


def _lately(chance: Random, today: date) -> date:
    """A beginning this year, within the last months."""
    return max(date(today.year, 1, 2), today - timedelta(days=15 + chance.randrange(200)))


def _stages(chance: Random) -> int:
    """How many stages a home comes to at most: some wait to be handed over, some stand still."""
    return chance.choices((4, 3, 2, 1), (60, 15, 15, 10))[0]


def _reached(start: date, today: date, *, most: int = 4) -> Values:
    """The stage that a home begun on this day has reached by today, and the days."""
    days = [(stage, name, start + timedelta(days=after)) for stage, name, after in _PACE]
    there = [each for each in days if each[2] <= today][:most]
    if not there:
        return {"stage": "0"}
    return {"stage": there[-1][0], **{name: day for _stage, name, day in there}}


def _reported_twice(offices: Offices, families: Sequence[ListRow], today: date) -> None:
    """One home that two offices report (it counts once), one that only looks like another, one above the cap."""
    known, looks_alike, dear = families[2], families[1], families[3]
    again = _home("APBD KABUPATEN/KOTA", known.village_code, "PENINGKATAN") | _reached(_FIRST_START, today)
    delivery.report_home(offices.housing, again | {"house": known.house_id})
    similar = _home("DANA DESA", looks_alike.village_code, "PENINGKATAN") | _reached(_FIRST_START, today)
    delivery.report_home(offices.villages, similar | {"recipient": looks_alike.head_name.upper()})
    above = _home("BSPS", dear.village_code, "PENINGKATAN") | _reached(_FIRST_START, today)
    delivery.report_home(
        offices.housing, above | {"amount_rupiah": 25 * _MILLION, "recipient": "Contoh Melebihi Batas"}
    )


def _new_homes(offices: Offices, families: Sequence[ListRow], chance: Random, today: date) -> None:
    """Homes that are bought: each has a permit and a tax exemption, and is still one home."""
    for place, family in enumerate(families, start=1):
        start = _FIRST_START + timedelta(days=chance.randrange(200))
        number = f"PBG-CONTOH-{family.village_code}-{place:02}"
        values = _home("FLPP", family.village_code, "PEMBELIAN") | _reached(start, today)
        bought = {"recipient": f"Pembeli Contoh {place}", "unit_number": f"A-{place:02}", "case_number": number}
        reported = delivery.report_home(offices.housing, values | bought)
        applied = start if place % 3 else today - timedelta(days=12)
        permit = {
            "case_number": number,
            "village_code": family.village_code,
            "note": INVENTED,
            "realisation": reported.id,
        }
        delivery.report_case(offices.permits, permit | _clock(applied, today, used=(6, 19, 0)[place % 3]))
        tax = permit | {"case_number": number.replace("PBG", "BPHTB"), "charge_rupiah": 0}
        delivery.report_case(
            offices.revenue, tax | _clock(applied + timedelta(days=3), today, used=5 if place % 3 else 0)
        )


def _clock(applied: date, today: date, *, used: int) -> Values:
    """The days of a case that was complete two days after it was applied for; `used` 0: it is not decided yet."""
    complete = applied + timedelta(days=2)
    days: Values = {"applied_date": applied, "complete_date": complete}
    decided = complete + timedelta(days=used)
    return days | ({"decided_date": decided, "outcome": "TERBIT"} if used and decided <= today else {})


def _numbers(offices: Offices, region: str) -> None:
    """Monthly numbers without a list; they stand beside, and are added to nothing."""
    for who, source, homes in ((offices.housing, "SWADAYA", 34), (offices.villages, "DANA DESA", 6)):
        values = {"region_code": region, "source": source, "work": "PENINGKATAN", "stage": "100", "homes": homes}
        delivery.report_number(
            who, values | {"month": date(MEETING_YEAR, 5, 1), "document": "Surat contoh", "note": INVENTED}
        )


def _photos(who: Acting, report: UUID, stage: str, number: int) -> None:
    for shown in _until(stage):
        caption = f"Gambar rekaan, tahap {shown}"
        delivery.add_photo(
            who, report, stage=shown, content=home_at(shown, number=number), taken_date=None, caption=caption
        )


def _until(stage: str) -> Iterator[str]:
    for shown, _name, _after in _PACE:
        yield shown
        if shown == stage:
            return
