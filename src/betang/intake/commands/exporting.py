"""How does a list go out: to whom it may, with masked numbers, or with full ones as an act on record?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.utils import timezone

from betang.accounts import commands as accounts
from betang.accounts.queries import Ability, Acting, require
from betang.intake.commands.exported_list import list_sheet
from betang.intake.commands.exported_recap import recap_sheets
from betang.intake.domain import outgoing_notes, outgoing_recap
from betang.intake.domain.outgoing_lists import LISTS
from betang.intake.domain.outgoing_notes import Narrowed, Notes
from betang.intake.formats import outgoing_workbook as workbook
from betang.intake.formats.outgoing_workbook import OutSheet, SheetColumn
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import is_within, level_of
from betang.register import queries as register
from betang.register.queries import BulkCard, ListFilters

Progress = Callable[[int, int], object]
RECAP = "recap"
TEMPLATES = (*LISTS, RECAP)
_TOLD_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """Which list, of whom; `full` numbers only with a purpose in words."""

    template: str
    filters: ListFilters
    full: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """The workbook, how many families stand in it, and a name for it that names nobody."""

    content: bytes
    rows: int
    file_name: str


def export(acting: Acting, order: ExportOrder, progress: Progress | None = None) -> Exported:
    """Raises `NotAllowed` for another region or without the right to see numbers, `Refusal` without a purpose."""
    region_code = region_to_give(acting, order.filters.region_code)
    order = replace(order, filters=replace(order.filters, region_code=region_code))
    return _recap(acting, order) if order.template == RECAP else _list(acting, order, progress)


def region_to_give(acting: Acting, wanted: str) -> str:
    """The smaller of the person's region and the wanted one. Raises `NotAllowed` where they lie apart."""
    region_code = acting.region_code if not wanted or is_within(acting.region_code, wanted) else wanted
    require(acting, Ability.SEE_RECORDS, region_code)
    return region_code


def _list(acting: Acting, order: ExportOrder, progress: Progress | None) -> Exported:
    """Both lists are of houses: who has none has no row in them, and the notes say how many those are."""
    housed = replace(order.filters, has_house=True)
    homeless = register.families_without_house(acting, order.filters)
    families = register.families_fitting(acting, order.filters) - homeless
    outgoing = LISTS[order.template].within(level_of(order.filters.region_code))
    notes = replace(
        _notes(acting, order.filters, outgoing.name),
        families=families,
        left_out=homeless,
        numbers=_numbers(acting, order, families),
    )
    cards = register.bulk_cards(acting, housed, outgoing.fields()) if families else iter(())
    sheet = list_sheet(outgoing, _counted(cards, families, progress), full=order.full)
    return Exported(workbook.write([sheet, _notes_sheet(notes)]), families, _file_name(order, notes))


def _counted(cards: Iterator[BulkCard], total: int, progress: Progress | None) -> Iterator[BulkCard]:
    """The cards, telling now and then how many went by."""
    for number, card in enumerate(cards):
        if progress and number % _TOLD_EVERY == 0:
            progress(number, total)
        yield card


def _recap(acting: Acting, order: ExportOrder) -> Exported:
    if order.full:
        raise Refusal("Rekap tidak memuat NIK dan nomor KK, jadi tidak ada yang dibuka.", code="recap_has_no_numbers")
    told = register.recap(acting, order.filters)
    notes = replace(
        _notes(acting, order.filters, outgoing_recap.NAME),
        families=told.total.families,
        numbers=outgoing_notes.NO_NUMBERS,
        more=(("Wilayah yang ikut", outgoing_recap.included(told)), ("Jumlah", outgoing_recap.sum_check(told))),
    )
    content = workbook.write([*recap_sheets(told), _notes_sheet(notes)])
    return Exported(content, told.total.families, _file_name(order, notes))


def _numbers(acting: Acting, order: ExportOrder, families: int) -> str:
    """What the list says of its numbers; full ones go on record first."""
    if not order.full:
        return outgoing_notes.MASKED
    region_code = order.filters.region_code
    purpose = accounts.log_export(
        acting, what=order.template, families=families, region_code=region_code, purpose=order.because
    )
    return outgoing_notes.full(purpose)


def _notes(acting: Acting, filters: ListFilters, name: str) -> Notes:
    return Notes(
        name=name,
        as_of=timezone.localtime(),
        region=organisation.label(filters.region_code),
        region_code=filters.region_code,
        narrowed=_narrowed(filters),
        office=acting.agency,
        person=acting.person,
    )


def _narrowed(filters: ListFilters) -> Narrowed:
    return Narrowed(
        text=filters.text,
        is_one_number=bool(filters.mask or filters.number),
        condition=filters.condition,
        age=filters.age,
        has_house=filters.has_house,
        is_waiting=filters.is_waiting,
    )


def _notes_sheet(notes: Notes) -> OutSheet:
    columns = [SheetColumn(heading, width) for heading, width in zip(outgoing_notes.HEADINGS, (22, 90), strict=True)]
    return OutSheet(outgoing_notes.SHEET, columns, outgoing_notes.lines(notes))


def _file_name(order: ExportOrder, notes: Notes) -> str:
    return f"{order.template} {notes.region_code} per {notes.as_of:%Y-%m-%d}.xlsx"
