"""What does it cost to take rows in, over writing the very same rows with nothing else done?

The floor is raw `executemany` of every row that the register and the journal wrote, into the same tables with the same
indexes and durability, in as many transactions.
"""

import shutil
import sqlite3
import sys
import time
from pathlib import Path

from django.db import connection, transaction

from benchmarks import _home as home
from betang.console.measuring import Figure
from betang.register.commands import take_in

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
LIMIT = 6.0
PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;"


def main() -> None:
    officer = home.found()
    connection.close()
    empty = home.HOME / "floor.sqlite3"
    shutil.copy(home.HOME / "betang.sqlite3", empty)
    rows = list(home.groups(home.entries(ROWS)))
    began = time.perf_counter()
    for group in rows:
        with transaction.atomic():
            take_in(officer, group, batch=None, file="Ukuran.xlsx", partition=home.REGENCY)
    took = time.perf_counter() - began
    floor = _floor(empty, transactions=len(rows))
    ratio = round(took / floor, 2)
    home.say(f"{ROWS / took:.0f} baris/detik; lantai {ROWS / floor:.0f} baris/detik")
    home.tell([Figure(name="register over floor", value=ratio, unit="x", limit=LIMIT, holds=ratio <= LIMIT)])


def _floor(empty: Path, *, transactions: int) -> float:
    """Seconds that the same rows take when nothing is asked, sealed or merged."""
    written = sqlite3.connect(home.HOME / "betang.sqlite3")
    target = sqlite3.connect(empty, isolation_level=None)
    target.executescript(PRAGMAS)
    found = {table: _new_rows(written, target, table) for table in _tables(written)}
    tables = {table: (marks, rows) for table, (marks, rows) in found.items() if rows}
    began = time.perf_counter()
    for turn in range(transactions):
        target.execute("BEGIN IMMEDIATE")
        for table, (marks, rows) in tables.items():
            size = -(-len(rows) // transactions)
            target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[turn * size : (turn + 1) * size])
        target.execute("COMMIT")
    return time.perf_counter() - began


def _tables(written: sqlite3.Connection) -> list[str]:
    names = written.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in names if name.startswith(("register_", "journal_"))]


def _new_rows(
    written: sqlite3.Connection, target: sqlite3.Connection, table: str
) -> tuple[str, list[tuple[object, ...]]]:
    target.execute(f"DELETE FROM {table}")
    rows = written.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
    return ", ".join("?" * len(rows[0])) if rows else "", rows


if __name__ == "__main__":
    main()
