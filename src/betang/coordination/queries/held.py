"""Which meetings were there, and what happened at one?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from betang.accounts.queries import Ability, Acting
from betang.coordination.models import (
    AgendaItem,
    Attendance,
    Commitment,
    Invitation,
    Meeting,
    MeetingOutcome,
    Obstacle,
)
from betang.coordination.queries import parts, promised, raised, scope
from betang.coordination.queries.scope import Row
from betang.coordination.queries.views import FoundMeeting, MeetingRow, MeetingView
from betang.journal import blobs
from betang.journal import queries as journal
from betang.journal.blobs import KeptFile
from betang.journal.kept import VOID

_TEXTS = ("title", "region_code", "starts", "ends", "room", "building", "city", "platform", "programme", "occasion")
_MORE_TEXTS = ("purpose", "course", "significance", "chair", "source", "state", "note", "agency")
_MOST_FOUND = 100


def meetings(acting: Acting) -> list[MeetingRow]:
    """Those that this person sees, the latest first."""
    return _listed(scope.meetings_seen(acting))


def find_meetings(acting: Acting, text: str) -> list[FoundMeeting]:
    """Meetings that every word of a text is found in: name, occasion, place, decision or obstacle."""
    if not acting.may(Ability.SEE_PROGRAMME):
        return []
    rows = scope.meetings_seen(acting)
    for word in text.split()[:10]:
        rows = rows.filter(_says(word))
    found = rows.order_by("-held_date", "id").values_list("id", "title", "held_date")[:_MOST_FOUND]
    return [FoundMeeting(entity, "meeting", f"{title}, {day}" if day else title or "") for entity, title, day in found]


def meeting(acting: Acting, meeting_id: UUID) -> MeetingView:
    """One of them with everything that belongs to it; any other is answered as one that does not exist."""
    row = row_seen(acting, meeting_id)
    invitations = parts.invitations(meeting_id)
    came = parts.attendance(meeting_id)
    return MeetingView(
        **scope.text(row, *_TEXTS, *_MORE_TEXTS),
        **scope.as_known(row, "id", "held_date", "agency_id"),
        place=scope.places([row])[row["region_code"]],
        region=parts.region_names([row["region_code"]])[row["region_code"]],
        may_change=may_change(acting, row),
        seen=journal.seen(meeting_id),
        organisers=tuple(each for each in invitations if each.part == parts.HOLDS),
        invited=tuple(each for each in invitations if each.part != parts.HOLDS),
        agenda=parts.agenda(meeting_id),
        attendance=came,
        table=parts.table_of(came),
        outcomes=parts.outcomes(meeting_id),
        obstacles=tuple(raised.of_meeting(acting, meeting_id)),
        commitments=tuple(promised.of_meeting(acting, meeting_id)),
    )


def row_seen(acting: Acting, meeting_id: UUID) -> Row:
    """Its row, for whoever sees it."""
    row = scope.meetings_seen(acting).filter(pk=meeting_id).order_by("id").values().first()
    if row is None:
        raise scope.not_found()
    return row


def may_change(acting: Acting, row: Row) -> bool:
    """Only the agency that wrote a meeting down changes it and its parts."""
    return acting.may(Ability.CONVENE) and acting.agency_id == row["agency_id"]


def meeting_file(acting: Acting, part_id: UUID) -> KeptFile:
    """The file of an item of the agenda, of an obstacle or of a promise, for whoever sees what it belongs to."""
    name = _file_of_agenda(acting, part_id) or _file_of(scope.obstacles_seen(acting), part_id, "evidence_file")
    name = name or _file_of(scope.commitments_seen(acting), part_id, "proof_file")
    if not name:
        raise scope.not_found()
    return blobs.read(name)


def _file_of_agenda(acting: Acting, part_id: UUID) -> str | None:
    rows = AgendaItem.objects.exclude(status=VOID).filter(meeting__in=scope.meetings_seen(acting).values("id"))
    return _file_of(rows, part_id, "file")


def _file_of(
    rows: QuerySet[AgendaItem] | QuerySet[Obstacle] | QuerySet[Commitment], part: UUID, field: str
) -> str | None:
    found = rows.filter(pk=part).order_by("id").values_list(field, flat=True).first()
    return str(found) if found else None


def _listed(rows: QuerySet[Meeting]) -> list[MeetingRow]:
    listed: list[Row] = list(rows.order_by("-held_date", "-created_at", "id").values())
    ids = [row["id"] for row in listed]
    places = scope.places(listed)
    came = Attendance.objects.exclude(status=VOID).filter(meeting__in=ids).order_by("meeting")
    offices = dict(came.values_list("meeting").annotate(offices=Count("office", distinct=True)))
    raised, promised = _how_many(Obstacle, ids), _how_many(Commitment, ids)
    return [_row(row, places, offices, raised, promised) for row in listed]


def _how_many(table: type[Obstacle] | type[Commitment], meetings: Sequence[UUID]) -> Mapping[UUID | None, int]:
    rows = table.objects.exclude(status=VOID).filter(meeting__in=meetings).order_by("id")
    return Counter(rows.values_list("meeting", flat=True))


def _row(
    row: Row,
    places: Mapping[str, str],
    offices: Mapping[UUID, int],
    raised: Mapping[UUID | None, int],
    promised: Mapping[UUID | None, int],
) -> MeetingRow:
    return MeetingRow(
        **scope.text(row, "title", "region_code", "city", "state", "agency"),
        **scope.as_known(row, "id", "held_date"),
        place=places[row["region_code"]],
        offices=offices.get(row["id"], 0),
        obstacles=raised.get(row["id"], 0),
        commitments=promised.get(row["id"], 0),
    )


def _says(word: str) -> Q:
    own = ("title", "occasion", "programme", "purpose", "course", "room", "building", "city", "note")
    asked = Q()
    for name in own:
        asked |= Q(**{f"{name}__icontains": word})
    decided = MeetingOutcome.objects.exclude(status=VOID).filter(text__icontains=word)
    raised = Obstacle.objects.exclude(status=VOID).filter(text__icontains=word)
    invited = Invitation.objects.exclude(status=VOID).filter(invited__icontains=word)
    spoken = AgendaItem.objects.exclude(status=VOID).filter(Q(speaker__icontains=word) | Q(title__icontains=word))
    for rows in (decided, raised, invited, spoken):
        asked |= Q(id__in=rows.values("meeting"))
    return asked
