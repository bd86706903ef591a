"""What stands in the house? Its modules, their trees and what they import, read without running them."""

import ast
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "betang"
EDGE_FILES = {"settings", "environment", "urls", "wsgi"}


def modules(source: Path = SOURCE) -> dict[str, Path]:
    """Dotted name to file, of every module of the package."""
    return {_dotted(path, source): path for path in sorted(source.rglob("*.py"))}


def rooms() -> list[Path]:
    return sorted(folder for folder in SOURCE.iterdir() if (folder / "__init__.py").exists())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def is_migration(path: Path) -> bool:
    return path.parent.name == "migrations"


def is_pure(path: Path) -> bool:
    """Whether a file lies in the kernel or in some room's domain."""
    inside = path.relative_to(SOURCE).parts
    return inside[0] == "kernel" or "domain" in inside[:-1]


def imports(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """Our own modules that this one names anywhere: inside functions and under TYPE_CHECKING too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            yield from (target for target in _named(name, path, node, known) if target in known)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def tracked_files() -> list[Path]:
    """What git keeps, as it would arrive in a clone."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def _dotted(path: Path, source: Path) -> str:
    parts = path.relative_to(source.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _named(name: str, path: Path, node: ast.ImportFrom, known: Mapping[str, Path]) -> Iterator[str]:
    base = _base(name, path, node)
    for alias in node.names:
        deeper = f"{base}.{alias.name}"
        yield deeper if deeper in known else base


def _base(name: str, path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)
