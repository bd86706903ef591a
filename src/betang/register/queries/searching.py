"""Which families fit the filters of a list, and how many are they?

SQLite keeps no statistics unless told to, so no choice is left to its planner: every query here has one index that it
can be answered from, and is built for that index.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from betang.accounts.queries import Ability, Acting, require
from betang.journal import keyring
from betang.kernel import civil_numbers
from betang.kernel.names import search_words
from betang.organisation.domain.regions import is_within
from betang.register import indexing, scope
from betang.register.domain import condition, successor
from betang.register.domain.ages import Age, day_numbers
from betang.register.models import Listing, MatchKey, NameWord
from betang.register.queries.waiting import families_waiting

# A shorter word is looked up whole: its beginning alone would fit half of the list.
_PREFIX_LETTERS = 3
# From so many hits on, it is cheaper to walk the list in its order and ask of each family than to sort the hits.
_MANY = 3_000
# Of numbers that look alike behind their mask, so many are looked at; there are ten thousand endings.
_ALIKE = 1_000
_IN_ORDER = ("need", "has_house", "family_id")
M = TypeVar("M", Listing, NameWord)


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
    is_waiting: bool = False  # only families on which a value waits beside the shown one


@dataclass(frozen=True)
class Fitting:
    """The families that fit, in the order of the list: how many, and a stretch of them."""

    total: int
    rows: QuerySet[Listing] | QuerySet[NameWord]

    def stretch(self, first: int, end: int) -> list[UUID]:
        """The families from place `first` up to, not including, `end`; read from whichever end is nearer."""
        in_order = self.rows.order_by(*_IN_ORDER).values_list(*_IN_ORDER).distinct()
        last = min(end, self.total)
        if first <= self.total // 2:
            return [family for _, _, family in in_order[first:last]]
        from_the_end = list(in_order.reverse()[self.total - last : self.total - first])
        return [family for _, _, family in reversed(from_the_end)]


def fitting(acting: Acting, filters: ListFilters) -> Fitting:
    """The families in the person's region that fit all filters: worst condition first, then oldest data."""
    require(acting, Ability.SEE_RECORDS, acting.region_code)
    region_code = _narrower(acting.region_code, filters.region_code)
    if region_code is None:
        return Fitting(0, Listing.objects.none())
    words = search_words(filters.text)
    if filters.mask or filters.number:
        return _of_list(_with_keys(filters, region_code), words, region_code, filters)
    if filters.is_waiting:
        waiting = scope.listings(region_code).filter(family_id__in=families_waiting(region_code))
        return _of_list(waiting, words, region_code, filters)
    return (
        _of_words(words, region_code, filters)
        if words
        else _of_list(scope.listings(region_code), words, region_code, filters)
    )


def number_keys(text: str) -> tuple[bytes, ...]:
    """The keys under which a whole NIK or KK number is found; empty for what is no number."""
    number = civil_numbers.clean(text)
    if civil_numbers.kk_doubt(number):
        return ()
    return tuple(keyring.keyed_tag(domain, number) for domain in ("nik", "member", "kk"))


def _narrower(own: str, wanted: str) -> str | None:
    """The smaller of two regions, if one lies in the other; None if they have nothing in common."""
    if not wanted or is_within(own, wanted):
        return own
    return wanted if is_within(wanted, own) else None


def _of_list(rows: QuerySet[Listing], words: Sequence[str], region_code: str, filters: ListFilters) -> Fitting:
    found = _named(_in_condition_and_age(rows, filters), words, region_code)
    return Fitting(found.count(), found)


def _of_words(words: Sequence[str], region_code: str, filters: ListFilters) -> Fitting:
    """Found through the rarest word; the others are asked of each family that has it."""
    rarest = min(words, key=lambda word: _like(word, region_code).count()) if len(words) > 1 else words[0]
    others = [word for word in words if word != rarest]
    found = _named(_in_condition_and_age(_like(rarest, region_code), filters), others, region_code)
    total = found.values("family_id").distinct().count()
    if total < _MANY:
        return Fitting(total, found)
    listed = _in_condition_and_age(scope.listings(region_code), filters)
    return Fitting(total, _named(listed, words, region_code))


def _in_condition_and_age(rows: QuerySet[M], filters: ListFilters) -> QuerySet[M]:
    first, end = day_numbers(filters.age, today=timezone.localdate()) if filters.age else (0, condition.DAYS)
    if filters.condition is not None:
        lowest = condition.need_range(filters.condition)[0]
        rows = rows.filter(need__gte=lowest + first, need__lt=lowest + end)
    elif filters.age:
        rows = rows.annotate(day=F("need") % condition.DAYS).filter(day__gte=first, day__lt=end)
    return rows if filters.has_house is None else rows.filter(has_house=filters.has_house)


def _named(rows: QuerySet[M], words: Sequence[str], region_code: str) -> QuerySet[M]:
    for word in words:
        rows = rows.filter(Exists(_like(word, region_code).filter(family_id=OuterRef("family_id"))))
    return rows


def _like(word: str, region_code: str) -> QuerySet[NameWord]:
    like = Q(word__gte=word) if len(word) >= _PREFIX_LETTERS else Q(word=word)
    end = successor.after(word)
    if end is not None:
        like &= Q(word__lt=end)
    words = NameWord.objects.filter(like)
    return words if region_code == scope.NATION else words.filter(village_code__startswith=region_code)


def _with_keys(filters: ListFilters, region_code: str) -> QuerySet[Listing]:
    """Those whose numbers look so, or are so. Few, so their region is asked of each."""
    keys = list(filters.number)
    parts = re.fullmatch(r"\s*(\d{4})\D+(\d{4})\s*", filters.mask, re.ASCII)
    if filters.mask:
        keys = [indexing.mask_key(parts[1], parts[2])] if parts else []
    ids = (
        MatchKey.objects.filter(key__in=keys).order_by("key", "family_id").values_list("family_id", flat=True)[:_ALIKE]
    )
    where = Listing.objects.filter(family_id__in=list(ids)).values_list("family_id", "village_code")
    return Listing.objects.filter(family_id__in=[each for each, code in where if is_within(code, region_code)])
