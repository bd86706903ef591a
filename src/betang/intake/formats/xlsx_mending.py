"""How is an Excel sheet mended that calamine would stumble over?

calamine lays a sheet out from its first filled cell to its last, so one blank in XFD1048576 makes it ask for 550
thousand million bytes; it gives up the whole workbook at an error value that it does not know, such as #SPILL!; and
a NIK in a cell that is formatted as hours beyond a day is a length of time that Python cannot hold. Such a sheet is
written anew, without its blanks and with errors as text, and such a format is made that of plain numbers. All others
stay as they are.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping

from betang.intake.formats.found import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Refused
from betang.intake.formats.xlsx_structure import Structure, column_of

_MOST_BYTES_MENDED = 256 << 20
_SPARSE = 10  # a sheet of which less than every tenth cell is filled is no heavy list, but one with a cell far away
_STYLES = "styles.xml"
# Hours beyond a day, such as [h]:mm, and the number under which Excel has one of them built in.
_DURATION = re.compile(rb"""\b(formatCode)=["'][^"'>]*\[[hms]+\][^>]*?["']|\b(numFmtId)=["']46["']""", re.IGNORECASE)
_STRINGS = "sharedstrings.xml"
_ITEM = re.compile(rb"<(?:[\w.-]+:)?si\b[^>]*?(?:/>|>(.*?)</(?:[\w.-]+:)?si>)", re.DOTALL)
_TEXT = re.compile(rb"<(?:[\w.-]+:)?[tv]\b[^>/]*>([^<]*)<")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?:\s[^>]*?)?(?:/>|>.*?</(?:[\w.-]+:)?c>)", re.DOTALL)
_ERROR_TYPE = re.compile(rb"""\st=["']e["']""")
_REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_IS_SHARED = re.compile(rb"""\st=["']s["']""")


def mended(archive: zipfile.ZipFile, content: bytes, structures: Iterable[Structure]) -> bytes:
    """The workbook's bytes, the same ones if nothing in it needs mending."""
    wrong = [each for each in structures if each.area > MOST_CELLS or each.has_strange_errors]
    parts = {each.path: _mended_sheet(archive, _part(archive, each.path), each) for each in wrong}
    parts |= {name: _without_durations(_part(archive, name)) for name in _styles_with_durations(archive)}
    return _replaced(content, parts) if parts else content


def _replaced(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The new parts stand behind the old ones, and only the table of contents is written anew."""
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for name, part in parts.items():
            target.filelist.remove(target.NameToInfo.pop(name))
            target.writestr(name, part)
    return buffer.getvalue()


def _styles_with_durations(archive: zipfile.ZipFile) -> list[str]:
    styles = [name for name in archive.namelist() if name.lower().endswith(_STYLES)]
    return [name for name in styles if _DURATION.search(_part(archive, name))]


def _without_durations(styles: bytes) -> bytes:
    return _DURATION.sub(lambda found: b'%s="0"' % (found[1] or found[2]), styles)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _MOST_BYTES_MENDED:
        raise Refused("too_heavy")
    return archive.read(name)


def _mended_sheet(archive: zipfile.ZipFile, sheet: bytes, structure: Structure) -> bytes:
    structure.errors.clear()  # they come as text now
    sheet = _ERROR_TYPE.sub(b' t="str"', sheet)
    if structure.area <= MOST_CELLS:
        return sheet
    blanks = _blank_strings(archive)
    sheet = _CELL.sub(lambda cell: b"" if _is_blank(cell.group(), blanks) else cell.group(), sheet)
    _refuse_too_wide(sheet)
    return sheet


def _blank_strings(archive: zipfile.ZipFile) -> frozenset[bytes]:
    """The numbers, as the sheet writes them, of the shared texts that are blank."""
    path = next((name for name in archive.namelist() if name.lower().endswith(_STRINGS)), None)
    items = _ITEM.finditer(_part(archive, path)) if path else ()
    return frozenset(b"%d" % number for number, item in enumerate(items) if not _text(item.group(1) or b""))


def _text(xml: bytes) -> bytes:
    return b"".join(_TEXT.findall(xml)).strip()


def _is_blank(cell: bytes, blank_strings: frozenset[bytes]) -> bool:
    text = _text(cell)
    return not text or (text in blank_strings and _IS_SHARED.search(cell, 0, cell.find(b">")) is not None)


def _refuse_too_wide(sheet: bytes) -> None:
    filled = [(int(row), letters) for letters, row in _REFERENCE.findall(sheet)]
    rows = max((row for row, _letters in filled), default=0)
    columns = max((column_of(letters) for _row, letters in filled), default=0) + 1
    if rows * columns <= MOST_CELLS:
        return
    if len(filled) * _SPARSE > rows * columns:
        raise Refused("too_heavy")
    row, letters = max(filled, key=lambda cell: cell[0] / MOST_ROWS + column_of(cell[1]) / MOST_COLUMNS)
    raise Refused("far_cell", cell=f"{letters.decode()}{row}")
