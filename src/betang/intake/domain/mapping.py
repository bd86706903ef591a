"""What may the headings of an unknown list mean, and what did a person say they mean?"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from betang.intake.domain.cells import letters
from betang.intake.domain.columns import KEYS, MOST_AREAS
from betang.intake.domain.evidence import Evidence, evidence, shown
from betang.intake.domain.headings import Table, fold, key_of, spellings_in_words, words_of
from betang.intake.domain.templates import MAPPED, REASON_HEADING, TEMPLATES
from betang.intake.domain.unknown import UnknownSheet
from betang.intake.domain.workbooks import own_keys, workbook_of
from betang.kernel.errors import Malformed

_ALIKE = 80  # of 100: a guess, for a person decides
_OF_A_TEMPLATE = 70  # the heading means this in one template, and may mean another thing here
_SAID = 100
_WITHIN = 10  # better, where every word of the known heading stands in this one
_EXAMPLES = 3
MOST_ASKED = 300  # headings; nobody answers more, and a form may not have many more fields
# A heading with such a word, over what looks like names of people.
_OF_A_PERSON = frozenset({"NAMA", "PEMOHON", "PEMILIK", "PENERIMA", "WARGA", "KRT", "CPB", "PENGHUNI"})
_OF_A_PERSON_BY_WORD = 65
# Over remarks and signatures: alike to PENERANGAN in letters, and no column of a home whatever stands below.
_SAYS_NOTHING = frozenset({"KETERANGAN", "KET", "CATATAN", "TANDA TANGAN", "TTD", "PARAF"})


@dataclass(frozen=True, slots=True)
class Guess:
    """A heading, where it stands, the column that it may be (None: nobody knows), how surely, and what stands below.

    `score` is of 100. Examples have their long numbers masked.
    """

    sheet: str
    letter: str
    heading: str
    key: str | None
    score: int
    examples: tuple[str, ...]


class NeedsMapping(Malformed):
    """The list names people or homes, but not in words that we know: a person must say which column is which."""

    def __init__(self, guesses: Sequence[Guess]) -> None:
        super().__init__(
            "Judul kolom daftar ini belum dikenal: %(known)d dari %(all)d dapat ditebak. Cocokkan judulnya satu kali; "
            "daftar berikutnya dengan judul yang sama langsung terbaca.",
            code="needs_mapping",
            known=sum(1 for guess in guesses if guess.key),
            all=len(guesses),
        )
        self.guesses = tuple(guesses)


def guess(
    sheets: Iterable[UnknownSheet],
    *,
    villages: frozenset[str],
    districts: frozenset[str],
    said_before: Mapping[str, str] | None = None,
) -> list[Guess]:
    """For each heading the likeliest column; no column is guessed twice. Names of places come folded.

    Where somebody `said_before` what these headings mean, that is the guess.
    """
    before = {fold(heading): key for heading, key in (said_before or {}).items()}
    seen: set[str] = set()
    found: list[Guess] = []
    for sheet in sheets:
        fresh = [place for place, heading in enumerate(sheet.headings) if fold(heading) and fold(heading) not in seen]
        said = {at: (key, _SAID) for at in fresh if (key := before.get(fold(sheet.headings[at])))}
        keys = said or _likeliest(sheet, fresh, villages, districts)
        for place in fresh:
            key, score = keys.get(place, (None, 0))
            examples = tuple(dict.fromkeys(shown(cell) for cell in sheet.column(place)))[:_EXAMPLES]
            found.append(Guess(sheet.name, letters(place), sheet.headings[place], key, score, examples))
        seen |= {fold(sheet.headings[place]) for place in fresh}
    return found if workbook_of(MAPPED, (each.key for each in found if each.key)) else _of_the_register(found)


def _of_the_register(guesses: Iterable[Guess]) -> list[Guess]:
    """SUMBER DANA alone makes no list of homes delivered: if it is one, a person says so themselves."""
    own = own_keys()
    return [replace(each, key=None, score=0) if each.key in own else each for each in guesses]


def _likeliest(
    sheet: UnknownSheet, places: Iterable[int], villages: frozenset[str], districts: frozenset[str]
) -> dict[int, tuple[str, int]]:
    """The best guesses first; each takes its column away from the others."""
    candidates = [
        (score, -place, key)
        for place in places
        for key, score in _candidates(sheet.headings[place], evidence(sheet.column(place), villages, districts))
    ]
    taken: dict[int, tuple[str, int]] = {}
    keys: set[str] = set()
    for score, minus_place, key in sorted(candidates, reverse=True):
        if -minus_place not in taken and key not in keys:
            taken[-minus_place] = (key, score)
            keys.add(key)
    return taken


def _candidates(heading: str, values: Evidence) -> Iterator[tuple[str, int]]:
    """What the words of the heading say, corrected by what stands below it."""
    if fold(heading) in _SAYS_NOTHING:
        return
    from_words = dict(_from_words(heading))
    for key, score in from_words.items():
        if key not in values.against:
            yield key, min(100, score + (5 if key in values.speaks_for else 0))
    yield from ((key, score) for key, score in values.speaks_for.items() if key not in from_words)
    if values.are_names and _OF_A_PERSON & set(fold(heading).split()):
        yield "name", _OF_A_PERSON_BY_WORD


def _from_words(heading: str) -> Iterator[tuple[str, int]]:
    if key := key_of(heading, MAPPED):
        yield key, 100
        return
    for template in TEMPLATES:
        if key := key_of(heading, template):
            yield key, _OF_A_TEMPLATE
    known, written = spellings_in_words(), words_of(heading)
    close = process.extract(written, list(known), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=3)
    for words, score, _place in reversed(close):
        is_within = set(words.split()) <= set(written.split())  # KONDISI RUMAH ATAP is KONDISI ATAP, not RANGKA ATAP
        yield known[words], min(_SAID - 1, int(score) + (_WITHIN if is_within else 0))


def fingerprint(headings: Iterable[str]) -> str:
    """What a set of headings is remembered by: their folded words in whichever order, without our own last column."""
    words = sorted({fold(heading) for heading in headings} - {"", REASON_HEADING})
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def check(columns: Mapping[str, str | None]) -> dict[str, str]:
    """The headings that mean something. Raises Malformed where a list could not be read with them."""
    meant = {heading: key for heading, key in columns.items() if key}
    for key in meant.values():
        if key not in KEYS:
            raise Malformed(
                "Kolom %(key)s tidak dikenal. Pakai salah satu kode dari daftar pilihan.",
                code="unknown_column",
                key=key[:40],
            )
        twice = [number for number, one in enumerate(columns.values(), 1) if one == key]
        if len(twice) > (MOST_AREAS if key == "areas" else 1):
            raise Malformed(
                "%(label)s dipilih untuk dua judul, yang ke-%(first)d dan yang ke-%(second)d. Pilih satu saja.",
                code="column_chosen_twice",
                label=KEYS[key].label,
                first=twice[0],
                second=twice[-1],
            )
    _check_enough(set(meant.values()))
    return meant


def _check_enough(keys: set[str]) -> None:
    if "name" not in keys or not ("village" in keys or {"village_name", "district_name"} <= keys):
        raise Malformed(
            "Daftar ini belum dapat dibaca: pilih dulu kolom nama kepala keluarga, dan kolom kode desa atau nama desa "
            "beserta kecamatannya.",
            code="mapping_lacks_columns",
        )
    if keys & own_keys() and workbook_of(MAPPED, keys) is None:
        raise Malformed(
            "Daftar ini belum dapat dibaca. Untuk daftar rumah pilih juga sumber dana, jenis pekerjaan, dan tahap; "
            "untuk kasus pilih juga jenis kasus, nomor, dan tanggal diajukan.",
            code="mapping_lacks_columns_of_workbook",
        )


def as_chosen(headings: Sequence[str], row: int, columns: Mapping[str, str]) -> Table:
    """The table as a person mapped it: what they left out is passed over, even where we think we know it."""
    chosen = {fold(heading): key for heading, key in columns.items()}
    places: dict[str, tuple[int, ...]] = {}
    for place, heading in enumerate(headings):
        if key := chosen.get(fold(heading)):
            places[key] = (*places.get(key, ()), place)
    return Table(row, tuple(headings), places, MAPPED)


def write_mapping(guesses: Iterable[Guess]) -> str:
    """A file for a person to correct: what each heading means, and below it the choices there are."""
    columns = {guess.heading: guess.key for guess in guesses}
    choices = {key: each.label for key, each in KEYS.items()}
    return json.dumps({"kolom": columns, "pilihan": choices}, ensure_ascii=False, indent=2) + "\n"


def read_mapping(text: str) -> dict[str, str]:
    """What such a file says. Raises Malformed with the line, the heading or the choice that is wrong."""
    try:
        content = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise Malformed(
            "Berkas pencocokan ini bukan JSON yang benar, mulai baris %(line)d. Periksa tanda petik dan komanya.",
            code="mapping_not_json",
            line=error.lineno,
        ) from None
    columns = content.get("kolom") if isinstance(content, dict) else None
    if not isinstance(columns, dict) or not all(key is None or isinstance(key, str) for key in columns.values()):
        raise Malformed(
            'Berkas pencocokan ini harus memuat "kolom": {"judul di daftar": "kode kolom atau null"}.',
            code="mapping_without_columns",
        )
    return check(columns)
