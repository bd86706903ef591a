"""What do the values below a heading say of its meaning?"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from betang.intake.domain.cells import Cell, as_written, trimmed
from betang.intake.domain.dates import day_of
from betang.kernel.civil_numbers import LENGTH, clean, mask
from betang.register.domain import codes

_MOST = 0.6  # of the values that say something
_LONG_NUMBER = re.compile(r"\d(?:[\s.'-]?\d){8,}")
_DOTTED = re.compile(r"^\d{2}\.\d{2}\.\d{2}\.\d{4}$", re.ASCII)
_NAME = re.compile(r"^[A-Za-z][A-Za-z.,'’\- ]{2,59}$")
_LONGEST_SHOWN = 40
_CIVIL = frozenset({"nik", "kk"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Columns that these values may be, of 100, and columns that they cannot be; and whether they may name people."""

    speaks_for: Mapping[str, int]
    against: frozenset[str]
    are_names: bool = False


def evidence(cells: Iterable[Cell], villages: frozenset[str], districts: frozenset[str]) -> Evidence:
    """`villages` and `districts` are folded names of places where the officer works."""
    texts = [written for cell in cells if (written := trimmed(cell).text)]
    if not texts:
        return Evidence({}, frozenset())
    speaks_for = {key: score for key, score, fits in _SIGNS if _share(texts, fits) >= _MOST}
    speaks_for |= {
        key: score
        for key, score, names in (("village_name", 75, villages), ("district_name", 76, districts))
        if names and _share(texts, partial(_is_one_of, names)) >= _MOST
    }
    return Evidence(speaks_for, _impossible(texts), _share(texts, looks_like_a_name) >= _MOST)


def _is_one_of(names: frozenset[str], text: str) -> bool:
    return plain(text) in names


def _impossible(texts: Sequence[str]) -> frozenset[str]:
    """A column of civil numbers is nothing else, and words are no civil numbers."""
    if _share(texts, _is_civil) >= _MOST:
        return frozenset({"name", "address", "village", "village_name", "district_name", "number", "family_count"})
    letters = _share(texts, lambda text: not any(map(str.isdigit, text))) >= _MOST
    digits = _share(texts, lambda text: text.replace(".", "").isdigit()) >= _MOST
    return (_CIVIL if letters else frozenset()) | (frozenset({"name"}) if digits else frozenset())


def _share(texts: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, texts)) / len(texts)


def _is_civil(text: str) -> bool:
    number = clean(text)
    return len(number) == LENGTH and number.isdigit()


def _is_sex(text: str) -> bool:
    return codes.SEX.read(text) is not None


def _is_degree(low: int, high: int) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        match = re.fullmatch(r"-?\d{1,3}[.,]\d{2,}", text, re.ASCII)
        return match is not None and low <= float(text.replace(",", ".")) <= high

    return fits


def _is_day(first_year: int, last_year: int) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        day = day_of(text)
        return day is not None and first_year <= day.year <= last_year

    return fits


_SIGNS: tuple[tuple[str, int, Callable[[str], bool]], ...] = (
    ("nik", 72, _is_civil),
    ("kk", 71, _is_civil),
    ("sex", 85, _is_sex),
    ("village", 90, lambda text: bool(_DOTTED.match(text))),
    ("longitude", 80, _is_degree(95, 142)),
    ("latitude", 80, _is_degree(-11, 6)),
    ("birth_date", 60, _is_day(1920, 2007)),
    ("surveyed", 60, _is_day(2008, 2100)),
)


def plain(name: str) -> str:
    """A name of a place as it is compared here: letters only."""
    return re.sub(r"[^a-z]", "", re.sub(r"^(?:desa|kelurahan|kel|ds|kecamatan|kec)\b\.?", "", name.lower()))


def looks_like_a_name(text: str) -> bool:
    return bool(_NAME.match(text))


def shown(cell: Cell) -> str:
    """An example, short, with its long numbers masked."""
    text = " ".join(as_written(cell).split())
    return _LONG_NUMBER.sub(lambda found: mask(clean(found[0])), text)[:_LONGEST_SHOWN]
