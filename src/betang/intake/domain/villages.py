"""Which village does a row name, and may this officer write there?

The answer needs the list of regions, which the caller brings: this module says what to ask and reads the answer.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from betang.intake.domain.cells import Cell, Row, is_error, trimmed
from betang.intake.domain.headings import Table
from betang.intake.domain.templates import JAMBI18

_DOTTED = re.compile(r"^\d{2}\.\d{2}\.\d{2}\.\d{4}$", re.ASCII)
_BARE = re.compile(r"^\d{10}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Named:
    """What a row says of its village; `code` is cleaned, the names are as written.

    Some sheets number the regions in their own way (`is_own_number`), some have no column for a code at all
    (`by_name_alone`); one cell may hold an error of Excel.
    """

    code: str
    village: str = ""
    district: str = ""
    regency: str = ""
    is_own_number: bool = False
    by_name_alone: bool = False
    has_error: bool = False

    @property
    def is_dotted(self) -> bool:
        return bool(_DOTTED.match(self.code))

    @property
    def is_bare(self) -> bool:
        return bool(_BARE.match(self.code))

    @property
    def dotted(self) -> str:
        """The bare code as it would be dotted if it is Kemendagri's."""
        return f"{self.code[:2]}.{self.code[2:4]}.{self.code[4:6]}.{self.code[6:]}"


@dataclass(frozen=True, slots=True)
class Resolved:
    """The village's code, or None and why; `found` is a code of domain.findings."""

    code: str | None
    found: str | None = None


def named(table: Table, row: Row) -> Named:
    return _named(
        table.cell(row, "village"),
        table.cell(row, "village_name"),
        table.cell(row, "district_name"),
        table.cell(row, "regency_name"),
        table.template == JAMBI18.code,
        "village" not in table.places,
    )


@lru_cache(maxsize=8192, typed=True)
def _named(code: Cell, village: Cell, district: Cell, regency: Cell, is_own_number: bool, by_name_alone: bool) -> Named:
    """Villages stand in lists by the hundred rows, so what was read once is remembered."""
    return Named(
        code=_code(code),
        village=trimmed(village).text,
        district=trimmed(district).text,
        regency=trimmed(regency).text,
        is_own_number=is_own_number,
        by_name_alone=by_name_alone or is_own_number,
        has_error=any(map(is_error, (code, village, district))),
    )


def _code(cell: Cell) -> str:
    return re.sub(r"\s", "", trimmed(cell).text).replace(",", ".").replace("O", "0").rstrip(".")
