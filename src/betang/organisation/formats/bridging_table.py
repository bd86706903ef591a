"""Which BPS code stands for which Kemendagri code, in a table that somebody was sent?"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from betang.kernel.errors import Malformed

_COLUMNS = ("kode_bps", "kode_dagri")
_DIGITS = re.compile(r"[0-9]{2}|[0-9]{4}|[0-9]{7}|[0-9]{10}")
_LEVEL_BY_LENGTH = {2: 1, 4: 2, 7: 3, 10: 4}


@dataclass(frozen=True, slots=True)
class Bridge:
    """One line: the BPS code as written, the Kemendagri code with its dots."""

    line: int
    bps: str
    kemendagri: str

    @property
    def fits(self) -> bool:
        """Whether both codes are codes of one level."""
        if not _DIGITS.fullmatch(self.bps) or not self.kemendagri:
            return False
        return _LEVEL_BY_LENGTH[len(self.bps)] == self.kemendagri.count(".") + 1


def read(data: bytes) -> list[Bridge]:
    """Every line of a CSV with the columns `kode_bps` and `kode_dagri`; others are passed over. Raises `Malformed`."""
    try:
        return list(_lines(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))))
    except (UnicodeDecodeError, csv.Error):
        raise _not_a_table() from None


def _lines(reader: "csv.DictReader[str]") -> Iterator[Bridge]:
    if not set(_COLUMNS) <= set(reader.fieldnames or ()):
        raise _not_a_table()
    for row in reader:
        yield Bridge(reader.line_num, (row["kode_bps"] or "").strip(), _dotted(row["kode_dagri"] or ""))


def _not_a_table() -> Malformed:
    return Malformed(
        "Berkas ini bukan tabel padanan: kolom kode_bps dan kode_dagri harus ada.", code="not_a_bridging_table"
    )


def _dotted(code: str) -> str:
    digits = code.strip().replace(".", "")
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(part for part in parts if part)
