"""How does a list get in, and where does one to try with come from?"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID

import click

from betang.accounts.queries import Acting
from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.console.batches import list_batches, undo
from betang.console.files import FILE, content_of
from betang.console.groups import Deeds
from betang.console.mapping import asking_in_a_file, columns_of
from betang.console.progress import bar
from betang.intake import commands as intake
from betang.intake import queries as intake_queries
from betang.intake.commands import Counts
from betang.intake.samples import bsps2026, cases, ertlh, ertlh46, homes, jambi18

SAMPLES = {
    "ertlh": ertlh.write,
    "ertlh46": ertlh46.write,
    "bsps2026": bsps2026.write,
    "jambi18": jambi18.write,
    "rumah": homes.write,
    "kasus": cases.write,
}


@dataclass(frozen=True)
class TakenIn:
    """What became of the rows of a file; `repaired` and `flagged` count rows among those not returned."""

    batch: UUID | None
    accepted: int
    updated: int
    unchanged: int
    returned: int
    repaired: int
    flagged: int


@dataclass(frozen=True)
class Sampled:
    """An invented list, and where the truth about its rows stands."""

    rows: int
    workbook: str
    truth: str | None


@deed("intake", on_paper=lambda taken: _sentence(taken))
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Hanya periksa; tidak ada yang ditulis.")
@click.option("--returned", type=FILE, default=None, help="Tulis baris yang dikembalikan ke buku kerja ini.")
@click.option("--mapping", type=FILE, default=None, help="Berkas yang mengatakan arti tiap judul, kalau belum dikenal.")
@as_user
def take_in(file: Path, dry_run: bool, returned: Path | None, mapping: Path | None, username: str | None) -> TakenIn:
    """Masukkan daftar (.xlsx, .xls, .ods, atau .csv); baris yang salah kembali dengan alasannya."""
    who, content, columns = acting(username), content_of(file), columns_of(mapping)
    with asking_in_a_file(file):
        if dry_run:
            with bar("Memeriksa") as progress:
                return _told(None, intake.dry_run(who, file.name, content, progress, columns=columns))
        batch, counts = take_in_now(who, file.name, content, title="Memasukkan", columns=columns)
    if returned is not None:
        returned.write_bytes(intake_queries.returned_workbook(who, batch))
    return _told(batch, counts)


def take_in_now(
    who: Acting, name: str, content: bytes, *, title: str, columns: Mapping[str, str] | None = None
) -> tuple[UUID, Counts]:
    """Take a list in while the terminal waits; the batch's id and counts. `columns` says what its headings mean."""
    batch = intake.open_batch(who, name, content, columns=columns)
    with bar(title) as progress:
        return batch.id, intake.run_batch(batch.id, progress)


def _told(batch: UUID | None, counts: Counts) -> TakenIn:
    return TakenIn(batch=batch, **asdict(counts))


def _sentence(taken: TakenIn) -> str:
    went_in = taken.accepted + taken.updated + taken.unchanged
    head = (
        f"{went_in} baris masuk, {taken.returned} dikembalikan." if taken.batch else "Uji coba, belum ada yang ditulis."
    )
    return (
        f"{head}\n"
        f"baru {taken.accepted}, diperbarui {taken.updated}, tidak berubah {taken.unchanged}, "
        f"dikembalikan {taken.returned}; "
        f"di antara yang masuk: dirapikan {taken.repaired}, perlu dilihat {taken.flagged}."
    )


@deed("sample", on_paper=lambda made: f"{made.rows} baris rekaan tertulis di {made.workbook}.")
@click.argument("out", type=FILE)
@click.option("--template", type=click.Choice(list(SAMPLES)), default="ertlh", show_default=True)
@click.option("--region", required=True, help="Kode wilayah Kemendagri, misalnya 61.05.")
@click.option("--rows", required=True, type=click.IntRange(0, 1_000_000))
@click.option("--seed", default=1, show_default=True, type=int)
@click.option("--truth", type=FILE, default=None, help="Tulis kebenaran tiap baris (JSONL) ke berkas ini.")
def sample(out: Path, template: str, region: str, rows: int, seed: int, truth: Path | None) -> Sampled:
    """Tulis daftar rekaan dengan cacat seperti di lapangan; bukan orang sungguhan."""
    SAMPLES[template](out, region=region, rows=rows, seed=seed, truth=truth)
    return Sampled(rows, str(out), str(truth) if truth else None)


COMMANDS = (Deeds(take_in, undo, list_batches), sample)
