"""How is a meeting called, and how do its parts come to it?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.coordination.commands import saving
from betang.coordination.commands.saving import File, Values
from betang.coordination.domain.fields import Kind
from betang.coordination.models import AgendaItem, Attendance, Invitation, MeetingOutcome
from betang.coordination.queries import held, parts, scope
from betang.coordination.queries.scope import Row
from betang.journal.domain.file_kinds import PAPERS
from betang.journal.kept import VOID
from betang.kernel.errors import NotAllowed, Refusal
from betang.register.domain.parsing import FieldsRefused

PLANNED, HELD = "DIRENCANAKAN", "SELESAI"
_UNSAID = frozenset({"meeting", "status"})
_FILE = frozenset({*_UNSAID, "file", "file_name"})
_TABLES: Mapping[Kind, type[AgendaItem] | type[Invitation] | type[Attendance] | type[MeetingOutcome]] = {
    Kind.AGENDA: AgendaItem,
    Kind.INVITATION: Invitation,
    Kind.ATTENDANCE: Attendance,
    Kind.OUTCOME: MeetingOutcome,
}


def call_meeting(acting: Acting, values: Mapping[str, object]) -> UUID:
    """A meeting that will be or was held. Raises `FieldsRefused`, and `NotAllowed` for another's region."""
    with transaction.atomic():
        needed = ("title", "region_code", "held_date")
        said = saving.read(Kind.MEETING, values, unsaid=_UNSAID, needed=needed)
        where = saving.place(said)
        require(acting, Ability.CONVENE, where)
        today = timezone.localdate()
        require_at_work(acting)
        said.setdefault("state", PLANNED if _day(said) > today else HELD)
        return saving.make(acting, Kind.MEETING, said, region_code=where, partition=where)


def change_meeting(acting: Acting, meeting_id: UUID, values: Mapping[str, object], *, seen: str | None = None) -> None:
    """Correct what is said of a meeting; what it is called for stays. Only the agency that wrote it down."""
    with transaction.atomic():
        row = own_meeting(acting, meeting_id)
        said = saving.read(Kind.MEETING, values, unsaid={*_UNSAID, "region_code"})
        emptied: Values = dict.fromkeys(name for name in values if name not in said)
        differing = {name: value for name, value in (emptied | said).items() if (value or None) != (row[name] or None)}
        if differing:
            saving.change(acting, Kind.MEETING, row, differing, region_code=row["region_code"], seen=seen)


def add_agenda(acting: Acting, meeting_id: UUID, values: Mapping[str, object], *, file: File | None = None) -> UUID:
    """An item of the agenda, with its presentation; without a place it comes last."""
    with transaction.atomic():
        row = own_meeting(acting, meeting_id)
        said = saving.read(Kind.AGENDA, values, unsaid=_FILE, needed=("title",))
        said |= saving.file_values(file, "file", allowed=PAPERS)
        said.setdefault("place", len(parts.agenda(meeting_id)) + 1)
        return _add(acting, Kind.AGENDA, row, said)


def invite(acting: Acting, meeting_id: UUID, values: Mapping[str, object]) -> UUID:
    """An agency that holds the meeting or is asked to it."""
    with transaction.atomic():
        row = own_meeting(acting, meeting_id)
        said = saving.read(Kind.INVITATION, values, unsaid=_UNSAID)
        saving.name_office(said, "invited_id", "invited", on=row["held_date"] or timezone.localdate())
        _require_one_of(said, "invited", "Nama instansi")
        _place_if_named(said)
        return _add(acting, Kind.INVITATION, row, {"part": parts.ASKED, **said})


def attend(acting: Acting, meeting_id: UUID, values: Mapping[str, object]) -> UUID:
    """Somebody who came: nobody comes to a meeting before its day."""
    with transaction.atomic():
        row = own_meeting(acting, meeting_id)
        if row["held_date"] and row["held_date"] > timezone.localdate():
            raise Refusal("Rapat ini belum berlangsung. Catat kehadiran pada harinya.", code="not_yet")
        said = saving.read(Kind.ATTENDANCE, values, unsaid=_UNSAID)
        saving.name_office(said, "office_id", "office", on=row["held_date"] or timezone.localdate())
        _require_one_of(said, "office", "Instansi")
        _place_if_named(said)
        return _add(acting, Kind.ATTENDANCE, row, said)


def add_outcome(acting: Acting, meeting_id: UUID, values: Mapping[str, object]) -> UUID:
    """What the meeting came to: something told, decided or promised."""
    with transaction.atomic():
        row = own_meeting(acting, meeting_id)
        said = saving.read(Kind.OUTCOME, values, unsaid=_UNSAID, needed=("outcome", "text"))
        said.setdefault("place", len(parts.outcomes(meeting_id)) + 1)
        return _add(acting, Kind.OUTCOME, row, said)


def remove(acting: Acting, part_id: UUID) -> UUID:
    """Take a part of a meeting back; it stays on record. The meeting's id."""
    with transaction.atomic():
        kind, part = _part(part_id)
        row = own_meeting(acting, part["meeting"])
        void: Values = {"status": VOID}
        saving.change(acting, kind, part, void, region_code=row["region_code"])
        return UUID(str(part["meeting"]))


def change_part(acting: Acting, part_id: UUID, values: Values) -> None:
    """Say other values of a part of a meeting."""
    with transaction.atomic():
        kind, part = _part(part_id)
        row = own_meeting(acting, part["meeting"])
        saving.change(acting, kind, part, values, region_code=row["region_code"])


def own_meeting(acting: Acting, meeting_id: UUID) -> Row:
    """The row of a meeting that this person may change. Raises `NotAllowed` for one that another agency wrote down."""
    row = held.row_seen(acting, meeting_id)
    require(acting, Ability.CONVENE, acting.region_code)
    if not held.may_change(acting, row):
        raise NotAllowed(
            "Rapat ini diubah oleh instansi yang mencatatnya, %(agency)s. Minta mereka mengubahnya.",
            code="not_the_owner",
            agency=row["agency"],
        )
    require_at_work(acting)
    return row


def _part(part_id: UUID) -> tuple[Kind, Row]:
    for kind, table in _TABLES.items():
        row = table.objects.exclude(status=VOID).filter(pk=part_id).order_by("pk").values().first()
        if row:
            return kind, row
    raise scope.not_found()


def _add(acting: Acting, kind: Kind, row: Row, said: Values) -> UUID:
    where = row["region_code"]
    return saving.make(acting, kind, {"meeting": row["id"], **said}, region_code=where, partition=row["partition"])


def _place_if_named(said: Values) -> None:
    if said.get("region_code"):
        saving.place(said)


def _require_one_of(said: Values, name: str, label: str) -> None:
    if not said.get(name):
        raise FieldsRefused({name: saving.unanswered(label)})


def _day(said: Values) -> date:
    day = said["held_date"]
    assert isinstance(day, date)
    return day
