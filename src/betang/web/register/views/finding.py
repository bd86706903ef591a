"""Which families are on the list?"""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.kernel.errors import Malformed
from betang.organisation import queries as organisation
from betang.register import queries as register
from betang.web.acting import acting
from betang.web.register import listing, searching
from betang.web.register.forms import sentence
from betang.web.register.searching import Search


@login_required
@require_GET
def families(request: HttpRequest) -> HttpResponse:
    """The list, as its address asks for it."""
    search = searching.from_address(request.GET)
    if searching.holds_number(request.GET.get("q", "")):
        return redirect(listing.address(search))  # a number that somebody typed into the address leaves it
    return _page(request, _reader(request), search, page=_number(request.GET.get("hal", "")))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The search form. What it asks for becomes an address; a number does so only as a signed note."""
    if request.method != "POST":
        return redirect("register:list")
    who = _reader(request)
    try:
        wanted = searching.from_form(request.POST)
    except Malformed as refused:
        search = searching.from_address(request.POST)
        return _page(request, who, search, error=sentence(refused), typed=request.POST.get("q", ""), status=422)
    return redirect(listing.address(wanted))


def _reader(request: HttpRequest) -> Acting:
    who = acting(request)
    require(who, Ability.SEE_RECORDS, who.region_code)
    return who


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def _page(
    request: HttpRequest, who: Acting, search: Search, *, page: int = 1, error: str = "", typed: str = "",
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    found = register.listing(who, search.filters(), page, listing.PER_PAGE)
    whole = register.listing(who, Search().filters(), 1, 1).total if search.is_narrowed else found.total
    first = (found.number - 1) * listing.PER_PAGE
    shown = {
        "search": search, "typed": typed or search.text, "error": error, "found": found, "whole": whole,
        "first": first + 1, "last": first + len(found.rows), "rows": listing.rows(found),
        "chips": listing.chips(search), "links": listing.page_links(search, found),
        "previous": listing.address(search, page=found.number - 1) if found.number > 1 else "",
        "next": listing.address(search, page=found.number + 1) if found.number < found.pages else "",
        "ways_out": listing.ways_out(who, search) if not found.total and whole else [],
        "regions": listing.region_options(who, search.region), "conditions": listing.condition_options(),
        "ages": listing.age_options(), "homes": listing.home_options(),
        "place": listing.place_name(organisation.region(who.region_code)),
        "now": timezone.now(), "may_add": who.may(Ability.ADD_FAMILY), "may_take_in": who.may(Ability.TAKE_IN),
    }  # fmt: skip
    return render(request, "register/list.html", shown, status=status)
