"""In which letters and with which commas is this text written?"""

import csv
import io
from collections.abc import Iterator

from betang.intake.formats.found import Found, FoundRow, FoundSheet, Refused

_DELIMITERS = (",", ";", "\t")
_LINES_TRIED = 30
_LONGEST_CELL = 40_000  # Excel's own limit is 32,767


def found(content: bytes) -> Found:
    yield FoundSheet("CSV")
    for place, row in enumerate(read(content)):
        yield FoundRow(place + 1, list(row))


def read(content: bytes) -> Iterator[list[str]]:
    """The rows, blank ones too, so that they are counted as Excel counts them."""
    text = decode(content)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    except csv.Error as error:
        raise Refused("damaged") from error


def decode(content: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, else what Windows writes in Indonesia (cp1252)."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def delimiter(text: str) -> str:
    """The sign that cuts one of the first lines into the most cells."""
    lines = text.splitlines()[:_LINES_TRIED]
    return max(_DELIMITERS, key=lambda sign: max((line.count(sign) for line in lines), default=0))
