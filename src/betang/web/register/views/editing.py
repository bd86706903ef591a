"""How does an officer say that a field is otherwise?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.journal import queries as journal
from betang.journal.commands import Outcome
from betang.journal.domain.records import Value
from betang.journal.domain.sealed import Sealed
from betang.kernel.errors import BetangError, Malformed, Refusal
from betang.register import commands
from betang.register import queries as register
from betang.register.domain.fields import BY_NAME, Kind
from betang.register.domain.parsing import DOUBTS
from betang.register.domain.record_types import RECORD_TYPES
from betang.register.queries import Located
from betang.register.queries.numbers import masked
from betang.web.register import forms, layout, villages, wording
from betang.web.register.forms import Form, Group, Question
from betang.web.register.views.record import found, reader, title


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, kind: str, entity: UUID) -> HttpResponse:
    """The edit form of one record, and its answer."""
    who = reader(request)
    record = found(who, entity)
    if layout.KINDS.get(kind) is not record.kind:
        raise Http404
    require(who, Ability.EDIT, record.region_code)
    return _save(request, who, record) if request.method == "POST" else _fresh(request, who, record)


def _fresh(request: HttpRequest, who: Acting, record: Located) -> HttpResponse:
    seen = journal.seen(record.id)
    return _draw(request, who, record, Form(_asked(record, seen)), seen)


def _save(request: HttpRequest, who: Acting, record: Located) -> HttpResponse:
    seen = request.POST.get("seen", "")
    try:
        asked = _asked(record, seen)
    except Malformed as refused:
        seen = journal.seen(record.id)
        return _back(request, who, record, _asked(record, seen), seen, refused)
    try:
        outcome = _edit(request, who, record, asked, seen)
    except Refusal as refused:
        return _back(request, who, record, asked, seen, refused)
    _tell(request, who, record, outcome)
    return redirect(reverse("register:record", args=[record.id]))


def _edit(request: HttpRequest, who: Acting, record: Located, asked: Sequence[Group], seen: str) -> Outcome:
    questions = forms.all_questions(asked)
    forms.check_required(questions, request.POST)
    observed = forms.read_observed(request.POST, today=timezone.localdate())
    of_record = [question for question in questions if question.name in BY_NAME[record.kind]]
    values = forms.given(of_record, request.POST, keep_empty=True)
    because = request.POST[forms.BECAUSE].strip()
    return commands.edit(who, entity=record.id, values=values, seen=seen, because=because, observed=observed)


def _back(
    request: HttpRequest, who: Acting, record: Located, asked: Sequence[Group], seen: str, refused: BetangError
) -> HttpResponse:
    typed = forms.mapped(asked, lambda question: forms.typed(question, request.POST))
    return _draw(request, who, record, forms.refused(typed, refused), seen, status=422)


def _draw(
    request: HttpRequest, who: Acting, record: Located, form: Form, seen: str, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form, "seen": seen, "record": record, "title": title(who, record.id),
        "kind_name": wording.inside_a_sentence(_(record.kind.label)),
        "back": reverse("register:record", args=[record.id]), "proposes": _proposes(who, record),
    }  # fmt: skip
    return render(request, "register/edit.html", context, status=status)


def _proposes(who: Acting, record: Located) -> bool:
    """Whether some field of the form is held by someone with more authority than this person has."""
    ranks, fields = who.ranks_for(record.region_code), BY_NAME[record.kind]
    heads = journal.shown_heads([record.id]).get(record.id, {})
    return any(ranks.get(fields[name].group, 0) < head.rank for name, head in heads.items() if name in fields)


def _asked(record: Located, seen: str) -> tuple[Group, ...]:
    """The questions, answered with exactly the values whose commits `seen` names."""
    values = journal.values_seen(RECORD_TYPES[record.kind], journal.read_seen(seen, entity=record.id))
    heads = journal.shown_heads([record.id]).get(record.id, {})
    known_on = {name: head.observed for name, head in heads.items()}
    groups = forms.groups_of(record.kind, layout.EDITED[record.kind])
    answered = forms.mapped(groups, lambda asked: _answered(record, asked, values, known_on))
    return (*answered, Group(_("Tentang perubahan ini"), (forms.observed_question(), forms.because_question())))


def _answered(
    record: Located, asked: Question, values: Mapping[str, Value], known_on: Mapping[str, object]
) -> Question:
    value = values.get(asked.name)
    if asked.name == "village_code":
        asked = villages.offered(asked, record.partition)
    if isinstance(value, Sealed):
        now = _("Sekarang %(masked)s. Isi hanya bila berubah.") % {"masked": masked(value)}
        return replace(asked, hint=now)
    known = known_on.get(asked.name) if value is not None else None
    return replace(forms.answered(asked, BY_NAME[record.kind][asked.name], value), known_on=known)  # type: ignore[arg-type]  # a date


def _tell(request: HttpRequest, who: Acting, record: Located, outcome: Outcome) -> None:
    """Say what is now shown, what stands beside another value, and what waits for whom."""
    told = register.provenance(who, record.id)
    spoken = [name for name in (*outcome.values, *outcome.waiting) if name not in DOUBTS]
    contested = [name for name in spoken if any(said.standing == "conflict" for said in told[name].others)]
    settled = [name for name in spoken if name in outcome.values and name not in contested]
    proposed = [name for name in spoken if name in outcome.waiting and name not in contested]
    owners = ", ".join(sorted({told[name].shown.agency for name in proposed}))
    for names, sentence, tone in (
        (settled, _SAVED, "ok"),
        (proposed, _PROPOSED, "wait"),
        (contested, _CONFLICT, "wait"),
    ):
        if names:
            parts = {"fields": _labels(record.kind, names), "agency": owners}
            messages.success(request, _(sentence) % parts, extra_tags=tone)


_SAVED = gettext_noop("Tersimpan: %(fields)s.")
_PROPOSED = gettext_noop("Usulan Anda tersimpan dan menunggu %(agency)s: %(fields)s. Nilai yang tampil tetap.")
_CONFLICT = gettext_noop(
    "Isian ini berubah sejak formulir Anda dibuka: %(fields)s. Kedua nilai tersimpan; pilih yang benar di bawah."
)


def _labels(kind: Kind, names: Iterable[str]) -> str:
    fields = BY_NAME[kind]
    return ", ".join(wording.inside_a_sentence(_(fields[name].label)) for name in names)
