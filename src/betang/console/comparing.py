"""How do two lists differ, for a script or on a terminal?"""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import click

from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.console.files import FILE, content_of
from betang.console.progress import bar
from betang.intake import commands as intake
from betang.intake.commands import Chosen, SideKind
from betang.intake.domain import comparing_words as words
from betang.intake.domain.comparing_told import Counts, FieldCount, Told, label
from betang.intake.formats import comparison_workbook
from betang.kernel.errors import Refusal

_REGISTER = "register"


@dataclass(frozen=True)
class SumLine:
    """A line of the sum: a total, or a signed number that leads from one total to the next, and why."""

    sentence: str
    number: int
    kind: str
    reason: str
    ours: bool


@dataclass(frozen=True)
class Compared:
    """How two lists differ; the signed numbers of `sum` lead from the rows of the first to the rows of the second."""

    ours: str
    theirs: str
    counts: Counts
    sum: tuple[SumLine, ...]
    fields: tuple[FieldCount, ...]
    workbook: str | None


@deed("compare", on_paper=lambda compared: _on_paper(compared))
@click.argument("ours", metavar="A")
@click.argument("theirs", metavar="B")
@click.option("--out", type=FILE, default=None, help="Tulis hasilnya sebagai buku kerja (.xlsx), nomor disamarkan.")
@as_user
def compare(ours: str, theirs: str, out: Path | None, username: str | None) -> Compared:
    """Bandingkan dua daftar: berkas, nomor daftar yang pernah dikirim, atau kata `register`."""
    who = acting(username)
    with bar("Membandingkan") as progress:
        told = intake.compare(who, _chosen(ours), _chosen(theirs), progress)
    if out is not None:
        _write(out, comparison_workbook.write(told))
    return _answer(told, out)


def _chosen(text: str) -> Chosen:
    if text == _REGISTER:
        return Chosen(SideKind.REGISTER)
    try:
        return Chosen(SideKind.BATCH, batch=UUID(text))
    except ValueError:
        path = Path(text)
        return Chosen(SideKind.FILE, file_name=path.name, content=content_of(path))


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError:
        raise Refusal(
            "Berkas tidak dapat ditulis di situ. Periksa folder tujuan dan izinnya.", code="file_unwritable"
        ) from None


def _answer(told: Told, out: Path | None) -> Compared:
    return Compared(
        ours=words.name_of(told, ours=True),
        theirs=words.name_of(told, ours=False),
        counts=told.counts,
        sum=tuple(
            SumLine(words.sentence(line, told), line.number, line.kind, line.reason, line.ours) for line in told.lines
        ),
        fields=told.fields,
        workbook=str(out) if out else None,
    )


def _on_paper(compared: Compared) -> str:
    counts = compared.counts
    lines = [_line(each) for each in compared.sum]
    differing = [f"  {each.different:>8}  {label(each.field)}" for each in compared.fields if each.different]
    told = (
        f"Dari {counts.both} keluarga yang pasti sama: {counts.same} sama isinya, {counts.different} berbeda, "
        f"{counts.fuller} lebih lengkap di satu daftar. Mungkin sama: {counts.maybe}."
    )
    written = [f"Buku kerja: {compared.workbook}"] if compared.workbook else []
    return "\n".join([*lines, "", told, *differing, *written])


def _line(line: SumLine) -> str:
    number = str(line.number) if line.kind and not line.reason else f"{line.number:+d}"
    return f"{'=' if not line.reason else ' '} {number:>8}  {line.sentence}"


COMMANDS = (compare,)
