"""How is help offered, taken back and answered?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from betang.accounts.queries import Acting, require_at_work
from betang.journal.domain.records import Value
from betang.kernel.errors import NotAllowed, Refusal
from betang.planning import queries
from betang.planning.commands import saving
from betang.planning.domain import pledges as offers
from betang.planning.domain.fields import BY_NAME, Kind
from betang.planning.queries import PledgeView
from betang.register.domain.parsing import FieldsRefused, read_fields

_PLEDGE = Kind.PLEDGE
_SAID = frozenset({"region_code", "work", "homes", "amount_rupiah", "conditions", "condition", "valid_until", "note"})


def offer_pledge(acting: Acting, values: Mapping[str, object]) -> UUID:
    """Offer help for a place: how many homes or how much money, which work, on which conditions, until when.

    Whose money it is follows from the office. Raises `FieldsRefused`, and `NotAllowed` for who is no donor, nor the
    office of the villages.
    """
    with transaction.atomic():
        donor_kind = _require_donor(acting)
        today = timezone.localdate()
        require_at_work(acting)
        said = _said(values, today=today)
        where = str(said["region_code"])
        _require_covered(acting, where)
        said["donor_kind"] = donor_kind
        return saving.make(acting, _PLEDGE, said, region_code=where, because="Tawaran bantuan").id


def withdraw_pledge(acting: Acting, pledge_id: UUID) -> None:
    """Take an own offer back that nobody has answered. Raises `Refusal` for one that is no longer open."""
    with transaction.atomic():
        found = queries.pledge(acting, pledge_id)
        _require_own(acting, found)
        require_at_work(acting)
        offers.require_open(found.state)
        withdrawn: dict[str, Value] = {"withdrawn_date": timezone.localdate()}
        saving.change(
            acting, _PLEDGE, pledge_id, withdrawn, region_code=found.region_code, because="Ditarik penyumbang"
        )


def answer_pledge(acting: Acting, pledge_id: UUID, *, answer: str, note: str) -> PledgeView:
    """Take or refuse an offer, for the housing office, the province or the balai of its region.

    An offer is taken through `delivery.commands.accept_pledge`, which makes homes to deliver of it. A refusal says why.
    """
    with transaction.atomic():
        found = queries.pledge(acting, pledge_id)
        _require_answering(acting, found)
        require_at_work(acting)
        offers.require_open(found.state)
        said = read_fields(BY_NAME[_PLEDGE], {"answer": answer, "answer_note": note})
        if said["answer"] is None:
            raise FieldsRefused({"answer": saving.unanswered(BY_NAME[_PLEDGE]["answer"])})
        if said["answer"] == offers.REFUSED and said["answer_note"] is None:
            raise FieldsRefused({"answer_note": saving.unanswered(BY_NAME[_PLEDGE]["answer_note"])})
        said["answered_date"] = timezone.localdate()
        saving.change(
            acting, _PLEDGE, pledge_id, said, region_code=found.region_code, because=str(said["answer_note"] or "")
        )
        return queries.pledge(acting, pledge_id)


def _said(given: Mapping[str, object], *, today: date) -> dict[str, Value]:
    saving.require_known(given, _SAID)
    fields = BY_NAME[_PLEDGE]
    read = read_fields(fields, given)
    missing = [name for name in ("region_code", "work") if read.get(name) is None]
    if missing:
        raise FieldsRefused({name: saving.unanswered(fields[name]) for name in missing})
    if not read.get("homes") and not read.get("amount_rupiah"):
        raise FieldsRefused({"homes": Refusal("Isi jumlah rumah atau nilai tawaran.", code="no_homes_or_amount")})
    until = read.get("valid_until")
    if isinstance(until, date) and until < today:
        raise FieldsRefused({"valid_until": _passed(fields["valid_until"].label)})
    return read | {"region_code": saving.region_code_of(str(read["region_code"]))}


def _require_donor(acting: Acting) -> str:
    if not queries.may_offer(acting):
        raise NotAllowed(
            "Tawaran dibuat oleh penyumbang: perusahaan, Baznas, atau yayasan, dan oleh DPMD untuk desa.",
            code="not_a_donor",
        )
    return offers.DONOR_OF[acting.agency_kind]


def _require_own(acting: Acting, found: PledgeView) -> None:
    if found.agency_id != acting.agency_id or not queries.may_offer(acting):
        raise NotAllowed("Tawaran hanya dapat ditarik oleh %(agency)s.", code="not_the_donor", agency=found.agency)


def _require_answering(acting: Acting, found: PledgeView) -> None:
    if not queries.may_answer(acting, found.region_code):
        raise NotAllowed(
            "Tawaran untuk %(place)s dijawab dinas perumahan, provinsi, atau balai yang membawahinya.",
            code="not_the_answering_office",
            place=found.place,
        )


def _require_covered(acting: Acting, region_code: str) -> None:
    if not acting.covers(region_code):
        raise NotAllowed(
            "Wilayah %(region)s di luar wilayah tugas Anda. Hubungi kantor yang membawahinya.",
            code="region_not_covered",
            region=region_code,
        )


def _passed(label: str) -> Refusal:
    return Refusal("%(label)s sudah lewat. Pilih tanggal yang akan datang.", code="already_passed", label=label)
