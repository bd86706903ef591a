"""What is a thing called, everywhere and for ever?"""

from uuid import UUID, uuid5

# Namespace of everything whose id must be equal on every node without asking anyone.
BETANG = UUID("6b3f2f0e-6d0c-5c53-9a0e-3d9a7a1f1c61")


def uuid7(*, unix_ms: int, random_bytes: bytes) -> UUID:
    """RFC 9562, 5.7: 48 bits of milliseconds, version 7, variant 10, 74 bits of chance (`random_bytes`: ten bytes)."""
    chance = int.from_bytes(random_bytes[:10], "big")
    high = chance >> 68  # 12 bits
    low = chance & ((1 << 62) - 1)
    return UUID(int=unix_ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def derived_id(*parts: str) -> UUID:
    """The same id on every node for the same words, as they are compared: without case and outer blanks."""
    return uuid5(BETANG, "\x1f".join(part.strip().casefold() for part in parts))
