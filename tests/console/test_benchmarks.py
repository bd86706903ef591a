"""Does every benchmark run and end with its figures, however few rows it is given?"""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from betang.console.measuring import Figure

ROOT = Path(__file__).parents[2]
FEW, FEW_PAGES = "60", "10"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("register", ["register over floor"]),
        ("journal", ["journal over floor"]),
        ("capaian", ["capaian page p95", "capaian over floor"]),
        ("web", ["web list p95", "web search p95", "web record p95"]),
        (
            "intake",
            [
                *("intake over floor", "intake peak memory", "intake peak memory of the reading child"),
                *("pages meanwhile p95", "group holds median", "group holds p95", "group holds longest"),
            ],
        ),
    ],
)
def test_a_benchmark_ends_with_its_figures(name: str, figures: list[str]) -> None:
    surroundings = {word: value for word, value in os.environ.items() if word != "BETANG_DATABASE"}

    ran = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}", FEW, FEW_PAGES],
        cwd=ROOT,
        env=surroundings | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        check=True,
    )

    measured = msgspec.json.decode(ran.stdout.splitlines()[-1], type=list[Figure])
    assert [figure.name for figure in measured] == figures
    assert all(figure.value > 0 for figure in measured)
