"""What is still to be answered and to be done, and what of it is late?"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from betang.accounts.queries import Ability, Acting
from betang.coordination import queries
from betang.organisation import queries as organisation
from betang.web.coordination import asking, families, shown
from betang.web.coordination.asked import reader
from betang.web.coordination.shown import Row
from betang.web.templatetags.betang import number

OBSTACLES, COMMITMENTS = "kendala", "komitmen"


@dataclass(frozen=True)
class Part:
    """A part of the board: how much is on it, and where it stands alone."""

    label: str
    total: int
    address: str
    is_current: bool


@login_required
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Obstacles and commitments on one board: the late first, then by due date; what is done stands below."""
    who = reader(request)
    region = families.chosen(request.GET).region
    kind = request.GET.get("jenis", "")
    of_kind = _rows(who, region)
    rows = sorted((row for name, rows in of_kind.items() if kind in ("", name) for row in rows), key=_urgency)
    open_rows = [row for row in rows if not row.is_done]
    context = {
        "headline": _headline(open_rows),
        "place": organisation.label(region or who.region_code),
        "rows": open_rows,
        "done": [row for row in rows if row.is_done],
        "kinds": _parts(of_kind, kind, region),
        "kind": kind,
        "regions": asking.places(who, region),
        "region": region or who.region_code,
        "may_raise": who.may(Ability.RAISE),
        "as_of": timezone.now(),
    }
    return render(request, "coordination/board.html", context)


def _rows(who: Acting, region: str) -> dict[str, list[Row]]:
    return {
        OBSTACLES: [shown.obstacle(each) for each in queries.obstacles(who, region)],
        COMMITMENTS: [shown.commitment(each) for each in queries.commitments(who, region_code=region)],
    }


def _urgency(row: Row) -> tuple[bool, date, str]:
    return (*row.urgency, row.text)


def _headline(rows: list[Row]) -> str:
    late = sum(row.is_late for row in rows)
    if late:
        return ngettext("%(n)s lewat tenggat", "%(n)s lewat tenggat", late) % {"n": number(late)}
    return _("Tidak ada yang lewat tenggat") if rows else _("Papan ini kosong")


def _parts(of_kind: dict[str, list[Row]], chosen: str, region: str) -> list[Part]:
    waiting = {name: sum(not row.is_done for row in rows) for name, rows in of_kind.items()}
    labels = {"": _("Semua"), OBSTACLES: _("Kendala"), COMMITMENTS: _("Komitmen")}
    totals = {"": sum(waiting.values()), **waiting}
    return [Part(labels[name], totals[name], _address(name, region), name == chosen) for name in labels]


def _address(kind: str, region: str) -> str:
    asked = {name: value for name, value in (("jenis", kind), ("wilayah", region)) if value}
    return reverse("coordination:board") + (f"?{urlencode(asked)}" if asked else "")
