"""What happens when a whole list is undone, and what stands on it?"""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from betang.accounts.queries import Acting
from betang.intake import commands
from betang.intake import queries as intake
from betang.intake.queries import BatchView
from betang.kernel.errors import NotAllowed, Refusal
from betang.web.errors import sentence
from betang.web.intake.asked import batch_of, officer
from betang.web.intake.told import Deeds

_SHOWN = 20
_KEEP = "biarkan"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """In numbers what will happen, what others have built on it, and the button."""
    who = officer(request)
    found = batch_of(who, batch_id)
    deeds = Deeds.of(who, found)
    if not deeds.is_ours:
        raise NotAllowed(
            "Daftar ini dikirim kantor lain; hanya kantor itu yang dapat membatalkannya.", code="not_your_list_to_undo"
        )
    if not deeds.may_undo:
        return redirect("intake:batch", batch_id=batch_id)
    if request.method != "POST":
        return _page(request, who, found)
    try:
        commands.undo(who, batch_id, keep_later=request.POST.get("kemudian") == _KEEP)
    except Refusal as refused:
        # What stands on it may have come between the page and the button: then the page says so.
        return _page(request, who, found, error=sentence(refused), status=422)
    return redirect("intake:batch", batch_id=batch_id)


def _page(
    request: HttpRequest, who: Acting, found: BatchView, *, error: str = "", status: int = 200
) -> HttpResponse:  # fmt: skip
    context = {
        "batch": found,
        "standing": intake.stands_on(who, found.id, limit=_SHOWN),
        "keep": _KEEP,
        "error": error,
    }
    return render(request, "intake/undo.html", context, status=status)
