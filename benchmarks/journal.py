"""What does it cost to put changes on record, over writing the very same journal rows with nothing else done?"""

import sys
import time
from collections.abc import Iterator
from datetime import date
from random import Random

from django.db import transaction

from benchmarks import _floor as floor
from benchmarks import _home as home
from betang.accounts.queries import Acting
from betang.console.measuring import Figure
from betang.journal import commands as journal
from betang.journal.commands import Change
from betang.journal.domain.commits import Source
from betang.register.domain.fields import Kind
from betang.register.domain.record_types import RECORD_TYPES

CHANGES = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
LIMIT = 6.0


def main() -> None:
    officer = home.found()
    empty = floor.copy_of_the_database()
    changes = list(_houses(CHANGES))
    groups = [changes[start : start + home.GROUP] for start in range(0, len(changes), home.GROUP)]
    began = time.perf_counter()
    for group in groups:
        _record(officer, group)
    took = time.perf_counter() - began
    least = floor.seconds(empty, rooms=("journal_",), transactions=len(groups))
    ratio = round(took / least, 2)
    home.say(f"{CHANGES / took:.0f} perubahan/detik; lantai {CHANGES / least:.0f} perubahan/detik")
    home.tell([Figure(name="journal over floor", value=ratio, unit="x", limit=LIMIT, holds=ratio <= LIMIT)])


def _record(officer: Acting, changes: list[Change]) -> None:
    with transaction.atomic():
        journal.record(
            changes,
            partition=home.REGENCY,
            author=officer.author(),
            ranks=officer.ranks_for(home.REGENCY),
            because="",
            by_hand=False,
        )


def _houses(count: int) -> Iterator[Change]:
    """New houses with what a sheet usually says of one."""
    chance, house = Random(3), RECORD_TYPES[Kind.HOUSE]
    for row in range(count):
        values = {
            "village_code": "61.05.01.2001", "address": f"Dusun Ukur No. {row}", "occupants": chance.randrange(1, 9),
            "roof_material": "SENG", "wall_material": "KAYU", "floor_material": "TANAH",
        }  # fmt: skip
        source = Source(None, "Ukuran.xlsx", row + 2, {"address": "E", "roof_material": "AD"})
        yield Change(journal.new_id(), house, values, observed=date(2025, 6, 1), source=source)


if __name__ == "__main__":
    main()
