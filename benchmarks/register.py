"""What does it cost to take rows in, over writing the very same rows with nothing else done?"""

import sys
import time

from django.db import transaction

from benchmarks import _floor as floor
from benchmarks import _home as home
from betang.console.measuring import Figure
from betang.register.commands import take_in

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
LIMIT = 6.0


def main() -> None:
    officer = home.found()
    empty = floor.copy_of_the_database()
    rows = list(home.entries(ROWS))
    began = time.perf_counter()
    for group in home.groups(rows):
        with transaction.atomic():
            take_in(officer, group, batch=None, file="Ukuran.xlsx", partition=home.REGENCY)
    took = time.perf_counter() - began
    least = floor.seconds(empty, rooms=("register_", "journal_"), transactions=-(-ROWS // home.GROUP))
    ratio = round(took / least, 2)
    home.say(f"{ROWS / took:.0f} baris/detik; lantai {ROWS / least:.0f} baris/detik")
    home.tell([Figure(name="register over floor", value=ratio, unit="x", limit=LIMIT, holds=ratio <= LIMIT)])


if __name__ == "__main__":
    main()
