"""What would become of this list, if it were taken in now?"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import transaction
from django.utils import timezone

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake.commands.groups import ListedRow, ListName, ToldRow, listed, take
from betang.intake.commands.opening import Opened, look_up, open_list
from betang.intake.domain import file_names
from betang.intake.domain.counts import Counts, count
from betang.intake.domain.groups import FIRST_SIZE, next_size
from betang.intake.domain.kin import Kin, keys, repeated
from betang.intake.domain.rows import Known


@dataclass(frozen=True, slots=True)
class TriedRow:
    """A row, and the earlier rows of the list that may be the same family."""

    listed: ListedRow
    earlier: list[ListedRow]


def dry_run(
    acting: Acting,
    file_name: str,
    content: bytes,
    progress: Callable[[int, int], object] | None = None,
    *,
    pause_s: float = 0.03,
) -> Counts:
    """The counts that taking the list in would give; nothing is written."""
    require(acting, Ability.TAKE_IN, acting.region_code)
    opened = open_list(content)
    known = look_up(opened, region=acting.region_code, today=timezone.localdate())
    name = ListName(None, file_names.clean(file_name), len(opened.sheets))
    rows, size, counts = _rows_with_kin(opened, known), FIRST_SIZE, Counts()
    while group := list(islice(rows, size)):
        began = time.monotonic()
        told = _try(acting, group, name=name)
        size = next_size(size, held_s=time.monotonic() - began)
        counts += count(row.judged for row in told)
        if progress:
            progress(counts.rows, opened.total)
        time.sleep(pause_s)
    return counts


def _rows_with_kin(opened: Opened, known: Known) -> Iterator[TriedRow]:
    twice = repeated(keys(row, sheet.table, known=known) for sheet, row in opened.rows())
    kin: Kin[ListedRow] = Kin(twice)
    for sheet, row in opened.rows():
        one = listed(sheet, row, known=known)
        earlier = [] if one.said.is_returned else kin.add(one, keys(row, sheet.table, known=known))
        yield TriedRow(one, earlier)


def _try(acting: Acting, group: list[TriedRow], *, name: ListName) -> list[ToldRow]:
    """Takes the group in behind its earlier kin, notes what became of it, and takes all of it back."""
    own = {id(row.listed) for row in group}
    rows = {id(row): row for tried in group for row in (*tried.earlier, tried.listed)}
    in_order = sorted(rows.values(), key=lambda row: (row.sheet.number, row.row.number))
    with transaction.atomic():
        told = take(acting, in_order, name=name)
        transaction.set_rollback(True)
    return [row for row in told if id(row.listed) in own]
