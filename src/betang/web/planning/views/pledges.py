"""Who offers help where, and what is answered?"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from betang.accounts.queries import Acting
from betang.delivery.domain.codes import STAGE
from betang.delivery.queries.of_pledge import Seen, homes_of_pledge
from betang.planning import commands
from betang.planning import queries as planning
from betang.planning.domain.codes import DONOR_KIND, WORK
from betang.planning.domain.pledges import REFUSED, PledgeState
from betang.planning.queries import PledgeView
from betang.register.domain import condition as conditions
from betang.register.domain.parsing import FieldsRefused
from betang.web.acting import acting
from betang.web.delivery.asked import page_number
from betang.web.errors import sentence
from betang.web.planning.table import amount

_TONES: Mapping[PledgeState, str] = {
    PledgeState.OPEN: "wait",
    PledgeState.ACCEPTED: "ok",
    PledgeState.REFUSED: "bad",
    PledgeState.WITHDRAWN: "",
    PledgeState.EXPIRED: "",
}


_DONE = frozenset({"100", "SERAH TERIMA"})


@dataclass(frozen=True)
class PledgeRow:
    """An offer in words."""

    told: PledgeView
    donor_kind: str
    work: str
    wanted: str
    amount: str
    state: str
    tone: str


@dataclass(frozen=True)
class HomeOfPledge:
    """A home of an offer in words."""

    told: Seen
    work: str
    stage: str
    tone: str


def row(view: PledgeView) -> PledgeRow:
    wanted = _(conditions.label(view.condition)) if view.condition else _("Semua keadaan")
    return PledgeRow(
        told=view,
        donor_kind=_(DONOR_KIND.label(view.donor_kind)),
        work=_(WORK.label(view.work)),
        wanted=wanted,
        amount=amount(view.amount_rupiah),
        state=_(view.state.label),
        tone=_TONES[view.state],
    )


@login_required
@require_GET
def pledges(request: HttpRequest) -> HttpResponse:
    """A donor's own offers, or those an office has to do with: what waits for an answer first."""
    who = _reader(request)
    found = sorted(planning.pledges(who), key=lambda view: view.state is not PledgeState.OPEN)
    context = {
        "rows": [row(view) for view in found], "open": sum(view.state is PledgeState.OPEN for view in found),
        "may_offer": planning.may_offer(who), "is_donor": planning.is_donor(who), "as_of": timezone.now(),
    }  # fmt: skip
    return render(request, "planning/pledges.html", context)


@login_required
@require_GET
def pledge(request: HttpRequest, pledge_id: UUID) -> HttpResponse:
    """One offer, what may be done with it, and the villages it fits."""
    return _page(request, _reader(request), pledge_id)


def _reader(request: HttpRequest) -> Acting:
    """Whoever asks, if they have to do with offers at all."""
    who = acting(request)
    planning.require_reader(who)
    return who


def _page(request: HttpRequest, who: Acting, pledge_id: UUID, *, error: str = "", status: int = 200) -> HttpResponse:
    view = planning.pledge(who, pledge_id)
    is_open = view.state is PledgeState.OPEN
    context = {
        "row": row(view), "pledge": view, "is_donor": planning.is_donor(who), "as_of": timezone.now(), "error": error,
        "note": request.POST.get("catatan", ""),
        "may_withdraw": is_open and planning.may_offer(who) and view.agency_id == who.agency_id,
        "may_answer": is_open and planning.may_answer(who, view.region_code), "is_open": is_open,
        "villages": _villages(who, view) if is_open else [],
        **_delivered(request, who, view),
    }  # fmt: skip
    return render(request, "planning/pledge.html", context, status=status)


def _delivered(request: HttpRequest, who: Acting, view: PledgeView) -> dict[str, object]:
    """The homes that came of an accepted offer."""
    if view.state is not PledgeState.ACCEPTED:
        return {}
    seen, homes = homes_of_pledge(who, view.id, page_number(request.GET.get("halaman", "")))
    return {"seen": [_home(each) for each in seen], "homes": homes}


def _home(each: Seen) -> HomeOfPledge:
    is_done = each.home.stage in _DONE
    return HomeOfPledge(each, _(WORK.label(each.home.work)), _(STAGE.label(each.home.stage)), "ok" if is_done else "")


def _villages(who: Acting, view: PledgeView) -> list[planning.FittingVillage]:
    """The villages that an offer fits; none for one whose region is wider than the reader's."""
    if not who.covers(view.region_code):
        return planning.villages_that_fit(who, region_code=who.region_code, condition=view.condition)
    return planning.villages_that_fit(who, region_code=view.region_code, condition=view.condition)


@login_required
@require_POST
def withdraw(request: HttpRequest, pledge_id: UUID) -> HttpResponse:
    """Take an own offer back."""
    commands.withdraw_pledge(_reader(request), pledge_id)
    messages.success(request, _("Tawaran ditarik."), extra_tags="ok")
    return redirect("planning:pledge", pledge_id=pledge_id)


@login_required
@require_POST
def refuse(request: HttpRequest, pledge_id: UUID) -> HttpResponse:
    """Say no to an offer, with the reason."""
    who = _reader(request)
    try:
        commands.answer_pledge(who, pledge_id, answer=REFUSED, note=request.POST.get("catatan", ""))
    except FieldsRefused as refused:
        return _page(request, who, pledge_id, error=sentence(refused), status=422)
    messages.success(request, _("Jawaban tersimpan. Penyumbang membacanya di halaman tawarannya."), extra_tags="ok")
    return redirect("planning:pledge", pledge_id=pledge_id)
