"""What does an invented photo of a home look like? A small drawing that says by its colour how far the home is."""

import struct
import zlib

_WIDTH, _HEIGHT = 160, 120
_SKY, _GROUND, _ROOF = (214, 228, 240), (150, 170, 120), (120, 60, 50)
WALLS = {"0": (140, 120, 100), "30": (190, 180, 160), "100": (240, 225, 190), "SERAH TERIMA": (250, 240, 215)}
Colour = tuple[int, int, int]


def home_at(stage: str, *, number: int) -> bytes:
    """A PNG of a house on poles; `number` moves it a little, so that no two files are the same."""
    rows = (b"\x00" + b"".join(bytes(_pixel(x, y, stage, number)) for x in range(_WIDTH)) for y in range(_HEIGHT))
    head = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(rows), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _pixel(x: int, y: int, stage: str, number: int) -> Colour:
    left = 30 + number % 20
    if 25 <= y < 50 and abs(x - left - 50) < (y - 20) * 2:
        return _ROOF
    if left <= x < left + 100 and 50 <= y < 90:
        return WALLS[stage]
    if y >= 90 and (x - left) % 33 < 5 and left <= x < left + 104 and y < 105:
        return _ROOF
    return _GROUND if y >= 100 else _SKY


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
