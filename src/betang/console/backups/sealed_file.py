"""How does a file of any size rest sealed, so that a part missing, changed or moved is noticed?

Pieces of a few megabytes, each sealed alone with its number and whether it is the last, each behind its length.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from betang.journal import keyring
from betang.kernel.errors import Malformed, Refusal

_PIECE_BYTES = 4 << 20
_LENGTH_BYTES, _NUMBER_BYTES = 4, 8


def seal(plain: Path, sealed: Path) -> str:
    """Seal `plain` into the new file `sealed`; its SHA-256 in hex, of the bytes as they lie there."""
    told = hashlib.sha256()
    with plain.open("rb") as source, sealed.open("xb") as target:
        for number, (piece, is_last) in enumerate(_pieces(source)):
            frame = _framed(keyring.seal_bytes(_marked(number, is_last) + piece))
            target.write(frame)
            told.update(frame)
        target.flush()
        os.fsync(target.fileno())
    return told.hexdigest()


def unseal(sealed: Path, plain: Path) -> None:
    """Raises `Malformed` for a file that is cut off or out of order, `Refusal` for one that this key does not open."""
    is_over = False
    with sealed.open("rb") as source, plain.open("xb") as target:
        for number, frame in enumerate(_frames(source)):
            opened = _opened(frame)
            is_over = opened[_NUMBER_BYTES] == 1
            if opened[: _NUMBER_BYTES + 1] != _marked(number, is_over):
                raise damaged()
            target.write(opened[_NUMBER_BYTES + 1 :])
        target.flush()
        os.fsync(target.fileno())
    if not is_over:
        raise damaged()


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def damaged() -> Malformed:
    return Malformed(
        "Cadangan ini rusak atau terpotong, jadi tidak dipakai dan tidak ada yang berubah. Coba cadangan yang lain.",
        code="backup_damaged",
    )


def _pieces(source: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """The pieces, each with whether it is the last; an empty file is one empty piece."""
    piece = source.read(_PIECE_BYTES)
    while True:
        following = source.read(_PIECE_BYTES)
        yield piece, not following
        if not following:
            return
        piece = following


def _marked(number: int, is_last: bool) -> bytes:
    return number.to_bytes(_NUMBER_BYTES, "big") + bytes([is_last])


def _framed(piece: bytes) -> bytes:
    return len(piece).to_bytes(_LENGTH_BYTES, "big") + piece


def _frames(source: BinaryIO) -> Iterator[bytes]:
    while head := source.read(_LENGTH_BYTES):
        length = int.from_bytes(head, "big")
        frame = source.read(length) if length <= 2 * _PIECE_BYTES else b""
        if len(head) < _LENGTH_BYTES or not frame or len(frame) < length:
            raise damaged()
        yield frame


def _opened(frame: bytes) -> bytes:
    try:
        return keyring.open_bytes(frame)
    except Refusal:
        raise damaged() from None
