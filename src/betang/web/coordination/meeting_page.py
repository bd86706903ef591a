"""What does the page of a meeting show, and in which words?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from betang.accounts.queries import Ability, Acting
from betang.coordination.domain import codes
from betang.coordination.domain.fields import BY_NAME, Kind
from betang.coordination.queries import AgendaView, AttendanceView, MeetingView, OutcomeView
from betang.register.domain.code_lists import CodeList
from betang.web.coordination import attendance, shown
from betang.web.coordination.shown import Row
from betang.web.templatetags.betang import day, moment, number

_ONLINE = "DARING"
_TOLD = ("programme", "occasion", "purpose", "chair", "course", "significance", "note")
_HEADINGS: Mapping[str, str] = {
    "KEPUTUSAN": gettext_noop("Keputusan"),
    "KOMITMEN": gettext_noop("Komitmen di notulen"),
    "INFORMASI": gettext_noop("Informasi"),
}


@dataclass(frozen=True)
class Item:
    """An item of the agenda. `said` is who spoke, in which function."""

    id: UUID
    title: str
    kind: str
    said: str
    gist: str
    mode: str
    is_online: bool
    file_name: str
    is_here: bool


@dataclass(frozen=True)
class Person:
    """Somebody who came; of some only the office is known."""

    id: UUID
    name: str
    office: str
    said: str
    mode: str
    is_online: bool

    @property
    def shown(self) -> str:
        return self.name or self.office


@dataclass(frozen=True)
class Outcomes:
    """What a meeting came to, of one kind."""

    heading: str
    items: tuple[OutcomeView, ...]


@dataclass(frozen=True)
class Told:
    """A label with what was written under it."""

    label: str
    value: str


def context(
    who: Acting, meeting: MeetingView, *, is_editing: bool = False
) -> dict[str, Any]:  # Any: as the template takes them
    """Everything that the template of a meeting draws."""
    commitments = sorted(map(shown.commitment, meeting.commitments), key=lambda row: row.urgency)
    now = timezone.now()
    return {
        "meeting": meeting,
        "when_and_where": when_and_where(meeting),
        "organisers": ", ".join(each.invited for each in meeting.organisers),
        "invited": meeting.organisers + meeting.invited,
        "commitments": commitments,
        "commitments_said": _commitments_said(commitments),
        "measured_at": _("Terukur %(at)s") % {"at": moment(now)},
        "agenda": [_item(each) for each in meeting.agenda],
        "quotes": [each for each in meeting.agenda if each.quote],
        "obstacles": [shown.obstacle(each) for each in meeting.obstacles],
        "outcomes": _outcomes(meeting.outcomes),
        "attendance": attendance.told(meeting.table),
        "people": _people(meeting, is_editing=is_editing),
        "told": _told(meeting),
        "is_void": meeting.state == "DIBATALKAN",
        "may_change": meeting.may_change,
        "is_editing": is_editing,
        "may_raise": who.may(Ability.RAISE),
        "as_of": now,
    }


def when_and_where(meeting: MeetingView) -> str:
    """`Kamis, 12 Juni 2025. Ruang Tengkawang, Kantor Gubernur, Pontianak, dan daring lewat Zoom`."""
    when = ""
    if meeting.held_date:
        when = f"{formats.date_format(meeting.held_date, 'l')}, {day(meeting.held_date)}"
    hours = "–".join(filter(None, (meeting.starts, meeting.ends)))
    where = ", ".join(filter(None, (meeting.room, meeting.building, meeting.city)))
    return ". ".join(filter(None, (", ".join(filter(None, (when, hours))), _place(where, meeting.platform))))


def _place(where: str, platform: str) -> str:
    if not platform:
        return where
    said = _("%(where)s, dan daring lewat %(platform)s") if where else _("Daring lewat %(platform)s")
    return said % {"where": where, "platform": platform}


def _commitments_said(rows: Sequence[Row]) -> str:
    done = sum(row.is_done for row in rows)
    late = sum(row.is_late for row in rows)
    words = {"done": number(done), "late": number(late), "rest": number(len(rows) - done - late)}
    said = _("Ukuran dihitung sendiri dari data simpul, bukan dari laporan.")
    return f"{said} " + _("%(done)s selesai, %(rest)s berjalan, %(late)s lewat tenggat.") % words


def _item(each: AgendaView) -> Item:
    said = ", ".join(filter(None, (each.speaker, each.function or each.office)))
    return Item(
        each.id, each.title, _label(codes.ITEM, each.item), said, each.gist or "", _label(codes.MODE, each.mode),
        each.mode == _ONLINE, each.file_name or "", each.is_here,
    )  # fmt: skip


def _people(meeting: MeetingView, *, is_editing: bool) -> list[Person]:
    """Whoever came by name or from elsewhere than the table says; all of them where one may be taken out."""
    others = {each.id for each in meeting.table.others}
    return [_person(each) for each in meeting.attendance if is_editing or each.name or each.id in others]


def _person(each: AttendanceView) -> Person:
    said = ", ".join(filter(None, (each.function, each.office)))
    return Person(
        each.id, each.name or "", each.office or "", said, _label(codes.MODE, each.mode), each.mode == _ONLINE
    )


def _label(codes_of: CodeList, code: str | None) -> str:
    return _(codes_of.label(code)) if code else ""


def _outcomes(found: Sequence[OutcomeView]) -> list[Outcomes]:
    """Decisions first, then promises, then what was only told."""
    of_kind = ((heading, tuple(each for each in found if each.outcome == kind)) for kind, heading in _HEADINGS.items())
    return [Outcomes(_(heading), items) for heading, items in of_kind if items]


def _told(meeting: MeetingView) -> list[Told]:
    fields = BY_NAME[Kind.MEETING]
    values = ((name, getattr(meeting, name)) for name in _TOLD)
    return [Told(_(fields[name].label), value) for name, value in values if value]
