"""Which of these places is meant by a name as people write it?"""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

SURE = 90  # of 100; below it a name is not taken for another
LEAD = 4  # and the next best must be this far behind

_WORDS = re.compile(r"^(desa|kelurahan|kel|ds|kecamatan|kec|kabupaten|kab|kota|kp|nagari)\b\.?\s*", re.IGNORECASE)
# How people of a river shorten the first word of a name: Ng. Lebang, Sei Raya, Tj. Puri.
_SHORT = {"ng": "nanga", "sei": "sungai", "sg": "sungai", "tj": "tanjung", "tjg": "tanjung"}
_SHORT_WORD = re.compile(rf"^({'|'.join(_SHORT)})\b\.?\s*", re.IGNORECASE)
_ENDING = re.compile(r"\s+(?:(?P<roman>[ivx]+)|(?P<digits>\d+)|(?P<letter>[a-z]))\.?$", re.IGNORECASE)
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def fold(name: str) -> str:
    """The name as it is compared: no "Desa" before it, no blanks, dots or case, old oe as u, II as 2."""
    stem, end = _parted(name)
    return stem + end


def best(name: str, candidates: Mapping[str, str]) -> str | None:
    """The code among `candidates` (code to name) that is meant, if that is certain and unique; else None."""
    wanted = fold(name)
    folded = {code: fold(candidate) for code, candidate in candidates.items()}
    equal = [code for code, candidate in folded.items() if candidate == wanted]
    if equal or not wanted:
        return equal[0] if len(equal) == 1 else None
    return _closest(name, candidates)


def _closest(name: str, candidates: Mapping[str, str]) -> str | None:
    """By spelling alone, among names with the same first letter and the same numeral or letter at the end.

    "Kalong I" and "Kalong II", "Merbaun" and "Erbaun" are neighbours, not slips of the pen.
    """
    stem, end = _parted(name)
    parted = {code: _parted(candidate) for code, candidate in candidates.items()}
    alike = {code: other for code, (other, its_end) in parted.items() if its_end == end and other[:1] == stem[:1]}
    close = process.extract(stem, alike, scorer=fuzz.ratio, limit=2, score_cutoff=SURE - LEAD)
    if not close or close[0][1] < SURE or (len(close) > 1 and close[0][1] - close[1][1] < LEAD):
        return None
    return str(close[0][2])


def _parted(name: str) -> tuple[str, str]:
    """The folded letters, and the numeral (in digits) or single letter that follows them, if any."""
    bare = _SHORT_WORD.sub(lambda found: _SHORT[found[1].lower()] + " ", _WORDS.sub("", name.strip()))
    found = _ENDING.search(bare)
    stem = bare[: found.start()] if found else bare
    return _letters(stem), _number(found) if found else ""


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower()).replace("oe", "u").replace("tj", "c").replace("dj", "j")


def _number(found: re.Match[str]) -> str:
    roman = (found["roman"] or "").lower()
    if roman in _ROMAN[1:]:
        return str(_ROMAN.index(roman))
    return (found["digits"] or "").lstrip("0") or found[0].strip(" .").lower()
