"""Which rows of one list are one family?

By the register's rules, as taking the list in would find them. The rows of a family say together what it is: the later
survey over the earlier one, the later row over the earlier one, and an empty cell takes nothing away.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from betang.intake.domain.comparing_entries import NO_NUMBER, Entry, Number, Stated
from betang.intake.domain.comparing_pairs import Rule, content, kk_and_name, name_and_place
from betang.register.domain.matching import is_same_name


@dataclass(frozen=True, slots=True)
class Double:
    """A row that names a family which another row of its list names too, and by what the two are one."""

    kept: Entry
    again: Entry
    rule: Rule


@dataclass(slots=True)
class _Family:
    """The rows of one family as they are found, each with the rule that joined it, and the NIKs on them."""

    rows: list[tuple[Entry, Rule]] = field(default_factory=list)
    niks: set[Number] = field(default_factory=set)

    def add(self, entry: Entry, rule: Rule) -> None:
        self.rows.append((entry, rule))
        self.niks.add(entry.nik)

    def may_be(self, entry: Entry, rule: Rule) -> bool:
        if rule is Rule.NIK:
            return is_same_name(self.rows[0][0].name, entry.name)
        return not any(nik.contradicts(entry.nik) for nik in self.niks)


# Of families that share a name and an address so many are remembered: a list of one name must not take for ever.
_NAMESAKES_KEPT = 50
_Key = tuple[Rule, Hashable]
_KEYS: tuple[tuple[Rule, Callable[[Entry], Hashable]], ...] = (
    (Rule.SAME_ROW, content),
    (Rule.NIK, lambda entry: entry.nik.sound or None),
    (Rule.KK_AND_NAME, kk_and_name),
    (Rule.NAME_AND_PLACE, name_and_place),
)


def families(entries: Iterable[Entry]) -> tuple[list[Entry], list[Double]]:
    """One entry for each family, and the rows that are none of their own."""
    known: dict[_Key, list[_Family]] = {}
    found: list[_Family] = []
    for entry in entries:
        keys = [(rule, word) for rule, key in _KEYS if (word := key(entry)) is not None]
        family, rule = _same(entry, keys, known)
        if family is None:
            found.append(family := _Family())
        family.add(entry, rule)
        for key in keys:
            _remember(known.setdefault(key, []), family)
    kept = [_joined([row for row, _ in family.rows]) for family in found]
    doubles = [double for one, family in zip(kept, found, strict=True) for double in _doubles(one, family.rows)]
    return kept, doubles


def _remember(alike: list[_Family], family: _Family) -> None:
    if not any(each is family for each in alike) and len(alike) < _NAMESAKES_KEPT:
        alike.append(family)


def _same(entry: Entry, keys: Sequence[_Key], known: Mapping[_Key, Sequence[_Family]]) -> tuple[_Family | None, Rule]:
    """The family that the strongest rule finds. A name at an address says nothing where it fits two families."""
    for key in keys:
        rule, _word = key
        fitting = [family for family in known.get(key, ()) if family.may_be(entry, rule)]
        if fitting and (rule is not Rule.NAME_AND_PLACE or len(fitting) == 1):
            return fitting[0], rule
    return None, Rule.SAME_ROW


def _doubles(kept: Entry, rows: Sequence[tuple[Entry, Rule]]) -> Iterator[Double]:
    """The first row was joined by nobody: it is one with the others as the second is with it."""
    if len(rows) > 1:
        for row, rule in [(rows[0][0], rows[1][1]), *rows[1:]]:
            if row.order != kept.order:
                yield Double(kept, row, rule)


def _joined(rows: Sequence[Entry]) -> Entry:
    if len(rows) == 1:
        return rows[0]
    in_order = sorted(rows, key=lambda row: (row.observed or date.min, row.order))
    last = in_order[-1]
    return replace(
        last,
        nik=_number(row.nik for row in in_order),
        kk=_number(row.kk for row in in_order),
        values=tuple(_last(each) for each in zip(*(row.values for row in in_order), strict=True)),
        is_aided=any(row.is_aided for row in rows),
        goes_back=all(row.goes_back for row in rows),
    )


def _last(values: Sequence[Stated]) -> Stated:
    return next((value for value in reversed(values) if value is not None), None)


def _number(numbers: Iterable[Number]) -> Number:
    """The last sound one, else the last that is stated at all."""
    stated = [number for number in numbers if number.text or number.mask]
    return next((number for number in reversed(stated) if number.is_sound), stated[-1] if stated else NO_NUMBER)
