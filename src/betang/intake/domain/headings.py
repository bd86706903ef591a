"""Which heading is which column, and where do the headings of a sheet stand?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from betang.intake.domain.aliases import ALIASES
from betang.intake.domain.cells import Cell, Row, letters
from betang.intake.domain.columns import KEYS, MOST_AREAS
from betang.intake.domain.reading import Reader
from betang.intake.domain.templates import REASON_HEADING, TEMPLATES, Column
from betang.intake.domain.two_rows import Heading, one_row, two_rows
from betang.intake.domain.workbooks import Workbook, workbook_of
from betang.kernel.errors import Malformed

ROWS_SEARCHED = 30
# A slip of the pen: one letter in ten. KONDISI ATAP and KONDISI LANTAI are further apart, so are RUMAH and TANAH.
_SURE, _SHORTEST_FOR_A_SLIP = 90, 8
_SUFFIX = re.compile(r"\s*-\s*(pilihan|angka(\s+desimal)?|teks|tanggal)\s*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^)]*\)?")
_NOT_A_LETTER = re.compile(r"[^A-Z0-9]+")
_NUMBERED_AREA = re.compile(r"^(JENIS KAWASAN|KAWASAN) [1-4]$")


class Place(NamedTuple):
    """A column of the list whose cell alone says what a field is."""

    place: int
    letter: str
    key: str
    part: str
    field: str
    read: Reader


@dataclass(frozen=True)
class Table:
    """Where the headings stand (the last row of them) and which columns they name; `places` are counted from 0."""

    heading_row: int
    headings: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]
    template: str

    def cells(self, row: Row, key: str) -> list[Cell]:
        return [row.cell(place) for place in self.places.get(key, ())]

    def cell(self, row: Row, key: str) -> Cell:
        places = self.places.get(key)
        return row.cell(places[0]) if places else None

    def letter(self, key: str) -> str:
        places = self.places.get(key)
        return letters(places[0]) if places else ""

    def heading(self, key: str) -> str:
        places = self.places.get(key)
        return self.headings[places[0]] if places else ""

    @cached_property
    def plain(self) -> tuple[Place, ...]:
        """The columns that are read each by itself, in the order of the sheet."""
        known = sorted((places[0], key) for key, places in self.places.items())
        return tuple(
            Place(at, letters(at), key, column.part, column.fields[0], column.read)
            for at, key in known
            if (column := KEYS[key]).read
        )

    @cached_property
    def workbook(self) -> Workbook | None:
        """The workbook of a room above; None for a list of the register."""
        return workbook_of(self.template, self.places)

    @cached_property
    def has_village(self) -> bool:
        return "village" in self.places or {"village_name", "district_name"} <= set(self.places)

    @property
    def unknown(self) -> tuple[int, ...]:
        """Columns with a heading that nobody knows; they are passed over. Our own column of reasons is none of them."""
        known = {place for places in self.places.values() for place in places}
        named = (place for place, heading in enumerate(self.headings) if heading and fold(heading) != REASON_HEADING)
        return tuple(place for place in named if place not in known)


@lru_cache(maxsize=4096)
def fold(heading: str) -> str:
    """A heading as it is compared: no suffix, no brackets, capitals, letters and digits only."""
    single = " ".join(heading.split())  # a search for what stands before a suffix would try each of many blanks
    bare = _IN_BRACKETS.sub(" ", _SUFFIX.sub("", single)).strip() or heading
    return _NOT_A_LETTER.sub(" ", bare.upper()).strip()


def find(rows: Iterable[Row], *, merges: Iterable[tuple[int, int, int]] = ()) -> Table | None:
    """The table of a known list in the first rows of a sheet; None if no template's headings are there.

    `merges` are cells merged over columns in a row: row, first and last column.
    """
    best: Table | None = None
    for heading in heading_rows(rows, merges=merges):
        for code in TEMPLATES:
            table = as_table(heading, code)
            if is_template(table) and (best is None or _known(table) > _known(best)):
                best = table
    return best


def heading_rows(rows: Iterable[Row], *, merges: Iterable[tuple[int, int, int]] = ()) -> list[Heading]:
    """Each of the first rows as headings, alone and together with the one below it."""
    first = [row for row in rows if row.number <= ROWS_SEARCHED]
    below = {row.number: row for row in first}
    spans = list(merges)
    alone = [one_row(row) for row in first]
    together = [two_rows(row, below[row.number + 1], spans) for row in first if row.number + 1 in below]
    return alone + together


def _known(table: Table) -> int:
    """How many columns of its template are there; among equals the template with the fewest."""
    return _own(table) * 1000 - len(TEMPLATES[table.template].columns)


def _own(table: Table) -> int:
    return len({column.key for column in TEMPLATES[table.template].columns} & set(table.places))


def is_template(table: Table) -> bool:
    template = TEMPLATES[table.template]
    has_needs = table.has_village and {"name", *template.needs} <= table.places.keys()
    return has_needs and _own(table) >= template.fewest


def as_table(heading: Heading, template: str) -> Table:
    """The columns that this row of headings names, read as this template would."""
    known = [next(filter(None, (key_of(text, template) for text in each)), None) for each in heading.readings]
    places: dict[str, tuple[int, ...]] = {}
    for place, key in enumerate(known):
        if key is not None:
            places[key] = (*places.get(key, ()), place)
    _add_slips(places, heading, template)
    if "areas" in places:
        places["areas"] = _spanned(heading.texts, places["areas"])
    return Table(heading.row, _headings(heading, template), places, template)


def _headings(heading: Heading, template: str) -> tuple[str, ...]:
    """Of two rows, the words that were understood."""
    return tuple(
        next((text for text in readings if key_of(text, template)), readings[0] if readings else "")
        for readings in heading.readings
    )


def _add_slips(places: dict[str, tuple[int, ...]], heading: Heading, template: str) -> None:
    """Headings with a slip of the pen, for columns that no heading names rightly."""
    taken = {place for each in places.values() for place in each}
    for place, readings in enumerate(heading.readings):
        if place not in taken and readings and (key := _slip(_joined(readings[0]), template)) and key not in places:
            places[key] = (place,)


def key_of(heading: str, template: str) -> str | None:
    """The column that a heading names, letter for letter."""
    return spellings(template).get(_joined(heading))


@lru_cache(maxsize=4096)
def _joined(heading: str) -> str:
    return words_of(heading).replace(" ", "")


def words_of(heading: str) -> str:
    """A heading in words, one of its numbered areas as any other."""
    return _NUMBERED_AREA.sub(r"\1", fold(heading))


@cache
def spellings_in_words() -> Mapping[str, str]:
    """Every heading that means one thing everywhere, in words."""
    return {fold(heading): key for key, headings in ALIASES.items() for heading in headings}


@lru_cache(maxsize=4096)
def _slip(joined: str, template: str) -> str | None:
    if len(joined) < _SHORTEST_FOR_A_SLIP:
        return None
    known = spellings(template)
    close = process.extract(joined, known.keys(), scorer=fuzz.ratio, score_cutoff=_SURE, limit=3)
    keys = {known[spelling] for spelling, _score, _place in close}
    return keys.pop() if len(keys) == 1 else None


@cache
def spellings(template: str) -> Mapping[str, str]:
    """Every heading that this template's reader knows, folded and joined: its own before those that all share."""
    shared = {_joined(heading): key for key, headings in ALIASES.items() for heading in headings}
    if template not in TEMPLATES:
        return shared
    found = TEMPLATES[template]
    if not found.is_of_the_register:
        own = {column.key for column in found.columns}
        shared = {spelling: key for spelling, key in shared.items() if key in own}
    return shared | {_joined(heading): each.key for each in (*found.also, *found.columns) for heading in _all(each)}


def _all(column: Column) -> tuple[str, ...]:
    return (*column.others, column.heading)


def _spanned(headings: Sequence[str], places: tuple[int, ...]) -> tuple[int, ...]:
    """A merged heading stands in its first cell; the columns without one after it are its own, four in all."""
    spanned = list(places)
    while len(spanned) < MOST_AREAS and spanned[-1] + 1 < len(headings) and not headings[spanned[-1] + 1]:
        spanned.append(spanned[-1] + 1)
    return tuple(spanned)


def refuse_doubled(table: Table) -> None:
    """Two columns of one name: which of them is meant cannot be known."""
    for key, places in table.places.items():
        if len(places) > (MOST_AREAS if key == "areas" else 1) and KEYS[key].fields:
            raise Malformed(
                "Judul %(heading)s ada di dua kolom, %(first)s dan %(second)s. Hapus salah satunya, lalu unggah lagi.",
                code="doubled_heading",
                heading=table.headings[places[0]],
                first=letters(places[0]),
                second=letters(places[-1]),
            )
