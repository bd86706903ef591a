"""Who takes a group of rows in, and who takes it back: the register, or the room of the workbook?"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from betang.accounts.queries import Acting
from betang.intake.commands import of_register
from betang.intake.commands.listed import ListedRow, ListName, ToldRow
from betang.intake.commands.of_workbook import OfWorkbook
from betang.intake.commands.opening import ListSheet
from betang.intake.domain.cells import Row
from betang.intake.domain.kin import Key
from betang.intake.domain.rows import Known
from betang.intake.domain.workbooks import ENROLLED
from betang.register.commands.take_back import TakenBack


class Way(Protocol):
    """The way of a list's rows in, and out again. `fewest`: a smaller group would cost as much."""

    @property
    def fewest(self) -> int: ...

    def listed(self, sheet: ListSheet, row: Row, *, known: Known) -> ListedRow: ...
    def keys(self, sheet: ListSheet, row: Row, *, known: Known) -> tuple[Key, ...]: ...
    def take(self, acting: Acting, rows: Sequence[ListedRow], *, name: ListName) -> list[ToldRow]: ...
    # Any: what one way has looked at, only itself takes back.
    def look_back(self, batch: UUID, entities: Sequence[UUID]) -> Any: ...
    def take_back(
        self, acting: Acting, looked: Any, *, because: str, named: Callable[[Iterable[UUID]], Iterable[UUID]]
    ) -> TakenBack: ...


@cache
def way_of(workbook: str) -> Way:
    """By the code of a workbook; the register where there is none."""
    return OfWorkbook(ENROLLED[workbook]) if workbook else of_register
