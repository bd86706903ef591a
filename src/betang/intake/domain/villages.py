"""Which village does a row name, and may this officer write there?

The answer needs the list of regions, which the caller brings: this module says what to ask and reads the answer.
"""

import re
from dataclasses import dataclass

from betang.intake.domain.cells import Row, trimmed
from betang.intake.domain.template import Table

_DOTTED = re.compile(r"^\d{2}\.\d{2}\.\d{2}\.\d{4}$")
_BARE = re.compile(r"^\d{10}$")


@dataclass(frozen=True, slots=True)
class Named:
    """What a row says of its village; `code` is cleaned, the names are as written."""

    code: str
    village: str = ""
    district: str = ""

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
    code = re.sub(r"\s", "", trimmed(table.cell(row, "village")).text).replace(",", ".").replace("O", "0").rstrip(".")
    return Named(
        code=code,
        village=trimmed(table.cell(row, "village_name")).text,
        district=trimmed(table.cell(row, "district_name")).text,
    )
