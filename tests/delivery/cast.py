"""Who reports homes, and where? The invented offices of planning, and the revenue office beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from betang.accounts.domain.acting import Acting
from betang.organisation import commands as organisation
from tests.planning.cast import LEBANG, SINTANG, Cast
from tests.planning.cast import open_offices as planners


@dataclass(frozen=True)
class Offices:
    """Maria builds houses, Dewi approves them, Hendra exempts them, Domi has the villages, Budi is elsewhere."""

    maria: Acting
    dewi: Acting
    hendra: Acting
    domi: Acting
    budi: Acting
    pt: Acting
    yosef: Acting
    planners: Cast


def open_offices() -> Offices:
    cast = planners()
    revenue = organisation.add_agency(name="Bapenda Rekaan Sintang", kind="revenue", region=SINTANG)
    hendra = Acting("hendra", "Hendra", revenue.id, revenue.name, revenue.kind, "data_officer", SINTANG)
    return Offices(cast.maria, cast.dewi, hendra, cast.domi, cast.budi, cast.pt, cast.yosef, cast)


def home(**more: object) -> Mapping[str, object]:
    """A home that is just begun."""
    return {"village_code": LEBANG, "work": "BARU", "source": "APBD KABUPATEN/KOTA", "stage": "0", **more}


def case(**more: object) -> Mapping[str, object]:
    """A case that was just applied for."""
    return {"village_code": LEBANG, "case_number": "PBG-610519-01", "applied_date": "2 Juni 2025", **more}
