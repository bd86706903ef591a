"""How are two lists chosen, how far is their comparison, and what did it find?"""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from betang.accounts.queries import Acting
from betang.intake import commands, comparisons
from betang.intake.commands import Chosen, SideRefused
from betang.intake.comparisons import ComparisonView
from betang.intake.formats import comparison_workbook
from betang.kernel.errors import Malformed, Refusal
from betang.web.comparison import choosing, result
from betang.web.comparison.choosing import FIRST, SideAsked
from betang.web.errors import sentence
from betang.web.intake.asked import officer
from betang.web.intake.forms import KINDS

_RECENT = 8
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Which two lists, and the comparisons that were made last."""
    who = officer(request)
    if request.method != "POST":
        return _form(request, who, FIRST)
    sides = (choosing.asked(request, "a"), choosing.asked(request, "b"))
    found: list[Chosen] = []
    for side in sides:
        try:
            found.append(choosing.chosen(request, side))
        except Malformed as unclear:
            return _form(request, who, choosing.wrong(sides, ours=side is sides[0], error=unclear), status=422)
    try:
        asked = commands.begin_comparison(who, *found)
    except SideRefused as refused:
        return _form(request, who, choosing.wrong(sides, ours=refused.ours, error=refused), status=422)
    except Refusal as refused:
        return _form(request, who, sides, error=sentence(refused), status=422)
    return redirect("comparison:comparison", comparison_id=asked)


def _form(
    request: HttpRequest, who: Acting, sides: tuple[SideAsked, ...], *, error: str = "", status: int = 200
) -> HttpResponse:
    errors = [{"field": side.field, "sentence": f"{side.letter.upper()}: {side.error}"} for side in sides if side.error]
    context = {
        "sides": sides,
        "lists": choosing.offered(who),
        "kinds": ",".join(KINDS),
        "errors": errors or ([{"field": "", "sentence": error}] if error else []),
        "recent": comparisons.comparisons(who, limit=_RECENT),
    }
    return render(request, "comparison/choose.html", context, status=status)


@login_required
@require_GET
@never_cache
def comparison(request: HttpRequest, comparison_id: UUID) -> HttpResponse:
    """One comparison: how far it is, or what it found."""
    who = officer(request)
    found = _of(who, comparison_id)
    if not found.is_over:
        return render(request, "comparison/running.html", _progress(found))
    if not found.has_result:
        return render(request, "comparison/ended.html", {"comparison": found})
    told = comparisons.result(who, comparison_id)
    page = result.page(told, place=request.GET.get("wilayah", ""))
    return render(request, "comparison/result.html", {"comparison": found, "told": page})


@login_required
@require_GET
@never_cache
def progress(request: HttpRequest, comparison_id: UUID) -> HttpResponse:
    """The part of the page that says how far it is; once it is over, the page itself is asked for again."""
    found = _of(officer(request), comparison_id)
    if found.is_over:
        is_part = request.htmx  # type: ignore[attr-defined]  # set by HtmxMiddleware
        return (
            HttpResponseClientRefresh() if is_part else redirect("comparison:comparison", comparison_id=comparison_id)
        )
    return render(request, "comparison/progress.html", _progress(found))


@login_required
@require_POST
def cancel(request: HttpRequest, comparison_id: UUID) -> HttpResponse:
    """Stop a comparison; nothing of it is kept."""
    who = officer(request)
    commands.cancel_comparison(who, _of(who, comparison_id).id)
    return redirect("comparison:comparison", comparison_id=comparison_id)


@login_required
@require_GET
@never_cache
def workbook(request: HttpRequest, comparison_id: UUID) -> HttpResponse:
    """The whole result for Excel, its numbers masked."""
    who = officer(request)
    found = _of(who, comparison_id)
    content = comparison_workbook.write(comparisons.result(who, found.id))
    response = HttpResponse(content, content_type=_EXCEL)
    day = timezone.localtime(found.created_at)
    response.headers["Content-Disposition"] = f'attachment; filename="banding {found.region_code} {day:%Y-%m-%d}.xlsx"'
    return response


def _of(who: Acting, comparison_id: UUID) -> ComparisonView:
    """One of another office or region is answered exactly like one that does not exist."""
    try:
        return comparisons.comparison(who, comparison_id)
    except Refusal as refused:
        if refused.code == "unknown_comparison":
            raise Http404 from None
        raise


def _progress(found: ComparisonView) -> dict[str, object]:
    return {"comparison": found}
