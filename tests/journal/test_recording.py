"""Is what was said on record, with who said it, and is nothing lost when two say it at once?"""

from datetime import date
from uuid import UUID

import pytest
from django.core import signing
from django.db import IntegrityError, transaction

from betang.journal import commands, keyring, queries
from betang.journal.commands import Change, Outcome, new_id
from betang.journal.domain.commits import Author, Source
from betang.journal.domain.records import FieldSpec, FieldType, RecordType, enroll
from betang.kernel.errors import Malformed

HUT = RecordType(
    "hut",
    901,
    (
        FieldSpec(1, "roof", FieldType.CODE, "house_state"),
        FieldSpec(2, "number", FieldType.SEALED, "identity"),
        FieldSpec(3, "seen_on", FieldType.DATE, "house_state"),
    ),
)
SITI = Author(UUID(int=1), "Disperakim Kabupaten Sintang", "data_officer", "Siti")
BUDI = Author(UUID(int=2), "DPMPTSP Kabupaten Sintang", "data_officer", "Budi")
OWNER, OTHER = {"house_state": 6, "identity": 4}, {"house_state": 4, "identity": 4}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _keys_and_kind() -> None:
    keyring.make()
    enroll(HUT)


def say(change: Change, *, author: Author = SITI, because: str = "") -> Outcome:
    ranks = OWNER if author is SITI else OTHER
    with transaction.atomic():
        (outcome,) = commands.record(
            [change], partition="61.05", author=author, ranks=ranks, because=because, by_hand=True
        )
    return outcome


def hut(roof: str = "SENG") -> UUID:
    entity = new_id()
    say(
        Change(
            entity,
            HUT,
            {"roof": roof},
            observed=date(2025, 6, 1),
            source=Source(None, "Daftar.xlsx", 17, {"roof": "AD"}),
        )
    )
    return entity


def edit(entity: UUID, roof: str, *, seen: str, author: Author = SITI) -> Outcome:
    bases = queries.read_seen(seen, entity=entity)
    return say(Change(entity, HUT, {"roof": roof}, bases=bases), author=author)


def test_a_value_tells_who_said_it_in_which_file_row_and_column() -> None:
    entity = hut()

    roof = queries.standing(entity)["roof"].shown

    assert (roof.value, roof.person, roof.agency) == ("SENG", "Siti", "Disperakim Kabupaten Sintang")
    assert roof.source and (roof.source.file, roof.source.row, roof.source.columns) == (
        "Daftar.xlsx",
        17,
        {"roof": "AD"},
    )
    assert roof.observed == date(2025, 6, 1)


def test_two_stale_forms_of_equals_leave_both_values_and_the_owner_decides() -> None:
    entity = hut()
    form_one, form_two = queries.seen(entity), queries.seen(entity)

    edit(entity, "RUMBIA", seen=form_one)
    edit(entity, "DAUN", seen=form_two)

    roof = queries.standing(entity)["roof"]
    assert (roof.shown.value, [(other.value, other.standing) for other in roof.others]) == (
        "DAUN",
        [("RUMBIA", "conflict")],
    )
    assert queries.open_count("61.05") == queries.open_count("61") == queries.open_count("00") == 1

    edit(entity, "RUMBIA", seen=queries.seen_all(entity, "roof"))

    roof = queries.standing(entity)["roof"]
    assert (roof.shown.value, roof.others) == ("RUMBIA", ())
    assert queries.open_count("61.05") == 0
    assert len(queries.history(entity)) == 4


def test_another_office_proposes_and_what_the_owner_said_stays_shown() -> None:
    entity = hut()

    outcome = edit(entity, "GENTENG", seen=queries.seen(entity), author=BUDI)

    assert (outcome.values, outcome.waiting) == ({}, {"roof": "GENTENG"})
    roof = queries.standing(entity)["roof"]
    assert (roof.shown.value, roof.others[0].value, roof.others[0].standing) == ("SENG", "GENTENG", "proposal")


def test_the_same_value_said_twice_is_no_question_for_anyone() -> None:
    entity = hut()

    edit(entity, "SENG", seen=queries.seen(entity), author=BUDI)

    assert queries.standing(entity)["roof"].others == ()
    assert queries.open_count("61.05") == 0


def test_one_number_sealed_twice_is_one_number() -> None:
    entity = hut()
    number = keyring.seal_number("6105014104900003")
    say(Change(entity, HUT, {"number": number}, bases={}))

    say(Change(entity, HUT, {"number": keyring.seal_number("6105014104900003")}, bases={}), author=BUDI)

    assert queries.standing(entity)["number"].others == ()
    assert keyring.open_number(queries.standing(entity)["number"].shown.value) == "6105014104900003"  # type: ignore[arg-type]


def test_a_new_entity_never_takes_the_place_of_one_that_exists() -> None:
    entity = hut()

    with pytest.raises(IntegrityError):
        say(Change(entity, HUT, {"roof": "DAUN"}))

    assert [entry.values for entry in queries.history(entity)] == [{"roof": "SENG"}]


def test_numbers_of_a_stream_have_no_holes_and_clocks_never_go_back() -> None:
    entities = [hut() for _ in range(3)]

    entries = [queries.history(entity)[0] for entity in entities]

    seqs = [entry.commit.seq for entry in entries]
    assert seqs == list(range(seqs[0], seqs[0] + 3))
    assert sorted(entry.at for entry in entries) == [entry.at for entry in entries]


def test_a_refused_deed_leaves_no_hole() -> None:
    first = queries.history(hut())[0].commit.seq
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        hut()
        raise ZeroDivisionError

    assert queries.history(hut())[0].commit.seq == first + 1


def test_a_form_note_of_another_record_or_hand_is_refused() -> None:
    one, other = hut(), hut()

    for note in (queries.seen(one), signing.dumps([other.hex, {}], salt="elsewhere"), "abc"):
        with pytest.raises(Malformed):
            queries.read_seen(note, entity=other)


def test_a_later_value_that_names_nothing_stands_beside() -> None:
    entity = hut()

    say(Change(entity, HUT, {"roof": "DAUN"}, bases={}))

    roof = queries.standing(entity)["roof"]
    assert {roof.shown.value, roof.others[0].value} == {"SENG", "DAUN"}


def test_dates_and_explicit_unknowns_come_back_as_they_were_said() -> None:
    entity = hut()

    say(
        Change(
            entity,
            HUT,
            {"seen_on": date(2024, 2, 29), "roof": None},
            bases=queries.read_seen(queries.seen(entity), entity=entity),
        )
    )

    standing = queries.standing(entity)
    assert (standing["seen_on"].shown.value, standing["roof"].shown.value) == (date(2024, 2, 29), None)
