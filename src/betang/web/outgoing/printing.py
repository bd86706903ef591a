"""What does a list or a recap look like on paper, without a full number?"""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from betang.organisation import queries as organisation
from betang.register import queries as register
from betang.register.domain import condition
from betang.register.domain.ages import Age
from betang.register.domain.recaps import CONDITIONS, Recap, RecapLine, Tally
from betang.web.outgoing.asked import asked, without_number
from betang.web.register import listing

MOST = 1_000  # families on one print: some thirty pages; more is work for a workbook
_DISTRICT = len("61.05.19")


@dataclass(frozen=True)
class District:
    """A district with its villages, each with the name that its code has."""

    name: str
    tally: Tally
    villages: tuple[tuple[str, Tally], ...]


@login_required
@require_GET
@without_number
def families(request: HttpRequest) -> HttpResponse:
    """The families of the list, as far as one print goes."""
    wanted = asked(request)
    page = register.listing(wanted.who, wanted.filters, 1, MOST)
    context = {"wanted": wanted, "rows": listing.rows(page), "total": page.total, "shown": len(page.rows)}
    return render(request, "outgoing/families.html", context)


@login_required
@require_GET
@without_number
def recap(request: HttpRequest) -> HttpResponse:
    """Counts by district and village."""
    wanted = asked(request)
    told = register.recap(wanted.who, wanted.filters)
    context = {
        "wanted": wanted,
        "recap": told,
        "districts": _districts(told),
        "conditions": [(figure, condition.label(figure)) for figure in CONDITIONS],
        "ages": list(Age),
        "reported": sum(1 for line in told.districts if len(line.code) == _DISTRICT),
        "missing": told.known_villages - told.total.villages,
    }
    return render(request, "outgoing/recap.html", context)


def _districts(told: Recap) -> list[District]:
    names = organisation.names({code for line in told.villages for code in (line.code, line.code[:_DISTRICT])})
    inside: dict[str, list[RecapLine]] = {}
    for line in told.villages:
        inside.setdefault(line.code[:_DISTRICT], []).append(line)
    return [_district(line, inside[line.code], names) for line in told.districts]


def _district(line: RecapLine, villages: list[RecapLine], names: dict[str, str]) -> District:
    """Families whose village is not known stand under the region that is, with no village below it."""
    named = tuple((names.get(each.code, each.code), each.tally) for each in villages if len(each.code) > _DISTRICT)
    return District(names.get(line.code, line.code), line.tally, named)
