"""Which homes count, and what is known of each?"""

from collections.abc import Iterator
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from betang.accounts.queries import Ability, Acting
from betang.delivery import queries as delivery
from betang.delivery.domain.numbers import Number, standing
from betang.delivery.queries import NumberView
from betang.organisation import queries as organisation
from betang.web.delivery import card, listing, searching, words
from betang.web.delivery.asked import page_number, reader
from betang.web.delivery.searching import HomeSearch
from betang.web.delivery.sheet import homes_crumb
from betang.web.templatetags.betang import number


@login_required
@require_GET
def homes(request: HttpRequest) -> HttpResponse:
    """The homes that count, with what may be too many of them, and the numbers without a list beside."""
    who = reader(request)
    search = searching.homes(request.GET)
    page = delivery.homes(who, search.filters(), page_number(request.GET.get("hal", "")))
    by_stage, by_source = delivery.sums(who, search.filters())
    _pairs, doubles = delivery.doubles(who, search.region, limit=0)
    context = {
        "answer": ngettext("%(n)s rumah dihitung", "%(n)s rumah dihitung", page.total) % {"n": number(page.total)},
        "place": organisation.label(search.region or who.region_code),
        "search": search,
        "fewer": page.extra,
        "may_report": who.may(Ability.REPORT_HOMES),
        "may_take_in": who.may(Ability.TAKE_IN) and who.may(Ability.REPORT_HOMES),
        "doubles": doubles if who.may(Ability.DECIDE) else 0,
        "doubles_query": f"?wilayah={search.region}" if search.region else "",
        "choices": listing.choices(who, search),
        "chips": listing.chips(search),
        "rows": listing.rows(page.rows),
        "sums": listing.sums(search, by_stage, by_source, page.total),
        "pager": listing.pager(page, lambda each: listing.address(search, page=each)),
        "is_narrowed": search != HomeSearch(),
        **_unitemised(who, search),
    }
    return render(request, "delivery/homes.html", context)


def _unitemised(who: Acting, search: HomeSearch) -> dict[str, object]:
    if who.may(Ability.PLEDGE):
        return {"may_see_numbers": False}
    counted: dict[tuple[str, str], int] = {}
    for each in _standing(delivery.numbers(who, region_code=search.region, year=search.year)):
        if search.source in ("", each.source) and search.stage in ("", each.stage):
            key = (words.source(each.source), words.stage(each.stage))
            counted[key] = counted.get(key, 0) + each.homes
    parts = [{"source": source, "stage": stage, "homes": homes} for (source, stage), homes in counted.items()]
    return {"may_see_numbers": True, "unitemised": parts, "unitemised_total": sum(counted.values())}


def _standing(told: list[NumberView]) -> Iterator[Number]:
    """What counts of the numbers of each year: within a year each is said again every month."""
    for year in sorted({each.month.year for each in told}):
        yield from standing(_number(each) for each in told if each.month.year == year)


def _number(told: NumberView) -> Number:
    return Number(told.id, told.agency_id, told.region_code, told.month, told.work, told.source, told.stage, told.homes)


@login_required
@require_GET
def home(request: HttpRequest, home_id: UUID) -> HttpResponse:
    """One home: who reported it, how far it is, its photos and its cases."""
    who = reader(request)
    found = delivery.home(who, home_id)
    return render(request, "delivery/home.html", {"card": card.home_card(who, found), "crumbs": [homes_crumb()]})


@login_required
@require_GET
def photo(request: HttpRequest, photo_id: UUID) -> HttpResponse:
    """A photo, for whoever may see its home, as what its content shows it to be."""
    kept = delivery.photo(reader(request), photo_id)
    response = HttpResponse(kept.content, content_type=kept.media_type)
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response
