"""Every question that is asked of coordination."""

from betang.coordination.domain.commitments import State
from betang.coordination.queries.due import due_from
from betang.coordination.queries.evidence import check_evidence
from betang.coordination.queries.held import find_meetings, meeting, meeting_file, meetings
from betang.coordination.queries.papers import paper
from betang.coordination.queries.promised import commitment, commitments
from betang.coordination.queries.raised import obstacle, obstacles
from betang.coordination.queries.views import (
    AgendaView,
    AttendanceTable,
    AttendanceView,
    CommitmentView,
    DueItem,
    EvidenceCheck,
    FoundMeeting,
    InvitationView,
    MeetingRow,
    MeetingView,
    ObstacleView,
    OutcomeView,
)

__all__ = [
    "AgendaView",
    "AttendanceTable",
    "AttendanceView",
    "CommitmentView",
    "DueItem",
    "EvidenceCheck",
    "FoundMeeting",
    "InvitationView",
    "MeetingRow",
    "MeetingView",
    "ObstacleView",
    "OutcomeView",
    "State",
    "check_evidence",
    "commitment",
    "commitments",
    "due_from",
    "find_meetings",
    "meeting",
    "meeting_file",
    "meetings",
    "obstacle",
    "obstacles",
    "paper",
]
