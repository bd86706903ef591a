"""How is a row of a list kept, with what became of it?"""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from betang.intake import sealed_rows
from betang.intake.commands.listed import ToldRow
from betang.intake.domain.counts import Outcome
from betang.intake.domain.findings import Finding
from betang.intake.models import BatchRow
from betang.journal import bulk

_COLUMNS = ("batch", "sheet", "row", "outcome", "family_id", "findings", "cells")


def keep(batch_id: UUID, told: Iterable[ToldRow]) -> None:
    """Every row; its cells only where the sender must look at it again."""
    bulk.insert(BatchRow, _COLUMNS, [_kept(batch_id, row) for row in told])


def keep_tried(batch_id: UUID, told: Iterable[ToldRow]) -> None:
    """The same of a trial, and no family is named: those that were new are not there, and a trial changes none."""
    keep(batch_id, (replace(row, family_id=None) for row in told))


def _kept(batch_id: UUID, row: ToldRow) -> tuple[object, ...]:
    findings = [_packed(finding) for finding in row.findings]
    needs_a_look = row.outcome is Outcome.RETURNED or row.judged.flagged
    cells = sealed_rows.seal(row.listed.row.cells) if needs_a_look else None
    return (batch_id, *row.place, row.outcome.value, row.family_id, findings, cells)


def _packed(finding: Finding) -> list[str | int]:
    row = () if finding.row is None else (finding.row,)
    return [finding.code, finding.column, *row]
