"""What is a personal number at rest?"""

from dataclasses import dataclass, field

KEY_ID_BYTES = 8
TAG_BYTES = 16
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Sealed:
    """A number sealed under a data key; equal numbers under one key have equal tags, and so are equal here."""

    key_id: bytes
    tag: bytes
    nonce: bytes = field(compare=False)
    ciphertext: bytes = field(compare=False)

    def to_bytes(self) -> bytes:
        """The form in a table's column: the four parts one after the other."""
        return self.key_id + self.tag + self.nonce + self.ciphertext

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Sealed":
        """The parts again."""
        first, second, third = KEY_ID_BYTES, KEY_ID_BYTES + TAG_BYTES, KEY_ID_BYTES + TAG_BYTES + NONCE_BYTES
        return cls(key_id=raw[:first], tag=raw[first:second], nonce=raw[second:third], ciphertext=raw[third:])
