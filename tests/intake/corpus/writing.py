"""How does a case become the bytes of a file? Four kinds of file, each by a writer that the importer does not use.

xlsx by openpyxl, xls by xlwt, csv and ods by hand: what no library would write is what has to be read.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

import xlwt
from openpyxl import Workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.corpus.sheets import Sheet


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in sheets:
        _fill(book.create_sheet(each.name), each)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(target: Worksheet, each: Sheet) -> None:
    for number, line in enumerate(each.lines, start=1):
        for place, value in enumerate(line, start=1):
            if value is not None:
                cell = target.cell(number, place, value=value)  # type: ignore[arg-type]  # what cells may hold
                if isinstance(value, str) and value not in ERROR_CODES:
                    cell.data_type = "s"  # also what begins with =, for here it is text
    for top, left, bottom, right in each.merges:
        corners = f"{get_column_letter(left + 1)}{top}:{get_column_letter(right + 1)}{bottom}"
        target.merge_cells(corners)
    for number in each.hidden_rows:
        target.row_dimensions[number].hidden = True
    target.sheet_state = "hidden" if each.is_hidden else "visible"


def xls(sheets: Sequence[Sheet]) -> bytes:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for each in sheets:
        target = book.add_sheet(each.name)
        target.visibility = int(each.is_hidden)
        for row, line in enumerate(each.lines):
            for place, value in enumerate(line):
                if value in ERROR_CODES:
                    target.row(row).set_cell_error(place, "#N/A!" if value == "#N/A" else value)  # its own spelling
                elif value is not None:
                    target.write(row, place, value, *((day,) if isinstance(value, date) else ()))
        for top, left, bottom, right in each.merges:
            target.merge(top - 1, bottom - 1, left, right)
        for number in each.hidden_rows:
            target.row(number - 1).hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def delimited(sheets: Sequence[Sheet], *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A text has one sheet, and no merges: only the first cell of what was merged holds something."""
    (only,) = sheets
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    for line in only.lines:
        writer.writerow([f"{value:%d/%m/%Y}" if isinstance(value, date) else value for value in line])
    return buffer.getvalue().encode(encoding)


_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def ods(sheets: Sequence[Sheet]) -> bytes:
    """As LibreOffice writes it: equal neighbours once with how often, what a merge covers as covered cells."""
    styles = (
        '<style:style style:name="seen" style:family="table"><style:table-properties table:display="true"/>'
        '</style:style><style:style style:name="unseen" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    tables = "".join(_table(each) for each in sheets)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} office:version="1.2">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _KIND, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return buffer.getvalue()


def _table(each: Sheet) -> str:
    style = "unseen" if each.is_hidden else "seen"
    written = (_row(each, number, line) for number, line in enumerate(each.lines, start=1))
    rows = "".join(_once(row, sum(1 for _ in equal), "rows") for row, equal in groupby(written))
    end = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    return f'<table:table table:name={quoteattr(each.name)} table:style-name="{style}">{rows}{end}</table:table>'


def _once(element: str, times: int, of: str) -> str:
    """The element with how often it stands there."""
    name = element[1:].split(" ", 1)[0].split(">", 1)[0].split("/", 1)[0]
    return element if times == 1 else element.replace(f"<{name}", f'<{name} table:number-{of}-repeated="{times}"', 1)


def _row(each: Sheet, number: int, line: Sequence[object]) -> str:
    hidden = ' table:visibility="collapse"' if number in each.hidden_rows else ""
    cells = (_once(cell, sum(1 for _ in equal), "columns") for cell, equal in groupby(_cells(each, number, line)))
    end = '<table:table-cell table:number-columns-repeated="900"/>'
    return f"<table:table-row{hidden}>{''.join(cells)}{end}</table:table-row>"


def _cells(each: Sheet, number: int, line: Sequence[object]) -> Iterator[str]:
    covered = _covered(each, number)
    starts = {merge[1]: merge for merge in each.merges if merge[0] == number}
    for place, value in enumerate(line):
        if place in covered:
            yield "<table:covered-table-cell/>"
        else:
            yield _cell(value, _span(*starts[place]) if place in starts else "")


def _span(top: int, left: int, bottom: int, right: int) -> str:
    return f' table:number-rows-spanned="{bottom - top + 1}" table:number-columns-spanned="{right - left + 1}"'


def _covered(each: Sheet, number: int) -> set[int]:
    return {
        place
        for top, left, bottom, right in each.merges
        for place in range(left, right + 1)
        if top <= number <= bottom and (number, place) != (top, left)
    }


def _cell(value: object, span: str) -> str:
    if value is None:
        return f"<table:table-cell{span}/>"
    if value in ERROR_CODES:
        error = ' table:formula="of:=NA()" office:value-type="string" office:string-value=""'
        return f"<table:table-cell{span}{error}><text:p>{value}</text:p></table:table-cell>"
    if isinstance(value, date):
        return f'<table:table-cell{span} office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell{span} office:value-type="float" office:value="{value}"/>'
    text = escape(str(value))
    return f'<table:table-cell{span} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
