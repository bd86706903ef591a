"""What does a form of the register ask, what was typed, and what is wrong with it?

The register itself reads what was typed (`register.domain.parsing`), so that a page and the command line agree.
A form here only says which questions to draw, and gives back the text as it came.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from betang.journal.domain.records import FieldType, Value
from betang.kernel.errors import BetangError, Refusal
from betang.register.domain.fields import BY_NAME, Field, Kind
from betang.register.domain.parsing import FieldsRefused, read, write
from betang.web.register.layout import WIDTHS, Groups

Words = str | Promise


@dataclass(frozen=True)
class Option:
    """One answer that is offered; `group` is the heading it stands under in a long list."""

    value: str
    label: str
    group: str = ""


@dataclass(frozen=True)
class Question:
    """One question. `widget`: text, number, long, choice, radios, choices or secret; the last is never filled in."""

    name: str
    label: str
    widget: str = "text"
    hint: str = ""
    value: str = ""
    chosen: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    error: str = ""
    width: int = 0
    known_on: date | None = None
    is_required: bool = False

    @property
    def id(self) -> str:
        return "isian-" + self.name.replace(".", "-").replace("_", "-")

    @property
    def described_by(self) -> str:
        return " ".join(part for part, has in ((f"{self.id}-e", self.error), (f"{self.id}-h", self.has_hint)) if has)

    @property
    def said(self) -> str:
        """The answer in words."""
        labels = {option.value: option.label for option in self.options}
        return ", ".join(labels.get(value, value) for value in (self.chosen or (self.value,)))

    @property
    def has_hint(self) -> bool:
        return bool(self.hint or self.known_on)


@dataclass(frozen=True)
class Group:
    """Questions under one heading."""

    legend: Words
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    """Everything a form page draws. `general` is a reason that belongs to no single question."""

    groups: tuple[Group, ...]
    general: str = ""

    @property
    def wrong(self) -> list[Question]:
        return [question for group in self.groups for question in group.questions if question.error]

    @property
    def count(self) -> int:
        return len(self.wrong) + bool(self.general)


_WIDGETS: Mapping[FieldType, str] = {
    FieldType.INTEGER: "number",
    FieldType.DECIMAL: "number",
    FieldType.BOOLEAN: "choice",
    FieldType.CODE: "choice",
    FieldType.CODES: "choices",
    FieldType.SEALED: "secret",
}
_LONG = frozenset({"note"})


def question(kind: Kind, name: str, *, part: str = "") -> Question:
    """A question about a field, unanswered; `part` tells the fields of several records in one form apart."""
    each = BY_NAME[kind][name]
    return Question(
        name=f"{part}.{name}" if part else name,
        label=_with_unit(each),
        widget="long" if name in _LONG else _WIDGETS.get(each.type, "text"),
        hint=_hint(each),
        options=_options(each),
        width=WIDTHS.get(name, 0),
    )


def _with_unit(each: Field) -> str:
    label = _(each.label)
    return f"{label}, {_(each.unit)}" if each.unit not in ("", "°") else label


def _hint(each: Field) -> str:
    if each.type is FieldType.DATE:
        return _("Misalnya 2 Juli 2025 atau 02/07/2025.")
    if each.type is FieldType.SEALED:
        return _("16 angka seperti di KTP atau KK. Boleh kosong bila belum diketahui.")
    if each.name in ("latitude", "longitude"):
        return _("Derajat desimal, misalnya 0,0712 atau −0,0412.")
    return ""


def _options(each: Field) -> tuple[Option, ...]:
    if each.type is FieldType.BOOLEAN:
        return (Option("", _("Belum diketahui")), Option("ya", _("Ya")), Option("tidak", _("Tidak")))
    if not each.codes:
        return ()
    offered = tuple(Option(code, _(label)) for code, label in each.codes.labels.items())
    return offered if each.type is FieldType.CODES else (Option("", _("Belum diketahui")), *offered)


def answered(asked: Question, each: Field, value: Value) -> Question:
    """The question with a value of the register as its answer; a personal number is not among them."""
    if value is None or each.type is FieldType.SEALED:
        return asked
    if each.type is FieldType.CODES:
        return replace(asked, chosen=tuple(value) if isinstance(value, list) else ())
    if each.type is FieldType.BOOLEAN:
        return replace(asked, value="ya" if value else "tidak")
    if each.type is FieldType.CODE:
        return replace(asked, value=str(value))
    return replace(asked, value=write(each, value))


def typed(asked: Question, post: QueryDict) -> Question:
    """The question with what was typed."""
    if asked.name not in post:
        return asked
    if asked.widget == "choices":
        return replace(asked, chosen=tuple(filter(None, post.getlist(asked.name))))
    return replace(asked, value=post.get(asked.name, ""))


def text_of(asked: Question, post: QueryDict) -> str:
    """What was typed, as the register reads it."""
    several = asked.widget == "choices"
    return ", ".join(filter(None, post.getlist(asked.name))) if several else post.get(asked.name, "").strip()


def given(questions: Iterable[Question], post: QueryDict, *, part: str = "", keep_empty: bool) -> dict[str, object]:
    """What was typed by field name, for a command. An empty secret always means: leave the number as it is."""
    prefix = f"{part}." if part else ""
    values: dict[str, object] = {}
    for asked in questions:
        if asked.name.startswith(prefix) and asked.name in post:
            text = text_of(asked, post)
            if text or (keep_empty and asked.widget != "secret"):
                values[asked.name.removeprefix(prefix)] = text
    return values


def all_questions(groups: Iterable[Group]) -> list[Question]:
    return [asked for group in groups for asked in group.questions]


def groups_of(kind: Kind, layout: Groups, *, part: str = "") -> tuple[Group, ...]:
    return tuple(Group(legend, tuple(question(kind, name, part=part) for name in names)) for legend, names in layout)


def mapped(groups: Iterable[Group], change: Any) -> tuple[Group, ...]:  # Any: Callable[[Question], Question]
    return tuple(replace(group, questions=tuple(map(change, group.questions))) for group in groups)


def refused(groups: Sequence[Group], error: BetangError) -> Form:
    """The form with the reasons why it came back: each at its question, the rest on top."""
    reasons = dict(error.refusals) if isinstance(error, FieldsRefused) else {str(error.params.get("field", "")): error}
    names = {asked.name for asked in all_questions(groups)}
    placed = mapped(groups, lambda asked: replace(asked, error=sentence(reasons.get(asked.name))))
    general = " ".join(sentence(reason) for name, reason in reasons.items() if name not in names)
    return Form(placed, general)


def sentence(error: BetangError | None) -> str:
    """The reason in the reader's language; names of fields in it are translated too."""
    if error is None:
        return ""
    params = {name: _(value) if isinstance(value, str) and value else value for name, value in error.params.items()}
    return _(error.template) % params


OBSERVED = "keadaan"
BECAUSE = "alasan"


def observed_question(value: str = "") -> Question:
    hint = _("Kapan keadaan ini dilihat. Misalnya 2 Juli 2025 atau 02/07/2025.")
    return Question(OBSERVED, _("Tanggal keadaan"), hint=hint, value=value, width=18, is_required=True)


def because_question() -> Question:
    hint = _("Dibaca kantor lain di riwayat. Satu kalimat cukup.")
    return Question(BECAUSE, _("Alasan perubahan"), hint=hint, is_required=True)


def read_observed(post: QueryDict, *, today: date) -> date | None:
    """The day that a form names. Raises `FieldsRefused`."""
    each = Field(0, OBSERVED, FieldType.DATE, "", "Tanggal keadaan")
    try:
        day = read(each, post.get(OBSERVED, ""))
    except Refusal as refusal:
        raise FieldsRefused({OBSERVED: refusal}) from None
    if isinstance(day, date) and day > today:
        raise FieldsRefused({OBSERVED: Refusal("Tanggal keadaan belum tiba. Periksa tahunnya.", code="not_yet")})
    return day if isinstance(day, date) else None


def check_required(questions: Iterable[Question], post: QueryDict) -> None:
    """Raises `FieldsRefused` for every question that must be answered and is not."""
    empty = [asked for asked in questions if asked.is_required and not post.get(asked.name, "").strip()]
    if empty:
        raise FieldsRefused({asked.name: _unanswered(asked) for asked in empty})


def _unanswered(asked: Question) -> Refusal:
    return Refusal("%(label)s belum diisi. Isi dulu, lalu simpan lagi.", code="unanswered", label=asked.label)
