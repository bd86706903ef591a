"""What was needed, wanted and delivered in a region, asked at the command line?"""

from collections.abc import Iterator
from pathlib import Path

import click
from django.utils import timezone

from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.figures import queries as figures
from betang.figures.domain import wording
from betang.figures.formats import workbook
from betang.figures.queries import Achievement, AchievementRow
from betang.kernel.errors import Malformed
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import level_of


@deed("capaian", on_paper=lambda told: "\n".join(_paper(told)))
@click.option("--region", required=True, help="Kode wilayah Kemendagri, misalnya 61 atau 61.05.")
@click.option("--year", type=int, default=None, help="Tahun; tanpa ini tahun berjalan.")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Tulis juga sebagai buku kerja .xlsx.")
@as_user
def capaian(region: str, year: int | None, out: Path | None, username: str | None) -> Achievement:
    """Kebutuhan, target, dan realisasi satu wilayah dan bagian-bagiannya, dengan pemeriksaan jumlahnya."""
    who, today = acting(username), timezone.localdate()
    where = organisation.resolve(region).code
    told = figures.achievement(who, where, year=year or today.year, today=today)
    if out is not None:
        _save(out, workbook.write(told))
    return told


def _save(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError:
        raise Malformed("Berkas tidak dapat ditulis. Periksa foldernya dan izinnya.", code="file_unwritable") from None


def _paper(told: Achievement) -> Iterator[str]:
    at = timezone.localtime(told.as_of)
    yield f"Capaian {told.year}, {told.place}, {told.region_code} (Kemendagri), per {at:%d-%m-%Y pukul %H.%M}."
    for row in told.rows:
        yield _line(row.name, row)
    if told.rest:
        yield _line(wording.RESTS[level_of(told.region_code)], told.rest)
    yield _line(wording.TOTAL, told.total)
    for check in told.checks:
        parts = f"{_number(check.parts)} + {_number(check.rest)}"
        gap = "cocok" if check.adds else f"TIDAK cocok, selisih {_number(check.gap)}"
        yield f"{wording.SUBJECTS[check.subject]}: {parts} = {_number(check.whole)}: {gap}."
    for each in told.silent:
        since = f"sejak {each.since:%d-%m-%Y}" if each.since else "belum pernah"
        yield f"Belum melapor: {each.agency}, {since}."


def _line(name: str, row: AchievementRow) -> str:
    extra = f" (hingga {_number(row.finished_extra)} lebih sedikit)" if row.finished_extra else ""
    bare = f", belum rinci {_number(row.unitemised)}" if row.unitemised else ""
    return (
        f"{name}: membutuhkan {_number(row.need)}, target {_number(row.target)}, "
        f"selesai {_number(row.finished)}{extra}, sedang dikerjakan {_number(row.under_way)}{bare}, "
        f"sisa {_number(row.left)}, perlu per bulan {_number(row.per_month_needed)}."
    )


def _number(value: int | None) -> str:
    return "–" if value is None else f"{value:,}".replace(",", ".")


COMMANDS = (capaian,)
