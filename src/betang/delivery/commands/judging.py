"""Who says whether two homes that look alike are one, and how are photos, numbers and taken offers kept?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from betang.accounts import recording
from betang.accounts.queries import Ability, Acting, require
from betang.delivery import queries
from betang.delivery.commands.saving import deed_in, keep, place, require_at_work, require_own, today
from betang.delivery.domain import reporting
from betang.delivery.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.journal import blobs
from betang.journal.commands import Change
from betang.journal.domain.file_kinds import PHOTOS
from betang.journal.domain.records import Value
from betang.journal.kept import VOID
from betang.kernel.errors import Refusal
from betang.organisation.domain.regions import is_within
from betang.planning import commands as planning
from betang.planning import queries as planning_queries
from betang.planning.domain.pledges import ACCEPTED, SOURCE_OF
from betang.register.domain.parsing import FieldsRefused, read_fields

_MOST_HOMES = 1_000  # of one offer: more is a programme, and wants a list


def judge(acting: Acting, one: UUID, other: UUID, *, verdict: str, reason: str) -> UUID:
    """Decide of two homes, named by their ids, whether they are one; the decision's id. A later one replaces it."""
    with transaction.atomic():
        first, second = queries.home(acting, one), queries.home(acting, other)
        for home in (first, second):
            require(acting, Ability.DECIDE, home.village_code)
        require_at_work(acting)
        if first.id == second.id:
            raise Refusal("Dua laporan ini sudah dihitung sebagai satu rumah.", code="one_home_already")
        values = read_fields(BY_NAME[Kind.SAMENESS], {"verdict": verdict, "reason": reason})
        if values["verdict"] is None:
            raise FieldsRefused({"verdict": reporting.unanswered(Kind.SAMENESS, "verdict")})
        pair = {"one": min(first.id, second.id), "other": max(first.id, second.id)}
        entity = recording.new_id(acting)
        made = recording.made(RECORD_TYPES[Kind.SAMENESS], entity, values | pair)
        keep(deed_in(acting, first.village_code), [made])
        return entity


def take_back_judgement(acting: Acting, judgement_id: UUID) -> None:
    """Two homes that were decided upon are looked at again."""
    with transaction.atomic():
        found = queries.judgement(acting, judgement_id)
        require(acting, Ability.DECIDE, found.region_code)
        kind = RECORD_TYPES[Kind.SAMENESS]
        pair: dict[str, Value] = {"status": VOID, "one": found.one, "other": found.other}
        keep(deed_in(acting, found.region_code), [recording.changed(kind, judgement_id, pair)])


def add_photo(
    acting: Acting, report_id: UUID, *, stage: str, content: bytes, taken_date: date | None, caption: str
) -> UUID:
    """Keep a photo of a home at a stage; its id."""
    with transaction.atomic():
        report = queries.report(acting, report_id)
        require(acting, Ability.REPORT_HOMES, report.village_code)
        require_at_work(acting)
        values = read_fields(BY_NAME[Kind.PHOTO], {"stage": stage, "caption": caption})
        if values["stage"] is None:
            raise FieldsRefused({"stage": reporting.unanswered(Kind.PHOTO, "stage")})
        if taken_date and taken_date > today():
            ahead = Refusal("Tanggal foto belum tiba. Periksa tahunnya.", code="day_ahead")
            raise FieldsRefused({"taken_date": ahead})
        values |= {"realisation": report_id, "taken_date": taken_date, "file": blobs.keep(content, allowed=PHOTOS)}
        entity = recording.new_id(acting)
        keep(deed_in(acting, report.village_code), [recording.made(RECORD_TYPES[Kind.PHOTO], entity, values)])
        return entity


def report_number(acting: Acting, values: Mapping[str, object]) -> UUID:
    """Take a monthly number without a list: shown beside what is known home by home, never added to it."""
    kind = Kind.AGGREGATE
    with transaction.atomic():
        require(acting, Ability.REPORT_HOMES, acting.region_code)
        require_at_work(acting)
        reporting.raise_if(reporting.strange(kind, values))
        said = read_fields(BY_NAME[kind], values)
        reporting.raise_if(reporting.missing(kind, said))
        where = place(acting, str(said["region_code"]), kind=kind, name="region_code", villages_only=False)
        month = said["month"]
        assert isinstance(month, date)  # the field is one of days
        if month > today():
            raise FieldsRefused({"month": Refusal("Bulan ini belum tiba. Periksa tahunnya.", code="day_ahead")})
        said |= {"region_code": where, "month": month.replace(day=1)}
        entity = recording.new_id(acting)
        keep(deed_in(acting, where), [recording.made(RECORD_TYPES[kind], entity, said)])
        return entity


def withdraw_number(acting: Acting, number_id: UUID, *, because: str) -> None:
    """Take an own monthly number back."""
    with transaction.atomic():
        number = queries.number(acting, number_id)
        require(acting, Ability.REPORT_HOMES, number.region_code)
        require_own(acting, number_id, number.agency)
        change = recording.changed(RECORD_TYPES[Kind.AGGREGATE], number_id, {"status": VOID})
        keep(deed_in(acting, number.region_code, because), [change])


def accept_pledge(acting: Acting, pledge_id: UUID, *, homes: int, village_code: str | None, note: str) -> list[UUID]:
    """Take an offer: it becomes so many homes to deliver, at 0 %; their reports' ids.

    The housing office picks a house for each later. Raises as `planning.commands.answer_pledge` does.
    """
    with transaction.atomic():
        pledge = planning_queries.pledge(acting, pledge_id)
        where = _place_of(acting, pledge.region_code, village_code)
        most = min(_MOST_HOMES, pledge.homes or _MOST_HOMES)
        if not 1 <= homes <= most:
            raise FieldsRefused({"homes": _how_many(most)})
        planning.answer_pledge(acting, pledge_id, answer=ACCEPTED, note=note)
        changes = [
            _to_deliver(acting, pledge_id, where, pledge.work, SOURCE_OF[pledge.donor_kind]) for _ in range(homes)
        ]
        keep(deed_in(acting, where, "Dari tawaran bantuan yang diterima"), changes)
        return [change.entity for change in changes]


def _place_of(acting: Acting, region_code: str, village_code: str | None) -> str:
    if not village_code and len(region_code) < len("61.05.19.2001"):
        chosen = Refusal("Pilih desa tempat rumahnya akan dikerjakan.", code="unanswered")
        raise FieldsRefused({"village_code": chosen})
    code = place(acting, village_code or region_code, kind=Kind.REALISATION)
    if not is_within(code, region_code):
        outside = Refusal("Desa ini di luar wilayah yang ditawarkan penyumbang.", code="outside_the_offer")
        raise FieldsRefused({"village_code": outside})
    return code


def _how_many(most: int) -> Refusal:
    return Refusal(
        "Jumlah rumah antara 1 dan %(most)s, sebanyak yang ditawarkan. Periksa angkanya.",
        code="out_of_range",
        most=most,
    )


def _to_deliver(acting: Acting, pledge_id: UUID, village_code: str, work: str, source: str) -> Change:
    values: dict[str, Value] = {
        "village_code": village_code, "work": work, "source": source, "stage": "0", "pledge": pledge_id,
    }  # fmt: skip
    return recording.made(RECORD_TYPES[Kind.REALISATION], recording.new_id(acting), values)
