"""How many homes are wanted in a region, how was it come to, and which money pays for them?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from betang.accounts.queries import Ability, Acting
from betang.journal import blobs
from betang.journal import queries as journal
from betang.journal.domain.commits import CommitId
from betang.journal.domain.records import Value
from betang.journal.queries import Entry, FieldStanding, Said
from betang.kernel.errors import Malformed
from betang.organisation import queries as organisation
from betang.planning import commands
from betang.planning import queries as planning
from betang.planning.commands import MAY_DECIDE
from betang.planning.domain.fields import BY_NAME, Kind
from betang.planning.domain.known_purses import known_in
from betang.planning.domain.targets import NUMBERS
from betang.planning.queries import TargetView
from betang.register.domain.parsing import write
from betang.web.planning import choosing, table
from betang.web.planning.asking import reader

_PER_PAGE = 50


@dataclass(frozen=True)
class Number:
    """One number of the negotiation: what is shown and who stands behind it, and what waits beside it."""

    field: str
    label: str
    value: int | None
    shown: Said | None
    others: tuple[Said, ...]
    seen: str
    may_decide: bool

    @property
    def commit(self) -> str:
        """The shown value as a form names it."""
        return f"{self.shown.commit.stream.hex()}.{self.shown.commit.seq}" if self.shown else ""


@login_required
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The targets of a region and a year, its parts, and the money."""
    who = reader(request)
    chosen = choosing.chosen(who, request.GET.dict())
    views = planning.targets(who, year=chosen.year, region_code=chosen.region_code)
    own = table.target_rows(view for view in views if view.region_code == chosen.region_code)
    parts = [view for view in views if view.region_code != chosen.region_code]
    figure = planning.target_of([chosen.region_code], chosen.year).get(chosen.region_code)
    page = Paginator(parts, _PER_PAGE).get_page(request.GET.get("halaman"))
    purses = planning.purses(who, year=chosen.year, region_code=chosen.region_code)
    context = {
        "chosen": chosen, "place": organisation.label(chosen.region_code), "as_of": timezone.now(),
        "years": choosing.year_options(chosen.year), "figure": figure,
        "regions": choosing.region_options(who.region_code, chosen.region_code),
        "own": own, "totals": table.totals(own), "parts": table.target_rows(page.object_list), "page": page,
        "checks": _checks(figure, own), "purses": table.purse_rows(who, purses, region_code=chosen.region_code),
        "may_plan": who.may(Ability.PLAN), "known": _missing(who, chosen.year) if who.may(Ability.PLAN) else 0,
        "labels": [_(BY_NAME[Kind.TARGET][name].label) for name in NUMBERS],
    }  # fmt: skip
    return render(request, "planning/home.html", context)


def _checks(figure: planning.TargetFigure | None, own: Sequence[table.TargetRow]) -> list[table.Check]:
    """What adds up and what does not: by source, and the parts beside the whole."""
    exceeding = table.parts_that_exceed(own)
    if figure is None:
        return exceeding
    parts = None if exceeding else table.sum_of_parts(figure)
    return [table.sum_of_sources(figure), *exceeding, *([parts] if parts else [])]


def _missing(who: Acting, year: int) -> int:
    """How much of what law and practice name for the person's own region nobody has entered yet."""
    there = {(each.region_code, each.source, each.work) for each in planning.purses(who, year=year)}
    known = known_in(who.region_code, year=year)
    return sum((key.region_code, key.source, key.work) not in there for key in known)


@login_required
@require_GET
def target(request: HttpRequest, target_id: UUID) -> HttpResponse:
    """One target: the negotiation, the decree, and everything that was said."""
    who = reader(request)
    return _target_page(request, who, target_id)


def _target_page(
    request: HttpRequest, who: Acting, target_id: UUID, *, error: str = "", status: int = 200
) -> HttpResponse:
    view = planning.target(who, target_id)
    standing = journal.standing(target_id)
    context = {
        "row": table.target_rows([view])[0], "target": view, "place": organisation.label(view.region_code),
        "numbers": [_number(who, view, name, standing.get(name)) for name in NUMBERS],
        "is_here": bool(view.decree_file) and blobs.is_here(view.decree_file or ""),
        "may_plan": who.may(Ability.PLAN), "may_withdraw": who.may(Ability.PLAN) and who.made(target_id),
        "error": error,
        "log": [_logged(entry) for entry in journal.history(target_id)],
    }  # fmt: skip
    return render(request, "planning/target.html", context, status=status)


def _number(who: Acting, view: TargetView, name: str, standing: FieldStanding | None) -> Number:
    others = standing.others if standing else ()
    rank = who.ranks_on(view.id, view.region_code).get(BY_NAME[Kind.TARGET][name].group, 0)
    return Number(
        field=name,
        label=_(BY_NAME[Kind.TARGET][name].label),
        value=getattr(view, name),
        shown=standing.shown if standing else None,
        others=others,
        seen=journal.seen_all(view.id, name) if others else "",
        may_decide=who.may(Ability.PLAN) and standing is not None and rank >= max(MAY_DECIDE, standing.shown.rank),
    )


def _logged(entry: Entry) -> Mapping[str, object]:
    fields = BY_NAME[Kind.TARGET]
    said = [(_(fields[name].label), _said(name, value)) for name, value in entry.values.items() if name in _TOLD]
    return {"at": entry.at, "person": entry.person, "agency": entry.agency, "because": entry.because, "said": said}


_TOLD = frozenset({*NUMBERS, "decree", "decree_date", "decree_file_name", "note"})


def _said(name: str, value: Value) -> str:
    return write(BY_NAME[Kind.TARGET][name], value) or _("belum diketahui")


@login_required
@require_GET
def decree(request: HttpRequest, target_id: UUID) -> HttpResponse:
    """The file of the decree, as it was sent."""
    view = planning.target(reader(request), target_id)
    if not view.decree_file:
        raise Http404
    kept = blobs.read(view.decree_file)
    name = view.decree_file_name or "SK"
    return HttpResponse(
        kept.content,
        headers={"Content-Type": kept.media_type, "Content-Disposition": _attachment(name)},
    )


def _attachment(name: str) -> str:
    plain = "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in " ._-"))
    return f'attachment; filename="{plain or "SK"}"'


@login_required
@require_POST
def decide(request: HttpRequest, target_id: UUID) -> HttpResponse:
    """Take one of the numbers that stand side by side."""
    who = reader(request)
    field = request.POST.get("isian", "")
    if field not in NUMBERS:
        raise Http404
    take, seen = _commit(request.POST.get("nilai", "")), request.POST.get("seen", "")
    commands.decide(who, target_id, field=field, take=take, seen=seen)
    messages.success(request, _("Putusan tersimpan."), extra_tags="ok")
    return redirect("planning:target", target_id=target_id)


@login_required
@require_POST
def withdraw(request: HttpRequest, target_id: UUID) -> HttpResponse:
    """Take a target back that should never have been made."""
    who = reader(request)
    because = request.POST.get("alasan", "").strip()
    if not because:
        asked = _("Alasan belum diisi. Kantor lain perlu tahu mengapa target ini ditarik.")
        return _target_page(request, who, target_id, error=asked, status=422)
    commands.withdraw_target(who, target_id, because=because)
    messages.success(request, _("Target ditarik. Riwayatnya tetap tersimpan."), extra_tags="ok")
    return redirect("planning:home")


def _commit(text: str) -> CommitId:
    stream, _dot, number = text.partition(".")
    try:
        return CommitId(bytes.fromhex(stream), int(number))
    except ValueError:
        raise Malformed("Pilih dulu salah satu nilai, lalu tekan lagi tombolnya.", code="no_value_chosen") from None
