"""How many homes is a region to get, said and asked at the command line?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from django.utils import timezone

from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.console.files import FILE, content_of
from betang.organisation import queries as organisation
from betang.planning import commands as planning
from betang.planning import queries as planning_queries
from betang.planning.domain.codes import SOURCE
from betang.planning.domain.fields import BY_NAME, Kind
from betang.planning.queries import PARTS_EXCEED, SAID_TWICE, WAITING, TargetView

# Which number of the negotiation a word of the command line means.
PARTS = {
    "proposed": "proposed_homes",
    "region": "region_homes",
    "ministry": "ministry_homes",
    "agreed": "agreed_homes",
}
MARKS = {
    PARTS_EXCEED: "bagian di bawahnya melebihi angka ini",
    SAID_TWICE: "target yang sama dibuat dua instansi",
    WAITING: "ada usulan yang menunggu putusan",
}


@dataclass(frozen=True)
class TargetSet:
    """The target as it now stands, and the fields on which what was said waits beside a value of higher standing."""

    target: TargetView
    waiting: tuple[str, ...]


@dataclass(frozen=True)
class Targets:
    """The targets of a region and of its parts in a year."""

    region_code: str
    year: int
    as_of: date
    targets: Sequence[TargetView]


@deed("set", on_paper=lambda made: _of_set(made))
@click.option("--year", required=True, type=int, help="Tahun target.")
@click.option("--region", required=True, help="Kode wilayah Kemendagri, misalnya 61.05 atau 61.05.19.2001.")
@click.option("--source", required=True, help=f"Sumber dana: {', '.join(SOURCE.codes)}.")
@click.option("--homes", required=True, help="Jumlah rumah.")
@click.option("--part", type=click.Choice(list(PARTS)), default="agreed", show_default=True, help="Angka siapa.")
@click.option("--decree", type=FILE, default=None, help="Berkas SK (PDF, Word, atau foto).")
@click.option("--because", default="Dari baris perintah", show_default=True, help="Alasan, dibaca kantor lain.")
@as_user
def set_target(
    year: int, region: str, source: str, homes: str, part: str, decree: Path | None, because: str, username: str | None
) -> TargetSet:
    """Tetapkan satu angka target; angka lain dalam perundingan tetap tersimpan."""
    who = acting(username)
    key = {"year": str(year), "region_code": region, "source": source}
    paper = (decree.name, content_of(decree)) if decree else None
    saved = planning.save_target(who, key, {PARTS[part]: homes}, because=because, decree=paper)
    return TargetSet(planning_queries.target(who, saved.id), saved.waiting)


@deed("list", on_paper=lambda found: _of_list(found))
@click.option("--region", default="", help="Kode wilayah; tanpa ini wilayah tugas Anda.")
@click.option("--year", required=True, type=int, help="Tahun target.")
@as_user
def list_targets(region: str, year: int, username: str | None) -> Targets:
    """Tampilkan target satu wilayah dan bagian-bagiannya, dengan semua angkanya."""
    who = acting(username)
    where = organisation.resolve(region).code if region else who.region_code
    found = planning_queries.targets(who, year=year, region_code=where)
    return Targets(where, year, timezone.localdate(), found)


def _of_set(made: TargetSet) -> str:
    labels = [BY_NAME[Kind.TARGET][name].label for name in made.waiting]
    waiting = f"\nMenunggu putusan pemilik datanya: {', '.join(labels)}." if labels else ""
    return f"{_line(made.target)}{waiting}"


def _of_list(found: Targets) -> str:
    head = f"Target {found.year} di {found.region_code} (Kemendagri), per {found.as_of:%d-%m-%Y}."
    return "\n".join((head, *(map(_line, found.targets)))) if found.targets else f"{head} Belum ada."


def _line(view: TargetView) -> str:
    numbers = ", ".join(
        f"{BY_NAME[Kind.TARGET][name].label.lower()} {_number(getattr(view, name))}" for name in PARTS.values()
    )
    marks = "".join(f" [{MARKS[mark]}]" for mark in view.marks)
    return f"{view.region_code} {view.place}, {SOURCE.label(view.source)} {view.year}: {numbers}{marks}"


def _number(homes: int | None) -> str:
    return "–" if homes is None else f"{homes:,}".replace(",", ".")


COMMANDS = (
    click.Group(
        "target",
        commands=[set_target, list_targets],
        help="Berapa rumah yang ditargetkan, per tahun, wilayah, dan sumber dana.",
    ),
)
