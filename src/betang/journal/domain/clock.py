"""When, in a world of clocks that disagree?

A hybrid logical clock: 48 bits of milliseconds and a 16-bit counter. It only orders what is displayed while a
conflict is open; it can never erase a value.
"""

from datetime import UTC, datetime

_COUNTER_BITS = 16


def advance(last: int, *, now_ms: int) -> int:
    """The next stamp of a stream: at least now, and always after the last."""
    return max(last + 1, now_ms << _COUNTER_BITS)


def moment(hlc: int) -> datetime:
    """The wall-clock part of a stamp, in UTC."""
    return datetime.fromtimestamp((hlc >> _COUNTER_BITS) / 1000, tz=UTC)
