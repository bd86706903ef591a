"""The sheet is known by its headings, wherever and however they stand."""

import time

import pytest

from betang.intake.domain import headings as known
from betang.intake.domain import lines
from betang.intake.domain.cells import Row
from betang.intake.domain.headings import Table
from betang.intake.domain.templates import ERTLH
from betang.kernel.errors import Malformed
from tests.intake.sheets import HEADINGS


def found(*rows: list[str]) -> Table:
    table = known.find([Row(place + 1, cells) for place, cells in enumerate(rows)])
    assert table is not None
    return table


def missing(table: Table) -> set[str]:
    return {column.key for column in ERTLH.columns} - set(table.places)


def test_all_42_columns_are_known_by_their_headings() -> None:
    table = found(list(HEADINGS))

    assert missing(table) == set()
    assert table.places["areas"] == (12, 13, 14, 15)
    assert table.letter("surveyor") == "AP"


def test_a_heading_of_thirty_thousand_blanks_is_folded_at_once() -> None:
    headings, began = [f"a{' ' * 32_000}b{number}" for number in range(3)], time.monotonic()

    assert [known.fold(heading) for heading in headings] == ["A B0", "A B1", "A B2"]
    assert time.monotonic() - began < 1


def test_case_blanks_suffix_and_order_do_not_matter() -> None:
    headings = [heading.lower().replace(" - pilihan", "").replace(" ", "  ") for heading in HEADINGS if heading]

    table = found(headings[::-1])

    assert missing(table) == set()
    assert table.places["village"] == (len(headings) - 1,)


def test_titles_above_are_passed_over() -> None:
    table = found(["DAFTAR RTLH"], [], ["Kabupaten Sintang"], list(HEADINGS))

    assert table.heading_row == 4


def test_the_line_of_column_numbers_is_no_row() -> None:
    assert lines.is_column_numbers(Row(2, [float(number + 1) for number in range(42)]))
    assert not lines.is_column_numbers(Row(3, ["61.05.01.1001", 1.0, "Siti"]))


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(Malformed, match="dua kolom, AD dan AQ"):
        known.refuse_doubled(found([*HEADINGS, "Material atap"]))
