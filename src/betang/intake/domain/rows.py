"""May this row go in, and what does it say?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from betang.intake.domain import addresses, civil, numbers, positions
from betang.intake.domain.cells import Cell, Row, is_nothing, trimmed
from betang.intake.domain.columns import read_area
from betang.intake.domain.dates import birth_date, survey_date
from betang.intake.domain.findings import DOUBTS, Finding, Gravity
from betang.intake.domain.headings import Table
from betang.intake.domain.reading import NOTHING, Reading, Value, several, text
from betang.intake.domain.templates import ERTLH
from betang.intake.domain.villages import Named, Resolved, named
from betang.kernel.civil_numbers import LENGTH, birth_date_in_nik, sex_in_nik
from betang.kernel.names import normalise
from betang.organisation.domain.boxes import Box

_ALIKE = 75  # of 100: two spellings of one name stay above, two names below
_REGENCY_LETTERS = len("61.05")


@dataclass(frozen=True, slots=True)
class Known:
    """What was looked up for the whole file before its rows are read; `bounds` by the code of a regency."""

    villages: Mapping[Named, Resolved]
    shared_niks: frozenset[str]
    today: date
    bounds: Mapping[str, Box] = field(default_factory=dict)


@dataclass(slots=True)
class ReadRow:
    """One row as read: values by part of the register, the letter of each, and what was found."""

    number: int
    parts: dict[str, dict[str, Value]] = field(
        default_factory=lambda: {"house": {}, "family": {}, "head": {}, "assessment": {}, "aid": {}}
    )
    letters: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    observed: date | None = None

    def put(self, part: str, name: str, value: Value, *, letter: str) -> None:
        """An empty cell says nothing, so it is not a value."""
        if value is not None:
            self.parts[part][name] = value
            self.letters[name] = letter

    def find(self, column: str, codes: Iterable[str]) -> None:
        """A figure that cannot be so gets its doubt beside it."""
        for code in codes:
            self.findings.append(_finding(code, column))
            if (column, code) in DOUBTS:
                part, name, doubt = DOUBTS[column, code]
                self.put(part, name, doubt, letter="")

    def has(self, gravity: Gravity) -> bool:
        return any(finding.gravity is gravity for finding in self.findings)

    @property
    def is_returned(self) -> bool:
        return self.has(Gravity.RETURNED)


@lru_cache(maxsize=1024)
def _finding(code: str, column: str) -> Finding:
    return Finding(code=code, column=column)


def read(row: Row, table: Table, *, known: Known) -> ReadRow:
    """Everything the row says, repaired where that is certain; see its findings for whether it may go in."""
    said = ReadRow(number=row.number)
    village = _read_village(said, row, table, known)
    _read_name(said, row, table)
    _read_dates(said, row, table, known)
    _read_plain(said, row, table)
    _read_areas(said, row, table)
    _read_address(said, row, table)
    _read_income(said, row, table)
    _read_position(said, row, table, known.bounds.get((village or "")[:_REGENCY_LETTERS]))
    _read_numbers(said, row, table, known)
    return said


def shared_numbers(heads: Iterable[tuple[str, Cell]]) -> frozenset[str]:
    """The sound NIKs that stand beside two unlike names; `heads` are NIKs with the cell of the name."""
    first: dict[str, Cell] = {}
    shared = set()
    for nik, name in heads:
        other = first.setdefault(nik, name)
        if other != name and nik not in shared and not are_alike(trimmed(other).text, trimmed(name).text):
            shared.add(nik)
    return frozenset(nik for nik in shared if civil.nik(nik).is_sound)


def are_alike(one: str, other: str) -> bool:
    return one == other or fuzz.token_set_ratio(normalise(one), normalise(other)) >= _ALIKE


def head(row: Row, table: Table) -> tuple[str, Cell] | None:
    """The NIK and the cell of the name, where there are both. Asked of every row of a list, so it does little."""
    cell, name = table.cell(row, "nik"), table.cell(row, "name")
    if cell is None or is_nothing(name):
        return None
    nik = cell if isinstance(cell, str) and len(cell) == LENGTH and cell.isdigit() else civil.nik(cell).text
    return (nik, name) if nik else None


def _read_plain(said: ReadRow, row: Row, table: Table) -> None:
    """The columns that are read each by itself: most of them, so this is where the time goes."""
    cells, width = row.cells, len(row.cells)
    parts, letters = said.parts, said.letters
    for at, letter, key, part, name, read_cell in table.plain:
        if at >= width or (cell := cells[at]) is None:
            continue
        reading = read_cell(cell)
        if reading.value is not None:
            parts[part][name] = reading.value
            letters[name] = letter
        if reading.findings:
            said.find(key, reading.findings)


def _read_village(said: ReadRow, row: Row, table: Table, known: Known) -> str | None:
    asked = named(table, row)
    resolved = known.villages[asked]
    key = "village_name" if asked.by_name_alone else "village"
    for part in ("house", "family"):
        said.put(part, "village_code", resolved.code, letter=table.letter(key))
    said.find(key, (resolved.found,) if resolved.found else ())
    return resolved.code


def _read_name(said: ReadRow, row: Row, table: Table) -> None:
    reading = text(table.cell(row, "name"))
    is_name = isinstance(reading.value, str) and any(map(str.isalpha, reading.value))
    said.put("head", "name", reading.value if is_name else None, letter=table.letter("name"))
    said.find("name", reading.findings if is_name else _why_no_name(reading))


def _why_no_name(reading: Reading) -> tuple[str, ...]:
    if reading.findings == ("cell_error_left_out",):
        return ("cell_error",)
    return reading.findings if reading.findings == ("text_too_long",) else ("name_missing",)


def _read_dates(said: ReadRow, row: Row, table: Table, known: Known) -> None:
    if "birth_date" in table.places:
        born = birth_date(table.cell(row, "birth_date"), today=known.today)
        said.put("head", "birth_date", born.value, letter=table.letter("birth_date"))
        said.find("birth_date", born.findings)
    if "surveyed" in table.places:
        surveyed = survey_date(table.cell(row, "surveyed"), today=known.today)
        said.observed = surveyed.value if isinstance(surveyed.value, date) else None
        said.put("assessment", "assessed_date", surveyed.value, letter=table.letter("surveyed"))
        said.find("surveyed", surveyed.findings)


def _read_areas(said: ReadRow, row: Row, table: Table) -> None:
    if "areas" in table.places:
        reading = several(read_area, table.cells(row, "areas"))
        said.put("house", "area_kinds", reading.value, letter=table.letter("areas"))
        said.find("areas", reading.findings)


def _read_address(said: ReadRow, row: Row, table: Table) -> None:
    """The cell as it stands, and of it the hamlet, RT and RW where they are named; columns of their own come first."""
    reading = text(table.cell(row, "address"))
    said.find("address", reading.findings)
    if isinstance(reading.value, str):
        said.put("house", "address", reading.value, letter=table.letter("address"))
        for name, value in addresses.parts(reading.value).items():
            said.put("house", name, value, letter=table.letter("address"))
    for key in addresses.COLUMNS:
        if key in table.places:
            found, parts = addresses.of_column(key, table.cell(row, key))
            said.find(key, found)
            for name, value in parts.items():
                said.put("house", name, value, letter=table.letter(key))


def _read_income(said: ReadRow, row: Row, table: Table) -> None:
    if "income" in table.places:
        asks_for_a_band = table.template == ERTLH.code
        rupiah, band, found = numbers.income(table.cell(row, "income"), asks_for_a_band=asks_for_a_band)
        said.put("family", "income_rupiah", rupiah, letter=table.letter("income"))
        said.put("family", "income_band", band, letter=table.letter("income"))
        said.find("income", found)


def _read_position(said: ReadRow, row: Row, table: Table, bounds: Box | None) -> None:
    in_one = "position" in table.places and not {"longitude", "latitude"} <= set(table.places)
    east, north = ("position", "position") if in_one else ("longitude", "latitude")
    if in_one:
        longitude, latitude = positions.both(table.cell(row, "position"))
    else:
        longitude, latitude = (positions.degrees(table.cell(row, key)) for key in (east, north))
    if longitude is latitude is NOTHING:
        return
    position = positions.position(longitude, latitude, bounds)
    said.put("house", "longitude", position.longitude, letter=table.letter(east))
    said.put("house", "latitude", position.latitude, letter=table.letter(north))
    if position.longitude is not None and position.latitude is not None:
        said.put("house", "position_source", "BERKAS", letter=table.letter(east))
    said.find(east, (*longitude.findings, *position.findings))
    said.find(north, latitude.findings)


def _read_numbers(said: ReadRow, row: Row, table: Table, known: Known) -> None:
    nik = civil.nik(table.cell(row, "nik"))
    kk = civil.kk(table.cell(row, "kk"))
    if nik.is_sound and nik.text == kk.text:
        nik, kk = nik.doubted("same_as_other"), kk.doubted("same_as_other")
    elif nik.is_sound and nik.text in known.shared_niks:
        nik = nik.doubted("shared")
    said.put("head", "nik", nik.text or None, letter=table.letter("nik"))
    said.put("head", "nik_doubt", nik.doubt, letter=table.letter("nik"))
    said.find("nik", (*nik.repairs, f"nik_{nik.doubt}") if nik.doubt else nik.repairs)
    if kk.text:
        said.put("family", "kk_number", kk.text, letter=table.letter("kk"))
        said.put("family", "kk_doubt", kk.doubt, letter=table.letter("kk"))
        said.find("kk", (*kk.repairs, f"kk_{kk.doubt}") if kk.doubt else kk.repairs)
    if nik.is_sound:
        _compare(said, nik.text, known)


def _compare(said: ReadRow, nik: str, known: Known) -> None:
    """What a sound NIK tells of its holder, beside what the row says."""
    head = said.parts["head"]
    if (sex := head.get("sex")) is not None and sex != sex_in_nik(nik):
        said.find("sex", ("sex_differs",))
    if (born := head.get("birth_date")) is not None and born != birth_date_in_nik(nik, today=known.today):
        said.find("birth_date", ("birth_differs",))
