"""A list that was a mistake is undone: the register shows what it showed before, and what others built on it stays."""

from datetime import date
from uuid import UUID

from betang.accounts.queries import Acting
from betang.intake import commands, queries
from betang.intake.commands import UndoCounts
from betang.intake.models import BatchRow
from betang.journal import queries as journal
from betang.register import commands as register_commands
from betang.register import queries as register
from betang.register.models import House, Listing, MatchKey, NameWord
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
