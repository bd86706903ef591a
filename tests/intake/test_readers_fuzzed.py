"""No file, however spoilt, takes more from us than its refusal. `tests.intake.fuzz` tries this for longer."""

import os

import pytest

from tests.intake import fuzz


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork; the stories of bad files run everywhere")
@pytest.mark.parametrize("seed", [1, 2])
def test_a_spoilt_file_is_read_or_refused(seed: int) -> None:
    outcome = fuzz.run(seed=seed, seconds=60, most=80)

    assert outcome.wrong == []
    assert sum(outcome.counts.values()) == 80
    assert outcome.heaviest_kilobytes < 1 << 20
