"""Is this a NIK or a KK number, and how far can it be trusted?

A NIK is 16 digits: PPKKCC (where first issued, not where its holder lives), DDMMYY (a woman's day plus 40) and a
serial from 0001. A doubtful number is kept as written, marked, and never used to match anyone.
"""

import re
from datetime import date

LENGTH = 16
HIDDEN = "••••••••"
# Excel keeps 15 significant digits, so a 16-digit number typed into a cell comes back ending in 0 and, after a round
# trip through a float format, in 0000.
_EXPONENT = re.compile(r"^\d([.,]\d+)?E\+?\d+$", re.IGNORECASE)
_IN_TEXT = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)", re.ASCII)
_LOOKS_LIKE = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})


def clean(text: str) -> str:
    """The number without what surely does not belong to it: quotes, blanks, dots, dashes, letter O and l."""
    bare = text.strip().strip("'\"`’‘").strip()
    if _EXPONENT.match(bare):
        return bare
    bare = re.sub(r"\.0$", "", bare)
    joined = re.sub(r"[\s.\-\u00a0'’]", "", bare)
    swapped = joined.translate(_LOOKS_LIKE)
    return swapped if swapped.isascii() and swapped.isdigit() else joined


def stands_in(text: str) -> bool:
    """Whether sixteen digits stand in a text, written together or in groups, as a NIK or KK number does."""
    return _IN_TEXT.search(text) is not None


def nik_doubt(text: str) -> str | None:
    """Why this NIK cannot be relied on, as a code; None when it can."""
    return _doubt(text) or _nik_doubt(text)


def kk_doubt(text: str) -> str | None:
    """Why this KK number cannot be relied on, as a code; None when it can."""
    return _doubt(text)


def _doubt(text: str) -> str | None:
    if not text:
        return "empty"
    if _EXPONENT.match(text):
        return "excel_exponent"
    if not (text.isascii() and text.isdigit()):
        return "not_digits"
    if len(text) != LENGTH:
        return {15: "fifteen_digits", 17: "seventeen_digits"}.get(len(text), "wrong_length")
    if text.endswith("0000"):
        return "lost_digits"
    return None


def _nik_doubt(nik: str) -> str | None:
    return None if birth_date_in_nik(nik, today=date(2999, 12, 31)) else "no_such_date"


def sex_in_nik(nik: str) -> str:
    """`PEREMPUAN` if the day of birth carries the plus 40, else `LAKI-LAKI`."""
    return "PEREMPUAN" if int(nik[6:8]) > 40 else "LAKI-LAKI"


def birth_date_in_nik(nik: str, *, today: date) -> date | None:
    """The date inside a 16-digit NIK, in the younger century not in the future; None if there is no such day."""
    day = int(nik[6:8])
    day = day - 40 if day > 40 else day
    year = int(nik[10:12])
    for century in (2000, 1900):
        try:
            born = date(century + year, int(nik[8:10]), day)
        except ValueError:
            continue
        if born <= today:
            return born
    return None


def mask(number: str) -> str:
    """First and last four with the middle hidden, `6105••••••••0003`; a short or odd one shows nothing but dots."""
    if len(number) != LENGTH or not number.isdigit():
        return HIDDEN
    return f"{number[:4]}{HIDDEN}{number[-4:]}"


def masked_in(text: object) -> str:
    """The masked number that a text is, in the form in which `mask` writes it; empty for any other."""
    return text.strip() if isinstance(text, str) and HIDDEN in text else ""
