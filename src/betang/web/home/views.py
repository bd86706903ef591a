"""What is to be done first today?"""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from betang.accounts.queries import Ability, Acting
from betang.intake import queries as intake
from betang.register import queries as register
from betang.register.domain.ages import Age
from betang.register.queries import Counts
from betang.web.acting import acting
from betang.web.templatetags.betang import number

CONDITIONS = (
    (5, _("Tidak layak")),
    (4, _("Kurang layak")),
    (3, _("Agak layak")),
    (2, _("Menuju layak")),
    (1, _("Layak")),
    (0, _("Belum dinilai")),
)
# River, light river, ochre, saga, and bark for what has no date.
COLOURS = {
    Age.UNDER_6: "river",
    Age.FROM_6_TO_12: "river-light",
    Age.FROM_12_TO_24: "ochre-light",
    Age.OVER_24: "saga",
    Age.UNKNOWN: "bark",
}
CHART_WIDTH = 600
RECENT_BATCHES = 5


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: how many, what, why, and how urgent."""

    count: int
    title: str
    why: str
    address: str
    tag: str
    kind: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole, with its stretch of the bar."""

    label: str
    count: int
    colour: str
    start: float
    width: float


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """The first page: what waits, then the list in figures; for who sees no records, the users."""
    who = acting(request)
    if not who.may(Ability.SEE_RECORDS):
        return render(request, "home/without_records.html", {"may_manage": who.may(Ability.MANAGE_USERS)})
    counts = register.counts(who)
    context = {
        "tasks": _tasks(who, counts),
        "counts": counts,
        "conditions": _conditions(counts),
        "ages": _ages(counts),
        "may_take_in": who.may(Ability.TAKE_IN),
        "may_add": who.may(Ability.ADD_FAMILY),
        "as_of": timezone.now(),
    }
    return render(request, "home/home.html", context)


def _tasks(who: Acting, counts: Counts) -> list[Task]:
    found = [*_waiting(who, counts), *_returned(who), *_stale(counts)]
    return [task for task in found if task.count]


def _waiting(who: Acting, counts: Counts) -> list[Task]:
    if not who.may(Ability.DECIDE):
        return []
    return [
        Task(
            counts.open_proposals,
            gettext("Putuskan isian yang berbeda"),
            gettext("Kantor lain atau petugas lain menulis nilai yang lain dari yang tampil"),
            reverse("register:list") + "?terbuka=1",
            gettext("Menunggu"),
            "wait",
        )
    ]


def _returned(who: Acting) -> list[Task]:
    if not who.may(Ability.TAKE_IN):
        return []
    return [
        Task(
            batch.returned,
            gettext("Perbaiki baris yang dikembalikan"),
            gettext("Dari %(file)s") % {"file": batch.file_name},
            reverse("intake:batch", args=[batch.id]),
            gettext("Dikembalikan"),
            "",
        )
        for batch in intake.batches(who, limit=RECENT_BATCHES)
        if batch.state == "done"
    ]


def _stale(counts: Counts) -> list[Task]:
    return [
        Task(
            counts.by_age[Age.OVER_24],
            gettext("Jadwalkan pendataan ulang"),
            gettext("Datanya lewat 24 bulan"),
            reverse("register:list") + f"?umur={Age.OVER_24.value}",
            gettext("Data lama"),
            "",
        )
    ]


def _conditions(counts: Counts) -> dict[str, object]:
    parts = [(str(label), counts.by_condition[figure]) for figure, label in CONDITIONS]
    total = sum(count for _label, count in parts)
    written = " + ".join(number(count) for _label, count in parts)
    said = (
        gettext("Jumlah cocok: %(sum)s = %(total)s.")
        if total == counts.families
        else gettext("Jumlah tidak cocok: %(sum)s bukan %(total)s.")
    )
    return {
        "parts": parts,
        "adds": total == counts.families,
        "sentence": said % {"sum": written, "total": number(counts.families)},
    }


def _ages(counts: Counts) -> list[Part]:
    parts, start = [], 0.0
    for age, colour in COLOURS.items():
        width = CHART_WIDTH * counts.by_age[age] / counts.families if counts.families else 0.0
        parts.append(
            Part(gettext(age.label), counts.by_age[age], colour, round(start, 1), round(max(width - 1.5, 0), 1))
        )
        start += width
    return parts
