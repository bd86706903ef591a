"""Do the sample lists of homes and cases come in as the truth beside them says?"""

import json
from pathlib import Path
from types import ModuleType

import pytest

from betang.intake.models import BatchRow
from betang.intake.samples import cases, homes
from tests.delivery.cast import Offices
from tests.delivery.listing import taken_in
from tests.planning.cast import LEBANG


@pytest.mark.parametrize("form", [homes, cases])
def test_each_row_comes_to_what_its_truth_says(offices: Offices, form: ModuleType, tmp_path: Path) -> None:
    truth, path = tmp_path / "truth.jsonl", tmp_path / "daftar.xlsx"
    form.write(path, region=LEBANG, rows=250, seed=2, truth=truth)
    told = [json.loads(line) for line in truth.read_text().splitlines()]
    sender = offices.maria if form is homes else offices.dewi

    batch, counts = taken_in(sender, path.read_bytes())

    came = BatchRow.objects.filter(batch=batch).order_by("row").values_list("row", "outcome", "findings")
    wrong = [
        (row, outcome, said["outcome"], said["defects"], found)
        for (row, outcome, found), said in zip(came, told, strict=True)
        if outcome != said["outcome"]
    ]
    assert not wrong
    assert counts.flagged == sum(row["flagged"] for row in told)
    assert counts.repaired == sum(row["repaired"] for row in told)
    assert taken_in(sender, path.read_bytes())[1].unchanged == counts.rows - counts.returned
