"""Is a list of homes that was a mistake taken back whole, and does a list that was killed go on from where it was?"""

from datetime import date
from unittest import mock
from uuid import UUID

import pytest

from betang.accounts.queries import Acting
from betang.delivery import commands as delivery
from betang.delivery.models import Home, Realisation
from betang.intake import commands, queries
from betang.intake.commands import Counts, running
from betang.intake.models import Batch
from betang.journal import queries as journal
from betang.journal.kept import VOID
from betang.kernel.errors import Refusal
from tests.delivery.cast import Offices, case
from tests.delivery.listing import FINISHED, homes, run, taken_in, undone

SECOND = {"unit_number": "A-2", "nik": "6105014508900002", "name": "Yohan"}
NOT_SHOWN = ("id", "created_at", "updated_at", "nik", "unit_key")
FIELDS = [each.name for each in Realisation._meta.fields if each.name not in NOT_SHOWN]


def shown() -> list[object]:
    """What stands of homes and their reports, without the ids and moments of how it came there."""
    reports = Realisation.objects.exclude(status=VOID).order_by("unit_number").values_list(*FIELDS)
    homes = Home.objects.order_by("village_code", "stage").values_list("village_code", "stage", "source", "reports")
    return [*reports, *homes]


def test_a_list_undone_leaves_what_stood_before(offices: Offices) -> None:
    taken_in(offices.maria, homes({}))
    before = shown()
    batch, _counts = taken_in(offices.maria, homes(FINISHED, SECOND))

    counts = undone(offices.maria, batch)

    assert (counts.records, counts.kept) == (1, 0)
    assert shown() == before
    assert queries.batch(offices.maria, batch).state == "undone"


def test_undone_and_taken_in_again_it_is_as_if_taken_in_once(offices: Offices) -> None:
    taken_in(offices.maria, homes({}))
    content = homes(FINISHED, SECOND)
    batch, first = taken_in(offices.maria, content)
    once = shown()
    undone(offices.maria, batch)

    _batch, again = taken_in(offices.maria, content)

    assert again == first == Counts(updated=1, accepted=1)
    assert shown() == once
    assert taken_in(offices.maria, content)[1] == Counts(unchanged=2)


def test_what_others_built_on_a_list_is_told_and_stays(offices: Offices) -> None:
    batch, _counts = taken_in(offices.maria, homes({}, SECOND))
    report = Realisation.objects.get(unit_number="A-1")
    delivery.report_case(offices.dewi, case(realisation=report.id))
    delivery.advance(offices.maria, report.id, stage="100", on=date(2025, 6, 1))

    with pytest.raises(Refusal) as refused:
        commands.begin_undo(offices.maria, batch)
    standing = queries.stands_on(offices.maria, batch)
    counts = undone(offices.maria, batch, keep_later=True)

    assert (refused.value.code, standing.total) == ("stands_on_it", 2)
    assert (counts.records, counts.kept) == (1, 1)
    assert Realisation.objects.exclude(status=VOID).get().stage == "100"


def test_another_list_that_names_a_home_keeps_it(offices: Offices) -> None:
    first, _counts = taken_in(offices.maria, homes({}))
    taken_in(offices.maria, homes({}, SECOND))

    assert queries.stands_on(offices.maria, first).total == 1
    undone(offices.maria, first, keep_later=True)

    assert Realisation.objects.exclude(status=VOID).count() == 2


def test_a_list_killed_between_two_groups_goes_on_where_it_was(
    offices: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "FIRST_SIZE", 1)
    monkeypatch.setattr(running, "next_size", lambda size, held_s: 1)
    monkeypatch.setattr("betang.intake.commands.of_workbook._FEWEST", 1)
    content = homes({}, SECOND, {"unit_number": "A-3", "nik": None, "name": "Lena"})
    batch = commands.open_batch(offices.maria, "daftar.xlsx", content)

    _killed_after_two(offices.maria, batch.id)
    assert (Batch.objects.get().rows_done, Home.objects.count()) == (2, 2)
    counts = run(offices.maria, commands.open_batch(offices.maria, "daftar.xlsx", content).id)

    assert counts == Counts(accepted=3)
    assert Home.objects.count() == Realisation.objects.count() == 3


def test_a_group_that_breaks_leaves_nothing_of_itself(offices: Offices) -> None:
    batch = commands.open_batch(offices.maria, "daftar.xlsx", homes({}, SECOND))
    position = journal.position()

    with (
        mock.patch("betang.intake.commands.running.keep", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        run(offices.maria, batch.id)

    assert journal.position() == position
    assert not Home.objects.exists()
    assert run(offices.maria, batch.id) == Counts(accepted=2)


def test_an_undo_killed_between_two_groups_can_be_asked_again(
    offices: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("betang.intake.commands.undoing.FIRST_SIZE", 1)
    monkeypatch.setattr("betang.intake.commands.undoing.next_size", lambda size, held_s: 1)
    batch, _counts = taken_in(offices.maria, homes({}, SECOND))
    commands.begin_undo(offices.maria, batch)

    with pytest.raises(KeyboardInterrupt):
        commands.run_undo(offices.maria, batch, _stop, pause_s=0)
    assert Realisation.objects.exclude(status=VOID).count() == 1
    undone(offices.maria, batch)

    assert not Realisation.objects.exclude(status=VOID).exists()
    assert not Home.objects.exists()


def _stop(done: int, total: int) -> None:
    raise KeyboardInterrupt


def _killed_after_two(acting: Acting, batch: UUID) -> None:
    def die(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with (
        mock.patch.object(running, "acting_for", lambda batch: acting),
        mock.patch.object(running, "_now_and_then", lambda progress: progress),
        pytest.raises(KeyboardInterrupt),
    ):
        commands.run_batch(batch, die, pause_s=0)
