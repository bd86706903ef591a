"""What is told of a meeting, an obstacle and a commitment?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from betang.coordination.domain.commitments import State
from betang.kernel.errors import Refusal


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list."""

    id: UUID
    title: str
    region_code: str
    place: str
    held_date: date | None
    city: str
    state: str
    agency: str
    offices: int
    obstacles: int
    commitments: int


@dataclass(frozen=True, slots=True)
class InvitationView:
    """An agency that holds a meeting (`part` PENYELENGGARA) or was asked to it. `region` is a name."""

    id: UUID
    part: str
    invited_id: UUID | None
    invited: str
    region_code: str
    region: str


@dataclass(frozen=True, slots=True)
class AgendaView:
    """One item of the agenda; `item` is a code of ITEM, `mode` one of MODE. `is_here`: its file has come here."""

    id: UUID
    place: int
    item: str
    title: str
    speaker: str
    function: str
    office: str
    mode: str
    quote: str
    gist: str
    file: str
    file_name: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """Somebody who came. `region` is a name; `kind` that of the office, where it is one of the list."""

    id: UUID
    name: str
    function: str
    office: str
    office_id: UUID | None
    kind: str
    region_code: str
    region: str
    mode: str


@dataclass(frozen=True, slots=True)
class AttendanceTable:
    """How many came from each office of each region: `rows` are (region code, region, how many by kind of office)."""

    kinds: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]
    offices: int
    others: tuple[AttendanceView, ...]  # whoever came from elsewhere
    online: int


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What a meeting came to; `outcome` is a code of OUTCOME."""

    id: UUID
    place: int
    outcome: str
    text: str
    office: str
    commitment: UUID | None
    obstacle: UUID | None


@dataclass(frozen=True, slots=True)
class ObstacleView:
    """An obstacle. `families` stand behind it today; None where it has no filter, or where `reason` says why not.

    `reason` is in Bahasa, `unknown` the same for whoever translates. `level` is where it lies, `next_level` the one
    above, `suggested_level` what the system suggests when its day has passed.
    """

    id: UUID
    meeting_id: UUID | None
    meeting: str
    topic: str
    text: str
    region_code: str
    place: str
    raised_by: str
    raised_by_id: UUID | None
    raised_date: date | None
    evidence: str
    evidence_file: str
    evidence_file_name: str
    evidence_is_here: bool
    filter: str
    filter_said: str
    families: int | None
    unknown: Refusal | None
    level: str
    next_level: str | None
    suggested_level: str | None
    responsible: str
    responsible_id: UUID | None
    due_date: date | None
    sent_date: date | None
    state: str
    answer: str
    answered_date: date | None
    is_answered: bool
    days_late: int
    agency: str
    agency_id: UUID
    as_of: date
    may_answer: bool
    may_send_up: bool
    may_close: bool

    @property
    def reason(self) -> str:
        return str(self.unknown) if self.unknown else ""


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """A promise. `measured` is today's figure, or the frozen one once closed; None where it is not measured, or where
    `reason` (Bahasa; `unknown` for whoever translates) says why it cannot be."""

    id: UUID
    meeting_id: UUID | None
    meeting: str
    obstacle_id: UUID | None
    text: str
    region_code: str
    place: str
    responsible: str
    responsible_id: UUID | None
    made_date: date | None
    due_date: date | None
    proof_kind: str
    metric: str
    filter: str
    filter_said: str
    source: str
    since_date: date | None
    threshold: int | None
    proof: str
    proof_file: str
    proof_file_name: str
    proof_is_here: bool
    state: State
    measured: int | None
    unknown: Refusal | None
    closed_date: date | None
    closed_value: int | None
    evidence: str
    days_late: int
    note: str
    agency: str
    agency_id: UUID
    as_of: date
    may_prove: bool
    may_cancel: bool

    @property
    def reason(self) -> str:
        return str(self.unknown) if self.unknown else ""

    @property
    def is_reached(self) -> bool:
        """Whether today's figure is as promised."""
        return self.measured is not None and self.threshold is not None and self.measured >= self.threshold


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting with everything that belongs to it."""

    id: UUID
    title: str
    region_code: str
    place: str
    region: str
    held_date: date | None
    starts: str
    ends: str
    room: str
    building: str
    city: str
    platform: str
    programme: str
    occasion: str
    purpose: str
    course: str
    significance: str
    chair: str
    source: str
    state: str
    note: str
    agency: str
    agency_id: UUID
    may_change: bool
    seen: str
    organisers: tuple[InvitationView, ...]
    invited: tuple[InvitationView, ...]
    agenda: tuple[AgendaView, ...]
    attendance: tuple[AttendanceView, ...]
    table: AttendanceTable
    outcomes: tuple[OutcomeView, ...]
    obstacles: tuple[ObstacleView, ...]
    commitments: tuple[CommitmentView, ...]


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something that an office owes: `kind` is commitment or obstacle. What has no day comes last."""

    kind: str
    id: UUID
    text: str
    region_code: str
    place: str
    due_date: date | None
    days_late: int
    days_left: int | None
    state: str
    measured: int | None
    threshold: int | None
    metric: str


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """Whether the frozen evidence of a closed promise still holds. `missing` are records whose commit is gone, `other`
    those whose commit says something else now."""

    holds: bool
    value: int | None
    as_of: date | None
    counted: int
    confirmed: int
    missing: int
    other: int
    unknown: Refusal | None = None

    @property
    def reason(self) -> str:
        return str(self.unknown) if self.unknown else ""


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """A meeting that a text finds, as `betang find` lists it."""

    id: UUID
    kind: str
    label: str


Parts = Sequence[InvitationView | AgendaView | AttendanceView | OutcomeView]
