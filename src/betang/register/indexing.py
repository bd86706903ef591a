"""What do the list, the search words and the match keys say of these families?

They are derived: rebuilt for the families that a deed touched, set-wise, in the same transaction.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from betang.journal import bulk, keyring
from betang.journal.domain.sealed import Sealed
from betang.kernel.names import search_words
from betang.register import scope
from betang.register.domain import addresses, condition, matching
from betang.register.domain.condition import PARTS
from betang.register.domain.matching import Rule, Subject
from betang.register.models import Assessment, Family, House, Listing, MatchKey, NameWord, Person
from betang.register.tables import VOID, Row

_AT_ONCE = 500  # parameters in one query
_WORD_LENGTH = 60
_WORD_COLUMNS = ("word", "need", "has_house", "village_code", "family_id")
_OF_FAMILY = (
    "id", "partition", "house", "head", "village_code", "kk_number", "kk_doubt", "address", "observed_date", "status",
)  # fmt: skip
_LISTED = (
    "family_id", "house_id", "head_id", "head_name", "village_code", "province", "regency", "district", "condition",
    "assessed_date", "observed_date", "has_house", "status", "need",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is known of one family that the list needs; numbers are sound ones, in plain.

    `subject.village_code` is the partition where the village is not known. `rule_keys` are the keys of the subject, if
    they are at hand.
    """

    family: UUID
    house: UUID | None
    head: UUID | None
    status: str | None
    subject: Subject
    names: tuple[str, ...]
    other_numbers: tuple[str, ...]
    visits: Sequence[Row]
    observed: date | None
    rule_keys: Mapping[Rule, bytes] | None = None


def relist(families: Iterable[UUID]) -> None:
    """Rebuild what is derived from these families."""
    wanted = sorted(set(families))
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        told = list(_told(some))
        for derived in (NameWord, MatchKey, Listing) if len(told) < len(some) else (NameWord, MatchKey):
            derived.objects.filter(family_id__in=some).delete()
        list_anew(told)


def list_anew(told: Sequence[Told]) -> None:
    """List families of which nothing was derived yet."""
    rows = [_listing_row(each) for each in told]
    bulk.upsert(Listing, _LISTED, rows)
    words = [row for each, listed in zip(told, rows, strict=True) for row in _words(each, listed)]
    bulk.insert(NameWord, _WORD_COLUMNS, words)
    bulk.insert(MatchKey, ("key", "family_id"), [(key, each.family) for each in told for key in _match_keys(each)])


def touched(*, families: Iterable[UUID], houses: Iterable[UUID]) -> set[UUID]:
    """These families, and those that live in these houses."""
    return {*families, *Family.objects.filter(house__in=list(houses)).values_list("id", flat=True)}


def mask_key(first_four: str, last_four: str) -> bytes:
    """The key under which the numbers that look like `6105••••••••0003` are found."""
    return keyring.keyed_tag("mask", first_four, last_four)


def _listing_row(told: Told) -> tuple[object, ...]:
    region_code = told.subject.village_code
    worst = _latest_condition(told.visits)
    assessed = _latest(row.get("assessed_date") for row in told.visits)
    observed = _latest((assessed, told.observed))
    return (
        *(told.family, told.house, told.head, told.subject.name or None, region_code, *scope.levels(region_code)),
        *(worst, assessed, observed, told.house is not None, told.status, condition.need(worst, observed)),
    )


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def _latest_condition(visits: Sequence[Row]) -> int:
    """Of the latest visit that judged roof, wall or floor; a later "moved" or "refused" leaves it standing."""
    judged = [row for row in visits if condition.worst(row)]
    newest = max(judged, key=lambda row: (condition.day_number(row.get("assessed_date")), row.get("id")), default={})
    return condition.worst(newest)


def _words(told: Told, listed: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    words = {word[:_WORD_LENGTH] for name in told.names for word in search_words(name)}
    same = tuple(listed[_LISTED.index(name)] for name in _WORD_COLUMNS[1:])
    return ((word, *same) for word in sorted(words))


def _match_keys(told: Told) -> Iterator[bytes]:
    subject = told.subject
    if told.rule_keys is None:
        yield from (keyring.keyed_tag(rule.value, *words) for rule, words in matching.keys(subject).items())
    else:
        yield from told.rule_keys.values()
    yield from (keyring.keyed_tag("member", number) for number in told.other_numbers)
    if subject.kk_number:
        yield keyring.keyed_tag("kk", subject.kk_number)
    numbers = {number for number in (subject.nik, subject.kk_number, *told.other_numbers) if number}
    yield from {mask_key(number[:4], number[-4:]) for number in numbers}


def _told(families: Sequence[UUID]) -> Iterator[Told]:
    """What the tables say; a family that was taken back is left out."""
    rows = list(Family.objects.filter(id__in=families).exclude(status=VOID).order_by("id").values(*_OF_FAMILY))
    house_ids = {row["house"] for row in rows if row["house"]}
    of_houses = House.objects.filter(id__in=house_ids).order_by("id")
    houses = {row["id"]: row for row in of_houses.values("id", "village_code", "address", "observed_date")}
    of_persons = Person.objects.filter(family__in=families).exclude(status=VOID).order_by("id")
    persons = _grouped("family", of_persons.values("id", "family", "name", "nik", "nik_doubt"))
    visits = Assessment.objects.exclude(status=VOID).order_by("id")
    columns = ("id", "house", "family", "assessed_date", *PARTS)
    by_house = _grouped("house", visits.filter(house__in=house_ids).values(*columns))
    by_family = _grouped("family", visits.filter(family__in=families).values(*columns))
    for row in rows:
        here = {each["id"]: each for each in [*by_house.get(row["house"], ()), *by_family.get(row["id"], ())]}
        yield _of_rows(row, houses.get(row["house"], {}), persons.get(row["id"], []), list(here.values()))


def _grouped(column: str, rows: Iterable[Row]) -> dict[object, list[Row]]:
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups


def _of_rows(family: Row, house: Row, persons: Sequence[Row], visits: Sequence[Row]) -> Told:
    head = _head(family, persons)
    others = (_sound_number(person, "nik", "nik_doubt") for person in persons if person is not head)
    subject = Subject(
        name=head.get("name") or "",
        nik=_sound_number(head, "nik", "nik_doubt"),
        kk_number=_sound_number(family, "kk_number", "kk_doubt"),
        village_code=house.get("village_code") or family["village_code"] or family["partition"],
        address=house.get("address") or family["address"] or addresses.of_parts(house),
    )
    return Told(
        family=family["id"],
        house=family["house"],
        head=head.get("id"),
        status=family["status"],
        subject=subject,
        names=tuple(person["name"] or "" for person in persons),
        other_numbers=tuple(number for number in others if number),
        visits=visits,
        observed=_latest((family["observed_date"], house.get("observed_date"))),
    )


def _head(family: Row, persons: Sequence[Row]) -> Row:
    """The head, or whoever is known of the family where no head was named."""
    named = (person for person in persons if person["id"] == family["head"])
    return next(named, persons[0] if persons else {})


def _sound_number(row: Row, name: str, doubt: str) -> str | None:
    """The number in a row, if it is there, beyond doubt and sealed under a key that this node holds."""
    raw = row.get(name)
    if raw is None or row.get(doubt):
        return None
    return keyring.open_number(Sealed.from_bytes(bytes(raw)))
