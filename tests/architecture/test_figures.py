"""Is the house still made of small parts?"""

from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from tests.architecture.house import ROOT, functions, is_migration, modules

MODULE_LINES = 400
MEDIAN_LINES = 9
NINE_IN_TEN_LINES = 35


def test_modules_and_functions_stay_small(record_property: Callable[[str, object], None]) -> None:
    files = [*modules().values(), ROOT / "launcher.py"]
    longest = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    lengths = dict(pair for path in files if not is_migration(path) for pair in _sizes(path))

    middle, nine_in_ten = median(lengths.values()), quantiles(lengths.values(), n=10)[-1]
    record_property("printed", _table(longest, lengths, middle, nine_in_ten))

    assert [_inside(path) for path, lines in longest.items() if lines > MODULE_LINES] == []
    assert middle <= MEDIAN_LINES
    assert nine_in_ten <= NINE_IN_TEN_LINES


def test_test_modules_stay_small_too() -> None:
    too_long = [
        _inside(path) for path in (ROOT / "tests").rglob("*.py") if len(path.read_text().splitlines()) > MODULE_LINES
    ]

    assert too_long == []


def _sizes(path: Path) -> list[tuple[str, int]]:
    """From `def` to the last line, docstring and comments included."""
    return [
        (f"{_inside(path)}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in functions(path)
    ]


def _table(longest: dict[Path, int], lengths: dict[str, int], middle: float, nine_in_ten: float) -> str:
    module, lines = max(longest.items(), key=lambda pair: pair[1])
    function, most = max(lengths.items(), key=lambda pair: pair[1])
    return "\n".join(
        [
            "the house in figures",
            f"  modules            {len(longest):>6}   lines {sum(longest.values())}",
            f"  longest module     {lines:>6}   limit {MODULE_LINES}   {_inside(module)}",
            f"  functions          {len(lengths):>6}",
            f"  median function    {middle:>6.0f}   limit {MEDIAN_LINES}",
            f"  nine in ten        {nine_in_ten:>6.0f}   limit {NINE_IN_TEN_LINES}",
            f"  longest function   {most:>6}               {function}",
        ]
    )


def _inside(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
