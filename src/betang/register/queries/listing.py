"""Which families are on the list, those in most need first?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from betang.accounts.queries import Ability, Acting, require
from betang.journal import keyring
from betang.kernel import civil_numbers
from betang.kernel.names import search_words
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import is_within
from betang.register import indexing, scope
from betang.register.domain import condition, successor
from betang.register.domain.ages import Age, age_of, day_numbers
from betang.register.models import House, Listing, MatchKey, NameWord, Person
from betang.register.queries.numbers import masked
from betang.register.tables import Row

# A shorter word is looked up whole: its beginning alone would fit half of the list.
_PREFIX_LETTERS = 3
# From so many hits on, it is cheaper to walk the list in its order and ask of each family than to sort the hits.
_MANY = 3_000


@dataclass(frozen=True)
class ListFilters:
    """What to look for; an empty filter takes no part. `number` has keys of `number_keys`, so that no NIK travels."""

    text: str = ""
    mask: str = ""
    number: tuple[bytes, ...] = ()
    region_code: str = ""
    condition: int | None = None
    age: Age | None = None
    has_house: bool | None = None


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
    found, total = _found(acting, filters)
    pages = max(1, -(-total // per_page))
    number = min(max(1, page), pages)
    first = (number - 1) * per_page
    # First the ids, which an index gives in order, and then the rows of this one page.
    ids = list(found.order_by("need", "family_id").values_list("family_id", flat=True)[first : first + per_page])
    return Page(tuple(rows_of(ids)), number, pages, total)


def found_ids(acting: Acting, filters: ListFilters) -> list[UUID]:
    """Every family that fits, in the order of the list."""
    found, _ = _found(acting, filters)
    return list(found.order_by("need", "family_id").values_list("family_id", flat=True))


def number_keys(text: str) -> tuple[bytes, ...]:
    """The keys under which a whole NIK or KK number is found; empty for what is no number."""
    number = civil_numbers.clean(text)
    if civil_numbers.kk_doubt(number):
        return ()
    return tuple(keyring.keyed_tag(domain, number) for domain in ("nik", "member", "kk"))


def _found(acting: Acting, filters: ListFilters) -> tuple[QuerySet[Listing], int]:
    require(acting, Ability.SEE_RECORDS, acting.region_code)
    region_code = _narrower(acting.region_code, filters.region_code)
    if region_code is None:
        return Listing.objects.none(), 0
    found = _keyed(_in_condition_and_age(scope.listings(region_code), filters), filters)
    words = search_words(filters.text)
    if not words:
        return found, found.count()
    return _with_words(found, [_words_like(word, region_code) for word in words], is_alone=_is_alone(filters))


def _narrower(own: str, wanted: str) -> str | None:
    """The smaller of two regions, if one lies in the other; None if they have nothing in common."""
    if not wanted or is_within(own, wanted):
        return own
    return wanted if is_within(wanted, own) else None


def _in_condition_and_age(rows: QuerySet[Listing], filters: ListFilters) -> QuerySet[Listing]:
    first, end = day_numbers(filters.age, today=timezone.localdate()) if filters.age else (0, condition.DAYS)
    if filters.condition is not None:
        lowest = condition.need_range(filters.condition)[0]
        rows = rows.filter(need__gte=lowest + first, need__lt=lowest + end)
    elif filters.age:
        rows = rows.annotate(day=F("need") % condition.DAYS).filter(day__gte=first, day__lt=end)
    return rows if filters.has_house is None else rows.filter(has_house=filters.has_house)


def _keyed(rows: QuerySet[Listing], filters: ListFilters) -> QuerySet[Listing]:
    if filters.mask:
        parts = re.fullmatch(r"\s*(\d{4})\D+(\d{4})\s*", filters.mask, re.ASCII)
        rows = _with_keys(rows, [indexing.mask_key(parts[1], parts[2])] if parts else [])
    return _with_keys(rows, filters.number) if filters.number else rows


def _with_keys(rows: QuerySet[Listing], keys: Sequence[bytes]) -> QuerySet[Listing]:
    return rows.filter(family_id__in=MatchKey.objects.filter(key__in=keys).values("family_id"))


def _is_alone(filters: ListFilters) -> bool:
    return (
        not filters.mask
        and not filters.number
        and (filters.condition is None and filters.age is None and filters.has_house is None)
    )


def _words_like(word: str, region_code: str) -> QuerySet[NameWord]:
    like = Q(word__gte=word) if len(word) >= _PREFIX_LETTERS else Q(word=word)
    end = successor.after(word)
    if end is not None:
        like &= Q(word__lt=end)
    words = NameWord.objects.filter(like)
    return words if region_code == scope.NATION else words.filter(village_code__startswith=region_code)


def _with_words(
    rows: QuerySet[Listing], words: Sequence[QuerySet[NameWord]], *, is_alone: bool
) -> tuple[QuerySet[Listing], int]:
    fitting = rows
    for each in words:
        fitting = fitting.filter(family_id__in=each.values("family_id"))
    if len(words) == 1 and is_alone:
        total = words[0].values("family_id").distinct().count()
    else:
        total = fitting.count()
    if total < _MANY:
        return fitting, total
    for each in words:
        rows = rows.filter(Exists(each.filter(family_id=OuterRef("family_id"))))
    return rows, total


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
    parts = [
        house.get("address"),
        house.get("hamlet") and f"Dusun {house['hamlet']}",
        house.get("rt") and f"RT {house['rt']}",
        house.get("rw") and f"RW {house['rw']}",
    ]
    return ", ".join(str(part) for part in parts if part)
