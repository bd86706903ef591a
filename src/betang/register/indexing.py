"""What do the list, the search words and the match keys say of these families?

They are derived: rebuilt for the families that a deed touched, set-wise, in the same transaction.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from betang.journal import bulk, keyring
from betang.journal.domain.sealed import Sealed
from betang.kernel.names import search_words
from betang.register import scope
from betang.register.domain import condition, matching
from betang.register.domain.condition import PARTS
from betang.register.domain.matching import Subject
from betang.register.models import Assessment, Family, House, Listing, MatchKey, NameWord, Person
from betang.register.tables import VOID, Row

_OF_FAMILY = (
    "id",
    "partition",
    "house",
    "head",
    "village_code",
    "kk_number",
    "kk_doubt",
    "address",
    "observed_date",
    "status",
)
_AT_ONCE = 500  # parameters in one query
_WORD_LENGTH = 60
_LISTED = (
    "family_id",
    "house_id",
    "head_id",
    "head_name",
    "village_code",
    "province",
    "regency",
    "district",
    "condition",
    "assessed_date",
    "observed_date",
    "has_house",
    "status",
    "need",
)


@dataclass(frozen=True)
class Told:
    """Everything the tables say of one family that the list needs."""

    family: Row
    house: Row
    persons: Sequence[Row]
    assessments: Sequence[Row]

    @property
    def head(self) -> Row:
        """The head, or whoever is known of the family where no head was named."""
        named = (person for person in self.persons if person["id"] == self.family["head"])
        return next(named, self.persons[0] if self.persons else {})

    @property
    def region_code(self) -> str:
        """The village, or the partition where the village is not known."""
        return str(self.house.get("village_code") or self.family["village_code"] or self.family["partition"])

    @property
    def subject(self) -> Subject:
        address = self.house.get("address") or self.family["address"] or ""
        return Subject(
            name=str(self.head.get("name") or ""),
            nik=sound_number(self.head, "nik", "nik_doubt"),
            kk_number=sound_number(self.family, "kk_number", "kk_doubt"),
            village_code=self.region_code,
            address=str(address),
        )


def relist(families: Iterable[UUID]) -> None:
    """Rebuild what is derived from these families."""
    wanted = sorted(set(families))
    for start in range(0, len(wanted), _AT_ONCE):
        _relist_some(wanted[start : start + _AT_ONCE])


def _relist_some(families: Sequence[UUID]) -> None:
    told = list(_told(families))
    for derived in (NameWord, MatchKey):
        derived.objects.filter(family_id__in=families).delete()
    listed = [each for each in told if each.family["status"] != VOID]
    if len(listed) < len(families):
        Listing.objects.filter(family_id__in=families).delete()
    bulk.upsert(Listing, _LISTED, [_listing_row(each) for each in listed])
    bulk.insert(NameWord, ("word", "village_code", "family_id"), [row for each in listed for row in _words(each)])
    bulk.insert(MatchKey, ("key", "family_id"), [row for each in listed for row in _match_keys(each)])


def touched(*, families: Iterable[UUID], houses: Iterable[UUID]) -> set[UUID]:
    """These families, and those that live in these houses."""
    return {*families, *Family.objects.filter(house__in=list(houses)).values_list("id", flat=True)}


def _told(families: Sequence[UUID]) -> Iterator[Told]:
    rows = list(Family.objects.filter(id__in=families).values(*_OF_FAMILY))
    house_ids = {row["house"] for row in rows if row["house"]}
    houses = {
        row["id"]: row
        for row in House.objects.filter(id__in=house_ids).values("id", "village_code", "address", "observed_date")
    }
    persons = _grouped(
        "family",
        Person.objects.filter(family__in=families)
        .exclude(status=VOID)
        .order_by("id")
        .values("id", "family", "name", "nik", "nik_doubt"),
    )
    visits = Assessment.objects.exclude(status=VOID).order_by("id")
    columns = ("id", "house", "family", "assessed_date", *PARTS)
    by_house = _grouped("house", visits.filter(house__in=house_ids).values(*columns))
    by_family = _grouped("family", visits.filter(family__in=families).values(*columns))
    for row in rows:
        here = {each["id"]: each for each in [*by_house.get(row["house"], ()), *by_family.get(row["id"], ())]}
        yield Told(row, houses.get(row["house"], {}), persons.get(row["id"], ()), list(here.values()))


def _grouped(column: str, rows: Iterable[Row]) -> dict[object, list[Row]]:
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups


def _listing_row(told: Told) -> tuple[object, ...]:
    family, head = told.family, told.head
    worst = _latest_condition(told.assessments)
    assessed = _latest(row["assessed_date"] for row in told.assessments)
    observed = _latest((assessed, family["observed_date"], told.house.get("observed_date")))
    has_house = family["house"] is not None
    return (
        family["id"],
        family["house"],
        head.get("id"),
        head.get("name"),
        told.region_code,
        *scope.levels(told.region_code),
        worst,
        assessed,
        observed,
        has_house,
        family["status"],
        condition.need(worst, observed),
    )


def _latest(days: Iterable[object]) -> date | None:
    return max((day for day in days if isinstance(day, date)), default=None)


def _latest_condition(assessments: Sequence[Row]) -> int:
    """Of the latest visit that judged roof, wall or floor; a later "moved" or "refused" leaves it standing."""
    judged = [row for row in assessments if condition.worst(row)]
    newest = max(judged, key=lambda row: (condition.day_number(_latest([row["assessed_date"]])), row["id"]), default={})
    return condition.worst(newest)


def _words(told: Told) -> Iterator[tuple[object, ...]]:
    words = {word[:_WORD_LENGTH] for person in told.persons for word in search_words(str(person["name"] or ""))}
    for word in sorted(words):
        yield word, told.region_code, told.family["id"]


def _match_keys(told: Told) -> Iterator[tuple[bytes, object]]:
    family = told.family["id"]
    subject = told.subject
    for rule, words in matching.keys(subject).items():
        yield keyring.keyed_tag(rule.value, *words), family
    others = [sound_number(person, "nik", "nik_doubt") for person in told.persons if person is not told.head]
    for number in filter(None, others):
        yield keyring.keyed_tag("member", number), family
    if subject.kk_number:
        yield keyring.keyed_tag("kk", subject.kk_number), family
    for number in {number for number in (subject.nik, subject.kk_number, *others) if number}:
        yield mask_key(number[:4], number[-4:]), family


def mask_key(first_four: str, last_four: str) -> bytes:
    """The key under which the numbers that look like `6105••••••••0003` are found."""
    return keyring.keyed_tag("mask", first_four, last_four)


def sound_number(row: Row, name: str, doubt: str) -> str | None:
    """The number in a row, if it is there, beyond doubt and sealed under a key that this node holds."""
    raw = row.get(name)
    if raw is None or row.get(doubt):
        return None
    return keyring.open_number(Sealed.from_bytes(bytes(raw)))
