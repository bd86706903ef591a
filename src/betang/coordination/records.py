"""How do the records of coordination enter the journal, and in which table does each kind rest?"""

from betang.coordination import models
from betang.coordination.domain.fields import Kind
from betang.journal.kept import Tables

TABLES: Tables = {
    Kind.MEETING: models.Meeting,
    Kind.INVITATION: models.Invitation,
    Kind.AGENDA: models.AgendaItem,
    Kind.ATTENDANCE: models.Attendance,
    Kind.OUTCOME: models.MeetingOutcome,
    Kind.OBSTACLE: models.Obstacle,
    Kind.COMMITMENT: models.Commitment,
}
