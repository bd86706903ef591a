"""Which is the first word after all words that begin alike?

Words here are of a to z and 0 to 9. A range of words is found through an ordinary index on SQLite and on PostgreSQL,
whatever the collation, since every collation has the digits before the letters and both in their order.
"""

_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"


def after(beginning: str) -> str | None:
    """The first word that no longer begins so; None when nothing comes after."""
    bare = beginning.rstrip(_ALPHABET[-1])
    if not bare:
        return None
    return bare[:-1] + _ALPHABET[_ALPHABET.index(bare[-1]) + 1]
