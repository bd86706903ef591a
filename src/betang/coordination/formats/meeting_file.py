"""What does a meeting look like that was written down in one YAML file?

The words of the file are the Bahasa ones of the form; here they become the names of our fields.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from msgspec import field

from betang.coordination.formats import yaml_lines
from betang.kernel.errors import Malformed


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class Agenda(_Part, frozen=True, kw_only=True):
    """One item: remarks, a presentation, the open discussion."""

    item: str | None = field(default=None, name="jenis")
    title: str | None = field(default=None, name="judul")
    speaker: str | None = field(default=None, name="pembicara")
    function: str | None = field(default=None, name="jabatan")
    office: str | None = field(default=None, name="instansi")
    mode: str | None = field(default=None, name="cara")
    quote: str | None = field(default=None, name="kutipan")
    gist: str | None = field(default=None, name="pokok")


class Invited(_Part, frozen=True, kw_only=True):
    """An agency that was asked to come."""

    invited: str | None = field(default=None, name="instansi")
    region_code: str | None = field(default=None, name="wilayah")


class Attendee(_Part, frozen=True, kw_only=True):
    """Somebody who came; of some only the office is known."""

    name: str | None = field(default=None, name="nama")
    function: str | None = field(default=None, name="jabatan")
    office: str | None = field(default=None, name="instansi")
    region_code: str | None = field(default=None, name="wilayah")
    mode: str | None = field(default=None, name="cara")


class Outcome(_Part, frozen=True, kw_only=True):
    """What the meeting came to."""

    outcome: str | None = field(default=None, name="jenis")
    text: str | None = field(default=None, name="isi")
    office: str | None = field(default=None, name="instansi")


class RaisedObstacle(_Part, frozen=True, kw_only=True):
    """What was said to stand in the way."""

    topic: str | None = field(default=None, name="topik")
    text: str | None = field(default=None, name="isi")
    region_code: str | None = field(default=None, name="wilayah")
    raised_by: str | None = field(default=None, name="diangkat_oleh")
    filter: str | None = field(default=None, name="saringan")
    level: str | None = field(default=None, name="tingkat")
    due_date: str | None = field(default=None, name="tenggat")
    responsible: str | None = field(default=None, name="penanggung_jawab")


class Promised(_Part, frozen=True, kw_only=True):
    """Who promised what by when."""

    text: str | None = field(default=None, name="isi")
    region_code: str | None = field(default=None, name="wilayah")
    responsible: str | None = field(default=None, name="penanggung_jawab")
    due_date: str | None = field(default=None, name="tenggat")
    metric: str | None = field(default=None, name="ukuran")
    source: str | None = field(default=None, name="rincian")
    filter: str | None = field(default=None, name="saringan")
    since_date: str | None = field(default=None, name="sejak")
    threshold: str | None = field(default=None, name="paling_sedikit")


class MeetingFile(_Part, frozen=True, kw_only=True):
    """A whole meeting. What the file leaves out is not known."""

    title: str = field(name="judul")
    region_code: str = field(name="wilayah")
    held_date: str = field(name="tanggal")
    programme: str | None = field(default=None, name="program")
    occasion: str | None = field(default=None, name="dalam_rangka")
    starts: str | None = field(default=None, name="mulai")
    ends: str | None = field(default=None, name="selesai")
    room: str | None = field(default=None, name="ruang")
    building: str | None = field(default=None, name="gedung")
    city: str | None = field(default=None, name="kota")
    platform: str | None = field(default=None, name="daring_lewat")
    purpose: str | None = field(default=None, name="tujuan")
    course: str | None = field(default=None, name="jalannya")
    significance: str | None = field(default=None, name="makna")
    source: str | None = field(default=None, name="sumber")
    chair: str | None = field(default=None, name="pemimpin")
    note: str | None = field(default=None, name="catatan")
    organisers: list[str] | None = field(default=None, name="penyelenggara")
    agenda: list[Agenda] | None = field(default=None, name="acara")
    invited: list[Invited] | None = field(default=None, name="undangan")
    attendance: list[Attendee] | None = field(default=None, name="hadir")
    outcomes: list[Outcome] | None = field(default=None, name="hasil")
    obstacles: list[RaisedObstacle] | None = field(default=None, name="kendala")
    commitments: list[Promised] | None = field(default=None, name="komitmen")


# Under which word of the file the parts of a meeting stand.
WORDS: Mapping[str, str] = {
    "organisers": "penyelenggara",
    "agenda": "acara",
    "invited": "undangan",
    "attendance": "hadir",
    "outcomes": "hasil",
    "obstacles": "kendala",
    "commitments": "komitmen",
}


@dataclass(frozen=True, slots=True)
class Read:
    """A meeting file, and the line of each of its parts."""

    meeting: MeetingFile
    lines: Mapping[str, int]

    def line(self, part: str, number: int) -> int:
        """On which line the n-th part under a word begins, from 0."""
        return self.lines.get(f"$.{WORDS[part]}[{number}]", 1)


def read(content: bytes) -> Read:
    """A meeting file. Raises `Malformed`, naming the line and the word."""
    lined = yaml_lines.read(content)
    try:
        return Read(msgspec.convert(lined.content, MeetingFile), lined.lines)
    except msgspec.ValidationError as wrong:
        raise _said(str(wrong), lined.lines) from None


_PATH = re.compile(r" - at `(\$[^`]*)`$")
_WORD = re.compile(r"(unknown|missing required) field `([^`]*)`")


def _said(wrong: str, lines: Mapping[str, int]) -> Malformed:
    """What msgspec found wrong, with the line and in words."""
    at = _PATH.search(wrong)
    path = at[1] if at else "$"
    word = _WORD.search(wrong)
    if word and word[1] == "unknown":
        return Malformed(
            "Baris %(line)s: isian %(word)s tidak dikenal di sini. Pakai nama isian seperti contohnya.",
            code="unknown_key",
            line=_line(lines, f"{path}.{word[2]}"),
            word=word[2][:40],
        )
    if word:
        return Malformed(
            "Baris %(line)s: isian %(word)s belum ada. Tambahkan, lalu kirim lagi.",
            code="missing_key",
            line=_line(lines, path),
            word=word[2],
        )
    return Malformed(
        "Baris %(line)s: isinya bukan bentuk yang diharapkan (teks, atau daftar). Ikuti susunan contohnya.",
        code="wrong_shape",
        line=_line(lines, path),
    )


def _line(lines: Mapping[str, int], path: str) -> int:
    """The line of a path, or of the nearest part around it that has one."""
    while path not in lines and len(path) > 1:
        path = path[: max(path.rfind("."), path.rfind("["), 1)]
    return lines.get(path, 1)
