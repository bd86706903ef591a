"""What does a person see first after signing in?"""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from betang.accounts.queries import Ability, Acting
from betang.intake import queries as intake
from betang.register import queries as register
from betang.web.acting import acting
from betang.web.home import figures, giving, owed, tasks

RECENT_LISTS = 5


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """What waits, then the list in figures; for who sees no records, their offers or the people they look after."""
    who = acting(request)
    if who.may(Ability.SEE_RECORDS):
        return _records(request, who)
    return _giver(request, who) if who.may(Ability.PLEDGE) else _people(request, who)


def _records(request: HttpRequest, who: Acting) -> HttpResponse:
    counts = register.counts(who)
    lists = intake.batches(who, limit=RECENT_LISTS) if who.may(Ability.TAKE_IN) else []
    context = {
        "due": owed.by(who),
        "tasks": tasks.of_records(who, counts, lists),
        "counts": counts,
        "conditions": figures.conditions(counts),
        "ages": figures.ages(counts),
        "lists": lists,
        "may_take_in": who.may(Ability.TAKE_IN),
        "may_add": who.may(Ability.ADD_FAMILY),
        "as_of": timezone.now(),
    }
    return render(request, "home/home.html", context)


def _people(request: HttpRequest, who: Acting) -> HttpResponse:
    return render(request, "home/people.html", {"tasks": tasks.of_people(who)})


def _giver(request: HttpRequest, who: Acting) -> HttpResponse:
    context = {"pledges": giving.offers(who), "homes": giving.homes(who), "as_of": timezone.now()}
    return render(request, "home/giver.html", context)
