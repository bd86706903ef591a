"""What does the sender get back?"""

from pathlib import PurePath
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from betang.intake import queries as intake
from betang.web.intake.asked import batch_of, officer

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ENDING = " dikembalikan"


@login_required
@require_GET
@never_cache
def returned(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """The workbook of what went back, each reason beside its cell."""
    who = officer(request)
    found = batch_of(who, batch_id)
    response = HttpResponse(intake.returned_workbook(who, batch_id), content_type=_EXCEL)
    response.headers["Content-Disposition"] = _attachment(_name(found.file_name))
    return response


def _name(file_name: str) -> str:
    """A workbook that comes back a second time keeps the name of the first."""
    stem = PurePath(file_name).stem.removesuffix(_ENDING)
    return f"{stem}{_ENDING}.xlsx".replace('"', "")


def _attachment(name: str) -> str:
    plain = name.encode("ascii", "ignore").decode()
    return f'attachment; filename="{plain}"'
