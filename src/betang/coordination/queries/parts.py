"""What belongs to a meeting: who was asked, what was spoken of, who came, what came out?"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from betang.coordination.models import AgendaItem, Attendance, Invitation, MeetingOutcome
from betang.coordination.queries import scope
from betang.coordination.queries.views import (
    AgendaView,
    AttendanceTable,
    AttendanceView,
    InvitationView,
    OutcomeView,
)
from betang.journal.kept import VOID
from betang.organisation import queries as organisation
from betang.organisation.domain.agencies import AgencyKind
from betang.organisation.domain.regions import NATION, Level

HOLDS, ASKED = "PENYELENGGARA", "DIUNDANG"
ONLINE = "DARING"
# The four offices that each kabupaten sends, in the order of the table.
FOUR = (AgencyKind.HOUSING, AgencyKind.PERMITS, AgencyKind.REVENUE, AgencyKind.VILLAGES)
# A city's name has its kind in it already.
_KINDS_SAID: Mapping[str, str] = {"provinsi": "Provinsi %s", "kabupaten": "Kabupaten %s"}


def invitations(meeting_id: UUID) -> tuple[InvitationView, ...]:
    """Who holds it and who was asked, in the order in which they were written down."""
    rows = list(
        Invitation.objects.exclude(status=VOID).filter(meeting=meeting_id).order_by("created_at", "id").values()
    )
    regions = region_names(row["region_code"] for row in rows)
    return tuple(
        InvitationView(
            **scope.text(row, "part", "invited", "region_code"),
            **scope.as_known(row, "id", "invited_id"),
            region=regions.get(row["region_code"] or "", ""),
        )
        for row in rows
    )


def agenda(meeting_id: UUID) -> tuple[AgendaView, ...]:
    """The items in their order."""
    rows = list(AgendaItem.objects.exclude(status=VOID).filter(meeting=meeting_id).order_by("place", "id").values())
    texts = ("item", "title", "speaker", "function", "office", "mode", "quote", "gist", "file", "file_name")
    return tuple(
        AgendaView(
            **scope.text(row, *texts),
            id=row["id"],
            place=row["place"] or 0,
            is_here=scope.is_here(row["file"]),
        )
        for row in rows
    )


def attendance(meeting_id: UUID) -> tuple[AttendanceView, ...]:
    """Who came, in the order of the list."""
    rows = list(
        Attendance.objects.exclude(status=VOID).filter(meeting=meeting_id).order_by("created_at", "id").values()
    )
    regions = region_names(row["region_code"] for row in rows)
    offices = organisation.agencies_by_id(row["office_id"] for row in rows if row["office_id"])
    return tuple(
        AttendanceView(
            **scope.text(row, "name", "function", "office", "region_code", "mode"),
            **scope.as_known(row, "id", "office_id"),
            kind=offices[row["office_id"]].kind if row["office_id"] in offices else "",
            region=regions.get(row["region_code"] or "", ""),
        )
        for row in rows
    )


def outcomes(meeting_id: UUID) -> tuple[OutcomeView, ...]:
    """What it came to, in order."""
    rows = MeetingOutcome.objects.exclude(status=VOID).filter(meeting=meeting_id).order_by("place", "id").values()
    return tuple(
        OutcomeView(
            **scope.text(row, "outcome", "text", "office"),
            **scope.as_known(row, "id", "commitment", "obstacle"),
            place=row["place"] or 0,
        )
        for row in rows
    )


def table_of(came: Sequence[AttendanceView]) -> AttendanceTable:
    """How many of each of the four offices came from each kabupaten, and who came from elsewhere."""
    regions = {each.region_code: each.region for each in came if _is_of_four(each)}
    rows = tuple((code, name, _counts(came, code)) for code, name in regions.items())
    return AttendanceTable(
        kinds=tuple(FOUR),
        rows=rows,
        offices=sum(1 for _, _, counts in rows for number in counts if number),
        others=tuple(each for each in came if not _is_of_four(each)),
        online=sum(1 for each in came if each.mode == ONLINE),
    )


def _is_of_four(each: AttendanceView) -> bool:
    return each.kind in FOUR and "." in each.region_code


def _counts(came: Sequence[AttendanceView], region_code: str) -> tuple[int, ...]:
    kinds = [each.kind for each in came if each.region_code == region_code]
    return tuple(kinds.count(kind) for kind in FOUR)


def region_names(codes: Iterable[str | None]) -> dict[str, str]:
    """Regions as a paper says them: "Kabupaten Sintang"; the nation needs no name."""
    wanted = {code for code in codes if code}
    known = organisation.of_levels(Level.PROVINCE, Level.REGENCY) if wanted - {NATION} else []
    said = {each.code: _KINDS_SAID.get(each.kind, "%s") % each.name for each in known if each.code in wanted}
    smaller = organisation.names(wanted - set(said) - {NATION})
    return dict.fromkeys(wanted, "") | smaller | said
