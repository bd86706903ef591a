"""Does every room keep the floor plan: a paragraph at its door, a question on each file, pure decisions, no drawers?"""

import ast
from pathlib import Path

from tests.architecture.house import EDGE_FILES, SOURCE, is_migration, is_pure, modules, rooms, tree

DRAWERS = {"utils", "helpers", "common", "core", "services", "managers", "signals", "misc", "shared"}
# Deeds that need no forbidden import, and so slip past the import contract.
CLOCK_CHANCE_AND_FILES = {"now", "today", "utcnow", "uuid1", "uuid4", "open", "read_text", "write_text", "read_bytes"}


def test_a_rooms_door_is_one_paragraph_and_imports_nothing() -> None:
    doors = [room / "__init__.py" for room in rooms()]

    assert [_inside(door) for door in doors if not _is_paragraph_alone(door)] == []


def test_every_module_says_which_question_it_answers() -> None:
    silent = [
        name for name, path in modules().items() if not is_migration(path) and path.name != "__init__.py"
        if not ast.get_docstring(tree(path))
    ]  # fmt: skip

    assert silent == []


def test_there_are_no_drawers() -> None:
    named = {name for name in modules() if DRAWERS & set(name.split("."))}

    assert named == set()


def test_at_the_top_there_are_only_rooms_and_the_wiring() -> None:
    loose = {path.stem for path in SOURCE.glob("*.py")} - EDGE_FILES - {"__init__", "__main__"}

    assert loose == set()


def test_decisions_have_no_clock_no_chance_and_no_files() -> None:
    found = [
        f"{_inside(path)}:{line} {deed}" for path in modules().values() if is_pure(path) for line, deed in _calls(path)
        if deed in CLOCK_CHANCE_AND_FILES
    ]  # fmt: skip

    assert found == []


def test_migrations_stand_on_their_own() -> None:
    leaning = [name for name, path in modules().items() if is_migration(path) and _names_our_code(path)]

    assert leaning == []


def test_migrations_are_named_for_what_they_do() -> None:
    automatic = [path.name for path in modules().values() if is_migration(path) and "_auto_" in path.name]

    assert automatic == []


def _is_paragraph_alone(path: Path) -> bool:
    body = tree(path).body
    return len(body) == 1 and bool(ast.get_docstring(tree(path)))


def _calls(path: Path) -> list[tuple[int, str]]:
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    return [(call.lineno, _called(call.func)) for call in calls]


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _names_our_code(path: Path) -> bool:
    nodes = list(ast.walk(tree(path)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    sources = {node.module or "." for node in nodes if isinstance(node, ast.ImportFrom)}
    return any(name == "." or name.split(".")[0] == "betang" for name in plain | sources)


def _inside(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()
