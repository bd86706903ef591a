"""Which figures did others publish, and how are they put on record?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from betang.accounts.queries import Ability, Acting, require
from betang.figures import commands
from betang.figures import queries as figures
from betang.figures.domain.codes import SUBJECT
from betang.figures.domain.fields import BY_NAME, Kind
from betang.kernel.errors import BetangError, Refusal
from betang.organisation import queries as organisation
from betang.register.domain.parsing import FieldsRefused, read
from betang.web.figures import published_words
from betang.web.figures.asking import asked, reader
from betang.web.planning import choosing
from betang.web.register import forms
from betang.web.register.forms import Form, Group, Question

_ABOUT = ("title", "publisher", "document", "as_of_date", "as_of_year")
NOTHING: Mapping[str, str] = MappingProxyType({})
_REQUIRED = frozenset({"title", "publisher"})
_HINTS = {
    "title": gettext_noop("Seperti tertulis di laporan, berita, atau paparan."),
    "publisher": gettext_noop("Kantor, situs, atau surat kabar yang menerbitkannya."),
    "document": gettext_noop("Nomor, halaman, atau alamat situs."),
    "as_of_date": gettext_noop("Misalnya 2 Juli 2025. Kosongkan kalau hanya tahunnya yang diketahui."),
    "as_of_year": gettext_noop("Tahun keadaan angka itu, misalnya 2017."),
}


@dataclass(frozen=True)
class Box:
    """One number to type: of a place and a subject."""

    name: str
    label: str
    value: str
    error: str


@dataclass(frozen=True)
class BoxRow:
    """The numbers of one place."""

    place: str
    boxes: tuple[Box, ...]


@login_required
@require_GET
def statements(request: HttpRequest) -> HttpResponse:
    """Everything that was published of a region and its parts."""
    who = reader(request)
    chosen = asked(request, who)
    found = figures.published(who, chosen.region_code)
    context = {
        "chosen": chosen,
        "place": organisation.label(chosen.region_code),
        "statements": published_words.shown(found),
        "off": sum(not each.adds for each in found),
        "as_of": timezone.now(),
        "regions": choosing.region_options(who.region_code, chosen.region_code),
        "may_publish": who.may(Ability.PLAN),
        "agency_id": who.agency_id,
    }
    return render(request, "figures/published.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest) -> HttpResponse:
    """The form of a statement: what it is, and its numbers by place."""
    who = reader(request)
    require(who, Ability.PLAN, who.region_code)
    where = choosing.region_asked(who, (request.POST or request.GET).get("wilayah", ""))
    if request.method != "POST":
        return _draw(request, who, where, Form((_about(),)), {})
    given = request.POST.dict()
    try:
        about = {name: given[name].strip() for name in _ABOUT if given.get(name, "").strip()}
        commands.publish(who, about, _numbers(where, given))
    except BetangError as refused:
        typed = forms.mapped((_about(),), lambda each: forms.typed(each, request.POST))
        form = forms.refused(typed, refused)
        wrong = (
            {name: forms.sentence(why) for name, why in refused.refusals.items()}
            if isinstance(refused, FieldsRefused)
            else {}
        )
        return _draw(request, who, where, form, given, wrong=wrong, status=422)
    messages.success(request, _("Angka terbitan tersimpan seperti diterbitkan."), extra_tags="ok")
    return redirect(f"{reverse('figures:published')}?wilayah={where}")


@login_required
@require_POST
def withdraw(request: HttpRequest, statement_id: UUID) -> HttpResponse:
    """Take back what was entered wrongly."""
    who = reader(request)
    commands.withdraw_statement(who, statement_id, because=_("Salah dicatat"))
    messages.success(request, _("Angka terbitan ditarik. Riwayatnya tetap tersimpan."), extra_tags="ok")
    return redirect("figures:published")


def _about() -> Group:
    return Group(_("Terbitan yang mana"), tuple(map(_question, _ABOUT)))


def _question(name: str) -> Question:
    label = _(BY_NAME[Kind.PUBLISHED][name].label)
    width = 18 if name.startswith("as_of") else 0
    widget = "number" if name == "as_of_year" else "text"
    return Question(name, label, widget, hint=_(_HINTS[name]), width=width, is_required=name in _REQUIRED)


def _places(where: str) -> dict[str, str]:
    return organisation.names([where]) | {each.code: each.name for each in organisation.children(where)}


def _numbers(where: str, given: Mapping[str, str]) -> list[Mapping[str, object]]:
    """The figures that were typed. Raises `FieldsRefused` by box for what is no number."""
    found: list[Mapping[str, object]] = []
    for code in _places(where):
        for subject in SUBJECT.codes:
            text = given.get(_box(code, subject), "").strip()
            if text:
                found.append({"region_code": code, "subject": subject, "homes": _read(code, subject, text)})
    return found


def _read(code: str, subject: str, text: str) -> object:
    try:
        return read(BY_NAME[Kind.PUBLISHED]["homes"], text)
    except Refusal as refused:
        raise FieldsRefused({_box(code, subject): refused}) from None


def _box(code: str, subject: str) -> str:
    return f"angka-{code}-{subject}"


def _draw(
    request: HttpRequest,
    who: Acting,
    where: str,
    form: Form,
    given: Mapping[str, str],
    *,
    wrong: Mapping[str, str] = NOTHING,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "place": organisation.label(where),
        "where": where,
        "subjects": [_(label) for label in SUBJECT.labels.values()],
        "rows": _rows(where, given, wrong),
        "regions": choosing.region_options(who.region_code, where),
    }
    return render(request, "figures/publish.html", context, status=status)


def _rows(where: str, given: Mapping[str, str], wrong: Mapping[str, str]) -> Sequence[BoxRow]:
    return [
        BoxRow(place, tuple(_typed(code, place, subject, given, wrong) for subject in SUBJECT.codes))
        for code, place in _places(where).items()
    ]


def _typed(code: str, place: str, subject: str, given: Mapping[str, str], wrong: Mapping[str, str]) -> Box:
    name = _box(code, subject)
    return Box(name, f"{place}, {_(SUBJECT.label(subject))}", given.get(name, ""), wrong.get(name, ""))
