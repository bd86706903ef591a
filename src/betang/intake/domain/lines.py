"""Which of the lines below the headings are rows of the list?

Lists end in totals, remarks and signatures, some number their empty lines, some say their headings again on each page.
Nothing of that is a family.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from betang.intake.domain.cells import Cell, Row, as_written, is_nothing
from betang.intake.domain.headings import Table

_FEWEST_NUMBERS = 5  # 1, 2, 3, 4, 5 under the headings; fewer may be a row
_FEW_CELLS = 3
_FEWEST_DIGITS = 10  # of a village's code; a NIK, even a bad one, mostly has more
_TOTAL = re.compile(r"^(?:sub ?-?total|grand ?-?total|total|jumlah|jml|rekapitulasi)\b", re.IGNORECASE)
_REMARK = re.compile(
    r"^(?:mengetahui|menyetujui|disetujui|diketahui|diperiksa|dibuat|disusun|ket(?:erangan)?\b|catatan|sumber\b|note\b|"
    r"n\.?b\b|\*|kepala (?:desa|dinas|bidang|seksi|kelurahan)|lurah|camat|bupati|a\.?n\b|an\.|plt\.?|ttd|tertanda|"
    r"nip\b|petugas|pendata|demikian|tim |ketua|sekretaris|[a-z .'-]+, *(?:\d{1,2}|[._]+) *[a-z]+ *(?:\d{4}|[._]+)$)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"^(?:desa|kelurahan|kel|ds|kecamatan|kec|kabupaten|kab|dusun|dsn|rt|rw)\b", re.IGNORECASE)
_KINDS = frozenset({"PILIHAN", "TEKS", "ANGKA", "ANGKA DESIMAL", "TANGGAL"})
_NUMBERS_OF_A_FAMILY = ("nik", "kk")
_NUMBERS_OF_A_ROW = ("nik", "kk", "village")


class Line(Enum):
    """What a line is."""

    ROW = "row"
    HEADINGS = "headings"
    COLUMN_NUMBERS = "column_numbers"
    TOTAL = "total"
    REMARK = "remark"
    SECTION = "section"
    NUMBERED_BLANK = "numbered_blank"


@dataclass(slots=True)
class Lines:
    """Tells rows from other lines, from the top of a sheet to its end: below a signature nothing is lightly a row."""

    table: Table
    passed: dict[Line, int] = field(default_factory=dict)
    _is_over: bool = False

    def kind(self, row: Row) -> Line:
        """For a line that is not blank."""
        kind = self._kind(row)
        if kind is not Line.ROW:
            self.passed[kind] = self.passed.get(kind, 0) + 1
            self._is_over = self._is_over or kind is Line.REMARK
        return kind

    def _kind(self, row: Row) -> Line:
        name = self.table.cell(row, "name")
        if isinstance(name, str) and as_written(name).strip() == self.table.heading("name"):
            return Line.HEADINGS
        if not self._is_over and isinstance(name, str) and _is_beyond_doubt(name, row):
            return Line.ROW
        return self._look_closely(row)

    def _look_closely(self, row: Row) -> Line:
        filled = [cell for cell in row.cells if not is_nothing(cell)]
        texts = [cell.strip() for cell in filled if isinstance(cell, str)]
        if is_column_numbers(row):
            return Line.COLUMN_NUMBERS
        if 0 < len(texts) <= _FEW_CELLS:  # more words, and it is a person: An Nisa, Tim Suhardi, Sumber
            if _TOTAL.match(texts[0]) and not self._names_a_family(row, beyond=_TOTAL):
                return Line.TOTAL
            if _REMARK.match(texts[0]) and not self._names_a_family(row, beyond=_REMARK):
                return Line.REMARK
        if len(filled) == 1:
            return self._lone(row, filled[0])
        if self._is_over and len(filled) <= _FEW_CELLS:
            return Line.REMARK
        return Line.ROW

    def _names_a_family(self, row: Row, *, beyond: re.Pattern[str]) -> bool:
        """A name, NIK or KK stands where it belongs, and it is not the word itself."""
        name = self.table.cell(row, "name")
        is_name = isinstance(name, str) and _has_letters(name) and not beyond.match(name.strip())
        return is_name or self._has_a_number(row, _NUMBERS_OF_A_FAMILY)

    def _has_a_number(self, row: Row, keys: Iterable[str]) -> bool:
        """A code or a number of a person; a sum, a date or a word in its place is none."""
        return any(sum(map(str.isdigit, as_written(self.table.cell(row, key)))) >= _FEWEST_DIGITS for key in keys)

    def _lone(self, row: Row, cell: Cell) -> Line:
        """One cell makes no family: a number in front of an empty line, a heading of a part, or a remark."""
        text = as_written(cell).strip()
        if _SECTION.match(text):
            return Line.SECTION
        if not is_nothing(self.table.cell(row, "number")):
            return Line.NUMBERED_BLANK
        is_a_family = _has_letters(self.table.cell(row, "name")) or self._has_a_number(row, _NUMBERS_OF_A_ROW)
        return Line.ROW if is_a_family and not self._is_over else Line.REMARK


def _has_letters(cell: Cell) -> bool:
    return isinstance(cell, str) and any(map(str.isalpha, cell))


def _is_beyond_doubt(name: str, row: Row) -> bool:
    """The common case, told quickly: a name of a person, and more than a few cells."""
    if not name[:1].isalpha() or len(row.cells) <= _FEW_CELLS or name.upper() in _KINDS:
        return False
    return not _TOTAL.match(name) and not _REMARK.match(name)


def is_column_numbers(row: Row) -> bool:
    """The line 1, 2, 3 ... or (1) (2) ... or Teks, Angka, Pilihan ... that some sheets carry under their headings."""
    texts = [as_written(cell).strip(" ()") for cell in row.cells if cell not in (None, "")]
    if len(texts) < _FEWEST_NUMBERS:
        return False
    return texts == _counted(texts) or all(text.upper() in _KINDS for text in texts)


def _counted(texts: Sequence[str]) -> list[str]:
    first = int(texts[0]) if texts[0] in ("0", "1") else 1
    return [str(number) for number in range(first, first + len(texts))]
