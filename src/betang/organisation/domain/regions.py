"""What does a region code mean, and in whose system?

Kemendagri and BPS codes look alike, and in 166 regencies the BPS code is another regency's Kemendagri code: a code
without its system is refused. Dotted codes are Kemendagri's (Kepmendagri 300.2.2-2138/2025), `bps:6107` is BPS's.
"""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from betang.kernel.errors import Refusal

NATION = "00"
_DOTTED = re.compile(r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$")
_BPS = re.compile(r"^bps:(\d{2}|\d{4}|\d{7}|\d{10})$", re.IGNORECASE)


class Level(IntEnum):
    """How far down a region is."""

    NATION = 0
    PROVINCE = 1
    REGENCY = 2
    DISTRICT = 3
    VILLAGE = 4


class CodeSystem(StrEnum):
    """Who gave the code."""

    KEMENDAGRI = "kemendagri"
    BPS = "bps"


@dataclass(frozen=True, slots=True)
class RegionCode:
    """A code with its system."""

    system: CodeSystem
    code: str


def parse_code(text: str) -> RegionCode:
    """The code and its system; raises `Refusal` for a bare number of more than two digits and for anything else."""
    bare = text.strip()
    if _DOTTED.match(bare):
        return RegionCode(CodeSystem.KEMENDAGRI, bare)
    if match := _BPS.match(bare):
        return RegionCode(CodeSystem.BPS, match.group(1))
    if re.fullmatch(r"\d{4}|\d{6,7}|\d{10}", bare):
        raise Refusal(
            "Kode wilayah %(given)s tidak menyebut sistemnya: tulis bertitik untuk Kemendagri (61.05) atau "
            "bps:6107 untuk BPS, sebab angka yang sama menunjuk kabupaten yang berbeda.",
            code="bare_region_code",
            given=bare,
        )
    raise Refusal(
        "Kode wilayah ini tidak dikenali. Tulis bertitik, misalnya 61.05 atau 61.05.19.2001.",
        code="unknown_region_code",
    )


def level_of(code: str) -> Level:
    """The level of a Kemendagri code."""
    return Level.NATION if code == NATION else Level(code.count(".") + 1)


def parent_of(code: str) -> str | None:
    """The code one level up; the nation is above the provinces and has nothing above it."""
    if code == NATION:
        return None
    return code.rpartition(".")[0] or NATION


def is_within(code: str, region: str) -> bool:
    """Whether a region is the same as, or lies inside, another."""
    return region in (NATION, code) or code.startswith(f"{region}.")
