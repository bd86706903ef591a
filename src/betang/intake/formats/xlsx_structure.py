"""What does an Excel sheet say that calamine does not tell: hidden rows, merged cells, error values, its true size?

The sheet's XML is searched as bytes and in blocks: a list of a hundred thousand rows is 300 MB of it, which a parser in
Python would take a minute to read.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from betang.intake.formats.found import Refused, Span

_BLOCK = 1 << 19  # small enough to stay in the processor's own memory while it is searched several times
_LONGEST_ROW = 32 << 20  # or what stands behind the rows: half a million merged cells
_LONGEST_ROOT = 1 << 14  # without bounds, a tag that never ends would take minutes to search
_ROOT = re.compile(rb"<([\w.-]+:)?\w+[^>]*main[^>]*>")
_NUMBER = re.compile(rb"""\sr=["'](\d{1,7})["']""")
_HIDDEN = re.compile(rb"""\shidden=["'](?:1|true)["']""")
_REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3})\d{1,7}["']""")
_ERROR_TYPE = re.compile(rb"""\st=["']e["']""")
_VALUE = re.compile(rb"v>([^<]*)<")
_MERGE = re.compile(rb"""mergeCell\s[^>]{0,99}?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")
# The errors that calamine knows; at any other it gives up the whole workbook.
_KNOWN_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


@dataclass(slots=True)
class Structure:
    """Of one sheet. Rows are counted from 1, columns from 0; `errors` by row and then by column."""

    path: str
    hidden_rows: set[int] = field(default_factory=set)
    merges: list[Span] = field(default_factory=list)
    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    has_strange_errors: bool = False
    last_row: int = 0
    last_column: int = 0

    @property
    def area(self) -> int:
        return self.last_row * (self.last_column + 1)


@dataclass(frozen=True, slots=True)
class _Marks:
    """How what is searched for begins; some programs write a prefix before names, or single quotes around values."""

    row: bytes
    cell: bytes
    error: bytes


def look(path: str, read: Callable[[int], bytes]) -> Structure:
    structure = Structure(path)
    head = read(_BLOCK)
    marks = _marks(head)
    for block in _blocks(head, read, marks.row):
        last = _look_at_rows(structure, block, marks)
        structure.merges += map(_span, _MERGE.finditer(last))
    return structure


def _marks(head: bytes) -> _Marks:
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Refused("entities")
    root = _ROOT.search(head, 0, _LONGEST_ROOT)
    prefix = (root.group(1) or b"") if root else b""
    quote = b"'" if b" r='" in head else b'"'
    return _Marks(b"<" + prefix + b"row", b"<" + prefix + b"c ", b"t=" + quote + b"e" + quote)


@cache
def column_of(letters: bytes) -> int:
    """A is 0."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1


def _blocks(block: bytes, read: Callable[[int], bytes], row: bytes) -> Iterator[bytes]:
    """Each begins with a row, but the first, and holds whole rows only."""
    waiting: list[bytes] = []
    while block:
        cut = block.rfind(row)
        if cut > 0:
            yield b"".join((*waiting, block[:cut]))
            waiting, block = [], block[cut:]
        waiting.append(block)
        if len(waiting) * _BLOCK > _LONGEST_ROW:
            raise Refused("too_heavy")
        block = read(_BLOCK)
    yield b"".join(waiting)


def _look_at_rows(structure: Structure, block: bytes, marks: _Marks) -> bytes:
    """The last row, with what stands behind the rows.

    Written with few calls, for it costs every list as long as its rows take.
    """
    has_errors = marks.error in block
    number, width = structure.last_row, structure.last_column
    last, *rows = block.split(marks.row)
    for last in rows:
        tag = last[: last.find(b">")]
        written = _NUMBER.search(tag)
        number = int(written[1]) if written else number + 1
        if b"hidden" in tag and _HIDDEN.search(tag):
            structure.hidden_rows.add(number)
        width = max(width, _last_column(last, marks.cell))
        if has_errors:
            _look_at_errors(structure, last, number, marks.cell)
    structure.last_row, structure.last_column = max(structure.last_row, number), width
    return last


def _last_column(row: bytes, cell: bytes) -> int:
    """A cell that does not say its place comes after the one before."""
    last = _REFERENCE.search(row, max(row.rfind(cell), 0))
    return column_of(last[1]) if last else row.count(cell)


def _look_at_errors(structure: Structure, row: bytes, number: int, cell: bytes) -> None:
    """Each stands behind the one before; once one is strange no other is looked for: the sheet is written anew."""
    before = 0
    for found in () if structure.has_strange_errors else _ERROR_TYPE.finditer(row):
        start, end = row.rfind(cell, before, found.start()), row.find(b">", found.end())
        before = found.end()
        place = _REFERENCE.search(row, max(start, 0), max(end, 0))
        value = _VALUE.search(row, found.end())
        error = value.group(1).decode("ascii", "replace") if value else ""
        if start < 0 or place is None or error not in _KNOWN_ERRORS:
            structure.has_strange_errors = True
            return
        structure.errors.setdefault(number, {})[column_of(place.group(1))] = error


def _span(found: re.Match[bytes]) -> Span:
    left, top, right, bottom = found.groups()
    return int(top), column_of(left), int(bottom), column_of(right)
