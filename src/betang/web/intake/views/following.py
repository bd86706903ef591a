"""How far is a list, what came of it, and how does it go on?"""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from betang.accounts.queries import Acting
from betang.intake import commands
from betang.intake import queries as intake
from betang.intake.queries import BatchView, ReasonCount
from betang.organisation import queries as organisation
from betang.web.intake import summary
from betang.web.intake.asked import batch_of, officer
from betang.web.intake.notes import notes
from betang.web.intake.told import Deeds, Figures, minutes_left, seconds_left

_SHOWN = 10  # rows on the page; the workbook has all of them
_FLAGGED_SHOWN = 8
_MOST_ROWS_PLACED = 20_000  # of more rows the villages are not counted each time somebody looks
_LONG = 60  # letters, after which a line of the summary is broken


@login_required
@require_GET
def batch(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """One list: what its columns are, how far it is, or what became of it."""
    who = officer(request)
    found = batch_of(who, batch_id)
    deeds = Deeds.of(who, found)
    if deeds.may_map:
        return redirect("intake:columns", batch_id=batch_id)
    if found.is_under_way:
        return render(request, "intake/running.html", _progress(who, found))
    return render(request, "intake/result.html", _result(who, found, deeds))


def _result(who: Acting, found: BatchView, deeds: Deeds) -> dict[str, object]:
    """Of another office's list only what was counted: its rows are for that office."""
    reasons = intake.reasons_returned(who, found.id) if found.returned else []
    context: dict[str, object] = {
        "batch": found,
        "deeds": deeds,
        "figures": Figures(found),
        "office": "" if deeds.is_ours else _office(found),
        "reasons": reasons,
        "doubts": intake.reasons_flagged(who, found.id) if found.flagged else [],
        "repairs": intake.reasons_repaired(who, found.id) if found.repaired else [],
        "repeated": intake.repeated_rows(who, found.id) if found.unchanged else None,
        "kept": intake.kept_by_undo(who, found.id) if found.state == "undone" else 0,
        "notes": notes(found),
        **_summary(who, found, reasons),
    }
    if deeds.is_ours:
        context["returned"] = intake.returned_rows(who, found.id, limit=_SHOWN) if found.returned else []
        context["flagged"] = intake.flagged_rows(who, found.id, limit=_FLAGGED_SHOWN) if found.flagged else []
    return context


def _summary(who: Acting, found: BatchView, reasons: list[ReasonCount]) -> dict[str, object]:
    """As many rows as it has lines, and some more for long ones."""
    is_counted = 0 < found.taken <= _MOST_ROWS_PLACED and not found.is_trial
    text = summary.text(found, reasons, villages=intake.villages(who, found.id) if is_counted else 0)
    return {"summary": text, "summary_rows": text.count("\n") + len(text) // _LONG + 1}


def _office(found: BatchView) -> str:
    offices = organisation.agencies_by_id([found.agency_id])
    return offices[found.agency_id].name if offices else ""


@login_required
@require_GET
@never_cache
def progress(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """The part of the page that says how far a list is; once it is over, the page itself is asked for again."""
    who = officer(request)
    found = batch_of(who, batch_id)
    if not found.is_under_way:
        return HttpResponseClientRefresh() if request.htmx else redirect("intake:batch", batch_id=batch_id)  # type: ignore[attr-defined]  # set by HtmxMiddleware
    return render(request, "intake/progress.html", _progress(who, found))


def _progress(who: Acting, found: BatchView) -> dict[str, object]:
    left = seconds_left(found.work, now=timezone.now())
    return {
        "batch": found,
        "deeds": Deeds.of(who, found),
        "seconds_left": left,
        "minutes_left": minutes_left(left),
    }


@login_required
@require_POST
def cancel(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Stop a list. What went in stays in; it can go on later."""
    who = officer(request)
    commands.cancel(who, batch_of(who, batch_id).id)
    return redirect("intake:batch", batch_id=batch_id)


@login_required
@require_POST
def go_on(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Take in what lies here already: after a stop or a fault the rest, after an undo or a trial the whole."""
    who = officer(request)
    again = commands.take_again(who, batch_of(who, batch_id).id)
    return redirect("intake:batch", batch_id=again.id)
