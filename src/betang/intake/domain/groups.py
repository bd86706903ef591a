"""How many rows may the next group have, so that nobody waits long for the database?"""

FIRST_SIZE = 50
_SMALLEST, _LARGEST = 10, 1_000
# Pages stayed quick while groups held the database under 100 ms; aim a little lower, for rows are not all alike.
_AIM_S = 0.06


def next_size(size: int, *, held_s: float) -> int:
    """From the size of a group and how long it held the database; at most the double, for one may be lucky."""
    if held_s <= 0:
        return min(size * 2, _LARGEST)
    fitting = int(size * _AIM_S / held_s)
    return max(_SMALLEST, min(fitting, size * 2, _LARGEST))
