"""Do the printed pages say what the code says? If not: `PRINT=1 .venv/bin/pytest tests/architecture -k printed`."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from betang.accounts.domain import roles
from betang.console import handbook
from betang.console.commands import betang
from betang.coordination.domain import codes as coordination_codes
from betang.coordination.domain import fields as coordination
from betang.delivery.domain import codes as delivery_codes
from betang.delivery.domain import fields as delivery
from betang.figures.domain import codes as figures_codes
from betang.figures.domain import fields as figures
from betang.organisation.domain import policy
from betang.planning.domain import codes as planning_codes
from betang.planning.domain import fields as planning
from betang.register.domain import codes as register_codes
from betang.register.domain import dictionary
from betang.register.domain import fields as register
from betang.register.domain.dictionary import Chapter
from tests.architecture.house import ROOT

ROOMS = {
    "register": (register, register_codes),
    "planning": (planning, planning_codes),
    "delivery": (delivery, delivery_codes),
    "figures": (figures, figures_codes),
    "coordination": (coordination, coordination_codes),
}
CHAPTERS = [
    Chapter(room, {kind: kind.label for kind in fields.Kind}, fields.FIELDS, codes.LISTS)
    for room, (fields, codes) in ROOMS.items()
]
PAGES: dict[str, Callable[[], str]] = {
    "policy-1.md": lambda: policy.printed(1),
    "policy-2.md": lambda: policy.printed(2),
    "roles.md": roles.printed,
    "data-dictionary.md": lambda: dictionary.printed(CHAPTERS),
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
