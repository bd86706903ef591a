"""What does it cost to take a whole list in, from the file to the register, and are pages quick meanwhile?

Over a floor of the same run: reading the workbook with calamine and nothing else, then raw `executemany` of every row
that was written, into the same tables and indexes, in as many transactions. Meanwhile the real server is asked for
pages, one after another as a person clicks.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

import msgspec
from python_calamine import CalamineWorkbook

from benchmarks import _floor as floor
from benchmarks import _home as home
from benchmarks._pages import Browser, served
from benchmarks._taking import Taken
from betang.console.measuring import Figure
from betang.intake.samples import ertlh

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
LIMIT = 4.0  # aiming at 3
MEMORY_MB, PAGE_MS, HOLD_MS = 1024.0, 300.0, 100.0
CLICK_EVERY_S = 0.25
_SEARCHED = "mar"  # the beginning of many names
_RECORD = re.compile(r'href="(/rumah/[0-9a-f-]{36}/)"')


def main() -> None:
    home.found()
    workbook = home.HOME / "Ukuran.xlsx"
    ertlh.write(workbook, region=home.REGENCY, rows=ROWS, seed=1)
    empty = floor.copy_of_the_database()
    with served() as browser:
        taken, pages_ms = _taken_while_asked(workbook, browser)
    read_s = _read_only(workbook)
    write_s = floor.seconds(empty, rooms=("register_", "journal_", "intake_"), transactions=len(taken.held_s))
    home.say(f"{ROWS / taken.seconds:.0f} baris/detik; lantai {read_s:.1f} s membaca dan {write_s:.1f} s menulis")
    home.say(f"{len(taken.held_s)} kelompok; {len(pages_ms)} halaman dibuka")
    home.tell([_over_floor(taken.seconds / (read_s + write_s)), *_meanwhile(taken, pages_ms)])


def _taken_while_asked(workbook: Path, browser: Browser) -> tuple[Taken, list[float]]:
    """The list goes in in one process, and until it is in pages are asked of another."""
    command = [sys.executable, "-m", "benchmarks._taking", str(workbook), home.OFFICER]
    told = home.HOME / "taken.json"  # a pipe that nobody reads meanwhile would fill up
    with told.open("wb") as out:
        taking = subprocess.Popen(command, cwd=home.SOURCE.parent, stdout=out)
    pages_ms: list[float] = []
    for took_ms in _clicks(browser):
        pages_ms.append(took_ms)
        if taking.poll() is not None:
            break
    if taking.returncode:
        raise RuntimeError(f"taking the list in ended with {taking.returncode}")
    return msgspec.json.decode(told.read_bytes().splitlines()[-1], type=Taken), pages_ms


def _clicks(browser: Browser) -> Iterator[float]:
    """How long the list, a record that stands on it, and a search take, over and over."""
    records: list[str] = ["/rumah/"]
    for turn in count():
        path = ("/rumah/", records[turn % len(records)], "/rumah/?" + urlencode({"q": _SEARCHED}))[turn % 3]
        began = time.perf_counter()
        page = browser.get(path)
        yield 1000 * (time.perf_counter() - began)
        records = _RECORD.findall(page) or records
        time.sleep(CLICK_EVERY_S)


def _read_only(workbook: Path) -> float:
    """Seconds that calamine takes for every cell of every sheet."""
    began = time.perf_counter()
    book = CalamineWorkbook.from_path(str(workbook))
    for name in book.sheet_names:
        for _row in book.get_sheet_by_name(name).iter_rows():
            pass
    return time.perf_counter() - began


def _over_floor(ratio: float) -> Figure:
    return Figure(name="intake over floor", value=round(ratio, 2), unit="x", limit=LIMIT, holds=ratio <= LIMIT)


def _meanwhile(taken: Taken, pages_ms: list[float]) -> list[Figure]:
    held_ms = [1000 * seconds for seconds in taken.held_s]
    return [
        _at_most(MEMORY_MB, "MB", "intake peak memory", taken.peak_mb),
        _at_most(MEMORY_MB, "MB", "intake peak memory of the reading child", taken.peak_of_child_mb),
        _at_most(PAGE_MS, "ms", "pages meanwhile p95", _share(pages_ms, 0.95)),
        _at_most(HOLD_MS, "ms", "group holds median", _share(held_ms, 0.5)),
        _at_most(HOLD_MS, "ms", "group holds p95", _share(held_ms, 0.95)),
        Figure(name="group holds longest", value=round(max(held_ms), 1), unit="ms", limit=None, holds=True),
    ]


def _at_most(limit: float, unit: str, name: str, value: float) -> Figure:
    return Figure(name=name, value=round(value, 1), unit=unit, limit=limit, holds=value <= limit)


def _share(values: list[float], share: float) -> float:
    return sorted(values)[int(len(values) * share)]


if __name__ == "__main__":
    main()
