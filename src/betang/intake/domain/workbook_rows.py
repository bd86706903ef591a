"""What does a row of a workbook say, and may it go on to its room?"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import isfinite

from betang.intake.domain import civil, positions
from betang.intake.domain.cells import Cell, Row, as_written, is_error, is_nothing, trimmed
from betang.intake.domain.dates import survey_date
from betang.intake.domain.findings import Finding, Gravity
from betang.intake.domain.headings import Table
from betang.intake.domain.reading import NOTHING, Reading, Value, choice, text
from betang.intake.domain.rows import Known
from betang.intake.domain.villages import named
from betang.intake.domain.workbooks import OwnColumn, Reads, Workbook
from betang.kernel.money import read_rupiah
from betang.register.domain.code_lists import CodeList

_MOST_RUPIAH = 10_000_000_000_000
_REGENCY_LETTERS = len("61.05")
_AHEAD = {"date_in_future": "day_ahead"}  # of a visit a day ahead is left out; here it is what the row is about
_PERCENT = re.compile(r"^(\d{1,3})\s*%$", re.ASCII)


@dataclass(slots=True)
class ReadEntry:
    """One row as read: values by field, the letter of each, and what was found."""

    row: int
    values: dict[str, Value] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def put(self, name: str, value: Value, *, letter: str) -> None:
        """An empty cell says nothing, so it is not a value."""
        if value is not None:
            self.values[name] = value
            self.columns[name] = letter

    def find(self, column: str, codes: Iterable[str]) -> None:
        self.findings += [Finding(code, column) for code in codes]

    @property
    def is_returned(self) -> bool:
        return any(finding.gravity is Gravity.RETURNED for finding in self.findings)


def read(row: Row, table: Table, workbook: Workbook, *, known: Known) -> ReadEntry:
    """Everything the row says, repaired where that is certain; see its findings for whether it may go on."""
    said = ReadEntry(row.number)
    village = _read_village(said, row, table, known)
    for column in workbook.own:
        if column.key in table.places:
            reading = _READERS[column.reads](column, table.cell(row, column.key), known.today)
            said.put(column.field, reading.value, letter=table.letter(column.key))
            said.find(column.key, reading.findings)
    for key in ("name", "address"):
        _read_text(said, row, table, key, workbook.shared)
    _read_nik(said, row, table, known, workbook.shared)
    if "latitude" in workbook.shared:
        _read_position(said, row, table, known, village)
    return said


def _read_village(said: ReadEntry, row: Row, table: Table, known: Known) -> str:
    asked = named(table, row)
    resolved = known.villages[asked]
    key = "village_name" if asked.by_name_alone else "village"
    said.put("village_code", resolved.code, letter=table.letter(key))
    said.find(key, (resolved.found,) if resolved.found else ())
    return resolved.code or ""


def _read_text(said: ReadEntry, row: Row, table: Table, key: str, shared: Mapping[str, str]) -> None:
    if key in table.places and key in shared:
        reading = text(table.cell(row, key))
        said.put(shared[key], reading.value, letter=table.letter(key))
        said.find(key, reading.findings)


def _read_nik(said: ReadEntry, row: Row, table: Table, known: Known, shared: Mapping[str, str]) -> None:
    """An empty one is nothing to ask about: not every home has its recipient yet."""
    nik = civil.nik(table.cell(row, "nik"))
    if not nik.text or "nik" not in shared:
        return
    if nik.is_sound and nik.text in known.shared_niks:
        nik = nik.doubted("shared")
    said.put(shared["nik"], nik.text, letter=table.letter("nik"))
    said.put(f"{shared['nik']}_doubt", nik.doubt, letter=table.letter("nik"))
    said.find("nik", (*nik.repairs, f"nik_{nik.doubt}") if nik.doubt else nik.repairs)


def _read_position(said: ReadEntry, row: Row, table: Table, known: Known, village: str) -> None:
    """Both or neither: half a position, or one outside Indonesia, says nothing of where a home is."""
    in_one = "position" in table.places and not {"longitude", "latitude"} <= set(table.places)
    east, north = ("position", "position") if in_one else ("longitude", "latitude")
    if in_one:
        longitude, latitude = positions.both(table.cell(row, "position"))
    else:
        longitude, latitude = (positions.degrees(table.cell(row, key)) for key in (east, north))
    if longitude is latitude is NOTHING:
        return
    found = positions.position(longitude, latitude, known.bounds.get(village[:_REGENCY_LETTERS]))
    said.find(east, (*longitude.findings, *found.findings))
    said.find(north, latitude.findings)
    is_whole = found.longitude is not None and found.latitude is not None
    if is_whole and "coordinates_outside" not in found.findings:
        said.put("longitude", found.longitude, letter=table.letter(east))
        said.put("latitude", found.latitude, letter=table.letter(north))


def _text(column: OwnColumn, cell: Cell, today: date) -> Reading:
    return text(cell)


def _day(column: OwnColumn, cell: Cell, today: date) -> Reading:
    if is_nothing(cell):
        return NOTHING
    reading = survey_date(cell, today=today)
    return Reading(reading.value, tuple(_AHEAD.get(code, code) for code in reading.findings))


def _code(column: OwnColumn, cell: Cell, today: date) -> Reading:
    if column.codes is None:
        return NOTHING
    bare = cell
    if isinstance(cell, str) and (share := _PERCENT.match(cell.strip())):
        bare = share[1]
    reading = _choice(column.codes.name, column.codes)(bare)
    is_written_so = reading.value is not None and column.codes.read(as_written(bare)) == reading.value
    return Reading(reading.value) if is_written_so else reading


_choices: dict[str, Callable[[Cell], Reading]] = {}


def _choice(name: str, codes: CodeList) -> Callable[[Cell], Reading]:
    return _choices.setdefault(name, choice(codes))


@lru_cache(maxsize=4096, typed=True)
def _rupiah(cell: Cell) -> Reading:
    if is_error(cell):
        return Reading(None, ("cell_error_left_out",))
    written = trimmed(cell)
    if not written.text:
        return NOTHING
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        amount = round(cell) if isfinite(cell) and cell >= 0 else None
    else:
        amount = read_rupiah(written.text) if len(written.text) < 40 else None
    if amount is None:
        return Reading(None, ("number_unreadable",))
    return Reading(amount, written.repairs) if amount <= _MOST_RUPIAH else Reading(None, ("number_too_large",))


_READERS: Mapping[Reads, Callable[[OwnColumn, Cell, date], Reading]] = {
    Reads.TEXT: _text,
    Reads.DAY: _day,
    Reads.CODE: _code,
    Reads.RUPIAH: lambda column, cell, today: _rupiah(cell),
}
