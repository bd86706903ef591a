"""Workbooks of every format for the stories of reading, made by hand or by libraries that the reader does not use."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape

import xlwt
from openpyxl import Workbook

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_PREFIXES = {"office": "office", "table": "table", "text": "text", "style": "style", "draw": "drawing"}
_ODS_NAMESPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in _ODS_PREFIXES.items()
)
_CALC = ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            # OpenDocument's first part is stored as it is, so that a file can be told by its first bytes.
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(content: bytes, name: str, edit: Callable[[bytes], bytes]) -> bytes:
    parts = parts_of(content)
    return zipped(parts | {name: edit(parts[name])})


def xlsx(rows: Sequence[Sequence[object]], edit: Callable[[Workbook], None] = lambda book: None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    edit(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xlsx_with(sheet_data: str) -> bytes:
    """The rows as XML, as a program may write them."""
    return with_part(
        xlsx([["x"]]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml[: xml.index(b"<sheetData")] + sheet_data.encode() + xml[xml.index(b"</sheetData>") + 12 :],
    )


def xls(rows: Sequence[Sequence[object]], edit: Callable[[xlwt.Workbook], None] = lambda book: None) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet")
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(place, column, cell)
    edit(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def ods(*tables: str, styles: str = "", manifest: str = "") -> bytes:
    """Tables as XML, each as `ods_table` makes it."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{_ODS_NAMESPACES}{_CALC}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f"{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    parts = {"mimetype": ODS_TYPE, "content.xml": content, "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>"}
    return zipped(parts)


def ods_table(*rows: str, name: str = "Sheet1", style: str = "") -> str:
    attributes = f'table:name="{name}" table:style-name="{style}"'
    return f"<table:table {attributes}><table:table-column/>{''.join(rows)}</table:table>"


def ods_row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def ods_cell(text: str = "", attributes: str = "") -> str:
    kind = 'office:value-type="string"' if text and "value-type" not in attributes else ""
    said = f"<text:p>{escape(text)}</text:p>" if text else ""
    return f"<table:table-cell {kind} {attributes}>{said}</table:table-cell>"
