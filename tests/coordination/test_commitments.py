"""When is a promise kept, late, open or unknown, and does its evidence still hold?"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from betang import environment
from betang.accounts.domain.acting import Acting
from betang.coordination import commands, queries
from betang.coordination.domain import commitments as rules
from betang.coordination.domain import evidence as frozen
from betang.coordination.domain.commitments import TABLE, Figure, Recorded, State
from betang.coordination.models import Commitment
from betang.journal import blobs, keyring
from betang.journal.models import CommitRow
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation import commands as organisation
from betang.register import commands as register
from betang.register import queries as register_queries
from betang.register.domain.parsing import FieldsRefused
from tests.coordination import cast as play
from tests.coordination.cast import KETUNGAU, SENANING, SINTANG, TODAY, YESTERDAY, Cast

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


# ---------------------------------------------------------------- the table


def test_the_table_of_states_is_complete() -> None:
    assert set(TABLE) == set(product(Recorded, Figure))


@given(
    recorded=st.sampled_from(Recorded),
    figure=st.sampled_from(Figure),
    due=st.none() | DAYS,
    closed=st.none() | DAYS,
    today=DAYS,
)
def test_every_promise_is_in_one_state_and_only_an_open_one_changes_by_waiting(
    recorded: Recorded, figure: Figure, due: date | None, closed: date | None, today: date
) -> None:
    told = rules.state(recorded, figure, due=due, closed=closed, today=today)
    later = rules.state(recorded, figure, due=due, closed=closed, today=today + timedelta(days=400))

    assert told.is_open is (recorded is Recorded.OPEN)
    assert (told is State.UNKNOWN) is (recorded is Recorded.OPEN and figure is Figure.UNKNOWN)
    assert (told is State.CANCELLED) is (recorded is Recorded.CANCELLED)
    if recorded is not Recorded.OPEN and closed:
        assert later is told
    if due is None:
        assert told not in (State.OVERDUE, State.KEPT_LATE)


@given(measured=st.none() | st.integers(0, 10**6), threshold=st.none() | st.integers(0, 10**6))
def test_a_figure_is_reached_only_where_it_is_known_and_large_enough(
    measured: int | None, threshold: int | None
) -> None:
    figure = rules.figure(rules.MEASURED, measured=measured, threshold=threshold)

    known = measured is not None and threshold is not None
    assert (figure is Figure.REACHED) is (known and measured >= threshold)  # type: ignore[operator]  # known: both are numbers
    assert (figure is Figure.UNKNOWN) is not known
    assert rules.figure(rules.PROVED, measured=measured, threshold=threshold) is Figure.NONE


# ---------------------------------------------------------------- measured


def test_a_promise_that_is_overdue_is_closed_by_an_uploaded_list_and_its_evidence_checks(cast: Cast) -> None:
    # Given a promise whose day has passed, with one of two families assessed
    made = play.promise(cast.maria, due_date=YESTERDAY)
    play.assess("Yakobus", by=cast.maria, on=TODAY - timedelta(days=3))
    assert commands.check_commitments(TODAY) == commands.CheckCounts(checked=1, closed=0, still_open=1, unknown=0)
    before = queries.commitment(cast.maria, made)
    assert (before.state, before.measured, before.days_late) == (State.OVERDUE, 1, 1)

    # When a list with the second one comes in, and the day's check
    play.assess("Lusia", by=cast.maria, on=TODAY, batch=10)
    assert commands.check_commitments(TODAY).closed == 1

    # Then it is kept, late, with a frozen figure that the journal bears out
    after = queries.commitment(cast.maria, made)
    assert (after.state, after.measured, after.closed_value, after.closed_date) == (State.KEPT_LATE, 2, 2, TODAY)
    told = queries.check_evidence(cast.maria, made)
    assert told.holds
    assert (told.value, told.counted, told.confirmed, told.missing, told.other) == (2, 2, 2, 0, 0)


def test_the_check_twice_changes_nothing_and_what_comes_later_leaves_the_frozen_figure(cast: Cast) -> None:
    made = play.promise(cast.maria)
    play.assess("Yakobus", "Lusia", by=cast.maria, on=YESTERDAY)
    commands.check_commitments(TODAY)
    commits = CommitRow.objects.count()

    assert commands.check_commitments(TODAY) == commands.CheckCounts(0, 0, 0, 0)
    assert CommitRow.objects.count() == commits
    play.assess("Hasanah", by=cast.maria, on=TODAY, batch=10)
    told = queries.commitment(cast.maria, made)
    assert (told.state, told.measured) == (State.KEPT, 2)
    assert queries.check_evidence(cast.maria, made).holds


def test_evidence_names_records_and_commits_and_no_person(cast: Cast) -> None:
    made = play.promise(cast.maria)
    families = play.assess("Yakobus", "Lusia", by=cast.maria, on=YESTERDAY)
    commands.check_commitments(TODAY)

    content = blobs.read(queries.commitment(cast.maria, made).evidence).content
    told: dict[str, Any] = msgspec.json.decode(content)

    assert (told["metric"], told["threshold"], told["value"]) == ("KELUARGA DIDATA", 2, 2)
    assert (told["filter"], told["as_of"]) == (f"wilayah={KETUNGAU}", TODAY.isoformat())
    assert {each[0] for each in told["counted"]} == {family.hex for family in families}
    assert b"Yakobus" not in content
    assert frozen.write(frozen.read(content)) == content  # type: ignore[arg-type]  # it is of this version


def test_evidence_does_not_hold_when_a_commit_is_gone(cast: Cast) -> None:
    made = _closed(cast)
    first = _evidence(made).counted[0]

    CommitRow.objects.filter(entity=first.record, seq=first.seq).delete()

    told = queries.check_evidence(cast.maria, made)
    assert (told.holds, told.missing, told.confirmed) == (False, 1, 1)


def test_evidence_does_not_hold_when_the_same_family_is_counted_twice(cast: Cast) -> None:
    made = _closed(cast)
    found = _evidence(made)
    twice = msgspec.structs.replace(found, counted=[found.counted[0], found.counted[0]])
    _forge(made, twice)

    assert not queries.check_evidence(cast.maria, made).holds


def test_evidence_does_not_hold_when_a_commit_says_another_day(cast: Cast) -> None:
    made = _closed(cast)
    _forge(made, msgspec.structs.replace(_evidence(made), since=TODAY))

    told = queries.check_evidence(cast.maria, made)
    assert (told.holds, told.other) == (False, 2)


def test_evidence_does_not_hold_when_the_file_is_not_what_it_was(cast: Cast) -> None:
    made = _closed(cast)
    name = queries.commitment(cast.maria, made).evidence
    path = environment.files_dir() / f"{name}.sealed"
    path.write_bytes(keyring.seal_bytes(b"{}"))

    told = queries.check_evidence(cast.maria, made)
    assert (told.holds, told.unknown.code if told.unknown else "") == (False, "file_changed")


def test_villages_are_counted_once_each(cast: Cast) -> None:
    made = play.promise(cast.maria, metric="DESA DIDATA", threshold=2)
    play.assess("Yakobus", "Lusia", by=cast.maria, on=YESTERDAY)
    assert queries.commitment(cast.maria, made).measured == 1

    play.assess("Hasanah", by=cast.maria, on=YESTERDAY, village=SENANING, batch=10)
    commands.check_commitments(TODAY)
    assert queries.check_evidence(cast.maria, made).holds


def test_a_family_counts_once_whatever_its_visits_and_not_for_earlier_ones(cast: Cast) -> None:
    made = play.promise(cast.maria)
    (family,) = play.assess("Yakobus", by=cast.maria, on=TODAY - timedelta(days=100))
    assert queries.commitment(cast.maria, made).measured == 0

    house = register_queries.record(cast.maria, family).house
    assert house is not None
    for day in (YESTERDAY, TODAY):
        register.assess_house(cast.maria, house=house.id, values={"assessed_date": day.isoformat()}, family=family)
    assert queries.commitment(cast.maria, made).measured == 1


# ---------------------------------------------------------------- unknown


def test_without_any_family_of_the_region_here_the_figure_is_unknown_and_never_nought(cast: Cast) -> None:
    made = play.promise(cast.maria)

    told = queries.commitment(cast.maria, made)

    assert (told.state, told.measured) == (State.UNKNOWN, None)
    assert "Ketungau Hulu" in told.reason
    assert commands.check_commitments(TODAY).unknown == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [("wilayah=61.05&warna=merah", "warna=merah"), ("kondisi=9", "kondisi=9"), ("apa saja", "apa saja")],
)
def test_a_promise_on_a_filter_that_no_longer_parses_is_unknown_and_says_why(cast: Cast, text: str, part: str) -> None:
    made = play.promise(cast.maria)
    play.assess("Yakobus", "Lusia", by=cast.maria, on=YESTERDAY)
    Commitment.objects.filter(pk=made).update(filter=text)  # as an earlier version kept it

    told = queries.commitment(cast.maria, made)

    assert told.state is State.UNKNOWN
    assert part in told.reason
    assert commands.check_commitments(TODAY) == commands.CheckCounts(checked=1, closed=0, still_open=0, unknown=1)


@pytest.mark.parametrize("metric", ["RUMAH SELESAI", "KASUS TERBIT", "KABUPATEN MELAPOR"])
def test_what_nobody_ever_reported_is_unknown(cast: Cast, metric: str) -> None:
    made = play.promise(cast.maria, metric=metric, filter="")

    told = queries.commitment(cast.maria, made)

    assert (told.state, told.unknown.code if told.unknown else "") == (State.UNKNOWN, "never_reported")


# ---------------------------------------------------------------- proved, and by whom


def test_a_promise_with_a_proof_is_closed_by_who_promised(cast: Cast) -> None:
    made = _to_be_proved(cast.yosef, responsible="DPMPTSP Kabupaten Sintang")
    assert [each.id for each in queries.due_from(cast.dewi)] == [made]

    for other in (cast.maria, cast.yosef, cast.ria):
        with pytest.raises(NotAllowed):
            commands.prove(other, made, proof="Bukan janji saya")

    commands.prove(cast.dewi, made, proof="SK terbit", file=("C:\\sk\u202e.pdf", b"%PDF-1.4 rekaan"))

    told = queries.commitment(cast.dewi, made)
    assert (told.state, told.proof, told.proof_file_name) == (State.KEPT, "SK terbit", "sk.pdf")
    assert queries.meeting_file(cast.dewi, made).content == b"%PDF-1.4 rekaan"
    assert queries.due_from(cast.dewi) == []


def test_a_promise_is_taken_back_only_by_who_wrote_it_down_and_with_a_reason(cast: Cast) -> None:
    made = _to_be_proved(cast.yosef, responsible="DPMPTSP Kabupaten Sintang")

    with pytest.raises(NotAllowed):
        commands.cancel_commitment(cast.dewi, made, because="Tidak jadi")
    with pytest.raises(Refusal):
        commands.cancel_commitment(cast.yosef, made, because=" ")
    commands.cancel_commitment(cast.yosef, made, because="Anggaran dialihkan")
    assert queries.commitment(cast.yosef, made).state is State.CANCELLED


def test_the_ministrys_own_promise_stands_on_the_same_board(cast: Cast) -> None:
    made = _to_be_proved(cast.ria, text="Menjawab dalam 14 hari")

    assert made in [each.id for each in queries.commitments(cast.maria)]
    assert queries.commitment(cast.maria, made).responsible == "Direktorat Jenderal Perumahan Perdesaan"


# ---------------------------------------------------------------- refused


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"due_date": TODAY - timedelta(days=60)}, "due_date"),
        ({"made_date": TODAY + timedelta(days=1)}, "made_date"),
        ({"since_date": TODAY + timedelta(days=9)}, "due_date"),
        ({"threshold": None}, "threshold"),
        ({"filter": "kondisi=9"}, "filter"),
        ({"filter": "nomor=6105081208710003"}, "filter"),
        ({"filter": "wilayah=61.10"}, "filter"),
        ({"metric": "RUMAH SELESAI", "source": "UANG SAKU", "filter": ""}, "source"),
        ({"metric": "RUMAH SELESAI", "filter": "kondisi=5"}, "filter"),
        ({"state": "TERPENUHI"}, "state"),
        ({"evidence": "ab"}, "evidence"),
    ],
)
def test_a_promise_that_cannot_be_so_is_refused_beside_its_field(
    cast: Cast, said: dict[str, object], field: str
) -> None:
    with pytest.raises(FieldsRefused) as refused:
        play.promise(cast.maria, **said)
    assert field in refused.value.refusals


def test_an_abolished_office_promises_nothing_and_nothing_is_promised_for_it(cast: Cast) -> None:
    organisation.abolish_agency("DPMPTSP Kabupaten Sintang", on=YESTERDAY)

    with pytest.raises(FieldsRefused) as refused:
        play.promise(cast.maria, responsible="DPMPTSP Kabupaten Sintang")
    assert refused.value.code == "agency_abolished"
    with pytest.raises(Refusal) as spoken:
        play.promise(cast.dewi)
    assert spoken.value.code == "agency_abolished"


def test_who_is_elsewhere_or_of_another_role_gets_nothing(cast: Cast) -> None:
    made = play.promise(cast.maria)

    assert queries.commitments(cast.budi) == []
    for deed in (
        lambda: queries.commitment(cast.budi, made),
        lambda: queries.check_evidence(cast.budi, made),
        lambda: commands.prove(cast.budi, made, proof="x"),
        lambda: commands.cancel_commitment(cast.budi, made, because="x"),
    ):
        with pytest.raises(Refusal) as refused:
            deed()
        assert refused.value.code == "not_found"
    for role in (cast.siti, replace(cast.maria, role="donor"), replace(cast.maria, role="administrator")):
        with pytest.raises(NotAllowed):
            queries.commitment(role, made)
    with pytest.raises(NotAllowed):
        play.promise(cast.rudi)
    with pytest.raises(NotAllowed):
        play.promise(cast.budi, region_code=SINTANG)


def _to_be_proved(by: Acting, **more: object) -> UUID:
    return play.promise(by, metric=None, **more)


def _closed(cast: Cast) -> UUID:
    made = play.promise(cast.maria)
    play.assess("Yakobus", "Lusia", by=cast.maria, on=YESTERDAY)
    commands.check_commitments(TODAY)
    return made


def _evidence(made: UUID) -> frozen.Evidence:
    found = frozen.read(blobs.read(Commitment.objects.get(pk=made).evidence or "").content)
    assert found is not None
    return found


def _forge(made: UUID, told: frozen.Evidence) -> None:
    name = blobs.keep(frozen.write(told), allowed={blobs.FileKind.EVIDENCE})
    Commitment.objects.filter(pk=made).update(evidence=name)
