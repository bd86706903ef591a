"""What is known of a row on its way in, and what became of it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from betang.intake.commands.opening import ListSheet
from betang.intake.domain import file_names
from betang.intake.domain.cells import Row
from betang.intake.domain.counts import Judged, Outcome
from betang.intake.domain.findings import Finding, Gravity
from betang.register.commands import StatedRow


class Said(Protocol):
    """A row as it was read."""

    @property
    def findings(self) -> Sequence[Finding]: ...
    @property
    def is_returned(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row where it stands, as it was read, and as the register takes it; None where it goes back or elsewhere."""

    sheet: ListSheet
    row: Row
    said: Said
    stated: StatedRow | None = None


@dataclass(frozen=True, slots=True)
class ToldRow:
    """What became of a row, and everything that was found. `family_id`: of a workbook, the record that it is about."""

    listed: ListedRow
    outcome: Outcome
    family_id: UUID | None
    findings: tuple[Finding, ...]

    @property
    def place(self) -> tuple[int, int]:
        """The sheet, and the row as Excel counts."""
        return self.listed.sheet.number, self.listed.row.number

    @property
    def judged(self) -> Judged:
        gravities = {finding.gravity for finding in self.findings}
        return Judged(self.outcome, Gravity.REPAIRED in gravities, Gravity.FLAGGED in gravities)


@dataclass(frozen=True, slots=True)
class ListName:
    """Under which name the register remembers where a value stood."""

    batch: UUID | None
    file_name: str
    sheets: int

    def of(self, sheet: ListSheet) -> str:
        return self.file_name if self.sheets == 1 else f"{self.file_name} / {file_names.clean(sheet.raw.name)}"
