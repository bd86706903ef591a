"""A list goes in, its bad rows come back as a workbook, a clerk corrects them there and drops it in again."""

import io
from collections.abc import Callable
from uuid import UUID

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from betang.accounts.queries import Acting
from betang.intake import commands, queries
from betang.intake.commands import Counts
from betang.intake.models import BatchRow
from betang.register import queries as register
from tests.intake.sheets import HEADINGS, line, xlsx

OTHER = {"nik": "6105014508900002", "address": "Dusun Riam RT 001/RW 001"}
SENT = [
    line(),
    line(name=None, **OTHER),
    line(name="Lena Dayang", nik="610501450890000", address="Jl. Melati 3"),
    line(name="Rosa", nik="6105014508900005", address="Jl. Melati 5", village="61.08.01.2001"),
]
Edit = Callable[[Worksheet], object]


def taken_in(acting: Acting, content: bytes, name: str = "daftar.xlsx") -> tuple[UUID, Counts]:
    batch = commands.open_batch(acting, name, content)
    return batch.id, commands.run_batch(batch.id, pause_s=0)


def back(acting: Acting, batch_id: UUID) -> Workbook:
    return load_workbook(io.BytesIO(queries.returned_workbook(acting, batch_id)))


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def place(sheet: Worksheet, heading: str) -> str:
    """The letter of a column, as the clerk finds it by its heading."""
    return next(cell.column_letter for cell in sheet[1] if cell.value == heading)


def corrected(book: Workbook) -> bytes:
    """A name typed into the coloured cell of the first row, a village copied from the third sheet into the second."""
    sheet, villages = book.worksheets[0], book["Daftar desa"]
    sheet[f"{place(sheet, HEADINGS[2])}2"].value = "Yohan Riam"
    sheet[f"{place(sheet, HEADINGS[0])}3"].value = villages["A2"].value
    return saved(book)


def test_the_workbook_has_what_went_back_what_needs_a_look_and_the_villages(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, xlsx(SENT))

    book = back(siti, batch_id)

    assert book.sheetnames == ["Dikembalikan", "Perlu dilihat", "Daftar desa"]
    assert [sheet.max_row for sheet in book.worksheets[:2]] == [3, 2]
    assert [cell.value for cell in book["Daftar desa"][2]] == ["61.05.01.1001", "Ladang", "Sintang", "Sintang"]


def test_the_corrected_workbook_goes_in_and_the_rows_that_were_in_stay_as_they_are(siti: Acting) -> None:
    batch_id, first = taken_in(siti, xlsx(SENT))

    _second_id, second = taken_in(siti, corrected(back(siti, batch_id)), "daftar dikembalikan.xlsx")

    assert (first.accepted, first.returned) == (2, 2)
    assert (second.accepted, second.unchanged, second.returned) == (2, 1, 0)


def test_the_workbook_as_it_came_changes_nothing_and_sends_the_same_rows_back(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, xlsx(SENT))
    before = register.digest()

    again_id, again = taken_in(siti, saved(back(siti, batch_id)))

    assert (again.accepted, again.updated, again.unchanged, again.returned) == (0, 0, 1, 2)
    assert register.digest() == before
    first, second = (queries.reasons_returned(siti, each) for each in (batch_id, again_id))
    assert [(each.reason.code, each.rows) for each in second] == [(each.reason.code, each.rows) for each in first]


def test_a_second_round_has_the_same_three_sheets_and_one_column_of_reasons(siti: Acting) -> None:
    first_id, _counts = taken_in(siti, xlsx(SENT))
    second_id, _counts = taken_in(siti, saved(back(siti, first_id)))

    book = back(siti, second_id)

    assert book.sheetnames == ["Dikembalikan", "Perlu dilihat", "Daftar desa"]
    assert [cell.value or "" for cell in book.worksheets[0][1]] == [*HEADINGS, "ALASAN"]
    assert book.worksheets[0]["AQ2"].value.startswith("Lembar Dikembalikan, baris 2. C: ")


def test_a_row_that_the_clerk_emptied_is_no_row_whatever_its_reason_still_says(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, xlsx(SENT))
    book = back(siti, batch_id)
    for cell in book.worksheets[0][3][:-1]:
        cell.value = None

    _again, counts = taken_in(siti, saved(book))

    assert counts.returned == 1


def test_title_rows_are_left_behind_and_a_number_that_lost_digits_stays_doubtful(siti: Acting) -> None:
    sent = xlsx([line(nik=6105014508900000, name="Lena Dayang")], above=3)
    batch_id, first = taken_in(siti, sent)

    again_id, again = taken_in(siti, saved(back(siti, batch_id)))

    assert (first.flagged, again.flagged, again.unchanged) == (1, 1, 1)
    reasons = [queries.reasons_flagged(siti, each)[0].reason.code for each in (batch_id, again_id)]
    assert reasons == ["nik_lost_digits"] * 2


def test_sheets_under_the_same_headings_come_back_as_one_and_name_the_sheet(siti: Acting) -> None:
    book = load_workbook(io.BytesIO(xlsx([line(name=None)])))
    book.worksheets[0].title = "Kayan Hilir"
    copy = book.copy_worksheet(book.worksheets[0])
    copy.title = "Kelam Permai"
    batch_id, _counts = taken_in(siti, saved(book))

    sheet = back(siti, batch_id)["Dikembalikan"]

    assert [str(sheet[f"AQ{row}"].value)[:30] for row in (2, 3)] == [
        "Lembar Kayan Hilir, baris 2. C",
        "Lembar Kelam Permai, baris 2. ",
    ]


def test_reasons_are_counted_with_the_first_row_of_each(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, xlsx([*SENT, line(name="-", nik="")]))

    told = [(each.reason.code, each.reason.letter, each.rows, each.first_row) for each in
            queries.reasons_returned(siti, batch_id)]  # fmt: skip

    assert told == [("name_missing", "C", 2, 3), ("village_elsewhere", "A", 1, 5)]
    assert [each.reason.code for each in queries.reasons_flagged(siti, batch_id)] == ["nik_fifteen_digits"]


def test_what_was_put_right_is_counted_once_a_row_wherever_in_it(siti: Acting) -> None:
    batch_id, _counts = taken_in(siti, xlsx([line(roof="SENG "), line(name="Lena Dayang", nik="")]))
    repaired = BatchRow.objects.filter(batch=batch_id, row=2)
    repaired.update(findings=[["spelling", "roof"], ["spelling", "floor"], ["nik_empty", "nik"]])

    told = queries.reasons_repaired(siti, batch_id)

    assert [(each.reason.code, each.reason.letter, each.rows) for each in told] == [("spelling", "", 1)]
