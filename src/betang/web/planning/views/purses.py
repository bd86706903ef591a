"""How does an officer say which money pays for homes, and how much of it a home gets?"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.journal import queries as journal
from betang.journal.domain.records import Value
from betang.kernel.errors import BetangError, Refusal
from betang.planning import commands
from betang.planning import queries as planning
from betang.planning.commands import Saved
from betang.planning.domain.codes import SOURCE, WORK
from betang.planning.domain.fields import RECORD_TYPES, Kind
from betang.planning.queries import PurseView
from betang.web.acting import acting
from betang.web.planning import choosing
from betang.web.planning.asking import answered, at_the_place, chosen_from, given, question, reader
from betang.web.register import forms
from betang.web.register.forms import Form, Group, Option, Question

_KEY = ("year", "region_code", "source", "work")
_AMOUNTS = ("unit_value_rupiah", "cap_rupiah", "ceiling_rupiah")
_HINTS = {
    "name": gettext_noop("Seperti disebut di kantor, misalnya Rumah APBD 2025."),
    "unit_value_rupiah": gettext_noop("Yang diterima satu rumah. Misalnya Rp 20 juta."),
    "cap_rupiah": gettext_noop("Paling banyak untuk satu rumah; laporan di atasnya diberi tanda."),
    "ceiling_rupiah": gettext_noop("Seluruhnya dalam tahun itu. Misalnya Rp 3,96 miliar."),
    "legal_basis": gettext_noop("Peraturan atau SK, misalnya Permendes 7/2023."),
}


@dataclass(frozen=True)
class Asked:
    """The purse that a form is about: its key, the record and what the form shows of it, if there is one."""

    key: Mapping[str, str]
    purse: PurseView | None
    seen: str
    values: Mapping[str, Value]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """The form of a purse, new or there already, and its answer."""
    who = reader(request)
    require(who, Ability.PLAN, who.region_code)
    known = _known(who, request.GET.get("dana", ""))
    asked = _asked(known, request.POST.get("seen")) if known else _new(who, request)
    return _save(request, who, asked) if request.method == "POST" else _draw(request, asked, Form(_groups(who, asked)))


def _known(who: Acting, text: str) -> PurseView | None:
    """The purse that an address names. Raises `Refusal` (`not_found`), `NotAllowed` for one of a region above."""
    if not text:
        return None
    try:
        purse = planning.purse(who, UUID(text))
    except ValueError:
        raise Refusal("Sumber dana ini tidak ada, atau di luar wilayah Anda.", code="not_found") from None
    require(who, Ability.PLAN, purse.region_code)
    return purse


def _asked(purse: PurseView, seen: str | None) -> Asked:
    note = journal.seen(purse.id) if seen is None else seen
    values = journal.values_seen(RECORD_TYPES[Kind.PURSE], journal.read_seen(note, entity=purse.id))
    return Asked({}, purse, note, values)


def _new(who: Acting, request: HttpRequest) -> Asked:
    if request.method == "POST":
        return Asked({name: request.POST.get(name, "") for name in _KEY}, None, "", {})
    region_code = choosing.region_asked(who, request.GET.get("wilayah", ""))
    year = str(choosing.year_asked(request.GET.get("tahun", "")))
    return Asked({"year": year, "region_code": region_code, "source": "", "work": ""}, None, "", {})


def _groups(who: Acting, asked: Asked) -> tuple[Group, ...]:
    amounts = (question(Kind.PURSE, name, hint=_(_HINTS[name])) for name in ("name", *_AMOUNTS, "legal_basis"))
    key = () if asked.purse else (Group(_("Dana yang mana"), _key_questions(who, asked.key)),)
    about = (*answered([question(Kind.PURSE, "note")], Kind.PURSE, asked.values), forms.because_question())
    return (
        *key,
        Group(_("Nilai dan batas"), answered(amounts, Kind.PURSE, asked.values)),
        Group(_("Tentang perubahan ini"), about),
    )


def _key_questions(who: Acting, key: Mapping[str, str]) -> tuple[Question, ...]:
    year, region_code, source = (question(Kind.PURSE, name, is_required=True) for name in _KEY[:3])
    chosen_year = choosing.year_asked(key["year"])
    regions = choosing.region_options(who.region_code, key["region_code"])
    sources = [Option("", _("Pilih sumber dana")), *(Option(code, _(label)) for code, label in SOURCE.labels.items())]
    works = [Option("", _("Semua pekerjaan")), *(Option(code, _(label)) for code, label in WORK.labels.items())]
    return (
        chosen_from(year, choosing.year_options(chosen_year), key["year"]),
        chosen_from(region_code, regions, key["region_code"]),
        chosen_from(source, sources, key["source"]),
        chosen_from(question(Kind.PURSE, "work"), works, key["work"]),
    )


def _save(request: HttpRequest, who: Acting, asked: Asked) -> HttpResponse:
    groups = _groups(who, asked)
    try:
        saved = _say(request, who, asked, groups)
    except BetangError as refused:
        typed = forms.mapped(groups, lambda each: forms.typed(each, request.POST))
        return _draw(request, asked, forms.refused(typed, at_the_place(refused)), status=422)
    _tell(request, saved)
    return redirect(_home(asked))


def _tell(request: HttpRequest, saved: Saved) -> None:
    """Say what came of it: from another office than the one that made the purse it waits beside what is shown."""
    if saved.waiting:
        told = _("Usulan Anda tersimpan dan menunggu instansi yang mencatat dana ini. Yang tampil tetap.")
        messages.success(request, told, extra_tags="wait")
    else:
        messages.success(request, _("Sumber dana tersimpan."), extra_tags="ok")


def _say(request: HttpRequest, who: Acting, asked: Asked, groups: tuple[Group, ...]) -> Saved:
    values = given(Kind.PURSE, forms.all_questions(groups), request.POST, keep_empty=True)
    said = {name: value for name, value in values.items() if name not in _KEY}
    because = request.POST[forms.BECAUSE].strip()
    return commands.save_purse(who, _key_of(asked), said, because=because, seen=asked.seen)


def _key_of(asked: Asked) -> dict[str, object]:
    if asked.purse:
        return {name: getattr(asked.purse, name) for name in _KEY}
    return dict(asked.key)


def _home(asked: Asked) -> str:
    key = _key_of(asked)
    return f"{reverse('planning:home')}?tahun={key['year']}&wilayah={key['region_code']}#dana"


def _draw(request: HttpRequest, asked: Asked, form: Form, *, status: int = 200) -> HttpResponse:
    context = {
        "form": form, "asked": asked, "purse": asked.purse, "title": _title(asked.purse),
        "may_withdraw": asked.purse is not None and acting(request).made(asked.purse.id),
    }  # fmt: skip
    return render(request, "planning/edit_purse.html", context, status=status)


def _title(purse: PurseView | None) -> str:
    return (purse.name or _(SOURCE.label(purse.source))) if purse else ""


@login_required
@require_POST
def take_known(request: HttpRequest) -> HttpResponse:
    """Enter what law and practice name for a year, where nobody has."""
    who = reader(request)
    year = choosing.year_asked(request.POST.get("tahun", ""))
    entered = commands.take_known_purses(who, year=year)
    told = ngettext(
        "%(n)d sumber dana terisi. Periksa nilainya dengan peraturan tahun ini.",
        "%(n)d sumber dana terisi. Periksa nilainya dengan peraturan tahun ini.",
        entered,
    )
    messages.success(request, told % {"n": entered}, extra_tags="ok")
    return redirect(f"{reverse('planning:home')}?tahun={year}#dana")


@login_required
@require_POST
def withdraw(request: HttpRequest, purse_id: UUID) -> HttpResponse:
    """Take a purse back that should never have been made."""
    who = reader(request)
    purse = planning.purse(who, purse_id)
    commands.withdraw_purse(who, purse_id, because=request.POST.get("alasan", "").strip() or _("Ditarik dari formulir"))
    messages.success(request, _("Sumber dana ditarik. Riwayatnya tetap tersimpan."), extra_tags="ok")
    return redirect(f"{reverse('planning:home')}?tahun={purse.year}#dana")
