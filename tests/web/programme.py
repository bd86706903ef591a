"""Which targets, homes, cases, meetings and promises do the addresses of the programme name? All are invented.

They are of Sintang; one meeting is called for the province, and Sintang's Disperakim and Bapenda were there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from betang.coordination import commands as coordination
from betang.delivery import commands as delivery
from betang.figures import commands as figures
from betang.journal import queries as journal
from betang.organisation import queries as offices
from betang.planning import commands as planning
from tests.journeys import cast
from tests.journeys.cast import NANGA_LEBANG, SINTANG, acting

PDF = b"%PDF-1.7\n% contoh"
JPEG = b"\xff\xd8\xff\xe0 contoh"
PBG, BPHTB = "PBG-610519-01", "BPHTB-610519-01"
BASE = {"village_code": NANGA_LEBANG, "work": "BARU", "source": "APBD KABUPATEN/KOTA", "stage": "0"}


@dataclass(frozen=True)
class Plans:
    """A target whose proposed number waits for a decision, and its notes; money, figures of others, two offers."""

    target: UUID
    proposal: str
    both: str
    purse: UUID
    statement: UUID
    offer: UUID
    taken: UUID


@dataclass(frozen=True)
class Homes:
    """Homes by what they hang on, a photo of the donor's, two cases, and the notes that forms of these send along.

    A number without a list, and a decision about the home of the BPHTB case and that of Dana Desa.
    """

    plain: UUID
    pbg: UUID
    bphtb: UUID
    dana_desa: UUID
    given: UUID
    photo: UUID
    case_pbg: UUID
    case_bphtb: UUID
    number: UUID
    judged: UUID
    seen: str
    seen_pbg: str
    seen_bphtb: str


@dataclass(frozen=True)
class Talks:
    """A meeting of the province with a file on its agenda, one of Sintang, what stands in the way, what is promised."""

    meeting: UUID
    item: UUID
    own: UUID
    obstacle: UUID
    commitment: UUID


@dataclass(frozen=True)
class Programme:
    """All of it."""

    plans: Plans
    homes: Homes
    talks: Talks


def made() -> Programme:
    """Everybody does their deed. Of Landak the law names a purse, so that it is there."""
    cast.region("61.08", "Landak").save()
    plans = _plans()
    return Programme(plans, _homes(plans), _talks())


def _plans() -> Plans:
    maria, tika = acting("maria"), acting("tika")
    target = planning.set_target(
        maria, year=2025, region_code=SINTANG, source="BSPS", values={"proposed_homes": "120"}, because="Usulan",
        decree=("SK Bupati.pdf", PDF),
    )  # fmt: skip
    planning.set_target(
        acting("fransiska"), year=2025, region_code=SINTANG, source="BSPS", values={"proposed_homes": "90"},
        because="Dihitung lagi",
    )  # fmt: skip
    waiting = journal.standing(target)["proposed_homes"].others[0].commit
    purse = planning.set_purse(
        maria, year=2025, region_code=SINTANG, source="APBD KABUPATEN/KOTA", values={"cap_rupiah": "20000000"},
        because="APBD",
    )  # fmt: skip
    offer, taken = (planning.offer_pledge(tika, {**OFFER, "homes": homes}) for homes in ("2", "1"))
    return Plans(
        target, f"{waiting.stream.hex()}.{waiting.seq}", journal.seen_all(target, "proposed_homes"), purse,
        figures.publish(maria, ABOUT, [{"region_code": SINTANG, "subject": "RTLH", "homes": "8266"}]), offer, taken,
    )  # fmt: skip


OFFER: Mapping[str, str] = {"region_code": SINTANG, "work": "BARU"}
ABOUT: Mapping[str, str] = {"title": "RTLH 2024", "publisher": "Situs rekaan", "as_of_year": "2024"}


def _homes(plans: Plans) -> Homes:
    maria = acting("maria")
    (given,) = delivery.accept_pledge(maria, plans.taken, homes=1, village_code=NANGA_LEBANG, note="Terima kasih")
    photo = delivery.add_photo(
        maria, given, stage="0", content=JPEG, taken_date=date(2025, 6, 2), caption="Sebelum dikerjakan"
    )
    plain, pbg, bphtb = (_reported("maria", case_number=number) for number in ("", PBG, BPHTB))
    case_pbg = delivery.report_case(acting("dewi"), a_case(PBG))
    case_bphtb = delivery.report_case(acting("hendra"), a_case(BPHTB))
    dana_desa = _reported("domi", source="DANA DESA")
    judged = delivery.judge(maria, bphtb, dana_desa, verdict="DUA RUMAH", reason="Beda dusun")
    return Homes(
        plain, pbg, bphtb, dana_desa, given, photo, case_pbg, case_bphtb, delivery.report_number(maria, NUMBER), judged,
        *map(journal.seen, (plain, case_pbg, case_bphtb)),
    )  # fmt: skip


NUMBER: Mapping[str, str] = {
    "region_code": SINTANG, "month": "2025-06-01", "source": "BSPS", "stage": "100", "homes": "7",
}  # fmt: skip


def _reported(by: str, **more: str) -> UUID:
    return delivery.report_home(acting(by), {**BASE, **more}).id


def a_case(number: str) -> dict[str, str]:
    """A case that was just applied for."""
    return {"village_code": NANGA_LEBANG, "case_number": number, "applied_date": "2 Juni 2025"}


def _talks() -> Talks:
    fransiska, maria = acting("fransiska"), acting("maria")
    meeting = coordination.call_meeting(fransiska, {**MEETING, "region_code": "61"})
    item = coordination.add_agenda(fransiska, meeting, {"title": "Paparan"}, file=("paparan.pdf", PDF))
    coordination.invite(fransiska, meeting, {"invited_id": _office("Disperakim Kabupaten Sintang")})
    came = {"name": "Kepala Bidang", "office_id": _office("Bapenda Kabupaten Sintang")}
    coordination.attend(fransiska, meeting, came)
    own = coordination.call_meeting(maria, {**MEETING, "region_code": SINTANG})
    obstacle = coordination.raise_obstacle(maria, {**OBSTACLE, "responsible_id": _office("DPMD Kabupaten Sintang")})
    due = timezone.localdate() + timedelta(days=30)
    promised = {"text": "Tarif nol disahkan", "region_code": SINTANG, "due_date": due}
    commitment = coordination.promise(maria, promised | {"responsible_id": _office("Bapenda Kabupaten Sintang")})
    return Talks(meeting, item, own, obstacle, commitment)


MEETING: Mapping[str, str] = {"title": "Rapat koordinasi", "held_date": "12 Juni 2025"}
OBSTACLE: Mapping[str, str] = {"topic": "REGULASI", "text": "Tanah adat belum bersurat", "region_code": SINTANG}


def _office(name: str) -> UUID:
    return offices.agency_named(name).id
