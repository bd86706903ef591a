"""How is something promised, looked at, proved and taken back?"""

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
from betang.web.coordination import asking, commitment_page, families, filling, origin
from betang.web.coordination.asked import able, reader, sent_file
from betang.web.coordination.filling import Sheet
from betang.web.register import forms
from betang.web.register.forms import Group

_WHAT = ("text", "responsible_id", "responsible", "due_date", "note")
_HOW = ("proof_kind", "metric", "since_date", "threshold", "source")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A form for a promise: who, what, by when, and how it will be told whether it was kept."""
    who = able(request, Ability.RAISE)
    sheet = _sheet(request, who)
    if request.method != "POST":
        return filling.fresh(request, sheet)
    if request.POST.get("ke") == "lihat":
        return filling.typed(request, sheet)
    try:
        commitment_id = _promise(request, who, sheet)
    except (Malformed, Refusal) as refused:
        return filling.back(request, sheet, refused)
    messages.success(request, _("Komitmen tercatat."), extra_tags="ok")
    return redirect("coordination:commitment", commitment_id=commitment_id)


def _promise(request: HttpRequest, who: Acting, sheet: Sheet) -> UUID:
    asked = forms.all_questions(sheet.groups)
    forms.check_required(asked, request.POST)
    values = asking.read(Kind.COMMITMENT, asked, request.POST)
    search = families.chosen(request.POST)
    meeting, obstacle = origin.meeting(request, who), origin.obstacle(request, who)
    values["filter"] = families.kept(search)
    values["region_code"] = origin.place(who, search, obstacle or meeting)
    return commands.promise(
        who, values, meeting_id=meeting.id if meeting else None, obstacle_id=obstacle.id if obstacle else None
    )


def _sheet(request: HttpRequest, who: Acting) -> Sheet:
    search = families.chosen(request.POST)
    meeting, obstacle = origin.meeting(request, who), origin.obstacle(request, who)
    return Sheet(
        heading=_("Komitmen baru"),
        question=_("Siapa berjanji apa, sampai kapan?"),
        deed=_("Simpan komitmen"),
        back=origin.back(meeting),
        crumbs=origin.crumbs(meeting),
        groups=_asked(who),
        context_line=origin.about(meeting, obstacle),
        picks_heading=_("Keluarga yang dihitung, bila komitmen ini diukur dari daftar"),
        picks=families.choices(who, search),
        families=families.behind(who, search),
    )


def _asked(who: Acting) -> tuple[Group, ...]:
    today = timezone.localdate()
    what = asking.questions(Kind.COMMITMENT, _WHAT, required=("text", "due_date"))
    return (
        Group(_("Janjinya"), tuple(asking.placed(each, who, today) for each in what)),
        Group(_("Bagaimana dinilai terpenuhi"), asking.questions(Kind.COMMITMENT, _HOW)),
    )


@login_required
@require_GET
def commitment(request: HttpRequest, commitment_id: UUID) -> HttpResponse:
    """One promise: how far it is by the data, and the evidence with which it was closed."""
    return _page(request, reader(request), commitment_id)


@login_required
@require_POST
def prove(request: HttpRequest, commitment_id: UUID) -> HttpResponse:
    """Attach a proof."""
    who = reader(request)
    try:
        proof = request.POST.get("proof", "").strip()
        commands.prove(who, commitment_id, proof=proof, file=sent_file(request))
    except (Malformed, Refusal) as refused:
        return _page(request, who, commitment_id, refused=refused)
    return _done(request, commitment_id, _("Bukti terlampir."))


@login_required
@require_POST
def cancel(request: HttpRequest, commitment_id: UUID) -> HttpResponse:
    """A promise that no longer stands, with the reason."""
    who = reader(request)
    try:
        commands.cancel_commitment(who, commitment_id, because=request.POST.get(forms.BECAUSE, "").strip())
    except Refusal as refused:
        return _page(request, who, commitment_id, refused=refused)
    return _done(request, commitment_id, _("Komitmen dibatalkan; tetap tercatat di riwayat."))


def _done(request: HttpRequest, commitment_id: UUID, said: str) -> HttpResponse:
    messages.success(request, said, extra_tags="ok")
    return redirect(reverse("coordination:commitment", args=[commitment_id]))


def _page(
    request: HttpRequest, who: Acting, commitment_id: UUID, *, refused: BetangError | None = None
) -> HttpResponse:
    shown = commitment_page.context(who, queries.commitment(who, commitment_id), request.POST, refused)
    return render(request, "coordination/commitment.html", shown, status=422 if refused else 200)
