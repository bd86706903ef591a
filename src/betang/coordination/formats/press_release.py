"""What does the press release about a meeting (siaran pers) look like in Word?"""

from collections.abc import Sequence
from itertools import groupby

from docx.document import Document

from betang.coordination.domain import codes
from betang.coordination.domain.delegations import bare_office, delegations, in_full, sent_alike, short_region
from betang.coordination.domain.paper import (
    AgendaLine,
    Attendee,
    CommitmentLine,
    MeetingPaper,
    ObstacleLine,
)
from betang.coordination.domain.wording import count, day, led_by, listed, number, quoted, sentence, weekday
from betang.coordination.formats import paper as on_paper
from betang.coordination.formats.said import (
    NO_REGION,
    ONLINE,
    handling,
    held_on,
    mode_said,
    outcome,
    place_said,
    time_said,
)


def write(meeting: MeetingPaper) -> bytes:
    """A .docx: headline, who met and why, who said what, what was agreed, what it means; the particulars at the end."""
    document = on_paper.new_paper(f"Siaran pers: {meeting.title}")
    on_paper.letterhead(document, meeting.organisers)
    on_paper.paragraph(document, "SIARAN PERS", align=on_paper.CENTRED, bold=True, size=14, after=0)
    on_paper.paragraph(document, "Nomor: [diisi]", align=on_paper.CENTRED, size=10, after=10)
    on_paper.headline(document, meeting.title)
    on_paper.led(document, _dateline(meeting), _opening(meeting))
    _story(document, meeting)
    on_paper.paragraph(document, "***", align=on_paper.CENTRED)
    on_paper.heading(document, "Catatan untuk redaksi")
    on_paper.facts(document, _particulars(meeting), size=9)
    on_paper.page_numbers(document, f"Siaran pers: {meeting.title}")
    return on_paper.content(document)


def _dateline(meeting: MeetingPaper) -> str:
    known = (meeting.city, day(meeting.held_date) if meeting.held_date else "")
    return f"{', '.join(part for part in known if part) or '[Kota, tanggal]'} –"


def _opening(meeting: MeetingPaper) -> str:
    """Dalam rangka …, A bersama B menggelar Rapat … di …, Kamis (12/6)."""
    occasion = f"{led_by('Dalam rangka', meeting.occasion)}, " if meeting.occasion else ""
    organisers = " bersama ".join(meeting.organisers) or "[Nama instansi penyelenggara]"
    where = f" di {place_said(meeting)}" if place_said(meeting) else ""
    on = meeting.held_date
    when = f", {weekday(on)} ({on.day}/{on.month})" if on else ""
    return sentence(f"{occasion}{organisers} menggelar {_named(meeting.title)}{where}{when}")


def _named(title: str) -> str:
    return title if title.casefold().startswith("rapat") else f"rapat {quoted(title)}"


def _story(document: Document, meeting: MeetingPaper) -> None:
    """From the purpose to what the meeting means, without what is empty."""
    purpose = sentence(led_by("Acara ini bertujuan", meeting.purpose)) if meeting.purpose else ""
    course = sentence(meeting.course) if meeting.course else ""
    for text in (purpose, *_agenda(meeting), _came(meeting.attendance), course):
        if text:
            on_paper.body(document, text)
    _itemised(document, "Kendala yang disampaikan dalam rapat:", [_obstacle(line) for line in meeting.obstacles])
    for line in meeting.outcomes:
        on_paper.body(document, outcome(line))
    _itemised(document, "Komitmen yang dicatat:", [_commitment(line) for line in meeting.commitments])
    if meeting.significance:
        on_paper.body(document, sentence(meeting.significance))


def _itemised(document: Document, lead: str, texts: Sequence[str]) -> None:
    if texts:
        on_paper.body(document, lead).paragraph_format.keep_with_next = True
        on_paper.numbered(document, texts)


def _agenda(meeting: MeetingPaper) -> list[str]:
    """A paragraph for each item and one for each quote; speakers of one kind that are only named share a sentence."""
    told = []
    for (kind, mode, _bare), lines in groupby(meeting.agenda, lambda line: (line.kind, line.mode, _is_bare(line))):
        together = list(lines)
        if _is_bare(together[0]):
            told.append(_spoken(meeting, kind, mode, [_who(line) for line in together]))
        else:
            told += [text for line in together for text in _item_told(meeting, line)]
    return told


def _is_bare(line: AgendaLine) -> bool:
    return bool(line.speaker) and not (line.quote or line.gist)


def _item_told(meeting: MeetingPaper, line: AgendaLine) -> list[str]:
    if not line.speaker:
        return [_anonymous(line)] if line.gist or line.quote else []
    spoken = _spoken(meeting, line.kind, line.mode, [_who(line)])
    if not line.quote:
        return [f"{spoken} {_gist(line)}"]
    return [spoken, " ".join(part for part in (_quote(line.quote), _gist(line)) if part)]


def _anonymous(line: AgendaLine) -> str:
    """Diskusi terbuka pada akhir sesi menjadi …"""
    gist = f"{line.title} {line.gist}" if line.gist[:1].islower() else f"{line.title}: {line.gist}"
    quote = f" {quoted(line.quote)}" if line.quote else ""
    return f"{sentence(gist) if line.gist else sentence(line.title)}{quote}"


def _who(line: AgendaLine) -> str:
    return ", ".join(part for part in (line.function, line.speaker) if part)


def _spoken(meeting: MeetingPaper, kind: str, mode: str, who: Sequence[str]) -> str:
    """Sambutan disampaikan oleh Kepala Dinas …, Yosafat …, yang hadir langsung."""
    online = f", secara daring melalui {meeting.platform}" if meeting.platform else ", secara daring"
    how = {"": "", ONLINE: online}.get(mode, ", yang hadir langsung")
    return sentence(f"{codes.ITEM.label(kind) or 'Acara'} disampaikan oleh {' serta '.join(who)}{how}")


def _quote(text: str) -> str:
    """“…,” ungkapnya."""
    if text.startswith(("“", '"')):
        return f"{text} ungkapnya."
    return f"“{text}{'' if text.endswith(('.', '!', '?', ',')) else ','}” ungkapnya."


def _gist(line: AgendaLine) -> str:
    """Ia juga menekankan …"""
    if line.gist[:1].islower():
        return sentence(f"Ia {'juga ' if line.quote else ''}{line.gist}")
    return sentence(line.gist) if line.gist else ""


def _came(attendance: Sequence[Attendee]) -> str:
    """Peserta berasal dari delapan kabupaten – A, B, dan C – yang masing-masing mengutus pejabat dari …"""
    alike = sent_alike(attendance)
    if not alike:
        return ""
    regions = listed([short_region(each.region) for each in alike])
    offices = listed([in_full(office) for office in alike[0].offices])
    said = f"Peserta yang hadir berasal dari {count(len(alike))} kabupaten – {regions} – "
    return sentence(f"{said}yang masing-masing mengutus pejabat dari {offices}")


def _obstacle(line: ObstacleLine) -> str:
    """The text, then what is known of it: topic, region, who raised it, the families behind it, who answers by when."""
    about = (codes.TOPIC.label(line.topic), line.region, f"diangkat oleh {line.raised_by}" if line.raised_by else "")
    behind = f" Di belakangnya ada {number(line.families)} keluarga." if line.families is not None else ""
    known = "; ".join(part for part in about if part)
    what = sentence(f"{line.text} ({known})" if known else line.text)
    return f"{what}{behind} {sentence(handling(line)) if handling(line) else ''}"


def _commitment(line: CommitmentLine) -> str:
    about = (line.responsible, line.region, f"paling lambat {day(line.due_date)}" if line.due_date else "", line.state)
    known = "; ".join(part for part in about if part)
    return sentence(f"{line.text} ({known})" if known else line.text)


def _particulars(meeting: MeetingPaper) -> list[tuple[str, str]]:
    known = [
        ("Hari, tanggal", held_on(meeting)),
        ("Waktu", time_said(meeting)),
        ("Tempat", place_said(meeting)),
        ("Daring lewat", meeting.platform),
        ("Wilayah", meeting.region),
        ("Program", meeting.programme),
        ("Pemimpin rapat", meeting.chair),
        ("Susunan acara", "; ".join(_item(meeting, line) for line in meeting.agenda)),
        ("Diundang", "; ".join(f"{each.office} ({each.region})" if each.region else each.office
                               for each in meeting.invited)),
        *_present(meeting),
        ("Catatan", meeting.note),
        ("Keadaan angka", day(meeting.printed_on) if _has_figures(meeting) else ""),
        ("Sumber keterangan", meeting.source),
        ("Narahubung", "[nama, jabatan, telepon]"),
    ]  # fmt: skip
    return [(name, said) for name, said in known if said]


def _has_figures(meeting: MeetingPaper) -> bool:
    return bool(meeting.commitments) or any(line.families is not None for line in meeting.obstacles)


def _item(meeting: MeetingPaper, line: AgendaLine) -> str:
    how = mode_said(meeting, line.mode) if line.mode == ONLINE else ""
    whose = "" if line.speaker else line.function
    return ", ".join(part for part in (line.title, whose, line.office, how, line.file_name) if part)


def _present(meeting: MeetingPaper) -> list[tuple[str, str]]:
    """A line for each region."""
    return [
        (f"Hadir, {each.region or NO_REGION}", "; ".join(_person(meeting, who) for who in each.people))
        for each in delegations(meeting.attendance)
    ]


def _person(meeting: MeetingPaper, who: Attendee) -> str:
    how = mode_said(meeting, who.mode) if who.mode == ONLINE else ""
    if not who.name:
        return ", ".join(part for part in (f"{who.function} {bare_office(who)}".strip(), how) if part)
    return ", ".join(part for part in (who.name, who.function, who.office, how) if part)
