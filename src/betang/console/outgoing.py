"""How does a list get out again?"""

from dataclasses import dataclass
from pathlib import Path

import click

from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.console.files import FILE
from betang.console.progress import bar
from betang.intake import commands as intake
from betang.intake.commands import ExportOrder
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation
from betang.register.queries import ListFilters


@dataclass(frozen=True)
class Written:
    """Where the list stands, and how many families are in it; whether its numbers are full."""

    workbook: str
    template: str
    families: int
    full: bool


@deed("export", on_paper=lambda written: _sentence(written))
@click.argument("out", type=FILE)
@click.option("--template", type=click.Choice(intake.TEMPLATES), required=True)
@click.option("--region", default="", help="Kode wilayah Kemendagri, misalnya 61.05.19; tanpa ini seluruh wilayah.")
@click.option("--full", is_flag=True, help="NIK dan KK utuh; tercatat, dengan --because.")
@click.option("--because", default="", help="Keperluan nomor utuh, dengan kata-kata.")
@as_user
def export(
    out: Path, template: str, region: str, full: bool, because: str, username: str | None
) -> Written:  # fmt: skip
    """Keluarkan daftar sebagai buku kerja; NIK dan KK disamarkan kecuali dengan --full."""
    code = organisation.resolve(region).code if region else ""
    order = ExportOrder(template, ListFilters(region_code=code), full=full, because=because)
    with bar("Mengeluarkan") as progress:
        exported = intake.export(acting(username), order, progress)
    _write(out, exported.content)
    return Written(str(out), template, exported.rows, full)


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError:
        raise Refusal(
            "Berkas tidak dapat ditulis di situ. Periksa folder tujuan dan izinnya.", code="file_unwritable"
        ) from None


def _sentence(written: Written) -> str:
    return f"{written.families} keluarga tertulis di {written.workbook}."


COMMANDS = (export,)
