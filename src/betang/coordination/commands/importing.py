"""How does a whole meeting come on record from one file?

What the file says is compared with what is on record: a part that is new is added, one that says something else is
changed, one that the file does not have stays. So the same file sent twice changes nothing.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import msgspec
from django.db import transaction

from betang.accounts.queries import Ability, Acting, require
from betang.coordination.commands import commitments, meetings, obstacles, saving
from betang.coordination.commands.saving import Values
from betang.coordination.domain.fields import Kind
from betang.coordination.formats import meeting_file
from betang.coordination.formats.meeting_file import MeetingFile, Read
from betang.coordination.models import (
    AgendaItem,
    Attendance,
    Commitment,
    Invitation,
    Meeting,
    MeetingOutcome,
    Obstacle,
)
from betang.coordination.queries import parts
from betang.coordination.queries.scope import Row
from betang.journal.kept import VOID
from betang.kernel.errors import Malformed, Refusal

Given = dict[str, object]
Table = (
    type[Invitation] | type[AgendaItem] | type[Attendance] | type[MeetingOutcome] | type[Obstacle] | type[Commitment]
)
_PARTS = frozenset(meeting_file.WORDS)
_LIVE = (Kind.OBSTACLE, Kind.COMMITMENT)  # they go their own way once they are on record


@dataclass(frozen=True)
class Sort:
    """One sort of parts: where they stand in the file and on record, how one is told from another, what adds one."""

    word: str
    kind: Kind
    rows: Callable[[UUID], Sequence[Row]]
    key: tuple[str, ...]
    add: Callable[[Acting, UUID, Given], object]


def import_meeting(acting: Acting, content: bytes) -> UUID:
    """The meeting of a file; its id. Raises `Malformed`, naming the line; then nothing of the file is kept."""
    with transaction.atomic():
        require(acting, Ability.CONVENE, acting.region_code)
        found = meeting_file.read(content)
        with _on_line(1):
            meeting_id, region_code = _meeting(acting, found.meeting)
        for sort in SORTS:
            _take(acting, meeting_id, sort, _given(found, sort, region_code))
        return meeting_id


def _meeting(acting: Acting, told: MeetingFile) -> tuple[UUID, str]:
    given = _said({name: value for name, value in msgspec.structs.asdict(told).items() if name not in _PARTS})
    said = saving.read(Kind.MEETING, given, unsaid=(), needed=("title", "region_code", "held_date"))
    where = saving.place(said)
    require(acting, Ability.CONVENE, where)
    row = _known(said)
    if row is None:
        return meetings.call_meeting(acting, given), where
    if row["agency_id"] != acting.agency_id:
        raise Refusal(
            "Rapat dengan nama, wilayah, dan tanggal ini sudah dicatat %(agency)s. Buka rapat itu di daftar rapat.",
            code="meeting_known",
            agency=row["agency"],
        )
    meetings.change_meeting(acting, row["id"], {name: said[name] for name in said if name != "region_code"})
    return row["id"], where


def _known(said: Values) -> Row | None:
    same = {name: said[name] for name in ("title", "region_code", "held_date")}
    return Meeting.objects.exclude(status=VOID).filter(**same).order_by("created_at", "id").values().first()


def _given(found: Read, sort: Sort, region_code: str) -> Iterator[tuple[int, Given]]:
    """What the file says of each part of a sort, and on which line."""
    for number, each in enumerate(getattr(found.meeting, sort.word) or ()):
        yield found.line(sort.word, number), _said(_words(sort, each, number, region_code))


def _words(sort: Sort, each: msgspec.Struct | str, number: int, region_code: str) -> Given:
    if isinstance(each, str):
        return {"part": parts.HOLDS, "invited": each}
    told: Given = msgspec.structs.asdict(each)
    if sort.kind is Kind.INVITATION:
        return {**told, "part": parts.ASKED}
    if sort.kind in _LIVE:
        return {**told, "region_code": told["region_code"] or region_code}
    return {**told, "place": number + 1} if sort.kind in (Kind.AGENDA, Kind.OUTCOME) else told


def _said(told: Mapping[str, object]) -> Given:
    return {name: value for name, value in told.items() if value is not None}


def _take(acting: Acting, meeting_id: UUID, sort: Sort, given: Iterator[tuple[int, Given]]) -> None:
    known = dict(_keyed([dict(row) for row in sort.rows(meeting_id)], sort.key))
    seen: Counter[Hashable] = Counter()
    for line, told in given:
        with _on_line(line):
            said = saving.read(sort.kind, told, unsaid=())
            key = _key(said, sort.key)
            row = known.get((key, seen[key]))
            seen[key] += 1
            if row is None:
                sort.add(acting, meeting_id, told)
            elif sort.kind not in _LIVE:
                _change(acting, row, said)


def _change(acting: Acting, row: Row, said: Values) -> None:
    differing = {name: value for name, value in said.items() if value != row[name]}
    if differing:
        meetings.change_part(acting, row["id"], differing)


def _keyed(rows: Sequence[Row], key: tuple[str, ...]) -> Iterator[tuple[tuple[Hashable, int], Row]]:
    """Rows by their key; of several with one key the first, the second, ..."""
    seen: Counter[Hashable] = Counter()
    for row in rows:
        told = _key(row, key)
        yield (told, seen[told]), row
        seen[told] += 1


def _key(values: Mapping[str, object], key: tuple[str, ...]) -> Hashable:
    return tuple(values.get(name) for name in key)


@contextmanager
def _on_line(line: int) -> Iterator[None]:
    """What is refused of a part is said with the line on which it begins."""
    try:
        yield
    except Refusal as refused:
        raise Malformed("Baris %(line)s: %(reason)s", code=refused.code, line=line, reason=refused) from None


def _rows_of(
    table: type[Invitation | AgendaItem | Attendance | MeetingOutcome | Obstacle | Commitment],
) -> Callable[[UUID], Sequence[Row]]:
    def rows(meeting_id: UUID) -> Sequence[Row]:
        of_meeting = table.objects.exclude(status=VOID).filter(meeting=meeting_id)
        return list(of_meeting.order_by("created_at", "id").values())

    return rows


SORTS = (
    Sort("organisers", Kind.INVITATION, _rows_of(Invitation), ("part", "invited"), meetings.invite),
    Sort("agenda", Kind.AGENDA, _rows_of(AgendaItem), ("place",), meetings.add_agenda),
    Sort("invited", Kind.INVITATION, _rows_of(Invitation), ("part", "invited"), meetings.invite),
    Sort("attendance", Kind.ATTENDANCE, _rows_of(Attendance), ("name", "office"), meetings.attend),
    Sort("outcomes", Kind.OUTCOME, _rows_of(MeetingOutcome), ("place",), meetings.add_outcome),
    Sort(
        "obstacles",
        Kind.OBSTACLE,
        _rows_of(Obstacle),
        ("text", "region_code"),
        lambda acting, meeting_id, told: obstacles.raise_obstacle(acting, told, meeting_id=meeting_id),
    ),
    Sort(
        "commitments",
        Kind.COMMITMENT,
        _rows_of(Commitment),
        ("text", "region_code"),
        lambda acting, meeting_id, told: commitments.promise(acting, told, meeting_id=meeting_id),
    ),
)
