"""What stands in an OpenDocument workbook (.ods)?

Read with expat and not with calamine, which tells neither merged cells nor hidden rows nor error values of this format.
"""

import re
import zipfile
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from xml.parsers import expat

from betang.intake.formats import frames
from betang.intake.formats.found import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Found,
    FoundRow,
    FoundSheet,
    RawCell,
    Refused,
)

_BLOCK = 1 << 16
_MOST_REPEATED = 1 << 30  # more than any sheet bears, and less than msgpack's and Python's own limits
_CELLS = ("table:table-cell", "table:covered-table-cell")
_MERGED = {"table:number-rows-spanned", "table:number-columns-spanned"}
_ERRORS = ("#", "Err:")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|Err:\d{3}")
_OUT_OF_SIGHT = frozenset({"collapse", "filter"})
# What may stand in a cell or over it and is not what the cell says: notes, pictures, drawn shapes.
_ASIDE = ("office:annotation", "draw:", "table:shapes", "table:tracked-changes", "table:dde-links")
_Attributes = dict[str, str]


def read(archive: zipfile.ZipFile) -> Found:
    if b"spreadsheet" not in archive.read("mimetype")[:100]:
        raise Refused("not_a_workbook")
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Refused("password_protected")
    listener = _Listener()
    try:
        with archive.open("content.xml") as content:
            while block := content.read(_BLOCK):
                listener.parser.Parse(block, False)
                yield from listener.taken()
        listener.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused("damaged") from error
    yield from listener.taken()


@dataclass(slots=True)
class _Cell:
    attributes: _Attributes
    text: list[str] = field(default_factory=list)
    has_paragraph: bool = False


@dataclass(slots=True)
class _RowsAlike:
    """One row of the file, which stands for as many rows of the sheet as it says."""

    sheet: FoundSheet
    first: int
    count: int
    is_hidden: bool
    cells: list[RawCell] = field(default_factory=list)
    width: int = 0  # with the blank cells after the last filled one


class _Listener:
    """Hears what the parser meets; what it made of it since the last block waits to be taken."""

    def __init__(self) -> None:
        self._made: deque[FoundSheet | _RowsAlike] = deque()
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._sheet = FoundSheet("")
        self._next_row = 1
        self._row: _RowsAlike | None = None
        self._cell: _Cell | None = None
        self._is_in_paragraph = False
        self._aside = 0
        self._starts = self._what_starts()
        self._ends = {"table:table-row": self._end_row, "text:p": self._end_paragraph} | dict.fromkeys(
            _CELLS, self._end_cell
        )
        self.parser = self._listening()

    def taken(self) -> Found:
        while self._made:
            each = self._made.popleft()
            if isinstance(each, FoundSheet):
                yield each
            else:
                yield from _unfolded(each)

    def _listening(self) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._hear
        parser.StartDoctypeDeclHandler = _refuse_declarations
        return parser

    def _what_starts(self) -> dict[str, Callable[[_Attributes], None]]:
        return {
            "style:style": self._start_style,
            "style:table-properties": self._hear_table_properties,
            "table:table": self._start_sheet,
            "table:table-row": self._start_row,
            "text:p": self._start_paragraph,
            "text:s": lambda attributes: self._hear(" " * _count(attributes, "text:c")),
            "text:tab": lambda _attributes: self._hear("\t"),
            "text:line-break": lambda _attributes: self._hear("\n"),
        } | dict.fromkeys(_CELLS, self._start_cell)

    def _start(self, name: str, attributes: _Attributes) -> None:
        if self._aside or name.startswith(_ASIDE):
            self._aside += 1
        elif handler := self._starts.get(name):
            handler(attributes)

    def _end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif handler := self._ends.get(name):
            handler()

    def _hear(self, text: str) -> None:
        if self._cell is not None and self._is_in_paragraph and not self._aside:
            self._cell.text.append(text)

    def _start_style(self, attributes: _Attributes) -> None:
        self._style = attributes.get("style:name", "")

    def _hear_table_properties(self, attributes: _Attributes) -> None:
        if attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def _start_sheet(self, attributes: _Attributes) -> None:
        if self._cell is not None:  # a table inside a cell is not what the cell says
            self._aside += 1
            return
        is_hidden = attributes.get("table:style-name") in self._hidden_styles
        self._sheet = FoundSheet(attributes.get("table:name", ""), is_hidden)
        self._made.append(self._sheet)
        self._next_row = 1

    def _start_row(self, attributes: _Attributes) -> None:
        count = _count(attributes, "table:number-rows-repeated")
        is_hidden = attributes.get("table:visibility") in _OUT_OF_SIGHT
        self._row = _RowsAlike(self._sheet, self._next_row, count, is_hidden)

    def _start_cell(self, attributes: _Attributes) -> None:
        self._cell = _Cell(attributes)
        if self._row is not None and _MERGED & attributes.keys():
            down = _count(attributes, "table:number-rows-spanned")
            right = _count(attributes, "table:number-columns-spanned")
            top, left = self._row.first, self._row.width
            if down * right > 1:
                self._sheet.merges.append((top, left, top + down - 1, left + right - 1))

    def _start_paragraph(self, _attributes: _Attributes) -> None:
        self._is_in_paragraph = True
        if self._cell is not None and self._cell.has_paragraph:
            self._hear("\n")
        elif self._cell is not None:
            self._cell.has_paragraph = True

    def _end_paragraph(self) -> None:
        self._is_in_paragraph = False

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        value, row = _value(self._cell), self._row
        count = _count(self._cell.attributes, "table:number-columns-repeated")
        if value is not None:
            if row.width + count > MOST_COLUMNS:
                raise Refused("too_heavy")
            row.cells += [None] * (row.width - len(row.cells)) + [value] * count
        row.width += count
        self._cell = None

    def _end_row(self) -> None:
        if self._row is not None:
            self._next_row += self._row.count
            if self._row.cells:
                self._made.append(self._row)
        self._row = None


def _refuse_declarations(*_declared: object) -> None:
    raise Refused("entities")


def _unfolded(row: _RowsAlike) -> Iterator[FoundRow]:
    if row.first + row.count - 1 > MOST_ROWS or row.count * len(row.cells) > MOST_CELLS:
        raise Refused("too_heavy")
    for number in range(row.first, row.first + row.count):
        if row.is_hidden:
            row.sheet.hidden_rows.add(number)
        yield FoundRow(number, list(row.cells))


def _count(attributes: _Attributes, name: str) -> int:
    return max(1, min(int(attributes.get(name, 1)), _MOST_REPEATED))


def _value(cell: _Cell) -> RawCell:
    attributes, text = cell.attributes, "".join(cell.text)
    if text.startswith(_ERRORS) and _ERROR.fullmatch(text):
        return text  # some programs write 0 or nothing as the value of an error
    read = _VALUES.get(attributes.get("office:value-type", ""), _text)
    value = read(attributes, text)
    return None if value == "" else value


def _number(attributes: _Attributes, text: str) -> RawCell:
    return float(attributes["office:value"]) if "office:value" in attributes else text


def _date(attributes: _Attributes, text: str) -> RawCell:
    try:
        return frames.day(date.fromisoformat(attributes.get("office:date-value", "")[:10]))
    except ValueError:
        return text


def _boolean(attributes: _Attributes, _text: str) -> RawCell:
    return attributes.get("office:boolean-value") == "true"


def _text(attributes: _Attributes, text: str) -> RawCell:
    return attributes.get("office:string-value") or text


_VALUES: dict[str, Callable[[_Attributes, str], RawCell]] = {
    "float": _number,
    "percentage": _number,
    "currency": _number,
    "date": _date,
    "boolean": _boolean,
}
