"""Do the documents still speak of the house as it is, and of nothing that only one machine has?"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.architecture.house import ROOT, SOURCE, modules, tracked_files

README_LINES = 100
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
SETTING = re.compile(r"\bBETANG_[A-Z0-9_]*[A-Z0-9]\b")
# Written in pieces, so that this file does not find itself.
FOREIGN = {
    "a folder of one machine": r"/(?:work/(?:main|shared|\.)|opt/(?:pypi|wheels)|root/|home/[a-z]+/)",
    "papers that do not travel": r"\.\./" + r"shared/|\." + "brief/",
    "a package registry": r"pypi\." + r"org|python" + r"hosted|registry\." + r"npmjs|deb\." + r"debian|proxy\.golang",
}
BETWEEN_OUR_PROCESSES = {
    "BETANG_PARENT_PID",
    "BETANG_FIRST_RUN_KEY",
    "BETANG_PRACTICE_OF",
}  # set by `up` for its own children, never by a person


def test_the_readme_fits_on_a_page_or_two() -> None:
    assert len((ROOT / "README.md").read_text().splitlines()) <= README_LINES


def test_links_in_the_documents_lead_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]

    broken = [f"{path.relative_to(ROOT)}: {link}" for path in documents for link in _broken_links(path)]

    assert broken == []


@pytest.mark.parametrize("what", FOREIGN)
def test_nothing_tracked_names(what: str) -> None:
    pattern = re.compile(FOREIGN[what])

    found = [f"{path.relative_to(ROOT)}: {match.group()}" for path, match in _matches(pattern)]

    assert found == []


def test_the_glossary_has_every_table() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text()

    missing = [f"{name} ({room})" for room, name in _tables() if f"`{name}`" not in glossary]

    assert missing == []


def test_every_setting_is_documented_and_every_documented_setting_is_read() -> None:
    documented = set(SETTING.findall((ROOT / ".env.example").read_text()))
    sources = [*SOURCE.rglob("*.py"), ROOT / "launcher.py"]

    read = {name for path in sources for name in SETTING.findall(path.read_text())}

    assert read - BETWEEN_OUR_PROCESSES == documented


def test_settings_are_read_in_one_place() -> None:
    reading = re.compile(r"(?:environ\.get\(|environ\[|getenv\()\s*[\"']BETANG_")

    readers = [name for name, path in modules().items() if reading.search(path.read_text())]

    assert readers == ["betang.environment"]


def _broken_links(path: Path) -> list[str]:
    links = [link for link in LINK.findall(path.read_text()) if "://" not in link and not link.startswith("mailto:")]
    return [link for link in links if not (path.parent / link).exists()]


def _matches(pattern: re.Pattern[str]) -> Iterator[tuple[Path, re.Match[str]]]:
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        yield from ((path, match) for match in pattern.finditer(text))


def _tables() -> list[tuple[str, str]]:
    """Room and name of every table that is ours."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("betang.")]
    return [(model._meta.app_label, model.__name__) for model in ours]
