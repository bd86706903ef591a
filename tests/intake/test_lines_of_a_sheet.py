"""A list ends in totals, remarks and signatures; none of it is a family, and what is passed over is told."""

import pytest

from betang.intake.domain.cells import Cell, Row
from betang.intake.domain.headings import Table
from betang.intake.domain.lines import Line, Lines
from betang.intake.domain.merged import FillingDown, Span
from betang.intake.domain.notes import NOTES, of_sheet, unpacked

KEYS = ("number", "district_name", "village_name", "name", "nik", "address", "floor_area")
TABLE = Table(1, tuple(KEYS), {key: (place,) for place, key in enumerate(KEYS)}, "bsps2026")
SITI: list[Cell] = [1.0, "Sintang", "Ladang", "Siti", "6105014508900001", "Jl. Melati 3", 36.0]


def kinds(*lines: list[Cell]) -> list[Line]:
    told = Lines(TABLE)
    return [told.kind(Row(number + 2, cells)) for number, cells in enumerate(lines)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (SITI, Line.ROW),
        ([None, "Sintang", "Ladang", None, "6105014508900001", None, 36.0], Line.ROW),
        ([None, None, None, "Siti"], Line.ROW),
        (["JUMLAH", None, None, None, None, None, 2_340.0], Line.TOTAL),
        ([None, None, None, "Sub Total", None, None, 72.0], Line.TOTAL),
        ([None, None, None, "Grand Total :", 2.0], Line.TOTAL),
        (["Keterangan:", None, None], Line.REMARK),
        ([None, None, None, None, None, "Mengetahui, Kepala Dinas"], Line.REMARK),
        (list(KEYS), Line.HEADINGS),
        (["KECAMATAN DEDAI"], Line.SECTION),
        ([7.0], Line.NUMBERED_BLANK),
        (["1", "2", "3", "4", "5", "6", "7"], Line.COLUMN_NUMBERS),
        (["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"], Line.COLUMN_NUMBERS),
        (["Angka", "Teks", "Teks", "Teks", "Teks", "Teks", "Angka desimal"], Line.COLUMN_NUMBERS),
    ],
)
def test_a_line_is_told_by_what_stands_in_it(line: list[Cell], kind: Line) -> None:
    assert kinds(line) == [kind]


@pytest.mark.parametrize("name", ["Jumlah Riam", "Total Sihombing", "Ketua Lambai", "Catatan Jubir"])
def test_a_person_may_be_called_like_a_total_or_a_remark(name: str) -> None:
    assert kinds([1.0, "Sintang", "Ladang", name, "6105014508900001", "Jl. Melati 3"]) == [Line.ROW]


def test_below_the_signature_a_name_alone_is_no_family() -> None:
    signed: list[list[Cell]] = [
        SITI,
        [None, None, None, None, None, "Mengetahui"],
        [None, None, None, "YOHAN RIAM"],
        [None, None, None, "NIP. 1970"],
    ]

    assert kinds(*signed, SITI) == [Line.ROW, Line.REMARK, Line.REMARK, Line.REMARK, Line.ROW]


def test_merged_cells_say_in_each_row_what_stands_at_their_top() -> None:
    filling = FillingDown([Span(2, 4, 1), Span(2, 3, 2)])
    rows = [
        Row(2, [1.0, "Sintang", "Ladang", "Siti"]),
        Row(3, [2.0, None, None, "Yohan"]),
        Row(4, [3.0]),
        Row(5, [4.0]),
    ]

    filled = [list(filling.fill(row).cells) for row in rows]

    assert filled[1] == [2.0, "Sintang", "Ladang", "Yohan"]
    assert filled[2] == [3.0, "Sintang"]
    assert filled[3] == [4.0]
    assert filling.filled == 3


def test_every_note_can_be_said_and_kept() -> None:
    for code in NOTES:
        note = of_sheet(code, "Sheet1", rows=2, cells=3, letters="AQ")
        assert unpacked(note.packed).sentence == note.sentence
        assert "%(" not in note.sentence
