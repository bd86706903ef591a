"""How does an obstacle or a commitment look in a row: its figure, its bar, its state in words?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from betang.coordination.domain import codes
from betang.coordination.domain.commitments import State
from betang.coordination.domain.obstacles import SOLVED
from betang.coordination.queries import CommitmentView, ObstacleView
from betang.web.coordination import families
from betang.web.register.forms import sentence
from betang.web.templatetags.betang import number

SOON_DAYS = 7
_UNITS: Mapping[str, str] = {
    "KELUARGA DIDATA": gettext_noop("keluarga"),
    "DESA DIDATA": gettext_noop("desa"),
    "RUMAH SELESAI": gettext_noop("rumah"),
    "KASUS TERBIT": gettext_noop("kasus"),
    "KABUPATEN MELAPOR": gettext_noop("kabupaten"),
}


@dataclass(frozen=True)
class Tag:
    """A state in at most four words, and its tone."""

    text: str
    tone: str = ""


@dataclass(frozen=True)
class Row:
    """What a table or a board shows of one of them. `share` is the length of the bar in hundredths."""

    address: str
    text: str
    kind: str
    place: str
    who: str
    due: date | None
    tag: Tag
    is_done: bool
    is_late: bool
    measured: str = ""
    share: int | None = None
    tone: str = ""
    reason: str = ""
    families: int | None = None
    list_address: str = ""
    topic: str = ""
    raised_by: str = ""
    suggestion: str = ""

    @property
    def urgency(self) -> tuple[bool, date]:
        """The late first, then by due date; what has none comes last."""
        return not self.is_late, self.due or date.max


def obstacle(told: ObstacleView) -> Row:
    """An obstacle, with the families behind it today."""
    return Row(
        address=reverse("coordination:obstacle", args=[told.id]),
        text=told.text,
        kind=_("Kendala"),
        place=told.place,
        who=told.responsible,
        due=told.due_date,
        tag=_obstacle_tag(told),
        is_done=told.state == SOLVED,
        is_late=_is_late(told),
        measured=_families_said(told.families),
        families=told.families,
        reason=sentence(told.unknown),
        list_address=families.listed(told.filter) if told.filter and not told.unknown else "",
        topic=_(codes.TOPIC.label(told.topic)) if told.topic else "",
        raised_by=told.raised_by,
        suggestion=_suggested(told),
    )


def _is_late(told: ObstacleView) -> bool:
    return told.days_late > 0 and not told.is_answered and told.state != SOLVED


def _obstacle_tag(told: ObstacleView) -> Tag:
    if told.state == SOLVED:
        return Tag(_("Selesai"), "ok")
    if _is_late(told):
        return _late(told.days_late)
    return Tag(_("Ditangani"), "info") if told.is_answered else Tag(_("Menunggu jawaban"), "wait")


def _families_said(total: int | None) -> str:
    if total is None:
        return ""
    return ngettext("%(n)s keluarga", "%(n)s keluarga", total) % {"n": number(total)}


def _suggested(told: ObstacleView) -> str:
    if not told.suggested_level:
        return ""
    return _("Sistem menyarankan: %(level)s") % {"level": _(codes.LEVEL.label(told.suggested_level))}


def commitment(told: CommitmentView) -> Row:
    """A commitment, with what is measured of it."""
    is_late = told.state.is_open and told.days_late > 0
    return Row(
        address=reverse("coordination:commitment", args=[told.id]),
        text=told.text,
        kind=_("Komitmen"),
        place=told.place,
        who=told.responsible,
        due=told.due_date,
        tag=_commitment_tag(told),
        is_done=not told.state.is_open,
        is_late=is_late,
        measured=progress(told.measured, told.threshold, told.metric),
        share=_share(told),
        tone="bad" if is_late else "",
        reason=sentence(told.unknown),
        suggestion=_late(told.days_late).text if told.state is State.UNKNOWN and is_late else "",
    )


def _commitment_tag(told: CommitmentView) -> Tag:
    if told.state in _SETTLED:
        text, tone = _SETTLED[told.state]
        return Tag(_(text), tone)
    if told.days_late:
        return _late(told.days_late)
    return running(told.due_date, told.as_of)


# What a state is called, and its tone, where no day plays a part in it.
_SETTLED: Mapping[State, tuple[str, str]] = {
    State.KEPT: (gettext_noop("Terpenuhi"), "ok"),
    State.KEPT_LATE: (gettext_noop("Terpenuhi, terlambat"), "ok"),
    State.UNKNOWN: (gettext_noop("Belum dapat diukur"), "wait"),
    State.CANCELLED: (gettext_noop("Dibatalkan"), ""),
}


def running(due: date | None, today: date) -> Tag:
    """The state of something whose day is still to come."""
    if due is None:
        return Tag(_("Berjalan"), "info")
    days = (due - today).days
    if days < 0:
        return _late(-days)
    if days == 0:
        return Tag(_("Jatuh tempo hari ini"), "wait")
    if days <= SOON_DAYS:
        return Tag(ngettext("%(n)s hari lagi", "%(n)s hari lagi", days) % {"n": number(days)}, "wait")
    return Tag(_("Sesuai jadwal"), "info")


def _late(days: int) -> Tag:
    return Tag(ngettext("Lewat %(n)s hari", "Lewat %(n)s hari", days) % {"n": number(days)}, "bad")


def progress(measured: int | None, threshold: int | None, metric: str) -> str:
    """`296 dari 486 keluarga`; nothing where nothing is measured."""
    if measured is None or threshold is None:
        return ""
    words = {"value": number(measured), "least": number(threshold), "unit": _(_UNITS.get(metric, "catatan"))}
    if measured > threshold:
        return _("%(value)s %(unit)s, dijanjikan %(least)s") % words
    return _("%(value)s dari %(least)s %(unit)s") % words


def _share(told: CommitmentView) -> int | None:
    if told.measured is None or not told.threshold:
        return None
    return min(100, round(100 * told.measured / told.threshold))
