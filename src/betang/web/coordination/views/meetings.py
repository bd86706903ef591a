"""How is a meeting called, taken from a file, looked at and corrected?"""

from collections.abc import Mapping
from dataclasses import replace
from importlib import resources
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from betang.accounts.queries import Ability, Acting
from betang.coordination import commands, queries
from betang.coordination.domain.fields import Kind
from betang.coordination.queries import MeetingView
from betang.journal.domain.records import Value
from betang.kernel.errors import Malformed, Refusal
from betang.web.coordination import asking, filling, meeting_page
from betang.web.coordination.asked import able, reader, require_own, sent_file
from betang.web.coordination.filling import Crumb, Sheet
from betang.web.errors import sentence
from betang.web.register import forms

_REQUIRED = ("title", "region_code", "held_date")
_SAMPLE = "rapat-2025-06-12.yaml"


@login_required
@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings that this person sees, the latest first."""
    who = reader(request)
    context = {
        "meetings": queries.meetings(who),
        "may_convene": who.may(Ability.CONVENE),
        "as_of": timezone.now(),
    }
    return render(request, "coordination/meetings.html", context)


@login_required
@require_GET
def meeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """One meeting: what was promised and how it stands today, then what happened there."""
    who = reader(request)
    told = queries.meeting(who, meeting_id)
    is_editing = told.may_change and "hapus" in request.GET
    return render(request, "coordination/meeting.html", meeting_page.context(who, told, is_editing=is_editing))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """A whole meeting from one file."""
    who = able(request, Ability.CONVENE)
    if request.method != "POST":
        return _import_page(request)
    try:
        meeting_id = commands.import_meeting(who, _content(request))
    except (Malformed, Refusal) as refused:
        return _import_page(request, error=sentence(refused), status=422)
    messages.success(request, _("Rapat dari berkas ini tersimpan."), extra_tags="ok")
    return redirect("coordination:meeting", meeting_id=meeting_id)


def _content(request: HttpRequest) -> bytes:
    sent = sent_file(request)
    if sent is None:
        raise Malformed("Berkas belum dipilih. Pilih berkas .yaml, lalu kirim lagi.", code="no_file")
    return sent[1]


def _import_page(request: HttpRequest, *, error: str = "", status: int = 200) -> HttpResponse:
    sample = resources.files("betang.coordination.samples").joinpath(_SAMPLE).read_text("utf-8")
    return render(request, "coordination/import.html", {"error": error, "sample": sample}, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest) -> HttpResponse:
    """A form for a new meeting."""
    who = able(request, Ability.CONVENE)
    sheet = _new(who)
    if request.method != "POST":
        return filling.fresh(request, sheet)
    asked = forms.all_questions(sheet.groups)
    try:
        forms.check_required(asked, request.POST)
        meeting_id = commands.call_meeting(who, asking.read(Kind.MEETING, asked, request.POST))
    except Refusal as refused:
        return filling.back(request, sheet, refused)
    return redirect("coordination:meeting", meeting_id=meeting_id)


def _new(who: Acting) -> Sheet:
    return Sheet(
        heading=_("Rapat baru"),
        question=_("Rapat apa, di mana, dan kapan?"),
        deed=_("Simpan rapat"),
        back=reverse("coordination:meetings"),
        crumbs=(_all_meetings(),),
        groups=_asked(who),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """The form of a meeting that is on record, and its answer."""
    who = able(request, Ability.CONVENE)
    told = queries.meeting(who, meeting_id)
    require_own(told)
    sheet = _known(who, told)
    if request.method != "POST":
        return filling.fresh(request, sheet)
    asked = forms.all_questions(sheet.groups)
    try:
        forms.check_required(asked, request.POST)
        values = asking.read(Kind.MEETING, asked, request.POST)
        commands.change_meeting(who, meeting_id, values, seen=request.POST.get("seen", ""))
    except (Malformed, Refusal) as refused:
        return filling.back(request, sheet, refused)
    messages.success(request, _("Keterangan rapat tersimpan."), extra_tags="ok")
    return redirect("coordination:meeting", meeting_id=meeting_id)


def _known(who: Acting, told: MeetingView) -> Sheet:
    back = reverse("coordination:meeting", args=[told.id])
    values = {name: getattr(told, name) for _legend, names in asking.MEETING for name in names}
    return Sheet(
        heading=_("Ubah keterangan rapat"),
        question=_("Apa yang berubah pada rapat ini?"),
        deed=_("Simpan perubahan"),
        back=back,
        crumbs=(_all_meetings(), Crumb(told.title, back)),
        groups=_answered(who, values),
        context_line=told.title,
        seen=told.seen,
    )


def _answered(who: Acting, values: Mapping[str, Value]) -> tuple[forms.Group, ...]:
    """What a meeting is called for stays, so it is not asked again."""
    groups = forms.mapped(_asked(who), lambda asked: asking.answered(asked, Kind.MEETING, values))
    return tuple(
        replace(group, questions=tuple(asked for asked in group.questions if asked.name != "region_code"))
        for group in groups
    )


def _asked(who: Acting) -> tuple[forms.Group, ...]:
    groups = asking.groups(Kind.MEETING, asking.MEETING, required=_REQUIRED)
    return forms.mapped(groups, lambda asked: asking.placed(asked, who, timezone.localdate()))


def _all_meetings() -> Crumb:
    return Crumb(_("Rapat"), reverse("coordination:meetings"))
