"""What does the page of one obstacle show, and what may be done on it?"""

from dataclasses import replace
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from betang.accounts.queries import Ability, Acting
from betang.coordination import queries
from betang.coordination.domain import codes
from betang.coordination.domain.fields import Kind
from betang.coordination.queries import ObstacleView
from betang.kernel.errors import BetangError
from betang.web.coordination import asking, families, filling, shown
from betang.web.register.forms import Form, Group, Question


def context(
    who: Acting, told: ObstacleView, post: QueryDict, refused: BetangError | None = None
) -> dict[str, Any]:  # Any: as the template takes them
    """Everything that the template of an obstacle draws."""
    row = shown.obstacle(told)
    form = _form(told, post, refused)
    answer, send = form.groups
    return {
        "obstacle": told,
        "row": row,
        "form": form if refused else Form(()),
        "answer_form": answer.questions,
        "send_form": send.questions,
        "level": _level(told.level),
        "next_level": _level(told.next_level),
        "suggestion": _level(told.suggested_level),
        "filter_said": families.said(told.filter),
        "file_name": told.evidence_file_name,
        "file_is_here": told.evidence_is_here,
        "commitments": [shown.commitment(each) for each in queries.commitments(who) if each.obstacle_id == told.id],
        "may_answer": told.may_answer,
        "may_send_up": told.may_send_up,
        "may_close": told.may_close,
        "may_raise": who.may(Ability.RAISE),
        "as_of": timezone.now(),
    }


def _level(code: str | None) -> str:
    return _(codes.LEVEL.label(code)) if code else ""


def _form(told: ObstacleView, post: QueryDict, refused: BetangError | None) -> Form:
    groups = (Group("", (_answer(told),)), Group("", send_questions()))
    return filling.came_back(groups, post, refused) if refused else Form(groups)


def _answer(told: ObstacleView) -> Question:
    (asked,) = asking.questions(Kind.OBSTACLE, ("answer",), required=("answer",))
    return replace(asked, value=told.answer or "")


def send_questions() -> tuple[Question, ...]:
    """What is asked before an obstacle goes up: by when an answer is wanted."""
    (asked,) = asking.questions(Kind.OBSTACLE, ("due_date",), required=("due_date",))
    return (replace(asked, label=_("Jawaban diminta paling lambat")),)
