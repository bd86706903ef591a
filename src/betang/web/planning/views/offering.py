"""How does a donor find where help fits, and offer it?"""

from collections.abc import Mapping

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from betang.accounts.queries import Acting
from betang.kernel.errors import BetangError, NotAllowed
from betang.organisation import queries as organisation
from betang.planning import commands
from betang.planning import queries as planning
from betang.planning.domain.fields import Kind
from betang.register.domain import condition as conditions
from betang.web.acting import acting
from betang.web.planning import choosing
from betang.web.planning.asking import at_the_place, chosen_from, given, question
from betang.web.register import forms
from betang.web.register.forms import Form, Group, Option, Question

_SHOWN = 60  # villages beside the form; a choice of place shows the others
_HINTS = {
    "homes": gettext_noop("Isi jumlah rumah, nilai, atau keduanya."),
    "amount_rupiah": gettext_noop("Misalnya Rp 250 juta."),
    "conditions": gettext_noop("Misalnya: bahan dikirim ke desa, tenaga gotong royong."),
    "valid_until": gettext_noop("Kosong berarti tanpa batas. Misalnya 31 Desember 2026."),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    """The form of an offer, with the villages that fit beside it."""
    who = acting(request)
    if not planning.may_offer(who):
        raise NotAllowed(
            "Tawaran dibuat oleh penyumbang: perusahaan, Baznas, atau yayasan, dan oleh DPMD untuk desa.",
            code="not_a_donor",
        )
    place, wanted = _asked(who, (request.POST if request.method == "POST" else request.GET).dict())
    if request.method == "POST":
        return _save(request, who, place, wanted)
    return _draw(request, who, place, wanted, Form(_groups(who, place, wanted)))


def _asked(who: Acting, given: Mapping[str, str]) -> tuple[str, int | None]:
    """The place and the condition of homes that the page is about; a place in an address must be one's own."""
    if "region_code" in given:
        known = given["region_code"] if who.covers(given["region_code"]) else who.region_code
        return known, _condition(given.get("condition", ""))
    return choosing.region_asked(who, given.get("wilayah", "")), _condition(given.get("keadaan", ""))


def _condition(text: str) -> int | None:
    return int(text) if text in {"1", "2", "3", "4", "5"} else None


def _groups(who: Acting, place: str, wanted: int | None) -> tuple[Group, ...]:
    region = question(Kind.PLEDGE, "region_code", is_required=True)
    condition = question(Kind.PLEDGE, "condition", hint=_("Untuk rumah seperti apa bantuan ini."))
    names = ("homes", "amount_rupiah", "conditions", "valid_until")
    return (
        Group(
            _("Di mana dan untuk apa"),
            (
                chosen_from(region, choosing.region_options(who.region_code, place), place),
                chosen_from(condition, condition_options(), str(wanted or "")),
                question(Kind.PLEDGE, "work", is_required=True),
            ),
        ),
        Group(
            _("Berapa dan dengan syarat apa"),
            tuple(question(Kind.PLEDGE, name, hint=_(_HINTS[name])) for name in names),
        ),
    )


def condition_options() -> list[Option]:
    """The conditions of a home, the worst first."""
    return [Option("", _("Semua keadaan")), *(Option(str(n), _(conditions.label(n))) for n in range(5, 0, -1))]


def _save(request: HttpRequest, who: Acting, place: str, wanted: int | None) -> HttpResponse:
    groups = _groups(who, place, wanted)
    try:
        said = given(Kind.PLEDGE, forms.all_questions(groups), request.POST, keep_empty=False)
        pledge_id = commands.offer_pledge(who, said)
    except BetangError as refused:
        typed = forms.mapped(groups, lambda asked: _typed(asked, request))
        return _draw(request, who, place, wanted, forms.refused(typed, at_the_place(refused)), status=422)
    messages.success(request, _("Tawaran terkirim. Kantor yang membawahi wilayah itu akan menjawab."), extra_tags="ok")
    return redirect("planning:pledge", pledge_id=pledge_id)


def _typed(asked: Question, request: HttpRequest) -> Question:
    return forms.typed(asked, request.POST)


def _draw(
    request: HttpRequest, who: Acting, place: str, wanted: int | None, form: Form, *, status: int = 200
) -> HttpResponse:
    villages = planning.villages_that_fit(who, region_code=place, condition=wanted)
    context = {
        "form": form, "place": organisation.label(place), "region_code": place, "condition": wanted or "",
        "condition_label": _(conditions.label(wanted)) if wanted else "",
        "regions": choosing.region_options(who.region_code, place), "conditions": condition_options(),
        "villages": villages[:_SHOWN], "others": max(0, len(villages) - _SHOWN), "as_of": timezone.now(),
    }  # fmt: skip
    return render(request, "planning/offer.html", context, status=status)
