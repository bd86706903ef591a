"""What of a comparison may rest and be shown: names, masked numbers, values in words, and the counts?

No whole NIK or KK number gets here. Everything is plain data, so that it can be packed, sealed and read again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from betang.intake.domain import comparing_sum
from betang.intake.domain.comparing import Compared, OneSide, Pair
from betang.intake.domain.comparing_differences import newer
from betang.intake.domain.comparing_entries import PARTS, Entry, Stated
from betang.intake.domain.comparing_sum import Line, PlaceCount
from betang.register.domain.fields import FIELDS, Field

_FIELDS: Mapping[str, Field] = {field.name: field for kind in PARTS.values() for field in FIELDS[kind]}
# What is held against each other but is no field of its own.
LABELS = {"village": "Desa", "position": "Koordinat", "name": "Nama kepala keluarga", "nik": "NIK"}


@dataclass(frozen=True, slots=True)
class Family:
    """A family as one side has it; `row` is 0 and `family` its id where the side is the register."""

    name: str
    nik: str
    kk: str
    village_code: str
    address: str
    observed: date | None
    sheet: int
    row: int
    family: UUID | None


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """A family of one list only, and the code of the reason."""

    family: Family
    reason: str


@dataclass(frozen=True, slots=True)
class Different:
    """A field with both values in words; empty is not stated."""

    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Couple:
    """One family in both lists, by which rule, on what they contradict; `newer` is `ours`, `theirs` or empty."""

    ours: Family
    theirs: Family
    rule: str
    newer: str
    different: tuple[Different, ...]


@dataclass(frozen=True, slots=True)
class Doubled:
    """A row that repeats the family of another row of its list, and by what."""

    kept: Family
    again: Family
    rule: str


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row that is nobody's, and the code of the reason."""

    sheet: int
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class ListTold:
    """One of the two lists: what it is called, its sheets, its newest survey, and what of it is not in the other."""

    kind: str
    label: str
    sheets: tuple[str, ...]
    region_code: str
    latest: date | None
    only: tuple[OnlyHere, ...]
    doubled: tuple[Doubled, ...]
    unread: tuple[UnreadRow, ...]


@dataclass(frozen=True, slots=True)
class FieldCount:
    """In how many families a field is contradicted, and in how many one list alone states it."""

    field: str
    different: int
    only_ours: int
    only_theirs: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The few numbers that a heading needs; `same` + `different` + `fuller` = `both`.

    `fuller`: nothing contradicts, but one list states what the other leaves empty.
    """

    rows_ours: int
    families_ours: int
    only_ours: int
    both: int
    same: int
    different: int
    fuller: int
    maybe: int
    only_theirs: int
    families_theirs: int
    rows_theirs: int


@dataclass(frozen=True, slots=True)
class Told:
    """A whole comparison. `names` are of the places that it speaks of, by code."""

    ours: ListTold
    theirs: ListTold
    counts: Counts
    lines: tuple[Line, ...]
    districts: tuple[PlaceCount, ...]
    villages: tuple[PlaceCount, ...]
    fields: tuple[FieldCount, ...]
    different: tuple[Couple, ...]
    maybe: tuple[Couple, ...]
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """What a side is called, which a comparison itself does not ask."""

    kind: str
    label: str
    sheets: tuple[str, ...]
    region_code: str
    latest: date | None


def told(compared: Compared, *, ours: Named, theirs: Named, names: Mapping[str, str]) -> Told:
    """`names` of at least every village and district in the two lists."""
    return Told(
        ours=_list(compared.ours, ours),
        theirs=_list(compared.theirs, theirs),
        counts=counts(compared),
        lines=tuple(comparing_sum.the_sum(compared)),
        districts=tuple(comparing_sum.places(compared, comparing_sum.DISTRICT_LETTERS)),
        villages=tuple(comparing_sum.places(compared, comparing_sum.VILLAGE_LETTERS)),
        fields=tuple(_fields(compared.both)),
        different=tuple(_couple(pair, names) for pair in compared.both if pair.contradicts),
        maybe=tuple(_couple(pair, names) for pair in compared.maybe),
        names=dict(names),
    )


def counts(compared: Compared) -> Counts:
    different = sum(pair.contradicts for pair in compared.both)
    same = sum(not (pair.contradicts or pair.found.only_ours or pair.found.only_theirs) for pair in compared.both)
    return Counts(
        rows_ours=compared.ours.rows,
        families_ours=compared.ours.families,
        only_ours=len(compared.ours.only),
        both=len(compared.both),
        same=same,
        different=different,
        fuller=len(compared.both) - different - same,
        maybe=len(compared.maybe),
        only_theirs=len(compared.theirs.only),
        families_theirs=compared.theirs.families,
        rows_theirs=compared.theirs.rows,
    )


def _list(side: OneSide, named: Named) -> ListTold:
    return ListTold(
        kind=named.kind,
        label=named.label,
        sheets=named.sheets,
        region_code=named.region_code,
        latest=named.latest,
        only=tuple(OnlyHere(family(each.entry), each.reason.value) for each in side.only),
        doubled=tuple(Doubled(family(each.kept), family(each.again), each.rule.value) for each in side.doubles),
        unread=tuple(UnreadRow(each.sheet, each.row, each.reason) for each in side.unread),
    )


def family(entry: Entry) -> Family:
    return Family(
        name=entry.name,
        nik=entry.nik.mask,
        kk=entry.kk.mask,
        village_code=entry.village_code,
        address=entry.address,
        observed=entry.observed,
        sheet=entry.sheet,
        row=entry.row,
        family=entry.family,
    )


def _couple(pair: Pair, names: Mapping[str, str]) -> Couple:
    later = newer(pair.ours.observed, pair.theirs.observed)
    return Couple(
        ours=family(pair.ours),
        theirs=family(pair.theirs),
        rule=pair.rule.value,
        newer={1: "ours", -1: "theirs"}.get(later, ""),
        different=tuple(
            Different(each.field, shown(each.field, each.ours, names), shown(each.field, each.theirs, names))
            for each in pair.found.different
        ),
    )


def _fields(pairs: Sequence[Pair]) -> Iterable[FieldCount]:
    """Those that differ most first."""
    different = Counter(each.field for pair in pairs for each in pair.found.different)
    only_ours = Counter(field for pair in pairs for field in pair.found.only_ours)
    only_theirs = Counter(field for pair in pairs for field in pair.found.only_theirs)
    found = sorted({*different, *only_ours, *only_theirs}, key=lambda field: (-different[field], label(field)))
    return [FieldCount(field, different[field], only_ours[field], only_theirs[field]) for field in found]


def field_of(name: str) -> Field | None:
    """The field of the register; None for what is held against each other but is no field of its own."""
    return None if name in LABELS else _FIELDS[name]


def label(field: str) -> str:
    """What a field is called (a msgid)."""
    return LABELS.get(field) or _FIELDS[field].label


def shown(field: str, value: Stated, names: Mapping[str, str]) -> str:
    """A value as people write it, in Bahasa."""
    if value is None:
        return ""
    if field == "village":
        return names.get(str(value), str(value))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    known = _FIELDS.get(field)
    if known is not None and known.codes is not None:
        return ", ".join(known.codes.label(code) for code in (value if isinstance(value, tuple) else [str(value)]))
    return _figure(value, known) if isinstance(value, int | Decimal) else str(value)


def _figure(value: int | Decimal, field: Field | None) -> str:
    unit = field.unit if field is not None else ""
    if unit == "Rp":
        return f"Rp {value:,}".replace(",", ".")
    written = f"{value:f}".rstrip("0").rstrip(".").replace(".", ",") if isinstance(value, Decimal) else str(value)
    return f"{written} {unit}".rstrip()
