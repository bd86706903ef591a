"""Can every module be understood before the ones that import it? Hidden imports are counted like open ones."""

import ast
import graphlib
from pathlib import Path

import pytest

from tests.architecture.house import SOURCE, imports, modules, tree


def test_no_module_reaches_itself_again() -> None:
    assert _cycle(SOURCE) == []


def test_no_import_is_hidden_under_type_checking() -> None:
    hiding = [name for name, path in modules().items() if "TYPE_CHECKING" in _names(path)]

    assert hiding == []


@pytest.mark.parametrize(
    "hidden",
    [
        "from betang.b import two",
        "import betang.b",
        "from betang import b",
        "def late():\n    from betang.b import two",
        "if TYPE_CHECKING:\n    import betang.b",
        "from . import b",
    ],
)
def test_a_cycle_is_seen_however_it_hides(tmp_path: Path, hidden: str) -> None:
    package = tmp_path / "betang"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "a.py").write_text(hidden)
    (package / "b.py").write_text("from betang import a\n\ntwo = 2\n")

    assert set(_cycle(package)) == {"betang.a", "betang.b"}


def _cycle(source: Path) -> list[str]:
    known = modules(source)
    graph = {name: set(imports(name, path, known)) - {name} for name, path in known.items()}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return [str(name) for name in error.args[1]]
    return []


def _names(path: Path) -> set[str]:
    return {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
