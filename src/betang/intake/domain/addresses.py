"""Which hamlet, RT and RW does an address in one cell name?"""

import re

from betang.intake.domain.cells import Cell
from betang.intake.domain.reading import text

_RT = re.compile(r"\bRT[\s.:]*0*(\d{1,3})\b", re.IGNORECASE)
_RW = re.compile(r"\bRW[\s.:]*0*(\d{1,3})\b", re.IGNORECASE)
_BOTH = re.compile(r"\bRT\s*/\s*RW[\s.:]*0*(\d{1,3})\s*/\s*0*(\d{1,3})\b", re.IGNORECASE)
_HAMLET = re.compile(
    r"\b(?:dusun|dsn\.?)\s+([a-z' ]+?)(?=\s*(?:,|;|\.|\d|\bNo\b|\bRT\b|\bRW\b|\bJl\b|\bJalan\b|$))", re.IGNORECASE
)


_PLAIN = re.compile(r"^(?:R[TW])?[\s.:]*0*(\d{1,3})(?:\.0)?$", re.IGNORECASE)
_PAIR = re.compile(r"^(?:RT)?[\s.:/RW]*0*(\d{1,3})[\s/,\-]+(?:RW)?[\s.:]*0*(\d{1,3})$", re.IGNORECASE)
_HAMLET_WORD = re.compile(r"^(?:dusun|dsn)\b[\s.:]*", re.IGNORECASE)
_UNREADABLE: tuple[tuple[str, ...], dict[str, str]] = (("neighbourhood_unreadable",), {})

# Columns that name a part of an address by itself.
COLUMNS = ("hamlet", "rt", "rw", "rt_rw")


def parts(address: str) -> dict[str, str]:
    """Only what is named as such: `RT 003/RW 001`, `RT/RW 03/01`, `Dusun Suka Maju`. RT and RW in three digits."""
    found: dict[str, str] = {}
    upper = address.upper()
    if "RT" in upper or "RW" in upper:
        found |= _neighbourhood(address)
    if ("DUSUN" in upper or "DSN" in upper) and (hamlet := _HAMLET.search(address)):
        found["hamlet"] = hamlet[1].strip()
    return found


def _neighbourhood(address: str) -> dict[str, str]:
    if both := _BOTH.search(address):
        return {"rt": f"{int(both[1]):03d}", "rw": f"{int(both[2]):03d}"}
    return {key: f"{int(match[1]):03d}" for key, sign in (("rt", _RT), ("rw", _RW)) if (match := sign.search(address))}


def of_column(key: str, cell: Cell) -> tuple[tuple[str, ...], dict[str, str]]:
    """What was found, and the parts of the address that a column of their own names."""
    reading = text(cell)
    if not isinstance(reading.value, str):
        return reading.findings, {}
    if key == "hamlet":
        return reading.findings, {"hamlet": _HAMLET_WORD.sub("", reading.value) or reading.value}
    if key == "rt_rw":
        pair = _PAIR.match(reading.value)
        return ((), {"rt": f"{int(pair[1]):03d}", "rw": f"{int(pair[2]):03d}"}) if pair else _UNREADABLE
    match = _PLAIN.match(reading.value)
    return ((), {key: f"{int(match[1]):03d}"}) if match else _UNREADABLE
