"""How does a node come back from a stick onto a new machine?"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click
from django.contrib.sessions.models import Session

from betang import environment
from betang.console.answering import deed
from betang.console.backups import databases, package, sealed_file
from betang.console.backups.package import Contents
from betang.console.backups.taking import FOLDER
from betang.console.tables import prepare_tables
from betang.journal import keyring
from betang.journal import queries as journal
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation

_STICK, _HOME = "Folder cadangan", "Folder data Betang"
_FOLDERS = (package.UPLOADS, package.FILES)


@dataclass(frozen=True)
class Restored:
    """Whose node it is, of which moment, and how many commits its journal holds."""

    agency: str
    region: str
    made_at: str
    position: int
    home: str


@deed("restore", on_paper=lambda done: _told(done))
@click.argument("place", metavar="DIR", type=FOLDER)
@click.option(
    "--code", prompt="Kode pemulihan", hide_input=True, help="Kode di halaman pemulihan; tanpa ini ditanyakan."
)
def restore(place: Path, code: str) -> Restored:
    """Pulihkan simpul dari cadangan ke folder data yang masih kosong, dengan kode di kertas."""
    with package.room_wanted(_STICK):
        folder = package.newest(place)
        contents = package.read(folder)
        _refuse_a_changed_file(folder, contents)
        recovery = (folder / package.RECOVERY).read_bytes()
    _refuse_a_home_in_use(contents)
    with package.room_wanted(_HOME):
        _bring_back(folder, contents, keyring.recover(code, recovery))
    prepare_tables()
    Session.objects.all().delete()
    node, position = organisation.this_node(), journal.position()
    if position < contents.position:
        raise sealed_file.damaged()
    return Restored(node.agency_name, node.region_code, contents.made_at.isoformat(), position, str(environment.home()))


def _refuse_a_changed_file(folder: Path, contents: Contents) -> None:
    for name, sha256 in contents.files.items():
        inside = (folder / name).resolve()
        if not inside.is_relative_to(folder.resolve()) or not inside.is_file():
            raise sealed_file.damaged()
        if sealed_file.sha256_of(inside) != sha256:
            raise sealed_file.damaged()


def _refuse_a_home_in_use(contents: Contents) -> None:
    if contents.database != databases.vendor():
        raise Refusal(
            "Cadangan ini dari %(theirs)s, sedangkan simpul ini memakai %(ours)s. Sesuaikan BETANG_DATABASE, lalu "
            "ulangi.",
            code="other_database",
            theirs=contents.database,
            ours=databases.vendor(),
        )
    prepare_tables()
    if organisation.is_founded():
        raise Refusal(
            "Folder data ini sudah berisi simpul; pemulihan hanya ke folder kosong. Pakai folder lain dengan "
            "BETANG_HOME.",
            code="home_in_use",
        )


def _bring_back(folder: Path, contents: Contents, keys: list[str]) -> None:
    """Sealed files, then the database, which is what makes a home a node; whatever fails takes the keys away again.

    A stick may come back from elsewhere with other files or links on it: only what its contents name is taken.
    """
    try:
        with tempfile.TemporaryDirectory(dir=environment.home(), prefix=".pemulihan-") as own:
            plain = Path(own) / "database"
            sealed_file.unseal(folder / package.DATABASE, plain)
            for name in sorted(contents.files):
                if (inside := name.partition("/")[0]) in _FOLDERS:
                    environment.make_private(environment.home() / inside)
                    shutil.copyfile(folder / name, environment.home() / inside / Path(name).name)
            (environment.keys_dir() / keyring.RECOVERY).unlink(missing_ok=True)
            environment.write_private(
                environment.keys_dir() / keyring.RECOVERY, (folder / package.RECOVERY).read_bytes()
            )
            databases.load(plain)
    except BaseException:
        for name in (*keys, keyring.RECOVERY):
            (environment.keys_dir() / name).unlink(missing_ok=True)
        keyring.forget()
        for inside in _FOLDERS:
            shutil.rmtree(environment.home() / inside, ignore_errors=True)
        raise


def _told(done: Restored) -> str:
    return (
        f"Simpul {done.agency} ({done.region}) pulih di {done.home}, seperti pada {done.made_at}. Semua pengguna masuk "
        "lagi dengan kata sandi mereka.\nJangan jalankan lagi simpul yang lama: dua simpul dengan kunci yang sama "
        "menulis seolah-olah satu."
    )
