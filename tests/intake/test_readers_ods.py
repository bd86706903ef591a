"""An OpenDocument workbook is read with its merged cells, hidden rows and errors."""

from datetime import date

import pytest

from betang.intake.domain.cells import Row
from betang.intake.formats import reading
from betang.intake.formats.reading import Merge, RawSheet
from betang.kernel.errors import Malformed
from tests.intake.made_files import ods, ods_cell, ods_row, ods_table, parts_of, zipped


def sheets(content: bytes) -> list[RawSheet]:
    return reading.read(content, most_bytes=10_000_000)


def rows(*written: str) -> list[Row]:
    return list(sheets(ods(ods_table(*written)))[0].rows())


def test_every_kind_of_cell_is_read() -> None:
    row = ods_row(
        ods_cell("6105014508900001"),
        ods_cell("6.105.014.508.900.001", 'office:value-type="float" office:value="6105014508900001"'),
        ods_cell("12/05/2024", 'office:value-type="date" office:date-value="2024-05-12T00:00:00"'),
        ods_cell("BENAR", 'office:value-type="boolean" office:boolean-value="true"'),
        ods_cell("09:30", 'office:value-type="time" office:time-value="PT09H30M00S"'),
        ods_cell("50%", 'office:value-type="percentage" office:value="0.5"'),
        ods_cell("", 'office:value-type="string" office:string-value="kata"'),
    )

    assert rows(row) == [
        Row(1, ["6105014508900001", 6105014508900001.0, date(2024, 5, 12), True, "09:30", 0.5, "kata"])
    ]


def test_lines_blanks_and_notes_of_a_cell_are_told_apart() -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>catatan</text:p></office:annotation>'
        '<text:p>Jalan<text:s text:c="2"/><text:span>Suka</text:span></text:p><text:p>RT 1</text:p></table:table-cell>'
    )

    assert rows(ods_row(cell, ods_cell("b"))) == [Row(1, ["Jalan  Suka\nRT 1", "b"])]


def test_repeated_rows_and_cells_stand_as_often_as_they_say() -> None:
    repeated = 'table:number-columns-repeated="2"'
    read = rows(
        ods_row(attributes='table:number-rows-repeated="3"'),
        ods_row(
            ods_cell("a", repeated), ods_cell("", repeated), ods_cell("b"), attributes='table:number-rows-repeated="2"'
        ),
        ods_row(
            ods_cell("", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048571"'
        ),
    )

    assert read == [Row(4, ["a", "a", None, None, "b"]), Row(5, ["a", "a", None, None, "b"])]


def test_an_error_is_its_own_text_whatever_value_stands_behind_it() -> None:
    error = 'table:formula="of:=NA()" office:value-type="{}" calcext:value-type="error"'
    row = ods_row(
        ods_cell("#N/A", error.format("string") + ' office:string-value=""'),
        ods_cell("#DIV/0!", error.format("float") + ' office:value="0"'),
        ods_cell("#REF!", 'office:value-type="float" office:value="0"'),
        ods_cell("# 7", 'office:value-type="string"'),
    )

    assert rows(row) == [Row(1, ["#N/A", "#DIV/0!", "#REF!", "# 7"])]


def test_hidden_sheets_and_rows_are_read_and_told() -> None:
    style = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    first = ods_table(
        ods_row(ods_cell("a")),
        ods_row(ods_cell("b"), attributes='table:visibility="collapse" table:number-rows-repeated="2"'),
        ods_row(ods_cell("c"), attributes='table:visibility="filter"'),
        ods_row(attributes='table:visibility="collapse"'),
        ods_row(ods_cell("d")),
    )
    second = ods_table(ods_row(ods_cell("x")), name="Lama", style="ta2")

    read = sheets(ods(first, second, styles=style))

    assert [(sheet.name, sheet.is_hidden) for sheet in read] == [("Sheet1", False), ("Lama", True)]
    assert read[0].hidden_rows == {2, 3, 4}
    assert [list(row.cells) for row in read[1].rows()] == [["x"]]


def test_merged_cells_are_told_and_not_filled_down() -> None:
    covered = "<table:covered-table-cell/>"
    down = 'table:number-rows-spanned="3" table:number-columns-spanned="1"'
    right = 'table:number-rows-spanned="1" table:number-columns-spanned="2"'
    content = ods(
        ods_table(
            ods_row(ods_cell("Balung", down), ods_cell("x", right), covered),
            ods_row(covered, ods_cell("y", 'table:number-rows-spanned="1" table:number-columns-spanned="1"')),
            ods_row(covered, ods_cell("z")),
        )
    )

    read = sheets(content)[0]

    assert read.merges == (Merge(1, 0, 3, 0), Merge(1, 1, 1, 2))
    assert [list(row.cells) for row in read.rows()] == [["Balung", "x"], [None, "y"], [None, "z"]]


def test_a_drawing_with_words_is_no_cell() -> None:
    drawing = "<draw:frame><draw:text-box><text:p>gambar</text:p></draw:text-box></draw:frame>"
    cell = f"<table:table-cell>{drawing}</table:table-cell>"

    assert rows(ods_row(cell, ods_cell("a"))) == [Row(1, [None, "a"])]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (ods(ods_table(), manifest="<manifest:encryption-data/>"), "password_protected"),
        (zipped(parts_of(ods()) | {"mimetype": "application/vnd.oasis.opendocument.text"}), "not_a_workbook"),
        (zipped(parts_of(ods()) | {"content.xml": "<office:document-content>"}), "damaged"),
        (ods(ods_table(ods_row(ods_cell("a"), attributes='table:number-rows-repeated="x"'))), "damaged"),
        (ods(ods_table(ods_row(ods_cell("a"), attributes='table:number-rows-repeated="9999999999"'))), "too_heavy"),
        (ods(ods_table(ods_row(ods_cell("a", 'table:number-columns-repeated="99999"')))), "too_heavy"),
    ],
    ids=["sealed", "a letter", "cut off", "no number", "rows without end", "columns without end"],
)
def test_a_bad_one_is_named_for_what_it_is(content: bytes, code: str) -> None:
    with pytest.raises(Malformed) as refused:
        sheets(content)

    assert refused.value.code == code


def test_numbers_beyond_all_bounds_are_borne() -> None:
    huge = "9" * 30
    cell = (
        f'<table:table-cell office:value-type="string"><text:p>a<text:s text:c="{huge}"/></text:p></table:table-cell>'
    )
    spanned = ods_cell("a", f'table:number-rows-spanned="{huge}" table:number-columns-spanned="2"')

    assert rows(ods_row(spanned)) == [Row(1, ["a"])]
    with pytest.raises(Malformed, match="terlalu besar"):
        rows(ods_row(cell))


def test_a_small_file_that_unfolds_without_bounds_is_stopped() -> None:
    whole_sheet = ods_row(
        ods_cell("xxxxxxxxxxxxxxxx", 'table:number-columns-repeated="16384"'),
        attributes='table:number-rows-repeated="1048576"',
    )

    with pytest.raises(Malformed) as refused:
        rows(whole_sheet)

    assert refused.value.code == "too_heavy"
