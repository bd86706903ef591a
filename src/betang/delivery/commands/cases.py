"""How do the permits office and the revenue office keep their cases?"""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from betang.accounts import recording
from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.delivery import queries
from betang.delivery.commands.linking import linked
from betang.delivery.commands.saving import deed_in, differing, keep, place, require_own, today
from betang.delivery.domain import cases, reporting
from betang.delivery.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.delivery.queries import CaseView
from betang.journal.domain.records import Value
from betang.journal.kept import VOID
from betang.kernel.errors import Refusal
from betang.register.domain.parsing import FieldsRefused, read_fields

_KIND = Kind.CASE


def report_case(acting: Acting, values: Mapping[str, object]) -> UUID:
    """Put a case on record; its id. Which kind follows from the office. It hangs on a home and never makes one."""
    with transaction.atomic():
        require(acting, Ability.REPORT_CASES, acting.region_code)
        require_at_work(acting)
        said = linked(acting, checked(acting, values))
        entity = recording.new_id(acting)
        keep(deed_in(acting, str(said["village_code"])), [recording.made(RECORD_TYPES[_KIND], entity, said)])
        return entity


def checked(acting: Acting, values: Mapping[str, object]) -> dict[str, Value]:
    """What a new case says, in the form in which it is kept. Raises `FieldsRefused`."""
    given = {"case_kind": cases.KIND_OF[acting.agency_kind], **values}
    reporting.raise_if(reporting.strange(_KIND, given))
    said = read_fields(BY_NAME[_KIND], given)
    reporting.raise_if(reporting.missing(_KIND, said))
    _require_kind(acting, said)
    said["village_code"] = place(acting, str(said["village_code"]), kind=_KIND)
    reporting.raise_if(cases.refused(said, today=today()))
    _check_home(acting, said)
    return said


def change_case(acting: Acting, case_id: UUID, values: Mapping[str, object], *, seen: str | None) -> CaseView:
    """Say how far a case is, or correct it."""
    with transaction.atomic():
        case = _changeable(acting, case_id)
        reporting.raise_if(reporting.strange(_KIND, values))
        said = read_fields(BY_NAME[_KIND], values)
        whole = dict(case.values) | said
        reporting.raise_if(reporting.missing(_KIND, whole))
        _require_kind(acting, whole)
        if "village_code" in said:
            said["village_code"] = place(acting, str(said["village_code"]), kind=_KIND)
        reporting.raise_if(cases.refused(whole, today=today()))
        _check_home(acting, said)
        change = differing(_KIND, case_id, linked(acting, said, before=case.values), seen)
        keep(deed_in(acting, case.village_code), [change])
        return queries.case(acting, case_id)


def withdraw_case(acting: Acting, case_id: UUID, *, because: str) -> None:
    """Take an own case off the record that was put there by mistake."""
    with transaction.atomic():
        case = _changeable(acting, case_id)
        require_own(acting, case_id, case.agency)
        change = recording.changed(RECORD_TYPES[_KIND], case_id, {"status": VOID})
        keep(deed_in(acting, case.village_code, because), [change])


def _changeable(acting: Acting, case_id: UUID) -> CaseView:
    case = queries.case(acting, case_id)
    require(acting, Ability.REPORT_CASES, case.village_code)
    require_at_work(acting)
    return case


def _require_kind(acting: Acting, said: Mapping[str, Value]) -> None:
    if said.get("case_kind") != cases.KIND_OF.get(acting.agency_kind):
        raise FieldsRefused({"case_kind": _another_office()})


def _another_office() -> Refusal:
    return Refusal("Kasus PBG dicatat DPMPTSP, kasus BPHTB dicatat Bapenda.", code="case_of_another_office")


def _check_home(acting: Acting, said: Mapping[str, Value]) -> None:
    report = said.get("realisation")
    if isinstance(report, UUID) and queries.village_of_report(report, within=acting.region_code) is None:
        unknown = Refusal("Laporan rumah ini tidak ada di wilayah Anda.", code="not_found")
        raise FieldsRefused({"realisation": unknown})
