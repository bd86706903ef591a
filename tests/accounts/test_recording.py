"""Is somebody right about the records of their own agency, and only about those?"""

from uuid import UUID, uuid4

import pytest

from betang.accounts import recording
from betang.accounts.domain.acting import Acting
from betang.accounts.recording import Deed
from betang.delivery.domain.fields import RECORD_TYPES, Kind
from betang.delivery.models import Realisation
from betang.delivery.records import TABLES
from betang.journal import keyring
from betang.journal import queries as journal
from betang.kernel.ids import is_marked, marked_id
from betang.organisation.domain import policy
from betang.organisation.domain.policy import Relation

HOUSING, PERMITS = UUID(int=1), UUID(int=2)
SINTANG, VILLAGE = "61.05", "61.05.19.2001"
REPORT = RECORD_TYPES[Kind.REALISATION]


@pytest.fixture(autouse=True)
def keys(db: None) -> None:
    keyring.make()


def acting(agency: UUID, kind: str) -> Acting:
    return Acting("maria", "Maria", agency, f"Kantor {kind}", kind, "data_officer", SINTANG)


def reported(by: Acting) -> UUID:
    entity = recording.new_id(by)
    first = {"village_code": VILLAGE, "stage": "0", "nik": "6105060101010001"}
    recording.write(Deed(by, VILLAGE, SINTANG), [recording.made(REPORT, entity, first)], tables=TABLES)
    return entity


def test_a_record_stands_in_the_table_with_who_made_it() -> None:
    maria = acting(HOUSING, "housing")

    row = Realisation.objects.get(pk=reported(maria))

    assert (row.stage, row.village_code, row.agency_id, row.partition) == ("0", VILLAGE, HOUSING, SINTANG)
    assert b"6105060101010001" not in bytes(row.nik or b"")


def test_who_made_a_record_changes_it() -> None:
    maria = acting(HOUSING, "housing")
    entity = reported(maria)

    recording.write(Deed(maria, VILLAGE, SINTANG), [recording.changed(REPORT, entity, {"stage": "30"})], tables=TABLES)

    assert Realisation.objects.get(pk=entity).stage == "30"


def test_another_office_only_proposes() -> None:
    maria, dewi = acting(HOUSING, "housing"), acting(PERMITS, "permits")
    entity = reported(maria)

    change = recording.changed(REPORT, entity, {"stage": "100"})
    outcome = recording.write(Deed(dewi, VILLAGE, SINTANG), [change], tables=TABLES)[0]

    assert outcome.waiting == {"stage": "100"}
    assert Realisation.objects.get(pk=entity).stage == "0"
    assert [said.value for said in journal.standing(entity)["stage"].others] == ["100"]


def test_changes_of_own_and_other_records_come_back_in_their_order() -> None:
    maria, dewi = acting(HOUSING, "housing"), acting(PERMITS, "permits")
    theirs, own = reported(maria), reported(dewi)

    changes = [recording.changed(REPORT, entity, {"stage": "30"}) for entity in (theirs, own)]
    outcomes = recording.write(Deed(dewi, VILLAGE, SINTANG), changes, tables=TABLES)

    assert [(outcome.entity, bool(outcome.values)) for outcome in outcomes] == [(theirs, False), (own, True)]


def test_every_commit_names_policy_2() -> None:
    maria = acting(HOUSING, "housing")

    (commits,) = journal.histories([reported(maria)]).values()

    assert [commit.author.policy for commit in commits] == [2]


def test_an_id_names_its_maker_and_nobody_else() -> None:
    thing = marked_id(HOUSING, unix_ms=1_750_000_000_000, random_bytes=b"abcde")

    assert thing.version == 8
    assert is_marked(thing, HOUSING)
    assert not is_marked(thing, PERMITS)
    assert not is_marked(uuid4(), HOUSING)


def test_having_made_a_record_of_the_register_is_no_authority_over_it() -> None:
    ranks = policy.ranks(policy=2, agency_kind="permits", role="data_officer", relation=Relation.CREATOR)

    assert (ranks["house_state"], ranks["realisation"]) == (0, 6)


def test_a_village_that_made_a_record_writes_as_a_village() -> None:
    ranks = policy.ranks(policy=2, agency_kind="villages", role="village_operator", relation=Relation.CREATOR)

    assert ranks["realisation"] == 2


def test_a_donor_made_the_offer_and_not_the_answer_to_it() -> None:
    company = Acting("rudi", "Rudi", PERMITS, "PT Contoh", "company", "donor", SINTANG)

    ranks = company.ranks_on(recording.new_id(company), VILLAGE)

    assert (ranks["pledge"], ranks["pledge_answer"], ranks["house_state"]) == (6, 0, 0)
