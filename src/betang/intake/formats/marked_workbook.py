"""How is a workbook with coloured cells and comments written, quickly enough to be waited for?

A list may send ten thousand rows back, and whoever asks for them sits before a page. So the sheets are written as
plain text into the zip, one row after the other; only what an Excel needs is in it.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from math import isfinite
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from betang.intake.domain.cells import Cell, letters

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_LONGEST_TEXT = 32_767  # of a cell of Excel
_DAY_ZERO = date(1899, 12, 30).toordinal()
_FIRST_DAY = 61  # before 1 March 1900 Excel counts a day that never was
_ROWS_AT_ONCE = 500
_COMPRESSION = 3
_AUTHOR = "Betang"
_COMMENTS_OF_A_BLOCK = 1024  # so many shapes share one number in a drawing


class Look(IntEnum):
    """How a cell looks, in the order of the styles below. Cells of text stay text, whatever is typed into them."""

    PLAIN = 0
    TEXT = 1
    DAY = 2
    BAD = 3
    BAD_DAY = 4
    DOUBTFUL = 5
    DOUBTFUL_DAY = 6
    HEADING = 7
    WRAPPED = 8


class OutCell(NamedTuple):
    """What stands in a cell, how it looks, and what is said beside it."""

    value: Cell
    look: Look = Look.TEXT
    comment: str = ""


@dataclass(frozen=True, slots=True)
class MarkedSheet:
    """A sheet whose first row stays in sight; its rows come when they are asked for."""

    name: str
    widths: Sequence[int]
    rows: Iterable[Iterable[OutCell]]


def write(sheets: Sequence[MarkedSheet]) -> bytes:
    """An .xlsx of these sheets."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as archive:
        commented = []
        for number, sheet in enumerate(sheets, start=1):
            if comments := _write_sheet(archive, f"xl/worksheets/sheet{number}.xml", sheet):
                commented.append(number)
                _write_parts(archive, _beside(number, comments))
        _write_parts(archive, _frame([sheet.name for sheet in sheets], commented))
    return buffer.getvalue()


def _write_parts(archive: zipfile.ZipFile, parts: Iterable[tuple[str, str]]) -> None:
    for name, text in parts:
        archive.writestr(name, text)


@dataclass(frozen=True, slots=True)
class _Comment:
    """`row` and `place` are counted from 0."""

    row: int
    place: int
    text: str


def _write_sheet(archive: zipfile.ZipFile, part: str, sheet: MarkedSheet) -> list[_Comment]:
    """Writes the rows; what is said beside its cells."""
    comments: list[_Comment] = []
    columns = [letters(place) for place in range(len(sheet.widths))]
    with archive.open(part, "w", force_zip64=True) as stream:
        stream.write(_HEAD.format(widths=_widths(sheet.widths)).encode())
        lines: list[str] = []
        for number, cells in enumerate(sheet.rows):
            lines.append(_row(number, cells, columns, comments))
            if len(lines) == _ROWS_AT_ONCE:
                stream.write("".join(lines).encode())
                lines.clear()
        stream.write(("".join(lines) + _foot(comments)).encode())
    return comments


def _widths(widths: Sequence[int]) -> str:
    return "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(widths, start=1)
    )


def _row(number: int, cells: Iterable[OutCell], columns: Sequence[str], comments: list[_Comment]) -> str:
    written = []
    for place, cell in enumerate(cells):
        written.append(_cell(f"{columns[place]}{number + 1}", cell))
        if cell.comment:
            comments.append(_Comment(number, place, cell.comment))
    return f'<row r="{number + 1}">{"".join(written)}</row>'


def _cell(at: str, cell: OutCell) -> str:
    value, look = cell.value, cell.look
    if isinstance(value, str):
        return _text_cell(at, look, value)
    if value is None:
        return f'<c r="{at}" s="{look:d}"/>'
    if isinstance(value, bool):
        return f'<c r="{at}" s="{look:d}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, date):
        serial = value.toordinal() - _DAY_ZERO
        return _number_cell(at, look, str(serial)) if serial >= _FIRST_DAY else _text_cell(at, look, value.isoformat())
    if not isfinite(value):  # no number to Excel, which would call the whole workbook damaged
        return _text_cell(at, look, str(value))
    return _number_cell(at, look, repr(value).removesuffix(".0"))


def _number_cell(at: str, look: Look, written: str) -> str:
    return f'<c r="{at}" s="{look:d}"><v>{written}</v></c>'


def _text_cell(at: str, look: Look, text: str) -> str:
    """Text and nothing else, so that what begins with = + - @ runs nothing."""
    return f'<c r="{at}" s="{look:d}" t="inlineStr"><is><t xml:space="preserve">{_legal(text)}</t></is></c>'


def _legal(text: str) -> str:
    """What XML cannot hold is a blank."""
    return escape(_NOT_IN_XML.sub(" ", text[:_LONGEST_TEXT]))


# ------------------------------------------------------------------------------------------------ around the rows

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_HEAD = (
    f'{_XML}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
    '<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols><sheetData>'
)
_FOOT = (
    '</sheetData><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape"/>{drawing}</worksheet>'
)


def _foot(comments: Sequence[_Comment]) -> str:
    return _FOOT.format(drawing='<legacyDrawing r:id="drawing"/>' if comments else "")


def _style(*, format_id: int = 0, font: int = 0, fill: int = 0, alignment: str = "") -> str:
    inner = f'applyAlignment="1"><alignment wrapText="1" vertical="{alignment}"/></xf>' if alignment else "/>"
    return (
        f'<xf numFmtId="{format_id}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyNumberFormat="1" '
        f'applyFont="1" applyFill="1" {inner}'
    )


_TEXT_FORMAT, _DAY_FORMAT = 49, 164
_STYLES = (
    _style(),
    _style(format_id=_TEXT_FORMAT),
    _style(format_id=_DAY_FORMAT),
    _style(format_id=_TEXT_FORMAT, fill=2),
    _style(format_id=_DAY_FORMAT, fill=2),
    _style(format_id=_TEXT_FORMAT, fill=3),
    _style(format_id=_DAY_FORMAT, fill=3),
    _style(format_id=_TEXT_FORMAT, font=1, alignment="bottom"),
    _style(format_id=_TEXT_FORMAT, alignment="top"),
)
_FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
_SOLID = '<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/></patternFill></fill>'
_STYLE_SHEET = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="{_DAY_FORMAT}" formatCode="dd/mm/yyyy"/>'
    f'</numFmts><fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts><fills count="4"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    f"{_SOLID.format(colour='F4C7C3')}{_SOLID.format(colour='FBE3B5')}</fills>"
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(_STYLES)}">{"".join(_STYLES)}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def _frame(names: Sequence[str], commented: Iterable[int]) -> Iterator[tuple[str, str]]:
    """What a workbook has beside its sheets."""
    numbered = list(enumerate(names, start=1))
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>' for number, name in numbered
    )
    head = f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
    yield "xl/workbook.xml", f"{head}<sheets>{sheets}</sheets></workbook>"
    linked = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number, _name in numbered]
    yield "xl/_rels/workbook.xml.rels", _relations([*linked, ("styles", "styles", "styles.xml")])
    yield "xl/styles.xml", _STYLE_SHEET
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    own = [("workbook.xml", "sheet.main"), ("styles.xml", "styles")]
    own += [(f"worksheets/sheet{number}.xml", "worksheet") for number, _name in numbered]
    own += [(f"comments{number}.xml", "comments") for number in commented]
    yield "[Content_Types].xml", _content_types(own)


def _content_types(own: Iterable[tuple[str, str]]) -> str:
    told = "".join(f'<Override PartName="/xl/{part}" ContentType="{_KIND}.{kind}+xml"/>' for part, kind in own)
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
        f"{told}</Types>"
    )


def _relations(links: Iterable[tuple[str, str, str]]) -> str:
    told = "".join(f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for id_, kind, to in links)
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


# ------------------------------------------------------------------------------------------------ comments

_DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="{blocks}"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>'
    "</v:shapetype>{shapes}</xml>"
)
_SHAPE = (
    '<v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:240pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{place}</x:Column></x:ClientData></v:shape>"
)


def _beside(number: int, comments: Sequence[_Comment]) -> Iterator[tuple[str, str]]:
    """What belongs to a sheet: its comments, and where Excel draws them."""
    told = "".join(
        f'<comment ref="{letters(each.place)}{each.row + 1}" authorId="0"><text><t xml:space="preserve">'
        f"{_legal(each.text)}</t></text></comment>"
        for each in comments
    )
    authors = f"<authors><author>{_AUTHOR}</author></authors>"
    comments_part = f'{_XML}<comments xmlns="{_MAIN}">{authors}<commentList>{told}</commentList></comments>'
    yield f"xl/comments{number}.xml", comments_part
    yield f"xl/drawings/drawing{number}.vml", _drawing(comments)
    links = [
        ("drawing", "vmlDrawing", f"../drawings/drawing{number}.vml"),
        ("comments", "comments", f"../comments{number}.xml"),
    ]
    yield f"xl/worksheets/_rels/sheet{number}.xml.rels", _relations(links)


def _drawing(comments: Sequence[_Comment]) -> str:
    blocks = ",".join(str(block) for block in range(1, len(comments) // _COMMENTS_OF_A_BLOCK + 2))
    shapes = (
        _SHAPE.format(id=_COMMENTS_OF_A_BLOCK + nth, row=each.row, place=each.place, anchor=_anchor(each))
        for nth, each in enumerate(comments, start=1)
    )
    return _DRAWING.format(blocks=blocks, shapes="".join(shapes))


def _anchor(comment: _Comment) -> str:
    """Right of its cell: column and offset, row and offset of two corners."""
    row = max(comment.row - 1, 0)
    return f"{comment.place + 1}, 15, {row}, 10, {comment.place + 4}, 15, {row + 6}, 4"
