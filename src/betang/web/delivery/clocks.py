"""How does the clock of a case stand, in words and in a tone?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from betang.delivery.domain.working_days import CLOCK_LABELS, Clock, ClockState
from betang.delivery.queries import CaseView
from betang.web.templatetags.betang import day, number

_SOON = 3  # working days
_TONES: Mapping[ClockState, str] = {
    ClockState.WAITING: "wait",
    ClockState.LATE: "bad",
    ClockState.IN_TIME: "ok",
    ClockState.DECIDED_LATE: "wait",
}


@dataclass(frozen=True)
class Told:
    """A clock on a page: the state in a few words, its tone, a sentence, and what is not known of its holidays."""

    state: str
    tone: str
    sentence: str
    unknown_year: str


def told(clock: Clock) -> Told:
    """A clock in words."""
    return Told(_(CLOCK_LABELS[clock.state]), _tone(clock), _sentence(clock), _unknown(clock))


def title(case: CaseView) -> str:
    """`PBG 610519-01`."""
    return case.case_number if case.case_number.startswith(case.case_kind) else f"{case.case_kind} {case.case_number}"


def _tone(clock: Clock) -> str:
    if clock.state is ClockState.RUNNING:
        return "wait" if clock.left is not None and clock.left <= _SOON else "info"
    return _TONES.get(clock.state, "")


def _sentence(clock: Clock) -> str:
    if clock.used is None or clock.left is None:
        return _("Sepuluh hari kerja dihitung sesudah berkas lengkap.") if clock.state is ClockState.WAITING else ""
    if clock.state in (ClockState.IN_TIME, ClockState.DECIDED_LATE):
        return ngettext("Diputuskan dalam %(n)s hari kerja.", "Diputuskan dalam %(n)s hari kerja.", clock.used) % {
            "n": number(clock.used)
        }
    if clock.state is ClockState.LATE:
        words = {"n": number(-clock.left), "day": day(clock.deadline)}
        return (
            ngettext(
                "Lewat %(n)s hari kerja; batasnya %(day)s.", "Lewat %(n)s hari kerja; batasnya %(day)s.", -clock.left
            )
            % words
        )
    words = {"n": number(clock.left), "day": day(clock.deadline)}
    return (
        ngettext("Sisa %(n)s hari kerja, sampai %(day)s.", "Sisa %(n)s hari kerja, sampai %(day)s.", clock.left) % words
    )


def _unknown(clock: Clock) -> str:
    if clock.unknown_year is None:
        return ""
    return _("Hari libur %(year)s belum diketahui; di tahun itu hanya Sabtu dan Minggu yang tidak dihitung.") % {
        "year": clock.unknown_year
    }
