"""Who plays in the tests of the register, and with what? All people, places' lists and numbers are invented."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from betang.accounts.domain.acting import Acting
from betang.journal.domain.records import Value
from betang.register import commands, queries
from betang.register.commands import FamilyEntry, RowEntry, RowResult
from betang.register.queries import ListFilters, ListRow

PLACES = {
    "61": "Kalimantan Barat",
    "61.05": "Sintang",
    "61.05.08": "Kayan Hilir",
    "61.05.08.2001": "Nanga Mau",
    "61.05.08.2002": "Nanga Tikan",
    "61.05.19": "Kelam Permai",
    "61.05.19.2001": "Nanga Lebang",
    "61.06": "Kapuas Hulu",
    "61.06.01": "Putussibau Utara",
    "61.06.01.2001": "Nanga Sambus",
}
NANGA_MAU, NANGA_TIKAN, NANGA_LEBANG = "61.05.08.2001", "61.05.08.2002", "61.05.19.2001"
SAMBUS = "61.06.01.2001"

# Invented: the area part is of a district, the day and the serial are made up.
NIK_YAKOBUS, NIK_HASANAH, NIK_LUSIA = "6105081208710003", "6105085503680002", "6105194107900001"
KK_YAKOBUS = "6105081201100012"


def _acting(username: str, role: str, region_code: str, *, kind: str = "housing", office: int = 1) -> Acting:
    return Acting(username, username.title(), UUID(int=office), f"Kantor {office}", kind, role, region_code)


MARIA = _acting("maria", "data_officer", "61.05")
KAYAN_HILIR = _acting("lina", "data_officer", "61.05.08")
SITI = _acting("siti", "facilitator", "61.05")
TEKLA = _acting("tekla", "village_operator", NANGA_MAU)
PERMITS = _acting("bonar", "data_officer", "61.05", kind="permits", office=2)
BUDI = _acting("budi", "data_officer", "61.06", office=3)
RINI = _acting("rini", "viewer", "00", kind="ministry", office=4)
USERS_ONLY = _acting("nita", "administrator", "61.05")


def row(
    number: int = 1,
    *,
    name: str = "Yakobus Sabang",
    nik: str | None = NIK_YAKOBUS,
    nik_doubt: str | None = None,
    kk_number: str | None = None,
    village: str | None = NANGA_MAU,
    address: str | None = "Dusun Sungai Buluh RT 003 RW 001",
    observed: date | None = date(2025, 5, 14),
    roof: str = "SENG",
    roof_condition: str = "TIDAK LAYAK",
    **house: Value,
) -> RowEntry:
    """A row of a list; only what a test names differs from the usual one."""
    return RowEntry(
        row=number,
        columns={"roof_material": "AD", "nik": "D", "roof_condition": "AC"},
        house={"village_code": village, "address": address, "roof_material": roof, "floor_area_m2": Decimal(36)}
        | house,
        family={"kk_number": kk_number, "income_band": "1,3-1,8"},
        head={"name": name, "nik": nik, "nik_doubt": nik_doubt, "sex": "LAKI-LAKI"},
        assessment={"assessed_date": observed, "assessor": "Siti", "roof_condition": roof_condition},
        observed=observed,
    )


def take(*rows: RowEntry, by: Acting = MARIA, file: str = "Daftar RTLH.xlsx") -> list[RowResult]:
    partition = by.region_code[:5]
    stated = [commands.look_through(row, partition) for row in rows]
    return commands.take_in(by, stated, batch=UUID(int=9), file=file, partition=partition)


def entry(*, village: str = NANGA_MAU, name: str = "Yakobus Sabang", **parts: Mapping[str, object]) -> FamilyEntry:
    """A form for a new family with a home of its own."""
    usual = FamilyEntry(family={}, head={"name": name}, house={"village_code": village, "roof_material": "Seng"})
    return replace(usual, **parts)  # type: ignore[arg-type]  # the test names parts of the form


def add(form: FamilyEntry | None = None, *, by: Acting = MARIA, observed: date | None = date(2025, 5, 14)) -> UUID:
    return commands.add_family(by, form or entry(), observed=observed)


def the_list(by: Acting = MARIA, filters: ListFilters | None = None) -> list[ListRow]:
    return list(queries.listing(by, filters or ListFilters()).rows)


def names(by: Acting = MARIA, filters: ListFilters | None = None) -> list[str]:
    return [listed.head_name for listed in the_list(by, filters)]


def house_of(family: UUID, by: Acting = MARIA) -> UUID:
    house = queries.record(by, family).house
    assert house is not None
    return house.id
