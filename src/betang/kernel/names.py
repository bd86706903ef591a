"""When are two written names the same name?"""

import re
import unicodedata
from functools import lru_cache

_TITLES = frozenset(
    [
        "H",
        "HJ",
        "HAJI",
        "HAJJAH",
        "DR",
        "DRS",
        "DRA",
        "IR",
        "PROF",
        "KH",
        "USTADZ",
        "USTAD",
        "UST",
        "TUAN",
        "NY",
        "NYONYA",
        "BPK",
        "BAPAK",
        "IBU",
        "SDR",
        "SDRI",
        "ALM",
        "ALMH",
        "ALMARHUM",
        "ALMARHUMAH",
        "SE",
        "SH",
        "ST",
        "SPD",
        "SSOS",
        "SKM",
        "SP",
        "SAG",
        "AMD",
        "MM",
        "MT",
        "MSI",
        "MPD",
    ]
)
_PATRONYMICS = frozenset({"BIN", "BINTI", "BT", "BTE", "BINTE", "AK", "ANAK"})
_MUHAMMAD = frozenset(
    [
        "MUHAMAD",
        "MUHAMMAD",
        "MOHAMAD",
        "MOHAMMAD",
        "MOCHAMAD",
        "MOCHAMMAD",
        "MUCHAMAD",
        "MOCH",
        "MOH",
        "MUH",
        "MHD",
        "MD",
    ]
)
# Spellings before 1972 and the one in use since. Old j is new y and old dj new j, so both fold to one letter.
_ERAS = (("OE", "U"), ("TJ", "C"), ("DJ", "J"), ("Y", "J"), ("KH", "H"), ("CH", "H"))


@lru_cache(maxsize=65536)
def normalise(name: str) -> str:
    """The name as it is compared: capitals, no titles or degrees, no patronymic, one spelling era, one Muhammad."""
    words = [word for word in _words(name.upper().partition(",")[0]) if word not in _TITLES]  # degrees follow a comma
    return " ".join(_one_spelling(word) for word in _before_patronymic(words))


def search_words(name: str) -> tuple[str, ...]:
    """Lower-case words of a to z and digits, for prefix search."""
    return tuple(dict.fromkeys(word.lower() for word in _words(name.upper())))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.findall(r"[A-Z0-9]+", plain.replace("'", ""))


def _before_patronymic(words: list[str]) -> list[str]:
    for place, word in enumerate(words):
        if word in _PATRONYMICS and place:
            return words[:place]
    return words


def _one_spelling(word: str) -> str:
    if word in _MUHAMMAD:
        return "MUHAMMAD"
    for old, new in _ERAS:
        word = word.replace(old, new)
    return word
