"""Of which meeting or obstacle is something being recorded, as the address says?"""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from betang.accounts.queries import Acting
from betang.coordination import queries
from betang.coordination.queries import MeetingView, ObstacleView
from betang.web.coordination.filling import Crumb
from betang.web.register.searching import Search


def meeting(request: HttpRequest, who: Acting) -> MeetingView | None:
    """The meeting that the address names, if it names one."""
    named = _named(request, "rapat")
    return queries.meeting(who, named) if named else None


def obstacle(request: HttpRequest, who: Acting) -> ObstacleView | None:
    """The obstacle that the address names, if it names one."""
    named = _named(request, "kendala")
    return queries.obstacle(who, named) if named else None


def _named(request: HttpRequest, name: str) -> UUID | None:
    text = request.GET.get(name, "")
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


def place(who: Acting, search: Search, of: MeetingView | ObstacleView | None) -> str:
    """The region that is spoken of: the chosen one, else the meeting's, as far as this person's own reaches."""
    if search.region:
        return search.region
    return of.region_code if of and who.covers(of.region_code) else who.region_code


def back(of: MeetingView | None) -> str:
    return reverse("coordination:meeting", args=[of.id]) if of else reverse("coordination:board")


def crumbs(of: MeetingView | None) -> tuple[Crumb, ...]:
    """The pages above a form: the meeting where there is one, else the board."""
    if of is None:
        return (Crumb(_("Kendala"), reverse("coordination:board")),)
    return (Crumb(_("Rapat"), reverse("coordination:meetings")), Crumb(of.title, back(of)))


def about(of: MeetingView | None, answering: ObstacleView | None) -> str:
    """What is being recorded something about: the obstacle, else the meeting."""
    if answering:
        return answering.text
    return of.title if of else ""
