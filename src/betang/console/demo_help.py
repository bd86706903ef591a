"""What does a company offer in the demo, and what becomes of it? The company and the homes are invented."""

from datetime import date, timedelta
from uuid import UUID

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.console.cast import OFFICERS, PEOPLE, SINTANG
from betang.console.demo_pictures import home_at
from betang.console.demo_targets import INVENTED
from betang.delivery import commands as delivery
from betang.planning import commands as planning
from betang.planning import queries as planning_queries

VILLAGE = "61.05.19.2001"
HOMES = 4
_DAYS_OLD = 80  # since work on the first home began


def is_there() -> bool:
    return bool(planning_queries.pledges(_donor()))


def enter(today: date) -> None:
    """An offer that the housing office took, of which one home is done, with photos; and one that waits."""
    taken = planning.offer_pledge(_donor(), _offer(HOMES, "Bahan saja; upah dari gotong royong", VILLAGE))
    officer = accounts.acting_as(OFFICERS[SINTANG])
    first, second, *_rest = delivery.accept_pledge(
        officer, taken, homes=HOMES, village_code=VILLAGE, note="Diterima untuk contoh"
    )
    begun = today - timedelta(days=_DAYS_OLD)
    for stage, after in (("0", 0), ("30", 30), ("100", 70)):
        _come_to(officer, first, stage, begun + timedelta(days=after))
    _come_to(officer, second, "0", today - timedelta(days=9))
    planning.offer_pledge(_donor(), _offer(6, "Rumah dekat jalan perusahaan", SINTANG))


def _offer(homes: int, conditions: str, region: str) -> dict[str, object]:
    return {
        "region_code": region,
        "work": "PENINGKATAN",
        "homes": homes,
        "conditions": conditions,
        "condition": 5,
        "note": INVENTED,
    }


def _come_to(officer: Acting, report: UUID, stage: str, on: date) -> None:
    """The stage, and a photo of it that the donor sees."""
    if stage != "0":
        delivery.advance(officer, report, stage=stage, on=on)
    content = home_at(stage, number=int(stage))
    delivery.add_photo(
        officer, report, stage=stage, content=content, taken_date=on, caption=f"Gambar rekaan, tahap {stage} %"
    )


def _donor() -> Acting:
    return accounts.acting_as(next(member.username for member in PEOPLE if member.role == "donor"))
