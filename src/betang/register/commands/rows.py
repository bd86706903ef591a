"""What does a row of a list state, settled, sealed and ready to be recognised?"""

from collections.abc import Mapping
from dataclasses import dataclass

from betang.journal import keyring
from betang.journal.domain.records import Value
from betang.journal.domain.sealed import Sealed
from betang.kernel.errors import Refusal
from betang.organisation.domain.regions import is_within
from betang.register.commands.recognition import Recognisable, recognisable
from betang.register.domain import addresses
from betang.register.domain.entries import RowEntry
from betang.register.domain.fields import BY_NAME, Kind
from betang.register.domain.matching import Subject
from betang.register.domain.parsing import DOUBT_OF, tidier

_NUMBERS = ((Kind.PERSON, "nik"), (Kind.FAMILY, "kk_number"))
# A visit is on record if it has a day, an outcome or a judgement; a name of an assessor alone is none.
_MAKES_A_VISIT = frozenset({"assessed_date", "visit_outcome"})
_TIDIERS = {kind: {name: (each, tidier(each)) for name, each in BY_NAME[kind].items()} for kind in Kind}
Stated = dict[Kind, dict[str, Value]]


@dataclass(frozen=True, slots=True)
class StatedRow:
    """A row with what it states by kind: only what it does state, in the form in which values are kept."""

    entry: RowEntry
    partition: str
    stated: Mapping[Kind, dict[str, Value]]
    known_by: Recognisable
    flags: tuple[str, ...]


def look_through(entry: RowEntry, partition: str) -> StatedRow:
    """Settle and seal what a row says, without the database. Raises `Refusal` for a place outside the partition."""
    flags: list[str] = []
    given = zip(Kind, (entry.house, entry.family, entry.head, entry.assessment, entry.aid), strict=True)
    stated = {kind: _settled(kind, values or {}, flags) for kind, values in given}
    if not any(name in _MAKES_A_VISIT or name.endswith("_condition") for name in stated[Kind.ASSESSMENT]):
        stated[Kind.ASSESSMENT] = {}
    _check_place(entry, stated, partition)
    subject = _subject(stated, partition)
    _seal_numbers(stated)
    sealed = stated[Kind.PERSON].get("nik")
    nik_tag = sealed.tag if subject.nik and isinstance(sealed, Sealed) else None
    known_by = recognisable(subject, nik_tag=nik_tag, masked_nik=entry.masked_nik)
    return StatedRow(entry, partition, stated, known_by, tuple(flags))


def _settled(kind: Kind, values: Mapping[str, Value], flags: list[str]) -> dict[str, Value]:
    fields = _TIDIERS[kind]
    settled: dict[str, Value] = {}
    for name, value in values.items():
        field, tidy = fields[name]
        try:
            one = tidy(field, value) if tidy and value is not None else value
        except Refusal:
            flags.append("out_of_range")
            continue
        if one is not None:
            settled[name] = one
    return settled


def _check_place(entry: RowEntry, stated: Stated, partition: str) -> None:
    for kind in (Kind.HOUSE, Kind.FAMILY):
        village = stated[kind].get("village_code")
        if village is not None and not is_within(str(village), partition):
            raise Refusal(
                "Baris %(row)s: desanya di luar wilayah daftar ini. Unggah di wilayahnya sendiri.",
                code="row_outside_region",
                row=entry.row,
            )


def _subject(stated: Stated, partition: str) -> Subject:
    """Whom the row is about; a doubtful number never matches anyone."""
    house, family = stated[Kind.HOUSE], stated[Kind.FAMILY]
    nik, kk_number = (_sound_number(stated[kind], name) for kind, name in _NUMBERS)
    return Subject(
        name=str(stated[Kind.PERSON].get("name") or ""),
        nik=nik,
        kk_number=kk_number,
        village_code=str(house.get("village_code") or family.get("village_code") or partition),
        address=str(house.get("address") or family.get("address") or addresses.of_parts(house)),
    )


def _sound_number(values: Mapping[str, Value], name: str) -> str | None:
    number = values.get(name)
    return number if isinstance(number, str) and not values.get(DOUBT_OF[name][0]) else None


def _seal_numbers(stated: Stated) -> None:
    for kind, name in _NUMBERS:
        number = stated[kind].get(name)
        if isinstance(number, str):
            stated[kind][name] = keyring.seal_number(number)
