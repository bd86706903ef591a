"""Which column does each heading of an unknown list mean?"""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from betang.intake import commands
from betang.intake.queries import BatchView
from betang.kernel.errors import Malformed, Refusal
from betang.web.errors import sentence
from betang.web.intake import mapping
from betang.web.intake.asked import batch_of, officer
from betang.web.intake.mapping import Asked


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def columns(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Each heading with some of what stands below it, and the column that it is taken for."""
    who = officer(request)
    found = batch_of(who, batch_id)
    if found.state != "unmapped":
        return redirect("intake:batch", batch_id=batch_id)
    try:
        guesses = commands.mapping_view(who, batch_id).guesses
    except Refusal:  # the same headings were explained for another list meanwhile
        return redirect("intake:batch", batch_id=commands.take_again(who, batch_id).id)
    if request.method != "POST":
        return _page(request, found, mapping.asked(guesses))
    answered = mapping.asked(guesses, request.POST)
    try:
        commands.map_columns(who, batch_id, mapping.columns(answered))
    except Malformed as refused:
        return _page(request, found, answered, error=sentence(refused), status=422)
    return redirect("intake:batch", batch_id=batch_id)


def _page(
    request: HttpRequest, found: BatchView, asked: list[Asked], *, error: str = "", status: int = 200
) -> HttpResponse:  # fmt: skip
    at_fields = [{"field": each.name, "sentence": f"{each.guess.letter}: {each.error}"} for each in asked if each.error]
    errors = at_fields or ([{"field": asked[0].name if asked else "", "sentence": error}] if error else [])
    context = {
        "batch": found,
        "asked": asked,
        "known": sum(1 for each in asked if each.key),
        "groups": mapping.groups(),
        "errors": errors,
        "several_sheets": len({each.guess.sheet for each in asked}) > 1,
    }
    return render(request, "intake/columns.html", context, status=status)
