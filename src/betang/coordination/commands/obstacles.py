"""How is an obstacle raised, answered, sent up and put out of the way?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.coordination.commands import saving
from betang.coordination.commands.saving import File, Values
from betang.coordination.domain import obstacles as rules
from betang.coordination.domain.fields import BY_NAME, Kind
from betang.coordination.queries import held, raised
from betang.coordination.queries.scope import Row
from betang.journal.domain.file_kinds import PAPERS
from betang.journal.domain.records import Value
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import is_within
from betang.organisation.queries import AgencyView
from betang.register.domain.parsing import FieldsRefused
from betang.register.queries import saved

_KIND = Kind.OBSTACLE
_UNSAID = frozenset(
    {"meeting", "status", "state", "answer", "answered_date", "sent_date", "evidence_file", "evidence_file_name"}
)


def raise_obstacle(
    acting: Acting, values: Mapping[str, object], *, meeting_id: UUID | None = None, file: File | None = None
) -> UUID:
    """Say what stands in the way, of which region, and which families of the list are behind it.

    Raises `FieldsRefused` (also for a filter that cannot be read), and `NotAllowed` for another's region.
    """
    with transaction.atomic():
        said = saving.read(_KIND, values, unsaid=_UNSAID, needed=("topic", "text", "region_code"))
        where, today = saving.place(said), timezone.localdate()
        require(acting, Ability.RAISE, where)
        require_at_work(acting)
        require_readable(said, where)
        _fill(acting, said, meeting_id, today)
        said |= saving.file_values(file, "evidence_file", allowed=PAPERS)
        return saving.make(acting, _KIND, said, region_code=where)


def answer_obstacle(acting: Acting, obstacle_id: UUID, *, answer: str) -> None:
    """What the office that is asked says to it."""
    with transaction.atomic():
        row = _open_row(acting, obstacle_id)
        _require(raised.may_answer(acting, row), "Kendala ini dijawab oleh penanggung jawabnya.", "may_not_answer")
        said = saving.read(_KIND, {"answer": answer}, unsaid=(), needed=("answer",))
        said |= {"answered_date": timezone.localdate(), "state": rules.IN_HAND}
        saving.change(acting, _KIND, row, said, region_code=row["region_code"])


def send_up(acting: Acting, obstacle_id: UUID, *, to: str, due_date: date | None) -> None:
    """Send it to the next level, with the day by which an answer is asked. Only the head of an office of its region."""
    with transaction.atomic():
        row = _open_row(acting, obstacle_id)
        require(acting, Ability.SEND_UP, row["region_code"])
        level = row["level"] or rules.level_of(row["region_code"])
        _require_next(level, to)
        said = _sent(row, to, due_date, timezone.localdate())
        saving.change(acting, _KIND, row, said, region_code=row["region_code"], because="Dikirim ke tingkat atas")


def close_obstacle(acting: Acting, obstacle_id: UUID) -> None:
    """It is out of the way."""
    with transaction.atomic():
        row = _open_row(acting, obstacle_id)
        _require(
            raised.may_close(acting, row),
            "Kendala ini ditutup oleh yang mengangkatnya atau penanggung jawabnya.",
            "may_not_close",
        )
        solved: Values = {"state": rules.SOLVED}
        saving.change(acting, _KIND, row, solved, region_code=row["region_code"])


def require_readable(said: Values, region_code: str) -> None:
    """Raise `FieldsRefused` for a filter that cannot be read, or looks outside the region that is spoken of."""
    text = str(said.get("filter") or "")
    try:
        asked = saved.read_filter(text).region_code
    except Refusal as refused:
        raise FieldsRefused({"filter": refused}) from None
    if asked and not (is_within(asked, region_code) or is_within(region_code, asked)):
        raise FieldsRefused(
            {
                "filter": Refusal(
                    "Saringan menunjuk wilayah %(asked)s, di luar wilayah %(region)s. Samakan wilayahnya.",
                    code="filter_elsewhere",
                    asked=asked,
                    region=region_code,
                )
            }
        )


def answering_office(level: str, region_code: str) -> AgencyView | None:
    """The office that answers at a level, where there is just one of its kind for the region."""
    kind, today = rules.OFFICE_OF[level], timezone.localdate()
    offices = [
        each
        for each in organisation.agencies()
        if each.kind == kind and each.works_on(today) and is_within(region_code, each.region_code)
    ]
    return offices[0] if len(offices) == 1 else None


def _fill(acting: Acting, said: Values, meeting_id: UUID | None, today: date) -> None:
    """What follows from who raises it, where and when."""
    meeting = held.row_seen(acting, meeting_id) if meeting_id else None
    on = meeting["held_date"] if meeting else None
    said.setdefault("raised_date", min(on or today, today))
    if not said.get("raised_by") and not said.get("raised_by_id"):
        said["raised_by_id"] = acting.agency_id
    said |= {"meeting": meeting["id"]} if meeting else {}
    saving.name_office(said, "raised_by_id", "raised_by", on=today)
    _answered_by(said)
    saving.name_office(said, "responsible_id", "responsible", on=today)
    saving.not_after(said, _KIND, "raised_date", today)
    saving.not_before(said, _KIND, "raised_date", "due_date")


def _answered_by(said: Values) -> None:
    if said.get("due_date") and not said.get("responsible") and not said.get("responsible_id"):
        where = str(said["region_code"])
        office = answering_office(str(said.get("level") or rules.level_of(where)), where)
        if office:
            said["responsible_id"] = office.id


def _open_row(acting: Acting, obstacle_id: UUID) -> Row:
    row = raised.row_seen(acting, obstacle_id)
    require_at_work(acting)
    if row["state"] == rules.SOLVED:
        raise Refusal("Kendala ini sudah selesai. Catat yang baru kalau muncul lagi.", code="already_closed")
    return row


def _require_next(level: str, to: str) -> None:
    following = rules.next_level(level)
    if following is None:
        raise Refusal(
            "Kendala ini sudah di tingkat kementerian, tidak ada tingkat di atasnya. Tunggu atau tutup kendalanya.",
            code="past_the_top",
        )
    if to != following:
        label = BY_NAME[_KIND]["level"].codes
        raise Refusal(
            "Kendala dikirim satu tingkat ke atas, yaitu ke %(level)s. Pilih tingkat itu.",
            code="not_the_next_level",
            level=label.label(following) if label else following,
        )


def _sent(row: Row, to: str, due_date: date | None, today: date) -> Values:
    fields = BY_NAME[_KIND]
    if due_date is None:
        raise FieldsRefused({"due_date": saving.unanswered(fields["due_date"].label)})
    if due_date < today:
        raise FieldsRefused({"due_date": saving.out_of_order(fields["due_date"].label, fields["sent_date"].label)})
    office = answering_office(to, row["region_code"])
    answering: dict[str, Value] = {
        "responsible": office.name if office else None,
        "responsible_id": office.id if office else None,
    }
    return {"level": to, "due_date": due_date, "sent_date": today, "state": rules.OPEN, **answering}


def _require(is_allowed: bool, template: str, code: str) -> None:
    if not is_allowed:
        raise NotAllowed(template, code=code)
