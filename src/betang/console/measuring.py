"""What was measured against what?"""

import subprocess
import sys
from pathlib import Path

import click
import msgspec

from betang.console.answering import deed
from betang.kernel.errors import Refusal

ROOT = Path(__file__).resolve().parents[3]


class Figure(msgspec.Struct, frozen=True):
    """One measured value and the limit it is held to; `holds` says whether it keeps it."""

    name: str
    value: float
    unit: str
    limit: float | None
    holds: bool


@deed("bench", on_paper=lambda figures: "\n".join(map(_line, figures)))
@click.argument("name", required=False)
def bench(name: str | None) -> list[Figure]:
    """Ukur: satu patokan, atau semuanya."""
    known = sorted(path.stem.replace("_", "-") for path in (ROOT / "benchmarks").glob("[a-z]*.py"))
    if name is not None and name not in known:
        raise Refusal(
            "Tidak ada patokan bernama %(name)s. Yang ada: %(known)s.",
            code="no_such_benchmark",
            name=name,
            known=", ".join(known),
        )
    return [figure for each in known if name in (None, each) for figure in _measured(each.replace("-", "_"))]


def _measured(stem: str) -> list[Figure]:
    """Each benchmark is a program of its own, in a home of its own, that ends with its figures as JSON on stdout."""
    program = [sys.executable, "-m", f"benchmarks.{stem}"]
    ran = subprocess.run(program, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(ran.stdout.splitlines()[-1], type=list[Figure])


def _line(figure: Figure) -> str:
    limit = (
        ""
        if figure.limit is None
        else f"  (batas {figure.limit:g}, {'dipenuhi' if figure.holds else 'TIDAK dipenuhi'})"
    )
    return f"{figure.name:<40} {figure.value:10.2f} {figure.unit}{limit}"


COMMANDS = (bench,)
