"""How does a list go in, how far is it, and what came back?"""

from pathlib import PurePath
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake import commands
from betang.intake import queries as intake
from betang.intake.commands import Counts
from betang.intake.domain.template import COLUMNS
from betang.intake.queries import BatchView
from betang.kernel.errors import Malformed, Refusal
from betang.web.acting import acting
from betang.web.intake.forms import Sent, sent
from betang.web.intake.told import Figures, minutes_left, reasons, seconds_left
from betang.web.register.forms import sentence

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN = 20  # rows on the page; the workbook has all of them
_COUNTED = 5_000  # rows over which reasons are counted
_RECENT = 20


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form, what came of a trial, and the lists that were sent."""
    who = _officer(request)
    if request.method != "POST":
        return _form(request, who)
    try:
        file = sent(request.FILES.get("berkas"))
        if request.POST.get("cara") == "coba":
            return _form(request, who, tried=file, counts=commands.dry_run(who, file.name, file.content))
        return redirect("intake:batch", batch_id=commands.receive(who, file.name, file.content).id)
    except (Malformed, Refusal) as refused:
        return _form(request, who, error=sentence(refused), status=422)


def _form(
    request: HttpRequest, who: Acting, *, tried: Sent | None = None, counts: Counts | None = None, error: str = "",
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "batches": intake.batches(who, limit=_RECENT), "columns": COLUMNS, "error": error,
        "tried": tried.name if tried else "", "counts": counts, "taken": counts.rows - counts.returned if counts else 0,
    }  # fmt: skip
    return render(request, "intake/upload.html", context, status=status)


@login_required
@require_GET
def batch(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """One list: how far it is, or what became of it."""
    who = _officer(request)
    found = _found(who, batch_id)
    if not found.is_over:
        return render(request, "intake/running.html", _progress(who, found))
    returned = intake.returned_rows(who, batch_id, limit=_COUNTED) if found.returned else []
    context = {
        "batch": found, "figures": Figures(found), "reasons": reasons(returned), "returned": returned[:_SHOWN],
        "flagged": intake.flagged_rows(who, batch_id, limit=_SHOWN) if found.flagged else [],
    }  # fmt: skip
    return render(request, "intake/result.html", context)


@login_required
@require_GET
@never_cache
def progress(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """The part of the page that says how far a list is; once it is over, the page itself is asked for again."""
    who = _officer(request)
    found = _found(who, batch_id)
    if found.is_over:
        return HttpResponseClientRefresh() if request.htmx else redirect("intake:batch", batch_id=batch_id)  # type: ignore[attr-defined]  # set by HtmxMiddleware
    return render(request, "intake/progress.html", _progress(who, found))


@login_required
@require_POST
def cancel(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Stop a list. What went in stays in; the same file can be sent again to go on."""
    who = _officer(request)
    commands.cancel(who, _found(who, batch_id).id)
    return redirect("intake:batch", batch_id=batch_id)


@login_required
@require_GET
@never_cache
def returned(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """The workbook of what went back, each reason beside its cell."""
    who = _officer(request)
    found = _found(who, batch_id)
    response = HttpResponse(intake.returned_workbook(who, batch_id), content_type=_EXCEL)
    name = f"{PurePath(found.file_name).stem} dikembalikan.xlsx".replace('"', "")
    response.headers["Content-Disposition"] = _attachment(name)
    return response


def _attachment(name: str) -> str:
    plain = name.encode("ascii", "ignore").decode()
    return f'attachment; filename="{plain}"'


def _officer(request: HttpRequest) -> Acting:
    who = acting(request)
    require(who, Ability.TAKE_IN, who.region_code)
    return who


def _found(who: Acting, batch_id: UUID) -> BatchView:
    """The batch; one of another region is answered exactly like one that does not exist."""
    try:
        return intake.batch(who, batch_id)
    except Refusal as refused:
        if refused.code == "unknown_batch":
            raise Http404 from None
        raise


def _progress(who: Acting, found: BatchView) -> dict[str, object]:
    left = seconds_left(found, now=timezone.now())
    may_stop = found.agency_id == who.agency_id
    return {"batch": found, "seconds_left": left, "minutes_left": minutes_left(left), "may_stop": may_stop}
