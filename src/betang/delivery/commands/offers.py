"""How do homes to deliver come of an offer of help?"""

from uuid import UUID

from django.db import transaction

from betang.accounts import recording
from betang.accounts.queries import Acting
from betang.delivery.commands.saving import deed_in, keep, place
from betang.delivery.domain.fields import RECORD_TYPES, Kind
from betang.journal.commands import Change
from betang.journal.domain.records import Value
from betang.kernel.errors import Refusal
from betang.organisation.domain.regions import is_within
from betang.planning import commands as planning
from betang.planning import queries as planning_queries
from betang.planning.domain.pledges import ACCEPTED, SOURCE_OF
from betang.register.domain.parsing import FieldsRefused

_MOST_HOMES = 1_000  # of one offer: more is a programme, and wants a list


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
