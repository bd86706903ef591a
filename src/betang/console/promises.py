"""What stands in the way, and what was promised, asked at the command line?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

import click
from django.utils import timezone

from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.coordination import commands, queries
from betang.coordination.commands import CheckCounts
from betang.coordination.domain.codes import LEVEL, OBSTACLE_STATE, TOPIC
from betang.coordination.queries import CommitmentView, EvidenceCheck, ObstacleView
from betang.organisation import queries as organisation

Told = Mapping[str, Any]  # Any: a field of a view has its own type; as a script reads it


@dataclass(frozen=True)
class Obstacles:
    """The obstacles of a region, as of a day."""

    region_code: str
    as_of: date
    obstacles: Sequence[Told]


@dataclass(frozen=True)
class Promises:
    """What is still owed, as of a day."""

    as_of: date
    commitments: Sequence[Told]


@deed("obstacles", on_paper=lambda told: _of_obstacles(told))
@click.option("--region", required=True, help="Kode wilayah Kemendagri, misalnya 61.05.")
@as_user
def obstacles(region: str, username: str | None) -> Obstacles:
    """Sebutkan kendala satu wilayah, dengan keluarga di baliknya hari ini."""
    code = organisation.resolve(region).code
    return Obstacles(code, timezone.localdate(), _told(queries.obstacles(acting(username), code)))


@deed("due", on_paper=lambda told: _of_promises(told))
@as_user
def due(username: str | None) -> Promises:
    """Sebutkan komitmen yang belum terpenuhi; yang lewat tenggat di atas."""
    return Promises(timezone.localdate(), _told(queries.commitments(acting(username), due_only=True)))


@deed("check", on_paper=lambda told: _of_check(told))
def check() -> CheckCounts:
    """Ukur komitmen dari data hari ini; yang tercapai ditutup dengan bukti beku."""
    return commands.check_commitments()


@deed("evidence", on_paper=lambda told: _of_evidence(told))
@click.argument("commitment", metavar="ID", type=click.UUID)
@as_user
def evidence(commitment: UUID, username: str | None) -> Told:
    """Periksa apakah bukti beku satu komitmen masih cocok dengan jurnal."""
    return _told([queries.check_evidence(acting(username), commitment)])[0]


def _told(views: Sequence[ObstacleView | CommitmentView | EvidenceCheck]) -> list[Told]:
    """Views for a script: why something is not known stands there as a sentence."""
    return [
        {each.name: getattr(view, each.name) for each in fields(view) if each.name != "unknown"}
        | {"reason": view.reason}
        for view in views
    ]


def _of_obstacles(told: Obstacles) -> str:
    head = f"Kendala di {told.region_code} (Kemendagri), per {told.as_of:%d-%m-%Y}."
    return "\n".join((head, *map(_obstacle, told.obstacles))) if told.obstacles else f"{head} Belum ada."


def _obstacle(view: Told) -> str:
    families = f"{view['families']} keluarga" if view["families"] is not None else view["reason"] or "tanpa saringan"
    state = f"{OBSTACLE_STATE.label(view['state'])}, tingkat {LEVEL.label(view['level'])}{_late(view['days_late'])}"
    suggested = view["suggested_level"]
    advice = f" Sistem menyarankan: kirim ke {LEVEL.label(suggested)}." if suggested else ""
    return f"{view['id']}  {TOPIC.label(view['topic'])}, {view['place']}: {view['text']} [{families}; {state}]{advice}"


def _of_promises(told: Promises) -> str:
    head = f"Komitmen yang belum terpenuhi, per {told.as_of:%d-%m-%Y}."
    return "\n".join((head, *map(_promise, told.commitments))) if told.commitments else f"{head} Tidak ada."


def _promise(view: Told) -> str:
    by = f"{view['due_date']:%d-%m-%Y}" if view["due_date"] else "tanpa tenggat"
    figure = f"; {view['measured']} dari {view['threshold']}" if view["measured"] is not None else ""
    why = f" {view['reason']}" if view["reason"] else ""
    state = f"{view['state'].label}{_late(view['days_late'])}{figure}"
    return f"{view['id']}  {by}  {view['responsible']}: {view['text']} [{state}]{why}"


def _late(days: int) -> str:
    return f", lewat {days} hari" if days else ""


def _of_check(told: CheckCounts) -> str:
    return (
        f"{told.checked} komitmen diukur: {told.closed} tercapai dan ditutup, {told.still_open} belum tercapai, "
        f"{told.unknown} belum dapat diukur."
    )


def _of_evidence(told: Told) -> str:
    if told["reason"]:
        return f"Bukti tidak dapat diperiksa. {told['reason']}"
    verdict = "masih cocok" if told["holds"] else "TIDAK cocok lagi"
    return (
        f"Bukti {verdict}: angka {told['value']}, dihitung {told['counted']}, terbukti {told['confirmed']}, "
        f"hilang {told['missing']}, berbunyi lain {told['other']}."
    )


COMMANDS = (
    obstacles,
    click.Group("commitments", commands=[due, check, evidence], help="Komitmen: siapa menjanjikan apa, sampai kapan."),
)
