"""How do the permits office and the revenue office see their cases, and keep them?"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from betang.accounts.queries import Ability, Acting
from betang.delivery import commands
from betang.delivery import queries as delivery
from betang.delivery.domain.codes import CASE_KIND
from betang.delivery.domain.fields import Kind
from betang.delivery.domain.working_days import CLOCK_LABELS, ClockState
from betang.delivery.queries import CaseView, ReportView
from betang.organisation import queries as organisation
from betang.web.delivery import asking, card, clocks, layout, listing, searching, words
from betang.web.delivery.asked import able, officer, page_number
from betang.web.delivery.listing import Choice
from betang.web.delivery.searching import CaseSearch
from betang.web.delivery.sheet import Crumb, Sheet, answer, cases_crumb
from betang.web.register import forms
from betang.web.register.forms import Group, Option
from betang.web.templatetags.betang import number

_STATES = (ClockState.LATE, ClockState.RUNNING, ClockState.WAITING)


@login_required
@require_GET
def cases(request: HttpRequest) -> HttpResponse:
    """The cases of this office or of all, those that run out of time first."""
    who = officer(request)
    own = layout.case_kind(who.agency_kind)
    search = searching.cases(request.GET)
    page = delivery.cases(who, search.filters(), page_number(request.GET.get("hal", "")))
    late = delivery.cases(who, CaseSearch(search.kind, search.region, ClockState.LATE).filters(), 1, 1).total
    context = {
        "heading": own or _("PBG dan BPHTB"),
        "answer": _headline(page.total, late),
        "place": organisation.label(search.region or who.region_code),
        "may_report": who.may(Ability.REPORT_CASES),
        "own_kind": own,
        "choices": _choices(who, search),
        "rows": _rows(page.rows),
        "pager": listing.pager(page, lambda each: reverse("delivery:cases") + search.query(page=each)),
    }
    return render(request, "delivery/cases.html", context)


def _headline(total: int, late: int) -> str:
    said = ngettext("%(n)s kasus", "%(n)s kasus", total) % {"n": number(total)}
    over = ngettext("%(n)s lewat batas", "%(n)s lewat batas", late) % {"n": number(late)} if late else ""
    return ", ".join(filter(None, (said, over)))


def _choices(who: Acting, search: CaseSearch) -> list[Choice]:
    kinds = (Option("", _("Semua")), *(Option(code, _(label)) for code, label in CASE_KIND.labels.items()))
    states = (
        Option("", _("Semua")),
        Option("open", _("Belum diputuskan")),
        *(Option(state, _(CLOCK_LABELS[state])) for state in _STATES),
    )
    own = layout.case_kind(who.agency_kind)
    narrowed = [] if own else [Choice("jenis", _("Jenis kasus"), kinds, search.kind)]
    return [
        listing.region_choice(who, search.region),
        *narrowed,
        Choice("keadaan", _("Keadaan"), states, search.state),
    ]


def _rows(found: tuple[CaseView, ...]) -> list[dict[str, object]]:
    names = words.places(case.village_code for case in found)
    return [_row(case, names) for case in found]


def _row(case: CaseView, names: dict[str, str]) -> dict[str, object]:
    told = clocks.told(case.clock)
    return {
        "id": case.id,
        "title": clocks.title(case),
        "agency": case.agency,
        "village": names.get(case.village_code, ""),
        "district": names.get(case.village_code[:8], ""),
        "complete": case.complete_date,
        "tone": told.tone,
        "state": words.outcome(case.outcome) if case.outcome else told.state,
        "clock": told.sentence,
        "home": case.home,
    }


@login_required
@require_GET
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One case, with its clock."""
    who = officer(request)
    context = {"card": card.case_card(who, delivery.case(who, case_id)), "crumbs": [cases_crumb()]}
    return render(request, "delivery/case.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new case; of a home already reported if its page led here."""
    who = able(request, Ability.REPORT_CASES)
    report = _report(who, (request.POST or request.GET).get("laporan", ""))
    groups = _asked(who)

    def save() -> str:
        values = forms.given(forms.all_questions(groups), request.POST, keep_empty=False)
        case_id = commands.report_case(who, values | ({"realisation": report.id} if report else {}))
        messages.success(request, _("Kasus tersimpan."), extra_tags="ok")
        return reverse("delivery:case", args=[case_id])

    return answer(request, _new_sheet(who, report), groups, save)


def _report(who: Acting, text: str) -> ReportView | None:
    if not text:
        return None
    report_id = searching.identity(text)
    if report_id is None:
        raise Http404
    return delivery.report(who, report_id)


def _asked(who: Acting) -> tuple[Group, ...]:
    kind = layout.case_kind(who.agency_kind)
    groups = asking.groups(Kind.CASE, layout.case(kind), required=layout.CASE_REQUIRED)
    return forms.mapped(groups, lambda each: asking.placed(each, who))


def _new_sheet(who: Acting, report: ReportView | None) -> Sheet:
    kind = layout.case_kind(who.agency_kind)
    place = words.where(report.village_code, words.places([report.village_code])) if report else ""
    return Sheet(
        heading=_("Kasus %(kind)s baru") % {"kind": kind},
        question=_("Kasus %(kind)s yang mana?") % {"kind": kind},
        deed=_("Simpan kasus"),
        back=reverse("delivery:cases"),
        crumbs=(cases_crumb(),),
        hidden=(("laporan", str(report.id)),) if report else (),
        context_line=_("Untuk rumah di %(place)s.") % {"place": place} if report else "",
        footnote=_("Kasus melekat pada rumah dengan nomor kasus, NIK, atau rumah yang sama, dan tidak menambah rumah."),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Say how far a case is, or correct it."""
    who = able(request, Ability.REPORT_CASES)
    told = delivery.case(who, case_id)
    groups = forms.mapped(_asked(who), lambda each: asking.answered(each, Kind.CASE, told.values))

    def save() -> str:
        values = forms.given(forms.all_questions(groups), request.POST, keep_empty=True)
        commands.change_case(who, case_id, values, seen=request.POST.get("seen", ""))
        messages.success(request, _("Kasus diperbarui."), extra_tags="ok")
        return reverse("delivery:case", args=[case_id])

    page = reverse("delivery:case", args=[case_id])
    sheet = Sheet(
        heading=_("Ubah kasus"),
        question=_("Sampai di mana kasus ini?"),
        deed=_("Simpan perubahan"),
        back=page,
        crumbs=(cases_crumb(), Crumb(clocks.title(told), page)),
        hidden=(("seen", told.seen),),
    )
    return answer(request, sheet, groups, save)
