"""What becomes of a group of rows?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from betang.accounts.queries import Acting
from betang.intake.commands.opening import ListSheet
from betang.intake.domain import file_names
from betang.intake.domain import findings as words
from betang.intake.domain import rows as reading_rows
from betang.intake.domain.cells import Row
from betang.intake.domain.counts import Judged, Outcome
from betang.intake.domain.findings import Finding, Gravity
from betang.intake.domain.rows import Known, ReadRow
from betang.register import commands as register
from betang.register.commands import RowEntry, RowResult

_REGENCY_LETTERS = len("61.05")


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row where it stands, and as it was read."""

    sheet: ListSheet
    row: Row
    said: ReadRow


@dataclass(frozen=True, slots=True)
class ToldRow:
    """What became of a row, and everything that was found."""

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


def listed(sheet: ListSheet, row: Row, *, known: Known) -> ListedRow:
    return ListedRow(sheet, row, reading_rows.read(row, sheet.table, known=known))


def take(acting: Acting, rows: Sequence[ListedRow], *, name: ListName) -> list[ToldRow]:
    """Sends the good rows to the register and the others back, in the order given. The caller holds the transaction."""
    good = [row for row in rows if not row.said.is_returned]
    results: dict[int, RowResult] = {}
    for sheet, partition in dict.fromkeys((row.sheet.number, _partition(row)) for row in good):
        together = [row for row in good if (row.sheet.number, _partition(row)) == (sheet, partition)]
        told = register.take_in(
            acting,
            [_entry(row.said) for row in together],
            batch=name.batch,
            file=name.of(together[0].sheet),
            partition=partition,
        )
        results |= {id(row): result for row, result in zip(together, told, strict=True)}
    return [_told(row, results.get(id(row))) for row in rows]


def _partition(row: ListedRow) -> str:
    """The register is kept by regency."""
    return str(row.said.parts["house"]["village_code"])[:_REGENCY_LETTERS]


def _entry(said: ReadRow) -> RowEntry:
    return RowEntry(
        row=said.number,
        columns=said.letters,
        house=said.parts["house"],
        family=said.parts["family"],
        head=said.parts["head"],
        assessment=said.parts["assessment"] or None,
        observed=said.observed,
    )


def _told(row: ListedRow, result: RowResult | None) -> ToldRow:
    if result is None:
        return ToldRow(row, Outcome.RETURNED, None, tuple(row.said.findings))
    return ToldRow(
        row, Outcome(result.outcome), result.family_id, (*row.said.findings, *_flags(row.said, result.flags))
    )


def _flags(said: ReadRow, flags: Iterable[str]) -> list[Finding]:
    """What the register found, without what was said already: two names under one NIK."""
    codes = {finding.code for finding in said.findings}
    return [words.of_register(flag) for flag in flags if not (flag == "nik_two_names" and "nik_shared" in codes)]
