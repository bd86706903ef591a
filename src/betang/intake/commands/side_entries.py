"""How does a row of a list, or a card of the register, become an entry that can be compared?"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias
from uuid import UUID

from betang.intake.commands.opening import ListSheet
from betang.intake.domain import comparing_entries as entries
from betang.intake.domain import rows as reading_rows
from betang.intake.domain.cells import Row, as_written
from betang.intake.domain.comparing_entries import PARTS, SLOTS, Entry, Number, Unread
from betang.intake.domain.findings import Gravity
from betang.intake.domain.rows import Known, ReadRow
from betang.journal import keyring
from betang.journal.domain.sealed import Sealed
from betang.kernel import civil_numbers
from betang.register.domain.fields import Kind
from betang.register.queries import BulkCard

_NAME_OR_PLACE = ("name", "village", "village_name")
_BESIDES: Mapping[Kind, tuple[str, ...]] = {
    Kind.HOUSE: (),
    Kind.FAMILY: ("kk_number", "kk_doubt"),
    Kind.PERSON: ("name", "nik", "nik_doubt"),
    Kind.ASSESSMENT: (),
}
# Which fields of the register an entry is made of. The conditions and the day of a visit are read of each anyway.
COLUMNS: Mapping[Kind, tuple[str, ...]] = {
    kind: (*_BESIDES[kind], *(slot.field.name for slot in SLOTS if slot.part == part)) for part, kind in PARTS.items()
}
_Found: TypeAlias = tuple[list[Entry], list[Unread]]


def of_rows(rows: Iterable[tuple[ListSheet, Row]], known: Known) -> _Found:
    """The families of a list, and the rows that are nobody's."""
    found: list[Entry] = []
    unread: list[Unread] = []
    for order, (sheet, row) in enumerate(rows):
        said = reading_rows.read(row, sheet.table, known=known)
        if reason := _why_unread(said):
            unread.append(Unread(sheet.number, row.number, reason))
        else:
            found.append(_of_row(order, sheet, row, said))
    return found, unread


def _why_unread(said: ReadRow) -> str:
    """A row without a name or a village is nobody's; empty for all others, whatever else is wrong with them."""
    if said.parts["head"].get("name") and said.parts["house"].get("village_code"):
        return ""
    bad = (each for each in said.findings if each.gravity is Gravity.RETURNED and each.column in _NAME_OR_PLACE)
    return next((each.code for each in bad), "name_missing")


def _of_row(order: int, sheet: ListSheet, row: Row, said: ReadRow) -> Entry:
    parts = said.parts
    head, family = parts["head"], parts["family"]
    return Entry(
        order=order,
        sheet=sheet.number,
        row=row.number,
        name=str(head["name"]),
        village_code=str(parts["house"]["village_code"]),
        nik=_number_of_cell(head.get("nik"), head.get("nik_doubt"), sheet, row, "nik"),
        kk=_number_of_cell(family.get("kk_number"), family.get("kk_doubt"), sheet, row, "kk"),
        observed=said.observed,
        values=entries.values(parts),
        is_aided=entries.is_aided(parts["aid"]),
        goes_back=said.is_returned,
    )


def _number_of_cell(text: object, doubt: object, sheet: ListSheet, row: Row, key: str) -> Number:
    if text:
        return entries.number(str(text), doubt=doubt)
    cell = sheet.table.cell(row, key)
    return entries.number("", doubt=None, mask=civil_numbers.masked_in(as_written(cell)) if cell is not None else "")


def of_card(order: int, card: BulkCard, helped: frozenset[UUID]) -> Entry:
    """A family as the register shows it, with the latest visit; `helped` are the families with aid on record."""
    parts = {"house": card.house, "family": card.family, "head": card.head, "assessment": card.visit}
    identity = card.family["id"]
    return Entry(
        order=order,
        sheet=0,
        row=0,
        name=card.head.get("name") or "",
        village_code=card.village_code,
        nik=_number_at_rest(card.head.get("nik"), card.head.get("nik_doubt")),
        kk=_number_at_rest(card.family.get("kk_number"), card.family.get("kk_doubt")),
        observed=card.visit.get("assessed_date"),
        values=entries.values(parts),
        is_aided=identity in helped,
        family=identity,
    )


def _number_at_rest(sealed: object, doubt: object) -> Number:
    """One under another office's key shows nothing, and nothing can be held against it."""
    if not isinstance(sealed, Sealed):
        return entries.NO_NUMBER
    plain = keyring.open_number(sealed)
    return entries.number(plain or "", doubt=doubt, mask=civil_numbers.HIDDEN)
