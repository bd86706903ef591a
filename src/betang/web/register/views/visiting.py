"""How is a visit, a member or an aid put on record?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.kernel.errors import Refusal
from betang.register import commands
from betang.register import queries as register
from betang.register.domain.fields import Kind
from betang.register.queries import Located
from betang.web.register import forms, layout
from betang.web.register.forms import Form, Group, Option, Question
from betang.web.register.layout import Groups
from betang.web.register.views.record import found, reader, title

Words = str | Promise


@dataclass(frozen=True)
class Addition:
    """A record that is added to a home: to a record of which kind, what is asked, and which deed takes the answers."""

    owner: Kind
    kind: Kind
    asked: Groups
    required: frozenset[str]
    heading: Words
    button: Words
    done: Words
    deed: Callable[[Acting, UUID, dict[str, object], date | None], UUID]
    asks_date: bool = True


def _assess(who: Acting, house: UUID, values: dict[str, object], _observed: date | None) -> UUID:
    family = values.pop("family", None)
    return commands.assess_house(who, house=house, values=values, family=UUID(str(family)) if family else None)


def _join(who: Acting, family: UUID, values: dict[str, object], observed: date | None) -> UUID:
    return commands.add_member(who, family=family, values=values, observed=observed)


def _aid(who: Acting, family: UUID, values: dict[str, object], observed: date | None) -> UUID:
    return commands.add_aid(who, family=family, values=values, observed=observed)


ASSESSMENT = Addition(
    Kind.HOUSE, Kind.ASSESSMENT, layout.NEW_VISIT, frozenset({"assessed_date", "visit_outcome"}),
    gettext_lazy("Catat kunjungan"), gettext_lazy("Simpan kunjungan"), gettext_lazy("Kunjungan tersimpan."), _assess,
    asks_date=False,
)  # fmt: skip
MEMBER = Addition(
    Kind.FAMILY, Kind.PERSON, layout.NEW_MEMBER, frozenset({"name", "relation"}),
    gettext_lazy("Tambah anggota keluarga"), gettext_lazy("Simpan anggota"),
    gettext_lazy("Anggota keluarga tersimpan."), _join,
)  # fmt: skip
AID = Addition(
    Kind.FAMILY, Kind.AID, layout.NEW_AID, frozenset({"programme"}),
    gettext_lazy("Catat bantuan yang diterima"), gettext_lazy("Simpan bantuan"), gettext_lazy("Bantuan tersimpan."),
    _aid,
)  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: HttpRequest, entity: UUID) -> HttpResponse:
    """A dated visit to a house, whatever came of it."""
    return _answer(request, entity, ASSESSMENT)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_member(request: HttpRequest, entity: UUID) -> HttpResponse:
    """A further person of a family."""
    return _answer(request, entity, MEMBER)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_aid(request: HttpRequest, entity: UUID) -> HttpResponse:
    """An aid that a family received."""
    return _answer(request, entity, AID)


def _answer(request: HttpRequest, entity: UUID, addition: Addition) -> HttpResponse:
    who = reader(request)
    owner = found(who, entity)
    if owner.kind is not addition.owner:
        raise Http404
    require(who, Ability.EDIT, owner.region_code)
    asked = _asked(who, owner, addition)
    if request.method != "POST":
        return _draw(request, who, owner, addition, Form(asked))
    try:
        _add(request, who, owner, addition, asked)
    except Refusal as refused:
        typed = forms.mapped(asked, lambda question: forms.typed(question, request.POST))
        return _draw(request, who, owner, addition, forms.refused(typed, refused), status=422)
    messages.success(request, str(addition.done), extra_tags="ok")
    return redirect(reverse("register:record", args=[entity]))


def _add(request: HttpRequest, who: Acting, owner: Located, addition: Addition, asked: Sequence[Group]) -> None:
    questions = forms.all_questions(asked)
    forms.check_required(questions, request.POST)
    observed = forms.read_observed(request.POST, today=timezone.localdate()) if addition.asks_date else None
    of_record = [question for question in questions if question.name != forms.OBSERVED]
    addition.deed(who, owner.id, forms.given(of_record, request.POST, keep_empty=False), observed)


def _asked(who: Acting, owner: Located, addition: Addition) -> tuple[Group, ...]:
    groups = forms.mapped(
        forms.groups_of(addition.kind, addition.asked),
        lambda asked: replace(asked, is_required=asked.name in addition.required),
    )
    if addition.kind is Kind.ASSESSMENT:
        groups = _with_families(who, owner, groups)
    if addition.asks_date:
        groups = (*groups, Group(_("Tentang catatan ini"), (forms.observed_question(),)))
    return groups


def _with_families(who: Acting, house: Located, groups: Sequence[Group]) -> tuple[Group, ...]:
    """Asks which family was visited, where more than one lives in the house."""
    cards = register.record(who, house.id).families
    options = tuple(Option(str(card.family.id), card.head.text("name") if card.head else "–") for card in cards)
    if len(options) < 2:
        return tuple(groups)
    whole = Option("", _("Semua keluarga di rumah ini"))
    asked = Question("family", _("Keluarga yang dikunjungi"), "choice", options=(whole, *options))
    return (replace(groups[0], questions=(*groups[0].questions, asked)), *groups[1:])


def _draw(
    request: HttpRequest, who: Acting, owner: Located, addition: Addition, form: Form, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form, "addition": addition, "title": title(who, owner.id),
        "back": reverse("register:record", args=[owner.id]),
    }  # fmt: skip
    return render(request, "register/addition.html", context, status=status)
