"""What becomes of rows that are for a room above, which handed its workbook over?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from betang.accounts.queries import Acting
from betang.intake.commands.listed import ListedRow, ListName, ToldRow
from betang.intake.commands.opening import ListSheet
from betang.intake.domain import workbook_rows
from betang.intake.domain.cells import Row
from betang.intake.domain.counts import Outcome
from betang.intake.domain.findings import Finding
from betang.intake.domain.kin import Key
from betang.intake.domain.rows import Known
from betang.intake.domain.workbook_rows import ReadEntry
from betang.intake.domain.workbooks import Result, Workbook
from betang.register.commands.take_back import TakenBack

_REGENCY_LETTERS = len("61.05")
_FEWEST = 25  # homes are counted anew once for each group, whatever its size


@dataclass(frozen=True, slots=True)
class OfWorkbook:
    """The way in and out of the rows of one workbook."""

    workbook: Workbook

    @property
    def fewest(self) -> int:
        return _FEWEST

    def listed(self, sheet: ListSheet, row: Row, *, known: Known) -> ListedRow:
        return ListedRow(sheet, row, workbook_rows.read(row, sheet.table, self.workbook, known=known))

    def keys(self, sheet: ListSheet, row: Row, *, known: Known) -> tuple[Key, ...]:
        """What the room would recognise the row by."""
        said = workbook_rows.read(row, sheet.table, self.workbook, known=known)
        found = () if said.is_returned else self.workbook.deeds.keys(said.values)
        return tuple(tuple(map(str, key)) for key in found)

    def take(self, acting: Acting, rows: Sequence[ListedRow], *, name: ListName) -> list[ToldRow]:
        """Sends the good rows to their room and the others back, in the order given."""
        together: dict[tuple[int, str], list[ReadEntry]] = {}
        for row in rows:
            said = _entry(row)
            if not said.is_returned:
                together.setdefault((row.sheet.number, _partition(said)), []).append(said)
        names = {row.sheet.number: name.of(row.sheet) for row in rows}
        take = self.workbook.deeds.take
        results = {
            (sheet, result.row): result
            for (sheet, partition), good in together.items()
            for result in take(acting, good, batch=name.batch, file=names[sheet], partition=partition)
        }
        return [self._told(row, results.get((row.sheet.number, row.row.number))) for row in rows]

    def _told(self, row: ListedRow, result: Result | None) -> ToldRow:
        if result is None:
            return ToldRow(row, Outcome.RETURNED, None, tuple(row.said.findings))
        found = [Finding(code, self._column(row.sheet, field)) for field, code in result.problems]
        return ToldRow(row, Outcome(result.outcome), result.record, (*row.said.findings, *found))

    def _column(self, sheet: ListSheet, field: str) -> str:
        """The column in which the field stood, or may be written; empty where the sheet has none."""
        if field == "village_code":
            return "village" if "village" in sheet.table.places else "village_name"
        key = self.workbook.key_of(field)
        return key if key in sheet.table.places else ""

    def look_back(self, batch: UUID, entities: Sequence[UUID]) -> object:
        return self.workbook.deeds.look_back(batch, entities)

    def take_back(
        self, acting: Acting, looked: object, *, because: str, named: Callable[[Iterable[UUID]], Iterable[UUID]]
    ) -> TakenBack:
        back = self.workbook.deeds.take_back(acting, looked, because=because, named=named)
        return TakenBack(records=back.records, fields=back.fields, stays=back.stays)


def _entry(row: ListedRow) -> ReadEntry:
    assert isinstance(row.said, ReadEntry)  # `listed` above read it
    return row.said


def _partition(said: ReadEntry) -> str:
    """The records of the programme travel by regency, like the register's."""
    return str(said.values["village_code"])[:_REGENCY_LETTERS]
