"""An Excel workbook is read with what stands in it, and with what calamine does not tell of it."""

import io
import time
from datetime import date

import pytest
from openpyxl import Workbook

from betang.intake.domain.cells import Row
from betang.intake.formats import reading, xlsx_structure
from betang.intake.formats.reading import Merge, RawSheet
from betang.kernel.errors import Malformed
from tests.intake.made_files import parts_of, with_part, xlsx, xlsx_with, zipped

SHEET = "xl/worksheets/sheet1.xml"
BLANK_AT_THE_END = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>'


def sheets(content: bytes) -> list[RawSheet]:
    return reading.read(content, most_bytes=10_000_000)


def rows(content: bytes) -> list[Row]:
    return list(sheets(content)[0].rows())


def cells(content: bytes) -> list[list[object]]:
    return [list(row.cells) for row in rows(content)]


def test_text_stays_text_and_numbers_numbers() -> None:
    content = xlsx([["6105014508900001", 6105014508900001, "'0123", 4.5, True, date(2024, 5, 12)]])

    assert cells(content) == [["6105014508900001", 6105014508900001.0, "'0123", 4.5, True, date(2024, 5, 12)]]


def test_columns_are_counted_from_a_and_rows_from_1() -> None:
    content = xlsx_with('<sheetData><row r="3"><c r="C3"><v>7</v></c></row></sheetData>')

    assert rows(content) == [Row(3, [None, None, 7.0])]


def test_an_error_is_its_own_text_even_one_of_newer_excels() -> None:
    errors = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"]
    newer = ["#SPILL!", "#CALC!", "#N/A"]

    assert cells(xlsx([["x", *errors]])) == [["x", *errors]]
    assert cells(xlsx([["x", *errors], newer, [1]])) == [["x", *errors], newer, [1.0]]


def test_an_error_of_a_formula_is_read_where_it_stands() -> None:
    content = xlsx_with(
        '<sheetData><row r="2"><c r="B2"><v>1</v></c>'
        '<c r="D2" s="0" t="e"><f>VLOOKUP(A1,B:B,1)</f><v>#N/A</v></c></row></sheetData>'
    )

    assert rows(content) == [Row(2, [None, 1.0, None, "#N/A"])]


def test_an_error_in_a_cell_that_is_written_unusually_is_read_where_it_stands() -> None:
    content = xlsx_with(
        '<sheetData><row r="2"><c\nr="A2"><v>1</v></c><c\nt="e"\nr="C2"><v>#REF!</v></c></row></sheetData>'
    )

    assert rows(content) == [Row(2, [1.0, None, "#REF!"])]


def test_hidden_sheets_and_rows_are_read_and_told() -> None:
    def hide(book: Workbook) -> None:
        book.worksheets[0].row_dimensions[2].hidden = True
        book.worksheets[0].row_dimensions[9].hidden = True  # holds nothing
        book.create_sheet("Lama").append(["Yohan"])
        book.create_sheet("Kosong")
        book["Lama"].sheet_state = "hidden"
        book["Kosong"].sheet_state = "veryHidden"

    read = sheets(xlsx([["a"], ["b"], ["c"]], hide))

    assert [(sheet.name, sheet.is_hidden) for sheet in read] == [("Sheet", False), ("Lama", True), ("Kosong", True)]
    assert read[0].hidden_rows == {2}
    assert [len(sheet.first_rows(9)) for sheet in read] == [3, 1, 0]


def test_merged_cells_are_told_and_not_filled_down() -> None:
    def merge(book: Workbook) -> None:
        book.worksheets[0].merge_cells("A1:A3")
        book.worksheets[0].merge_cells("B1:AB1")

    read = sheets(xlsx([["Balung", "x"], ["-", "y"], ["-", "z"]], merge))[0]

    assert set(read.merges) == {Merge(1, 0, 3, 0), Merge(1, 1, 1, 27)}
    assert [list(row.cells) for row in read.rows()] == [["Balung", "x"], [None, "y"], [None, "z"]]


def test_a_chart_on_a_sheet_of_its_own_is_passed_over() -> None:
    content = xlsx([["a"]], lambda book: book.create_chartsheet("Grafik") and None)

    assert [sheet.name for sheet in sheets(content)] == ["Sheet"]


def test_a_sheet_with_prefixed_names_and_single_quotes_is_looked_at_too() -> None:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = (
        b"<?xml version='1.0'?><x:worksheet xmlns:x='" + main + b"'><x:dimension ref='A1'/><x:sheetData>"
        b"<x:row r='4' hidden='1'><x:c r='B4' t='e'><x:v>#REF!</x:v></x:c></x:row></x:sheetData>"
        b"<x:mergeCells count='1'><x:mergeCell ref='B4:B5'/></x:mergeCells></x:worksheet>"
    )

    read = sheets(with_part(xlsx([["x"]]), SHEET, lambda _xml: sheet))[0]

    assert list(read.rows()) == [Row(4, [None, "#REF!"])]
    assert (read.hidden_rows, read.merges) == ({4}, (Merge(4, 1, 5, 1),))


def test_rows_and_cells_that_do_not_say_their_place_follow_one_another() -> None:
    content = xlsx_with(
        '<sheetData><row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row><row hidden="1"><c><v>2</v></c></row></sheetData>'
    )

    read = sheets(content)[0]

    assert [list(row.cells) for row in read.rows()] == [[1.0, "#N/A"], [2.0]]
    assert read.hidden_rows == {2}


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c r="XFD1048576" s="0"/></row>',
        '<row r="1048576"><c r="XFD1048576" s="0"></c></row>',
        '<row r="1048576"><c r="XFD1048576" t="s"><v>1</v></c></row>',
        '<row r="1048576"><c r="XFD1048576" t="str"><v></v></c></row>',
        '<row r="1048576"><c r="XFD1048576" t="str"><f>""</f><v> </v></c></row>',
        BLANK_AT_THE_END,
    ],
    ids=["styled", "styled and open", "shared blank", "no text", "formula's blank", "inline blank"],
)
def test_a_stray_blank_in_the_last_cell_is_read_past(far: str) -> None:
    parts = parts_of(xlsx([["a", " "], ["b", None, 3]]))
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", far.encode() + b"</sheetData>")
    parts["xl/sharedStrings.xml"] = b"<sst><si><t>x</t></si><si><t> </t></si></sst>"

    assert rows(zipped(parts)) == [Row(1, ["a"]), Row(2, ["b", None, 3.0])]


def test_what_is_really_filled_far_away_is_refused_with_its_place() -> None:
    content = xlsx_with(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )

    with pytest.raises(Malformed, match="Sel XFD1048576 terisi") as refused:
        sheets(content)

    assert refused.value.code == "far_cell"


def test_a_far_row_of_a_narrow_sheet_is_simply_read() -> None:
    content = xlsx_with(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="B1048576"><v>2</v></c></row></sheetData>'
    )

    assert rows(content) == [Row(1, [1.0]), Row(1_048_576, [None, 2.0])]


@pytest.mark.parametrize("said", ["A1", "A1:XFD1048576", "Z99:A1", "A0"])
def test_what_the_sheet_says_of_its_size_does_not_mislead(said: str) -> None:
    content = with_part(
        xlsx([["a", "b"], ["c"]]), SHEET, lambda xml: xml.replace(b'ref="A1:B2"', f'ref="{said}"'.encode())
    )

    try:
        read = cells(content)
    except Malformed as refusal:
        assert refusal.code == "damaged"
    else:
        assert read == [["a", "b"], ["c"]]


def test_a_cell_of_more_letters_than_excel_allows_is_readable() -> None:
    long = "x" * 40_000

    content = xlsx_with(f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{long}</t></is></c></row></sheetData>')

    assert cells(content) == [[long]]


@pytest.mark.parametrize("number_format", ["[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[h]:mm:ss", "hh:mm", "dd/mm/yyyy"])
def test_a_nik_that_is_formatted_as_time_is_still_a_number(number_format: str) -> None:
    def format_as_time(book: Workbook) -> None:
        book.worksheets[0]["A1"].number_format = number_format

    assert cells(xlsx([[6105014508900001, "x"], ["#N/A"]], format_as_time)) == [[6105014508900001.0, "x"], ["#N/A"]]


def test_a_workbook_with_macros_is_read_without_them() -> None:
    content = with_part(
        xlsx([["a"]]),
        "[Content_Types].xml",
        lambda xml: xml.replace(b"spreadsheetml.sheet.main+xml", b"macroEnabled.main+xml"),
    )

    assert cells(content) == [["a"]]


def test_parts_in_another_folder_and_other_letters_are_found() -> None:
    def renamed(name: str) -> str:
        return name.replace("xl/", "Book/").replace("sheet1", "SHEET1")

    parts = {renamed(name): part for name, part in parts_of(xlsx([["a"], ["#N/A"]])).items()}
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/", b"Book/")
    rels = "Book/_rels/workbook.xml.rels"
    parts[rels] = parts[rels].replace(b"/xl/", b"")

    assert cells(zipped(parts)) == [["a"], ["#N/A"]]


def test_parts_named_with_backslashes_are_found() -> None:
    parts = {name.replace("/", "\\"): part for name, part in parts_of(xlsx([["a"], ["#N/A"]])).items()}

    assert cells(zipped(parts)) == [["a"], ["#N/A"]]


def test_a_million_errors_that_stand_in_no_cell_are_looked_at_once() -> None:
    for nonsense in (b'<x t="e"/>', b'<x t="e"><v>#N/A</v></x>'):
        sheet, began = io.BytesIO(b'<row r="1"><c r="A1">' + nonsense * 500_000 + b"</row>"), time.monotonic()

        assert xlsx_structure.look("sheet", sheet.read).has_strange_errors
        assert time.monotonic() - began < 5
