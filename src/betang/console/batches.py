"""Which lists came in, and how is one undone?"""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

import click
from django.utils.timezone import localtime

from betang.accounts.queries import Acting
from betang.console.acting import acting, as_user
from betang.console.answering import RefusedWith, deed, note
from betang.console.progress import bar
from betang.intake import commands as intake
from betang.intake import queries as intake_queries
from betang.intake.queries.standing import StandView, stands_on
from betang.kernel.errors import Refusal

_SHOWN = 50


@dataclass(frozen=True)
class Listed:
    """A list that was sent, and how far it is; the first four counts add up to the rows done."""

    batch: UUID
    file: str
    state: str
    region: str
    rows: int
    accepted: int
    updated: int
    unchanged: int
    returned: int
    repaired: int
    flagged: int
    sent_by: str
    sent_at: datetime
    undone_by: str
    undone_at: datetime | None


@dataclass(frozen=True)
class Undone:
    """Families and other records taken back, fields that got their old value, families of which something stays."""

    batch: UUID
    families: int
    records: int
    fields: int
    kept: int


@deed("list", on_paper=lambda lists: "\n".join(map(_line, lists)) or "Belum ada daftar yang masuk.")
@click.option("--limit", default=_SHOWN, show_default=True, type=click.IntRange(1, 10_000))
@as_user
def list_batches(limit: int, username: str | None) -> list[Listed]:
    """Sebut daftar yang pernah dikirim, yang terbaru dulu."""
    return [_listed(view) for view in intake_queries.batches(acting(username), limit=limit)]


@deed("undo", on_paper=lambda undone: _sentence(undone))
@click.argument("batch", type=click.UUID)
@click.option("--keep-later", is_flag=True, help="Biarkan yang ditumpu catatan lain; batalkan sisanya.")
@as_user
def undo(batch: UUID, keep_later: bool, username: str | None) -> Undone:
    """Batalkan seluruh daftar. Bila ada yang bertumpu padanya: disebut (`stands_on`), dan tidak ada yang berubah."""
    who = acting(username)
    try:
        intake.begin_undo(who, batch, keep_later=keep_later)
    except Refusal as refusal:
        if refusal.code == "stands_on_it":
            raise _with_what_stands(who, batch, refusal) from None
        raise
    with bar("Membatalkan") as progress:
        return Undone(batch, **asdict(intake.run_undo(who, batch, progress)))


def _with_what_stands(who: Acting, batch: UUID, refusal: Refusal) -> RefusedWith:
    found = stands_on(who, batch, limit=_SHOWN)
    for item in found.items:
        note(_standing(item))
    return RefusedWith(refusal, stands_on=found)


def _standing(item: StandView) -> str:
    return f"{item.family_id or '-'}  {localtime(item.at):%Y-%m-%d %H:%M}  {item.agency}: {item.sentence}"


def _listed(view: intake_queries.BatchView) -> Listed:
    return Listed(
        batch=view.id,
        file=view.file_name,
        state=view.state,
        region=view.region_code,
        rows=view.rows_total,
        accepted=view.accepted,
        updated=view.updated,
        unchanged=view.unchanged,
        returned=view.returned,
        repaired=view.repaired,
        flagged=view.flagged,
        sent_by=view.person,
        sent_at=view.created_at,
        undone_by=view.undone_by,
        undone_at=view.undone_at,
    )


def _line(listed: Listed) -> str:
    went_in = listed.accepted + listed.updated + listed.unchanged
    return (
        f"{listed.batch}  {localtime(listed.sent_at):%Y-%m-%d %H:%M}  {listed.state:<9}  {listed.region}  "
        f"{went_in} masuk, {listed.returned} dikembalikan  {listed.file}"
    )


def _sentence(undone: Undone) -> str:
    kept = f" {undone.kept} keluarga sebagian tetap, karena catatan lain bertumpu padanya." if undone.kept else ""
    return (
        f"Daftar dibatalkan: {undone.families} keluarga dan {undone.records} catatan lain ditarik, "
        f"{undone.fields} isian kembali seperti semula.{kept}"
    )
