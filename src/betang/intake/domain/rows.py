"""May this row go in, and what does it say?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from betang.intake.domain import addresses, numbers
from betang.intake.domain.cells import Row, trimmed
from betang.intake.domain.columns import PLAIN, read_area
from betang.intake.domain.dates import survey_date
from betang.intake.domain.findings import Finding, Gravity
from betang.intake.domain.reading import Value, several, text
from betang.intake.domain.template import Table
from betang.intake.domain.villages import Named, Resolved, named
from betang.kernel.civil_numbers import sex_in_nik
from betang.kernel.names import normalise

_ALIKE = 75  # of 100: two spellings of one name stay above, two names below


@dataclass(frozen=True, slots=True)
class Known:
    """What was looked up for the whole file before its rows are read."""

    villages: Mapping[Named, Resolved]
    shared_niks: frozenset[str]
    today: date


@dataclass(slots=True)
class ReadRow:
    """One row as read: values by part of the register (house, family, head, assessment), and what was found."""

    number: int
    parts: dict[str, dict[str, Value]] = field(
        default_factory=lambda: {"house": {}, "family": {}, "head": {}, "assessment": {}}
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
        self.findings.extend(Finding(code=code, column=column) for code in codes)

    def has(self, gravity: Gravity) -> bool:
        return any(finding.gravity is gravity for finding in self.findings)

    @property
    def is_returned(self) -> bool:
        return self.has(Gravity.RETURNED)


def read(row: Row, table: Table, *, known: Known) -> ReadRow:
    """Everything the row says, repaired where that is certain; see its findings for whether it may go in."""
    said = ReadRow(number=row.number)
    _read_village(said, row, table, known)
    _read_name(said, row, table)
    _read_date(said, row, table, known)
    for column in PLAIN:
        reading = column.read(table.cell(row, column.key))
        said.put(column.part, column.field, reading.value, letter=table.letter(column.key))
        said.find(column.key, reading.findings)
    _read_areas(said, row, table)
    _read_address(said, row, table)
    _read_income(said, row, table)
    _read_position(said, row, table)
    _read_nik(said, row, table, known)
    return said


def shared_numbers(heads: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The NIKs that stand beside two unlike names; `heads` are sound NIKs with the name as written."""
    first: dict[str, str] = {}
    shared = set()
    for nik, name in heads:
        if not are_alike(first.setdefault(nik, name), name):
            shared.add(nik)
    return frozenset(shared)


def are_alike(one: str, other: str) -> bool:
    return one == other or fuzz.token_set_ratio(normalise(one), normalise(other)) >= _ALIKE


def head(row: Row, table: Table) -> tuple[str, str] | None:
    """The NIK and the name, if the NIK is sound and there is a name: a row without one is nobody else's."""
    nik, doubt, _repairs = numbers.nik(table.cell(row, "nik"))
    name = trimmed(table.cell(row, "name")).text
    return None if doubt or not name else (nik, name)


def _read_village(said: ReadRow, row: Row, table: Table, known: Known) -> None:
    resolved = known.villages[named(table, row)]
    letter = table.letter("village") or table.letter("village_name")
    for part in ("house", "family"):
        said.put(part, "village_code", resolved.code, letter=letter)
    said.find("village", (resolved.found,) if resolved.found else ())


def _read_name(said: ReadRow, row: Row, table: Table) -> None:
    reading = text(table.cell(row, "name"))
    is_name = isinstance(reading.value, str) and any(sign.isalpha() for sign in reading.value)
    said.put("head", "name", reading.value if is_name else None, letter=table.letter("name"))
    said.find("name", reading.findings if is_name or reading.findings == ("text_too_long",) else ("name_missing",))


def _read_date(said: ReadRow, row: Row, table: Table, known: Known) -> None:
    reading = survey_date(table.cell(row, "surveyed"), today=known.today)
    if isinstance(reading.value, date):
        said.observed = reading.value
    said.put("assessment", "assessed_date", reading.value, letter=table.letter("surveyed"))
    said.find("surveyed", reading.findings)


def _read_areas(said: ReadRow, row: Row, table: Table) -> None:
    reading = several(read_area, table.cells(row, "areas"))
    said.put("house", "area_kinds", reading.value, letter=table.letter("areas"))
    said.find("areas", reading.findings)


def _read_address(said: ReadRow, row: Row, table: Table) -> None:
    """The cell as it stands, and of it the hamlet, RT and RW where they are named."""
    reading = text(table.cell(row, "address"))
    said.find("address", reading.findings)
    if isinstance(reading.value, str):
        letter = table.letter("address")
        said.put("house", "address", reading.value, letter=letter)
        for name, value in addresses.parts(reading.value).items():
            said.put("house", name, value, letter=letter)


def _read_income(said: ReadRow, row: Row, table: Table) -> None:
    rupiah, band, found = numbers.income(table.cell(row, "income"))
    said.put("family", "income_rupiah", rupiah, letter=table.letter("income"))
    said.put("family", "income_band", band, letter=table.letter("income"))
    said.find("income", found)


def _read_position(said: ReadRow, row: Row, table: Table) -> None:
    longitude, latitude = (numbers.degrees(table.cell(row, key)) for key in ("longitude", "latitude"))
    position = numbers.position(longitude, latitude)
    said.put("house", "longitude", position.longitude, letter=table.letter("longitude"))
    said.put("house", "latitude", position.latitude, letter=table.letter("latitude"))
    if position.longitude is not None and position.latitude is not None:
        said.put("house", "position_source", "BERKAS", letter=table.letter("longitude"))
    said.find("longitude", (*longitude.findings, *position.findings))
    said.find("latitude", latitude.findings)


def _read_nik(said: ReadRow, row: Row, table: Table, known: Known) -> None:
    nik, doubt, repairs = numbers.nik(table.cell(row, "nik"))
    doubt = "shared" if doubt is None and nik in known.shared_niks else doubt
    said.put("head", "nik", nik or None, letter=table.letter("nik"))
    said.put("head", "nik_doubt", doubt, letter=table.letter("nik"))
    said.find("nik", (*repairs, f"nik_{doubt}") if doubt else repairs)
    sex = said.parts["head"].get("sex")
    if doubt is None and sex is not None and sex != sex_in_nik(nik):
        said.find("sex", ("sex_differs",))
