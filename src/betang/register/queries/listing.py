"""What does a page of the list show?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from betang.accounts.queries import Acting
from betang.organisation import queries as organisation
from betang.register.domain import addresses, condition
from betang.register.domain.ages import Age, age_of
from betang.register.models import House, Listing, Person
from betang.register.queries.numbers import masked
from betang.register.queries.searching import ListFilters, fitting
from betang.register.tables import Row


@dataclass(frozen=True)
class ListRow:
    """A family on the list. `nik` is masked; `condition` is 0 where unknown, else 1 (layak) to 5 (tidak layak)."""

    family_id: UUID
    house_id: UUID | None
    head_id: UUID | None
    head_name: str
    nik: str
    address: str
    village_code: str
    place: str
    condition: int
    condition_label: str
    assessed_date: date | None
    observed_date: date | None
    age: Age
    has_house: bool
    status: str | None


@dataclass(frozen=True)
class Page:
    """One numbered page, from 1; `total` counts all rows of the list."""

    rows: tuple[ListRow, ...]
    number: int
    pages: int
    total: int


def listing(acting: Acting, filters: ListFilters, page: int = 1, per_page: int = 50) -> Page:
    """The families in the person's region that fit all filters: worst condition first, then oldest data."""
    found = fitting(acting, filters)
    pages = max(1, -(-found.total // per_page))
    number = min(max(1, page), pages)
    # First the ids, which an index gives in order, and then the rows of this one page.
    ids = found.stretch((number - 1) * per_page, number * per_page)
    return Page(tuple(rows_of(ids)), number, pages, found.total)


def rows_of(families: Sequence[UUID]) -> list[ListRow]:
    """The list's rows for these families, in this order."""
    listed = Listing.objects.in_bulk(list(families))
    heads = Person.objects.filter(id__in=[row.head_id for row in listed.values()])
    niks: dict[UUID | None, bytes | memoryview | None] = dict(heads.values_list("id", "nik"))
    homes = House.objects.filter(id__in=[row.house_id for row in listed.values()])
    addresses = homes.values("id", "address", "hamlet", "rt", "rw")
    houses: dict[UUID | None, Row] = {row["id"]: row for row in addresses}
    places = places_of(row.village_code for row in listed.values())
    today = timezone.localdate()
    rows = [listed[each] for each in families if each in listed]
    return [
        _row(
            row,
            masked(niks.get(row.head_id)),
            houses.get(row.house_id, {}),
            places[row.village_code],
            today,
        )
        for row in rows
    ]


def places_of(codes: Iterable[str]) -> dict[str, str]:
    """For each code its name and its district's: "Nanga Mau, Kayan Hilir"."""
    wanted = set(codes)
    names = organisation.names({part for code in wanted for part in (code, code[:8])})
    parts = {code: dict.fromkeys((code, code[:8])) for code in wanted}
    return {code: ", ".join(names[part] for part in parts[code] if part in names) for code in wanted}


def _row(row: Listing, nik: str, house: Row, place: str, today: date) -> ListRow:
    return ListRow(
        family_id=row.family_id,
        house_id=row.house_id,
        head_id=row.head_id,
        head_name=row.head_name or "",
        nik=nik,
        address=address_of(house),
        village_code=row.village_code,
        place=place,
        condition=row.condition,
        condition_label=condition.label(row.condition),
        assessed_date=row.assessed_date,
        observed_date=row.observed_date,
        age=age_of(row.observed_date, today=today),
        has_house=row.has_house,
        status=row.status,
    )


def address_of(house: Row) -> str:
    """An address in one line, of the parts that are known."""
    return ", ".join(str(part) for part in (house.get("address"), addresses.of_parts(house)) if part)
