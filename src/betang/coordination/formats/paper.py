"""How is an official paper made that opens in Word, whatever stands in it?

Every text goes through `plain` and becomes literal text of a run: never markup, a field, a link or a name of a file.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document as new_document
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from betang.coordination.domain.wording import cut, plain

FONT = "Arial"
CENTRED = WD_ALIGN_PARAGRAPH.CENTER
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
GREY = RGBColor(0x59, 0x59, 0x59)
TO_FILL_IN = "…" * 12
_TITLE_LENGTH = 200  # a document's title property holds 255 characters
_FOOT_LENGTH = 110
_LONG_TEXT = 120  # a heading longer than this is set smaller


def new_paper(title: str, *, landscape: bool = False) -> Document:
    """An A4 page in official dress, empty."""
    document = new_document()
    _dress(document)
    _page(document.sections[0], landscape=landscape)
    document.core_properties.title = cut(plain(title), _TITLE_LENGTH)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.language = "id-ID"
    return document


def content(document: Document) -> bytes:
    """The bytes of the .docx."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def letterhead(document: Document, organisers: Sequence[str]) -> None:
    """The names of those who hold the meeting, a line for the address to be filled in, and the double rule."""
    names = organisers or ("[Nama instansi penyelenggara]",)
    for place, name in enumerate(names):
        line = paragraph(document, name, align=CENTRED, bold=True, size=13 if place == 0 else 11, after=0)
        for run in line.runs:
            run.font.all_caps = True
    address = paragraph(document, "[Alamat kantor, telepon, dan laman]", align=CENTRED, size=9, after=14)
    address.runs[0].font.color.rgb = GREY
    _rule_below(address)


def heading(document: Document, text: str) -> Paragraph:
    made: Paragraph = document.add_heading(plain(text), level=1)
    return made


def headline(document: Document, text: str) -> Paragraph:
    """What the paper is about, large and centred; smaller where it is long."""
    shown = plain(text)
    return paragraph(document, shown, align=CENTRED, bold=True, size=13 if len(shown) <= _LONG_TEXT else 10, after=8)


def paragraph(
    document: Document | _Cell,
    text: str,
    *,
    style: str | None = None,
    align: WD_ALIGN_PARAGRAPH | None = None,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
    after: float | None = None,
) -> Paragraph:
    """One paragraph of literal text."""
    made = document.add_paragraph(style=style)
    made.alignment = align
    _written(made, text, bold=bold, italic=italic, size=size)
    if after is not None:
        made.paragraph_format.space_after = Pt(after)
    return made


def body(document: Document, text: str) -> Paragraph:
    """Running text."""
    return paragraph(document, text, align=JUSTIFIED)


def led(document: Document, lead: str, text: str) -> Paragraph:
    """Running text behind a few words in bold."""
    made = paragraph(document, lead, align=JUSTIFIED, bold=True)
    made.add_run(" ")
    _written(made, text)
    return made


def numbered(document: Document, texts: Iterable[str]) -> None:
    """1., 2., 3. as typed text, so that every list begins at one and reads the same in every word processor."""
    for place, text in enumerate(texts, start=1):
        line = paragraph(document, "", align=JUSTIFIED, after=3)
        line.paragraph_format.left_indent = Cm(0.8)
        line.paragraph_format.first_line_indent = Cm(-0.8)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
        line.add_run(f"{place}.\t")
        _written(line, text)


def quotation(document: Document, text: str) -> None:
    line = paragraph(document, text, align=JUSTIFIED, italic=True)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Cm(1)


def facts(document: Document, pairs: Sequence[tuple[str, str]], *, size: float = 10) -> None:
    """`Tempat : Ruang Tengkawang`, one below the other, without lines."""
    table: Table = document.add_table(rows=0, cols=3)
    for name, said in pairs:
        add_row(table, (name, ":", said), size=size)
    _set_widths(table, (4.2, 0.5, 11.8))
    _gap(document)


def grid(document: Document, headings: Sequence[str], widths: Sequence[float]) -> Table:
    """A table with lines whose head comes again on each page. Widths in centimetres."""
    table: Table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, text in zip(table.rows[0].cells, headings, strict=True):
        _fill(cell, text, bold=True, align=CENTRED)
        _shade(cell)
    _row_mark(table.rows[0], "w:tblHeader")
    _set_widths(table, widths)
    return table


def add_row(table: Table, texts: Sequence[str], *, height_cm: float = 0, size: float = 10) -> None:
    row = _new_row(table)
    _row_mark(row, "w:cantSplit")
    for cell, text in zip(row.cells, texts, strict=True):
        _fill(cell, text, size=size)
    if height_cm:
        row.height = Cm(height_cm)


def add_band(table: Table, text: str) -> None:
    """A row over the whole width that names what follows, and stays with it."""
    row = _new_row(table)
    _row_mark(row, "w:cantSplit")
    cells = row.cells
    whole = cells[0].merge(cells[-1])
    _fill(whole, text, bold=True)
    whole.paragraphs[0].paragraph_format.keep_with_next = True
    _shade(whole)


def close_grid(document: Document) -> None:
    """Air below a table."""
    _gap(document)


def small(document: Document, text: str) -> None:
    """A remark in small grey letters: as-of, source."""
    line = paragraph(document, text, size=9)
    line.runs[0].font.color.rgb = GREY


def signatures(document: Document, columns: Sequence[tuple[str, str]], *, place_and_day: str) -> None:
    """Who signs, side by side: what they are, room for the hand, their name or a line for it. No function: nobody."""
    days = [""] * (len(columns) - 1) + [place_and_day]
    functions = [f"{function}," if function else "" for function, _name in columns]
    names = [(name or f"({TO_FILL_IN})") if function else "" for function, name in columns]
    table: Table = document.add_table(rows=0, cols=len(columns))
    for texts in (days, functions, [""] * len(columns), names):
        add_row(table, texts, height_cm=0 if any(texts) else 1.6)
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].alignment = CENTRED
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def page_numbers(document: Document, text: str) -> None:
    """A foot with a few words and `halaman 1 dari 3`. The only fields of a paper, and nobody's text is in them."""
    line = document.sections[0].footer.paragraphs[0]
    line.alignment = CENTRED
    _written(line, cut(plain(text), _FOOT_LENGTH), size=8)
    for words, code in ((" – halaman ", "PAGE"), (" dari ", "NUMPAGES")):
        line.add_run(words).font.size = Pt(8)
        _field(line, code)


def _written(
    line: Paragraph, text: str, *, bold: bool = False, italic: bool = False, size: float | None = None
) -> None:
    """Literal text at the end of a paragraph."""
    run = line.add_run(plain(text))
    run.bold = bold or None
    run.italic = italic or None
    run.font.size = Pt(size) if size else None


def _fill(
    cell: _Cell, text: str, *, bold: bool = False, align: WD_ALIGN_PARAGRAPH | None = None, size: float = 10
) -> None:
    line = cell.paragraphs[0]
    line.alignment = align
    line.paragraph_format.space_after = Pt(1)
    _written(line, text, bold=bold, size=size)


def _gap(document: Document) -> None:
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _set_widths(table: Table, widths: Sequence[float]) -> None:
    """In the columns and in every cell there is: Word reads the cells, LibreOffice the columns."""
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def _new_row(table: Table) -> _Row:
    made: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves this one method untyped
    return made


def _dress(document: Document) -> None:
    normal = document.styles["Normal"]
    first = document.styles["Heading 1"]
    for style, size in ((normal, 11), (first, 11.5)):
        if isinstance(style, ParagraphStyle):
            _set_font(style, size)
            style.paragraph_format.space_after = Pt(6)
    if isinstance(first, ParagraphStyle):
        first.font.bold = True
        first.font.color.rgb = RGBColor(0, 0, 0)
        first.paragraph_format.space_before = Pt(12)
        first.paragraph_format.keep_with_next = True
    _speak_bahasa(document)


def _set_font(style: ParagraphStyle, size: float) -> None:
    style.font.name = FONT
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
        fonts.attrib.pop(qn(f"w:{script}Theme" if script != "cs" else "w:cstheme"), None)


def _speak_bahasa(document: Document) -> None:
    """So that Word does not underline every word as wrong English."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "id-ID")


def _page(section: Section, *, landscape: bool) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made


def _rule_below(line: Paragraph) -> None:
    borders = _element("w:pBdr")
    borders.append(_element("w:bottom", val="thickThinSmallGap", sz="24", space="4", color="000000"))
    line._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _shade(cell: _Cell) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill="E7E6E6"))


def _row_mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(_element(name))


def _field(line: Paragraph, code: str) -> None:
    shown = line.add_run("1")
    shown.font.size = Pt(8)
    field = _element("w:fldSimple", instr=code)
    field.append(shown._r)
    line._p.append(field)
