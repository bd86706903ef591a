"""Where does an offer of help stand, and what may still be done with it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from betang.kernel.errors import Refusal
from betang.organisation.domain.agencies import AgencyKind

ACCEPTED, REFUSED = "DITERIMA", "DITOLAK"
FEWEST_SHOWN = 5  # a smaller count of families could be traced to one of them


class PledgeState(StrEnum):
    """An answer or a withdrawal is for good; an offer that nobody answered in time has run out."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS: Mapping[PledgeState, str] = MappingProxyType(
    {
        PledgeState.OPEN: "Menunggu jawaban",
        PledgeState.ACCEPTED: "Diterima",
        PledgeState.REFUSED: "Ditolak",
        PledgeState.WITHDRAWN: "Ditarik",
        PledgeState.EXPIRED: "Lewat waktu",
    }
)
# What stands in the way of answering or withdrawing an offer that is no longer open; msgids.
WHY_CLOSED: Mapping[PledgeState, str] = MappingProxyType(
    {
        PledgeState.ACCEPTED: "Tawaran ini sudah diterima. Lihat rumah yang dikerjakan dari tawaran ini.",
        PledgeState.REFUSED: "Tawaran ini sudah ditolak. Penyumbang dapat membuat tawaran baru.",
        PledgeState.WITHDRAWN: "Tawaran ini sudah ditarik penyumbangnya.",
        PledgeState.EXPIRED: "Masa berlaku tawaran ini sudah lewat. Minta penyumbang membuat tawaran baru.",
    }
)
# Whose money an offer is: which donor each kind of office is, and from which source its homes are then counted.
DONOR_OF: Mapping[str, str] = MappingProxyType(
    {
        AgencyKind.COMPANY: "PERUSAHAAN",
        AgencyKind.ZAKAT: "BAZNAS",
        AgencyKind.FOUNDATION: "YAYASAN",
        AgencyKind.VILLAGES: "DESA",
    }
)
SOURCE_OF: Mapping[str, str] = MappingProxyType(
    {"PERUSAHAAN": "CSR", "BAZNAS": "BAZNAS", "YAYASAN": "CSR", "DESA": "DANA DESA"}
)
# Who may answer an offer for its region.
ANSWERING = frozenset({AgencyKind.HOUSING, AgencyKind.PROVINCE, AgencyKind.BALAI})
# Which offers an office has to do with at all; None for all of its region. Permits, taxes and statistics have none.
OFFERS_OF: Mapping[str, str | None] = MappingProxyType(
    {
        AgencyKind.HOUSING: None,
        AgencyKind.PROVINCE: None,
        AgencyKind.BALAI: None,
        AgencyKind.MINISTRY: None,
        AgencyKind.VILLAGES: "DESA",
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides where an offer stands."""

    answer: str | None
    withdrawn_date: date | None
    valid_until: date | None


def state(offer: Standing, *, today: date) -> PledgeState:
    """Where the offer stands today."""
    if offer.withdrawn_date is not None:
        return PledgeState.WITHDRAWN
    if offer.answer is not None:
        return PledgeState.ACCEPTED if offer.answer == ACCEPTED else PledgeState.REFUSED
    if offer.valid_until is not None and offer.valid_until < today:
        return PledgeState.EXPIRED
    return PledgeState.OPEN


def require_open(now: PledgeState) -> None:
    """Raise `Refusal` for an offer with which nothing can be done any more."""
    if now is not PledgeState.OPEN:
        raise Refusal(WHY_CLOSED[now], code=f"pledge_{now}")


def told(families: int) -> int | None:
    """A count as outsiders may see it: None for one that is too small, else rounded down to fives, so that no count of
    few comes out when others are taken from the whole."""
    return families - families % FEWEST_SHOWN if families >= FEWEST_SHOWN else None
