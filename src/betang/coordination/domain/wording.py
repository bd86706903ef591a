"""How does an official paper say a day, a list, a number, and what somebody typed?"""

import unicodedata
from collections.abc import Sequence
from datetime import date

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_COUNTS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_ENDINGS = (".", "!", "?", "”", "…")
_SPACES = frozenset({"Zs", "Zl", "Zp"})
# Control characters, marks that turn the direction of writing, halves of characters, characters that are none.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})


def plain(text: str) -> str:
    """What somebody typed as one line of visible characters: nothing that steers a screen, a printer or a reader."""
    shown = (" " if char in "\t\r\n" or unicodedata.category(char) in _SPACES else char for char in text)
    return " ".join("".join(char for char in shown if unicodedata.category(char) not in _DROPPED).split())


def day(on: date) -> str:
    """12 Juni 2025"""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def weekday(on: date) -> str:
    """Kamis"""
    return DAYS[on.weekday()]


def number(value: int) -> str:
    """8.266"""
    return f"{value:,}".replace(",", ".")


def count(value: int) -> str:
    """delapan; from twelve on in figures"""
    return _COUNTS[value] if value < len(_COUNTS) else number(value)


def listed(parts: Sequence[str]) -> str:
    """A, B, dan C"""
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def sentence(text: str) -> str:
    """With its full stop, once."""
    return text if text.endswith(_ENDINGS) else f"{text}."


def capital(text: str) -> str:
    """With a capital at its head; the rest as typed."""
    return text[:1].upper() + text[1:]


def led_by(lead: str, text: str) -> str:
    """`Dalam rangka` before what follows it, also where that was typed with it already."""
    return capital(text) if text.casefold().startswith(lead.casefold()) else f"{lead} {text}"


def cut(text: str, length: int) -> str:
    """At most so many characters, the last of them saying that there were more."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def quoted(text: str) -> str:
    """In quotation marks, once."""
    return text if text.startswith(("“", '"')) else f"“{text}”"
