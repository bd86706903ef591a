"""What of a meeting goes onto its papers?"""

from uuid import UUID

from django.utils import timezone

from betang.accounts.queries import Acting
from betang.coordination.domain.paper import (
    AgendaLine,
    Attendee,
    CommitmentLine,
    Invited,
    MeetingPaper,
    ObstacleLine,
    OutcomeLine,
)
from betang.coordination.queries.held import meeting
from betang.coordination.queries.parts import region_names
from betang.coordination.queries.views import AgendaView, CommitmentView, ObstacleView

_TEXTS = ("title", "region", "starts", "ends", "room", "building", "city", "platform", "programme", "occasion")
_MORE_TEXTS = ("purpose", "course", "significance", "chair", "source", "note")


def paper(acting: Acting, meeting_id: UUID) -> MeetingPaper:
    """A meeting as its minutes, attendance list and press release tell it, with the counts of today."""
    told = meeting(acting, meeting_id)
    texts = {name: getattr(told, name) for name in (*_TEXTS, *_MORE_TEXTS)}
    codes = [*(each.region_code for each in told.obstacles), *(each.region_code for each in told.commitments)]
    regions = region_names(codes)
    return MeetingPaper(
        **texts,
        held_date=told.held_date,
        printed_on=timezone.localdate(),
        organisers=tuple(each.invited for each in told.organisers),
        invited=tuple(Invited(each.invited, each.region) for each in told.invited),
        agenda=tuple(map(_item, told.agenda)),
        attendance=tuple(
            Attendee(each.office, each.region, each.name, each.function, each.mode) for each in told.attendance
        ),
        outcomes=tuple(OutcomeLine(each.outcome, each.text, each.office) for each in told.outcomes),
        obstacles=tuple(_obstacle(each, regions[each.region_code]) for each in told.obstacles),
        commitments=tuple(_commitment(each, regions[each.region_code]) for each in told.commitments),
    )


def _item(told: AgendaView) -> AgendaLine:
    return AgendaLine(
        kind=told.item,
        title=told.title,
        speaker=told.speaker,
        function=told.function,
        office=told.office,
        mode=told.mode,
        quote=told.quote,
        gist=told.gist,
        file_name=told.file_name,
    )


def _obstacle(told: ObstacleView, region: str) -> ObstacleLine:
    return ObstacleLine(
        topic=told.topic,
        text=told.text,
        region=region,
        raised_by=told.raised_by,
        families=told.families,
        level=told.level,
        responsible=told.responsible,
        due_date=told.due_date,
        state=told.state,
        answer=told.answer,
    )


def _commitment(told: CommitmentView, region: str) -> CommitmentLine:
    return CommitmentLine(told.text, told.responsible, region, told.due_date, told.state.label.lower())
