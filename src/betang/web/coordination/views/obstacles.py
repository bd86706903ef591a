"""How is an obstacle raised, answered, sent up and closed?"""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from betang.accounts.queries import Ability, Acting
from betang.coordination import commands, queries
from betang.coordination.domain.fields import Kind
from betang.kernel.errors import BetangError, Malformed, Refusal
from betang.web.coordination import asking, families, filling, obstacle_page, origin
from betang.web.coordination.asked import able, reader, sent_file
from betang.web.coordination.filling import Sheet
from betang.web.register import forms
from betang.web.register.forms import Group

_NAMES = ("text", "topic", "evidence")
_ANSWERED = ("level", "responsible_id", "responsible", "due_date")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A form for an obstacle, with the families behind it counted before it is kept."""
    who = able(request, Ability.RAISE)
    sheet = _sheet(request, who)
    if request.method != "POST":
        return filling.fresh(request, sheet)
    if request.POST.get("ke") == "lihat":
        return filling.typed(request, sheet)
    try:
        obstacle_id = _raise(request, who, sheet)
    except (Malformed, Refusal) as refused:
        return filling.back(request, sheet, refused)
    messages.success(request, _("Kendala tercatat."), extra_tags="ok")
    return redirect("coordination:obstacle", obstacle_id=obstacle_id)


def _raise(request: HttpRequest, who: Acting, sheet: Sheet) -> UUID:
    asked = forms.all_questions(sheet.groups)
    forms.check_required(asked, request.POST)
    values = asking.read(Kind.OBSTACLE, asked, request.POST)
    search = families.chosen(request.POST)
    values["filter"] = families.kept(search)
    meeting = origin.meeting(request, who)
    values["region_code"] = origin.place(who, search, meeting)
    file = sent_file(request)
    return commands.raise_obstacle(who, values, meeting_id=meeting.id if meeting else None, file=file)


def _sheet(request: HttpRequest, who: Acting) -> Sheet:
    search = families.chosen(request.POST)
    meeting = origin.meeting(request, who)
    return Sheet(
        heading=_("Kendala baru"),
        question=_("Apa kendalanya, dan keluarga mana yang terkena?"),
        deed=_("Simpan kendala"),
        back=origin.back(meeting),
        crumbs=origin.crumbs(meeting),
        groups=_asked(who),
        context_line=meeting.title if meeting else "",
        picks_heading=_("Keluarga di balik kendala ini"),
        picks=families.choices(who, search),
        families=families.behind(who, search),
    )


def _asked(who: Acting) -> tuple[Group, ...]:
    today = timezone.localdate()
    hint = _("Foto, PDF, Word, atau Excel. Boleh kosong.")
    evidence = asking.file_question(_("Berkas bukti"), hint)
    said = (*asking.questions(Kind.OBSTACLE, _NAMES, required=("text",)), evidence)
    answered = asking.questions(Kind.OBSTACLE, _ANSWERED)
    return (
        Group(_("Kendala"), said),
        Group(_("Siapa yang menjawab"), tuple(asking.placed(each, who, today) for each in answered)),
    )


@login_required
@require_GET
def obstacle(request: HttpRequest, obstacle_id: UUID) -> HttpResponse:
    """One obstacle: the families behind it today, its level, and what was answered."""
    return _page(request, reader(request), obstacle_id)


@login_required
@require_POST
def answer(request: HttpRequest, obstacle_id: UUID) -> HttpResponse:
    """Keep an answer."""
    who = reader(request)
    try:
        commands.answer_obstacle(who, obstacle_id, answer=request.POST.get("answer", "").strip())
    except Refusal as refused:
        return _page(request, who, obstacle_id, refused=refused)
    return _done(request, obstacle_id, _("Jawaban tersimpan."))


@login_required
@require_POST
def send_up(request: HttpRequest, obstacle_id: UUID) -> HttpResponse:
    """Send an obstacle to the next level, with the day by which an answer is asked."""
    who = able(request, Ability.SEND_UP)
    asked = obstacle_page.send_questions()
    try:
        forms.check_required(asked, request.POST)
        due = asking.read(Kind.OBSTACLE, asked, request.POST)["due_date"]
        commands.send_up(
            who, obstacle_id, to=request.POST.get("to", ""), due_date=due if isinstance(due, date) else None
        )
    except Refusal as refused:
        return _page(request, who, obstacle_id, refused=refused)
    return _done(request, obstacle_id, _("Kendala dikirim ke tingkat di atasnya."))


@login_required
@require_POST
def close(request: HttpRequest, obstacle_id: UUID) -> HttpResponse:
    """An obstacle that is out of the way."""
    who = reader(request)
    try:
        commands.close_obstacle(who, obstacle_id)
    except Refusal as refused:
        return _page(request, who, obstacle_id, refused=refused)
    return _done(request, obstacle_id, _("Kendala ditutup."))


def _done(request: HttpRequest, obstacle_id: UUID, said: str) -> HttpResponse:
    messages.success(request, said, extra_tags="ok")
    return redirect(reverse("coordination:obstacle", args=[obstacle_id]))


def _page(request: HttpRequest, who: Acting, obstacle_id: UUID, *, refused: BetangError | None = None) -> HttpResponse:
    shown = obstacle_page.context(who, queries.obstacle(who, obstacle_id), request.POST, refused)
    return render(request, "coordination/obstacle.html", shown, status=422 if refused else 200)
