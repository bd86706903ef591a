"""What lies in a backup, and which of several is the newest?

A folder of its own on the stick. Only `isi.json` can be read without the key; it names an office, never a person.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from betang.console.backups.sealed_file import damaged
from betang.kernel.errors import Refusal

VERSION = 1
CONTENTS, DATABASE, RECOVERY = "isi.json", "database.sealed", "recovery.sealed"
UPLOADS, FILES = "uploads", "files"  # folders of sealed files, in the backup as in the home


@dataclass(frozen=True)
class Contents:
    """`files`: the SHA-256 of each by its path in the folder. `position`: the journal held at least so many commits."""

    version: int
    agency: str
    region: str
    made_at: datetime
    database: str
    position: int
    files: dict[str, str]


def write(folder: Path, contents: Contents) -> None:
    (folder / CONTENTS).write_bytes(msgspec.json.format(msgspec.json.encode(contents), indent=1))


def read(folder: Path) -> Contents:
    try:
        contents = msgspec.json.decode((folder / CONTENTS).read_bytes(), type=Contents)
    except (OSError, msgspec.DecodeError):
        raise damaged() from None
    if contents.version > VERSION:
        raise Refusal(
            "Cadangan ini dibuat Betang yang lebih baru. Perbarui Betang di mesin ini, lalu ulangi.",
            code="backup_too_new",
        )
    return contents


def newest(place: Path) -> Path:
    """The backup in this folder, or the newest of those below it."""
    if (place / CONTENTS).exists():
        return place
    found = sorted(place.glob(f"betang */{CONTENTS}"), key=lambda path: path.parent.name)
    if not found:
        raise Refusal(
            "Di folder ini tidak ada cadangan Betang. Sebut folder yang berisi isi.json, atau folder di atasnya.",
            code="no_backup_here",
        )
    return found[-1].parent


@contextmanager
def room_wanted(place: str) -> Iterator[None]:
    """A disk that is full or cannot be written is a sentence, not a traceback; `place` names it in that sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise Refusal(
                "%(place)s penuh, jadi tidak ada yang ditinggalkan di sana. Kosongkan atau pakai yang lain, lalu "
                "ulangi.",
                code="disk_full",
                place=place,
            ) from None
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EIO}:
            raise Refusal(
                "%(place)s tidak dapat dibaca atau ditulisi. Periksa nama dan izinnya, lalu ulangi.",
                code="place_unwritable",
                place=place,
            ) from None
        raise
