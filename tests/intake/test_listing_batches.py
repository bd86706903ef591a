"""Which lists came in: page by page, by state, by office, and never those of another region."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from betang.accounts.domain.acting import Acting
from betang.intake import queries
from betang.intake.models import Batch
from betang.intake.queries import BatchFilters
from betang.jobs import commands as jobs
from betang.jobs.models import Job
from betang.kernel.errors import Refusal
from tests.register.cast import BUDI, MARIA, PERMITS

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 7, 1, 12, tzinfo=UTC)


def kept(number: int, *, by: Acting = MARIA, state: str = "done", **more: object) -> UUID:
    made = Batch(
        id=UUID(int=number), file_name=f"Daftar {number}.xlsx", sha256="", size_bytes=1, template="", state=state,
        agency_id=by.agency_id, acting_region_code=by.region_code, region_code=by.region_code, username=by.username,
        person=by.person, created_at=NOON + timedelta(minutes=number),
    )  # fmt: skip
    for name, value in more.items():
        setattr(made, name, value)
    made.save()
    return made.id


ALL = BatchFilters()


def numbers(filters: BatchFilters = ALL, *, by: Acting = MARIA, number: int = 1) -> list[int]:
    return [each.id.int for each in queries.batch_page(by, filters, number=number, per_page=2).batches]


def test_the_newest_come_first_page_by_page() -> None:
    for number in (1, 2, 3):
        kept(number)

    page = queries.batch_page(MARIA, BatchFilters(), per_page=2)

    assert (page.total, page.pages) == (3, 2)
    assert (numbers(), numbers(number=2)) == ([3, 2], [1])


@pytest.mark.parametrize(("asked", "shown"), [(-3, [3, 2]), (99, [1])])
def test_a_page_that_is_not_there_is_the_nearest_that_is(asked: int, shown: list[int]) -> None:
    for number in (1, 2, 3):
        kept(number)

    assert numbers(number=asked) == shown


def test_lists_of_another_region_are_not_there() -> None:
    theirs = kept(1, by=BUDI)

    assert numbers() == []
    with pytest.raises(Refusal):
        queries.batch(MARIA, theirs)


def test_trials_are_shown_where_they_are_asked_for() -> None:
    kept(1)
    kept(2, is_trial=True)

    assert numbers() == [1]
    assert numbers(BatchFilters(trials=True)) == [2]
    assert [each.id.int for each in queries.batches(MARIA)] == [1]


def test_lists_are_asked_for_by_office_and_by_state() -> None:
    kept(1)
    kept(2, by=PERMITS)
    kept(3, by=PERMITS, state="undone")

    assert numbers(BatchFilters(agency_id=PERMITS.agency_id)) == [3, 2]
    assert numbers(BatchFilters(states=("undone",))) == [3]
    assert set(queries.senders(MARIA)) == {MARIA.agency_id, PERMITS.agency_id}


def test_a_list_whose_job_broke_is_among_the_failed_though_it_could_not_say_so() -> None:
    job = jobs.submit("intake", b"", owner="maria")
    Job.objects.filter(pk=job).update(state="failed", error={"code": "A1B2C3", "message": "Gagal."})
    broken = kept(1, state="running", job_id=job)

    view = queries.batch(MARIA, broken)

    assert (view.state, view.error) == ("failed", {"code": "A1B2C3", "message": "Gagal."})
    assert numbers(BatchFilters(states=("failed",))) == [1]
    assert numbers(BatchFilters(states=("running",))) == []


def test_a_list_that_is_half_undone_stays_one_and_can_go_on() -> None:
    job = jobs.submit("undo", b"", owner="maria")
    Job.objects.filter(pk=job).update(state="failed", done=3, total=9)
    view = queries.batch(MARIA, kept(1, state="undoing", job_id=job))

    assert (view.state, view.is_half_undone, view.is_under_way) == ("undoing", True, False)
    assert (view.work.done, view.work.total) == (3, 9)


def test_nothing_is_shown_of_a_region_above_ones_own() -> None:
    kept(1, by=replace(MARIA, region_code="61"))

    assert numbers() == []
