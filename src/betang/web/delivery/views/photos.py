"""How does a photo of a home come in?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from betang.accounts.queries import Ability
from betang.delivery import commands
from betang.delivery import queries as delivery
from betang.delivery.domain.fields import BY_NAME, Kind
from betang.delivery.queries import ReportView
from betang.register.domain.parsing import read
from betang.web.delivery import asking, layout
from betang.web.delivery.asked import FILE, able, sent_photo
from betang.web.delivery.sheet import answer
from betang.web.delivery.views.reporting import home_of, sheet_of
from betang.web.register import forms
from betang.web.register.forms import Group, Question


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_photo(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """A photo of the home at a stage."""
    who = able(request, Ability.REPORT_HOMES)
    told = delivery.report(who, report_id)
    groups = (Group(_("Foto"), _photo_questions(told)),)

    def save() -> str:
        from_form = request.POST.get("taken_date", "").strip()
        commands.add_photo(
            who,
            report_id,
            stage=request.POST.get("stage", ""),
            content=_sent(request, groups[0].questions),
            taken_date=cast("date | None", read(BY_NAME[Kind.PHOTO]["taken_date"], from_form)),
            caption=request.POST.get("caption", ""),
        )
        messages.success(request, _("Foto tersimpan."), extra_tags="ok")
        return home_of(told)

    sheet = sheet_of(told, _("Tambah foto"), _("Foto rumah pada tahap mana?"), _("Simpan foto"))
    return answer(request, replace(sheet, sends_file=True, hidden=()), groups, save)


def _photo_questions(told: ReportView) -> tuple[Question, ...]:
    file = Question(FILE, _("Berkas foto"), widget="file", hint=_("JPEG atau PNG."))
    stage, taken, caption = (asking.question(Kind.PHOTO, name, ("stage",)) for name in layout.PHOTO)
    return file, replace(stage, value=told.stage), taken, caption


def _sent(request: HttpRequest, asked: Sequence[Question]) -> bytes:
    """The photo, after what else must be answered."""
    forms.check_required(asked, request.POST)
    return sent_photo(request)
