"""What stands in this file? Run as a process of its own: `python -m betang.intake.formats.child xlsx|csv MEGABYTES`.

The workbook reader aborts the whole process on some damaged files, and a small file can unfold without bounds. So it
runs under a limit of memory and of time, reads the file from stdin (it never rests on the disk unsealed) and answers
with frames on stdout. When it dies, only it dies.
"""

import io
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import BinaryIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from betang.intake.formats import csv_text, frames

try:
    import resource
except ImportError:  # Windows has no limits of this kind: there the file is read without one.
    resource = None  # type: ignore[assignment]  # None stands for "not on this system"

_CPU_SECONDS = 180
RawCell = str | int | float | bool | list[str] | None


def main(kind: str, megabytes: int) -> None:
    _limit(megabytes)
    content = sys.stdin.buffer.read()
    answer = sys.stdout.buffer
    try:
        for name, rows in READERS[kind](content):
            frames.write(answer, {"sheet": name})
            _write_rows(answer, rows)
    except PasswordError:
        frames.write(answer, {"refused": "password_protected"})
    except (CalamineError, csv_text.Unreadable):
        frames.write(answer, {"refused": "damaged"})
    except MemoryError:
        frames.write(answer, {"refused": "too_heavy"})
    answer.flush()


def _limit(megabytes: int) -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _workbook(content: bytes) -> Iterator[tuple[str, Iterable[tuple[int, list[RawCell]]]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for number, name in enumerate(book.sheet_names):
        sheet = book.get_sheet_by_index(number)
        # Rows are counted from the sheet's first, but columns from the first that holds anything.
        skipped: list[RawCell] = [None] * (sheet.start[1] if sheet.start else 0)
        yield (
            name,
            ((place + 1, skipped + [_cell(cell) for cell in row]) for place, row in enumerate(sheet.iter_rows())),
        )


def _csv(content: bytes) -> Iterator[tuple[str, Iterable[tuple[int, list[RawCell]]]]]:
    yield "CSV", ((place + 1, list(row)) for place, row in enumerate(csv_text.read(content)))


READERS = {"xlsx": _workbook, "csv": _csv}


def _cell(cell: object) -> RawCell:
    if isinstance(cell, str):
        return cell or None
    if isinstance(cell, bool | int | float):
        return cell
    if isinstance(cell, datetime):
        return [cell.date().isoformat()]
    return [cell.isoformat()] if isinstance(cell, date) else str(cell)


def _write_rows(answer: BinaryIO, rows: Iterable[tuple[int, list[RawCell]]]) -> None:
    frame = []
    for number, cells in rows:
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if cells:
            frame.append((number, cells))
        if len(frame) == frames.ROWS_IN_A_FRAME:
            frames.write(answer, frame)
            frame = []
    frames.write(answer, frame)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
