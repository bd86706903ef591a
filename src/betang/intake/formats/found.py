"""What does a reader find in a file, whatever its format, and when does it refuse?

Every reader yields a sheet and then its rows, as they stand in the file; then the next sheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from msgspec.msgpack import Ext

# A date is an extension of msgpack, as `frames.day` makes it.
RawCell: TypeAlias = str | int | float | bool | Ext | None
Span: TypeAlias = tuple[int, int, int, int]

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # Excel's own
MOST_CELLS = 16_000_000  # in a file; a list of a hundred thousand rows of 42 columns has 4.2 million


class Refused(Exception):
    """The file is not read, for one of the reasons in `reading.REFUSALS`."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(slots=True)
class FoundSheet:
    """What is hidden and merged may be known only after the sheet's last row.

    A span is (first row from 1, first column from 0, last row, last column).
    """

    name: str
    is_hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    merges: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class FoundRow:
    """As Excel counts it, from 1. The reader gives the list away."""

    number: int
    cells: list[RawCell]


Found: TypeAlias = Iterator[FoundSheet | FoundRow]
