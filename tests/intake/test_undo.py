"""A list that was a mistake is undone: the register shows what it showed before, and what others built on it stays."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from betang.accounts import commands as accounts_commands
from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.intake import commands, queries
from betang.intake.commands import UndoCounts, undoing
from betang.intake.models import Batch, BatchRow
from betang.intake.queries.standing import StandsOn, stands_on
from betang.jobs import commands as jobs
from betang.journal import queries as journal
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.register import commands as register_commands
from betang.register import queries as register
from betang.register.commands.take_back import Looked
from betang.register.models import Family, House, Listing, MatchKey, NameWord, Person
from betang.register.tables import VOID
from tests.intake.sheets import line, xlsx

YOHAN = {"name": "Yohan", "nik": "6105014508900003", "sex": "LAKI-LAKI", "address": "Dusun Riam"}
FIRST = xlsx([line(), line(**YOHAN), line(name=None)])
LATER = date(2025, 3, 1)
# Of the two families of FIRST one has another roof and a new visit, one is as it was, and one is new.
SECOND = xlsx(
    [
        line(roof="DAUN", surveyed=LATER),
        line(**YOHAN),
        line(name="Lena", nik="6105014508900004", address="Jl. Melati 3"),
        line(name=None),
    ]
)


def taken_in(acting: Acting, content: bytes) -> UUID:
    batch = commands.open_batch(acting, "daftar.xlsx", content)
    commands.run_batch(batch.id, pause_s=0)
    return batch.id


def undone(acting: Acting, batch_id: UUID, *, keep_later: bool = False) -> UndoCounts:
    commands.begin_undo(acting, batch_id, keep_later=keep_later)
    return commands.run_undo(acting, batch_id, pause_s=0)


def family_of(batch_id: UUID, row: int) -> UUID:
    family = BatchRow.objects.get(batch=batch_id, row=row).family_id
    assert family is not None
    return family


def house_of(acting: Acting, family: UUID) -> UUID:
    house = register.record(acting, family).house
    assert house is not None
    return house.id


def edit(acting: Acting, entity: UUID, **values: object) -> None:
    register_commands.edit(acting, entity=entity, values=values, seen=journal.seen(entity), because="Dicek")


def derived() -> list[object]:
    """What the list, the search words and the match keys say."""
    listing = Listing.objects.order_by("family_id").values_list()
    words = NameWord.objects.order_by("family_id", "word").values_list("word", "family_id", "need")
    keys = sorted((str(family), bytes(key)) for family, key in MatchKey.objects.values_list("family_id", "key"))
    return [*listing, *words, *keys]


def test_the_only_list_undone_leaves_nothing_to_see(siti: Acting) -> None:
    empty = register.digest()
    batch_id = taken_in(siti, FIRST)
    commits = journal.position()

    counts = undone(siti, batch_id)

    assert counts == UndoCounts(families=2, records=6, fields=0, kept=0)
    assert register.digest() == empty and derived() == []
    assert journal.position() == commits + 8
    view = queries.batch(siti, batch_id)
    assert (view.state, view.undone_by) == ("undone", siti.person) and view.undone_at


def test_old_values_come_back_with_their_day_and_place(siti: Acting) -> None:
    first = taken_in(siti, FIRST)
    house = house_of(siti, family_of(first, 2))
    before, listed = register.digest(), derived()
    observed = House.objects.get(pk=house).observed_date
    roof = register.show(siti, house)["roof_material"]
    second = taken_in(siti, SECOND)
    assert register.digest() != before

    counts = undone(siti, second)

    assert counts == UndoCounts(families=1, records=4, fields=1, kept=0)
    assert register.digest() == before and derived() == listed
    assert House.objects.get(pk=house).observed_date == observed == date(2024, 5, 12)
    again = register.show(siti, house)["roof_material"]
    assert (again.value, again.date, again.source) == (roof.value, roof.date, roof.source)


def test_a_value_where_there_was_none_is_unknown_again(siti: Acting) -> None:
    first = taken_in(siti, xlsx([line(occupants=None)]))
    before = register.digest()
    second = taken_in(siti, xlsx([line(occupants=7)]))

    assert undone(siti, second).fields == 1

    assert register.digest() == before
    assert register.record(siti, family_of(first, 2)).house.value("occupants") is None  # type: ignore[union-attr]


def test_a_list_undone_can_be_taken_in_again(siti: Acting) -> None:
    taken_in(siti, FIRST)
    second = taken_in(siti, SECOND)
    after, counts = register.digest(), commands.run_batch(second)
    undone(siti, second)

    batch = commands.open_batch(siti, "daftar.xlsx", SECOND)

    assert batch.id != second
    assert commands.run_batch(batch.id, pause_s=0) == counts
    assert register.digest() == after


def test_the_office_that_sent_it_undoes_it_and_no_other(siti: Acting) -> None:
    batch_id = taken_in(siti, FIRST)
    neighbour = replace(siti, agency_id=UUID(int=7))
    viewer = replace(siti, role="viewer")

    with pytest.raises(NotAllowed, match="kantor lain"):
        commands.undo(neighbour, batch_id)
    with pytest.raises(NotAllowed):
        commands.undo(viewer, batch_id)
    with pytest.raises(Refusal, match="tidak ada di wilayah"):
        commands.undo(replace(siti, region_code="61.08"), batch_id)

    assert queries.batch(siti, batch_id).state == "done"


def test_what_cannot_be_undone_says_why(siti: Acting) -> None:
    waiting = commands.open_batch(siti, "daftar.xlsx", FIRST)
    refused = []
    for change in ({}, {"state": "cancelled"}):
        Batch.objects.filter(pk=waiting.id).update(**change)
        with pytest.raises(Refusal) as refusal:
            commands.undo(siti, waiting.id)
        refused.append(refusal.value.code)
    commands.run_batch(waiting.id, pause_s=0)
    BatchRow.objects.filter(batch=waiting.id, row=3).delete()  # as before rows were all remembered
    with pytest.raises(Refusal) as refusal:
        commands.undo(siti, waiting.id)

    assert [*refused, refusal.value.code] == ["still_coming_in", "nothing_to_undo", "too_old_to_undo"]


def test_undone_is_undone(siti: Acting) -> None:
    batch_id = taken_in(siti, FIRST)
    undone(siti, batch_id)
    commits = journal.position()

    with pytest.raises(Refusal, match="sudah dibatalkan"):
        commands.undo(siti, batch_id)

    assert commands.run_undo(siti, batch_id, pause_s=0) == UndoCounts(0, 0, 0, 0)
    assert journal.position() == commits


def test_the_job_loop_undoes_a_list(siti: Acting) -> None:
    empty = register.digest()
    batch_id = taken_in(siti, FIRST)

    batch = commands.undo(siti, batch_id)
    assert batch.state == "undoing"
    assert commands.undo(siti, batch_id).job_id == batch.job_id  # asked twice, done once
    assert jobs.work_once() and not jobs.work_once()

    assert queries.batch(siti, batch_id).state == "undone"
    assert register.digest() == empty


@pytest.mark.parametrize("died_after", [1, 2, 5])
def test_killed_anywhere_it_goes_on_and_nothing_is_said_twice(
    siti: Acting, monkeypatch: pytest.MonkeyPatch, died_after: int
) -> None:
    monkeypatch.setattr(undoing, "FIRST_SIZE", 1)
    monkeypatch.setattr(undoing, "next_size", lambda size, held_s: 1)
    taken_in(siti, FIRST)
    before, commits = register.digest(), journal.position()
    second = taken_in(siti, SECOND)
    said = journal.position() - commits
    commands.begin_undo(siti, second)
    groups = []

    def power_cut(done: int, total: int) -> None:
        groups.append(done)
        if len(groups) == died_after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        commands.run_undo(siti, second, power_cut, pause_s=0)
    assert queries.batch(siti, second).state == "undoing"
    commands.undo(siti, second)
    assert jobs.work_once()

    assert register.digest() == before
    assert journal.position() == commits + 2 * said  # one commit back for each


def test_a_group_that_fails_leaves_nothing_of_itself(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = register.digest()
    batch_id = taken_in(siti, FIRST)
    before, commits = register.digest(), journal.position()
    commands.begin_undo(siti, batch_id)

    def full_disk(*_families: object) -> None:
        raise OSError

    with monkeypatch.context() as broken, pytest.raises(OSError):
        broken.setattr("betang.register.indexing.relist", full_disk)
        commands.run_undo(siti, batch_id, pause_s=0)
    assert register.digest() == before and journal.position() == commits

    commands.run_undo(siti, batch_id, pause_s=0)
    assert register.digest() == empty


def test_what_an_officer_does_meanwhile_stays(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    batch_id = taken_in(siti, FIRST)
    home = family_of(batch_id, 3)
    commands.begin_undo(siti, batch_id)
    look_back = register_commands.look_back

    def and_then_somebody_edits(batch: UUID, entities: Sequence[UUID]) -> Looked:
        looked = look_back(batch, entities)
        if home in entities:
            edit(siti, house_of(siti, home), note="Pagar baru")
        return looked

    monkeypatch.setattr(register_commands, "look_back", and_then_somebody_edits)
    counts = commands.run_undo(siti, batch_id, pause_s=0)

    assert counts == UndoCounts(families=1, records=3, fields=0, kept=1)
    assert list(Listing.objects.values_list("family_id", flat=True)) == [home]


def test_what_others_built_is_told_and_nothing_is_undone(siti: Acting) -> None:
    batch_id = taken_in(siti, FIRST)
    siti_home, yohan_home = family_of(batch_id, 2), family_of(batch_id, 3)
    edit(siti, house_of(siti, siti_home), roof_material="Genteng")
    register_commands.add_member(siti, family=yohan_home, values={"name": "Rabiah"}, observed=None)
    before = register.digest()

    with pytest.raises(Refusal) as refusal:
        commands.undo(siti, batch_id)

    assert (refusal.value.code, refusal.value.params) == ("stands_on_it", {"total": 2})
    assert register.digest() == before and queries.batch(siti, batch_id).state == "done"
    assert told(stands_on(siti, batch_id)) == {(siti_home, "changed"), (yohan_home, "person")}


def told(standing: StandsOn) -> set[tuple[UUID | None, str]]:
    return {(item.family_id, item.code) for item in standing.items}


def test_everything_that_can_stand_on_a_family_is_told(siti: Acting) -> None:
    batch_id = taken_in(siti, FIRST)
    home = family_of(batch_id, 3)
    house = house_of(siti, home)
    register_commands.add_aid(siti, family=home, values={"programme": "BSPS", "year": "2024"}, observed=None)
    register_commands.assess_house(siti, house=house, values={"assessed_date": "2025-01-02"})
    lodgers = register_commands.FamilyEntry(family={}, head={"name": "Lusia"}, house_id=house)
    register_commands.add_family(siti, lodgers, observed=None)
    taken_in(siti, xlsx([line(**YOHAN, village="61.05.01.1001")]))

    standing = stands_on(siti, batch_id, limit=2)

    codes = {code for _family, code in told(stands_on(siti, batch_id))}
    assert codes == {"aid", "assessment", "family", "listed"}
    assert (standing.total, len(standing.items)) == (4, 2)
    assert {item.agency for item in standing.items} == {siti.agency}
    assert "Lusia" not in str(standing) and "Yohan" not in str(standing)


def test_what_is_stood_on_stays_whole_and_the_rest_goes(siti: Acting) -> None:
    batch_id = taken_in(siti, FIRST)
    siti_home, yohan_home = family_of(batch_id, 2), family_of(batch_id, 3)
    head = Family.objects.get(pk=siti_home).head
    assert head is not None
    edit(siti, head, phone="081234567890")
    card = register.record(siti, siti_home)

    counts = undone(siti, batch_id, keep_later=True)

    assert counts == UndoCounts(families=1, records=3, fields=0, kept=1)
    assert register.record(siti, siti_home) == card
    assert list(Listing.objects.values_list("family_id", flat=True)) == [siti_home]
    assert Family.objects.get(pk=yohan_home).status == VOID
    assert Person.objects.filter(status=VOID).count() == 1


def test_a_value_that_was_replaced_since_stays_and_its_neighbours_go_back(siti: Acting) -> None:
    first = taken_in(siti, xlsx([line()]))
    house = house_of(siti, family_of(first, 2))
    second = taken_in(siti, xlsx([line(roof="DAUN", floor="TANAH", surveyed=LATER)]))
    edit(siti, house, roof_material="Genteng")

    with pytest.raises(Refusal, match="1 hal"):
        commands.undo(siti, second)
    counts = undone(siti, second, keep_later=True)

    shown = register.record(siti, house).house
    assert shown is not None
    assert (shown.value("roof_material"), shown.value("floor_material")) == ("GENTENG", "KAYU")
    assert (counts.fields, counts.records, counts.kept) == (1, 1, 1)


def test_lists_are_undone_the_newest_first(siti: Acting) -> None:
    digests, batches = [register.digest()], []
    for content in (FIRST, SECOND, xlsx([line(roof="RUMBIA", surveyed=date(2025, 6, 1)), line(**YOHAN, roof="DAUN")])):
        batches.append(taken_in(siti, content))
        digests.append(register.digest())
    assert len({digest["digest"] for digest in digests}) == 4

    with pytest.raises(Refusal):
        commands.undo(siti, batches[0])
    for batch_id, before in zip(reversed(batches), reversed(digests[:-1]), strict=True):
        undone(siti, batch_id)
        assert register.digest() == before


def test_a_proposal_that_only_waited_is_withdrawn(siti: Acting) -> None:
    first = taken_in(siti, FIRST)
    house = house_of(siti, family_of(first, 2))
    office = organisation.agency_named("DPMPTSP Kabupaten Sintang").id
    accounts_commands.add_user("dewi", role="data_officer", agency=office, region="61.05")
    permits = accounts.acting_as("dewi")
    before = register.digest()
    second = taken_in(permits, xlsx([line(roof="DAUN", surveyed=LATER), line(**YOHAN)]))
    assert journal.open_on([house]) == {house: 1}

    undone(permits, second)

    assert register.digest() == before
    assert journal.open_on([house]) == {}


def test_the_first_list_again_does_not_bring_back_what_was_corrected(siti: Acting) -> None:
    taken_in(siti, FIRST)
    corrected = taken_in(siti, xlsx([line(roof="DAUN", floor="TANAH"), line(**YOHAN)]))
    after = register.digest()

    batch = commands.open_batch(siti, "daftar.xlsx", FIRST + b"")
    again = taken_in(siti, xlsx([line(), line(**YOHAN), line(name=None), []]))

    view = queries.batch(siti, again)
    assert batch.id != again and (view.accepted, view.updated, view.unchanged, view.returned) == (0, 0, 2, 1)
    codes = [reason.code for row in queries.flagged_rows(siti, again) for reason in row.reasons]
    assert "corrected_since" in codes
    assert register.digest() == after
    undone(siti, again)
    undone(siti, corrected)
    assert queries.batch(siti, taken_in(siti, xlsx([line(roof="DAUN", floor="TANAH")]))).updated == 1
