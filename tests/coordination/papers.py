"""How is a .docx read back, and what would a meeting look like on paper? For the tests of papers."""

from datetime import date
from io import BytesIO
from typing import Any

import msgspec
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from betang.coordination import samples
from betang.coordination.domain.paper import AgendaLine, Attendee, MeetingPaper, ObstacleLine, OutcomeLine
from betang.organisation.domain.agencies import KABUPATEN

REGIONS = {"00": "", "61": "Provinsi Kalimantan Barat", **{code: f"Kabupaten {KABUPATEN[code]}" for code in KABUPATEN}}


def text_of(content: bytes) -> str:
    """Everything that a reader of the .docx sees between head and foot, with single blanks."""
    lines = (Paragraph(each, None).text for each in Document(BytesIO(content)).element.body.iter(qn("w:p")))  # type: ignore[arg-type]  # a paragraph is read, not asked where it stands
    return " ".join(" ".join(lines).split())


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of all tables, cell by cell."""
    return [[cell.text for cell in row.cells] for table in Document(BytesIO(content)).tables for row in table.rows]


def meeting_of_12_june() -> MeetingPaper:
    """The sample file as it would be printed."""
    told: dict[str, Any] = msgspec.yaml.decode(samples.content())
    return MeetingPaper(
        title=told["judul"],
        printed_on=date(2025, 6, 12),
        region=REGIONS[told["wilayah"]],
        held_date=date.fromisoformat(str(told["tanggal"])),
        room=told["ruang"],
        building=told["gedung"],
        city=told["kota"],
        platform=told["daring_lewat"],
        programme=told["program"],
        occasion=told["dalam_rangka"],
        purpose=told["tujuan"],
        course=told["jalannya"],
        significance=told["makna"],
        source=told["sumber"],
        organisers=tuple(told["penyelenggara"]),
        agenda=tuple(map(_agenda_line, told["acara"])),
        attendance=tuple(map(_attendee, told["hadir"])),
        outcomes=tuple(OutcomeLine(each["jenis"], each["isi"], each["instansi"]) for each in told["hasil"]),
        obstacles=tuple(map(_obstacle, told["kendala"])),
    )


def _agenda_line(told: dict[str, str]) -> AgendaLine:
    names = ("jenis", "judul", "pembicara", "jabatan", "instansi", "cara", "kutipan", "pokok")
    return AgendaLine(*(told.get(name, "") for name in names))


def _attendee(told: dict[str, str]) -> Attendee:
    return Attendee(
        told["instansi"], REGIONS[told["wilayah"]], told.get("nama", ""), told.get("jabatan", ""), told["cara"]
    )


def _obstacle(told: dict[str, str]) -> ObstacleLine:
    return ObstacleLine(told["topik"], told["isi"], REGIONS[told["wilayah"]], told["diangkat_oleh"])
