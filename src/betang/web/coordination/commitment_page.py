"""What does the page of one commitment show, and what may be done on it?"""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from betang.accounts.queries import Acting
from betang.coordination import queries
from betang.coordination.domain import codes
from betang.coordination.domain.commitments import MEASURED
from betang.coordination.domain.fields import Kind
from betang.coordination.queries import CommitmentView, EvidenceCheck, ObstacleView
from betang.kernel.errors import BetangError, Refusal
from betang.web.coordination import asking, families, filling, shown
from betang.web.register import forms
from betang.web.register.forms import Form, Group, Question
from betang.web.templatetags.betang import day, moment, number


@dataclass(frozen=True)
class Checked:
    """Whether the frozen evidence still holds, in a sentence."""

    text: str
    tone: str


def context(
    who: Acting, told: CommitmentView, post: QueryDict, refused: BetangError | None = None
) -> dict[str, Any]:  # Any: as the template takes them
    """Everything that the template of a commitment draws."""
    form = _form(post, refused)
    prove, cancel = form.groups
    check = queries.check_evidence(who, told.id) if told.evidence else None
    return {
        "commitment": told,
        "row": shown.commitment(told),
        "form": form if refused else Form(()),
        "prove_form": prove.questions,
        "cancel_form": cancel.questions,
        "is_measured": told.proof_kind == MEASURED,
        "metric": _(codes.METRIC.label(told.metric)) if told.metric else "",
        "proof_kind": _(codes.PROOF.label(told.proof_kind)) if told.proof_kind else "",
        "filter_said": families.said(told.filter),
        "list_address": families.listed(told.filter),
        "evidence": check,
        "check": _checked(check) if check else None,
        "file_name": told.proof_file_name,
        "file_is_here": told.proof_is_here,
        "obstacle": _obstacle(who, told),
        "may_prove": told.may_prove,
        "may_cancel": told.may_cancel,
        "measured_at": _measured_at(told),
    }


def _measured_at(told: CommitmentView) -> str:
    if told.state.is_open:
        return _("Terukur %(at)s") % {"at": moment(timezone.now())}
    return _("Ditutup %(day)s") % {"day": day(told.closed_date)}


def _obstacle(who: Acting, told: CommitmentView) -> ObstacleView | None:
    """The obstacle that this was promised for, if this person sees it."""
    if told.obstacle_id is None:
        return None
    try:
        return queries.obstacle(who, told.obstacle_id)
    except Refusal as refused:
        if refused.code == "not_found":
            return None
        raise


def _checked(check: EvidenceCheck) -> Checked:
    if check.holds:
        words = {"n": number(check.confirmed), "all": number(check.counted)}
        said = ngettext(
            "Bukti ini masih cocok dengan catatan: %(n)s dari %(all)s masih ada di riwayat seperti waktu dibekukan.",
            "Bukti ini masih cocok dengan catatan: %(n)s dari %(all)s masih ada di riwayat seperti waktu dibekukan.",
            check.counted,
        )
        return Checked(said % words, "ok")
    if check.unknown:
        return Checked(forms.sentence(check.unknown), "wait")
    words = {"missing": number(check.missing), "other": number(check.other)}
    said = _("Bukti ini tidak cocok lagi: %(missing)s catatan hilang dari riwayat, %(other)s berbunyi lain.")
    return Checked(said % words, "bad")


def _form(post: QueryDict, refused: BetangError | None) -> Form:
    groups = (Group("", _prove()), Group("", (_because(),)))
    return filling.came_back(groups, post, refused) if refused else Form(groups)


def _prove() -> tuple[Question, ...]:
    hint = _("Foto, PDF, Word, atau Excel.")
    return (*asking.questions(Kind.COMMITMENT, ("proof",)), asking.file_question(_("Berkas bukti"), hint))


def _because() -> Question:
    return Question(forms.BECAUSE, _("Alasan pembatalan"), is_required=True)
