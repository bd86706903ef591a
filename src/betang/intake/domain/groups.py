"""How many rows may the next group have, so that nobody waits long for the database?"""

FIRST_SIZE = 50
_SMALLEST, _LARGEST = 10, 1_000
# Pages stayed quick while groups held the database under 100 ms. Rows are not all alike, so the aim is half of that.
_AIM_S = 0.05


def next_size(size: int, *, held_s: float) -> int:
    """From the size of a group and how long it held the database; a quarter more at most, for one may be lucky."""
    fitting = int(size * _AIM_S / held_s) if held_s > 0 else _LARGEST
    return max(_SMALLEST, min(fitting, size + size // 4, _LARGEST))
