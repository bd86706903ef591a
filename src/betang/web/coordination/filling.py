"""How does a form of coordination go out, come back, and say what is wrong with it?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from betang.kernel.errors import BetangError
from betang.web.coordination.families import Choice, Families
from betang.web.register import forms
from betang.web.register.forms import Form, Group


@dataclass(frozen=True)
class Crumb:
    """A page above this one."""

    label: str
    address: str


@dataclass(frozen=True)
class Sheet:
    """A page with one form: what it asks in its heading, what its button does, and the way back."""

    heading: str
    question: str
    deed: str
    back: str
    crumbs: tuple[Crumb, ...]
    groups: tuple[Group, ...]
    context_line: str = ""
    seen: str = ""
    picks_heading: str = ""
    picks: tuple[Choice, ...] = ()
    families: Families | None = None

    @property
    def sends_file(self) -> bool:
        return any(asked.widget == "file" for asked in forms.all_questions(self.groups))


def fresh(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The form as it goes out."""
    return _draw(request, sheet, Form(sheet.groups))


def typed(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The form with what was typed, looked at once more before it is sent."""
    return _draw(request, sheet, Form(_typed(sheet.groups, request.POST)))


def back(request: HttpRequest, sheet: Sheet, refused: BetangError) -> HttpResponse:
    """The form with what was typed, and the reasons why it came back."""
    return _draw(request, sheet, came_back(sheet.groups, request.POST, refused), status=422)


def came_back(groups: Sequence[Group], post: QueryDict, refused: BetangError) -> Form:
    """What was typed, with the reasons why it was not taken."""
    return forms.refused(_typed(groups, post), refused)


def _typed(groups: Sequence[Group], post: QueryDict) -> tuple[Group, ...]:
    return forms.mapped(groups, lambda asked: forms.typed(asked, post))


def _draw(request: HttpRequest, sheet: Sheet, form: Form, *, status: int = 200) -> HttpResponse:
    return render(request, "coordination/form.html", {"sheet": sheet, "form": form}, status=status)
