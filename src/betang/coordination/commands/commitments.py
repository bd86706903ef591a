"""How is something promised, proved, taken back, and closed when the data say that it was kept?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from betang.accounts import queries as accounts
from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.coordination.commands import saving
from betang.coordination.commands.obstacles import require_readable
from betang.coordination.commands.saving import File, Values
from betang.coordination.domain import commitments as rules
from betang.coordination.domain import evidence as frozen
from betang.coordination.domain.commitments import Recorded
from betang.coordination.domain.evidence import Evidence
from betang.coordination.domain.fields import BY_NAME, Kind
from betang.coordination.domain.metrics import MEASURES
from betang.coordination.queries import evidence, held, measuring, promised, raised
from betang.coordination.queries.scope import Row
from betang.journal import blobs
from betang.journal.domain.file_kinds import PAPERS, FileKind
from betang.journal.kept import VOID
from betang.kernel.errors import NotAllowed, Refusal
from betang.register.domain.parsing import FieldsRefused
from betang.register.queries import saved
from betang.register.queries.searching import ListFilters

_KIND = Kind.COMMITMENT
_UNSAID = frozenset(
    {"meeting", "obstacle", "status", "state", "proof", "proof_file", "proof_file_name", "closed_date", "closed_value",
     "evidence"}
)  # fmt: skip
_MEASURE = ("metric", "since_date", "threshold")


@dataclass(frozen=True, slots=True)
class CheckCounts:
    """What became of the promises that the data were asked about."""

    checked: int
    closed: int
    still_open: int
    unknown: int


def promise(
    acting: Acting, values: Mapping[str, object], *, meeting_id: UUID | None = None, obstacle_id: UUID | None = None
) -> UUID:
    """Who does what by when, and how it is told whether it was kept: by a proof, or measured from the data."""
    with transaction.atomic():
        said = saving.read(_KIND, values, unsaid=_UNSAID, needed=("text", "region_code", "due_date"))
        where, today = saving.place(said), timezone.localdate()
        require(acting, Ability.RAISE, where)
        require_at_work(acting)
        _fill(acting, said, meeting_id, obstacle_id, today)
        _require_measure(said, where)
        return saving.make(acting, _KIND, said, region_code=where)


def prove(acting: Acting, commitment_id: UUID, *, proof: str, file: File | None = None) -> None:
    """Attach what shows that it was kept; this closes it."""
    with transaction.atomic():
        row = _open_row(acting, commitment_id)
        _require(promised.may_prove(acting, row), row)
        if row["proof_kind"] == rules.MEASURED:
            raise Refusal(
                "Komitmen ini diukur dari data dan ditutup sendiri saat angkanya tercapai, tanpa bukti terlampir.",
                code="closed_by_the_data",
            )
        said = saving.read(_KIND, {"proof": proof}, unsaid=())
        said |= saving.file_values(file, "proof_file", allowed=PAPERS)
        if not said:
            raise FieldsRefused({"proof": saving.unanswered(BY_NAME[_KIND]["proof"].label)})
        said |= {"state": Recorded.KEPT.value, "closed_date": timezone.localdate()}
        saving.change(acting, _KIND, row, said, region_code=row["region_code"])


def cancel_commitment(acting: Acting, commitment_id: UUID, *, because: str) -> None:
    """A promise that no longer stands, with the reason. Only the agency that wrote it down."""
    with transaction.atomic():
        row = _open_row(acting, commitment_id)
        _require(promised.may_cancel(acting, row), row)
        if not because.strip():
            raise Refusal("Alasan belum diisi. Tulis mengapa komitmen ini dibatalkan.", code="unanswered")
        said: Values = {"state": Recorded.CANCELLED.value, "closed_date": timezone.localdate()}
        saving.change(acting, _KIND, row, said, region_code=row["region_code"], because=" ".join(because.split()))


def check_commitments(today: date | None = None) -> CheckCounts:
    """Ask the data about every open measured promise of this node's region; close what is reached, with evidence."""
    acting, day = accounts.operator(), today or timezone.localdate()
    rows = [row for row in promised.open_and_measured() if acting.covers(row["region_code"])]
    ends = [_check(acting, row, day) for row in rows]
    return CheckCounts(
        checked=len(ends),
        closed=ends.count(rules.Figure.REACHED),
        still_open=ends.count(rules.Figure.BELOW),
        unknown=ends.count(rules.Figure.UNKNOWN),
    )


def _check(acting: Acting, row: Row, today: date) -> rules.Figure:
    found = measuring.measured(row, today=today)
    figure = rules.figure(row["proof_kind"], measured=found.value, threshold=row["threshold"])
    if figure is not rules.Figure.REACHED:
        return figure
    told = evidence.evidence_of(row["id"], measuring.asked_of(row), due=row["due_date"], today=today)
    if told.value < told.threshold:
        return rules.Figure.BELOW  # only what can be shown counts
    _close(acting, row, told, today)
    return figure


def _close(acting: Acting, row: Row, told: Evidence, today: date) -> None:
    with transaction.atomic():
        said: Values = {
            "state": Recorded.KEPT.value,
            "closed_date": today,
            "closed_value": told.value,
            "evidence": blobs.keep(frozen.write(told), allowed={FileKind.EVIDENCE}),
        }
        because = "Diukur dari data"
        saving.change(acting, _KIND, row, said, region_code=row["region_code"], because=because, by_hand=False)


def withdraw_commitment(acting: Acting, commitment_id: UUID) -> None:
    """Take a promise back that was written down by mistake; it stays on record and is shown nowhere."""
    with transaction.atomic():
        row = promised.row_seen(acting, commitment_id)
        _require(promised.may_cancel(acting, row), row)
        require_at_work(acting)
        void: Values = {"status": VOID}
        saving.change(acting, _KIND, row, void, region_code=row["region_code"])


def _fill(acting: Acting, said: Values, meeting_id: UUID | None, obstacle_id: UUID | None, today: date) -> None:
    meeting = held.row_seen(acting, meeting_id) if meeting_id else None
    obstacle = raised.row_seen(acting, obstacle_id) if obstacle_id else None
    on = meeting["held_date"] if meeting else None
    said.setdefault("made_date", min(on or today, today))
    said |= {"meeting": meeting["id"]} if meeting else {}
    said |= {"obstacle": obstacle["id"]} if obstacle else {}
    if not said.get("responsible") and not said.get("responsible_id"):
        said["responsible_id"] = acting.agency_id
    saving.name_office(said, "responsible_id", "responsible", on=today)
    saving.not_after(said, _KIND, "made_date", today)
    saving.not_before(said, _KIND, "made_date", "due_date")
    saving.not_before(said, _KIND, "since_date", "due_date")


def _require_measure(said: Values, region_code: str) -> None:
    """A promise is measured where a figure is named, and then says which, since when and how much."""
    is_measured = bool(said.get("metric")) or said.get("proof_kind") == rules.MEASURED
    said["proof_kind"] = rules.MEASURED if is_measured else rules.PROVED
    if not is_measured:
        for name in (*_MEASURE, "filter", "source"):
            said.pop(name, None)
        return
    missing = {name: saving.unanswered(BY_NAME[_KIND][name].label) for name in _MEASURE if said.get(name) is None}
    if missing:
        raise FieldsRefused(missing)
    require_readable(said, region_code)
    _require_detail(said)


def _require_detail(said: Values) -> None:
    """What narrows a measure must be one of its codes, and only what is counted from the list has a filter."""
    measure = MEASURES[str(said["metric"])]
    text = str(said.get("source") or "")
    code = measure.detail.read(text) if measure.detail else None
    if text and code is None:
        offered = ", ".join(measure.detail.labels.values()) if measure.detail else "kosong"
        raise FieldsRefused({"source": _not_offered(offered)})
    said["source"] = code
    filters = saved.read_filter(str(said.get("filter") or ""))
    if not measure.is_of_list and filters != ListFilters(region_code=filters.region_code):
        raise FieldsRefused({"filter": _only_of_the_list()})


def _not_offered(offered: str) -> Refusal:
    return Refusal(
        "Rincian ukuran ini tidak dikenal. Pilih salah satu: %(offered)s.", code="not_a_choice", offered=offered
    )


def _only_of_the_list() -> Refusal:
    return Refusal(
        "Saringan menurut kondisi, umur, atau rumah hanya berlaku untuk keluarga yang didata. Kosongkan, atau pilih "
        "wilayahnya saja.",
        code="filter_not_of_this_measure",
    )


def _open_row(acting: Acting, commitment_id: UUID) -> Row:
    row = promised.row_seen(acting, commitment_id)
    require_at_work(acting)
    if row["state"] in (Recorded.KEPT, Recorded.CANCELLED):
        raise Refusal("Komitmen ini sudah ditutup. Buka halamannya untuk melihat buktinya.", code="already_closed")
    return row


def _require(is_allowed: bool, row: Row) -> None:
    if not is_allowed:
        raise NotAllowed(
            "Komitmen ini dibuktikan oleh penanggung jawabnya dan diubah oleh %(agency)s. Hubungi mereka.",
            code="not_the_owner",
            agency=row["agency"],
        )
