"""How is a node founded, kept running and compared with another?"""

import threading
from dataclasses import dataclass

import click

from betang import environment
from betang.accounts.founding import found
from betang.console import serving, timed
from betang.console.answering import deed, note
from betang.console.tables import prepare_tables
from betang.jobs import commands as jobs
from betang.journal import keyring
from betang.kernel.errors import Refusal
from betang.organisation import commands as organisation
from betang.organisation import queries as organisation_queries
from betang.organisation.domain.agencies import AgencyKind
from betang.register import queries as register

NOT_FOUNDED = (
    "Simpul ini belum disiapkan. Buka alamat di bawah di peramban mesin ini; kuncinya hanya berlaku sekali jalan."
)


@dataclass(frozen=True)
class Founded:
    """A new node: whose it is, where its data rests, and how its keys can be brought back."""

    agency: str
    kind: str
    region: str
    home: str
    recovery_code: str
    recovery_page: str


@dataclass(frozen=True)
class Digest:
    """One hash of what the register shows, whole and per region; free of ids, keys and clock times."""

    digest: str
    regions: dict[str, str]


@deed("init", on_paper=lambda founded: _welcome(founded))
@click.option("--agency", required=True, help="Nama instansi; yang belum dikenal ditambahkan.")
@click.option("--kind", required=True, type=click.Choice([kind.value for kind in AgencyKind]))
@click.option("--region", required=True, help="Kode wilayah Kemendagri, misalnya 61.05; pusat 00.")
def init(agency: str, kind: str, region: str) -> Founded:
    """Siapkan simpul baru: tabel, kunci, wilayah, instansi."""
    prepare_tables()
    if organisation_queries.is_founded():
        raise Refusal(
            "Simpul di folder data ini sudah disiapkan. Pakai folder lain dengan BETANG_HOME.", code="already_founded"
        )
    made = found(agency=agency, kind=kind, region=region)
    return Founded(made.agency, kind, made.region, str(environment.home()), made.recovery_code, str(made.page))


def _welcome(founded: Founded) -> str:
    return (
        f"Simpul {founded.agency} siap di {founded.home}.\n"
        f"Kode pemulihan kunci: {founded.recovery_code}\n"
        f"Cetak halaman {founded.recovery_page}, simpan di lemari terkunci, lalu hapus berkasnya.\n"
        "Berikutnya: `./betang user add NAMA --role administrator`, lalu `./betang up`."
    )


@deed("up")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def up(port: int) -> None:
    """Jalankan simpul ini di alamat lokal sampai dihentikan; rumah baru disiapkan dulu di peramban."""
    serving.leave_with_parent()
    prepare_tables()
    if organisation_queries.is_founded():
        serving.serve(port=port, ready=lambda address: click.echo(f"ready {address}"))
        return
    organisation.seed_once()
    key = environment.open_first_run()
    note(NOT_FOUNDED)
    serving.serve(port=port, ready=lambda address: click.echo(f"ready {address}/mulai/?kunci={key}"))


@deed("work")
def work() -> None:
    """Kerjakan antrean pekerjaan dan yang berkala; dijalankan sendiri oleh `up`."""
    serving.leave_with_parent()
    stop = threading.Event()
    threading.Thread(target=timed.come_round, args=(stop,), daemon=True).start()
    jobs.work_forever(stop)


@deed("digest", on_paper=lambda answer: "\n".join((answer.digest, *(f"{c}  {h}" for c, h in answer.regions.items()))))
def digest() -> Digest:
    """Satu sidik isi register, per wilayah; sama di dua rumah yang isinya sama."""
    organisation_queries.this_node()
    summary = register.digest()
    return Digest(summary["digest"], summary["regions"])


@deed("recover", on_paper=lambda names: f"Kunci dipulihkan: {', '.join(names) or 'tidak ada yang hilang'}.")
@click.option(
    "--code", prompt="Kode pemulihan", hide_input=True, help="Kode di halaman pemulihan; tanpa ini ditanyakan."
)
def recover(code: str) -> list[str]:
    """Kembalikan kunci yang hilang dari keys/recovery.sealed dengan kode di kertas."""
    package = environment.keys_dir() / keyring.RECOVERY
    if not package.exists():
        raise Refusal(
            "Berkas recovery.sealed tidak ada di folder keys. Salin dulu dari cadangan kunci.", code="no_recovery_file"
        )
    return keyring.recover(code, package.read_bytes())


COMMANDS = (init, up, work, digest, recover)
