"""What stands in this file? Run as a process of its own: `python -m betang.intake.formats.child zip|xls|csv MEGABYTES`.

The workbook reader aborts the whole process on some damaged files, and a small file can unfold without bounds. So it
runs under a limit of memory and of time, reads the file from stdin (it never rests on the disk unsealed) and answers
with frames on stdout. When it dies, only it dies.
"""

import sys
from collections.abc import Callable
from typing import BinaryIO

from betang.intake.formats import csv_text, frames, xls, zipped
from betang.intake.formats.found import MOST_CELLS, Found, FoundRow, FoundSheet, RawCell, Refused

try:
    import resource
except ImportError:  # Windows has no limits of this kind: there the file is read without one.
    resource = None  # type: ignore[assignment]  # None stands for "not on this system"

_CPU_SECONDS = 180
_LONGEST_ANSWER = 256 << 20  # our own memory holds it; a hundred thousand rows of 42 columns take 60 MB
READERS: dict[str, Callable[[bytes], Found]] = {"zip": zipped.read, "xls": xls.read, "csv": csv_text.found}


def main(kind: str, megabytes: int) -> None:
    limit(megabytes)
    answer(kind, sys.stdin.buffer.read(), sys.stdout.buffer)


def limit(megabytes: int) -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(kind: str, content: bytes, stream: BinaryIO) -> None:
    try:
        _write(READERS[kind](content), stream)
    except Refused as refusal:
        frames.write(stream, {"refused": refusal.code, "params": refusal.params})
    except MemoryError:
        frames.write(stream, {"refused": "too_heavy", "params": {}})
    stream.flush()


def _write(found: Found, stream: BinaryIO) -> None:
    written = _Written(stream)
    for each in found:
        if isinstance(each, FoundSheet):
            written.begin(each)
        else:
            written.add(each)
    written.end()


class _Written:
    """The sheets as frames, of which none is too long to be held."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._length = 0
        self._cells = 0
        self._sheet: FoundSheet | None = None
        self._rows: list[tuple[int, list[RawCell]]] = []
        self._hidden: list[int] = []

    def begin(self, sheet: FoundSheet) -> None:
        self.end()
        self._sheet = sheet
        self._put({"sheet": sheet.name, "is_hidden": sheet.is_hidden})

    def add(self, row: FoundRow) -> None:
        cells = row.cells
        while cells and _is_blank(cells[-1]):
            cells.pop()
        if not cells:
            return
        self._cells += len(cells)
        if self._cells > MOST_CELLS:
            raise Refused("too_heavy")
        self._rows.append((row.number, cells))
        if self._sheet is not None and row.number in self._sheet.hidden_rows:
            self._hidden.append(row.number)
        if len(self._rows) == frames.ROWS_IN_A_FRAME:
            self._put_rows()

    def end(self) -> None:
        if self._sheet is not None:
            self._put_rows()
            self._put({"hidden_rows": self._hidden, "merges": self._sheet.merges})
        self._hidden = []

    def _put_rows(self) -> None:
        self._put(self._rows)
        self._rows = []

    def _put(self, content: object) -> None:
        self._length += frames.write(self._stream, content)
        if self._length > _LONGEST_ANSWER:
            raise Refused("too_heavy")


def _is_blank(cell: RawCell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
