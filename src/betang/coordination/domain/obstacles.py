"""Where does an obstacle lie, and where does the system suggest to send it?"""

from datetime import date

from betang.coordination.domain.codes import LEVEL
from betang.organisation.domain.agencies import AgencyKind
from betang.organisation.domain.regions import NATION

OPEN, IN_HAND, SOLVED = "TERBUKA", "DITANGANI", "SELESAI"
REGENCY, PROVINCE, BALAI, MINISTRY = LEVEL.codes

# Which kind of office answers at a level.
OFFICE_OF = {
    REGENCY: AgencyKind.HOUSING,
    PROVINCE: AgencyKind.PROVINCE,
    BALAI: AgencyKind.BALAI,
    MINISTRY: AgencyKind.MINISTRY,
}


def level_of(region_code: str) -> str:
    """Where an obstacle of a region lies, if nobody says otherwise."""
    if region_code == NATION:
        return MINISTRY
    return REGENCY if "." in region_code else PROVINCE


def next_level(level: str) -> str | None:
    """The level above; None above the ministry."""
    place = LEVEL.codes.index(level) + 1
    return LEVEL.codes[place] if place < len(LEVEL.codes) else None


def is_answered(answered: date | None, sent: date | None) -> bool:
    """Whether the level where it lies has answered: an answer from before it was sent up is another level's."""
    return answered is not None and (sent is None or answered >= sent)


def suggested_level(
    level: str, *, state: str, due: date | None, sent: date | None, answered: date | None, today: date
) -> str | None:
    """The next level, when the day has passed and nobody has answered."""
    if state == SOLVED or due is None or today <= due or is_answered(answered, sent):
        return None
    return next_level(level)
