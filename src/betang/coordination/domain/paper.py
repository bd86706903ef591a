"""What of a meeting stands on paper: the minutes, the attendance list, the press release?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Invited:
    """An agency that was asked to come, and its region by name ("Kabupaten Sintang")."""

    office: str
    region: str = ""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item of the agenda. `kind` is a code of ITEM, `mode` one of MODE; both may be empty."""

    kind: str
    title: str
    speaker: str = ""
    function: str = ""
    office: str = ""
    mode: str = ""
    quote: str = ""
    gist: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who came, in the order of the list. Of some only the office is known: the name is empty.

    `region` is a name ("Kabupaten Sintang", "Provinsi Kalimantan Barat"); empty for an office of the nation.
    """

    office: str
    region: str = ""
    name: str = ""
    function: str = ""
    mode: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """Information, a decision or a commitment (a code of OUTCOME), and whose it is."""

    kind: str
    text: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class ObstacleLine:
    """An obstacle as it was raised. `families` is how many stand behind it on `MeetingPaper.printed_on`.

    `topic` is a code of TOPIC, `level` of LEVEL, `state` of OBSTACLE_STATE.
    """

    topic: str
    text: str
    region: str = ""
    raised_by: str = ""
    families: int | None = None
    level: str = ""
    responsible: str = ""
    due_date: date | None = None
    state: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A promise: who, what, by when, and how it stands in words ("terpenuhi", "lewat tenggat")."""

    text: str
    responsible: str = ""
    region: str = ""
    due_date: date | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """Everything a paper about a meeting may say. What is empty is left out of the paper, or left open to be filled in.

    `region` is a name. `starts` and `ends` are times as typed ("09.00"). `printed_on` dates the counts and states.
    """

    title: str
    printed_on: date
    region: str = ""
    held_date: date | None = None
    starts: str = ""
    ends: str = ""
    room: str = ""
    building: str = ""
    city: str = ""
    platform: str = ""
    programme: str = ""
    occasion: str = ""
    purpose: str = ""
    course: str = ""
    significance: str = ""
    chair: str = ""
    source: str = ""
    note: str = ""
    organisers: tuple[str, ...] = ()
    invited: tuple[Invited, ...] = ()
    agenda: tuple[AgendaLine, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    outcomes: tuple[OutcomeLine, ...] = ()
    obstacles: tuple[ObstacleLine, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
