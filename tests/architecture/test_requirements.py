"""Does a fresh clone get every package that the code imports, locked, and with its licence written down?"""

import ast
import re
import sys
from importlib.metadata import packages_distributions

from tests.architecture.house import ROOT, modules, tree

NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", re.MULTILINE)


def test_every_package_that_the_code_imports_is_asked_for() -> None:
    asked = _names((ROOT / "requirements.in").read_text())

    missing = {package for package in _imported() if _plain(package) not in asked}

    assert missing == set()


def test_every_package_that_is_asked_for_is_locked_by_hash() -> None:
    for name in ("requirements", "requirements-test"):
        locked = (ROOT / f"{name}.txt").read_text()

        assert _names((ROOT / f"{name}.in").read_text()) <= _names(locked)
        assert locked.count("==") <= locked.count("--hash=sha256:")


def test_every_package_that_is_asked_for_has_its_licence_on_record() -> None:
    page = (ROOT / "docs" / "operations" / "dependencies.md").read_text().lower()
    asked = _names((ROOT / "requirements.in").read_text()) | _names((ROOT / "requirements-test.in").read_text())

    assert {name for name in asked if name not in page} == set()


def _imported() -> set[str]:
    """Distributions of the top-level modules that the package imports and that Python does not bring."""
    providers = packages_distributions()
    found = {top for path in modules().values() for node in ast.walk(tree(path)) for top in _tops(node)}
    return {providers.get(top, [top])[0] for top in found - sys.stdlib_module_names - {"betang"}}


def _tops(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return {node.module.split(".")[0]}
    return set()


def _names(listed: str) -> set[str]:
    return {_plain(name) for name in NAME.findall(listed)}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
