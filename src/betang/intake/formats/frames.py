"""How do rows travel from the reading child to us? As length-prefixed msgpack frames on a pipe.

A sheet is a frame `{"sheet": name, "is_hidden": true or false}`, then frames of rows: `[[row number, [cell, ...]],
...]`, then a frame `{"hidden_rows": [row number, ...], "merges": [[top, left, bottom, right], ...]}`. A cell is text,
a number, true or false, null, or a date as a list of one ISO text. A file that cannot be read ends in a frame
`{"refused": code, "params": {...}}`, whatever came before.
"""

import struct
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import msgspec

from betang.intake.domain.cells import Cell, Row

ROWS_IN_A_FRAME = 500
_LENGTH = struct.Struct(">I")


def write(stream: BinaryIO, content: object) -> int:
    """How many bytes that took."""
    packed = msgspec.msgpack.encode(content)
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    return _LENGTH.size + len(packed)


def split(stream: bytes) -> Iterator[bytes]:
    """The packed frames; raises ValueError where the stream breaks off."""
    place = 0
    while place < len(stream):
        (length,) = _LENGTH.unpack_from(stream, place)
        place += _LENGTH.size
        if place + length > len(stream):
            raise ValueError("the stream breaks off inside a frame")
        yield stream[place : place + length]
        place += length


# Any: msgpack's own types; `rows` below gives them ours.
def unpack(frame: bytes) -> Any:
    return msgspec.msgpack.decode(frame)


def rows(frame: bytes) -> Iterator[Row]:
    for number, cells in unpack(frame):
        yield Row(number=number, cells=[cell(each) for each in cells])


def cell(packed: str | int | float | bool | list[str] | None) -> Cell:
    return date.fromisoformat(packed[0]) if isinstance(packed, list) else packed
