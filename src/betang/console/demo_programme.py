"""What does the demo hold besides the lists: targets, homes, help, published figures and the meeting?"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.console import demo_help, demo_homes, demo_meeting, demo_published, demo_targets
from betang.console.cast import BALAI, of_office
from betang.console.progress import bar
from betang.coordination import queries as coordination
from betang.delivery import queries as delivery
from betang.delivery.queries import CaseFilters, HomeFilters
from betang.figures import queries as figures
from betang.organisation.domain.agencies import KABUPATEN
from betang.planning import queries as planning

_PROVINCE = "61"


@dataclass(frozen=True)
class Programme:
    """What there is of the programme, counted. Only the meeting and the published figures are real."""

    targets: int
    homes: int
    cases: int
    pledges: int
    published: int
    meetings: int
    obstacles: int
    commitments: int


def enter_missing() -> None:
    """Whatever an earlier start did not come to; each part as a whole or not at all."""
    today = timezone.localdate()
    parts = (demo_targets, demo_help, demo_published, demo_meeting)
    total = len(KABUPATEN) + len(parts)
    with bar("Program") as progress:
        for place, region in enumerate(KABUPATEN):
            progress(place, total)
            if not demo_homes.is_there(region):
                with transaction.atomic():
                    demo_homes.enter(region, today)
        for place, part in enumerate(parts, start=len(KABUPATEN)):
            progress(place, total)
            if not part.is_there():
                with transaction.atomic():
                    part.enter(today)
        progress(total, total)


def counted() -> Programme:
    """As the balai sees it, whose region is the province."""
    who = accounts.acting_as(of_office(BALAI))
    return Programme(
        targets=len(planning.targets(who, year=demo_targets.MEETING_YEAR)),
        homes=delivery.homes(who, HomeFilters(region_code=_PROVINCE)).total,
        cases=delivery.cases(who, CaseFilters(region_code=_PROVINCE)).total,
        pledges=len(planning.pledges(who)),
        published=sum(len(each.figures) for each in _statements(who)),
        meetings=len(coordination.meetings(who)),
        obstacles=len(coordination.obstacles(who)),
        commitments=len(coordination.commitments(who)),
    )


def _statements(who: Acting) -> list[figures.Statement]:
    return figures.published(who, demo_published.REGION)
