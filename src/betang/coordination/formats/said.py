"""How do the three papers say when and where a meeting was held, and how somebody came?"""

from betang.coordination.domain import codes
from betang.coordination.domain.paper import MeetingPaper, ObstacleLine, OutcomeLine
from betang.coordination.domain.wording import capital, day, sentence, weekday

ONLINE = "DARING"
NO_REGION = "Pemerintah pusat dan instansi lain"


def held_on(meeting: MeetingPaper) -> str:
    """Kamis, 12 Juni 2025"""
    return f"{weekday(meeting.held_date)}, {day(meeting.held_date)}" if meeting.held_date else ""


def time_said(meeting: MeetingPaper) -> str:
    """09.00 sampai 12.00; nothing where no time is known"""
    if meeting.starts and meeting.ends:
        return f"{meeting.starts} sampai {meeting.ends}"
    if meeting.ends:
        return f"sampai {meeting.ends}"
    return meeting.starts


def place_said(meeting: MeetingPaper) -> str:
    """Ruang Tengkawang, Kantor Gubernur Kalimantan Barat, Pontianak"""
    return ", ".join(part for part in (meeting.room, meeting.building, meeting.city) if part)


def mode_said(meeting: MeetingPaper, mode: str) -> str:
    """Di ruang; Daring (Zoom)"""
    said = codes.MODE.label(mode)
    return f"{said} ({meeting.platform})" if mode == ONLINE and meeting.platform else said


def handling(line: ObstacleLine) -> str:
    """At which level an obstacle lies, who is to answer by when, and what was answered."""
    parts = (
        ("Tingkat", codes.LEVEL.label(line.level)),
        ("Penanggung jawab", line.responsible),
        ("Tenggat", day(line.due_date) if line.due_date else ""),
        ("Keadaan", codes.OBSTACLE_STATE.label(line.state)),
        ("Jawaban", line.answer),
    )
    return "; ".join(f"{name}: {said}" for name, said in parts if said)


def outcome(line: OutcomeLine) -> str:
    """What came of the meeting, and whose it is where the text does not say so itself."""
    said = sentence(capital(line.text))
    return said if not line.office or line.office in said else f"{said} ({line.office})"


def signed_at(meeting: MeetingPaper) -> str:
    """Pontianak, 12 Juni 2025; dots for what is not known"""
    return f"{meeting.city or '…………'}, {day(meeting.held_date) if meeting.held_date else '…………'}"
