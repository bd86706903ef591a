"""Which months were reported as a number alone, and how does one more come in, or one go back?"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from betang.accounts.queries import Ability, Acting
from betang.delivery import commands
from betang.delivery import queries as delivery
from betang.delivery.domain.fields import Kind
from betang.delivery.queries import NumberView
from betang.organisation import queries as organisation
from betang.web.delivery import asking, layout, listing, searching, words
from betang.web.delivery.asked import able, officer
from betang.web.delivery.sheet import Crumb, Sheet, answer, homes_crumb
from betang.web.register import forms
from betang.web.register.forms import BECAUSE, Group, Question
from betang.web.templatetags.betang import number


@login_required
@require_GET
def numbers(request: HttpRequest) -> HttpResponse:
    """The monthly numbers, which stand beside the homes and are never added to them."""
    who = officer(request)
    search = searching.homes(request.GET)
    told = delivery.numbers(who, region_code=search.region, year=search.year)
    said = ngettext("%(n)s laporan angka", "%(n)s laporan angka", len(told)) % {"n": number(len(told))}
    context = {
        "heading": _("Laporan angka"),
        "crumbs": [homes_crumb()],
        "answer": said,
        "place": organisation.label(search.region or who.region_code),
        "may_report": who.may(Ability.REPORT_HOMES),
        "choices": [listing.region_choice(who, search.region), listing.year_choice(search.year)],
        "rows": [_row(who, each) for each in told],
    }
    return render(request, "delivery/numbers.html", context)


def _row(who: Acting, told: NumberView) -> dict[str, object]:
    return {
        "id": told.id,
        "may_withdraw": who.may(Ability.REPORT_HOMES) and who.made(told.id),
        "place": told.place,
        "month": date_format(told.month, "F Y"),
        "source": words.source(told.source),
        "work": words.work(told.work) if told.work else "",
        "stage": words.stage(told.stage),
        "homes": told.homes,
        "agency": told.agency,
        "document": told.document,
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """One more monthly number, of an office that has no list yet."""
    who = able(request, Ability.REPORT_HOMES)
    groups = asking.groups(Kind.AGGREGATE, layout.NUMBER, required=layout.NUMBER_REQUIRED)
    groups = forms.mapped(groups, lambda each: _placed(each, who))

    def save() -> str:
        commands.report_number(who, forms.given(forms.all_questions(groups), request.POST, keep_empty=False))
        messages.success(request, _("Laporan angka tersimpan sebagai belum rinci."), extra_tags="ok")
        return reverse("delivery:numbers")

    sheet = Sheet(
        heading=_("Laporkan angka"),
        question=_("Berapa rumah sampai akhir bulan?"),
        deed=_("Simpan laporan angka"),
        back=reverse("delivery:numbers"),
        crumbs=(homes_crumb(),),
        footnote=_("Angka ini ditunjukkan di samping jumlah rumah. Kirim daftar rumahnya bila sudah ada."),
    )
    return answer(request, sheet, groups, save)


def _placed(asked: Question, who: Acting) -> Question:
    return asking.months(asked, timezone.localdate()) if asked.name == "month" else asking.placed(asked, who)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, number_id: UUID) -> HttpResponse:
    """Take an own number back; it stays on record and is shown nowhere."""
    who = able(request, Ability.REPORT_HOMES)
    told = delivery.number(who, number_id)
    groups = (Group(_("Penarikan"), (forms.because_question(),)),)

    def save() -> str:
        commands.withdraw_number(who, number_id, because=request.POST[BECAUSE].strip())
        said = _("Laporan ditarik; tetap tersimpan di riwayat, dan tidak dihitung.")
        messages.success(request, said, extra_tags="ok")
        return reverse("delivery:numbers")

    sheet = Sheet(
        heading=_("Tarik laporan"),
        question=_("Mengapa laporan ini ditarik?"),
        deed=_("Tarik laporan ini"),
        back=reverse("delivery:numbers"),
        crumbs=(homes_crumb(), Crumb(_("Laporan angka"), reverse("delivery:numbers"))),
        context_line=" · ".join((told.place, date_format(told.month, "F Y"), words.source(told.source), told.agency)),
        takes_back=True,
    )
    return answer(request, sheet, groups, save)
