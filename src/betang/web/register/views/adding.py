"""How does an officer put a family on the list, step by step?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.kernel.errors import BetangError, NotAllowed, Refusal
from betang.register import commands
from betang.register.domain.fields import Kind
from betang.register.domain.parsing import FieldsRefused
from betang.register.queries import Located
from betang.web.register import forms, steps
from betang.web.register.forms import Form, Group, Question
from betang.web.register.steps import CHECK, Step
from betang.web.register.views.record import found, reader, title


@dataclass(frozen=True)
class Job:
    """One filling-in: by whom, in which house if it is listed, and the answers so far."""

    who: Acting
    house: Located | None
    post: QueryDict

    @property
    def steps(self) -> tuple[Step, ...]:
        return steps.steps(self.post, is_shared=self.house is not None)

    @property
    def current(self) -> Step:
        return next((step for step in self.steps if step.word == self.post.get("langkah")), self.steps[0])

    def groups(self, step: Step) -> tuple[Group, ...]:
        return forms.mapped(steps.groups(step, self.who.region_code), lambda asked: forms.typed(asked, self.post))

    def questions(self) -> Iterator[Question]:
        for step in self.steps:
            yield from forms.all_questions(self.groups(step))


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A family with its home, or without one."""
    return _answer(request, Job(reader(request), None, request.POST))


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, entity: UUID) -> HttpResponse:
    """A further family in a house that is on the list."""
    who = reader(request)
    house = found(who, entity)
    if house.kind is not Kind.HOUSE:
        raise Http404
    return _answer(request, Job(who, house, request.POST))


def _answer(request: HttpRequest, job: Job) -> HttpResponse:
    require(job.who, Ability.ADD_FAMILY, job.house.region_code if job.house else job.who.region_code)
    if request.method != "POST":
        return _draw(request, job, job.steps[0], Form(job.groups(job.steps[0])))
    towards = job.post.get("ke", "")
    if towards == "lanjut":
        return _onwards(request, job)
    if towards == "simpan":
        return _save(request, job)
    step = next((step for step in job.steps if step.word == towards), job.steps[0])
    return _draw(request, job, step, Form(job.groups(step)))


def _onwards(request: HttpRequest, job: Job) -> HttpResponse:
    groups = job.groups(job.current)
    try:
        steps.check(job.current, forms.all_questions(groups), job.post, today=timezone.localdate())
    except Refusal as refused:
        return _draw(request, job, job.current, forms.refused(groups, refused), status=422)
    following = job.steps[job.steps.index(job.current) + 1 :]
    step = following[0] if following else CHECK
    return _draw(request, job, step, Form(job.groups(step)))


def _save(request: HttpRequest, job: Job) -> HttpResponse:
    try:
        observed = forms.read_observed(job.post, today=timezone.localdate())
        questions = list(job.questions())
        forms.check_required(questions, job.post)
        house_id = job.house.id if job.house else None
        entry = steps.entry(questions, job.post, house_id=house_id, observed=observed)
        family = commands.add_family(job.who, entry, observed=observed)
    except FieldsRefused as refused:
        return _back(request, job, steps.at_the_question(refused))
    except NotAllowed as refused:
        return _back(request, job, _of_place(refused))
    except BetangError as refused:
        return _draw(request, job, CHECK, forms.refused((), refused), status=422, known=refused.params.get("family"))
    messages.success(request, _("Keluarga ini sudah ada di daftar."), extra_tags="ok")
    return redirect(reverse("register:record", args=[family]))


def _of_place(refused: NotAllowed) -> FieldsRefused:
    """A village outside one's region is a slip of the form, so it is said at its question."""
    if refused.code != "region_not_covered":
        raise refused
    return FieldsRefused({"house.village_code": Refusal(refused.template, code=refused.code, **refused.params)})


def _back(request: HttpRequest, job: Job, refused: FieldsRefused) -> HttpResponse:
    """Back to the first step with a question whose answer cannot be taken."""
    for step in job.steps:
        form = forms.refused(job.groups(step), refused)
        if form.wrong:
            return _draw(request, job, step, Form(form.groups), status=422)
    return _draw(request, job, CHECK, forms.refused((), refused), status=422)


def _draw(
    request: HttpRequest, job: Job, step: Step, form: Form, *, status: int = 200, known: object = None
) -> HttpResponse:
    place = job.steps.index(step)
    context = {
        "form": form, "step": step, "steps": job.steps, "hidden": list(_hidden(job, step)), "known": known,
        "before": job.steps[place - 1].word if place else "", "is_check": step is CHECK,
        "review": _review(job) if step is CHECK else (),
        "house_title": title(job.who, job.house.id) if job.house else "",
        "back": reverse("register:record", args=[job.house.id]) if job.house else reverse("register:list"),
    }  # fmt: skip
    return render(request, "register/add.html", context, status=status)


def _hidden(job: Job, step: Step) -> Iterator[tuple[str, str]]:
    """The answers of the other steps, to travel along."""
    here = {question.name for question in forms.all_questions(job.groups(step))}
    for name, values in job.post.lists():
        if name not in here | {"csrfmiddlewaretoken", "langkah", "ke"}:
            yield from ((name, str(value)) for value in values)


def _review(job: Job) -> Sequence[tuple[Step, list[Question]]]:
    """The answers by step, those that were given."""
    return [
        (step, [asked for asked in forms.all_questions(job.groups(step)) if asked.value or asked.chosen])
        for step in job.steps if step is not CHECK
    ]  # fmt: skip
