"""Which offices are there, and which is no more?"""

from collections.abc import Sequence
from datetime import datetime

import click

from betang.console.answering import deed
from betang.organisation import commands as organisation
from betang.organisation import queries as organisation_queries
from betang.organisation.queries import AgencyView


@deed("abolish", on_paper=lambda told: f"{told.name} dibubarkan sejak {told.abolished_date:%d-%m-%Y}.")
@click.argument("name")
@click.option("--on", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Sejak kapan, misalnya 2026-01-01.")
def abolish(name: str, on: datetime) -> AgencyView:
    """Catat bahwa satu instansi sudah dibubarkan; yang pernah ditulisnya tetap ada."""
    organisation_queries.this_node()
    return organisation.abolish_agency(name, on=on.date())


@deed("list", on_paper=lambda told: "\n".join(map(_line, told)))
def list_agencies() -> Sequence[AgencyView]:
    """Sebutkan semua instansi yang dikenal simpul ini."""
    return organisation_queries.agencies()


def _line(office: AgencyView) -> str:
    ended = f", dibubarkan sejak {office.abolished_date:%d-%m-%Y}" if office.abolished_date else ""
    return f"{office.region_code:<5}  {office.kind:<14}  {office.name}{ended}"


COMMANDS = (click.Group("agency", commands=[abolish, list_agencies], help="Instansi yang dikenal simpul ini."),)
