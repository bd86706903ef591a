"""Which topics are there, and what does one of them say?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from betang.web.help.topics import BY_SLUG, TOPICS


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All topics, each with the question that it answers."""
    return render(request, "help/index.html", {"topics": TOPICS})


@require_GET
def page(request: HttpRequest, topic: str) -> HttpResponse:
    """One topic, its steps and its pictures."""
    if topic not in BY_SLUG:
        raise Http404
    others = [each for each in TOPICS if each.slug != topic]
    return render(request, "help/page.html", {"topic": BY_SLUG[topic], "others": others})
