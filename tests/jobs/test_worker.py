"""Does the worker outlive a busy database, share work with another, and tell the log where but not what?"""

import logging
import threading
from datetime import timedelta

import pytest
from django.db import OperationalError, connection

from betang.jobs import commands, queries
from betang.jobs.commands import RunningJob
from betang.jobs.models import Job

NUMBER = "6105081208710003"  # invented


@pytest.fixture(autouse=True)
def only_these_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "_HANDLERS", {})


@pytest.mark.django_db
def test_the_log_says_where_a_bug_is_and_repeats_nothing_of_the_work(caplog: pytest.LogCaptureFixture) -> None:
    def stumble(job: RunningJob) -> dict[str, object]:
        try:
            raise KeyError(job.arguments.decode())
        except KeyError as error:
            raise ValueError(f"row {job.arguments!r}") from error

    commands.register("stumble", stumble)
    job = commands.submit("stumble", NUMBER.encode(), owner="maria")

    with caplog.at_level(logging.ERROR):
        commands.work_once()

    assert "in stumble" in caplog.text and "KeyError" in caplog.text and "ValueError" in caplog.text
    assert NUMBER not in caplog.text and NUMBER not in str(queries.job(job))


@pytest.mark.django_db
def test_a_result_that_cannot_be_kept_ends_the_job_and_not_the_worker() -> None:
    commands.register("odd", lambda job: {"what": object()})
    job = commands.submit("odd", b"", owner="maria")

    assert commands.work_once()
    view = queries.job(job)
    assert view is not None and view.state == "failed"


@pytest.mark.django_db
def test_a_long_note_is_cut_rather_than_refused_by_the_database() -> None:
    def talk(job: RunningJob) -> dict[str, object]:
        job.progress(1, 1, "x" * 300)
        return {}

    commands.register("talk", talk)
    job = commands.submit("talk", b"", owner="maria")

    commands.work_once()

    view = queries.job(job)
    assert view is not None and (view.state, len(view.note)) == ("done", 200)


@pytest.mark.django_db
def test_a_job_that_nobody_took_for_thirty_days_is_cancelled_when_its_arguments_go() -> None:
    job = commands.submit("never", b"sealed", owner="maria")

    commands.purge(now=Job.objects.get(pk=job).created_at + timedelta(days=31))

    row = Job.objects.get(pk=job)
    assert (row.state, row.arguments) == ("cancelled", None)


def test_the_worker_goes_on_after_a_database_that_did_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, asked = threading.Event(), []

    def busy() -> bool:
        asked.append(1)
        if len(asked) == 2:
            stop.set()
            return False
        raise OperationalError("database is locked")

    monkeypatch.setattr(commands, "work_once", busy)
    monkeypatch.setattr(commands, "IDLE_S", 0)
    monkeypatch.setattr(commands, "close_old_connections", lambda: None)

    commands.work_forever(stop)

    assert len(asked) == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_only_one_does_a_job() -> None:
    done: list[str] = []
    commands.register("once", lambda job: done.append(str(job.id)) or {})  # type: ignore[func-returns-value]  # append
    jobs = [str(commands.submit("once", b"", owner="maria")) for _ in range(6)]
    ready = threading.Barrier(2)

    def work() -> None:
        ready.wait()
        while commands.work_once():
            pass
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(done) == sorted(jobs)
