"""What is a thing called, everywhere and for ever?"""

from functools import lru_cache
from hashlib import sha256
from uuid import UUID, uuid5

# Namespace of everything whose id must be equal on every node without asking anyone.
BETANG = UUID("6b3f2f0e-6d0c-5c53-9a0e-3d9a7a1f1c61")
_MARK_BITS = 40


def uuid7(*, unix_ms: int, random_bytes: bytes) -> UUID:
    """RFC 9562, 5.7: 48 bits of milliseconds, version 7, variant 10, 74 bits of chance (`random_bytes`: ten bytes)."""
    chance = int.from_bytes(random_bytes[:10], "big")
    high = chance >> 68  # 12 bits
    low = chance & ((1 << 62) - 1)
    return UUID(int=unix_ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def derived_id(*parts: str) -> UUID:
    """The same id on every node for the same words, as they are compared: without case and outer blanks."""
    return uuid5(BETANG, "\x1f".join(part.strip().casefold() for part in parts))


def marked_id(maker: UUID, *, unix_ms: int, random_bytes: bytes) -> UUID:
    """An id from which anyone can tell whether an agency made it, without asking: RFC 9562, 5.8 (version 8).

    48 bits of milliseconds, 34 bits of chance (`random_bytes`: five bytes or more), 40 bits of the maker's mark.
    """
    chance = int.from_bytes(random_bytes[:5], "big")
    high, middle = chance >> 28, (chance >> 6) & ((1 << 22) - 1)
    return UUID(int=unix_ms << 80 | 0x8 << 76 | high << 64 | 0b10 << 62 | middle << _MARK_BITS | _mark(maker))


def is_marked(thing: UUID, maker: UUID) -> bool:
    """Whether this agency made the thing, as far as its id tells; no id but a marked one says so of anybody."""
    return thing.version == 8 and thing.int & ((1 << _MARK_BITS) - 1) == _mark(maker)


@lru_cache(maxsize=4096)
def _mark(maker: UUID) -> int:
    # Of 2,600 offices two share a mark once in 300,000 such nations.
    return int.from_bytes(sha256(b"betang maker" + maker.bytes).digest()[: _MARK_BITS // 8], "big")
