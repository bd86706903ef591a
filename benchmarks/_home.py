"""What does a benchmark stand on? A home of its own with invented families, gone afterwards."""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

SOURCE = Path(__file__).resolve().parents[1] / "src"
HOME = Path(tempfile.mkdtemp(prefix="betang-bench-"))
# Settings read the environment once, so the home is named before anything of Betang is imported.
os.environ["BETANG_HOME"] = str(HOME)
os.environ["DJANGO_SETTINGS_MODULE"] = "betang.settings"
os.environ["PYTHONPATH"] = str(SOURCE)
sys.path.insert(0, str(SOURCE))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

import django  # noqa: E402  # after the environment above

django.setup()

import msgspec  # noqa: E402  # the rooms exist only now
from django.db import transaction  # noqa: E402  # the rooms exist only now

from betang.accounts import commands as accounts  # noqa: E402  # the rooms exist only now
from betang.accounts import queries as accounts_queries  # noqa: E402  # the rooms exist only now
from betang.accounts.queries import Acting  # noqa: E402  # the rooms exist only now
from betang.console.measuring import Figure  # noqa: E402  # the rooms exist only now
from betang.console.nodes import prepare_tables  # noqa: E402  # the rooms exist only now
from betang.journal import keyring  # noqa: E402  # the rooms exist only now
from betang.organisation import commands as organisation  # noqa: E402  # the rooms exist only now
from betang.organisation import queries as organisation_queries  # noqa: E402  # the rooms exist only now
from betang.register.commands import RowEntry, StatedRow, look_through, take_in  # noqa: E402  # the rooms exist only now

REGENCY = "61.05"
OFFICER, PASSWORD = "maria", "ukuran-kecepatan-betang"  # of a home that nobody else sees and that is gone at the end
GROUP = 500
_SYLLABLES = [first + vowel for first in "bdgklmnprst" for vowel in "aiu"]
_CONDITIONS = ("LAYAK", "MENUJU LAYAK", "AGAK LAYAK", "KURANG LAYAK", "TIDAK LAYAK")


def found() -> Acting:
    """A housing office with one data officer."""
    prepare_tables()
    keyring.make()
    organisation.found_node(agency="Disperakim Kabupaten Sintang", kind="housing", region=REGENCY)
    office = organisation_queries.this_node()
    accounts.add_user(OFFICER, role="data_officer", agency=office.agency_id, region=REGENCY)
    accounts.set_known_password(OFFICER, PASSWORD)
    return accounts_queries.acting_as(OFFICER)


def entries(count: int, *, seed: int = 1) -> Iterator[RowEntry]:
    """Invented rows, as an e-RTLH sheet would bring them."""
    chance = Random(seed)
    villages = sorted(organisation_queries.villages_within(REGENCY))
    for row in range(count):
        yield _entry(row + 2, chance, villages)


def _entry(row: int, chance: Random, villages: list[str]) -> RowEntry:
    visited = date(2024, 1, 1) + timedelta(days=chance.randrange(700))
    number = f"6105{chance.randrange(1, 20):02}{chance.randrange(1, 29):02}{chance.randrange(1, 13):02}"
    house = {
        "village_code": chance.choice(villages), "hamlet": _name(chance), "rt": f"{chance.randrange(1, 20):03}",
        "rw": f"{chance.randrange(1, 9):03}", "address": f"Dusun {_name(chance)} No. {row}", "occupants": 4,
        "floor_area_m2": chance.randrange(12, 90), "roof_material": "SENG", "wall_material": "KAYU",
        "floor_material": "TANAH", "foundation_material": "BATAKO", "water_source": "SUMUR",
        "latitude": chance.uniform(-0.4, 0.6), "longitude": chance.uniform(111.2, 112.3),
    }  # fmt: skip
    parts = {part: chance.choice(_CONDITIONS) for part in ("roof_condition", "wall_condition", "floor_condition")}
    return RowEntry(
        row=row,
        columns={"name": "C", "nik": "D", "address": "E", "roof_material": "AD"},
        house=house,
        family={"village_code": house["village_code"], "income_rupiah": chance.randrange(8, 40) * 100_000},
        head={
            "name": f"{_name(chance)} {_name(chance)}" if chance.random() < 0.22 else _name(chance),
            "nik": f"{number}{chance.randrange(50, 99):02}{row % 9000 + 1:04}",
            "nik_doubt": None,
            "sex": "LAKI-LAKI",
        },
        assessment={"assessed_date": visited, **parts},
        observed=visited,
    )


def _name(chance: Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randrange(2, 5))).capitalize()


def fill(officer: Acting, count: int) -> None:
    """Take invented rows in, group by group, the way intake does."""
    for done, group in enumerate(groups(entries(count)), 1):
        with transaction.atomic():
            take_in(officer, group, batch=None, file="Ukuran.xlsx", partition=REGENCY)
        say(f"\r{done * GROUP} dari {count} baris", end="")
    say("")


def groups(rows: Iterable[RowEntry]) -> Iterator[list[StatedRow]]:
    """The rows looked through, in groups of one transaction each."""
    walking = (look_through(row, REGENCY) for row in rows)
    while group := list(islice(walking, GROUP)):
        yield group


def say(sentence: str, *, end: str = "\n") -> None:
    """Tell whoever watches; stdout belongs to the figures."""
    print(sentence, end=end, file=sys.stderr, flush=True)


def tell(figures: list[Figure]) -> None:
    """The figures, on the last line of stdout."""
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    say(f"Beban mesin (1, 5, 15 menit): {load}")
    print(msgspec.json.encode(figures).decode())
