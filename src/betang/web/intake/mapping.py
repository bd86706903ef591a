"""Which column does each heading of an unknown list mean: what is asked, what was answered, what is wrong with it?"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from betang.intake.domain.columns import KEYS, MOST_AREAS, PROGRAMME, ColumnKey
from betang.intake.domain.mapping import Guess

_SURE = 90  # of 100: from here on a guess needs no second look

# The keys of a place stand together, whichever part of a record they fill.
_OF_PLACES = (
    *("village", "village_name", "district_name", "regency_name", "province_name", "address", "hamlet", "rt", "rw"),
    *("rt_rw", "position", "longitude", "latitude"),
)
_GROUPS: Mapping[str, str] = {
    "place": noop("Tempat"),
    "head": noop("Kepala keluarga"),
    "family": noop("Keluarga"),
    "house": noop("Rumah"),
    "assessment": noop("Penilaian"),
    "aid": noop("Bantuan"),
    PROGRAMME: noop("Rumah yang dibangun dan kasusnya"),
    "": noop("Lainnya"),
}


@dataclass(frozen=True)
class Choice:
    """A column of ours that a heading may mean."""

    key: str
    label: str


@dataclass(frozen=True)
class Group:
    """Columns of ours under one word."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Asked:
    """One heading, what it is taken for, and what is wrong with that. `key` empty: it is passed over."""

    name: str
    guess: Guess
    key: str
    is_guess: bool
    error: str

    @property
    def is_unsure(self) -> bool:
        return self.is_guess and bool(self.key) and self.guess.score < _SURE

    @property
    def described_by(self) -> str:
        return f"{self.name}-e {self.name}-c" if self.error else f"{self.name}-c"


def groups() -> list[Group]:
    """All columns of ours, as the page offers them."""
    by_group: dict[str, list[Choice]] = {group: [] for group in _GROUPS}
    for column in sorted(KEYS.values(), key=_place_in_group):
        by_group[_group(column)].append(Choice(column.key, gettext(column.label)))
    return [Group(gettext(_GROUPS[group]), tuple(choices)) for group, choices in by_group.items() if choices]


def _group(column: ColumnKey) -> str:
    return "place" if column.key in _OF_PLACES else column.part if column.part in _GROUPS else ""


def _place_in_group(column: ColumnKey) -> int:
    return _OF_PLACES.index(column.key) if column.key in _OF_PLACES else 0


def asked(guesses: Sequence[Guess], answers: Mapping[str, str] | None = None) -> list[Asked]:
    """The headings as they are asked; with answers, each with what is wrong with its own."""
    names = [f"kolom-{number}" for number in range(1, len(guesses) + 1)]
    if answers is None:
        return [Asked(name, guess, guess.key or "", True, "") for name, guess in zip(names, guesses, strict=True)]
    keys = {name: answers.get(name, "") for name in names}
    twice = _chosen_twice(keys.values())
    return [
        Asked(name, guess, keys[name], False, _error(keys[name], twice))
        for name, guess in zip(names, guesses, strict=True)
    ]


def columns(answered: Iterable[Asked]) -> dict[str, str]:
    """What was answered, as the command takes it."""
    return {each.guess.heading: each.key for each in answered if each.key}


def _chosen_twice(keys: Iterable[str]) -> set[str]:
    return {key for key, times in Counter(keys).items() if key and times > (MOST_AREAS if key == "areas" else 1)}


def _error(key: str, twice: set[str]) -> str:
    if key in twice and key in KEYS:
        chosen = {"column": gettext(KEYS[key].label)}
        return gettext("%(column)s dipilih lebih dari satu kali. Pilih satu, abaikan yang lain.") % chosen
    return ""
