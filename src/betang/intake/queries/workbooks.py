"""What does the sender get back of a list?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake import sealed_rows
from betang.intake.domain.findings import Gravity
from betang.intake.formats import returned_workbook as workbook
from betang.intake.formats.returned_workbook import BackRow, BackTable, Reason, Village
from betang.intake.models import Batch, BatchRow
from betang.intake.queries.batches import found
from betang.intake.queries.told import flagged, reasons, returned
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import NATION

_AT_ONCE = 500
_DISTRICT_LETTERS, _REGENCY_LETTERS = len("61.05.01"), len("61.05")


@dataclass(frozen=True, slots=True)
class _Alike:
    """The sheets of a list under the same headings: they come back as one."""

    headings: Sequence[str]
    numbers: tuple[int, ...]


def returned_workbook(acting: Acting, batch_id: UUID) -> bytes:
    """The sender's own rows in their own columns: those that went back, those that need a look, and the villages."""
    batch = found(acting, batch_id)
    require(acting, Ability.TAKE_IN, batch.region_code)
    if acting.agency_id != batch.agency_id:
        raise NotAllowed(
            "Baris yang dikembalikan memuat NIK dan nama, jadi hanya untuk kantor yang mengirim daftar ini.",
            code="not_your_list",
        )
    if batch.purged_at is not None:
        raise Refusal(
            "Baris daftar ini sudah dihapus: salinannya disimpan 30 hari. Unggah lagi berkasnya.",
            code="rows_gone",
        )
    tables = [
        BackTable(alike.headings, _back(batch, alike, returned(batch)), _back(batch, alike, flagged(batch)))
        for alike in _alike(batch.sheets)
    ]
    return workbook.write(tables, _villages(batch))


# Any: the headings and places of a sheet, as `commands.receiving` keeps them.
def _alike(sheets: Sequence[Mapping[str, Any]]) -> list[_Alike]:
    numbers: dict[tuple[str, ...], tuple[int, ...]] = {}
    for number, sheet in enumerate(sheets):
        headings = tuple(sheet["headings"])
        numbers[headings] = (*numbers.get(headings, ()), number)
    return [_Alike(headings, each) for headings, each in numbers.items()]


def _back(batch: Batch, alike: _Alike, rows: QuerySet[BatchRow]) -> Iterator[BackRow]:
    several = len(batch.sheets) > 1
    for row in rows.filter(sheet__in=alike.numbers).iterator(_AT_ONCE):
        cells = sealed_rows.unseal(bytes(row.cells)) if row.cells else []
        told = [Reason(each.place, each.in_bahasa, each.gravity is Gravity.RETURNED) for each in reasons(batch, row)]
        yield BackRow(row.row, cells, told, batch.sheets[row.sheet]["name"] if several else "")


def _villages(batch: Batch) -> Iterator[Village]:
    """Those of the officer's region; for an office of the nation, of the region of the list."""
    region = batch.region_code if batch.acting_region_code == NATION else batch.acting_region_code
    names = organisation.villages_within(region)
    above = organisation.names({code[:letters] for code in names for letters in (_DISTRICT_LETTERS, _REGENCY_LETTERS)})
    for code, name in names.items():
        yield Village(code, name, above.get(code[:_DISTRICT_LETTERS], ""), above.get(code[:_REGENCY_LETTERS], ""))
