"""Which families does a kept filter of the list mean, and how many are they today?

A kept filter is the part of the list's address after the question mark. It may outlive the words it is made of, so it
is read strictly: what it no longer means is said, never passed over. No name and no number is kept in one.
"""

import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

from django.db.models import F, QuerySet
from django.utils import timezone

from betang.accounts.queries import Acting
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import is_within
from betang.register import scope
from betang.register.domain import condition
from betang.register.domain.ages import Age, day_numbers
from betang.register.models import Listing
from betang.register.queries.searching import ListFilters, fitting
from betang.register.queries.waiting import families_waiting

_LONGEST = 500
_REGION = re.compile(r"00|\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", re.ASCII)
_HOME: Mapping[str, bool] = {"ada": True, "tanpa": False}
_HOME_SAID: Mapping[bool, str] = {True: "punya rumah", False: "tanpa rumah sendiri"}
_PERSONAL = frozenset({"q", "nomor"})
_PAGE = "hal"


def read_filter(text: str) -> ListFilters:
    """What a kept filter asks for. Raises `Refusal`, naming the part that cannot be read."""
    asked = text.rpartition("?")[2].strip()
    if len(asked) > _LONGEST:
        raise _unreadable(asked[:20])
    given: dict[str, object] = {}
    for name, value in parse_qsl(asked, keep_blank_values=True):
        if name in _PERSONAL and value:
            raise Refusal(
                "Saringan yang disimpan tidak boleh memuat nama, NIK, atau nomor KK. Saring menurut wilayah, kondisi, "
                "umur data, atau rumah.",
                code="filter_personal",
            )
        given |= _part(name, value, already=given) if value and name != _PAGE else {}
    if asked and not given:
        raise _unreadable(asked[:20])
    return ListFilters(**given)  # type: ignore[arg-type]  # each reader gives what its field holds


def count(acting: Acting, filters: ListFilters) -> int:
    """How many families this person sees under the filter."""
    return fitting(acting, filters).total


def families_within(region_code: str, filters: ListFilters) -> QuerySet[Listing]:
    """The families of a region under the filter, whoever asks: for figures that are shown with the region's records."""
    rows = scope.listings(_narrower(region_code, filters.region_code))
    if filters.is_waiting:
        rows = rows.filter(family_id__in=families_waiting(region_code))
    if filters.has_house is not None:
        rows = rows.filter(has_house=filters.has_house)
    return _of_condition_and_age(rows, filters)


def count_within(region_code: str, filters: ListFilters) -> int:
    """How many those are."""
    return families_within(region_code, filters).count()


def said(filters: ListFilters) -> str:
    """The filter in words: "Ketungau Hulu, Sintang; rusak berat; umur data di bawah 6 bulan"."""
    parts = (
        organisation.label(filters.region_code) if filters.region_code else "",
        condition.label(filters.condition) if filters.condition is not None else "",
        filters.age.label if filters.age else "",
        _HOME_SAID[filters.has_house] if filters.has_house is not None else "",
        "ada isian yang berbeda" if filters.is_waiting else "",
    )
    return "; ".join(part for part in parts if part)


def _part(name: str, value: str, *, already: Mapping[str, object]) -> dict[str, object]:
    field, read = _READERS.get(name, ("", None))
    found = read(value) if read else None
    if found is None or field in already:
        raise _unreadable(f"{name}={value}"[:40])
    return {field: found}


def _region(value: str) -> str | None:
    return value if _REGION.fullmatch(value) else None


def _condition(value: str) -> int | None:
    return int(value) if value in ("0", "1", "2", "3", "4", "5") else None


def _age(value: str) -> Age | None:
    return next((age for age in Age if age.value == value), None)


def _differs(value: str) -> bool | None:
    return True if value == "berbeda" else None


_READERS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "wilayah": ("region_code", _region),
    "kondisi": ("condition", _condition),
    "umur": ("age", _age),
    "rumah": ("has_house", _HOME.get),
    "isian": ("is_waiting", _differs),
}


def _unreadable(part: str) -> Refusal:
    # A part that looks like somebody's number is not said again.
    shown = re.sub(r"\d{5,}", "…", part)
    return Refusal(
        "Saringan ini tidak terbaca lagi: bagian %(part)s tidak dikenal. Saring lagi daftarnya, lalu simpan.",
        code="filter_unreadable",
        part=shown,
    )


def _narrower(region_code: str, wanted: str) -> str:
    """The smaller of two regions; a region that no family is in where neither lies in the other."""
    if not wanted or is_within(region_code, wanted):
        return region_code
    return wanted if is_within(wanted, region_code) else ""


def _of_condition_and_age(rows: QuerySet[Listing], filters: ListFilters) -> QuerySet[Listing]:
    first, end = day_numbers(filters.age, today=timezone.localdate()) if filters.age else (0, condition.DAYS)
    if filters.condition is not None:
        lowest = condition.need_range(filters.condition)[0]
        return rows.filter(need__gte=lowest + first, need__lt=lowest + end)
    if filters.age:
        return rows.annotate(day=F("need") % condition.DAYS).filter(day__gte=first, day__lt=end)
    return rows
