"""Are these two homes one? Two side by side, and an answer that can be changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from betang.accounts.queries import Ability, Acting
from betang.delivery import commands
from betang.delivery import queries as delivery
from betang.delivery.domain.likeness import REASONS
from betang.delivery.queries import HomeView, Pair
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation
from betang.web.delivery import searching, words
from betang.web.delivery.asked import able, page_number
from betang.web.delivery.sheet import homes_crumb
from betang.web.register.forms import sentence
from betang.web.templatetags.betang import day

_LATER = "nanti"
_MOST = 200  # pairs that one sitting looks through


@dataclass(frozen=True)
class Side:
    """One of the two homes."""

    id: UUID
    href: str
    label: str


@dataclass(frozen=True)
class Line:
    """What both say of one thing."""

    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        return self.one != self.other

    @property
    def said(self) -> str:
        return _("berbeda") if self.differs else _("sama")


@dataclass(frozen=True)
class Told:
    """A pair in words."""

    place: str
    why: str
    one: Side
    other: Side
    lines: tuple[Line, ...]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def doubles(request: HttpRequest) -> HttpResponse:
    """One pair at a time; what is put off comes again at the end."""
    who = able(request, Ability.DECIDE)
    region = searching.homes(request.GET).region
    if request.method != "POST":
        return _page(request, who, region, skip=page_number(request.GET.get("lewati", "0")))
    skip = page_number(request.POST.get("lewati", "1"))
    if request.POST.get("putusan") == _LATER:
        return redirect(_address(region, skip))
    try:
        _judge(request, who)
    except Refusal as refused:
        return _page(request, who, region, skip=max(0, skip - 1), refused=refused)
    messages.success(request, _("Putusan tersimpan."), extra_tags="ok")
    return redirect(_address(region, max(0, skip - 1)))


@login_required
@require_POST
def take_back(request: HttpRequest, judgement_id: UUID) -> HttpResponse:
    """The office that decided looks at the two again."""
    who = able(request, Ability.DECIDE)
    found = delivery.judgement(who, judgement_id)
    commands.take_back_judgement(who, judgement_id)
    return redirect(reverse("delivery:doubles") + f"?rumah={delivery.home_of(found.one) or found.one}")


def _judge(request: HttpRequest, who: Acting) -> None:
    one, other = (searching.identity(request.POST.get(name, "")) for name in ("satu", "lain"))
    reason = request.POST.get("alasan", "").strip()
    if one is None or other is None:
        raise Refusal("Pasangan ini tidak dikenal. Buka lagi halamannya.", code="not_found")
    if not reason:
        raise Refusal("Alasan belum diisi. Tulis satu kalimat, lalu pilih lagi.", code="unanswered")
    commands.judge(who, one, other, verdict=request.POST.get("putusan", ""), reason=reason)


def _address(region: str, skip: int) -> str:
    asked = [f"wilayah={region}" if region else "", f"lewati={skip}" if skip else ""]
    said = "&".join(filter(None, asked))
    return reverse("delivery:doubles") + (f"?{said}" if said else "")


def _page(request: HttpRequest, who: Acting, region: str, *, skip: int, refused: Refusal | None = None) -> HttpResponse:
    pairs, total = delivery.doubles(who, region, limit=_MOST)
    place = skip % len(pairs) if pairs else 0
    wanted = searching.identity(request.GET.get("rumah", ""))
    if wanted:
        place = next((at for at, pair in enumerate(pairs) if wanted in (pair.one.id, pair.other.id)), place)
    context = {
        "heading": _("Rumah ganda"),
        "crumbs": [homes_crumb()],
        "place": organisation.label(region or who.region_code),
        "pair": _told(pairs[place]) if pairs else None,
        "number": place + 1,
        "total": total,
        "next_skip": place + 1,
        "may_judge": True,
        "error": sentence(refused),
        "typed": request.POST.get("alasan", ""),
    }
    return render(request, "delivery/doubles.html", context, status=422 if refused else 200)


def _told(pair: Pair) -> Told:
    names = words.places([pair.one.village_code])
    why = ", ".join(_(REASONS[reason]) for reason in pair.reasons)
    one, other = _side(pair.one, _("laporan pertama")), _side(pair.other, _("laporan kedua"))
    return Told(words.where(pair.one.village_code, names), f"{why}.", one, other, tuple(_lines(pair)))


def _side(home: HomeView, label: str) -> Side:
    return Side(home.id, reverse("delivery:home", args=[home.id]), label)


def _lines(pair: Pair) -> Iterator[Line]:
    one, other = pair.one, pair.other
    said = (
        (_("Penerima"), one.row.recipient, other.row.recipient),
        (_("NIK"), _nik(one), _nik(other)),
        (_("Alamat"), one.row.address, other.row.address),
        (_("Pelapor"), ", ".join(one.row.agencies), ", ".join(other.row.agencies)),
        (_("Sumber dana"), words.source(one.row.source), words.source(other.row.source)),
        (_("Tahap"), words.stage(one.row.stage), words.stage(other.row.stage)),
        (_("Terakhir berubah"), day(one.row.latest_date), day(other.row.latest_date)),
    )
    for label, ours, theirs in said:
        yield Line(label, ours or _("belum diketahui"), theirs or _("belum diketahui"))


def _nik(home: HomeView) -> str:
    return next((report.nik for report in home.reports if report.nik), "")
