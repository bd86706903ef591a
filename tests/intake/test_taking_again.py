"""A list that lies here already goes in without being sent again: after a trial, a stop, a fault, an undo."""

from dataclasses import replace
from uuid import UUID

import pytest

from betang.accounts.queries import Acting
from betang.intake import commands, queries
from betang.intake.commands import receiving
from betang.intake.models import Batch
from betang.jobs import commands as jobs
from betang.kernel.errors import NotAllowed, Refusal
from tests.intake.sheets import line, xlsx

SENT = xlsx([line(), line(name=None)])


@pytest.fixture
def trial(siti: Acting) -> UUID:
    batch = commands.receive(siti, "daftar.xlsx", SENT, is_trial=True)
    commands.run_trial(batch.id, lambda done, total: None, pause_s=0)
    return batch.id


def stopped(siti: Acting) -> UUID:
    batch = commands.receive(siti, "daftar.xlsx", SENT)
    assert batch.job_id
    jobs.cancel(batch.job_id)
    return batch.id


def test_what_was_tried_goes_in_as_a_list_of_its_own(siti: Acting, trial: UUID) -> None:
    taken = commands.take_tried(siti, trial)

    assert taken.id != trial
    assert (taken.is_trial, taken.state, taken.file_name) == (False, "waiting", "daftar.xlsx")


def test_what_was_tried_is_handed_in_once_however_often_it_is_asked(siti: Acting, trial: UUID) -> None:
    assert commands.take_tried(siti, trial).job_id == commands.take_tried(siti, trial).job_id


def test_what_was_stopped_goes_on_under_its_own_id(siti: Acting) -> None:
    batch_id = stopped(siti)

    assert commands.take_again(siti, batch_id).id == batch_id
    assert queries.batch(siti, batch_id).state == "waiting"


def test_whoever_goes_on_does_so_in_their_own_name_for_the_first_senders_task_may_be_over(siti: Acting) -> None:
    batch_id = stopped(siti)
    colleague = replace(siti, username="yohanes", person="Yohanes", grant_id=7)

    commands.take_again(colleague, batch_id)

    batch = Batch.objects.get(pk=batch_id)
    assert (batch.username, batch.person, batch.grant_id) == ("yohanes", "Yohanes", 7)


def test_a_list_that_is_in_is_not_taken_again(siti: Acting) -> None:
    batch = commands.open_batch(siti, "daftar.xlsx", SENT)
    commands.run_batch(batch.id, pause_s=0)

    with pytest.raises(Refusal) as refused:
        commands.take_again(siti, batch.id)

    assert refused.value.code == "nothing_to_take_again"


def test_only_a_trial_is_taken_as_one(siti: Acting) -> None:
    with pytest.raises(Refusal) as refused:
        commands.take_tried(siti, stopped(siti))

    assert refused.value.code == "not_a_trial"


def test_another_office_takes_nothing(siti: Acting, trial: UUID) -> None:
    with pytest.raises(NotAllowed):
        commands.take_tried(replace(siti, agency_id=UUID(int=5)), trial)


def test_a_file_that_is_gone_is_asked_for_again(siti: Acting, trial: UUID) -> None:
    receiving.sealed_file(trial).unlink()

    with pytest.raises(Refusal) as refused:
        commands.take_tried(siti, trial)

    assert refused.value.code == "upload_gone"
    assert Batch.objects.count() == 1
