"""What does the attendance list of a meeting (daftar hadir) look like in Word, ready to be signed?"""

import itertools

from docx.document import Document
from docx.table import Table

from betang.coordination.domain.delegations import delegations
from betang.coordination.domain.paper import Attendee, MeetingPaper
from betang.coordination.formats import paper as on_paper
from betang.coordination.formats.said import NO_REGION, ONLINE, held_on, mode_said, place_said, signed_at, time_said

_EMPTY_ROWS = 20  # for a meeting of which nobody is known yet
_ROW_HEIGHT_CM = 0.75  # room for a hand


def write(meeting: MeetingPaper) -> bytes:
    """A .docx: every office with its person and function, and a field to sign; who came online signs nowhere."""
    document = on_paper.new_paper(f"Daftar hadir {meeting.title}")
    on_paper.letterhead(document, meeting.organisers)
    on_paper.paragraph(document, "DAFTAR HADIR", align=on_paper.CENTRED, bold=True, size=14, after=2)
    on_paper.headline(document, meeting.title)
    on_paper.facts(document, _particulars(meeting))
    _people(document, meeting)
    on_paper.close_grid(document)
    on_paper.signatures(document, (("", ""), ("Pemimpin rapat", meeting.chair)), place_and_day=signed_at(meeting))
    on_paper.page_numbers(document, f"Daftar hadir {meeting.title}")
    return on_paper.content(document)


def _particulars(meeting: MeetingPaper) -> list[tuple[str, str]]:
    known = (
        ("Hari, tanggal", held_on(meeting)),
        ("Waktu", time_said(meeting)),
        ("Tempat", place_said(meeting)),
        ("Daring lewat", meeting.platform),
        ("Penyelenggara", "; ".join(meeting.organisers)),
    )
    return [(name, said) for name, said in known if said]


def _people(document: Document, meeting: MeetingPaper) -> None:
    heads = ("No.", "Instansi", "Nama", "Jabatan", "Tanda tangan")
    table = on_paper.grid(document, heads, (1.0, 6.0, 3.7, 3.0, 2.8))
    expected = _expected(meeting)
    places = itertools.count(1)
    for delegation in delegations(expected):
        on_paper.add_band(table, delegation.region or NO_REGION)
        for who in delegation.people:
            _row(table, meeting, next(places), who)
    for empty in range(1, 1 if expected else _EMPTY_ROWS + 1):
        on_paper.add_row(table, (f"{empty}.", "", "", "", f"{empty}."), height_cm=_ROW_HEIGHT_CM)


def _expected(meeting: MeetingPaper) -> list[Attendee]:
    """Those who came, then the invited offices nobody has come from yet, to be filled in by hand."""
    there = {each.office for each in meeting.attendance}
    awaited = [Attendee(each.office, each.region) for each in meeting.invited if each.office not in there]
    return [*meeting.attendance, *awaited]


def _row(table: Table, meeting: MeetingPaper, place: int, who: Attendee) -> None:
    sign = mode_said(meeting, who.mode) if who.mode == ONLINE else f"{place}."
    row = (f"{place}.", who.office, who.name, who.function, sign)
    on_paper.add_row(table, row, height_cm=_ROW_HEIGHT_CM)
