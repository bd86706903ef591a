"""What does every test stand on? A home of its own that is thrown away, never the developer's `var/`."""

import atexit
import importlib
import os
import shutil
import tempfile
from pathlib import Path

import django
import hypothesis
import pytest
from django.conf import settings

from betang.console import testing

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}

# Settings read the environment once, so the throwaway home is named before Django is set up.
# Each worker of a parallel run is a process and gets its own.
HOME = Path(tempfile.mkdtemp(prefix="betang-test-home-"))
os.environ["BETANG_HOME"] = str(HOME)
os.environ["DJANGO_SETTINGS_MODULE"] = "betang.settings"
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

# A file, not Django's shared memory: only a file has WAL, locks and waiting writers as a node has them.
if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(HOME / "test.sqlite3")

django.setup()
organisation = importlib.import_module("betang.organisation.queries")  # it has tables, which want Django set up

# Two cores shared by all make a slow example a matter of luck, so it is no failure.
hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that the same tests can be run again on PostgreSQL."""
    for item in items:
        asks_for_it = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        if asks_for_it or item.get_closest_marker("django_db"):
            item.add_marker("database")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and testing.chromium() is None:
        (pytest.fail if testing.must_not_skip() else pytest.skip)(testing.NO_CHROMIUM)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests measured (`record_property("printed", ...)`), from whichever worker they ran on."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for text in (value for name, value in report.user_properties if name == "printed"):
            terminalreporter.write_line("")
            terminalreporter.write_line(str(text))


@pytest.fixture(autouse=True)
def _places_of_this_story_alone() -> None:
    """The names of places are remembered for as long as a program runs; each story has places of its own."""
    organisation.forget_names()


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser that the machine has; ask for it only in tests marked `browser`."""
    found = testing.chromium()
    assert found is not None, testing.NO_CHROMIUM
    return found
