"""The sender gets rows back as they sent them, with the reason beside the cell."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

from openpyxl import load_workbook

from betang.intake.domain import headings
from betang.intake.formats import reading, returned_workbook
from betang.intake.formats.returned_workbook import BackRow, BackTable, Reason
from tests.intake.sheets import HEADINGS, line

NO_NAME = BackRow(17, line(name=None), [Reason(2, "Nama kosong.")])
DOUBTFUL = BackRow(18, line(nik=6105014508900000.0), [Reason(3, "Angka terakhir hilang."), Reason(None, "Periksa.")])


def written(*, returned: list[BackRow], flagged: list[BackRow]) -> bytes:
    return returned_workbook.write([BackTable(HEADINGS, returned, flagged)])


def test_the_bad_cell_is_coloured_and_says_why() -> None:
    book = load_workbook(io.BytesIO(written(returned=[NO_NAME], flagged=[DOUBTFUL])))

    back, look = book["Dikembalikan"], book["Perlu dilihat"]
    assert back["C2"].comment.text == "Nama kosong."
    assert back["C2"].fill.fgColor.rgb != back["B2"].fill.fgColor.rgb
    assert back["AQ1"].value == "ALASAN"
    assert back["AQ2"].value == "Baris 17. C: Nama kosong."
    assert look["AQ2"].value == "Baris 18. D: Angka terakhir hilang. Periksa."


def test_a_number_that_lost_digits_goes_back_as_a_number_so_that_it_is_not_taken_for_whole() -> None:
    cell = load_workbook(io.BytesIO(written(returned=[], flagged=[DOUBTFUL])))["Perlu dilihat"]["D2"]

    assert cell.value == 6105014508900000
    assert cell.number_format == "@", "what is typed over it stays text"


def test_a_nik_in_a_number_cell_goes_back_as_text_before_excel_takes_its_last_digit() -> None:
    whole = BackRow(18, line(nik=6105014508900001.0), [])

    sheet = load_workbook(io.BytesIO(written(returned=[whole], flagged=[])))["Dikembalikan"]

    assert sheet["D2"].value == "6105014508900001"


def test_what_begins_like_a_formula_is_plainly_text() -> None:
    nasty = BackRow(2, line(name="=1+1", surveyor="@SUM(A1)", address="+62", sex="-x\x01"), [])

    sheet = load_workbook(io.BytesIO(written(returned=[nasty], flagged=[])))["Dikembalikan"]

    cells = [sheet[place] for place in ("C2", "AP2", "E2", "G2")]
    assert [cell.data_type for cell in cells] == ["s"] * 4
    assert [cell.value for cell in cells] == ["=1+1", "@SUM(A1)", "+62", "-x "]


def test_a_number_without_end_goes_back_as_text_for_excel_knows_none() -> None:
    endless = BackRow(2, line(income=float("inf"), floor_area=float("-inf")), [])

    with zipfile.ZipFile(io.BytesIO(written(returned=[endless], flagged=[]))) as book:
        assert b"<v>inf</v>" not in book.read("xl/worksheets/sheet1.xml")


def test_it_can_be_read_again_with_nothing_lost() -> None:
    content = written(returned=[NO_NAME], flagged=[])

    sheet = reading.read(content, most_bytes=1_000_000)[0]
    table = headings.find(sheet.first_rows(30))

    assert table is not None
    row = list(sheet.rows())[1]
    assert table.cell(row, "surveyed") == date(2024, 5, 12)
    assert list(row.cells[:42]) == [float(cell) if isinstance(cell, int) else cell for cell in line(name=None)]


def test_one_reason_for_several_columns_is_said_once() -> None:
    same = [Reason(3, "Salah."), Reason(2, "Kosong."), Reason(5, "Salah.")]
    book = load_workbook(io.BytesIO(written(returned=[BackRow(9, line(), same)], flagged=[])))

    assert book["Dikembalikan"]["AQ2"].value == "Baris 9. D, F: Salah. C: Kosong."


def test_an_old_column_of_reasons_is_not_doubled() -> None:
    table = BackTable([*HEADINGS, "ALASAN"], [BackRow(2, [*line(name=None), "Lama."], [Reason(2, "Baru.")])], [])

    sheet = load_workbook(io.BytesIO(returned_workbook.write([table])))["Dikembalikan"]

    assert [cell.value for cell in sheet[1]].count("ALASAN") == 1
    assert sheet["AQ2"].value == "Baris 2. C: Baru."


def test_every_part_is_sound_xml_and_each_comment_is_drawn_once_however_many() -> None:
    rows = [BackRow(row, line(name='<Ana & "Budi">\x02'), [Reason(2, "Nama <kosong>.")]) for row in range(1500)]

    with zipfile.ZipFile(io.BytesIO(written(returned=rows, flagged=[]))) as archive:
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}

    drawn = [part.get("id") for part in parts["xl/drawings/drawing1.vml"] if part.tag.endswith("}shape")]
    assert len(drawn) == len(set(drawn)) == len(rows) + 1
    told = parts["[Content_Types].xml"].findall("{*}Override")
    assert {str(each.get("PartName"))[1:] for each in told} <= set(parts)


def test_what_is_no_text_keeps_its_kind() -> None:
    row = BackRow(2, line(name="Ana", floor_area=36.5, occupants=True, surveyed=date(1899, 1, 1)), [])

    sheet = load_workbook(io.BytesIO(written(returned=[row], flagged=[])))["Dikembalikan"]

    values = {str(cell.value): cell.data_type for cell in sheet[2] if cell.value is not None}
    assert {"36.5": "n", "True": "b", "1899-01-01": "s"}.items() <= values.items()
