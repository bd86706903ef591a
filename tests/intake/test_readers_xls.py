"""A workbook of Excel 97 to 2003 is read with all that a newer one says."""

from datetime import date, datetime, time

import pytest
import xlwt

from betang.intake.domain.cells import Row
from betang.intake.formats import reading
from betang.intake.formats.reading import Merge, RawSheet
from betang.kernel.errors import Malformed
from tests.intake.made_files import xls

# What stands at the end of the head of a workbook that Excel 97 sealed with a password: record 002F, 54 bytes.
SEALED = bytes.fromhex("2f003600") + bytes.fromhex("010001000100") + bytes(48)


def sheets(content: bytes) -> list[RawSheet]:
    return reading.read(content, most_bytes=10_000_000)


def rows(content: bytes) -> list[Row]:
    return list(sheets(content)[0].rows())


def test_text_stays_text_and_numbers_numbers() -> None:
    content = xls([["6105014508900001", 6105014508900001, 4.5, True, None, "é"], [], ["x"]])

    assert rows(content) == [Row(1, ["6105014508900001", 6105014508900001.0, 4.5, True, None, "é"]), Row(3, ["x"])]


def test_dates_and_hours_are_told_by_their_format() -> None:
    def write(book: xlwt.Workbook) -> None:
        sheet = book.get_sheet(0)
        sheet.write(0, 0, datetime(2024, 5, 12, 9, 30), xlwt.easyxf(num_format_str="DD/MM/YYYY HH:MM"))
        sheet.write(0, 1, time(9, 30), xlwt.easyxf(num_format_str="HH:MM"))
        sheet.write(0, 2, 3_000_000, xlwt.easyxf(num_format_str="DD/MM/YYYY"))  # beyond the year 9999

    assert rows(xls([], write)) == [Row(1, [date(2024, 5, 12), "09:30:00", 3_000_000.0])]


def test_an_error_is_its_own_text() -> None:
    def write(book: xlwt.Workbook) -> None:
        for place, code in enumerate((0x2A, 0x17, 0x0F, 0x07, 0x1D)):
            book.get_sheet(0).row(0).set_cell_error(place, code)

    assert rows(xls([], write)) == [Row(1, ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"])]


def test_hidden_sheets_and_rows_are_read_and_told() -> None:
    def hide(book: xlwt.Workbook) -> None:
        book.get_sheet(0).row(1).hidden = True
        book.add_sheet("Lama").write(0, 0, "Yohan")
        book.get_sheet(1).visibility = 1

    read = sheets(xls([["a"], ["b"]], hide))

    assert [(sheet.name, sheet.is_hidden) for sheet in read] == [("Sheet", False), ("Lama", True)]
    assert [sheet.hidden_rows for sheet in read] == [{2}, frozenset()]


def test_merged_cells_are_told_and_not_filled_down() -> None:
    def merge(book: xlwt.Workbook) -> None:
        book.get_sheet(0).write_merge(1, 3, 0, 1, "Balung")

    read = sheets(xls([["Desa"]], merge))[0]

    assert read.merges == (Merge(2, 0, 4, 1),)
    assert list(read.rows()) == [Row(1, ["Desa"]), Row(2, ["Balung"])]


def test_a_workbook_sealed_with_a_password_says_so() -> None:
    content = xls([["a"]])
    after_codepage = content.index(bytes.fromhex("42000200b004")) + 6
    sealed = content[:after_codepage] + SEALED + content[after_codepage + len(SEALED) :]

    with pytest.raises(Malformed) as refused:
        sheets(sealed)

    assert refused.value.code == "password_protected"


def test_cut_off_anywhere_it_is_read_or_refused() -> None:
    content = xls([["a", 1]])

    for length in range(9, len(content), len(content) // 5):
        try:
            sheets(content[:length])
        except Malformed as refusal:
            assert refusal.code in {"damaged", "not_a_workbook"}
