"""A sample list tells the truth about itself, and the reader comes to the same."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from betang.intake.domain import headings
from betang.intake.domain import rows as reading_rows
from betang.intake.domain.findings import Gravity
from betang.intake.domain.rows import Known, ReadRow
from betang.intake.domain.villages import Resolved, named
from betang.intake.formats import reading
from betang.intake.samples import ertlh, places
from betang.kernel.errors import Refusal

TODAY = date(2026, 11, 1)


@pytest.mark.parametrize("region", ["61", "61.05", "61.05.01", "61.05.01.1001"])
def test_a_list_can_be_made_for_a_region_of_any_level(region: str) -> None:
    rows = ertlh.make(region=region, rows=60, seed=7)

    inside = [str(row.cells["village"]) for row in rows if row.outcome == "accepted"]
    assert len(rows) == 60
    assert all(village.startswith(region) for village in inside)


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(Refusal, match="tidak dikenal"):
        ertlh.make(region="61.99", rows=1, seed=1)


def test_a_list_of_no_rows_has_its_headings(tmp_path: Path) -> None:
    ertlh.write(tmp_path / "empty.xlsx", region="61.05", rows=0, seed=1)

    assert _read((tmp_path / "empty.xlsx").read_bytes(), region="61.05") == []


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        ertlh.write(tmp_path / f"{name}.xlsx", region="61.05", rows=50, seed=3, truth=tmp_path / f"{name}.jsonl")

    for kind in ("xlsx", "jsonl"):
        assert (tmp_path / f"one.{kind}").read_bytes() == (tmp_path / f"other.{kind}").read_bytes()


def test_another_seed_gives_another_list() -> None:
    one, other = (ertlh.make(region="61.05", rows=20, seed=seed) for seed in (1, 2))

    assert [row.cells for row in one] != [row.cells for row in other]


def test_about_4_in_100_go_back_and_12_need_a_look() -> None:
    rows = ertlh.make(region="61.05", rows=5_000, seed=1)

    outcomes = Counter(row.outcome for row in rows)
    assert 0.03 < outcomes["returned"] / len(rows) < 0.05
    assert 0.10 < sum(row.flagged for row in rows) / len(rows) < 0.14


def test_nobody_shares_a_nik_unless_the_truth_says_so() -> None:
    rows = [row for row in ertlh.make(region="61.05", rows=3_000, seed=5) if row.outcome == "accepted"]

    sound = [row.cells["nik"] for row in rows if not any(defect.startswith("nik_") for defect in row.defects)]
    assert len(sound) == len(set(sound))


def test_the_reader_judges_each_row_as_the_truth_has_it(tmp_path: Path) -> None:
    workbook, truth = tmp_path / "list.xlsx", tmp_path / "truth.jsonl"
    ertlh.write(workbook, region="61.05", rows=1_500, seed=11, truth=truth)

    judged = {row.number: _judgement(row) for row in _read(workbook.read_bytes(), region="61.05")}

    told = [json.loads(line) for line in truth.read_text().splitlines()]
    expected = {row["row"]: (row["outcome"] == "returned", row["flagged"], row["repaired"]) for row in told}
    assert judged == expected


def _judgement(row: ReadRow) -> tuple[bool, bool, bool]:
    stays = not row.is_returned
    return row.is_returned, stays and row.has(Gravity.FLAGGED), stays and row.has(Gravity.REPAIRED)


def _read(content: bytes, *, region: str) -> list[ReadRow]:
    sheet = reading.read(content, most_bytes=10_000_000)[0]
    table = headings.find(sheet.first_rows(30))
    assert table is not None
    rows = [row for row in sheet.rows() if row.number > table.heading_row]
    inside, anywhere = set(places.villages_within(region)), set(places.villages_within("61"))
    villages = {}
    for row in rows:
        name = named(table, row)
        why = "village_elsewhere" if name.code in anywhere else "village_unknown" if name.code else "village_missing"
        villages[name] = Resolved(name.code) if name.code in inside else Resolved(None, why)
    heads = [head for row in rows if (head := reading_rows.head(row, table))]
    known = Known(villages, reading_rows.shared_numbers(heads), TODAY)
    return [reading_rows.read(row, table, known=known) for row in rows]
