"""Which files are almost sound? Sound ones of every format, spoilt by chance, the same ones for the same seed."""

import re
from collections.abc import Callable
from random import Random

import xlwt
from openpyxl import Workbook

from tests.intake import made_files
from tests.intake.sheets import CLEAN, csv_text, line

_INTERESTING = (
    b"\0",
    b"\xff",
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\xff",
    b"<",
    b'"',
    b"&#0;",
    b"]]>",
    b"-1",
    b"1048577",
)
_NUMBER, _TAG, _VALUE = re.compile(rb"\d+"), re.compile(rb"<[^>]*>"), re.compile(rb'"[^"]*"')
_NUMBERS = (b"0", b"-1", b"65536", b"1048576", b"4294967296", b"99999999999999999999", b"1e308", b"NaN")
_VALUES = (b'""', b'"XFD1048576"', b'"A1:XFD1048576"', b'"ZZZ9"', b'"e"', b'"s"', b'"d"', b'"b"', b'"\xff"', b'"rId99"')
_MOST_ROUNDS = 4
_OLD_OFFICE, _OLD_HEAD, _OLD_TAIL = bytes.fromhex("D0CF11E0A1B11AE1"), 512, 2048


def sound_files() -> dict[str, bytes]:
    lines = [line(name=f"Siti {number}", number=number, floor_area=number * 1.5) for number in range(1, 9)]
    row = made_files.ods_row(
        *[made_files.ods_cell(f"{key} {place}", 'table:number-columns-repeated="1"') for place, key in enumerate(CLEAN)]
    )
    spanned = made_files.ods_row(
        made_files.ods_cell("Balung", 'table:number-rows-spanned="2" table:number-columns-spanned="1"'),
        made_files.ods_cell("7", 'office:value-type="float" office:value="7"'),
        attributes='table:visibility="collapse" table:number-rows-repeated="2"',
    )
    return {
        "xlsx": made_files.xlsx(lines, _dress),
        "xls": made_files.xls([[str(cell) for cell in cells] for cells in lines], _dress_old),
        "ods": made_files.ods(made_files.ods_table(row, spanned, row), made_files.ods_table(row, name="Lain")),
        "csv": csv_text(lines, delimiter=";").encode("utf-8-sig"),
    }


def spoilt(rng: Random, sound: bytes) -> bytes:
    """From outside, or from inside the zip file or the stream of records."""
    if sound.startswith(_OLD_OFFICE) and rng.random() < 0.7:
        records = sound[_OLD_HEAD:-_OLD_TAIL]
        return sound[:_OLD_HEAD] + _spoilt(rng, records, _SAME_LENGTH)[: len(records)] + sound[-_OLD_TAIL:]
    if not sound.startswith(b"PK") or rng.random() < 0.3:
        return _spoilt(rng, sound, _ANY_BYTES)
    parts = made_files.parts_of(sound)
    if rng.random() < 0.05:
        del parts[rng.choice(sorted(parts))]
    name = rng.choice(sorted(parts))
    # Most of a workbook's fate is in its sheets.
    name = rng.choice([name, *[each for each in parts if "sheet" in each or "content" in each]])
    return made_files.zipped(parts | {name: _spoilt(rng, parts[name], _ANY_BYTES + _ANY_XML * 2)})


def _dress(book: Workbook) -> None:
    sheet = book.worksheets[0]
    sheet.merge_cells("A2:A4")
    sheet.row_dimensions[3].hidden = True
    sheet["E5"] = "#N/A"
    book.create_sheet("Lain").append([1, True, "#REF!"])
    for place, number_format in enumerate(("dd/mm/yyyy", "hh:mm", "[h]:mm"), start=5):
        book["Lain"].cell(1, place, 1.5).number_format = number_format
    book.create_chartsheet("Grafik")


def _dress_old(book: xlwt.Workbook) -> None:
    sheet = book.get_sheet(0)
    sheet.write_merge(20, 22, 0, 1, "Balung")
    sheet.row(3).hidden = True
    sheet.row(30).set_cell_error(0, 0x2A)
    sheet.write(31, 0, xlwt.Formula("1/0"))
    book.add_sheet("Lain").write(5, 5, 1.5)


_Spoil = Callable[[Random, bytes], bytes]


def _spoilt(rng: Random, content: bytes, ways: tuple[_Spoil, ...]) -> bytes:
    for _ in range(rng.randint(1, _MOST_ROUNDS)):
        content = rng.choice(ways)(rng, content)
    return content


def _cut_off(rng: Random, content: bytes) -> bytes:
    return content[: rng.randint(0, len(content))]


def _cut_out(rng: Random, content: bytes) -> bytes:
    start = rng.randint(0, len(content))
    return content[:start] + content[start + rng.choice((1, 2, 8, 64, 512)) :]


def _flip(rng: Random, content: bytes) -> bytes:
    flipped = bytearray(content)
    for _ in range(rng.randint(1, 8) if flipped else 0):
        flipped[rng.randrange(len(flipped))] ^= 1 << rng.randrange(8)
    return bytes(flipped)


def _overwrite(rng: Random, content: bytes) -> bytes:
    start, written = rng.randint(0, len(content)), rng.choice(_INTERESTING)
    return content[:start] + written + content[start + len(written) :]


def _insert(rng: Random, content: bytes) -> bytes:
    start = rng.randint(0, len(content))
    return content[:start] + rng.choice((*_INTERESTING, rng.randbytes(8))) + content[start:]


def _double(rng: Random, content: bytes) -> bytes:
    start = rng.randint(0, len(content))
    piece = content[start : start + rng.choice((16, 256, 4096))]
    return content[:start] + piece * rng.choice((2, 3, 50)) + content[start:]


def _another(pattern: re.Pattern[bytes], others: tuple[bytes, ...]) -> _Spoil:
    def replace(rng: Random, content: bytes) -> bytes:
        found = list(pattern.finditer(content))
        if not found:
            return content
        place = rng.choice(found)
        return content[: place.start()] + rng.choice((*others, rng.choice(found)[0])) + content[place.end() :]

    return replace


_ANY_BYTES: tuple[_Spoil, ...] = (_cut_off, _cut_out, _flip, _overwrite, _insert, _double)
_SAME_LENGTH: tuple[_Spoil, ...] = (_flip, _flip, _overwrite)
_ANY_XML: tuple[_Spoil, ...] = (
    _another(_NUMBER, _NUMBERS),
    _another(_VALUE, _VALUES),
    _another(_TAG, (b"", b"<c>", b"</row>", b"<row>", b'<row r="9" hidden="1">', b"<!DOCTYPE x>", b"<!-- x -->")),
)
