"""How does an office report a home, say how far it is, correct what it said, or take it back?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from betang.accounts.queries import Ability, Acting
from betang.delivery import commands
from betang.delivery import queries as delivery
from betang.delivery.domain.fields import BY_NAME, Kind
from betang.delivery.domain.stages import rank
from betang.delivery.queries import ReportView
from betang.register import queries as register
from betang.register.domain.fields import Field
from betang.register.domain.fields import Kind as RegisterKind
from betang.register.domain.parsing import FieldsRefused, read
from betang.register.queries import Located
from betang.web.delivery import asking, layout, searching, words
from betang.web.delivery.asked import able
from betang.web.delivery.marks import tell
from betang.web.delivery.sheet import Crumb, Sheet, answer, homes_crumb
from betang.web.register import forms
from betang.web.register.forms import BECAUSE, Group, Question

# Of a house on the list its place and who lives there are known.
_KNOWN_OF_A_HOUSE = frozenset({"village_code", "address", "latitude", "longitude", "nik"})
_FIELDS = BY_NAME[Kind.REALISATION]
ON = "tanggal"
_REACHED = gettext_noop("Tanggal tahap ini dicapai")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """A home that this office pays for, builds or approves; of a house on the list if its page led here."""
    who = able(request, Ability.REPORT_HOMES)
    house = _house(who, (request.POST or request.GET).get("rumah", ""))
    groups = _asked(who, house)

    def save() -> str:
        values = forms.given(forms.all_questions(groups), request.POST, keep_empty=False) | _known(who, house)
        reported = commands.report_home(who, values)
        tell(request, _("Laporan rumah tersimpan."), reported.marks)
        return reverse("delivery:home", args=[reported.home])

    return answer(request, _report_sheet(house), groups, save)


def _house(who: Acting, text: str) -> Located | None:
    if not text:
        return None
    entity = searching.identity(text)
    if entity is None:
        raise Http404
    house = register.located(who, entity)
    if house.kind is not RegisterKind.HOUSE:
        raise Http404
    return house


def _asked(who: Acting, house: Located | None) -> tuple[Group, ...]:
    groups = asking.groups(Kind.REALISATION, layout.report(who.agency_kind), required=layout.REPORT_REQUIRED)
    hidden = _KNOWN_OF_A_HOUSE if house else frozenset[str]()
    kept = tuple(
        replace(group, questions=tuple(each for each in group.questions if each.name not in hidden)) for group in groups
    )
    return forms.mapped(kept, lambda each: asking.placed(each, who, house.region_code if house else ""))


def _known(who: Acting, house: Located | None) -> dict[str, object]:
    """What is not asked, because the office or the house says it already."""
    source = layout.SOURCES.get(who.agency_kind)
    said: dict[str, object] = {"source": source} if source else {}
    if house:
        said |= {"house": house.id, "village_code": house.values["village_code"], "address": house.values["address"]}
    return said


def _report_sheet(house: Located | None) -> Sheet:
    return Sheet(
        heading=_("Laporkan rumah"),
        question=_("Rumah mana yang dikerjakan, dan sampai di mana?"),
        deed=_("Simpan laporan"),
        back=reverse("register:record", args=[house.id]) if house else reverse("delivery:homes"),
        crumbs=(homes_crumb(),),
        hidden=(("rumah", str(house.id)),) if house else (),
        context_line=_("Rumah dari daftar: letak dan penghuninya sudah diketahui.") if house else "",
        footnote=_("Laporan beberapa kantor tentang satu rumah disimpan semua, dan rumahnya dihitung satu."),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def advance(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """Say that a home has come to a stage on a day."""
    who = able(request, Ability.REPORT_HOMES)
    told = delivery.report(who, report_id)
    groups = (Group(_("Tahap baru"), (_stages(told), _reached_on())),)

    def save() -> str:
        stage, on = request.POST.get("stage", ""), _day(request.POST.get(ON, ""))
        seen = request.POST.get("seen", "")
        with _at_its_question():
            view = commands.advance(who, report_id, stage=stage, on=on, seen=seen or None)
        _tell_waiting(request, view)
        return home_of(told)

    question = _("Sampai di mana rumah ini sekarang?")
    return answer(request, sheet_of(told, _("Catat tahap"), question, _("Simpan tahap")), groups, save)


@contextmanager
def _at_its_question() -> Iterator[None]:
    """A refusal about a day belongs to the one question about a day that this form asks."""
    try:
        yield
    except FieldsRefused as refused:
        placed = {name if name == "stage" else ON: refusal for name, refusal in refused.refusals.items()}
        raise FieldsRefused(placed) from None


def _stages(told: ReportView) -> Question:
    asked = asking.question(Kind.REALISATION, "stage", ("stage",))
    further = tuple(option for option in asked.options if rank(option.value) >= rank(told.stage))
    return replace(asked, options=further, value=told.stage)


def _reached_on() -> Question:
    hint = _("Misalnya 2 Juli 2025 atau 02/07/2025.")
    return Question(ON, _(_REACHED), hint=hint, width=18, is_required=True)


def _day(text: str) -> date:
    each = Field(0, ON, _FIELDS["finished_date"].type, "", _REACHED)
    return cast(date, read(each, text))  # the form has asked that it be answered


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """Change what a report says."""
    who = able(request, Ability.REPORT_HOMES)
    told = delivery.report(who, report_id)
    asked = forms.mapped(_asked(who, None), lambda each: asking.answered(each, Kind.REALISATION, told.values))
    groups = (*asked, Group(_("Perubahan ini"), (forms.because_question(),)))

    def save() -> str:
        values = forms.given(forms.all_questions(asked), request.POST, keep_empty=True)
        view = commands.correct(
            who, report_id, values, seen=request.POST.get("seen", ""), because=request.POST[BECAUSE].strip()
        )
        _tell_waiting(request, view)
        return home_of(told)

    question = _("Apa yang perlu dibetulkan?")
    return answer(request, sheet_of(told, _("Betulkan laporan"), question, _("Simpan perubahan")), groups, save)


def _tell_waiting(request: HttpRequest, view: ReportView) -> None:
    if view.waiting:
        kept = _("Usulan Anda tersimpan dan menunggu %(agency)s, yang membuat laporan ini.") % {"agency": view.agency}
        messages.warning(request, kept, extra_tags="wait")
    else:
        tell(request, _("Laporan rumah diperbarui."), view.marks)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """Take an own report back; it stays on record and counts nowhere."""
    who = able(request, Ability.REPORT_HOMES)
    told = delivery.report(who, report_id)
    groups = (Group(_("Penarikan"), (forms.because_question(),)),)

    def save() -> str:
        commands.withdraw(who, report_id, because=request.POST[BECAUSE].strip())
        messages.success(
            request, _("Laporan ditarik; tetap tersimpan di riwayat, dan tidak dihitung."), extra_tags="ok"
        )
        return reverse("delivery:homes")

    sheet = sheet_of(told, _("Tarik laporan"), _("Mengapa laporan ini ditarik?"), _("Tarik laporan ini"))
    return answer(request, replace(sheet, takes_back=True), groups, save)


def sheet_of(told: ReportView, heading: str, question: str, deed: str) -> Sheet:
    names = words.places([told.village_code])
    return Sheet(
        heading=heading,
        question=question,
        deed=deed,
        back=home_of(told),
        crumbs=(homes_crumb(), Crumb(words.work(told.work), home_of(told))),
        hidden=(("seen", told.seen),),
        context_line=" · ".join((words.where(told.village_code, names), told.agency, words.source(told.source))),
    )


def home_of(told: ReportView) -> str:
    return reverse("delivery:home", args=[told.home or told.id])
