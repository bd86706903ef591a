"""What does the register know of one home, who said so, and which value is right where several stand?"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from betang.accounts import commands as accounts
from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.journal.domain.commits import CommitId
from betang.kernel.errors import Malformed, Refusal
from betang.organisation import queries as organisation
from betang.register import commands
from betang.register import queries as register
from betang.register.domain.fields import BY_NAME, Field
from betang.register.queries import Located
from betang.web.acting import acting
from betang.web.register.card import Card, anchor, card, names_of_unknown
from betang.web.register.forms import sentence
from betang.web.register.history import log
from betang.web.register.listing import once
from betang.web.register.wording import inside_a_sentence

_SECRETS = ("nik", "kk_number")


@login_required
@require_GET
def home(request: HttpRequest, entity: UUID) -> HttpResponse:
    """The page of a home."""
    return home_page(request, reader(request), entity)


def home_page(
    request: HttpRequest, who: Acting, entity: UUID, *, error: str = "", refused: str = "", status: int = 200
) -> HttpResponse:
    found(who, entity)
    shown = card(who, entity)
    district = shown.told.region_code[:8]
    places = {
        "district_code": district, "district": organisation.names([district]).get(district, ""),
        "village": organisation.names([shown.told.region_code]).get(shown.told.region_code, ""),
    }  # fmt: skip
    may = {"edit": Ability.EDIT, "add": Ability.ADD_FAMILY, "open": Ability.SEE_NUMBERS, "report": Ability.REPORT_HOMES}
    allowed = {f"may_{word}": who.may(ability) for word, ability in may.items()}
    context = {
        "card": shown, "error": error,
        "refused": refused, "condition_label": _(shown.told.condition_label),
        "house_unknown": names_of_unknown(shown.house), "address": _address(shown), **places, **allowed,
    }  # fmt: skip
    return render(request, "register/record.html", context, status=status)


def _address(shown: Card) -> str:
    """Hamlet, RT and RW as people write them."""
    if shown.told.house is None:
        return ""
    parts = {"address": "%s", "hamlet": "Dusun %s", "rt": "RT %s", "rw": "RW %s"}
    values = {name: shown.told.house.text(name) for name in parts}
    return once(", ".join(form % values[name] for name, form in parts.items() if values[name]))


@login_required
@require_GET
def history(request: HttpRequest, entity: UUID, field: str) -> HttpResponse:
    """Everything that was ever said of one field."""
    who = reader(request)
    record = found(who, entity)
    each = _field(record, field)
    context = {"record": record, "field": each, "log": log(who, record.id, each), "title": title(who, entity)}
    return render(request, "register/history.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_number(request: HttpRequest, entity: UUID, field: str) -> HttpResponse:
    """Show a personal number once. The opening is on record before the page is drawn."""
    if request.method != "POST":
        return redirect("register:record", entity=entity)  # asked again, an opened number is closed
    who = reader(request)
    record = found(who, entity)
    sealed = register.sealed(who, entity, field) if field in _SECRETS else None
    if sealed is None:
        raise Http404
    try:
        number = accounts.open_number(
            who, entity=entity, region_code=record.region_code, field=field, purpose=request.POST.get("keperluan", ""),
            sealed=sealed,
        )  # fmt: skip
    except Refusal as refused:
        return home_page(request, who, entity, error=sentence(refused), refused=anchor(entity, field), status=422)
    context = {
        "record": record, "field": _field(record, field), "number": number, "now": timezone.now(),
        "title": title(who, entity), "purpose": request.POST.get("keperluan", ""),
    }  # fmt: skip
    response = render(request, "register/number.html", context)
    response["Cache-Control"] = "no-store"
    return response


@login_required
@require_POST
def decide(request: HttpRequest, entity: UUID) -> HttpResponse:
    """Take one of the values that stand side by side on a field."""
    who = reader(request)
    record = found(who, entity)
    each = _field(record, request.POST.get("isian", ""))
    take = _commit(request.POST.get("nilai", ""))
    commands.decide(who, entity=entity, field=each.name, take=take, seen=request.POST.get("seen", ""))
    done = _("Putusan untuk %(field)s tersimpan.") % {"field": inside_a_sentence(_(each.label))}
    messages.success(request, done, extra_tags="ok")
    return redirect(reverse("register:record", args=[entity]))


def reader(request: HttpRequest) -> Acting:
    """Whoever asks, if they may see records at all."""
    who = acting(request)
    require(who, Ability.SEE_RECORDS, who.region_code)
    return who


def found(who: Acting, entity: UUID) -> Located:
    """The record; one of another region is answered exactly like one that does not exist."""
    try:
        return register.located(who, entity)
    except Refusal as refused:
        if refused.code == "not_found":
            raise Http404 from None
        raise


def title(who: Acting, entity: UUID) -> str:
    return register.record(who, entity).title


def _field(record: Located, name: str) -> Field:
    each = BY_NAME[record.kind].get(name)
    if each is None:
        raise Http404
    return each


def _commit(text: str) -> CommitId:
    stream, _dot, number = text.partition(".")
    try:
        return CommitId(bytes.fromhex(stream), int(number))
    except ValueError:
        raise Malformed("Pilih dulu salah satu nilai, lalu tekan lagi tombolnya.", code="no_value_chosen") from None
