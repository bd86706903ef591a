"""Whatever stands in a cell, the row is judged, and nobody sees a traceback."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from betang.intake.domain import file_names, headings, rows
from betang.intake.domain.cells import Cell, Row, letters
from betang.intake.domain.columns import KEYS
from betang.intake.domain.findings import SENTENCES
from betang.intake.domain.rows import Known
from betang.intake.domain.villages import Resolved, named
from tests.intake.sheets import HEADINGS, line

TABLE = headings.find([Row(1, HEADINGS)])
TODAY = date(2025, 6, 12)
PIECES = st.sampled_from(
    [
        "",
        "-",
        "Rp",
        "1.500.000",
        "jt",
        "0",
        "O",
        "9",
        "12",
        "/",
        "05",
        "Mei",
        "x",
        "m2",
        ",",
        "°",
        "E+15",
        "'",
        "\x00",
        "٣",
    ]
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=30),
    st.lists(PIECES, max_size=6).map("".join),
    st.floats(),
    st.floats(min_value=0, max_value=1e16).map(lambda number: float(int(number))),
    st.dates(),
)


@settings(max_examples=300)
@given(st.dictionaries(st.integers(0, 41), CELLS, max_size=6))
@example({30: float("nan")})
def test_any_row_is_judged(changed: dict[int, Cell]) -> None:
    assert TABLE is not None
    row = Row(2, [changed.get(place, cell) for place, cell in enumerate(line())])  # type: ignore[arg-type]  # cells of a story

    said = rows.read(row, TABLE, known=Known({named(TABLE, row): Resolved("61.05.01.1001")}, frozenset(), TODAY))

    assert all(finding.code in SENTENCES for finding in said.findings)
    for finding in said.findings:
        assert finding.column in KEYS


@given(st.text(max_size=300))
def test_a_file_name_never_shows_a_long_number(name: str) -> None:
    shown = file_names.clean(name + "6105014508900001.xlsx")

    assert "6105014508900001" not in shown
    assert 0 < len(shown) <= 200


def test_columns_are_named_as_excel_names_them() -> None:
    assert [letters(place) for place in (0, 25, 26, 41, 701, 702)] == ["A", "Z", "AA", "AP", "ZZ", "AAA"]
