"""How long does the achievement of eight kabupaten take at the server, with 200,000 houses and 100,000 realisations?

The real server with one worker, asked by one person after another; the 95th of twenty pages, best of three rounds. The
floor is the same group-bys over families, homes and reports as raw SQL, with nothing else done. The rows are written
straight into the tables that are counted, as the commands leave them: taking in is measured elsewhere.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any  # what Django hands to whoever watches its statements
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from benchmarks import _home as home
from benchmarks._pages import Browser, served
from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.accounts.queries import Acting
from betang.console.measuring import Figure
from betang.console.nodes import prepare_tables
from betang.figures import queries as figures
from betang.journal import keyring
from betang.organisation import commands as organisation
from betang.organisation import queries as organisation_queries
from betang.planning import commands as planning
from betang.register.domain.condition import need

HOUSES = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
HOMES = max(HOUSES // 2, 1)
ASKED = min(int(sys.argv[2]), 20) if len(sys.argv) > 2 else 20  # pages in a round
ROUNDS = 3
LIMIT_MS = 200.0
PROVINCE = "61"
EIGHT = ("61.03", "61.04", "61.05", "61.06", "61.07", "61.08", "61.09", "61.10")
SOURCES = ("BSPS", "DAK", "APBD PROVINSI", "APBD KABUPATEN/KOTA", "DANA DESA", "FLPP", "CSR", "SWADAYA")
COUNTED = ("register_listing", "delivery_home", "delivery_realisation")
STAGES = ("0", "30", "100", "SERAH TERIMA")
TODAY = timezone.localdate()
_AT_ONCE = 10_000
Row = tuple[object, ...]


def main() -> None:
    officer = _found()
    _fill()
    statements = _statements(officer)
    least = min(_ms(lambda: _floor(statements)) for _ in range(ROUNDS))
    with served() as browser:
        _p95(browser)  # the first pages find a cold server
        best = min(_p95(browser) for _ in range(ROUNDS))
    home.say(f"lantai {least:.1f} ms")
    ratio = best / least
    home.tell(
        [
            Figure(name="capaian page p95", value=round(best, 1), unit="ms", limit=LIMIT_MS, holds=best <= LIMIT_MS),
            Figure(name="capaian over floor", value=round(ratio, 2), unit="x", limit=None, holds=True),
        ]
    )


def _found() -> Acting:
    """The balai of the province, with the officer who looks at the page, and a target for each kabupaten."""
    prepare_tables()
    keyring.make()
    organisation.found_node(agency="BP3KP Kalimantan I", kind="balai", region=PROVINCE)
    office = organisation_queries.this_node()
    accounts.add_user(home.OFFICER, role="data_officer", agency=office.agency_id, region=PROVINCE)
    accounts.set_known_password(home.OFFICER, home.PASSWORD)
    officer = accounts_queries.acting_as(home.OFFICER)
    for code in EIGHT:
        for source in SOURCES:
            planning.set_target(
                officer, year=TODAY.year, region_code=code, source=source, values={"agreed_homes": 2000}, because="Ukur"
            )
    return officer


def _fill() -> None:
    chance = Random(1)
    villages = [code for regency in EIGHT for code in sorted(organisation_queries.villages_within(regency))]
    offices = [each for each in organisation_queries.agencies() if each.region_code in EIGHT]
    by_regency = {code: [each for each in offices if each.region_code == code] for code in EIGHT}
    _insert("register_house", _HOUSE, ((_id(n), v[:5], v) for n, v in _places(chance, villages, HOUSES)))
    _insert("register_listing", _LISTING, (_listed(chance, n, v) for n, v in _places(chance, villages, HOUSES)))
    _insert("delivery_home", _HOME, (_home(Random(n), n, v) for n, v in _places(Random(2), villages, HOMES)))
    reports = (_report(Random(n), n, v, by_regency[v[:5]]) for n, v in _places(Random(2), villages, HOMES))
    _insert("delivery_realisation", _REPORT, reports)


def _places(chance: Random, villages: Sequence[str], count: int) -> Iterator[tuple[int, str]]:
    return ((number, chance.choice(villages)) for number in range(1, count + 1))


_HOUSE = ("id", "partition", "village_code")
_LISTING = (
    "family_id", "house_id", "head_name", "village_code", "province", "regency", "district", "condition",
    "observed_date", "has_house", "need",
)  # fmt: skip
_HOME = (
    "id", "province", "regency", "district", "village_code", "year", "work", "source", "stage", "finished_date",
    "latest_date", "reports", "cases", "sources", "is_extra",
)  # fmt: skip
_REPORT = (
    "id", "partition", "agency_id", "agency", "created_at", "updated_at", "village_code", "work", "source", "stage",
    "finished_date",
)  # fmt: skip


def _listed(chance: Random, number: int, village: str) -> Row:
    condition, seen = chance.randrange(6), TODAY - timedelta(days=chance.randrange(900))
    place = (village, village[:2], village[:5], village[:8])
    return (_id(number), _id(number), f"Rekaan {number}", *place, condition, seen, True, need(condition, seen))


def _home(chance: Random, number: int, village: str) -> Row:
    source, stage, finished = _progress(chance)
    latest = finished or TODAY
    place = (village[:2], village[:5], village[:8], village)
    return (_id(number), *place, latest.year, "BARU", source, stage, finished, latest, 1, 0, 1, chance.random() < 0.02)


def _report(chance: Random, number: int, village: str, offices: Sequence[organisation_queries.AgencyView]) -> Row:
    source, stage, finished = _progress(chance)
    office, at = chance.choice(offices), timezone.now() - timedelta(days=chance.randrange(60))
    return (_id(number), village[:5], office.id.hex, office.name, at, at, village, "BARU", source, stage, finished)


def _progress(chance: Random) -> tuple[str, str, date | None]:
    """Nine in ten homes are of this year."""
    source, stage = chance.choice(SOURCES), chance.choice(STAGES)
    first = date(TODAY.year if chance.random() < 0.9 else TODAY.year - 1, 1, 1)
    days = max((min(TODAY, date(first.year, 12, 31)) - first).days, 1)
    return source, stage, first + timedelta(days=chance.randrange(days)) if stage in STAGES[2:] else None


def _id(number: int) -> str:
    return UUID(int=number).hex


def _insert(table: str, columns: Sequence[str], rows: Iterator[Row]) -> None:
    marks = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
    done = 0
    while group := [row for row, _ in zip(rows, range(_AT_ONCE), strict=False)]:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(statement, group)
        done += len(group)
        home.say(f"\r{table}: {done}", end="")
    home.say("")


def _statements(officer: Acting) -> list[tuple[str, Any]]:
    """What the figures are counted by, as it goes to the database."""
    asked: list[tuple[str, Any]] = []

    def note(execute: Callable[..., Any], sql: str, parameters: Any, many: bool, context: Any) -> Any:
        asked.append((sql, parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        figures.achievement(officer, PROVINCE, year=TODAY.year, today=TODAY)
    return [(sql, parameters) for sql, parameters in asked if any(table in sql for table in COUNTED)]


def _floor(statements: Sequence[tuple[str, Any]]) -> None:
    with connection.cursor() as cursor:
        for sql, parameters in statements:
            cursor.execute(sql, parameters)
            cursor.fetchall()


def _p95(browser: Browser) -> float:
    took = sorted(_ms(lambda: browser.get(f"/capaian/?wilayah={PROVINCE}&tahun={TODAY.year}")) for _ in range(ASKED))
    return took[max(int(ASKED * 0.95) - 1, 0)]


def _ms(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
