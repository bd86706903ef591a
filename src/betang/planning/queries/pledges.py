"""Who offers to help where, and which villages would an offer fit?"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from betang.accounts.queries import Ability, Acting, require
from betang.journal.kept import VOID
from betang.kernel.errors import NotAllowed
from betang.organisation import queries as organisation
from betang.planning.domain import pledges as offers
from betang.planning.domain.pledges import PledgeState, Standing
from betang.planning.domain.purses import upwards
from betang.planning.models import Pledge
from betang.planning.queries.scope import not_found, touching
from betang.register.queries.by_village import families_by_village

Row = Mapping[str, Any]  # Any: as Django gives a row, each column has its own type


@dataclass(frozen=True, slots=True)
class PledgeView:
    """An offer of help and where it stands. `source` is the money that its homes are counted under."""

    id: UUID
    agency_id: UUID
    agency: str
    donor_kind: str
    source: str
    region_code: str
    place: str
    work: str
    homes: int | None
    amount_rupiah: int | None
    conditions: str | None
    condition: int | None
    valid_until: date | None
    withdrawn_date: date | None
    answer: str | None
    answer_note: str | None
    answered_date: date | None
    note: str | None
    created_at: datetime
    state: PledgeState


@dataclass(frozen=True, slots=True)
class FittingVillage:
    """A village with at least so many families that an offer would fit, in fives; None for fewer than five."""

    village_code: str
    place: str
    families: int | None


def pledges(acting: Acting) -> list[PledgeView]:
    """A donor's own offers; for an office those for its region, a part of it or a region around it. Newest first.

    The office of the villages is told of those of the villages; who has nothing to do with offers, of none.
    """
    rows: list[Row] = list(_seen(acting).order_by("-created_at", "id").values())
    places = organisation.names(part for row in rows for part in upwards(row["region_code"]))
    today = timezone.localdate()
    return [_view(row, places, today) for row in rows]


def pledge(acting: Acting, pledge_id: UUID) -> PledgeView:
    """One of these offers; any other is answered as one that does not exist."""
    row: Row | None = _seen(acting).filter(pk=pledge_id).order_by("id").values().first()
    if row is None:
        raise not_found()
    return _view(row, organisation.names(upwards(row["region_code"])), timezone.localdate())


def is_donor(acting: Acting) -> bool:
    """Whether somebody gives of their own, and so sees only their own offers."""
    return acting.may(Ability.PLEDGE)


def require_reader(acting: Acting) -> None:
    """Raise `NotAllowed` for who has nothing to do with offers."""
    if not is_donor(acting):
        require(acting, Ability.SEE_PROGRAMME, acting.region_code)
        if acting.agency_kind not in offers.OFFERS_OF:
            raise NotAllowed(
                "Tawaran bantuan dibaca penyumbangnya, dinas perumahan, DPMD, provinsi, balai, dan kementerian.",
                code="not_of_this_office",
            )


def may_offer(acting: Acting) -> bool:
    """Whether somebody may offer help: a donor, or the office of the villages in their name."""
    return acting.may(Ability.PLEDGE) or (
        offers.DONOR_OF.get(acting.agency_kind) == "DESA" and acting.may(Ability.REPORT_HOMES)
    )


def may_answer(acting: Acting, region_code: str) -> bool:
    """Whether somebody may take or refuse an offer for this region."""
    return acting.may(Ability.PLAN) and acting.agency_kind in offers.ANSWERING and acting.covers(region_code)


def villages_that_fit(acting: Acting, *, region_code: str, condition: int | None) -> list[FittingVillage]:
    """Villages with families in a home of this condition (1 to 5; None: of any), most families first, the few last.

    For donors and offices alike: no name, and no count from which one below five could be told.
    """
    if not acting.may(Ability.PLEDGE):
        require(acting, Ability.SEE_PROGRAMME, acting.region_code)
    if not acting.covers(region_code):
        raise not_found()
    counts = families_by_village(region_code, condition=condition)
    places = organisation.names(part for code in counts for part in upwards(code)[:3])
    found = [FittingVillage(code, _place(code, places), offers.told(number)) for code, number in counts.items()]
    return sorted(found, key=lambda each: (-(each.families or 0), each.place, each.village_code))


def _seen(acting: Acting) -> QuerySet[Pledge]:
    rows = Pledge.objects.exclude(status=VOID)
    if acting.may(Ability.PLEDGE):
        return rows.filter(agency_id=acting.agency_id)
    require(acting, Ability.SEE_PROGRAMME, acting.region_code)
    if acting.agency_kind not in offers.OFFERS_OF:
        return rows.none()
    donor_kind = offers.OFFERS_OF[acting.agency_kind]
    of_region = rows.filter(touching(acting.region_code))
    return of_region.filter(donor_kind=donor_kind) if donor_kind else of_region


def _view(row: Row, places: Mapping[str, str], today: date) -> PledgeView:
    code, donor_kind = row["region_code"], row["donor_kind"]
    standing = Standing(row["answer"], row["withdrawn_date"], row["valid_until"])
    of_row = {each.name: row[each.name] for each in fields(PledgeView) if each.name in row}
    return PledgeView(
        **of_row,
        source=offers.SOURCE_OF[donor_kind],
        place=_place(code, places),
        state=offers.state(standing, today=today),
    )


def _place(code: str, places: Mapping[str, str]) -> str:
    """ "Nanga Lebang, Kelam Permai, Sintang"; a province or the nation only for itself."""
    chain = [part for part in upwards(code) if len(part) > 2 or part == code]
    return ", ".join(places[part] for part in chain if part in places) or code
