"""Do the printed pages say what the code says? If not: `PRINT=1 .venv/bin/pytest tests/architecture -k printed`."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from betang.accounts.domain import roles
from betang.console import handbook
from betang.console.commands import betang
from betang.organisation.domain import policy
from betang.register.domain import dictionary
from tests.architecture.house import ROOT

PAGES: dict[str, Callable[[], str]] = {
    "policy-1.md": policy.printed,
    "roles.md": roles.printed,
    "data-dictionary.md": dictionary.printed,
    "command-line.md": lambda: handbook.printed(betang),
    "answers.schema.json": lambda: handbook.schemas(betang),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_printed_page_says_what_the_code_says(page: str) -> None:
    path, said = ROOT / "docs" / page, PAGES[page]()
    _print_again_if_asked(path, said)

    assert path.read_text(encoding="utf-8") == said


def _print_again_if_asked(path: Path, said: str) -> None:
    if os.environ.get("PRINT"):
        path.write_text(said, encoding="utf-8")
