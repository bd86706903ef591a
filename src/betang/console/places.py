"""How does a node learn the BPS codes of the whole country?"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from betang.console.answering import deed
from betang.console.files import FILE, content_of
from betang.organisation import commands as organisation
from betang.organisation import queries as organisation_queries


@dataclass(frozen=True)
class Bridged:
    """How many BPS codes the node now knows from a table, and since when they hold."""

    codes: int
    valid_from: date


@deed("bps-codes", on_paper=lambda told: f"{told.codes} kode BPS dipadankan, berlaku sejak {told.valid_from}.")
@click.argument("file", type=FILE)
@click.option(
    "--valid-from",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    help="Tanggal tabel padanan itu, misalnya 2022-05-22.",
)
def bps_codes(file: Path, valid_from: datetime) -> Bridged:
    """Impor padanan kode BPS dan Kemendagri (CSV dengan kolom kode_bps dan kode_dagri)."""
    organisation_queries.this_node()
    codes = organisation.import_bps_codes(content_of(file), valid_from=valid_from.date())
    return Bridged(codes, valid_from.date())


COMMANDS = (bps_codes,)
