"""Are figures kept as they were published, and is it told where they do not add up?"""

import pytest

from betang.figures import commands, queries
from betang.figures.domain.statements import Figure, Rule, checks, whole
from betang.figures.samples import sekadau
from betang.kernel.errors import NotAllowed, Refusal
from betang.register.domain.parsing import FieldsRefused
from tests.delivery.cast import Offices
from tests.planning.cast import KALBAR, KAPUAS_HULU, KELAM, LEBANG, SINTANG

ABOUT = {"title": "RTLH", "publisher": "Koran Rekaan", "as_of_year": "2017"}
CODES = {name: f"61.09.{place:02}" for place, name in enumerate(sekadau.DISTRICTS, 1)}


def test_the_figures_of_sekadau_are_shown_not_to_add_up_each_with_its_gap() -> None:
    figures = [
        Figure(str(each["region_code"]), str(each["subject"]), int(str(each["homes"])))
        for each in sekadau.figures(CODES)
    ]

    found = {(each.rule, each.subject): each for each in checks(figures)}

    remainder = found[Rule.REMAINDER, "RTLH"]
    assert (remainder.terms, remainder.found, remainder.stated, remainder.gap) == ((2181, 7020), 9201, 8266, 935)
    assert (found[Rule.PARTS, "RTLH"].found, found[Rule.PARTS, "RTLH"].adds) == (8266, True)
    handled = found[Rule.PARTS, "TERTANGANI"]
    assert (handled.found, handled.stated, handled.gap, handled.adds) == (2154, 2181, -27, False)


def test_a_statement_is_about_the_smallest_place_that_holds_all_of_it() -> None:
    assert whole([LEBANG, KELAM]) == KELAM
    assert whole([KELAM, "61.05.08"]) == SINTANG
    assert whole([SINTANG, KAPUAS_HULU]) == KALBAR


def test_what_was_published_is_kept_as_it_was(offices: Offices) -> None:
    figures = [
        {"region_code": SINTANG, "subject": "RTLH", "homes": "8.266"},
        {"region_code": KELAM, "subject": "RTLH", "homes": "1.362"},
    ]
    statement_id = commands.publish(offices.maria, ABOUT, figures)

    told = queries.statement(offices.maria, statement_id)

    assert (told.region_code, told.homes("RTLH"), told.adds) == (SINTANG, 8266, False)
    assert told.checks[0].gap == 1362 - 8266
    assert told.missing == ("Kayan Hilir",)
    with pytest.raises(Refusal):
        queries.statement(offices.budi, statement_id)


@pytest.mark.parametrize(
    ("about", "figure", "refused"),
    [
        ({"publisher": ""}, {}, FieldsRefused),
        ({"as_of_year": ""}, {}, FieldsRefused),
        ({"as_of_year": "2199"}, {}, FieldsRefused),
        ({}, {"homes": "-4"}, FieldsRefused),
        ({}, {"subject": "LAIN"}, FieldsRefused),
        ({}, {"region_code": KAPUAS_HULU}, Refusal),
        ({}, {"region_code": "61.05.99"}, Refusal),
    ],
)
def test_what_cannot_be_read_is_refused(
    offices: Offices, about: dict[str, str], figure: dict[str, str], refused: type[Exception]
) -> None:
    usual = {"region_code": SINTANG, "subject": "RTLH", "homes": "1"}

    with pytest.raises(refused):
        commands.publish(offices.maria, {**ABOUT, **about}, [{**usual, **figure}])

    assert queries.published(offices.maria) == []


def test_a_figure_said_twice_is_refused(offices: Offices) -> None:
    figure = {"region_code": SINTANG, "subject": "RTLH", "homes": "1"}

    with pytest.raises(Refusal) as refused:
        commands.publish(offices.maria, ABOUT, [figure, {**figure, "homes": "2"}])

    assert refused.value.code == "figure_said_twice"


def test_an_office_of_permits_puts_nothing_on_record(offices: Offices) -> None:
    with pytest.raises(NotAllowed):
        commands.publish(offices.dewi, ABOUT, [{"region_code": SINTANG, "subject": "RTLH", "homes": "1"}])


def test_only_the_office_that_entered_it_takes_it_back(offices: Offices) -> None:
    statement = commands.publish(offices.maria, ABOUT, [{"region_code": SINTANG, "subject": "RTLH", "homes": "1"}])

    with pytest.raises(NotAllowed):
        commands.withdraw_statement(offices.yosef, statement, because="Salah")
    commands.withdraw_statement(offices.maria, statement, because="Salah")

    assert queries.published(offices.maria) == []
