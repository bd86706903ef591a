"""Is long work done once, told about, stopped when asked, and taken up again when it was cut off?"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from betang.jobs import commands, queries
from betang.jobs.commands import RunningJob
from betang.jobs.models import Job
from betang.kernel.errors import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def only_these_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "_HANDLERS", {})


def view(job_id: UUID) -> queries.JobView:
    found = queries.job(job_id)
    assert found is not None
    return found


def test_a_job_is_done_and_says_what_came_of_it() -> None:
    def count(job: RunningJob) -> dict[str, object]:
        job.progress(3, 3, "selesai")
        return {"bytes": len(job.arguments)}

    commands.register("count", count)
    job = commands.submit("count", b"abc", owner="maria")

    assert commands.work_once() and not commands.work_once()
    assert (view(job).state, view(job).result, view(job).done) == ("done", {"bytes": 3}, 3)
    assert [j.id for j in queries.recent("maria")] == [job]


def test_a_refusal_is_told_in_its_own_words() -> None:
    def refuse(job: RunningJob) -> dict[str, object]:
        raise Refusal("Berkas ini kosong.", code="empty_file")

    commands.register("refuse", refuse)
    job = commands.submit("refuse", b"", owner="maria")

    commands.work_once()

    assert (view(job).state, view(job).error) == ("failed", {"code": "empty_file", "message": "Berkas ini kosong."})


def test_a_bug_ends_the_job_and_not_the_worker() -> None:
    def stumble(job: RunningJob) -> dict[str, object]:
        raise ZeroDivisionError("61050141")

    commands.register("stumble", stumble)
    job = commands.submit("stumble", b"", owner="maria")

    assert commands.work_once()
    error = view(job).error
    assert view(job).state == "failed" and error and "61050141" not in error["message"]


def test_a_waiting_job_is_cancelled_at_once_and_a_running_one_between_two_groups() -> None:
    groups: list[int] = []

    def slow(job: RunningJob) -> dict[str, object]:
        for group in range(3):
            job.progress(group, 3)
            groups.append(group)
            if group == 0:
                commands.cancel(job.id)
        return {}

    commands.register("slow", slow)
    first, second = (commands.submit("slow", b"", owner="maria") for _ in range(2))
    commands.cancel(second)

    commands.work_once()

    assert (view(first).state, view(second).state, groups) == ("cancelled", "cancelled", [0])
    with pytest.raises(Refusal):
        commands.cancel(first)


def test_a_job_whose_worker_died_is_taken_up_again_under_its_own_id() -> None:
    seen: list[UUID] = []

    def note(job: RunningJob) -> dict[str, object]:
        seen.append(job.id)
        return {}

    commands.register("note", note)
    job = commands.submit("note", b"", owner="maria")
    Job.objects.filter(pk=job).update(
        state="running", lease_holder=UUID(int=1), lease_until=timezone.now() - timedelta(seconds=1)
    )

    assert commands.work_once()
    assert seen == [job] and view(job).state == "done"


def test_work_that_takes_its_process_down_every_time_is_given_up() -> None:
    commands.register("note", lambda job: {})
    job = commands.submit("note", b"", owner="maria")
    Job.objects.filter(pk=job).update(
        state="running", lease_holder=UUID(int=1), lease_until=timezone.now() - timedelta(seconds=1), attempts=5
    )

    commands.work_once()

    error = view(job).error
    assert view(job).state == "failed" and error and error["code"] == "too_many_attempts"


def test_a_worker_that_lost_its_lease_stops_and_changes_nothing() -> None:
    def lose(job: RunningJob) -> dict[str, object]:
        Job.objects.filter(pk=job.id).update(lease_holder=UUID(int=2))
        job.progress(1, 2)
        raise AssertionError("a lost job goes on")

    commands.register("lose", lose)
    job = commands.submit("lose", b"", owner="maria")

    commands.work_once()

    assert view(job).state == "running"


def test_a_job_under_a_living_lease_is_nobody_elses() -> None:
    commands.register("note", lambda job: {})
    job = commands.submit("note", b"", owner="maria")
    Job.objects.filter(pk=job).update(
        state="running", lease_holder=UUID(int=1), lease_until=timezone.now() + timedelta(seconds=30)
    )

    assert not commands.work_once()


def test_arguments_go_after_thirty_days() -> None:
    job = commands.submit("old", b"secret", owner="maria")

    assert commands.purge(now=timezone.now() + timedelta(days=29)) == 0
    assert commands.purge(now=timezone.now() + timedelta(days=31)) == 1
    assert Job.objects.get(pk=job).arguments is None
