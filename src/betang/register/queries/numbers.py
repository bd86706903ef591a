"""How is a personal number shown to people who have not asked to open it?"""

from betang.journal import keyring
from betang.journal.domain.sealed import Sealed
from betang.kernel import civil_numbers

SEALED = "tersegel"  # sealed under a key that this node does not hold


def masked(value: Sealed | bytes | memoryview | None) -> str:
    """`6105••••••••0003`; nothing where there is no number."""
    if value is None:
        return ""
    sealed = value if isinstance(value, Sealed) else Sealed.from_bytes(bytes(value))
    number = keyring.open_number(sealed)
    return SEALED if number is None else civil_numbers.mask(number)
