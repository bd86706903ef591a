"""Which homes came of an offer of help, and how did each look before and after?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from betang.accounts.queries import Acting
from betang.delivery.models import HomeMember, Photo
from betang.delivery.queries.homes import homes
from betang.delivery.queries.views import HomeFilters, HomeRow, Page
from betang.journal.kept import VOID

_BEFORE, _AFTER = ("0",), ("100", "SERAH TERIMA")


@dataclass(frozen=True, slots=True)
class Seen:
    """A home of an offer, with the first photo from before the work and the last from after it."""

    home: HomeRow
    before: UUID | None
    after: UUID | None


def homes_of_pledge(acting: Acting, pledge_id: UUID, page: int = 1) -> tuple[list[Seen], Page[HomeRow]]:
    """One page of them, what was heard of last first; whoever may not see a home is not told of it."""
    found = homes(acting, HomeFilters(pledge=pledge_id), page, per_page=20)
    photos = _photos(row.id for row in found.rows)
    return [_seen(row, photos.get(row.id, [])) for row in found.rows], found


def _seen(row: HomeRow, photos: Sequence[tuple[str, UUID]]) -> Seen:
    before = [photo for stage, photo in photos if stage in _BEFORE]
    after = [photo for stage, photo in photos if stage in _AFTER]
    return Seen(row, before[0] if before else None, after[-1] if after else None)


def _photos(wanted: Iterable[UUID]) -> Mapping[UUID, list[tuple[str, UUID]]]:
    """By home: stage and id of its photos, the oldest first."""
    members = HomeMember.objects.filter(home__in=list(wanted)).order_by("record")
    home_of = dict(members.values_list("record", "home"))
    photos = Photo.objects.filter(realisation__in=home_of).exclude(status=VOID)
    found: dict[UUID, list[tuple[str, UUID]]] = {}
    for photo in photos.order_by("taken_date", "created_at", "id"):
        home = home_of.get(photo.realisation) if photo.realisation else None
        if home is not None:
            found.setdefault(home, []).append((photo.stage or "", photo.id))
    return found
