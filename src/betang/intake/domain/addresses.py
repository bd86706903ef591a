"""Which hamlet, RT and RW does an address in one cell name?"""

import re

_RT = re.compile(r"\bRT[\s.:]*0*(\d{1,3})\b", re.IGNORECASE)
_RW = re.compile(r"\bRW[\s.:]*0*(\d{1,3})\b", re.IGNORECASE)
_BOTH = re.compile(r"\bRT\s*/\s*RW[\s.:]*0*(\d{1,3})\s*/\s*0*(\d{1,3})\b", re.IGNORECASE)
_HAMLET = re.compile(
    r"\b(?:dusun|dsn\.?)\s+([a-z' ]+?)(?=\s*(?:,|;|\.|\d|\bNo\b|\bRT\b|\bRW\b|\bJl\b|\bJalan\b|$))", re.IGNORECASE
)


def parts(address: str) -> dict[str, str]:
    """Only what is named as such: `RT 003/RW 001`, `RT/RW 03/01`, `Dusun Suka Maju`. RT and RW in three digits."""
    found: dict[str, str] = {}
    if both := _BOTH.search(address):
        found |= {"rt": f"{int(both[1]):03d}", "rw": f"{int(both[2]):03d}"}
    else:
        found |= {
            key: f"{int(match[1]):03d}" for key, sign in (("rt", _RT), ("rw", _RW)) if (match := sign.search(address))
        }
    if hamlet := _HAMLET.search(address):
        found["hamlet"] = hamlet[1].strip()
    return found
