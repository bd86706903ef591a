"""Which of these places is meant by a name as people write it?"""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

SURE = 90  # of 100; below it a name is not taken for another
LEAD = 4  # and the next best must be this far behind

_WORDS = re.compile(r"^(desa|kelurahan|kel|ds|kecamatan|kec|kabupaten|kab|kota|kp|nagari)\b\.?\s*", re.IGNORECASE)


def fold(name: str) -> str:
    """The name as it is compared: no "Desa" before it, no blanks, dots or case, old oe as u."""
    bare = _WORDS.sub("", name.strip())
    return re.sub(r"[^a-z0-9]", "", bare.lower()).replace("oe", "u").replace("tj", "c").replace("dj", "j")


def best(name: str, candidates: Mapping[str, str]) -> str | None:
    """The code among `candidates` (code to name) that is meant, if that is certain and unique; else None."""
    folded = {code: fold(candidate) for code, candidate in candidates.items()}
    wanted = fold(name)
    equal = [code for code, candidate in folded.items() if candidate == wanted]
    if equal or not wanted:
        return equal[0] if len(equal) == 1 else None
    close = process.extract(wanted, folded, scorer=fuzz.ratio, limit=2, score_cutoff=SURE - LEAD)
    if not close or close[0][1] < SURE or (len(close) > 1 and close[0][1] - close[1][1] < LEAD):
        return None
    return str(close[0][2])
