"""What becomes of rows that are for the register?"""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from betang.accounts.queries import Acting
from betang.intake.commands.listed import ListedRow, ListName, ToldRow
from betang.intake.commands.opening import ListSheet
from betang.intake.domain import findings as words
from betang.intake.domain import kin
from betang.intake.domain import rows as reading_rows
from betang.intake.domain.cells import Row
from betang.intake.domain.counts import Outcome
from betang.intake.domain.findings import Finding
from betang.intake.domain.kin import Key
from betang.intake.domain.rows import Known, ReadRow
from betang.kernel import civil_numbers
from betang.register import commands as register
from betang.register.commands import RowEntry, RowResult, StatedRow
from betang.register.commands.take_back import Looked, TakenBack

_REGENCY_LETTERS = len("61.05")
fewest = 1  # see groups.Way


def listed(sheet: ListSheet, row: Row, *, known: Known) -> ListedRow:
    """All that can be done for a row without the database."""
    said = reading_rows.read(row, sheet.table, known=known)
    entry = _entry(said, masked_nik=civil_numbers.masked_in(sheet.table.cell(row, "nik")))
    stated = None if said.is_returned else register.look_through(entry, _partition(said))
    return ListedRow(sheet, row, said, stated)


def keys(sheet: ListSheet, row: Row, *, known: Known) -> tuple[Key, ...]:
    """What the register would match the row by."""
    return kin.keys(row, sheet.table, known=known)


def take(acting: Acting, rows: Sequence[ListedRow], *, name: ListName) -> list[ToldRow]:
    """Sends the good rows to the register and the others back, in the order given. The caller holds the transaction."""
    together: dict[tuple[int, str], list[StatedRow]] = {}
    for row in rows:
        if row.stated is not None:
            together.setdefault((row.sheet.number, row.stated.partition), []).append(row.stated)
    names = {row.sheet.number: name.of(row.sheet) for row in rows}
    results = {
        (sheet, result.row): result
        for (sheet, partition), good in together.items()
        for result in register.take_in(acting, good, batch=name.batch, file=names[sheet], partition=partition)
    }
    return [_told(row, results.get((row.sheet.number, row.row.number))) for row in rows]


def look_back(batch: UUID, entities: Sequence[UUID]) -> Looked:
    return register.look_back(batch, entities)


def take_back(
    acting: Acting, looked: Looked, *, because: str, named: Callable[[Iterable[UUID]], Iterable[UUID]]
) -> TakenBack:
    return register.take_back(acting, looked, because=because, named=named)


def _partition(said: ReadRow) -> str:
    """The register is kept by regency."""
    return str(said.parts["house"]["village_code"])[:_REGENCY_LETTERS]


def _entry(said: ReadRow, *, masked_nik: str) -> RowEntry:
    return RowEntry(
        row=said.number,
        columns=said.letters,
        house=said.parts["house"],
        family=said.parts["family"],
        head=said.parts["head"],
        assessment=said.parts["assessment"] or None,
        aid=said.parts.get("aid") or None,
        observed=said.observed,
        masked_nik=masked_nik,
    )


def _told(row: ListedRow, result: RowResult | None) -> ToldRow:
    if result is None:
        return ToldRow(row, Outcome.RETURNED, None, tuple(row.said.findings))
    return ToldRow(
        row, Outcome(result.outcome), result.family_id, (*row.said.findings, *_flags(row.said.findings, result.flags))
    )


def _flags(said: Iterable[Finding], flags: Iterable[str]) -> list[Finding]:
    """What the register found, without what was said already: two names under one NIK."""
    codes = {finding.code for finding in said}
    return [words.of_register(flag) for flag in flags if not (flag == "nik_two_names" and "nik_shared" in codes)]
