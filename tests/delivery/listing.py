"""Small lists of homes and of cases for the stories: what a row says, and how it is taken in."""

import io
from collections.abc import Sequence
from datetime import date
from unittest import mock
from uuid import UUID

from openpyxl import Workbook

from betang.accounts.queries import Acting
from betang.delivery.workbooks.cases import CASES
from betang.delivery.workbooks.homes import HOMES
from betang.delivery.workbooks.sheets import Sheet
from betang.intake import commands
from betang.intake.commands import Counts, UndoCounts
from betang.intake.domain.headings import fold
from betang.intake.models import BatchRow
from tests.planning.cast import LEBANG

NIK = "6105014508900001"  # invented: a woman
HOME: dict[str, object] = {
    "village": LEBANG, "unit_number": "A-1", "name": "Lusia Tembawang", "nik": NIK, "address": "Dusun Suka Maju RT 003",
    "source": "APBN BSPS", "work": "Peningkatan kualitas", "stage": "30", "started": date(2025, 3, 1),
    "thirty": date(2025, 4, 10), "amount": 20_000_000, "position": "0.05, 111.5",
}  # fmt: skip
FINISHED: dict[str, object] = {"stage": "100", "finished": date(2025, 6, 1)}
CASE: dict[str, object] = {
    "case_kind": "PBG", "case_number": "PBG-610519-01", "village": LEBANG, "name": "Lusia Tembawang", "nik": NIK,
    "applied": date(2025, 5, 5), "complete": date(2025, 5, 6),
}  # fmt: skip


def homes(*rows: dict[str, object]) -> bytes:
    return _sheet(HOMES, [HOME | row for row in rows])


def cases(*rows: dict[str, object]) -> bytes:
    return _sheet(CASES, [CASE | row for row in rows])


def _sheet(sheet: Sheet, rows: Sequence[dict[str, object]]) -> bytes:
    headings = {key: heading for key, heading, _others in sheet.headings}
    assert len(set(map(fold, headings.values()))) == len(headings)
    return xlsx([list(headings.values()), *([row.get(key) for key in headings] for row in rows)])


def xlsx(lines: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(list(line))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def taken_in(acting: Acting, content: bytes, *, columns: dict[str, str | None] | None = None) -> tuple[UUID, Counts]:
    batch = commands.open_batch(acting, "daftar.xlsx", content, columns=columns)
    return batch.id, run(acting, batch.id)


def run(acting: Acting, batch: UUID) -> Counts:
    """In the name of somebody who has no account here."""
    with mock.patch("betang.intake.commands.running.acting_for", lambda batch: acting):
        return commands.run_batch(batch, pause_s=0)


def undone(acting: Acting, batch: UUID, *, keep_later: bool = False) -> UndoCounts:
    commands.begin_undo(acting, batch, keep_later=keep_later)
    return commands.run_undo(acting, batch, pause_s=0)


def found(batch: UUID, row: int = 2) -> list[tuple[str, str]]:
    """What was found on a row, without what was repaired."""
    return [(code, column) for code, column, *_row in BatchRow.objects.get(batch=batch, row=row).findings]
