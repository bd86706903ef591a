"""How long does writing the very same rows take when nothing is asked, sealed or merged?

Raw `executemany` into a copy of the database as it was before, so with the same tables, indexes and durability.
"""

import shutil
import sqlite3
import time
from pathlib import Path

from django.db import connection

from benchmarks import _home as home

PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;"


def copy_of_the_database() -> Path:
    """The database as it is now, for the floor to write into later."""
    connection.close()
    copy = home.HOME / "floor.sqlite3"
    shutil.copy(home.HOME / "betang.sqlite3", copy)
    return copy


def seconds(empty: Path, *, rooms: tuple[str, ...], transactions: int) -> float:
    """Write into `empty` what these rooms hold now, in as many transactions."""
    written = sqlite3.connect(home.HOME / "betang.sqlite3")
    target = sqlite3.connect(empty, isolation_level=None)
    target.executescript(PRAGMAS)
    found = {table: _new_rows(written, target, table) for table in _tables(written, rooms)}
    tables = {table: (marks, rows) for table, (marks, rows) in found.items() if rows}
    began = time.perf_counter()
    for turn in range(transactions):
        target.execute("BEGIN IMMEDIATE")
        for table, (marks, rows) in tables.items():
            size = -(-len(rows) // transactions)
            target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[turn * size : (turn + 1) * size])
        target.execute("COMMIT")
    return time.perf_counter() - began


def _tables(written: sqlite3.Connection, rooms: tuple[str, ...]) -> list[str]:
    names = written.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in names if name.startswith(rooms)]


def _new_rows(
    written: sqlite3.Connection, target: sqlite3.Connection, table: str
) -> tuple[str, list[tuple[object, ...]]]:
    target.execute(f"DELETE FROM {table}")
    rows = written.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
    return ", ".join("?" * len(rows[0])) if rows else "", rows
