"""In which workbook does a list go out, with which numbers, and at once or later?"""

import io
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from betang.accounts.queries import Ability
from betang.intake import commands as intake
from betang.intake.commands import Exported, ExportOrder
from betang.kernel.errors import Refusal
from betang.register import queries as register
from betang.web.acting import acting
from betang.web.errors import sentence
from betang.web.outgoing.asked import Asked, asked, without_number

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FULL = "utuh"


@login_required
@require_http_methods(["GET", "POST"])
@without_number
def order(request: HttpRequest) -> HttpResponseBase:
    """The page on which a workbook is chosen; sent back, the workbook itself."""
    wanted = asked(request)
    if request.method != "POST":
        return _page(request, wanted)
    try:
        ordered = _order(request, wanted)
        if _is_long(wanted, ordered):
            return redirect("outgoing:ordered", job_id=intake.begin_export(wanted.who, ordered))
        return _as_file(intake.export(wanted.who, ordered))
    except Refusal as refused:
        return _page(request, wanted, error=sentence(refused), status=422)


@login_required
@require_GET
@never_cache
def ordered(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """How far a long list is; once it is there, the way to it."""
    found = intake.export_job(acting(request), job_id)
    return render(request, "outgoing/ordered.html", {"job": found, "keep_hours": intake.KEEP_HOURS})


@login_required
@require_GET
def collected(request: HttpRequest, job_id: UUID) -> HttpResponseBase:
    """The workbook of a long list, for whoever ordered it."""
    return _as_file(intake.collect_export(acting(request), job_id))


def _as_file(exported: Exported) -> FileResponse:
    content = io.BytesIO(exported.content)
    return FileResponse(content, as_attachment=True, filename=exported.file_name, content_type=_WORKBOOK)


def _is_long(wanted: Asked, ordered: ExportOrder) -> bool:
    """Whether somebody would have to wait; a recap is quick however many it counts."""
    return ordered.template != intake.RECAP and (
        register.families_fitting(wanted.who, wanted.filters) > intake.MOST_AT_ONCE
    )


def _order(request: HttpRequest, wanted: Asked) -> ExportOrder:
    template = request.POST.get("daftar", "")
    if template not in intake.TEMPLATES:
        raise Refusal("Pilih dulu lembar mana yang diunduh.", code="no_template")
    full = request.POST.get("angka") == _FULL and template != intake.RECAP
    return ExportOrder(template, wanted.filters, full=full, because=request.POST.get("keperluan", ""))


def _page(request: HttpRequest, wanted: Asked, *, error: str = "", status: int = 200) -> HttpResponse:
    filters = wanted.filters
    homeless = register.families_without_house(wanted.who, filters)
    context = {
        "wanted": wanted,
        "families": register.families_fitting(wanted.who, filters),
        "homeless": homeless,
        "may_open": wanted.who.may(Ability.SEE_NUMBERS),
        "chosen": request.POST.get("daftar", intake.TEMPLATES[0]),
        "full": request.POST.get("angka") == _FULL,
        "because": request.POST.get("keperluan", ""),
        "error": error,
        "print_address": wanted.address("families"),
        "recap_address": wanted.address("recap"),
    }
    return render(request, "outgoing/order.html", context, status=status)
