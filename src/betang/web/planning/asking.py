"""What does a form of planning ask, and who is asking?

Planning reads what was typed itself (`register.domain.parsing`), so that a page and the command line agree.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.journal.domain.records import FieldType, Value
from betang.kernel.errors import BetangError, NotAllowed, Refusal
from betang.planning.domain.fields import BY_NAME, Kind
from betang.register.domain.fields import Field
from betang.register.domain.parsing import FieldsRefused, read_fields, write
from betang.web.acting import acting
from betang.web.register import forms
from betang.web.register.forms import Option, Question

# Fields by the kind of widget they take where the type alone does not say.
_LONG = frozenset({"note", "conditions", "answer_note"})
_WIDTHS: Mapping[FieldType, int] = {FieldType.INTEGER: 18, FieldType.DATE: 18}


def reader(request: HttpRequest) -> Acting:
    """Whoever asks, if they may see targets at all."""
    who = acting(request)
    require(who, Ability.SEE_PROGRAMME, who.region_code)
    return who


def question(kind: Kind, name: str, *, hint: str = "", is_required: bool = False) -> Question:
    """The question about a field, unanswered."""
    each = BY_NAME[kind][name]
    return Question(
        name=name,
        label=_with_unit(each),
        widget=_widget(name, each.type, has_codes=each.codes is not None),
        hint=hint,
        options=_options(each.codes.labels if each.codes else {}),
        width=_WIDTHS.get(each.type, 0),
        is_required=is_required,
    )


def _with_unit(each: Field) -> str:
    label, unit = _(each.label), _(each.unit) if each.unit else ""
    return label if each.unit in ("", "Rp") or unit in label.lower() else f"{label}, {unit}"


def _widget(name: str, kind: FieldType, *, has_codes: bool) -> str:
    if has_codes:
        return "choice"
    if name in _LONG:
        return "long"
    return "number" if kind is FieldType.INTEGER else "text"


def _options(labels: Mapping[str, str]) -> tuple[Option, ...]:
    return (Option("", _("Pilih")), *(Option(code, _(label)) for code, label in labels.items())) if labels else ()


def chosen_from(asked: Question, options: Sequence[Option], value: str) -> Question:
    """The question as a choice of these, with one of them chosen."""
    return replace(asked, widget="choice", options=tuple(options), value=value)


def answered(questions: Iterable[Question], kind: Kind, values: Mapping[str, Value]) -> tuple[Question, ...]:
    """The questions with the values of a record as their answers."""
    return tuple(_answered(asked, kind, values.get(asked.name)) for asked in questions)


def _answered(asked: Question, kind: Kind, value: Value) -> Question:
    each = BY_NAME[kind].get(asked.name)
    if each is None or value is None:
        return asked
    return replace(asked, value=str(value) if each.codes else write(each, value))


def given(kind: Kind, questions: Sequence[Question], post: QueryDict, *, keep_empty: bool) -> dict[str, object]:
    """What was typed, by field. Raises `FieldsRefused` for all at once that is missing or cannot be read."""
    of_record = [asked for asked in questions if asked.name in BY_NAME[kind]]
    values = forms.given(of_record, post, keep_empty=keep_empty)
    refusals: dict[str, Refusal] = {}
    for check in (lambda: forms.check_required(questions, post), lambda: read_fields(BY_NAME[kind], values)):
        try:
            check()
        except FieldsRefused as refused:
            refusals |= {name: reason for name, reason in refused.refusals.items() if name not in refusals}
    if refusals:
        raise FieldsRefused({name: refusals[name] for name in _in_order(questions, refusals)})
    return values


def _in_order(questions: Sequence[Question], refusals: Mapping[str, Refusal]) -> list[str]:
    asked = [each.name for each in questions if each.name in refusals]
    return [*asked, *(name for name in refusals if name not in asked)]


def at_the_place(refused: BetangError) -> BetangError:
    """A region outside one's own is a slip of the form, so it is said at its question."""
    if isinstance(refused, NotAllowed) and refused.code == "region_not_covered":
        return FieldsRefused({"region_code": Refusal(refused.template, code=refused.code, **refused.params)})
    return refused
