"""In which letters and with which commas is this text written?"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from betang.intake.formats.found import Found, FoundRow, FoundSheet, Refused

_DELIMITERS = ("\t", ";", ",")
_LINES_TRIED = 30
_LONGEST_CELL = 40_000  # Excel's own limit is 32,767
_BLOCK = 1 << 20
_SAID = re.compile(r"sep=([,;\t|])", re.IGNORECASE)
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def found(content: bytes) -> Found:
    yield FoundSheet("CSV")
    for place, row in enumerate(read(content), start=1):
        yield FoundRow(place, [*row])


def read(content: bytes) -> Iterator[list[str]]:
    """The rows, blank ones too, so that they are counted as Excel counts them."""
    encoding = encoding_of(content)
    csv.field_size_limit(_LONGEST_CELL)
    head = list(islice(_lines(content, encoding), _LINES_TRIED))
    lines = _lines(content, encoding)
    said = _said_delimiter(head)
    if said:
        next(lines)
    try:
        for row in csv.reader(lines, delimiter=said or delimiter(head)):
            yield [_without_formula(cell) for cell in row]
    except csv.Error as error:
        raise Refused("damaged") from error


def encoding_of(content: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, else what Windows writes in Indonesia (cp1252)."""
    if content.startswith(_UTF16_MARKS):
        return _without_nul(content, "utf-16")
    try:
        return _without_nul(content, "utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"


def delimiter(lines: Sequence[str]) -> str:
    """The sign that cuts the most of the first lines into as many cells each."""
    return max(_DELIMITERS, key=lambda sign: _fit(lines, sign))


def _without_nul(content: bytes, encoding: str) -> str:
    """The encoding, if the whole text is written in it; in blocks, for in one it would take four times the file."""
    errors = "strict" if encoding == "utf-8-sig" else "replace"
    blocks = (content[start : start + _BLOCK] for start in range(0, len(content), _BLOCK))
    if any("\0" in text for text in codecs.iterdecode(blocks, encoding, errors)):
        raise Refused("not_a_workbook")
    return encoding


def _lines(content: bytes, encoding: str) -> Iterator[str]:
    return io.TextIOWrapper(io.BytesIO(content), encoding, errors="replace", newline="")


def _said_delimiter(head: Sequence[str]) -> str | None:
    """Excel takes a first line `sep=;` for a word about the file, and neither shows nor counts it."""
    found = _SAID.fullmatch(head[0].rstrip("\r\n")) if head else None
    return found[1] if found else None


def _fit(lines: Iterable[str], sign: str) -> int:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
    except csv.Error:
        return 0
    return max((width * count for width, count in widths.items()), default=0)


def _without_formula(cell: str) -> str:
    """Programs write ="0123" so that Excel shows a number as text."""
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell
