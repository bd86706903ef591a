"""Laws of every reader of a cell: it never fails, and what it repaired needs no repair the second time."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from betang.intake.domain import addresses, civil, dates, headings, numbers, positions, rows, workbook_rows
from betang.intake.domain.cells import Cell, Row, trimmed
from betang.intake.domain.columns import KEYS
from betang.intake.domain.findings import GRAVITY, Gravity
from betang.intake.domain.reading import Reading
from betang.intake.domain.rows import Known
from betang.intake.domain.templates import TEMPLATES
from betang.intake.domain.two_rows import one_row
from betang.intake.domain.villages import Resolved, named
from betang.intake.domain.workbooks import workbook_of
from betang.kernel.civil_numbers import mask
from tests.intake.test_any_cell import CELLS

TODAY = date(2025, 6, 12)
# Pieces of what people write where a number, a place, a day or a choice is asked for.
_PIECES = """
    0 1 12 111 30 5 oo O . , - − ° ' " '' LU LS BT N e Rp rb jt juta m2 m x / Mei Agt 1971 2024 Backlog Desil #N/A • ya
    tidak KAYU sendiri Milik ( ) < >
"""
PIECES = st.sampled_from([*_PIECES.split(), " ", "\n", "\u00a0"])
WRITTEN: st.SearchStrategy[Cell] = st.one_of(CELLS, st.lists(PIECES, max_size=7).map("".join))

READERS: dict[str, Callable[[Cell], Reading]] = {key: each.read for key, each in KEYS.items() if each.read} | {
    "birth_date": lambda cell: dates.birth_date(cell, today=TODAY),
    "surveyed": lambda cell: dates.survey_date(cell, today=TODAY),
    "degrees": positions.degrees,
}


def repairs(reading: Reading) -> list[str]:
    return [code for code in reading.findings if GRAVITY[code] is Gravity.REPAIRED]


def as_a_cell(value: object) -> Cell:
    if isinstance(value, Decimal):
        return format(value, "f")
    assert isinstance(value, str | int | date)
    return float(value) if isinstance(value, int) else value


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(READERS)), WRITTEN)
@example("floor_area", -0.00390625)
@example("aid_programme", "0' '")
def test_what_was_read_reads_the_same_and_needs_no_repair(key: str, cell: Cell) -> None:
    first = READERS[key](cell)

    assert all(code in GRAVITY for code in first.findings)
    if first.value is not None:
        again = READERS[key](as_a_cell(first.value))
        assert (again.value, repairs(again)) == (first.value, [])


@settings(max_examples=200, deadline=None)
@given(WRITTEN)
def test_an_income_reads_the_same_twice(cell: Cell) -> None:
    rupiah, band, _found = numbers.income(cell, asks_for_a_band=False)

    if rupiah is not None:
        assert numbers.income(str(rupiah), asks_for_a_band=False)[:2] == (rupiah, band)
    elif band is not None:
        assert numbers.income(band) == (None, band, ())


@settings(max_examples=200, deadline=None)
@given(WRITTEN)
@example("#N/A\x1f")
@example("'#N/A")
def test_a_civil_number_keeps_its_doubt(cell: Cell) -> None:
    for read in (civil.nik, civil.kk):
        number = read(cell)
        again = read(number.text)
        assert again.text == number.text and not again.repairs
        # A number cell loses its last digit in Excel; written as text nobody can see that any more.
        assert again.doubt == number.doubt or number.doubt == "lost_digits" or not number.text


@settings(max_examples=200, deadline=None)
@given(WRITTEN)
def test_one_cell_gives_two_coordinates_or_says_so(cell: Cell) -> None:
    longitude, latitude = positions.both(cell)
    position = positions.position(longitude, latitude)

    assert (longitude.value is None) == (latitude.value is None)
    assert all(code in GRAVITY for code in (*longitude.findings, *latitude.findings, *position.findings))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(addresses.COLUMNS), WRITTEN)
def test_a_part_of_an_address_reads_the_same_twice(key: str, cell: Cell) -> None:
    _found, parts = addresses.of_column(key, cell)

    for name, value in parts.items():
        assert addresses.of_column(name, value) == ((), {name: value})


@given(st.text(alphabet="0123456789", min_size=16, max_size=16))
def test_a_masked_number_says_nothing(number: str) -> None:
    assert trimmed(mask(number)).text == ""
    assert (civil.nik(mask(number)).text, civil.nik(mask(number)).doubt) == ("", None)


@pytest.mark.parametrize("template", TEMPLATES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_row_of_any_form_is_judged(template: str, data: st.DataObject) -> None:
    columns = TEMPLATES[template].columns
    table = headings.as_table(one_row(Row(1, [column.heading for column in columns])), template)
    row = Row(2, data.draw(st.lists(WRITTEN, max_size=len(columns))))
    village = Resolved("61.05.01.1001")

    known = Known({named(table, row): village}, frozenset(), TODAY)
    workbook = workbook_of(template, table.places)
    said = workbook_rows.read(row, table, workbook, known=known) if workbook else rows.read(row, table, known=known)

    assert all(finding.code in GRAVITY and finding.column in KEYS for finding in said.findings)
