"""How does an item of the agenda, an invitation, somebody who came, or an outcome enter a meeting?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from betang.accounts.queries import Ability, Acting
from betang.coordination import commands, queries
from betang.coordination.domain.fields import Kind
from betang.journal.domain.records import Value
from betang.kernel.errors import Malformed, Refusal
from betang.organisation import queries as organisation
from betang.web.coordination import asking, filling
from betang.web.coordination.asked import able, require_own, sent_file
from betang.web.coordination.filling import Crumb, Sheet
from betang.web.register import forms
from betang.web.register.forms import Group, Option


@dataclass(frozen=True)
class Part:
    """One kind of part: what its form asks, and the deed that keeps it."""

    kind: Kind
    names: tuple[str, ...]
    required: tuple[str, ...]
    keep: Callable[..., UUID]
    heading: str | Promise
    question: str | Promise
    with_file: bool = False


PARTS: Mapping[str, Part] = {
    "acara": Part(
        Kind.AGENDA,
        ("item", "title", "speaker", "function", "office", "mode", "quote", "gist"),
        ("title",),
        commands.add_agenda,
        gettext_lazy("Acara"),
        gettext_lazy("Apa acaranya, dan siapa yang berbicara?"),
        with_file=True,
    ),
    "undangan": Part(
        Kind.INVITATION,
        ("part", "invited_id", "invited", "region_code"),
        (),
        commands.invite,
        gettext_lazy("Undangan"),
        gettext_lazy("Instansi mana yang mengundang atau diundang?"),
    ),
    "hadir": Part(
        Kind.ATTENDANCE,
        ("name", "function", "office_id", "office", "region_code", "mode"),
        (),
        commands.attend,
        gettext_lazy("Kehadiran"),
        gettext_lazy("Siapa yang hadir?"),
    ),
    "hasil": Part(
        Kind.OUTCOME,
        ("outcome", "text", "office"),
        ("text",),
        commands.add_outcome,
        gettext_lazy("Hasil rapat"),
        gettext_lazy("Apa hasil rapat ini?"),
    ),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, meeting_id: UUID, part: str) -> HttpResponse:
    """A form for one more part of a meeting, and its answer."""
    who = able(request, Ability.CONVENE)
    sheet = _sheet(who, meeting_id, PARTS[part])
    if request.method != "POST":
        return filling.fresh(request, sheet)
    try:
        _keep(request, who, meeting_id, PARTS[part], sheet)
    except (Malformed, Refusal) as refused:
        return filling.back(request, sheet, refused)
    messages.success(request, _("Tersimpan di rapat ini."), extra_tags="ok")
    return redirect("coordination:meeting", meeting_id=meeting_id)


def _keep(request: HttpRequest, who: Acting, meeting_id: UUID, part: Part, sheet: Sheet) -> None:
    asked = forms.all_questions(sheet.groups)
    forms.check_required(asked, request.POST)
    values = asking.read(part.kind, asked, request.POST)
    if "region_code" in values:
        values["region_code"] = values["region_code"] or _region_of(values)
    file = sent_file(request) if part.with_file else None
    part.keep(who, meeting_id, values, **({"file": file} if file else {}))


def _region_of(values: Mapping[str, Value]) -> str | None:
    """Where the office is for, if it is one of the list: chosen there, or typed as it is called there."""
    chosen = values.get("office_id") or values.get("invited_id")
    typed = organisation.folded(str(values.get("office") or values.get("invited") or ""))
    offices = organisation.agencies()
    return next(
        (each.region_code for each in offices if chosen == each.id or typed == organisation.folded(each.name)), None
    )


def _sheet(who: Acting, meeting_id: UUID, part: Part) -> Sheet:
    meeting = queries.meeting(who, meeting_id)
    require_own(meeting)
    back = reverse("coordination:meeting", args=[meeting_id])
    return Sheet(
        heading=str(part.heading),
        question=str(part.question),
        deed=_("Simpan"),
        back=back,
        crumbs=(Crumb(_("Rapat"), reverse("coordination:meetings")), Crumb(meeting.title, back)),
        groups=(Group(part.heading, _asked(who, part)),),
        context_line=meeting.title,
    )


def _asked(who: Acting, part: Part) -> tuple[forms.Question, ...]:
    today = timezone.localdate()
    asked = asking.questions(part.kind, part.names, required=part.required)
    placed = tuple(_of_its_own(asking.placed(each, who, today)) for each in asked)
    hint = _("PDF, Word, PowerPoint, atau Excel. Boleh kosong.")
    return (*placed, asking.file_question(_("Berkas paparan"), hint)) if part.with_file else placed


def _of_its_own(asked: forms.Question) -> forms.Question:
    """The region of an office of the list is known, so it need not be chosen."""
    if asked.name != "region_code":
        return asked
    return replace(asked, options=(Option("", _("Menurut instansinya")), *asked.options))


@login_required
@require_POST
def remove(request: HttpRequest, part_id: UUID) -> HttpResponse:
    """Take a part of a meeting back; it stays on record."""
    who = able(request, Ability.CONVENE)
    meeting_id = commands.remove(who, part_id)
    messages.success(request, _("Bagian itu dihapus dari rapat. Isinya tetap ada di riwayat."), extra_tags="ok")
    return redirect(reverse("coordination:meeting", args=[meeting_id]) + "?hapus=1")
