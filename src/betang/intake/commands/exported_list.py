"""Which rows has a list of families that goes out, and how are their numbers shown?"""

from collections.abc import Callable, Iterator, Mapping

from betang.intake.domain.outgoing import OutList, OutRow
from betang.intake.formats.outgoing_workbook import OutSheet, SheetColumn
from betang.journal import keyring
from betang.journal.domain.sealed import Sealed
from betang.kernel import civil_numbers
from betang.organisation import queries as organisation
from betang.register.domain.fields import Kind
from betang.register.queries import BulkCard

_REGENCY, _DISTRICT = len("61.05"), len("61.05.19")
Show = Callable[[object], str]


def list_sheet(outgoing: OutList, cards: Iterator[BulkCard], *, full: bool) -> OutSheet:
    """The list as a sheet, its rows read while they are written."""
    columns = [SheetColumn(each.heading, each.width, each.is_text, each.choices) for each in outgoing.columns]
    rows = _rows(cards, in_full if full else masked)
    return OutSheet(outgoing.code, columns, (outgoing.cells(row) for row in rows))


def in_full(number: object) -> str:
    """The number in plain; one under another office's key stays hidden."""
    plain = keyring.open_number(number) if isinstance(number, Sealed) else ""
    return civil_numbers.HIDDEN if plain is None else plain


def masked(number: object) -> str:
    plain = in_full(number)
    return civil_numbers.mask(plain) if plain else ""


def _rows(cards: Iterator[BulkCard], show: Show) -> Iterator[OutRow]:
    names: dict[str, str] = {}
    for number, card in enumerate(cards, 1):
        code = card.village_code
        if code not in names:
            names |= dict.fromkeys(_chain(code), "") | organisation.names(_chain(code))
        yield _row(number, card, names, show)


def _chain(code: str) -> list[str]:
    return [code[:_REGENCY], code[:_DISTRICT], code]


def _row(number: int, card: BulkCard, names: Mapping[str, str], show: Show) -> OutRow:
    """A village that is not known leaves the cell empty; the list's own code is then that of the regency."""
    code = card.village_code
    is_known = len(code) > _DISTRICT
    return OutRow(
        number=number,
        village_code=code if is_known else "",
        village=names[code] if is_known else "",
        district=names[code[:_DISTRICT]] if is_known else "",
        regency=names[code[:_REGENCY]],
        said={Kind.HOUSE: card.house, Kind.FAMILY: card.family, Kind.PERSON: card.head, Kind.ASSESSMENT: card.visit},
        nik=show(card.head.get("nik")),
        kk=show(card.family.get("kk_number")),
    )
