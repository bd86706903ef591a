"""What is in the file that was named?"""

from pathlib import Path

import click

from betang.kernel.errors import Malformed

FILE = click.Path(dir_okay=False, path_type=Path)


def content_of(file: Path) -> bytes:
    """All of it; raises `Malformed` for one that is not there or may not be read."""
    try:
        return file.read_bytes()
    except OSError:
        raise Malformed("Berkas tidak dapat dibaca. Periksa nama dan izinnya.", code="file_unreadable") from None
