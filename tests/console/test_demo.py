"""Does the demo hold the whole meeting and what came of it, and does the replay end with a promise that is kept?"""

from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest
from django.db import transaction
from django.test import override_settings
from django.urls import resolve
from pytest_django.plugin import DjangoDbBlocker

from betang import environment
from betang.accounts import queries as accounts
from betang.console import answering, demo, demo_programme, rapat
from betang.console.cast import BALAI, CAST, OFFICERS, of_office
from betang.console.demo import Demo
from betang.console.demo_pictures import WALLS, home_at
from betang.console.lists import take_in_now
from betang.coordination import queries as coordination
from betang.delivery import queries as delivery
from betang.figures import queries as figures
from betang.intake.samples import ertlh
from betang.journal.domain.file_kinds import KINDS, FileKind
from betang.organisation.domain.agencies import KABUPATEN
from betang.planning import queries as planning
from tests.coordination.papers import meeting_of_12_june

pytestmark = pytest.mark.django_db
TWO = {region: KABUPATEN[region] for region in ("61.05", "61.09")}


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Demo]:
    """A small demo with lists and homes of two kabupaten, built once and gone after these tests."""
    quick = override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
    with django_db_blocker.unblock(), quick, pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(demo, "ROWS", 60)
        for part in (demo, demo_programme):
            patch.setattr(part, "KABUPATEN", TWO)
        yield demo._built()
        transaction.set_rollback(True)
    (environment.home() / demo.MARK).unlink()


def test_the_answer_is_what_its_schema_says(told: Demo) -> None:
    again = msgspec.json.decode(answering.to_json(told), type=Demo)

    assert again == told
    assert [each.kabupaten for each in again.lists] == ["Sintang", "Sekadau"]


def test_it_holds_every_part_of_the_programme(told: Demo) -> None:
    there = told.programme

    assert (there.meetings, there.targets, there.published) == (1, 32, 17)
    assert there.homes > 2 * 18
    assert there.cases == 2 * 12
    assert there.pledges == 2
    assert there.obstacles == 2 + 8  # two of the meeting itself, one for each kabupaten
    assert there.commitments == 6


def test_another_start_adds_nothing(told: Demo) -> None:
    demo_programme.enter_missing()

    assert demo_programme.counted() == told.programme


def test_what_is_invented_says_so_and_the_meeting_is_as_it_was(told: Demo) -> None:
    board = coordination.obstacles(_balai())
    (row,) = coordination.meetings(_balai())
    meeting = coordination.meeting(_balai(), row.id)

    assert {each.text for each in board if "(contoh rekaan)" not in each.text} == {
        "Kendala regulasi dalam pelaksanaan program perumahan",
        "Kebutuhan pemutakhiran data",
    }
    assert all("(contoh rekaan)" in each.text for each in coordination.commitments(_balai()))
    assert meeting.table.offices == 32
    assert meeting.table.online == 1


def test_the_papers_of_the_imported_meeting_tell_what_its_file_tells(told: Demo) -> None:
    (row,) = coordination.meetings(_balai())
    in_the_file = meeting_of_12_june()

    paper = coordination.paper(_balai(), row.id)

    raised = {(each.topic, each.text, each.region, each.raised_by) for each in paper.obstacles}
    assert {(each.topic, each.text, each.region, each.raised_by) for each in in_the_file.obstacles} <= raised
    assert replace(paper, obstacles=(), commitments=()) == replace(
        in_the_file, obstacles=(), printed_on=paper.printed_on
    )


def test_every_kabupaten_has_homes_cases_and_likely_doubles(told: Demo) -> None:
    for region in TWO:
        who = accounts.acting_as(OFFICERS[region])

        assert delivery.homes(who, delivery.HomeFilters(region_code=region)).total > 15
        _pairs, doubles = delivery.doubles(who, region)
        assert doubles == 1


def test_a_home_that_two_offices_report_counts_once(told: Demo) -> None:
    who = accounts.acting_as(OFFICERS["61.05"])
    rows = delivery.homes(who, delivery.HomeFilters(region_code="61.05")).rows

    assert [row for row in rows if row.reports > 1]


def test_the_donor_sees_homes_and_photos_and_no_list(told: Demo) -> None:
    donor = accounts.acting_as("ratna")
    taken = next(each for each in planning.pledges(donor) if each.answer == "DITERIMA")

    homes = delivery.homes(donor, delivery.HomeFilters(pledge=taken.id))

    assert homes.total == 4
    photos = [photo for row in homes.rows for photo in delivery.home(donor, row.id).photos]
    assert {photo.stage for photo in photos} == {"0", "30", "100"}


def test_the_published_figures_of_sekadau_do_not_add_up(told: Demo) -> None:
    (statement,) = figures.published(_balai(), "61.09")

    assert not statement.adds


@pytest.fixture(scope="module")
def played(told: Demo, tmp_path_factory: pytest.TempPathFactory) -> rapat.Replay:
    """The replay, after a few families of the district had been visited."""
    path = tmp_path_factory.mktemp("replay") / "Ketungau Hulu.xlsx"
    ertlh.write(path, region=rapat.DISTRICT, rows=20, seed=3)
    take_in_now(accounts.acting_as(OFFICERS["61.05"]), path.name, path.read_bytes(), title="")
    steps: list[rapat.Step] = []

    ended = rapat.replay(lambda step, _number: steps.append(step))

    assert ended.steps == steps
    return ended


def test_the_replay_ends_with_a_promise_that_a_list_kept(played: rapat.Replay) -> None:
    assert played.measured_before is not None
    assert played.measured_after is not None
    assert played.measured_before < played.threshold <= played.measured_after
    assert played.state == "TERPENUHI TERLAMBAT"
    assert played.evidence_holds


def test_every_address_of_the_replay_is_a_page(played: rapat.Replay) -> None:
    assert len(played.steps) == 10
    for step in played.steps:
        assert resolve(step.path.partition("?")[0])
        assert step.who in {member.username for member in CAST}


def test_an_invented_photo_is_a_png() -> None:
    for stage in WALLS:
        content = home_at(stage, number=3)

        assert KINDS[FileKind.PNG].fits(content)
        assert len(content) < 2_000


def _balai() -> accounts.Acting:
    return accounts.acting_as(of_office(BALAI))
