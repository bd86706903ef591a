"""What do the minutes of a meeting (notulen) look like in Word?"""

import itertools

from docx.document import Document

from betang.coordination.domain import codes
from betang.coordination.domain.delegations import delegations
from betang.coordination.domain.paper import AgendaLine, CommitmentLine, MeetingPaper, ObstacleLine
from betang.coordination.domain.wording import capital, count, day, led_by, listed, number, quoted, sentence
from betang.coordination.formats import paper as on_paper
from betang.coordination.formats.said import (
    NO_REGION,
    ONLINE,
    handling,
    held_on,
    mode_said,
    outcome,
    place_said,
    signed_at,
    time_said,
)

_OUTCOMES = (
    ("INFORMASI", "Informasi"),
    ("KEPUTUSAN", "Kesepakatan dan keputusan"),
    ("KOMITMEN", "Komitmen"),
)
_ANNEX_SIZE = 9  # so that eight kabupaten with four offices each stand on one page


def write(meeting: MeetingPaper) -> bytes:
    """A .docx: letterhead, particulars, agenda, course, obstacles, outcomes, follow-up, signatures, participants."""
    document = on_paper.new_paper(f"Notulen {meeting.title}")
    on_paper.letterhead(document, meeting.organisers)
    on_paper.paragraph(document, "NOTULEN RAPAT", align=on_paper.CENTRED, bold=True, size=14, after=2)
    on_paper.headline(document, meeting.title)
    on_paper.facts(document, _particulars(meeting))
    for write_part in (_purpose, _agenda, _course, _obstacles, _outcomes, _follow_up, _closing):
        write_part(document, meeting)
    _participants(document, meeting)
    on_paper.page_numbers(document, f"Notulen {meeting.title}")
    return on_paper.content(document)


def _particulars(meeting: MeetingPaper) -> list[tuple[str, str]]:
    known = (
        ("Hari, tanggal", held_on(meeting)),
        ("Waktu", time_said(meeting)),
        ("Tempat", place_said(meeting)),
        ("Daring lewat", meeting.platform),
        ("Wilayah", meeting.region),
        ("Program", meeting.programme),
        ("Penyelenggara", "; ".join(meeting.organisers)),
        ("Pemimpin rapat", meeting.chair or on_paper.TO_FILL_IN),
        ("Notulis", on_paper.TO_FILL_IN),
        ("Peserta", _participants_counted(meeting)),
    )
    return [(name, said) for name, said in known if said]


def _participants_counted(meeting: MeetingPaper) -> str:
    if not meeting.attendance:
        return ""
    named = sum(bool(each.name) for each in meeting.attendance)
    sent = len({each.office for each in meeting.attendance if not each.name})
    online = sum(each.mode == ONLINE for each in meeting.attendance)
    parts = (
        f"{count(named)} orang" if named else "",
        f"utusan {number(sent)} kantor" if sent else "",
    )
    said = capital(listed([part for part in parts if part]))
    return f"{said}; {count(online)} di antaranya daring (terlampir)" if online else f"{said} (terlampir)"


def _purpose(document: Document, meeting: MeetingPaper) -> None:
    if not (meeting.occasion or meeting.purpose):
        return
    on_paper.heading(document, "Dasar dan tujuan")
    if meeting.occasion:
        on_paper.body(document, sentence(f"Rapat diadakan {_lower_start(led_by('Dalam rangka', meeting.occasion))}"))
    if meeting.purpose:
        on_paper.body(document, sentence(led_by("Rapat ini bertujuan", meeting.purpose)))


def _lower_start(text: str) -> str:
    return text[:1].lower() + text[1:]


def _agenda(document: Document, meeting: MeetingPaper) -> None:
    if not meeting.agenda:
        return
    on_paper.heading(document, "Susunan acara")
    table = on_paper.grid(document, ("No.", "Acara", "Pembicara", "Cara hadir"), (1.1, 5.6, 6.8, 3))
    for place, line in enumerate(meeting.agenda, start=1):
        kind = codes.ITEM.label(line.kind)
        title = line.title if line.title.casefold().startswith(kind.casefold()) else f"{kind}: {line.title}"
        on_paper.add_row(table, (f"{place}.", _with_file(title, line), _speaker(line), mode_said(meeting, line.mode)))
    on_paper.close_grid(document)


def _with_file(title: str, line: AgendaLine) -> str:
    return f"{title} (berkas: {line.file_name})" if line.file_name else title


def _speaker(line: AgendaLine) -> str:
    return ", ".join(part for part in (line.speaker, line.function, line.office) if part)


def _course(document: Document, meeting: MeetingPaper) -> None:
    told = [line for line in meeting.agenda if line.gist or line.quote]
    if not (told or meeting.course):
        return
    on_paper.heading(document, "Jalannya rapat")
    if meeting.course:
        on_paper.body(document, sentence(meeting.course))
    for line in told:
        on_paper.led(document, f"{line.title}.", _gist(line))
        if line.quote:
            on_paper.quotation(document, quoted(line.quote))


def _gist(line: AgendaLine) -> str:
    if not line.gist:
        return f"{line.speaker} menyampaikan:" if line.speaker else ""
    if line.speaker and line.gist[:1].islower():
        return sentence(f"{line.speaker} {line.gist}")
    return sentence(capital(line.gist))


def _obstacles(document: Document, meeting: MeetingPaper) -> None:
    if not meeting.obstacles:
        return
    on_paper.heading(document, "Kendala yang disampaikan")
    heads = ("No.", "Topik", "Kendala", "Diangkat oleh", "Keluarga", "Tindak lanjut")
    table = on_paper.grid(document, heads, (1.0, 2.7, 4.2, 2.6, 2.0, 4.0))
    for place, line in enumerate(meeting.obstacles, start=1):
        on_paper.add_row(table, (f"{place}.", *_obstacle(line)))
    on_paper.close_grid(document)
    if any(line.families is not None for line in meeting.obstacles):
        as_of = f"Keluarga: yang ada di belakang kendala itu menurut daftar per {day(meeting.printed_on)}."
        on_paper.small(document, as_of)


def _obstacle(line: ObstacleLine) -> tuple[str, ...]:
    where = f"{line.text} ({line.region})" if line.region else line.text
    families = "–" if line.families is None else number(line.families)
    return (codes.TOPIC.label(line.topic), where, line.raised_by, families, handling(line) or "Belum ditetapkan")


def _outcomes(document: Document, meeting: MeetingPaper) -> None:
    if not meeting.outcomes:
        return
    on_paper.heading(document, "Hasil rapat")
    for kind, said in _OUTCOMES:
        found = [line for line in meeting.outcomes if line.kind == kind]
        if found:
            on_paper.paragraph(document, said, bold=True, after=2)
            on_paper.numbered(document, [outcome(line) for line in found])


def _follow_up(document: Document, meeting: MeetingPaper) -> None:
    if not meeting.commitments:
        return
    on_paper.heading(document, "Tindak lanjut")
    heads = ("No.", "Komitmen", "Penanggung jawab", "Tenggat", "Keadaan")
    table = on_paper.grid(document, heads, (1.1, 6.6, 3.8, 2.5, 2.5))
    for place, line in enumerate(meeting.commitments, start=1):
        on_paper.add_row(table, (f"{place}.", *_commitment(line)))
    on_paper.close_grid(document)
    on_paper.small(document, f"Keadaan komitmen per {day(meeting.printed_on)}.")


def _commitment(line: CommitmentLine) -> tuple[str, ...]:
    what = f"{line.text} ({line.region})" if line.region else line.text
    return (what, line.responsible, day(line.due_date) if line.due_date else "–", line.state)


def _closing(document: Document, meeting: MeetingPaper) -> None:
    if meeting.significance or meeting.note:
        on_paper.heading(document, "Penutup")
    for text in (meeting.significance, meeting.note):
        if text:
            on_paper.body(document, sentence(text))
    on_paper.close_grid(document)
    signing = (("Pemimpin rapat", meeting.chair), ("Notulis", ""))
    on_paper.signatures(document, signing, place_and_day=signed_at(meeting))
    if meeting.source:
        on_paper.close_grid(document)
        on_paper.small(document, f"Sumber keterangan: {meeting.source}")


def _participants(document: Document, meeting: MeetingPaper) -> None:
    if not (meeting.attendance or meeting.invited):
        return
    on_paper.heading(document, "Lampiran: peserta rapat").paragraph_format.page_break_before = True
    _invited(document, meeting)
    table = on_paper.grid(document, ("No.", "Instansi", "Nama", "Jabatan", "Cara hadir"), (1.0, 5.7, 4.0, 3.7, 2.1))
    places = itertools.count(1)
    for delegation in delegations(meeting.attendance):
        on_paper.add_band(table, delegation.region or NO_REGION)
        for who in delegation.people:
            row = (f"{next(places)}.", who.office, who.name or "–", who.function, mode_said(meeting, who.mode))
            on_paper.add_row(table, row, size=_ANNEX_SIZE)


def _invited(document: Document, meeting: MeetingPaper) -> None:
    if meeting.invited:
        on_paper.paragraph(document, "Diundang", bold=True, after=2)
        texts = (f"{each.office} ({each.region})" if each.region else each.office for each in meeting.invited)
        on_paper.numbered(document, texts)
        on_paper.paragraph(document, "Hadir", bold=True, after=2)
