"""What stands in the way, and what was promised, asked at the command line?"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar
from uuid import UUID

import click
from django.utils import timezone

from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.coordination import commands, queries
from betang.coordination.commands import CheckCounts
from betang.coordination.domain.codes import LEVEL, OBSTACLE_STATE, TOPIC
from betang.coordination.queries import CommitmentView, EvidenceCheck, ObstacleView, State
from betang.organisation import queries as organisation

T = TypeVar("T", "ObstacleTold", "CommitmentTold", "EvidenceTold")


@dataclass(frozen=True)
class ObstacleTold:
    """An obstacle; `families` stand behind it today, or `reason` says why that is not known."""

    id: UUID
    meeting_id: UUID | None
    topic: str
    text: str
    region_code: str
    place: str
    raised_by: str
    raised_date: date | None
    filter: str
    families: int | None
    reason: str
    level: str
    suggested_level: str | None
    responsible: str
    due_date: date | None
    sent_date: date | None
    days_late: int
    state: str
    answer: str
    answered_date: date | None


@dataclass(frozen=True)
class CommitmentTold:
    """A promise; `measured` is today's figure, or `reason` says why there is none."""

    id: UUID
    meeting_id: UUID | None
    text: str
    region_code: str
    place: str
    responsible: str
    made_date: date | None
    due_date: date | None
    days_late: int
    state: str
    proof_kind: str
    metric: str
    filter: str
    source: str
    since_date: date | None
    threshold: int | None
    measured: int | None
    reason: str


@dataclass(frozen=True)
class EvidenceTold:
    """Whether frozen evidence still holds against the journal."""

    holds: bool
    value: int | None
    as_of: date | None
    counted: int
    confirmed: int
    missing: int
    other: int
    reason: str


@dataclass(frozen=True)
class Obstacles:
    """The obstacles of a region, as of a day."""

    region_code: str
    as_of: date
    obstacles: Sequence[ObstacleTold]


@dataclass(frozen=True)
class Promises:
    """What is still owed, as of a day."""

    as_of: date
    commitments: Sequence[CommitmentTold]


@deed("obstacles", on_paper=lambda told: _of_obstacles(told))
@click.option("--region", required=True, help="Kode wilayah Kemendagri, misalnya 61.05.")
@as_user
def obstacles(region: str, username: str | None) -> Obstacles:
    """Sebutkan kendala satu wilayah, dengan keluarga di baliknya hari ini."""
    code = organisation.resolve(region).code
    told = queries.obstacles(acting(username), code)
    return Obstacles(code, timezone.localdate(), [_told(ObstacleTold, each) for each in told])


@deed("due", on_paper=lambda told: _of_promises(told))
@as_user
def due(username: str | None) -> Promises:
    """Sebutkan komitmen yang belum terpenuhi; yang lewat tenggat di atas."""
    told = queries.commitments(acting(username), due_only=True)
    return Promises(timezone.localdate(), [_told(CommitmentTold, each) for each in told])


@deed("check", on_paper=lambda told: _of_check(told))
def check() -> CheckCounts:
    """Ukur komitmen dari data hari ini; yang tercapai ditutup dengan bukti beku."""
    return commands.check_commitments()


@deed("evidence", on_paper=lambda told: _of_evidence(told))
@click.argument("commitment", metavar="ID", type=click.UUID)
@as_user
def evidence(commitment: UUID, username: str | None) -> EvidenceTold:
    """Periksa apakah bukti beku satu komitmen masih cocok dengan jurnal."""
    return _told(EvidenceTold, queries.check_evidence(acting(username), commitment))


def _told(kind: type[T], view: ObstacleView | CommitmentView | EvidenceCheck) -> T:
    """What a script is told of a view."""
    return kind(**{each.name: getattr(view, each.name) for each in fields(kind)})


def _of_obstacles(told: Obstacles) -> str:
    head = f"Kendala di {told.region_code} (Kemendagri), per {told.as_of:%d-%m-%Y}."
    return "\n".join((head, *map(_obstacle, told.obstacles))) if told.obstacles else f"{head} Belum ada."


def _obstacle(view: ObstacleTold) -> str:
    families = f"{view.families} keluarga" if view.families is not None else view.reason or "tanpa saringan"
    state = f"{OBSTACLE_STATE.label(view.state)}, tingkat {LEVEL.label(view.level)}{_late(view.days_late)}"
    suggested = view.suggested_level
    advice = f" Sistem menyarankan: kirim ke {LEVEL.label(suggested)}." if suggested else ""
    return f"{view.id}  {TOPIC.label(view.topic)}, {view.place}: {view.text} [{families}; {state}]{advice}"


def _of_promises(told: Promises) -> str:
    head = f"Komitmen yang belum terpenuhi, per {told.as_of:%d-%m-%Y}."
    return "\n".join((head, *map(_promise, told.commitments))) if told.commitments else f"{head} Tidak ada."


def _promise(view: CommitmentTold) -> str:
    by = f"{view.due_date:%d-%m-%Y}" if view.due_date else "tanpa tenggat"
    figure = f"; {view.measured} dari {view.threshold}" if view.measured is not None else ""
    why = f" {view.reason}" if view.reason else ""
    state = f"{State(view.state).label}{_late(view.days_late)}{figure}"
    return f"{view.id}  {by}  {view.responsible}: {view.text} [{state}]{why}"


def _late(days: int) -> str:
    return f", lewat {days} hari" if days else ""


def _of_check(told: CheckCounts) -> str:
    return (
        f"{told.checked} komitmen diukur: {told.closed} tercapai dan ditutup, {told.still_open} belum tercapai, "
        f"{told.unknown} belum dapat diukur."
    )


def _of_evidence(told: EvidenceTold) -> str:
    if told.reason:
        return f"Bukti tidak dapat diperiksa. {told.reason}"
    verdict = "masih cocok" if told.holds else "TIDAK cocok lagi"
    return (
        f"Bukti {verdict}: angka {told.value}, dihitung {told.counted}, terbukti {told.confirmed}, "
        f"hilang {told.missing}, berbunyi lain {told.other}."
    )


COMMANDS = (
    obstacles,
    click.Group("commitments", commands=[due, check, evidence], help="Komitmen: siapa menjanjikan apa, sampai kapan."),
)
