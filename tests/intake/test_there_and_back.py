"""What came back is corrected and sent, the first file is sent again, and both are undone, as an office works."""

import io
import json
from pathlib import Path
from uuid import UUID

from openpyxl import load_workbook

from betang.accounts.queries import Acting
from betang.intake import commands, queries
from betang.intake.commands import Counts
from betang.intake.samples import ertlh
from betang.register import queries as register
from tests.intake.sheets import KEYS, line, xlsx

YOHAN = {"name": "Yohan", "nik": "61050145089000", "sex": "LAKI-LAKI", "address": "Dusun Riam"}
LENA = {"name": "Lena", "nik": "6105014508900004", "address": "Jl. Melati 3", "longitude": 0, "latitude": 0}
GOOD, DOUBTFUL, OUTSIDE, NAMELESS = line(), line(**YOHAN), line(**LENA), line(name=None, nik="6105014508900009")
ELSEWHERE = line(name="Rabiah", nik="6105014508900010", village="61.08.01.2001")
FIRST = xlsx([GOOD, DOUBTFUL, OUTSIDE, NAMELESS, ELSEWHERE])


def taken_in(acting: Acting, content: bytes) -> tuple[UUID, Counts]:
    batch = commands.open_batch(acting, "daftar.xlsx", content)
    return batch.id, commands.run_batch(batch.id, pause_s=0)


def undone(acting: Acting, batch_id: UUID) -> None:
    commands.begin_undo(acting, batch_id)
    commands.run_undo(acting, batch_id, pause_s=0)


def corrected(workbook: bytes, cells: dict[str, dict[tuple[str, str], object]]) -> bytes:
    """The workbook with some cells put right: by sheet, by whose row and which column."""
    book = load_workbook(io.BytesIO(workbook))
    for sheet, changes in cells.items():
        for (name, key), value in changes.items():
            row = next(row for row in book[sheet].iter_rows(min_row=2) if (row[KEYS.index("name")].value or "") == name)
            row[KEYS.index(key)].value = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_the_corrected_workbook_then_the_first_file_again_then_both_undone(siti: Acting) -> None:
    digests = [register.digest()]
    first, counts = taken_in(siti, FIRST)
    assert (counts.accepted, counts.returned, counts.flagged) == (3, 2, 2)
    digests.append(register.digest())
    right = corrected(
        queries.returned_workbook(siti, first),
        {
            "Dikembalikan": {("", "name"): "Lusia"},
            "Perlu dilihat": {("Yohan", "nik"): "6105011508900003", ("Lena", "roof"): "DAUN"},
        },
    )

    second, counts = taken_in(siti, right)
    assert (counts.accepted, counts.updated, counts.returned) == (1, 2, 1)
    digests.append(register.digest())
    again, counts = taken_in(siti, FIRST)

    # Of the five rows three went in and are as they were; the two that were bad are bad still.
    assert (counts.accepted, counts.updated, counts.unchanged, counts.returned) == (0, 0, 3, 2)
    assert register.digest() == digests[2]
    undone(siti, again)
    for batch_id, before in ((second, digests[1]), (first, digests[0])):
        undone(siti, batch_id)
        assert register.digest() == before
    assert taken_in(siti, FIRST)[1].accepted == 3 and register.digest() == digests[1]


def test_a_list_with_every_defect_goes_in_comes_out_and_goes_in_again(siti: Acting, tmp_path: Path) -> None:
    """Two lists of the same homes, of which the second says some things otherwise."""
    empty = register.digest()
    path = tmp_path / "daftar.xlsx"
    ertlh.write(path, region="61.05", rows=60, seed=11, truth=tmp_path / "truth.jsonl")
    assert len([json.loads(row) for row in (tmp_path / "truth.jsonl").read_text().splitlines()]) == 60
    first, _counts = taken_in(siti, path.read_bytes())
    before = register.digest()
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=2):
        row[KEYS.index("roof")].value = "DAUN"
        row[KEYS.index("occupants")].value = 9
    book.save(path)

    second, counts = taken_in(siti, path.read_bytes())
    assert counts.accepted == 0 and counts.updated > 30
    undone(siti, second)
    assert register.digest() == before
    undone(siti, first)
    assert register.digest() == empty
