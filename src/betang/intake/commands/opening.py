"""Is this file a list that can be taken in, and what must be looked up before its rows are read?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from betang.intake.domain import rows as reading_rows
from betang.intake.domain import template
from betang.intake.domain.cells import Row
from betang.intake.domain.rows import Known
from betang.intake.domain.template import Table
from betang.intake.domain.villages import Named, Resolved, named
from betang.intake.formats import reading
from betang.intake.formats.reading import RawSheet
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import Level, is_within, level_of

_ROWS_SHOWN_TO_THE_TEMPLATE = 30
_REGENCY_LETTERS = len("61.05")


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet of the file that is a list; `number` counts only those."""

    number: int
    raw: RawSheet
    table: Table

    def rows(self) -> Iterator[Row]:
        for row in self.raw.rows():
            if row.number > self.table.heading_row and not row.is_blank and not template.is_column_numbers(row):
                yield row


@dataclass(frozen=True, slots=True)
class Opened:
    """The lists of a file, and how many rows they have together."""

    sheets: tuple[ListSheet, ...]
    total: int

    def rows(self) -> Iterator[tuple[ListSheet, Row]]:
        for sheet in self.sheets:
            for row in sheet.rows():
                yield sheet, row


def open_list(content: bytes) -> Opened:
    """Raises Malformed, with a sentence, for what is not a list that we know."""
    raw = reading.read(content, most_bytes=settings.MAX_UPLOAD_BYTES)
    first_rows = {sheet.name: sheet.first_rows(_ROWS_SHOWN_TO_THE_TEMPLATE) for sheet in raw}
    tables = [(sheet, table) for sheet in raw if (table := template.find(first_rows[sheet.name]))]
    if not tables:
        raise template.not_this_template([row for rows in first_rows.values() for row in rows])
    for _sheet, table in tables:
        template.refuse_doubled(table)
    sheets = tuple(ListSheet(number, sheet, table) for number, (sheet, table) in enumerate(tables))
    return Opened(sheets, sum(1 for sheet in sheets for _row in sheet.rows()))


def look_up(opened: Opened, *, region: str, today: date) -> Known:
    """The villages that the rows name, and the NIKs that stand beside two unlike names."""
    names: set[Named] = set()
    heads: list[tuple[str, str]] = []
    for sheet, row in opened.rows():
        names.add(named(sheet.table, row))
        if head := reading_rows.head(row, sheet.table):
            heads.append(head)
    return Known(_resolved(names, region), reading_rows.shared_numbers(heads), today)


def region_of(known: Known, *, region: str) -> str:
    """The smallest region that holds every village which the officer may write, at most their own."""
    codes = [resolved.code.split(".") for resolved in known.villages.values() if resolved.code]
    common = []
    for parts in zip(*codes, strict=False):
        if len(set(parts)) > 1:
            break
        common.append(parts[0])
    found = ".".join(common)
    return found if found and is_within(found, region) else region


def _resolved(names: set[Named], region: str) -> Mapping[Named, Resolved]:
    codes = {name.code for name in names if name.is_dotted} | {name.dotted for name in names if name.is_bare}
    there = set(organisation.names(codes))
    return {name: _resolve(name, there, region) for name in names}


def _resolve(name: Named, there: set[str], region: str) -> Resolved:
    if name.is_dotted and name.code in there:
        return Resolved(name.code) if is_within(name.code, region) else Resolved(None, "village_elsewhere")
    if name.is_bare and name.dotted in there and is_within(name.dotted, region):
        return Resolved(name.dotted, "village_dots")
    if code := _by_name(name, region):
        return Resolved(code, "village_by_name")
    if name.is_bare:
        return Resolved(None, "village_bare_code")
    return Resolved(None, "village_unknown" if name.code else "village_missing")


def _by_name(name: Named, region: str) -> str | None:
    """Only within one regency, and only if the list names the district too: village names repeat themselves."""
    if not (name.village and name.district) or level_of(region) < Level.REGENCY:
        return None
    code = organisation.village_by_name(
        village=name.village, district=name.district, regency_code=region[:_REGENCY_LETTERS]
    )
    return code if code is not None and is_within(code, region) else None
