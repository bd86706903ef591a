"""How does somebody at a terminal say what the headings of a list mean?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from betang.console.answering import RefusedWith
from betang.console.files import content_of
from betang.intake.domain import file_names
from betang.intake.domain.mapping import NeedsMapping, read_mapping, write_mapping
from betang.kernel.errors import Malformed, Refusal


def columns_of(file: Path | None) -> dict[str, str] | None:
    """What a mapping file says; None without one. Raises Malformed."""
    return read_mapping(content_of(file).decode("utf-8-sig", errors="replace")) if file else None


@contextmanager
def asking_in_a_file(file: Path) -> Iterator[None]:
    """Where the headings must be explained first, a file with our guesses is laid beside the list, ready to edit."""
    try:
        yield
    except NeedsMapping as needed:
        asked = _laid_beside(file, write_mapping(needed.guesses))
        told = Malformed(
            "Judul kolom daftar ini belum dikenal: %(known)d dari %(all)d dapat ditebak. Periksa tebakannya di "
            "%(mapping)s, di folder yang sama, lalu jalankan lagi dengan --mapping dan berkas itu.",
            code=needed.code,
            mapping=asked.name,
            **needed.params,
        )
        raise RefusedWith(told, mapping=str(asked)) from None


def _laid_beside(file: Path, content: str) -> Path:
    """A file that somebody may have edited already is not written over."""
    asked = file.with_name(f"{file_names.clean(file.stem)}.kolom.json")
    try:
        with asked.open("x", encoding="utf-8") as new:
            new.write(content)
    except FileExistsError:
        pass
    except OSError:
        raise Refusal(
            "Judul kolom daftar ini belum dikenal, dan berkas pencocokan tidak dapat ditulis di folder yang sama. "
            "Pindahkan daftar ke folder Anda sendiri, lalu jalankan lagi.",
            code="mapping_unwritable",
        ) from None
    return asked
