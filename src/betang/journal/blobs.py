"""How does a photo, a decree or a presentation rest here, named by what is in it?

Records name a file by the SHA-256 of its content. The content rests sealed in the home, so that a stick or a stolen
laptop shows no face and no name; a node that has a record may not have received the file yet.
"""

from collections.abc import Container
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.utils import timezone

from betang import environment
from betang.journal import keyring
from betang.journal.domain.file_kinds import KINDS, MOST_BYTES, FileKind
from betang.journal.models import Blob
from betang.kernel.errors import Malformed, Refusal


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file with its content, and the media type that its content shows."""

    sha256: str
    media_type: str
    content: bytes


def keep(content: bytes, *, allowed: Container[FileKind]) -> str:
    """Keep a file; its SHA-256. The same file is kept once, and heals a copy that was damaged.

    Raises `Malformed` for what is empty, too big or no such kind: what it is follows from its first bytes, never from
    its name.
    """
    kind = _kind_of(content, allowed)
    name = sha256(content).hexdigest()
    path = environment.files_dir() / f"{name}.sealed"
    if not _is_sound(path, name):
        path.unlink(missing_ok=True)
        environment.write_private(path, keyring.seal_bytes(content))
    Blob.objects.get_or_create(
        sha256=name,
        defaults={"size_bytes": len(content), "media_type": KINDS[kind].media_type, "kept_at": timezone.now()},
    )
    return name


def read(name: str) -> KeptFile:
    """A file by its SHA-256. Raises `Refusal` if it has not come here yet, or is not what it was."""
    row = Blob.objects.filter(pk=name).first()
    path = environment.files_dir() / f"{name}.sealed"
    if row is None or not path.exists():
        raise Refusal("Berkas ini belum diterima di simpul ini.", code="file_not_here")
    content = keyring.open_bytes(path.read_bytes())
    if sha256(content).hexdigest() != name:
        raise Refusal("Berkas ini berubah sejak disimpan, jadi tidak ditampilkan.", code="file_changed")
    return KeptFile(name, row.media_type, content)


def is_here(name: str) -> bool:
    """Whether a file that a record names has come here."""
    return Blob.objects.filter(pk=name).exists()


def _is_sound(path: Path, name: str) -> bool:
    try:
        return sha256(keyring.open_bytes(path.read_bytes())).hexdigest() == name
    except (FileNotFoundError, Refusal):
        return False


def _kind_of(content: bytes, allowed: Container[FileKind]) -> FileKind:
    if not content or len(content) > MOST_BYTES:
        raise Malformed(
            "Berkas ini kosong atau lebih besar dari %(most)s MB. Kecilkan dulu, lalu kirim lagi.",
            code="file_size",
            most=MOST_BYTES // 1_000_000,
        )
    for kind, form in KINDS.items():
        if kind in allowed and form.fits(content):
            return kind
    raise Malformed(
        "Jenis berkas ini tidak diterima di sini. Kirim %(kinds)s.",
        code="file_kind",
        kinds=", ".join(form.label for kind, form in KINDS.items() if kind in allowed),
    )
