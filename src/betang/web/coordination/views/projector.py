"""What stands on the wall while people talk?

One question. What was typed is kept as an obstacle of the meeting, and the families behind it are counted at once.
"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from betang.accounts.queries import Ability, Acting
from betang.coordination import commands, queries
from betang.coordination.domain import codes
from betang.coordination.queries import MeetingView
from betang.kernel.errors import BetangError, Malformed, Refusal
from betang.web.coordination import families, origin, shown
from betang.web.coordination.asked import able
from betang.web.register.forms import Option, sentence


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def wall(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """The question, the families as they are chosen, and what was said so far."""
    who = able(request, Ability.RAISE)
    meeting = queries.meeting(who, meeting_id)
    if request.POST.get("ke") != "catat":
        return _page(request, who, meeting)
    try:
        _record(request, who, meeting)
    except (Malformed, Refusal) as refused:
        return _page(request, who, meeting, refused=refused)
    messages.success(request, _("Kendala tercatat."), extra_tags="ok")
    return redirect("coordination:projector", meeting_id=meeting_id)


def _record(request: HttpRequest, who: Acting, meeting: MeetingView) -> None:
    search = families.chosen(request.POST)
    text = request.POST.get("text", "").strip()
    if not text:
        raise Refusal("Kendala belum ditulis. Tulis dulu satu kalimat, lalu catat.", code="unanswered")
    values = {
        "text": text,
        "topic": request.POST.get("topic", ""),
        "region_code": origin.place(who, search, meeting),
        "filter": families.kept(search),
    }
    commands.raise_obstacle(who, values, meeting_id=meeting.id)


def _page(
    request: HttpRequest, who: Acting, meeting: MeetingView, *, refused: BetangError | None = None
) -> HttpResponse:
    search = families.chosen(request.POST)
    context = {
        "meeting": meeting,
        "text": request.POST.get("text", ""),
        "topic": request.POST.get("topic", ""),
        "topics": [Option(code, _(label)) for code, label in codes.TOPIC.labels.items()],
        "picks": families.choices(who, search),
        "families": families.behind(who, search),
        "obstacles": [shown.obstacle(each) for each in reversed(meeting.obstacles)],
        "error": sentence(refused),
        "as_of": timezone.now(),
    }
    return render(request, "coordination/wall.html", context, status=422 if refused else 200)
