"""What stands in a cell of a list that goes out, so that the same cell read back says nothing new?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from betang.intake.domain.cells import Cell
from betang.intake.domain.reading import LONGEST_TEXT
from betang.journal.domain.records import FieldType
from betang.organisation.domain.regions import Level
from betang.register.domain.fields import BY_NAME, Kind

Said: TypeAlias = Mapping[str, object]
KINDS = (Kind.HOUSE, Kind.FAMILY, Kind.PERSON, Kind.ASSESSMENT)
# What the ministry's sheet writes where the register's code is spelt a little otherwise.
_AS_THE_SHEET_WRITES = {
    "TERTINGGAL/TERDEPAN/TERLUAR": "TERTINGGAL / TERDEPAN / TERLUAR",
    ">10 M": ">10 m",
    "<10 M": "<10 m",
}


@dataclass(frozen=True, slots=True)
class OutRow:
    """A family as a list may name it: `said` by kind of record, numbers masked or plain, places by their names."""

    number: int
    village_code: str
    village: str
    district: str
    regency: str
    said: Mapping[Kind, Said]
    nik: str
    kk: str


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column: its heading, what it says of a family, of which fields, and which answers its drop-down offers."""

    heading: str
    say: Callable[[OutRow], Cell]
    width: int
    fields: tuple[tuple[Kind, str], ...] = ()
    choices: tuple[str, ...] = ()
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class OutList:
    """A list that offices exchange: its code, its name, and its columns in order.

    A heading of blanks continues the one before it. What stands `beyond_a_regency` is added for a list of several.
    """

    code: str
    name: str
    columns: tuple[OutColumn, ...]
    beyond_a_regency: tuple[OutColumn, ...] = ()

    def within(self, level: Level) -> "OutList":
        """The list as a region of this level needs it: names of villages repeat themselves from regency to regency."""
        wider = self.beyond_a_regency if level < Level.REGENCY else ()
        return replace(self, columns=(*self.columns, *wider), beyond_a_regency=())

    def fields(self) -> dict[Kind, tuple[str, ...]]:
        """Which fields of the register its cells are made of."""
        read = [each for column in self.columns for each in column.fields]
        return {kind: tuple(dict.fromkeys(name for of, name in read if of is kind)) for kind in KINDS}

    def cells(self, row: OutRow) -> list[Cell]:
        return [column.say(row) for column in self.columns]


def plain(heading: str, kind: Kind, name: str, *, width: int = 16) -> OutColumn:
    """A column that is one field; a coded one offers its codes, as the sheet spells them."""
    each = BY_NAME[kind][name]
    choices = tuple(_AS_THE_SHEET_WRITES.get(code, code) for code in each.codes.codes) if each.codes else ()
    is_text = each.type in (FieldType.TEXT, FieldType.CODE, FieldType.CODES)
    return OutColumn(heading, lambda row: written(row.said[kind].get(name)), width, ((kind, name),), choices, is_text)


def worked_out(
    heading: str, say: Callable[[OutRow], Cell], *fields: tuple[Kind, str], width: int = 16, is_text: bool = True
) -> OutColumn:
    """A column that is made of several fields, or of none."""
    return OutColumn(heading, say, width, fields, (), is_text)


def written(value: object) -> Cell:
    """A value as a cell has it: text as text, a figure as a number, a day as a day."""
    if isinstance(value, str):
        # A longer text than a list may bring in would come back as an error, and half of it as a change.
        return _AS_THE_SHEET_WRITES.get(value, value) if len(value) <= LONGEST_TEXT else None
    if isinstance(value, Decimal | int):
        return float(value)
    return value if isinstance(value, date) else None
