"""What of a comparison does the page show, and in which words?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from django.utils.translation import gettext

from betang.intake.domain import comparing_reasons as reasons
from betang.intake.domain import comparing_sum
from betang.intake.domain import comparing_words as words
from betang.intake.domain.comparing_sum import DISTRICT_LETTERS, PlaceCount
from betang.intake.domain.comparing_told import Counts, Couple, Different, Family, ListTold, Told, field_of, label
from betang.web.templatetags.betang import number

_SHOWN = 20  # rows on the page; the workbook has all of them
_FIELDS_SHOWN = 10
T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as the page names it."""

    letter: str
    name: str
    latest: date | None
    rows: int
    families: int


@dataclass(frozen=True, slots=True)
class SumLine:
    """A line of the sum: a total as `6.101`, a part as `−12`."""

    sentence: str
    figure: str
    is_total: bool


@dataclass(frozen=True, slots=True)
class Person:
    """A family of one side as the page shows it; `record` is its page in the register, where it has one."""

    name: str
    nik: str
    place: str
    address: str
    at: str
    observed: date | None
    record: UUID | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A field with both values."""

    label: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A family in both lists."""

    ours: Person
    theirs: Person
    by: str
    newer: str
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A row that repeats another one of its list."""

    letter: str
    again: Person
    kept_at: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    label: str
    different: int
    only_ours: int
    only_theirs: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A kecamatan or a village with its families."""

    code: str
    name: str
    count: PlaceCount


@dataclass(frozen=True, slots=True)
class Some(Generic[T]):
    """The first of many, and how many there are."""

    shown: tuple[T, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page says of a comparison; `place` narrows the names to a kecamatan."""

    headline: str
    explained: str
    adds_up: bool
    lists: tuple[Listed, Listed]
    counts: Counts
    lines: tuple[SumLine, ...]
    fields: tuple[FieldRow, ...]
    more_fields: tuple[FieldRow, ...]
    districts: tuple[PlaceRow, ...]
    villages: tuple[PlaceRow, ...]
    has_elsewhere: bool
    place: str
    place_name: str
    only_ours: Some[Person]
    only_theirs: Some[Person]
    different: Some[Beside]
    maybe: Some[Beside]
    repeated: Some[Repeated]


def page(told: Told, *, place: str) -> Page:
    """`place` that is none of the kecamatan narrows nothing."""
    districts = tuple(PlaceRow(each.code, _district(told, each.code), each) for each in told.districts)
    narrowed = place if place in {each.code for each in districts} else ""
    fields = tuple(_field(told))
    return Page(
        headline=_headline(told),
        explained=_explained(told),
        adds_up=comparing_sum.adds_up(told.lines),
        lists=(_listed(told, ours=True), _listed(told, ours=False)),
        counts=told.counts,
        lines=tuple(SumLine(words.sentence(each, told, gettext), _figure(each), each.is_total) for each in told.lines),
        fields=fields[:_FIELDS_SHOWN],
        more_fields=fields[_FIELDS_SHOWN:],
        districts=districts,
        villages=tuple(_villages(told, narrowed)),
        has_elsewhere=any(each.count.elsewhere_ours or each.count.elsewhere_theirs for each in districts),
        place=narrowed,
        place_name=_district(told, narrowed) if narrowed else "",
        only_ours=_only(told, narrowed, ours=True),
        only_theirs=_only(told, narrowed, ours=False),
        different=_couples(told, told.different, narrowed),
        maybe=_couples(told, told.maybe, narrowed),
        repeated=_repeated(told, narrowed),
    )


def _headline(told: Told) -> str:
    ours, theirs = told.counts.rows_ours, told.counts.rows_theirs
    if ours == theirs:
        return gettext("A dan B sama-sama %(n)s baris") % {"n": number(ours)}
    figures = {"ours": number(ours), "theirs": number(theirs), "gap": number(abs(ours - theirs))}
    return gettext("A %(ours)s baris, B %(theirs)s baris: selisih %(gap)s") % figures


def _explained(told: Told) -> str:
    """`6.101 − 12 − 40 − 449 + 274 = 5.874`: the parts of one kind and list together."""
    together: dict[tuple[str, bool], int] = {}
    for line in told.lines:
        if not line.is_total:
            together[line.kind, line.ours] = together.get((line.kind, line.ours), 0) + line.number
    parts = [number(told.counts.rows_ours), *(_signed(part) for part in together.values())]
    sides = {"left": " ".join(parts), "right": number(told.counts.rows_theirs)}
    return gettext("Jumlah cocok: %(left)s = %(right)s.") % sides


def _signed(part: int) -> str:
    return f"{'−' if part < 0 else '+'} {number(abs(part))}"


def _figure(line: comparing_sum.Line) -> str:
    if line.is_total:
        return number(line.number)
    return f"{'−' if line.number < 0 else '+'}{number(abs(line.number))}"


def _listed(told: Told, *, ours: bool) -> Listed:
    side, counts = (told.ours, told.counts) if ours else (told.theirs, told.counts)
    return Listed(
        letter=words.letter(ours=ours),
        name=words.name_of(told, ours=ours, translate=gettext),
        latest=side.latest,
        rows=counts.rows_ours if ours else counts.rows_theirs,
        families=counts.families_ours if ours else counts.families_theirs,
    )


def _field(told: Told) -> Iterable[FieldRow]:
    for each in told.fields:
        yield FieldRow(gettext(label(each.field)), each.different, each.only_ours, each.only_theirs)


def _district(told: Told, code: str) -> str:
    return told.names.get(code[:DISTRICT_LETTERS], code)


def _villages(told: Told, narrowed: str) -> Iterable[PlaceRow]:
    if narrowed:
        for each in told.villages:
            if each.code.startswith(narrowed):
                yield PlaceRow(each.code, told.names.get(each.code, each.code), each)


def _some(found: Sequence[T], shown: Callable[[T], S]) -> Some[S]:
    return Some(tuple(shown(each) for each in found[:_SHOWN]), len(found))


def _only(told: Told, narrowed: str, *, ours: bool) -> Some[Person]:
    side = told.ours if ours else told.theirs
    found = [each for each in side.only if each.family.village_code.startswith(narrowed)]
    return _some(
        found, lambda each: _person(told, side, each.family, words.why_only(each.reason, ours=ours, translate=gettext))
    )


def _couples(told: Told, couples: Sequence[Couple], narrowed: str) -> Some[Beside]:
    found = [each for each in couples if _is_in(each, narrowed)]
    return _some(found, lambda each: _beside(told, each))


def _is_in(couple: Couple, narrowed: str) -> bool:
    return couple.ours.village_code.startswith(narrowed) or couple.theirs.village_code.startswith(narrowed)


def _beside(told: Told, couple: Couple) -> Beside:
    return Beside(
        ours=_person(told, told.ours, couple.ours),
        theirs=_person(told, told.theirs, couple.theirs),
        by=gettext(words.RULES[couple.rule]),
        newer={"ours": "A", "theirs": "B"}.get(couple.newer, ""),
        held=tuple(_held(each) for each in couple.different),
    )


def _held(each: Different) -> Held:
    return Held(gettext(label(each.field)), _translated(each.field, each.ours), _translated(each.field, each.theirs))


def _translated(field: str, text: str) -> str:
    """A value in the language of the page: answers and units, for the rest is as it was written."""
    known = field_of(field)
    if known is None or not text:
        return text
    if known.codes is not None:
        return ", ".join(gettext(part) for part in text.split(", "))
    ending = f" {known.unit}"
    return f"{text.removesuffix(ending)} {gettext(known.unit)}" if known.unit and text.endswith(ending) else text


def _repeated(told: Told, narrowed: str) -> Some[Repeated]:
    found = [
        (side, each)
        for side in (told.ours, told.theirs)
        for each in side.doubled
        if each.again.village_code.startswith(narrowed)
    ]
    return _some(
        found,
        lambda pair: Repeated(
            words.letter(ours=pair[0] is told.ours),
            _person(told, pair[0], pair[1].again, gettext(reasons.DOUBLED[pair[1].rule])),
            _at(pair[0], pair[1].kept),
        ),
    )


def _person(told: Told, side: ListTold, family: Family, why: str = "") -> Person:
    code = family.village_code
    village, district = told.names.get(code, code), _district(told, code)
    return Person(
        name=family.name or gettext("(tanpa nama)"),
        nik=family.nik,
        place=gettext("%(village)s, Kec. %(district)s") % {"village": village, "district": district},
        address=family.address,
        at=_at(side, family),
        observed=family.observed,
        record=family.family,
        why=why,
    )


def _at(side: ListTold, family: Family) -> str:
    if not family.row:
        return gettext("di register")
    row = gettext("baris %(row)d") % {"row": family.row}
    return row if len(side.sheets) <= 1 else f"{side.sheets[family.sheet]}, {row}"
