"""What does the page of one home show, and what may be done there?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from betang.accounts.queries import Ability, Acting
from betang.delivery.domain.codes import STAGE, VERDICT
from betang.delivery.domain.fields import BY_NAME, Kind
from betang.delivery.domain.stages import DAY_OF, rank
from betang.delivery.queries import CaseView, HomeView, Judgement, PhotoView, ReportView
from betang.journal.domain.records import Value
from betang.register.domain.fields import Field
from betang.register.domain.parsing import write
from betang.web.delivery import clocks, words
from betang.web.delivery.layout import case_kind
from betang.web.delivery.marks import sentences
from betang.web.templatetags.betang import day, rupiah

_TOLD = (
    "work", "source", "stage", "started_date", "thirty_date", "finished_date", "handover_date", "recipient", "nik",
    "address", "case_number", "unit_number", "amount_rupiah", "musdes_date", "musdes_decree", "note",
)  # fmt: skip
_OF_CASE = (
    "case_number", "applied_date", "complete_date", "decided_date", "outcome", "applicant", "nik", "address",
    "tax_object", "charge_rupiah", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """A label with what was said."""

    label: str
    value: str
    is_secret: bool = False
    note: str = ""


@dataclass(frozen=True)
class Step:
    """A stage, and the day on which the home came to it, if it did."""

    label: str
    is_done: bool
    date: date | None


@dataclass(frozen=True)
class Shot:
    """A photo, or the place of one that is missing."""

    label: str
    address: str = ""
    alt: str = ""
    missing: str = ""
    day: date | None = None
    caption: str = ""


@dataclass(frozen=True)
class ToldReport:
    """One office's report in words."""

    id: UUID
    agency: str
    updated: datetime
    facts: tuple[Fact, ...]
    may_change: bool


@dataclass(frozen=True)
class ToldCase:
    """A case in words."""

    title: str
    href: str
    state: str
    tone: str
    clock: str
    agency: str


@dataclass(frozen=True)
class ToldJudgement:
    """What an office decided of this home and another."""

    id: UUID
    verdict: str
    reason: str
    agency: str
    at: datetime
    may_take_back: bool


def home_card(who: Acting, home: HomeView) -> dict[str, Any]:  # Any: as the template takes them
    """Everything that the template of a home draws."""
    row, own = home.row, _own(who, home)
    names = words.places([row.village_code])
    place = words.where(row.village_code, names)
    may_open = who.may(Ability.SEE_RECORDS)
    return {
        "title": row.address or words.work(row.work),
        "headline": _headline(home),
        "place": place,
        "source": words.source(row.source),
        "as_of": _("Menurut laporan sampai %(day)s") % {"day": day(row.latest_date)},
        "own": own,
        "notes": sentences(dict.fromkeys(mark for report in home.reports for mark in report.marks)),
        "doubts": bool(home.alike),
        "judgements": [_judgement(who, each) for each in home.judgements],
        "is_open": not who.may(Ability.PLEDGE),
        "desk": reverse("delivery:doubles") + f"?rumah={home.id}" if who.may(Ability.DECIDE) else "",
        "stages": list(_steps(home)),
        "shots": list(_shots(home)),
        "reports": [_report(who, report) for report in home.reports],
        "cases": [_case(who, case) for case in home.cases],
        "add_case": _add_case(who, home),
        "listed": reverse("register:record", args=[home.house]) if home.house and may_open else "",
        "is_listed": bool(home.house or home.family),
        "pledge": reverse("planning:pledge", args=[row.pledge]) if row.pledge and _sees_offers(who) else "",
    }


def _judgement(who: Acting, told: Judgement) -> ToldJudgement:
    may_take_back = who.may(Ability.DECIDE) and who.made(told.id)
    return ToldJudgement(
        told.id, _(VERDICT.label(told.verdict)), told.reason, told.agency, told.created_at, may_take_back
    )


def _headline(home: HomeView) -> str:
    said = {"work": words.work(home.row.work), "stage": words.stage(home.row.stage)}
    return _("%(work)s, tahap %(stage)s") % said


def _sees_offers(who: Acting) -> bool:
    return who.may(Ability.PLEDGE) or who.may(Ability.PLAN)


def _own(who: Acting, home: HomeView) -> UUID | None:
    """The report that this person's office may take further: its own, else the first."""
    if not who.may(Ability.REPORT_HOMES) or not who.covers(home.village_code):
        return None
    return next(
        (report.id for report in home.reports if who.made(report.id)), home.reports[0].id if home.reports else None
    )


def _steps(home: HomeView) -> Iterator[Step]:
    for code in STAGE.codes:
        days = [found for report in home.reports if isinstance(found := report.values.get(DAY_OF[code]), date)]
        yield Step(words.stage(code), rank(code) <= rank(home.row.stage), min(days, default=None))


def _shots(home: HomeView) -> Iterator[Shot]:
    """Every photo by stage; before and after have their place even without one."""
    for code in STAGE.codes:
        taken = [photo for photo in home.photos if photo.stage == code]
        for photo in taken:
            yield _shot(photo)
        if not taken and code in ("0", "100"):
            yield Shot(words.stage(code), missing=_("Belum ada foto %(stage)s") % {"stage": words.stage(code)})


def _shot(photo: PhotoView) -> Shot:
    label = words.stage(photo.stage)
    if not photo.is_here:
        return Shot(label, missing=_("Foto ini belum diterima di simpul ini"), day=photo.taken_date)
    address = reverse("delivery:photo", args=[photo.id])
    alt = _("Foto rumah pada tahap %(stage)s") % {"stage": label}
    return Shot(label, address, alt, day=photo.taken_date, caption=photo.caption)


def _report(who: Acting, report: ReportView) -> ToldReport:
    may_change = who.may(Ability.REPORT_HOMES) and who.made(report.id)
    facts = tuple(_facts(Kind.REALISATION, _TOLD, report.values, report.nik))
    return ToldReport(report.id, report.agency, report.updated_at, facts, may_change)


def _facts(kind: Kind, names: Iterable[str], values: Mapping[str, Value], nik: str) -> Iterator[Fact]:
    for name in names:
        each, value = BY_NAME[kind][name], values.get(name)
        if name == "nik":
            if nik:
                yield Fact(_(each.label), nik, is_secret=True)
        elif value is not None:
            yield Fact(_(each.label), _written(each, value))


def _written(each: Field, value: Value) -> str:
    """A value in the language of the page."""
    if isinstance(value, date):
        return day(value)
    if each.unit == "Rp" and isinstance(value, int):
        return rupiah(value)
    return _(write(each, value)) if each.codes else write(each, value)


def _case(who: Acting, case: CaseView) -> ToldCase:
    told = clocks.told(case.clock)
    href = reverse("delivery:case", args=[case.id])
    return ToldCase(clocks.title(case), href, told.state, told.tone, told.sentence, case.agency)


def _add_case(who: Acting, home: HomeView) -> str:
    if not who.may(Ability.REPORT_CASES) or not case_kind(who.agency_kind) or not home.reports:
        return ""
    return reverse("delivery:add-case") + f"?laporan={home.reports[0].id}"


def case_card(who: Acting, case: CaseView) -> dict[str, Any]:  # Any: as the template takes them
    """Everything that the template of a case draws."""
    told, names = clocks.told(case.clock), words.places([case.village_code])
    house = case.values.get("house")
    return {
        "id": case.id,
        "title": clocks.title(case),
        "headline": words.outcome(case.outcome) if case.outcome else told.state,
        "place": words.where(case.village_code, names),
        "agency": case.agency,
        "may_change": who.may(Ability.REPORT_CASES) and case_kind(who.agency_kind) == case.case_kind,
        "tone": told.tone,
        "state": told.state,
        "clock": told.sentence,
        "unknown_year": told.unknown_year,
        "facts": list(_facts(Kind.CASE, _OF_CASE, case.values, case.nik)),
        "home": case.home,
        "listed": reverse("register:record", args=[house]) if house and who.may(Ability.SEE_RECORDS) else "",
    }
