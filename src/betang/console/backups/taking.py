"""How does a whole node come onto a stick while people work on it?"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click
from django.utils import timezone

from betang import environment
from betang.console.answering import deed
from betang.console.backups import databases, package, sealed_file
from betang.console.backups.package import Contents
from betang.journal import keyring
from betang.journal import queries as journal
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation

FOLDER = click.Path(file_okay=False, path_type=Path)
_STICK, _HOME = "Folder cadangan", "Folder data Betang"


@dataclass(frozen=True)
class BackedUp:
    """Where the backup lies, how much it is, and how many uploads are in it."""

    folder: str
    bytes: int
    uploads: int
    position: int


@deed("backup", on_paper=lambda done: _told(done))
@click.argument("place", metavar="DIR", type=FOLDER)
def backup(place: Path) -> BackedUp:
    """Cadangkan seluruh simpul, tersegel, ke folder ini (misalnya stik USB); boleh sambil dipakai."""
    node = organisation.this_node()
    recovery = _recovery_package()
    now = timezone.localtime()
    folder = place / f"betang {node.region_code} {now:%Y-%m-%d %H.%M.%S}"
    draft = place / f".{folder.name}"
    with package.room_wanted(_STICK):
        place.mkdir(exist_ok=True)
        draft.mkdir()
        try:
            position = journal.position()
            files = _write(draft, recovery)
            contents = Contents(
                package.VERSION, node.agency_name, node.region_code, now, databases.vendor(), position, files
            )
            package.write(draft, contents)
            _look_again(draft, files)
            draft.rename(folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    environment.mark_backup(now)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return BackedUp(str(folder), size, sum(name.startswith(package.UPLOADS) for name in files), position)


def _recovery_package() -> Path:
    path = environment.keys_dir() / keyring.RECOVERY
    if not path.exists():
        raise Refusal(
            "Berkas recovery.sealed tidak ada di folder keys, jadi cadangan ini kelak tidak dapat dibuka. Salin dulu "
            "berkas itu dari cadangan kunci.",
            code="no_recovery_file",
        )
    return path


def _write(draft: Path, recovery: Path) -> dict[str, str]:
    """Everything into the draft; the SHA-256 of each file by its path there."""
    with tempfile.TemporaryDirectory(dir=environment.home(), prefix=".cadangan-") as own:
        plain = Path(own) / "database"
        with package.room_wanted(_HOME):
            databases.dump(plain)
        files = {package.DATABASE: sealed_file.seal(plain, draft / package.DATABASE)}
    shutil.copyfile(recovery, draft / package.RECOVERY)
    files[package.RECOVERY] = sealed_file.sha256_of(draft / package.RECOVERY)
    for name in (package.UPLOADS, package.FILES):
        files |= _copied(environment.home() / name, draft / name)
    return files


def _copied(folder: Path, copies: Path) -> dict[str, str]:
    """The sealed files of a folder; the SHA-256 of each by its path in the backup."""
    copies.mkdir()
    found = {}
    for file in sorted(folder.glob("*.sealed")):
        try:
            shutil.copyfile(file, copies / file.name)
        except FileNotFoundError:
            if file.exists():
                raise
            continue  # its thirty days ended just now
        found[f"{copies.name}/{file.name}"] = sealed_file.sha256_of(copies / file.name)
    return found


def _look_again(draft: Path, files: dict[str, str]) -> None:
    """A stick that lies about what it wrote is found today, not on the day the backup is needed."""
    if any(sealed_file.sha256_of(draft / name) != sha256 for name, sha256 in files.items()):
        raise Refusal(
            "Isi yang dibaca lagi dari folder cadangan tidak sama dengan yang ditulis. Pakai stik lain.",
            code="stick_unsound",
        )


def _told(done: BackedUp) -> str:
    return (
        f"Cadangan tertulis dan sudah dibaca ulang: {done.folder} ({done.bytes / 1e6:.1f} MB, {done.uploads} berkas "
        "unggahan).\nIsinya tersegel. Untuk memulihkannya diperlukan kode di halaman pemulihan yang dicetak; "
        "simpan kertas itu di tempat lain."
    )
