"""Does a paper hold what was put in, whatever it is, and nothing else than text?"""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from betang.coordination.domain import codes
from betang.coordination.domain.paper import (
    AgendaLine,
    Attendee,
    CommitmentLine,
    Invited,
    MeetingPaper,
    ObstacleLine,
    OutcomeLine,
)
from betang.coordination.domain.wording import day, number, plain
from betang.coordination.formats import attendance_list, minutes, press_release
from tests.coordination.papers import meeting_of_12_june, text_of

Writer = Callable[[MeetingPaper], bytes]
WRITERS: tuple[Writer, ...] = (minutes.write, attendance_list.write, press_release.write)

WORD = st.text("abcdefghijklmnopqrstuvwxyzABCDEFG0123456789&<>\"'=+-@/();:éāñ–", min_size=1, max_size=12)
TEXT = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
MAYBE = st.one_of(st.just(""), TEXT)
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
MAYBE_DAY = st.one_of(st.none(), DAYS)
MODES = st.sampled_from(("", *codes.MODE.codes))
REGION = st.sampled_from(("", "Provinsi Kalimantan Barat", "Kabupaten Sintang", "Kabupaten Melawi", "Kota Lain"))

MEETINGS = st.builds(
    MeetingPaper,
    title=TEXT,
    printed_on=DAYS,
    region=MAYBE,
    held_date=MAYBE_DAY,
    starts=MAYBE,
    ends=MAYBE,
    room=MAYBE,
    building=MAYBE,
    city=MAYBE,
    platform=MAYBE,
    programme=MAYBE,
    occasion=MAYBE,
    purpose=MAYBE,
    course=MAYBE,
    significance=MAYBE,
    chair=MAYBE,
    source=MAYBE,
    note=MAYBE,
    organisers=st.lists(TEXT, max_size=3).map(tuple),
    invited=st.lists(st.builds(Invited, TEXT, REGION), max_size=2).map(tuple),
    agenda=st.lists(
        st.builds(AgendaLine, st.sampled_from(codes.ITEM.codes), TEXT, MAYBE, MAYBE, MAYBE, MODES, MAYBE, MAYBE, MAYBE),
        max_size=3,
    ).map(tuple),
    attendance=st.lists(st.builds(Attendee, TEXT, REGION, MAYBE, MAYBE, MODES), max_size=4).map(tuple),
    outcomes=st.lists(st.builds(OutcomeLine, st.sampled_from(codes.OUTCOME.codes), TEXT, MAYBE), max_size=3).map(tuple),
    obstacles=st.lists(
        st.builds(
            ObstacleLine,
            st.sampled_from(codes.TOPIC.codes),
            TEXT,
            MAYBE,
            MAYBE,
            st.one_of(st.none(), st.integers(0, 99_999)),
            st.sampled_from(("", *codes.LEVEL.codes)),
            MAYBE,
            MAYBE_DAY,
            st.sampled_from(("", *codes.OBSTACLE_STATE.codes)),
            MAYBE,
        ),
        max_size=2,
    ).map(tuple),
    commitments=st.lists(st.builds(CommitmentLine, TEXT, MAYBE, MAYBE, MAYBE_DAY, MAYBE), max_size=2).map(tuple),
)

_CODES = {"kind": None, "topic": codes.TOPIC, "level": codes.LEVEL, "state": codes.OBSTACLE_STATE, "mode": codes.MODE}
_HEAD = ("title", "held_date", "starts", "ends", "room", "building", "city", "platform", "organisers", "chair")


def said(name: str, value: object) -> str:
    """How a paper writes a value: days in words, codes as labels, numbers with points, text as it is."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int):
        return number(value)
    spoken = _CODES.get(name)
    return spoken.label(str(value)) if spoken is not None else str(value)


def facts(of: object, *, only: tuple[str, ...] = (), leave: tuple[str, ...] = ()) -> Iterator[str]:
    """Every text, day, number and code that was put in, through all the parts."""
    for field in fields(of):  # type: ignore[arg-type]  # the dataclasses of a paper, whichever
        value = getattr(of, field.name)
        if value is None or value == "" or field.name in leave or (only and field.name not in only):
            continue
        if isinstance(value, tuple):
            for part in value:
                yield from (part,) if isinstance(part, str) else facts(part, leave=("kind", *leave))
        else:
            yield said(field.name, value)


def without_signs(text: str) -> str:
    """Capitals at a sentence's head and its full stop belong to the paper."""
    return re.sub(r"\s+", " ", text).casefold()


def missing(content: bytes, wanted: Iterator[str]) -> list[str]:
    text = without_signs(text_of(content))
    return [fact for fact in wanted if without_signs(fact) not in text]


@settings(max_examples=12)
@given(MEETINGS)
def test_the_minutes_hold_every_fact_that_was_put_in(meeting: MeetingPaper) -> None:
    assert missing(minutes.write(meeting), facts(meeting, leave=("printed_on", "kind"))) == []


@settings(max_examples=12)
@given(MEETINGS)
def test_the_attendance_list_holds_everybody_who_came_or_was_invited(meeting: MeetingPaper) -> None:
    content = attendance_list.write(meeting)

    assert missing(content, facts(meeting, only=_HEAD)) == []
    for who in meeting.attendance:
        assert missing(content, facts(who, leave=("mode",))) == []
    for office in meeting.invited:
        assert missing(content, facts(office, only=("office",))) == []


@settings(max_examples=12)
@given(MEETINGS)
def test_the_press_release_holds_every_fact_that_was_put_in(meeting: MeetingPaper) -> None:
    """Who came is told under `Hadir`; only who came online is told to have."""
    content = press_release.write(meeting)

    assert missing(content, facts(meeting, leave=("printed_on", "kind", "mode"))) == []
    if any(who.mode == "DARING" for who in (*meeting.attendance, *meeting.agenda)):
        assert "daring" in text_of(content).casefold()


def test_of_a_meeting_with_nothing_but_a_title_come_three_papers_to_fill_in() -> None:
    bare = MeetingPaper(title="Rapat", printed_on=date(2025, 6, 12))

    for write in WRITERS:
        assert "Rapat" in text_of(write(bare))
    assert "20." in text_of(attendance_list.write(bare))


HOSTILE = (
    '<w:p><w:r><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText></w:r></w:p>',
    "</w:t></w:r><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "]]><script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    '{ INCLUDEPICTURE "http://example.invalid/x.png" \\d }',
    '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
    "{{ config }} {% include '/etc/passwd' %} ${jndi:ldap://example.invalid/x}",
    "../../../../etc/passwd",
    "Rapat\u202egnatar\u202c \u2066kiri\u2069 \u200fkanan\u200e",
    "Rapat\x00 dengan\x07 tanda\x1b[31m \x0bkendali\x0c \x85",
    "Rapat\r\nbaris\tkedua\u2028ketiga\ufeff\ufffe\uffff",
    "Rapat \ud800 separuh",
    "R" * 10_000,
)


@pytest.mark.parametrize("title", HOSTILE, ids=lambda title: ascii(title[:30]))
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__module__.rsplit(".", 1)[-1])
def test_a_hostile_text_is_text(write: Writer, title: str) -> None:
    meeting = _everywhere(title)

    content = write(meeting)

    assert plain(title) in text_of(content)
    assert _fields(content) == {"word/footer1.xml": {"PAGE", "NUMPAGES"}}
    assert _outside_links(content) == []
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff\x00-\x08\x0b-\x1f]", text_of(content))


def _everywhere(text: str) -> MeetingPaper:
    """The meeting of 12 June with this in every place where somebody may type."""
    line = AgendaLine("PAPARAN", text, text, text, text, "DARING", text, text, text)
    return replace(
        meeting_of_12_june(),
        **dict.fromkeys(("title", "room", "purpose", "course", "chair", "note", "significance"), text),
        organisers=(text,),
        agenda=(line,),
        attendance=(Attendee(text, text, text, text, "DARING"),),
        obstacles=(ObstacleLine("DATA", text, text, text, 3, "BALAI", text, None, "TERBUKA", text),),
        commitments=(CommitmentLine(text, text, text, None, text),),
    )


def _fields(content: bytes) -> dict[str, set[str]]:
    """Which part of the file has which field codes."""
    found: dict[str, set[str]] = {}
    for name, xml in _parts(content):
        assert "instrText" not in xml or "&lt;w:instrText" in xml
        codes_there = set(re.findall(r'<w:fldSimple w:instr="([^"]*)"', xml))
        if codes_there:
            found[name] = codes_there
    return found


def _outside_links(content: bytes) -> list[str]:
    return [name for name, xml in _parts(content) if 'TargetMode="External"' in xml or "<w:hyperlink" in xml]


def _parts(content: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, packed.read(name).decode()
