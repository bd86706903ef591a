"""How does an offer of help become homes to deliver?"""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from betang.accounts.queries import Ability
from betang.delivery import commands
from betang.kernel.errors import NotAllowed
from betang.organisation import queries as organisation
from betang.planning import queries as planning
from betang.planning.domain.fields import BY_NAME, Kind
from betang.planning.queries import PledgeView
from betang.register.domain.parsing import read
from betang.web.delivery.asked import able
from betang.web.delivery.sheet import Crumb, Sheet, answer
from betang.web.register import villages
from betang.web.register.forms import Group, Option, Question
from betang.web.templatetags.betang import number


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, pledge_id: UUID) -> HttpResponse:
    """Take an offer: how many homes come of it, and in which village."""
    who = able(request, Ability.PLAN)
    pledge = planning.pledge(who, pledge_id)
    if not planning.may_answer(who, pledge.region_code):
        raise NotAllowed(
            "Tawaran untuk %(place)s dijawab dinas perumahan, provinsi, atau balai yang membawahinya.",
            code="not_the_answering_office",
            place=pledge.place,
        )
    groups = (Group(_("Rumah yang akan dikerjakan"), _questions(pledge)),)

    def save() -> str:
        homes = read(BY_NAME[Kind.PLEDGE]["homes"], request.POST.get("homes", ""))
        village = request.POST.get("village_code", "").strip() or None
        note = request.POST.get("note", "").strip()
        made = commands.accept_pledge(who, pledge_id, homes=int(str(homes)), village_code=village, note=note)
        said = ngettext("%(n)s rumah akan dikerjakan.", "%(n)s rumah akan dikerjakan.", len(made))
        messages.success(request, said % {"n": number(len(made))}, extra_tags="ok")
        return reverse("delivery:homes") + f"?tawaran={pledge_id}"

    return answer(request, _sheet(pledge), groups, save)


def _questions(pledge: PledgeView) -> tuple[Question, ...]:
    homes = Question(
        "homes", _("Jumlah rumah"), widget="number", value=str(pledge.homes or ""), width=8, is_required=True
    )
    village = Question("village_code", _("Desa atau kelurahan"), is_required=len(pledge.region_code) < 13)
    note = Question("note", _("Catatan untuk penyumbang"), widget="long", hint=_("Boleh kosong."))
    if len(pledge.region_code) == len("61.05.19.2001"):
        label = organisation.label(pledge.region_code)
        village = replace(
            village, widget="choice", options=(Option(pledge.region_code, label),), value=pledge.region_code
        )
        return homes, village, note
    return homes, villages.offered(village, pledge.region_code), note


def _sheet(pledge: PledgeView) -> Sheet:
    page = reverse("planning:pledge", args=[pledge.id])
    return Sheet(
        heading=_("Terima tawaran"),
        question=_("Berapa rumah dikerjakan dari tawaran ini, dan di desa mana?"),
        deed=_("Terima dan buat rumahnya"),
        back=page,
        crumbs=(Crumb(_("Tawaran bantuan"), reverse("planning:pledges")), Crumb(pledge.agency, page)),
        context_line=f"{pledge.agency} · {pledge.place}",
        footnote=_("Setiap rumah mulai pada tahap 0 %. Penyumbang melihat tahap dan fotonya, tanpa nama penerima."),
    )
