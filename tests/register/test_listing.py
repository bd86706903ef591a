"""Who is on the list, found by what, in which order, and seen by whom?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from betang.kernel.errors import NotAllowed
from betang.register import queries
from betang.register.domain import condition, successor
from betang.register.domain.ages import Age, age_of, day_numbers
from betang.register.queries import ListFilters
from tests.register import cast
from tests.register.cast import BUDI, MARIA, NIK_HASANAH, NIK_LUSIA, RINI, TEKLA, names, row, take

WORDS = st.text("09az", max_size=4)


@pytest.fixture
def _three(_places: None) -> None:
    take(
        row(1, observed=date(2025, 5, 14)),
        row(2, name="Hasanah", nik=NIK_HASANAH, observed=date(2023, 1, 1)),
        row(3, name="Lusia Sabariah", nik=NIK_LUSIA, village=cast.NANGA_LEBANG, roof_condition="LAYAK"),
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("_three")
class TestTheList:
    def test_the_worst_comes_first_and_then_the_oldest_data(self) -> None:
        assert names() == ["Hasanah", "Yakobus Sabang", "Lusia Sabariah"]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("sab", {"Yakobus Sabang", "Lusia Sabariah"}),
            ("LUSIA sabar", {"Lusia Sabariah"}),
            ("sabang lusia", set()),
            ("sa", set()),  # two letters are looked up as a whole word
            ("bang", set()),
            ("", {"Yakobus Sabang", "Lusia Sabariah", "Hasanah"}),
        ],
    )
    def test_names_are_found_by_the_beginnings_of_their_words(self, text: str, found: set[str]) -> None:
        assert set(names(filters=ListFilters(text=text))) == found

    @pytest.mark.parametrize("mask", ["6105…0003", "6105••••••••0003", "6105 0003"])
    def test_a_masked_number_is_found(self, mask: str) -> None:
        assert names(filters=ListFilters(mask=mask)) == ["Yakobus Sabang"]

    def test_a_mask_that_is_none_finds_nothing(self) -> None:
        assert names(filters=ListFilters(mask="0003")) == []

    def test_a_whole_number_is_found_by_its_keys(self) -> None:
        assert names(filters=ListFilters(number=queries.number_keys(NIK_LUSIA))) == ["Lusia Sabariah"]
        assert queries.number_keys("610508") == ()

    @pytest.mark.parametrize(
        ("filters", "count"),
        [
            (ListFilters(region_code="61.05.08"), 2),
            (ListFilters(region_code=cast.NANGA_LEBANG), 1),
            (ListFilters(region_code="61"), 3),
            (ListFilters(region_code="61.06"), 0),
            (ListFilters(condition=5), 2),
            (ListFilters(condition=1), 1),
            (ListFilters(condition=condition.UNKNOWN), 0),
            (ListFilters(has_house=False), 0),
            (ListFilters(age=Age.UNKNOWN), 0),
            (ListFilters(age=Age.OVER_24, condition=5), 1),
            (ListFilters(text="sab", condition=1), 1),
        ],
    )
    def test_filters_narrow_the_list(self, filters: ListFilters, count: int) -> None:
        assert len(names(filters=filters)) == count

    def test_ages_add_up_to_the_whole(self) -> None:
        assert sum(len(names(filters=ListFilters(age=age))) for age in Age) == 3

    def test_pages_are_numbered_and_a_page_too_far_is_the_last(self) -> None:
        page = queries.listing(MARIA, ListFilters(), page=9, per_page=2)

        assert (page.number, page.pages, page.total, len(page.rows)) == (2, 2, 3, 1)

    def test_a_page_read_from_the_end_is_in_the_same_order(self) -> None:
        pages = [queries.listing(MARIA, ListFilters(), page=number, per_page=1).rows[0] for number in (1, 2, 3)]

        assert [listed.head_name for listed in pages] == names()

    def test_a_row_says_where_how_old_and_never_a_whole_number(self) -> None:
        listed = cast.the_list()[1]

        assert (listed.place, listed.nik) == ("Nanga Mau, Kayan Hilir", "6105••••••••0003")
        assert listed.address == "Dusun Sungai Buluh RT 003 RW 001"

    def test_everyone_sees_their_region_and_no_more(self) -> None:
        assert len(names(RINI)) == 3
        assert len(names(TEKLA)) == 2
        assert names(BUDI) == []
        assert names(BUDI, ListFilters(region_code="61.05")) == []

    def test_who_keeps_users_sees_no_families(self) -> None:
        for ask in (queries.counts, lambda by: queries.listing(by, ListFilters())):
            with pytest.raises(NotAllowed):
                ask(cast.USERS_ONLY)

    def test_counts_add_up(self) -> None:
        counts = queries.counts(MARIA)

        assert (counts.families, counts.without_house, counts.newest_date) == (3, 0, date(2025, 5, 14))
        assert sum(counts.by_condition.values()) == sum(counts.by_age.values()) == 3
        assert (counts.by_condition[5], counts.by_condition[1]) == (2, 1)
        assert queries.counts(RINI, "61.05.19").families == 1
        assert queries.counts(BUDI, "61.05").families == 0

    def test_find_gives_house_family_and_head(self) -> None:
        found = queries.find(MARIA, "lusia")

        assert [each.kind for each in found] == ["house", "family", "person"]
        assert found[0].label == "Lusia Sabariah, Nanga Lebang, Kelam Permai"
        assert len(queries.find(MARIA)) == 9

    def test_a_page_of_the_list_needs_as_many_queries_however_long_it_is(self) -> None:
        asked = []
        for per_page in (1, 3):
            with CaptureQueriesContext(
                connection,
            ) as context:
                queries.listing(MARIA, ListFilters(), per_page=per_page)
            asked.append(len(context))

        assert asked[0] == asked[1]


@given(WORDS.filter(bool), WORDS)
def test_a_range_of_words_holds_just_those_that_begin_so(beginning: str, word: str) -> None:
    end = successor.after(beginning)

    assert word.startswith(beginning) == (beginning <= word and (end is None or word < end))


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_every_day_has_one_age(observed: date, today: date) -> None:
    number = condition.day_number(observed)
    ages = [age for age in Age if day_numbers(age, today=today)[0] <= number < day_numbers(age, today=today)[1]]

    assert ages == [age_of(observed, today=today)]


@given(st.integers(0, 5), st.none() | st.dates())
def test_need_keeps_to_its_condition(figure: int, observed: date | None) -> None:
    first, end = condition.need_range(figure)

    assert first <= condition.need(figure, observed) < end
