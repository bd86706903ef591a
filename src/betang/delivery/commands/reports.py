"""How does an office report a home, say how far it is, correct what it said, or take it back?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from betang.accounts import recording
from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.delivery import queries
from betang.delivery.commands.linking import linked
from betang.delivery.commands.saving import deed_in, differing, keep, place, require_own, today
from betang.delivery.domain import reporting, stages
from betang.delivery.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.delivery.queries import ReportView
from betang.journal.domain.records import Value
from betang.journal.kept import VOID
from betang.kernel.errors import Refusal
from betang.planning import queries as planning
from betang.planning.domain.pledges import PledgeState
from betang.register.domain.parsing import FieldsRefused, read_fields

_KIND = Kind.REALISATION


@dataclass(frozen=True, slots=True)
class Reported:
    """The report, the home it is counted under, and what it is marked with (`reporting.MARKS`)."""

    id: UUID
    home: UUID
    marks: tuple[str, ...]


def report_home(acting: Acting, values: Mapping[str, object]) -> Reported:
    """Report a home. Raises `FieldsRefused` by field, and `NotAllowed` for an office that reports none."""
    with transaction.atomic():
        require(acting, Ability.REPORT_HOMES, acting.region_code)
        require_at_work(acting)
        said = linked(acting, checked(acting, values))
        entity = recording.new_id(acting)
        made = recording.made(RECORD_TYPES[_KIND], entity, said)
        keep(deed_in(acting, str(said["village_code"])), [made])
        return Reported(entity, queries.home_of(entity) or entity, marks_of(entity))


def checked(acting: Acting, values: Mapping[str, object]) -> dict[str, Value]:
    """What a new report says, in the form in which it is kept. Raises `FieldsRefused`."""
    reporting.raise_if(reporting.strange(_KIND, values))
    said = read_fields(BY_NAME[_KIND], values)
    reporting.raise_if(reporting.missing(_KIND, said))
    said["village_code"] = place(acting, str(said["village_code"]), kind=_KIND)
    reporting.raise_if(stages.refused(stage=str(said["stage"]), days=_days(said), today=today()))
    _check_pledge(acting, said)
    _check_musdes(said)
    return said


def advance(acting: Acting, report_id: UUID, *, stage: str, on: date, seen: str | None = None) -> ReportView:
    """Say that a home has come to a stage on a day. A stage never goes backwards."""
    with transaction.atomic():
        report = _changeable(acting, report_id)
        said = read_fields(BY_NAME[_KIND], {"stage": stage})
        reached = str(said["stage"])
        reporting.raise_if(reporting.missing(_KIND, _as_said(report) | said))
        values: dict[str, Value] = {"stage": reached, stages.DAY_OF[reached]: on}
        _check_stage(report, values)
        change = differing(_KIND, report_id, values, seen)
        keep(deed_in(acting, report.village_code), [change])
        return queries.report(acting, report_id)


def correct(
    acting: Acting, report_id: UUID, values: Mapping[str, object], *, seen: str | None, because: str
) -> ReportView:
    """Change what a report says. Another office's value is not replaced: the new one waits beside it."""
    with transaction.atomic():
        report = _changeable(acting, report_id)
        reporting.raise_if(reporting.strange(_KIND, values))
        said = read_fields(BY_NAME[_KIND], values)
        reporting.raise_if(reporting.missing(_KIND, _as_said(report) | said))
        if "village_code" in said:
            said["village_code"] = _same_regency(place(acting, str(said["village_code"]), kind=_KIND), report)
        _check_stage(report, said)
        _check_pledge(acting, said)
        _check_musdes(said)
        change = differing(_KIND, report_id, linked(acting, said, before=report.values), seen)
        keep(deed_in(acting, report.village_code, because), [change])
        return queries.report(acting, report_id)


def withdraw(acting: Acting, report_id: UUID, *, because: str) -> None:
    """Take an own report back; it stays on record and counts nowhere."""
    with transaction.atomic():
        report = _changeable(acting, report_id)
        require_own(acting, report_id, report.agency)
        change = recording.changed(RECORD_TYPES[_KIND], report_id, {"status": VOID})
        keep(deed_in(acting, report.village_code, because), [change])


def marks_of(report_id: UUID) -> tuple[str, ...]:
    """What a report is marked with, as it stands."""
    return queries.marks_of([report_id]).get(report_id, ())


def _changeable(acting: Acting, report_id: UUID) -> ReportView:
    report = queries.report(acting, report_id)
    require(acting, Ability.REPORT_HOMES, report.village_code)
    require_at_work(acting)
    return report


def _as_said(report: ReportView) -> dict[str, Value]:
    return dict(report.values)


def _days(said: Mapping[str, Value]) -> dict[str, date | None]:
    return {name: day if isinstance(day := said.get(name), date) else None for name in stages.DAY_OF.values()}


def _check_stage(report: ReportView, said: Mapping[str, Value]) -> None:
    whole = _as_said(report) | dict(said)
    refusals = stages.refused(stage=str(whole["stage"]), days=_days(whole), today=today(), before=report.stage)
    reporting.raise_if(refusals)


def _check_pledge(acting: Acting, said: Mapping[str, Value]) -> None:
    pledge = said.get("pledge")
    if not isinstance(pledge, UUID):
        return
    try:
        found = planning.pledge(acting, pledge)
        if found.state is not PledgeState.ACCEPTED:
            raise Refusal(
                "Tawaran ini belum diterima. Terima dulu, lalu laporkan rumahnya.", code="pledge_not_accepted"
            )
    except Refusal as refused:
        raise FieldsRefused({"pledge": refused}) from None


def _check_musdes(said: Mapping[str, Value]) -> None:
    day = said.get("musdes_date")
    if isinstance(day, date) and day > today():
        label = BY_NAME[_KIND]["musdes_date"].label
        ahead = Refusal("%(label)s belum tiba. Periksa tanggal dan tahunnya.", code="day_ahead", label=label)
        raise FieldsRefused({"musdes_date": ahead})


def _same_regency(code: str, report: ReportView) -> str:
    if code[:5] != report.village_code[:5]:
        other = Refusal(
            "Desa itu di kabupaten lain. Batalkan laporan ini, lalu buat yang baru di sana.", code="other_regency"
        )
        raise FieldsRefused({"village_code": other})
    return code
