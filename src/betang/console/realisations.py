"""Which homes count in a region?"""

from dataclasses import dataclass
from datetime import date

import click
from django.utils import timezone

from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.delivery import queries as delivery
from betang.delivery.domain.codes import STAGE
from betang.delivery.queries import HomeFilters, HomeRow
from betang.organisation import queries as organisation
from betang.planning.domain.codes import SOURCE

MOST = 500


@dataclass(frozen=True)
class CountedHome:
    """A home that counts: where, what, paid from which source, how far, and how many offices reported it."""

    id: str
    village_code: str
    place: str
    year: int
    work: str
    source: str
    stage: str
    finished_date: date | None
    reports: int
    cases: int
    may_be_double: bool


@dataclass(frozen=True)
class CountedHomes:
    """The homes of a region: how many, of how many fewer they may be, and the first of them."""

    region_code: str
    place: str
    as_of: date
    total: int
    fewer: int
    homes: list[CountedHome]


@click.group("realisation")
def realisation() -> None:
    """Rumah yang dihitung menuju tiga juta, siapa pun yang membayarnya."""


@deed("list", on_paper=lambda told: _page(told))
@click.option("--region", required=True, help="Kode wilayah, misalnya 61.05.")
@click.option("--year", type=int, default=None, help="Tahun; tanpa ini semua tahun.")
@as_user
def list_homes(region: str, year: int | None, username: str | None) -> CountedHomes:
    """Rumah di satu wilayah, yang terakhir berubah di atas."""
    who, place = acting(username), organisation.resolve(region)
    page = delivery.homes(who, HomeFilters(region_code=place.code, year=year), per_page=MOST)
    return CountedHomes(
        place.code,
        organisation.label(place.code),
        timezone.localdate(),
        page.total,
        page.extra,
        [_home(row) for row in page.rows],
    )


def _home(row: HomeRow) -> CountedHome:
    return CountedHome(
        id=str(row.id),
        village_code=row.village_code,
        place=row.place,
        year=row.year,
        work=row.work,
        source=row.source,
        stage=row.stage,
        finished_date=row.finished_date,
        reports=row.reports,
        cases=row.cases,
        may_be_double=row.is_extra,
    )


def _page(told: CountedHomes) -> str:
    head = f"{told.total} rumah dihitung di {told.place}, per {told.as_of}"
    if told.fewer:
        head += f"; sampai {told.fewer} lebih sedikit bila yang mungkin sama memang satu"
    rows = [
        f"{home.place:<40} {SOURCE.label(home.source):<22} {STAGE.label(home.stage):<12} {home.reports} laporan"
        for home in told.homes
    ]
    rest = [f"... dan {told.total - len(told.homes)} lagi"] if told.total > len(told.homes) else []
    return "\n".join((head, *rows, *rest))


realisation.add_command(list_homes)
COMMANDS = (realisation,)
