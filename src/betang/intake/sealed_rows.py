"""How do the cells of a row rest in the database? Sealed: they hold names and NIKs."""

from collections.abc import Sequence
from datetime import date

import msgspec

from betang.intake.domain.cells import Cell
from betang.intake.formats.frames import cell as read_cell
from betang.journal import keyring


def seal(cells: Sequence[Cell]) -> bytes:
    packed = [[cell.isoformat()] if isinstance(cell, date) else cell for cell in cells]
    return keyring.seal_bytes(msgspec.msgpack.encode(packed))


def unseal(sealed: bytes) -> list[Cell]:
    return [read_cell(cell) for cell in msgspec.msgpack.decode(keyring.open_bytes(sealed))]
