"""Which lists came in, and how do they stand?"""

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from betang.intake import queries as intake
from betang.web.intake import listing
from betang.web.intake.asked import officer
from betang.web.intake.told import Totals


@login_required
@require_GET
def lists(request: HttpRequest) -> HttpResponse:
    """All lists of the region, the newest first. While one of them is at work the page asks for itself again."""
    who = officer(request)
    asked = listing.asked(request.GET)
    page = intake.batch_page(who, asked.filters(), number=asked.number)
    first = (page.number - 1) * page.per_page + 1
    context = {
        "rows": listing.rows(who, page.batches),
        "page": page,
        "first": first,
        "last": first + len(page.batches) - 1,
        "totals": Totals.of(page.batches),
        "is_at_work": any(batch.is_under_way for batch in page.batches),
        "asked": asked,
        "here": asked.address(),
        "states": listing.state_options(asked.state),
        "offices": listing.office_options(who, asked.office),
        "links": listing.page_links(asked, page),
        "previous": replace(asked, number=page.number - 1).address() if page.number > 1 else "",
        "next": replace(asked, number=page.number + 1).address() if page.number < page.pages else "",
    }
    return render(request, "intake/lists.html", context)
