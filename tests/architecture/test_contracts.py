"""Is the table of who may import whom enforced, and would each of its lines be noticed if it were broken?"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, SOURCE

# One intruder for each way of breaking a contract: contract, file that gets the import, the import.
INTRUDERS = [
    ("rooms", "kernel/intruder.py", "from betang.jobs import queries"),
    ("rooms", "jobs/intruder.py", "from betang.journal import queries"),
    ("rooms", "journal/intruder.py", "from betang.organisation import queries"),
    ("rooms", "organisation/intruder.py", "from betang.accounts import queries"),
    ("rooms", "accounts/intruder.py", "from betang.register import queries"),
    ("rooms", "register/intruder.py", "from betang.intake import queries"),
    ("rooms", "intake/intruder.py", "from betang.web import urls"),
    ("rooms", "intake/intruder.py", "from betang.delivery import queries"),
    ("rooms", "planning/intruder.py", "from betang.delivery import queries"),
    ("rooms", "delivery/intruder.py", "from betang.figures import queries"),
    ("rooms", "figures/intruder.py", "from betang.coordination import queries"),
    ("rooms", "coordination/intruder.py", "from betang.web import urls"),
    ("rooms", "console/intruder.py", "from betang.web import urls"),
    ("rooms", "jobs/intruder.py", "def late() -> None:\n    from betang.journal import queries"),
    (
        "rooms",
        "jobs/intruder.py",
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from betang.journal import queries",
    ),
    ("rooms", "drawer/__init__.py", "import json"),
    ("floor-plan", "journal/queries.py", "from betang.journal import commands"),
    ("floor-plan", "intake/formats/intruder.py", "from betang.intake import models"),
    ("floor-plan", "journal/domain/intruder.py", "from betang.journal import queries"),
    ("pure", "kernel/intruder.py", "import random"),
    ("pure", "register/domain/intruder.py", "from django.db import connection"),
    ("pure", "intake/domain/intruder.py", "import time"),
    ("pure", "journal/domain/intruder.py", "from betang.journal import models"),
    ("one-cryptographer", "journal/intruder.py", "from cryptography.hazmat.primitives import hashes"),
    ("models-of-jobs", "intake/intruder.py", "from betang.jobs import models"),
    ("models-of-journal", "register/intruder.py", "from betang.journal.models import *"),
    ("models-of-organisation", "accounts/intruder.py", "from betang.organisation import models"),
    ("models-of-accounts", "intake/intruder.py", "from betang.accounts.models import User"),
    ("models-of-register", "intake/intruder.py", "from betang.register import models"),
    ("models-of-intake", "console/intruder.py", "from betang.intake import models"),
    ("models-of-planning", "delivery/intruder.py", "from betang.planning import models"),
    ("models-of-delivery", "figures/intruder.py", "from betang.delivery import models"),
    ("models-of-figures", "coordination/intruder.py", "from betang.figures import models"),
    ("models-of-coordination", "web/intruder.py", "from betang.coordination import models"),
    ("programme-takes-no-lists", "coordination/intruder.py", "from betang.intake import queries"),
    ("edge-goes-through-doors", "web/intruder.py", "from betang.register import records"),
]


def test_the_house_as_it_stands_keeps_every_contract() -> None:
    answer = _lint(ROOT, [])

    assert answer.returncode == 0, answer.stdout


def test_no_contract_is_left_untried() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]

    assert {contract["id"] for contract in declared} == {contract for contract, _, _ in INTRUDERS}


@pytest.mark.parametrize(("contract", "place", "sentence"), INTRUDERS)
def test_an_intruder_is_caught(copy: Path, contract: str, place: str, sentence: str) -> None:
    intruder = copy / "src" / "betang" / place
    intruder.parent.mkdir(exist_ok=True)
    intruder.write_text(f'"""An intruder."""\n\n{sentence}\n')

    answer = _lint(copy, ["--contract", contract])

    assert answer.returncode == 1, answer.stdout
    assert "1 broken" in answer.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package's modules and its contracts, free to be broken."""
    pictures_and_pages = shutil.ignore_patterns("__pycache__", "static", "templates", "locale")
    shutil.copytree(SOURCE, tmp_path / "src" / "betang", ignore=pictures_and_pages)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _lint(folder: Path, options: list[str]) -> "subprocess.CompletedProcess[str]":
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache", *options]
    env = {**os.environ, "PYTHONPATH": str(folder / "src")}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
