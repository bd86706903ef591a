"""How is a form of delivery drawn, taken, and given back with what is wrong beside its question?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from betang.kernel.errors import BetangError, NotAllowed, Refusal
from betang.register.domain.parsing import FieldsRefused
from betang.web.errors import status_of
from betang.web.register import forms
from betang.web.register.forms import Form, Group

# A refusal that belongs to the answer about a place, though it is said of the person.
_OF_PLACE = "region_not_covered"


@dataclass(frozen=True)
class Crumb:
    """A page on the way to this one."""

    label: str
    address: str


@dataclass(frozen=True)
class Sheet:
    """What a form page says around its questions. `takes_back`: the deed undoes something, and looks so."""

    heading: str
    question: str
    deed: str
    back: str
    crumbs: tuple[Crumb, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    context_line: str = ""
    notice: str = ""
    notice_tone: str = ""
    footnote: str = ""
    sends_file: bool = False
    takes_back: bool = False


def homes_crumb() -> Crumb:
    return Crumb(_("Realisasi"), reverse("delivery:homes"))


def cases_crumb() -> Crumb:
    return Crumb(_("PBG dan BPHTB"), reverse("delivery:cases"))


def answer(request: HttpRequest, sheet: Sheet, groups: Sequence[Group], save: Callable[[], str]) -> HttpResponse:
    """The form, or what it leads to: `save` does the deed and says which page comes next."""
    if request.method != "POST":
        return draw(request, sheet, Form(tuple(groups)))
    try:
        forms.check_required(forms.all_questions(groups), request.POST)
        address = save()
    except BetangError as refused:
        return _given_back(request, sheet, groups, refused)
    return redirect(address)


def _given_back(request: HttpRequest, sheet: Sheet, groups: Sequence[Group], refused: BetangError) -> HttpResponse:
    if status_of(refused) == 404 or (isinstance(refused, NotAllowed) and refused.code != _OF_PLACE):
        raise refused
    typed = forms.mapped(groups, lambda asked: forms.typed(asked, request.POST))
    return draw(request, sheet, forms.refused(typed, _placed(refused)), status=422)


def _placed(refused: BetangError) -> BetangError:
    """A village outside one's region is a slip of the form, so it is said at its question."""
    if refused.code != _OF_PLACE:
        return refused
    said = Refusal(refused.template, code=refused.code, **refused.params)
    return FieldsRefused({"village_code": said})


def draw(request: HttpRequest, sheet: Sheet, form: Form, *, status: int = 200) -> HttpResponse:
    """The page of a form."""
    around = {each.name: getattr(sheet, each.name) for each in fields(sheet)}
    return render(request, "delivery/form.html", {**around, "form": form}, status=status)
