"""Which lists are in this file, and which lines of it are their rows?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from betang.intake.domain import file_names, headings, mapping, notes, unknown
from betang.intake.domain.cells import Row, letters
from betang.intake.domain.headings import Table
from betang.intake.domain.lines import Line, Lines
from betang.intake.domain.mapping import NeedsMapping
from betang.intake.domain.merged import FillingDown, Span
from betang.intake.domain.notes import Note
from betang.intake.domain.templates import MAPPED
from betang.intake.domain.unknown import UnknownSheet
from betang.intake.domain.workbooks import Workbook, own_keys
from betang.intake.formats import reading
from betang.intake.formats.reading import Merge, RawSheet
from betang.kernel.errors import Malformed

_ROWS_LOOKED_AT = 60  # for the headings, and for what stands below them
_NOTE_OF_LINE = {
    Line.TOTAL: "totals_passed_over",
    Line.REMARK: "remarks_passed_over",
    Line.SECTION: "sections_passed_over",
    Line.NUMBERED_BLANK: "numbered_blanks_passed_over",
    Line.HEADINGS: "headings_passed_over",
    Line.COLUMN_NUMBERS: "column_numbers_passed_over",
}
Columns = Mapping[str, str]
# What an office once said of headings with this fingerprint.
Remembered = Callable[[str], Columns | None]
PlaceNames = Callable[[], tuple[frozenset[str], frozenset[str]]]


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet of the file that is a list; `number` counts only those."""

    number: int
    raw: RawSheet
    table: Table

    def rows(self) -> Iterator[Row]:
        """The rows of the list in their order, merged cells filled down; totals and remarks are passed over."""
        return self.rows_with(Lines(self.table), self.filling())

    def filling(self) -> FillingDown:
        return FillingDown(
            Span(merge.top, merge.bottom, merge.left)
            for merge in self.raw.merges
            if merge.bottom > merge.top > self.table.heading_row
        )

    def rows_with(self, lines: Lines, filling: FillingDown) -> Iterator[Row]:
        for row in self.raw.rows():
            if row.number <= self.table.heading_row or row.is_blank:
                continue
            kind = lines.kind(row)
            filled = filling.fill(row)
            if kind is Line.ROW:
                yield filled

    @property
    def fingerprint(self) -> str:
        return mapping.fingerprint(self.table.headings)

    @property
    def said(self) -> dict[str, str]:
        """Its headings with the column that each is, where a person had to say it."""
        if self.table.template != MAPPED:
            return {}
        return {self.table.headings[at]: key for key, places in self.table.places.items() for at in places}

    def counted(self) -> tuple[int, list[Note]]:
        """How many rows there are, and what is to be said of the sheet."""
        lines, filling, hidden = Lines(self.table), self.filling(), 0
        total = 0
        for row in self.rows_with(lines, filling):
            total += 1
            hidden += row.number in self.raw.hidden_rows
        return total, list(self._told(lines, filling, hidden))

    def _told(self, lines: Lines, filling: FillingDown, hidden: int) -> Iterator[Note]:
        name = file_names.clean(self.raw.name)
        if self.raw.is_hidden:
            yield notes.of_sheet("sheet_hidden", name)
        if hidden:
            yield notes.of_sheet("rows_hidden", name, rows=hidden)
        if filling.filled:
            yield notes.of_sheet("cells_filled_down", name, cells=filling.filled)
        for line, rows in lines.passed.items():
            yield notes.of_sheet(_NOTE_OF_LINE[line], name, rows=rows)
        if unknown_columns := self.table.unknown:
            yield notes.of_sheet("columns_passed_over", name, letters=", ".join(map(letters, unknown_columns)))
        if self.table.workbook is None and "surveyed" not in self.table.places:
            yield notes.of_sheet("no_survey_date", name)


@dataclass(frozen=True, slots=True)
class Opened:
    """The lists of a file, how many rows they have together, and what is to be said of how they were read.

    `columns` is what a person said of the headings, now or earlier; None where all spoke for themselves.
    """

    sheets: tuple[ListSheet, ...]
    total: int
    notes: tuple[Note, ...] = ()
    columns: Columns | None = None

    @property
    def template(self) -> str:
        """The code of the template of the first list, or `mapped`."""
        return self.sheets[0].table.template

    @property
    def workbook(self) -> Workbook | None:
        """Of a room above; None for lists of the register."""
        return self.sheets[0].table.workbook

    @property
    def mapped(self) -> list[ListSheet]:
        """The lists whose headings a person had to explain."""
        return [sheet for sheet in self.sheets if sheet.said]

    def rows(self) -> Iterator[tuple[ListSheet, Row]]:
        for sheet in self.sheets:
            for row in sheet.rows():
                yield sheet, row


@dataclass(frozen=True, slots=True)
class _Look:
    """A sheet with its first rows, and the line among them that looks most like headings."""

    raw: RawSheet
    rows: list[Row]
    spans: list[tuple[int, int, int]]
    unknown: UnknownSheet | None


def open_list(
    content: bytes,
    *,
    columns: Mapping[str, str | None] | None = None,
    remembered: Remembered | None = None,
    said_before: Remembered | None = None,
    place_names: PlaceNames | None = None,
) -> Opened:
    """The lists of a file. `columns` says which heading is which column, where a person has said so.

    What is `remembered` is taken as said; what was `said_before` only comes before our own guesses. Raises
    NeedsMapping for a list of people under headings that nobody knows, Malformed with a sentence for the rest.
    """
    chosen = mapping.check(columns) if columns is not None else None
    looks = [_look(sheet) for sheet in reading.read(content, most_bytes=settings.MAX_UPLOAD_BYTES)]
    tables = [_table(look, chosen, remembered) for look in looks]
    if not any(tables):
        raise _not_known(looks, said_before, place_names)
    for table in tables:
        if table is not None:
            headings.refuse_doubled(table)
    return _opened(looks, tables)


def _opened(looks: Sequence[_Look], tables: Sequence[Table | None]) -> Opened:
    known = [(look.raw, table) for look, table in zip(looks, tables, strict=True) if table is not None]
    sheets = tuple(ListSheet(number, raw, table) for number, (raw, table) in enumerate(known))
    _refuse_two_kinds(sheets)
    counted = [sheet.counted() for sheet in sheets]
    passed = [_passed_over(look) for look, table in zip(looks, tables, strict=True) if table is None and look.rows]
    return Opened(
        sheets,
        sum(total for total, _notes in counted),
        tuple(note for _total, of_sheet in counted for note in of_sheet) + tuple(passed),
        {heading: key for sheet in sheets if sheet.table.template == MAPPED for heading, key in sheet.said.items()}
        or None,
    )


def _refuse_two_kinds(sheets: Sequence[ListSheet]) -> None:
    """Each kind is taken in, and undone, by its own room."""
    first = sheets[0]
    for other in sheets[1:]:
        if other.table.workbook is not first.table.workbook:
            raise Malformed(
                "Berkas ini memuat dua jenis daftar, di lembar %(first)s dan di lembar %(second)s. Unggah "
                "masing-masing sebagai berkas sendiri.",
                code="two_kinds_of_list",
                first=file_names.clean(first.raw.name),
                second=file_names.clean(other.raw.name),
            )


def _look(raw: RawSheet) -> _Look:
    rows = raw.first_rows(_ROWS_LOOKED_AT)
    spans = [(merge.top, merge.left, merge.right) for merge in raw.merges if merge.right > merge.left]
    return _Look(raw, rows, spans, unknown.look_at(raw.name, rows, merges=spans))


def _table(look: _Look, chosen: Columns | None, remembered: Remembered | None) -> Table | None:
    """As a person said, if most of what they said is of this sheet; else as a form that is known; else as once said."""
    said = _as_chosen(look, chosen) if chosen else None
    if said is None or len(said.places) * 2 < len(set((chosen or {}).values())):
        said = headings.find(look.rows, merges=look.spans) or said
    if said is None and look.unknown and remembered:
        columns = remembered(mapping.fingerprint(look.unknown.headings))
        said = _as_chosen(look, columns) if columns else None
    return replace(said, heading_row=_last_row_of(said, look.raw.merges)) if said else None


def _as_chosen(look: _Look, columns: Columns) -> Table | None:
    """The table under the line that has the most of the chosen headings; None if too few for a list are there."""
    lines = headings.heading_rows(look.rows, merges=look.spans)
    tables = [mapping.as_chosen(line.texts, line.row, columns) for line in lines]
    best = max(tables, key=lambda table: len(table.places), default=None)
    if best is None or "name" not in best.places or not best.has_village:
        return None
    return best if best.workbook is not None or own_keys().isdisjoint(best.places) else None


def _last_row_of(table: Table, merges: Sequence[Merge]) -> int:
    """A heading merged downwards reaches over rows that are no rows of the list."""
    row = table.heading_row
    return max((merge.bottom for merge in merges if merge.top <= row < merge.bottom), default=row)


def _passed_over(look: _Look) -> Note:
    names_people = look.unknown is not None and unknown.names_people(look.unknown)
    return notes.of_sheet(
        "people_passed_over" if names_people else "sheet_passed_over", file_names.clean(look.raw.name)
    )


def _not_known(looks: Sequence[_Look], said_before: Remembered | None, place_names: PlaceNames | None) -> Malformed:
    """Why no sheet of the file is a list that we can read: what it looks like, or what must be said of it."""
    sheets = [look.unknown for look in looks if look.unknown is not None]
    of_people = [sheet for sheet in sheets if unknown.names_people(sheet)]
    if refusal := unknown.why_not(of_people or sheets, names=bool(of_people)):  # a recap beside a list is no reason
        return refusal
    if not of_people:
        return unknown.no_list(sheets)
    villages, districts = place_names() if place_names else (frozenset[str](), frozenset[str]())
    said = [said_before(mapping.fingerprint(sheet.headings)) or {} for sheet in of_people] if said_before else []
    before = {heading: key for each in said for heading, key in each.items()}
    guesses = mapping.guess(of_people, villages=villages, districts=districts, said_before=before)
    return NeedsMapping(guesses) if len(guesses) <= mapping.MOST_ASKED else unknown.too_many_headings(len(guesses))
