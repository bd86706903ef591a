"""How does an officer say how many homes a region is to get?"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.journal import queries as journal
from betang.journal.domain.records import Value
from betang.kernel.errors import BetangError, Refusal
from betang.organisation import queries as organisation
from betang.planning import commands
from betang.planning import queries as planning
from betang.planning.commands import Saved
from betang.planning.domain.codes import SOURCE
from betang.planning.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.planning.domain.targets import NUMBERS, TargetKey
from betang.web.planning import choosing
from betang.web.planning.asking import answered, at_the_place, chosen_from, given, question, reader
from betang.web.register import forms
from betang.web.register.forms import Form, Group, Option, Question

_KEY = ("year", "region_code", "source")
_PAPER = ("decree", "decree_date")
FILE = "sk"
_OF_FILES = frozenset({"file_size", "file_kind"})


@dataclass(frozen=True)
class Asked:
    """The target that a form is about: the record and what the form shows of it, if there is one."""

    key: Mapping[str, str]
    target_id: UUID | None
    seen: str
    values: Mapping[str, Value]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """The form of a target, new or there already, and its answer."""
    who = reader(request)
    require(who, Ability.PLAN, who.region_code)
    if request.method == "POST":
        return _save(request, who)
    choosing.region_asked(who, request.GET.get("wilayah", ""))
    asked = _asked(who, _key_of(who, request.GET))
    return _draw(request, asked, Form(_groups(who, asked)))


def _key_of(who: Acting, given: QueryDict) -> dict[str, str]:
    return {
        "year": given.get("tahun", "") or str(choosing.year_asked("")),
        "region_code": given.get("wilayah", "") or who.region_code,
        "source": given.get("sumber", ""),
    }


def _asked(who: Acting, key: Mapping[str, str], *, seen: str | None = None) -> Asked:
    """The form on a target. `seen`: what a form that came back had shown; None for what is shown now."""
    target_id = _existing(who, key)
    if target_id is None:
        return Asked(key, None, "", {})
    note = journal.seen(target_id) if seen is None else seen
    return Asked(
        key, target_id, note, journal.values_seen(RECORD_TYPES[Kind.TARGET], journal.read_seen(note, entity=target_id))
    )


def _existing(who: Acting, key: Mapping[str, str]) -> UUID | None:
    year, region_code, source = (key[name] for name in _KEY)
    if not (choosing.is_year(year) and who.covers(region_code)):
        return None
    return planning.target_id_of(TargetKey(int(year), region_code, source))


def _groups(who: Acting, asked: Asked) -> tuple[Group, ...]:
    numbers = answered(
        (question(Kind.TARGET, name, hint=_(_WHOSE[name])) for name in NUMBERS), Kind.TARGET, asked.values
    )
    paper = answered((question(Kind.TARGET, name, hint=_(_HINTS[name])) for name in _PAPER), Kind.TARGET, asked.values)
    note = answered([question(Kind.TARGET, "note")], Kind.TARGET, asked.values)
    key = (Group(_("Target yang mana"), _key_questions(who, asked)),) if asked.target_id is None else ()
    return (
        *key,
        Group(_("Angka"), numbers),
        Group(_("Surat keputusan"), paper),
        Group(_("Tentang perubahan ini"), (*note, forms.because_question())),
    )


_WHOSE = {
    "proposed_homes": gettext_noop("Yang diminta. Diputuskan dinas perumahan kabupaten atau kota."),
    "region_homes": gettext_noop("Diputuskan dinas perumahan provinsi."),
    "ministry_homes": gettext_noop("Diputuskan balai atau kementerian."),
    "agreed_homes": gettext_noop("Yang dihitung sebagai target di Capaian. Diputuskan balai atau kementerian."),
}
_HINTS = {
    "decree": gettext_noop("Seperti tertulis di SK."),
    "decree_date": gettext_noop("Misalnya 2 Juli 2025 atau 02/07/2025."),
}


def _key_questions(who: Acting, asked: Asked) -> tuple[Question, ...]:
    year, region_code, source = (question(Kind.TARGET, name, is_required=True) for name in _KEY)
    number = choosing.year_asked(asked.key["year"])
    regions = choosing.region_options(who.region_code, asked.key["region_code"])
    return (
        chosen_from(year, choosing.year_options(number), asked.key["year"]),
        chosen_from(region_code, regions, asked.key["region_code"]),
        chosen_from(source, [Option("", _("Pilih sumber dana")), *_sources()], asked.key["source"]),
    )


def _sources() -> list[Option]:
    return [Option(code, _(label)) for code, label in SOURCE.labels.items()]


def _save(request: HttpRequest, who: Acting) -> HttpResponse:
    key = {name: request.POST.get(name, "") for name in _KEY}
    asked = _came_back(who, key, request.POST.get("seen", ""))
    groups = _groups(who, asked)
    try:
        if asked.target_id is not None and not request.POST.get("seen"):
            raise _already_there()
        saved = _say(request, who, asked, groups)
    except BetangError as refused:
        typed = forms.mapped(groups, lambda each: forms.typed(each, request.POST))
        form, of_file = forms.refused(typed, at_the_place(refused)), refused.code in _OF_FILES
        return _draw(request, asked, form, status=422, file_error=forms.sentence(refused) if of_file else "")
    _tell(request, saved)
    return redirect("planning:target", target_id=saved.id)


def _already_there() -> Refusal:
    return Refusal(
        "Target untuk tahun, wilayah, dan sumber dana ini sudah ada. Periksa angkanya di halaman target itu, lalu "
        "simpan lagi kalau angka Anda yang benar.",
        code="target_known",
    )


def _came_back(who: Acting, key: Mapping[str, str], seen: str) -> Asked:
    """The form as it was opened, so that what others said since is not taken for what its reader saw."""
    target_id = _existing(who, key)
    return _asked(who, key, seen=seen if target_id and seen else None)


def _say(request: HttpRequest, who: Acting, asked: Asked, groups: tuple[Group, ...]) -> Saved:
    values = given(Kind.TARGET, forms.all_questions(groups), request.POST, keep_empty=True)
    said = {name: value for name, value in values.items() if name not in _KEY}
    sent = request.FILES.get(FILE)
    decree = (sent.name or "", sent.read()) if sent else None
    because = request.POST[forms.BECAUSE].strip()
    return commands.save_target(who, asked.key, said, because=because, seen=asked.seen, decree=decree)


def _tell(request: HttpRequest, saved: Saved) -> None:
    """Say what is now shown, and what waits for whom."""
    fields = BY_NAME[Kind.TARGET]
    for names, sentence, tone in ((saved.settled, _SAVED, "ok"), (saved.waiting, _PROPOSED, "wait")):
        labels = ", ".join(_(fields[name].label) for name in names if name not in (*_KEY, "decree_file"))
        if labels:
            messages.success(request, _(sentence) % {"fields": labels}, extra_tags=tone)


_SAVED = gettext_noop("Tersimpan: %(fields)s.")
_PROPOSED = gettext_noop("Usulan Anda tersimpan dan menunggu pemilik datanya: %(fields)s. Angka yang tampil tetap.")


def _draw(request: HttpRequest, asked: Asked, form: Form, *, status: int = 200, file_error: str = "") -> HttpResponse:
    context = {
        "form": form, "asked": asked, "key": asked.key, "place": organisation.label(asked.key["region_code"]),
        "source": _(SOURCE.label(asked.key["source"])), "is_new": asked.target_id is None,
        "file_error": file_error,
    }  # fmt: skip
    return render(request, "planning/edit_target.html", context, status=status)
