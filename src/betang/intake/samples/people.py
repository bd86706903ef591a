"""Who lives in a sample list? Invented names and invented NIKs, never a real person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

# 78 % of the heads in a regency's verification list had a name of one word.
ONE_WORD_SHARE = 0.78
# 21 of its 1,527 NIKs were first issued in another regency: information, not an error.
ISSUED_ELSEWHERE_SHARE = 0.014

MEN_STARTS = ("Su", "Bam", "Har", "Yo", "La", "Bu", "Ab", "Jam", "Mar", "Ti", "Sa", "Pe", "Do", "Ro", "Ju", "Ka")
MEN_ENDS = ("tono", "bang", "yadi", "seph", "mbang", "run", "dul", "hari", "linus", "nus", "rudin", "trus", "minus")
WOMEN_STARTS = ("Si", "Mar", "Ra", "Yu", "Ha", "Su", "No", "Lu", "Ma", "Jai", "Ro", "Te", "Ag", "Ka", "Li", "Wa")
WOMEN_ENDS = ("tinah", "lena", "hmah", "liana", "sanah", "parni", "raini", "sia", "tilda", "nah", "sita", "resia")
MIDDLES = ("", "", "ka", "ri", "no", "ma", "ti", "sa")
SECOND_WORDS = (
    "Anyang", "Bide", "Bunut", "Jalung", "Kayan", "Lanting", "Mawang", "Nyadan", "Panggau", "Rinding",
    "Sabang", "Tekam", "Ujung", "Wangkang", "bin Sahar", "bin Jaluk", "binti Marau", "binti Salong",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    nik: str
    sex: str
    born: date


def invent(rng: Random, *, village: str, serial: int) -> Person:
    """A head of family; `serial` keeps two invented people from sharing a NIK."""
    sex = "PEREMPUAN" if rng.random() < 0.17 else "LAKI-LAKI"
    born = _born(serial)
    nik = _nik(rng, issued=_district_of_issue(rng, village), sex=sex, born=born, serial=serial)
    return Person(name=_name(rng, sex), nik=nik, sex=sex, born=born)


def family_number(*, village: str, serial: int) -> str:
    """A KK number: the district and day of registration, and a serial; no two for the same `serial`."""
    turn, day = divmod(serial * 37, _CARD_DAYS)
    year, month = divmod(day // 28, 12)
    return f"{village[:8].replace('.', '')}{day % 28 + 1:02d}{month + 1:02d}{year + 6:02d}{turn + 1:04d}"


def _district_of_issue(rng: Random, village: str) -> str:
    if rng.random() >= ISSUED_ELSEWHERE_SHARE:
        return village[:8]
    return f"61.{rng.randint(1, 12):02d}.{rng.randint(1, 9):02d}"


def _name(rng: Random, sex: str) -> str:
    starts, ends = (MEN_STARTS, MEN_ENDS) if sex == "LAKI-LAKI" else (WOMEN_STARTS, WOMEN_ENDS)
    first = rng.choice(starts) + rng.choice(MIDDLES) + rng.choice(ends)
    name = first if rng.random() < ONE_WORD_SHARE else f"{first} {rng.choice(SECOND_WORDS)}"
    return name.upper() if rng.random() < 0.6 else name


def _born(serial: int) -> date:
    day = _SPAN_DAYS_START + serial * 7919 % _SPAN_DAYS
    return date(day // 336, day // 28 % 12 + 1, day % 28 + 1)


def _nik(rng: Random, *, issued: str, sex: str, born: date, serial: int) -> str:
    """The district of issue, the birth date (a woman's day + 40), and a serial that with the date is used once."""
    shown_day = born.day + 40 if sex == "PEREMPUAN" else born.day
    counter = 1 + (serial // _SPAN_DAYS) % 9 + rng.randint(0, 998) * 10
    return f"{issued.replace('.', '')}{shown_day:02d}{born:%m%y}{counter:04d}"


# Years of twelve months of 28 days: every date in it exists. Heads born from 1945 to 2002.
_SPAN_DAYS_START = 1945 * 336
_SPAN_DAYS = (2003 - 1945) * 336
# KK cards written from 2006 to 2024.
_CARD_DAYS = 19 * 336
