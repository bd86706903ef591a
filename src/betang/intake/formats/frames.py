"""How do rows travel from the reading child to us? As length-prefixed msgpack frames on a pipe.

A sheet is a frame `{"sheet": name, "is_hidden": true or false}`, then frames of rows: `[[row number, [cell, ...]],
...]`, then a frame `{"hidden_rows": [row number, ...], "merges": [[top, left, bottom, right], ...]}`. A cell is text,
a number, true or false, null, or a date as an extension of type 1 that holds its ISO text. A file that cannot be read
ends in a frame `{"refused": code, "params": {...}}`, whatever came before.
"""

import struct
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import msgspec
from msgspec.msgpack import Ext

from betang.intake.domain.cells import Cell, Row

ROWS_IN_A_FRAME = 500
_DATE = 1
_SHORT_ARRAY, _LONG_ARRAYS = 0x90, (0xDC, 0xDD)  # how msgpack begins a list
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


def holds_rows(frame: bytes) -> bool:
    """Told by its first byte, for to unpack a whole list only to see what it is takes as long as to read it."""
    return frame[0] & 0xF0 == _SHORT_ARRAY or frame[0] in _LONG_ARRAYS


# Any: msgpack's own types; `rows` below gives them ours.
def unpack(frame: bytes) -> Any:
    return _DECODER.decode(frame)


def rows(frame: bytes) -> Iterator[Row]:
    for number, cells in unpack(frame):
        yield Row(number=number, cells=cells)


def cell(packed: str | int | float | bool | list[str] | None) -> Cell:
    """As cells rest sealed in the database: there a date is a list of one ISO text."""
    return date.fromisoformat(packed[0]) if isinstance(packed, list) else packed


def day(written: date) -> Ext:
    """A date as it travels. Extensions are made into dates while msgpack is read, so no other cell waits for them."""
    return Ext(_DATE, date(written.year, written.month, written.day).isoformat().encode())


def _from_extension(_kind: int, text: memoryview) -> date:
    return date.fromisoformat(str(text, "ascii"))


_DECODER = msgspec.msgpack.Decoder(ext_hook=_from_extension)
