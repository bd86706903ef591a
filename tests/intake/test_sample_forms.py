"""The samples of the four kinds of list: the same seed the same bytes, the headings as their makers wrote them."""

import json
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import load_workbook

from betang.accounts.queries import Acting
from betang.intake import commands
from betang.intake.models import BatchRow
from betang.intake.samples import bsps2026, ertlh, ertlh46, jambi18
from betang.kernel.errors import Refusal

FORMS = [ertlh, ertlh46, bsps2026, jambi18]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_seed_gives_the_same_bytes(form: ModuleType, tmp_path: Path) -> None:
    for name in ("one", "other"):
        form.write(tmp_path / f"{name}.xlsx", region="61.08", rows=60, seed=3, truth=tmp_path / f"{name}.jsonl")

    for kind in ("xlsx", "jsonl"):
        assert (tmp_path / f"one.{kind}").read_bytes() == (tmp_path / f"other.{kind}").read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_a_list_of_no_rows_has_the_headings_of_its_makers(form: ModuleType, tmp_path: Path) -> None:
    form.write(tmp_path / "empty.xlsx", region="61.08.01", rows=0, seed=1)

    sheet = load_workbook(tmp_path / "empty.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]] == [heading for _key, heading in form.FORM.columns]
    assert not any(cell.value for row in sheet.iter_rows(min_row=2) for cell in row)


@pytest.mark.parametrize("form", FORMS)
def test_most_rows_go_in_some_need_a_look_and_some_go_back(form: ModuleType, tmp_path: Path) -> None:
    truth = tmp_path / "truth.jsonl"
    form.write(tmp_path / "list.xlsx", region="61.08", rows=2_000, seed=1, truth=truth)

    told = [json.loads(line) for line in truth.read_text().splitlines()]
    outcomes = Counter(row["outcome"] for row in told)
    assert 0.01 < outcomes["returned"] / len(told) < 0.06
    assert outcomes["unchanged"] > 10
    assert 0.08 < sum(row["flagged"] for row in told) / len(told) < 0.40
    assert not any(row["flagged"] or row["repaired"] for row in told if row["outcome"] == "returned")


@pytest.mark.parametrize("form", FORMS)
def test_nobody_shares_a_number_unless_the_truth_says_so(form: ModuleType) -> None:
    rows = [row for row in form.make(region="61.08", rows=2_000, seed=5) if row.outcome == "accepted"]

    for key in ("nik", "kk"):
        sound = [row.cells.get(key) for row in rows if not any(each.startswith(key) for each in row.defects)]
        given = [number for number in sound if number]
        assert len(given) == len(set(given)) or any("nik_shared" in row.defects for row in rows)


@pytest.mark.parametrize("form", [bsps2026, jambi18])
def test_villages_known_by_name_alone_are_those_of_one_regency(form: ModuleType) -> None:
    with pytest.raises(Refusal, match="paling luas untuk satu kabupaten"):
        form.make(region="61", rows=1, seed=1)


def test_a_bsps_list_marks_each_number_with_an_apostrophe(tmp_path: Path) -> None:
    bsps2026.write(tmp_path / "list.xlsx", region="61.08", rows=40, seed=2)

    rows = list(load_workbook(tmp_path / "list.xlsx").worksheets[0].iter_rows(min_row=2, values_only=True))
    assert all(str(cell).startswith("'") for row in rows for cell in row[4:6] if cell)


def test_a_jambi_list_keeps_the_nik_as_a_number_and_the_position_in_one_cell(tmp_path: Path) -> None:
    jambi18.write(tmp_path / "list.xlsx", region="61.08", rows=40, seed=2)

    rows = list(load_workbook(tmp_path / "list.xlsx").worksheets[0].iter_rows(min_row=2, values_only=True))
    assert sum(isinstance(row[1], float | int) for row in rows) > 30
    assert all(", " in str(row[16]) for row in rows if row[16])


@pytest.mark.parametrize("form", FORMS)
def test_the_register_takes_each_row_as_the_truth_has_it(form: ModuleType, siti: Acting, tmp_path: Path) -> None:
    workbook, truth = tmp_path / "list.xlsx", tmp_path / "truth.jsonl"
    form.write(workbook, region="61.05", rows=400, seed=2, truth=truth)

    batch = commands.open_batch(siti, workbook.name, workbook.read_bytes())
    counts = commands.run_batch(batch.id, pause_s=0)

    told = [json.loads(line) for line in truth.read_text().splitlines()]
    outcomes = Counter(row["outcome"] for row in told)
    expected = {row["row"]: row["outcome"] for row in told}
    became = dict(BatchRow.objects.filter(batch=batch.id).values_list("row", "outcome"))
    assert became == expected
    assert {name: getattr(counts, name) for name in outcomes} == dict(outcomes)
    assert (counts.flagged, counts.repaired) == tuple(
        sum(row[name] for row in told) for name in ("flagged", "repaired")
    )
