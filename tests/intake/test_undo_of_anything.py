"""Whatever lists came in and whatever officers did in between: the newest list undone leaves what was before it."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from betang.accounts.queries import Acting
from betang.intake import commands
from betang.journal import queries as journal
from betang.kernel.errors import Refusal
from betang.register import commands as register_commands
from betang.register import queries as register
from betang.register.models import Listing, MatchKey
from tests.intake.sheets import line, xlsx

HEADS = [
    {"name": "Siti Tembawang", "nik": "6105014508900001"},
    {"name": "Yohan", "nik": "6105014508900003", "sex": "LAKI-LAKI"},
    {"name": "Lena", "nik": None},
]
rows = st.fixed_dictionaries(
    {
        "head": st.sampled_from(HEADS),
        "roof": st.sampled_from(["SENG", "DAUN", None]),
        "occupants": st.sampled_from([4, 5, None]),
        "address": st.sampled_from(["Dusun Riam", "Dusun Suka Maju"]),
        "roof_condition": st.sampled_from(["LAYAK", "TIDAK LAYAK"]),
        "surveyed": st.sampled_from([date(2024, 5, 12), date(2025, 1, 1), None]),
    }
)
lists = st.lists(rows, min_size=1, max_size=3)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("list"), lists),
        st.tuples(st.just("edit"), st.sampled_from(["Genteng", "Asbes", "Seng"])),
        st.tuples(st.just("undo"), st.none()),
    ),
    max_size=4,
)


def take_in(acting: Acting, said: Sequence[dict[str, Any]]) -> UUID:  # Any: what a row says
    lines = [line(**row["head"], **{key: row[key] for key in row if key != "head"}) for row in said]
    batch = commands.open_batch(acting, f"{uuid4()}.xlsx", xlsx(lines))
    commands.run_batch(batch.id, pause_s=0)
    return batch.id


def undo(acting: Acting, batch_id: UUID, *, keep_later: bool) -> None:
    commands.begin_undo(acting, batch_id, keep_later=keep_later)
    commands.run_undo(acting, batch_id, pause_s=0)


def edit_some_house(acting: Acting, roof: str) -> None:
    listed = Listing.objects.filter(house_id__isnull=False).order_by("head_name", "family_id").first()
    if listed is not None and listed.house_id is not None:
        house, seen = listed.house_id, journal.seen(listed.house_id)
        with suppress(Refusal):  # nothing differs
            register_commands.edit(acting, entity=house, values={"roof_material": roof}, seen=seen, because="Dicek")


def do(acting: Acting, deed: str, what: Any, batches: list[UUID]) -> None:  # Any: of whichever deed
    if deed == "list":
        batches.append(take_in(acting, what))
    elif deed == "edit":
        edit_some_house(acting, what)
    elif batches:
        undo(acting, batches.pop(), keep_later=True)


def shown() -> tuple[object, ...]:
    """What is shown, and what the list says of it; keys are compared without the ids of families."""
    listing = Listing.objects.values_list("head_name", "condition", "observed_date", "assessed_date", "need")
    keys = MatchKey.objects.values_list("key", flat=True)
    return (register.digest(), sorted(map(str, listing)), sorted(map(bytes, keys)))


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(before=deeds, newest=lists)
def test_the_newest_list_undone_was_never_there(siti: Acting, before: list[tuple[str, Any]], newest: list[Any]) -> None:
    with transaction.atomic():
        batches: list[UUID] = []
        for deed, what in before:
            do(siti, deed, what, batches)
        was = shown()

        batch_id = take_in(siti, newest)
        became = shown()
        undo(siti, batch_id, keep_later=False)
        assert shown() == was

        # And the same list again, which is a file of its own, brings what it brought the first time.
        take_in(siti, newest)
        assert shown() == became
        transaction.set_rollback(True)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(first=lists, second=lists, roof=st.sampled_from([None, "Genteng"]))
def test_an_older_list_that_nothing_stands_on_was_never_there(
    siti: Acting, first: list[Any], second: list[Any], roof: str | None
) -> None:
    with transaction.atomic():
        with transaction.atomic():
            take_in(siti, second)
            alone = shown()
            transaction.set_rollback(True)

        older = take_in(siti, first)
        take_in(siti, second)
        if roof:
            edit_some_house(siti, roof)
        before = shown()
        try:
            undo(siti, older, keep_later=False)
        except Refusal as refusal:
            assert refusal.code == "stands_on_it" and shown() == before
        else:
            assert roof is not None or shown() == alone
        transaction.set_rollback(True)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(lists=st.lists(lists, min_size=2, max_size=3), roof=st.sampled_from(["Genteng", "Asbes"]))
def test_lists_undone_the_newest_first_leave_only_what_an_officer_built_on(
    siti: Acting, lists: list[list[Any]], roof: str
) -> None:
    with transaction.atomic():
        empty = shown()
        batches = [take_in(siti, said) for said in lists]
        edit_some_house(siti, roof)
        for batch_id in reversed(batches):
            undo(siti, batch_id, keep_later=True)
        kept = Listing.objects.count()
        assert kept <= 1 and (kept or shown() == empty)  # only the family whose house was edited may stay
        transaction.set_rollback(True)
