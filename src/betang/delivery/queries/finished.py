"""Which report says on which day a counted home was finished? Whoever asks has asked whose region it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from betang.delivery.models import HomeMember, Realisation

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class FinishedReport:
    """A home, and the report that first says it is finished."""

    home: UUID
    report: UUID


def finished_reports(homes: Iterable[UUID]) -> list[FinishedReport]:
    """For each of these homes the report with its earliest day of being finished."""
    wanted = list(homes)
    found: dict[UUID, UUID] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        members = HomeMember.objects.filter(home__in=wanted[start : start + _AT_ONCE]).order_by("record")
        home_of = dict(members.values_list("record", "home"))
        reports = Realisation.objects.filter(id__in=home_of, finished_date__isnull=False)
        for report in reports.order_by("finished_date", "id").values_list("id", flat=True):
            found.setdefault(home_of[report] or report, report)
    return [FinishedReport(home, found[home]) for home in wanted if home in found]
