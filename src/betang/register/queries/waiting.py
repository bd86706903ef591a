"""Which families have a value that waits for the owner's decision, on themselves, their home or a visit?"""

from uuid import UUID

from betang.journal import queries as journal
from betang.register import scope
from betang.register.models import AidReceived, Assessment, Listing, Person

MOST = 300  # entities looked at; whoever has more to decide begins with those on which most values wait


def families_waiting(region_code: str) -> set[UUID]:
    """The families within a region that somebody should look at; no more than `MOST` records are followed."""
    within = region_code if region_code == scope.NATION else scope.partition_of(region_code)
    entities = [entity for entity, _kind, _count in journal.open_entities(within, limit=MOST)]
    return _own(entities) | _of_homes(entities)


def _own(entities: list[UUID]) -> set[UUID]:
    families = set(Listing.objects.filter(family_id__in=entities).values_list("family_id", flat=True))
    for table in (Person, AidReceived, Assessment):
        rows = table.objects.filter(id__in=entities).values_list("family", flat=True)
        families |= {family for family in rows if family is not None}
    return families


def _of_homes(entities: list[UUID]) -> set[UUID]:
    visited = Assessment.objects.filter(id__in=entities, house__isnull=False).values_list("house", flat=True)
    homes = Listing.objects.filter(house_id__in={*entities, *visited})
    return set(homes.values_list("family_id", flat=True))
