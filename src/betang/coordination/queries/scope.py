"""Which meetings, obstacles and promises does somebody get to see?"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from betang.accounts.queries import Ability, Acting, require
from betang.coordination.models import Attendance, Commitment, Invitation, Meeting, Obstacle
from betang.journal import blobs
from betang.journal.kept import VOID
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import NATION

_PROVINCE = 2  # letters of a province's code
_ENDS = (_PROVINCE, 5, 8, 13)  # how long the codes of each level are
Row = Mapping[str, Any]  # Any: as Django gives a row, each column has its own type


def meetings_seen(acting: Acting) -> QuerySet[Meeting]:
    """Those of the person's region, and those that their agency called, holds, was asked to or came to."""
    require(acting, Ability.SEE_PROGRAMME, acting.region_code)
    invited = Invitation.objects.exclude(status=VOID).filter(invited_id=acting.agency_id)
    came = Attendance.objects.exclude(status=VOID).filter(office_id=acting.agency_id)
    own = Q(agency_id=acting.agency_id) | Q(id__in=invited.values("meeting")) | Q(id__in=came.values("meeting"))
    return Meeting.objects.exclude(status=VOID).filter(inside(acting.region_code) | own)


def obstacles_seen(acting: Acting) -> QuerySet[Obstacle]:
    """Those of the person's region, those that their agency raised or answers, and those of a meeting that they see."""
    own = Q(raised_by_id=acting.agency_id) | _own(acting)
    return Obstacle.objects.exclude(status=VOID).filter(own)


def commitments_seen(acting: Acting) -> QuerySet[Commitment]:
    """Those of the person's region, those that their agency wrote down or keeps, and those of a meeting they see."""
    return Commitment.objects.exclude(status=VOID).filter(_own(acting))


def inside(region_code: str) -> Q:
    """Everything of a region or a part of it. Never an empty condition: beside another one that would mean nothing."""
    if region_code == NATION:
        return Q(pk__isnull=False)
    return Q(region_code=region_code) | Q(region_code__startswith=f"{region_code}.")


def not_found() -> Refusal:
    """The answer for what is not there, and for what is somebody else's."""
    return Refusal("Catatan ini tidak ada, atau di luar wilayah Anda.", code="not_found")


def region_asked(acting: Acting, region_code: str) -> str:
    """The region asked for, by default the person's own. One outside it is answered as one that does not exist."""
    where = region_code or acting.region_code
    if not acting.covers(where):
        raise not_found()
    return where


def text(row: Row, *names: str) -> dict[str, Any]:
    """These fields of a row, empty where nothing is known."""
    return {name: row[name] or "" for name in names}


def as_known(row: Row, *names: str) -> dict[str, Any]:
    """These fields of a row as they are."""
    return {name: row[name] for name in names}


def is_here(name: str | None) -> bool:
    """Whether the file that a record names, if it names one, has come here."""
    return bool(name) and blobs.is_here(str(name))


def places(rows: Sequence[Row]) -> dict[str, str]:
    """Where these rows are, as people say it: "Ketungau Hulu, Sintang"; the province only for itself."""
    codes = {row["region_code"] for row in rows}
    chains = {code: [code[:end] for end in _ENDS if end <= len(code)] for code in codes}
    names = organisation.names(part for chain in chains.values() for part in chain)
    return {code: _place(code, chain, names) for code, chain in chains.items()}


def _place(code: str, chain: Sequence[str], names: Mapping[str, str]) -> str:
    said = [names[part] for part in reversed(chain) if part in names and (len(part) > _PROVINCE or part == code)]
    return ", ".join(said) or code


def titles(meetings: set[UUID]) -> dict[UUID, str]:
    """The titles of meetings by id."""
    rows = Meeting.objects.filter(id__in=meetings).order_by("id").values_list("id", "title")
    return {entity: title or "" for entity, title in rows}


def _own(acting: Acting) -> Q:
    own = Q(agency_id=acting.agency_id) | Q(responsible_id=acting.agency_id)
    return inside(acting.region_code) | own | Q(meeting__in=meetings_seen(acting).values("id"))
