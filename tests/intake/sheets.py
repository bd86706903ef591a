"""Small e-RTLH lists for the stories: what a row says, and how it is written down."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

from betang.intake.samples.sheet import COLUMNS

KEYS = tuple(key for key, _heading in COLUMNS)
HEADINGS = tuple(heading.strip() for _key, heading in COLUMNS)
NIK = "6105014508900001"  # invented: a woman

CLEAN: dict[str, object] = {
    "village": "61.05.01.1001", "number": 1, "name": "Siti Tembawang", "nik": NIK,
    "address": "Dusun Suka Maju No. 7 RT 003/RW 001", "sex": "PEREMPUAN", "occupation": "PETANI", "income": "0-1,2",
    "house_ownership": "MILIK SENDIRI", "other_house": "TIDAK ADA", "land_tenure": "MILIK SENDIRI",
    "foundation": "TIDAK ADA", "column": "KAYU", "floor_condition": "KURANG LAYAK", "floor": "KAYU",
    "wall_condition": "TIDAK LAYAK", "wall": "KAYU", "roof_condition": "AGAK LAYAK", "roof": "SENG", "floor_area": 36,
    "occupants": 4, "longitude": 111.5, "latitude": 0.05, "surveyed": date(2024, 5, 12), "surveyor": "Yohan",
}  # fmt: skip


def line(**said: object) -> list[object]:
    """A clean row with some cells saying something else, in the order of the sheet."""
    cells = CLEAN | said
    return [cells.get(key) for key in KEYS]


def xlsx(lines: Sequence[Sequence[object]], *, headings: Sequence[str] = HEADINGS, above: int = 0) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for _ in range(above):
        sheet.append(["DAFTAR RUMAH TIDAK LAYAK HUNI"])
    for cells in ([*headings], *lines):
        sheet.append(list(cells))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def csv_text(lines: Sequence[Sequence[object]], *, delimiter: str = ",") -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(HEADINGS)
    for cells in lines:
        writer.writerow(["" if cell is None else cell for cell in cells])
    return buffer.getvalue()
