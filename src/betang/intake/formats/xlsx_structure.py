"""What does an Excel sheet say that calamine does not tell: hidden rows, merged cells, error values, its true size?

The sheet's XML is searched as bytes and in blocks: a list of a hundred thousand rows is 300 MB of it, which a parser in
Python would take a minute to read.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from betang.intake.formats.found import Refused, Span

_BLOCK = 1 << 22
_LONGEST_ROW = 64 << 20
_ROOT = re.compile(rb"<([\w.-]+:)?\w+[^>]*main[^>]*>")
_NUMBER = re.compile(rb"""\sr=["'](\d{1,7})["']""")
_HIDDEN = re.compile(rb"""\shidden=["'](?:1|true)["']""")
_REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3})\d{1,7}["']""")
_ERROR_TYPE = re.compile(rb"""\st=["']e["']""")
_VALUE = re.compile(rb"v>([^<]*)<")
_MERGE = re.compile(rb"""mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")
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
class _Tags:
    """How the sheet's elements begin; some programs write a prefix before their names."""

    row: bytes
    cell: bytes


def look(path: str, read: Callable[[int], bytes]) -> Structure:
    structure = Structure(path)
    head = read(_BLOCK)
    root = _ROOT.search(head)
    prefix = (root.group(1) or b"") if root else b""
    tags = _Tags(b"<" + prefix + b"row", b"<" + prefix + b"c ")
    for block in _blocks(head, read, tags.row):
        _look_at_rows(structure, block, tags)
        if b"mergeCell " in block:
            structure.merges += map(_span, _MERGE.finditer(block))
    return structure


@cache
def column_of(letters: bytes) -> int:
    """A is 0."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1


def _blocks(block: bytes, read: Callable[[int], bytes], row: bytes) -> Iterator[bytes]:
    """Each begins with a row, but the first, and holds whole rows only."""
    rest = b""
    while block:
        if b"<!DOCTYPE" in block or b"<!ENTITY" in block:
            raise Refused("entities")
        rest += block
        if len(rest) > _LONGEST_ROW:
            raise Refused("too_heavy")
        cut = rest.rfind(row)
        if cut > 0:
            yield rest[:cut]
            rest = rest[cut:]
        block = read(_BLOCK)
    yield rest


def _look_at_rows(structure: Structure, block: bytes, tags: _Tags) -> None:
    has_hidden = b"hidden=" in block
    has_errors = b't="e"' in block or b"t='e'" in block
    start = block.find(tags.row)
    while start >= 0:
        following = block.find(tags.row, start + 1)
        row = block[start:following] if following >= 0 else block[start:]
        number = _look_at_size(structure, row, tags.cell)
        if has_hidden and _HIDDEN.search(row, 0, row.find(b">")):
            structure.hidden_rows.add(number)
        if has_errors:
            _look_at_errors(structure, row, number, tags.cell)
        start = following


def _look_at_size(structure: Structure, row: bytes, cell: bytes) -> int:
    """The row's number. A row or cell that does not say its place comes after the one before."""
    found = _NUMBER.search(row, 0, row.find(b">"))
    number = int(found.group(1)) if found else structure.last_row + 1
    last = _REFERENCE.search(row, max(row.rfind(cell), 0))
    column = column_of(last.group(1)) if last else row.count(cell)
    structure.last_row = max(structure.last_row, number)
    structure.last_column = max(structure.last_column, column)
    return number


def _look_at_errors(structure: Structure, row: bytes, number: int, cell: bytes) -> None:
    for found in _ERROR_TYPE.finditer(row):
        start, end = row.rfind(cell, 0, found.start()), row.find(b">", found.end())
        place = _REFERENCE.search(row, max(start, 0), max(end, 0))
        value = _VALUE.search(row, found.end())
        error = value.group(1).decode("ascii", "replace") if value else ""
        if place is None or error not in _KNOWN_ERRORS:
            structure.has_strange_errors = True
        else:
            structure.errors.setdefault(number, {})[column_of(place.group(1))] = error


def _span(found: re.Match[bytes]) -> Span:
    left, top, right, bottom = found.groups()
    return int(top), column_of(left), int(bottom), column_of(right)
