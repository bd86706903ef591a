"""Whose list is asked for, by whom, and how are its filters said?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from betang.accounts.queries import Acting
from betang.intake import commands as intake
from betang.organisation import queries as organisation
from betang.register.queries import ListFilters
from betang.web.acting import acting
from betang.web.register import listing, searching
from betang.web.register.searching import Search


@dataclass(frozen=True)
class Asked:
    """The person, what the list was narrowed to, and the region that it is of."""

    who: Acting
    search: Search
    region_code: str

    @property
    def filters(self) -> ListFilters:
        return replace(self.search.filters(), region_code=self.region_code)

    @property
    def place(self) -> str:
        """`Kecamatan Kayan Hilir`."""
        return listing.place_name(organisation.region(self.region_code))

    @property
    def narrowed(self) -> str:
        """The filters that are on, but for the region, which the place says."""
        words = [chip.label for chip in listing.chips(self.search.without("region"))]
        return "; ".join(words) or _("tanpa saringan")

    @property
    def query(self) -> str:
        return self.search.query()

    @property
    def list_address(self) -> str:
        return listing.address(self.search)

    def address(self, name: str) -> str:
        """Another page of the same families."""
        return reverse(f"outgoing:{name}") + self.query


def asked(request: HttpRequest) -> Asked:
    """What the address asks for. Raises `NotAllowed` for another region, as every page does."""
    who = acting(request)
    search = searching.from_address(request.GET)
    return Asked(who, search, intake.region_to_give(who, search.region))


def without_number(view: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """A number that somebody typed into the address leaves it, as on the list: a browser prints addresses."""

    @wraps(view)
    def shown(request: HttpRequest) -> HttpResponseBase:
        if searching.holds_number(request.GET.get("q", "")):
            return redirect(request.path + searching.from_address(request.GET).query())
        return view(request)

    return shown
