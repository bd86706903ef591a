"""Under which name may a file be shown and kept?"""

import re

_LONGEST = 150
_DIGITS = re.compile(r"\d(?:[\s._-]?\d){11,}")
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f/\\]")


def clean(name: str) -> str:
    """The last part of the path, without runs of twelve and more digits: some name a list after a NIK."""
    last = re.split(r"[/\\]", name)[-1]
    shown = without_long_numbers(_NOT_SHOWN.sub("", last)).strip()
    return shown[-_LONGEST:] or "tanpa-nama"


def without_long_numbers(text: str, *, instead: str = "…") -> str:
    return _DIGITS.sub(instead, text)
