"""Does every address of the programme answer everybody as its table says, and tell strangers nothing?"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from betang.accounts import queries as accounts
from betang.journal import queries as journal
from betang.organisation import commands as organisation
from tests.journeys import cast
from tests.journeys.cast import a_node
from tests.web import programme, routes
from tests.web.programme_routes import ARGUMENTS, EXPECTED, FORMS
from tests.web.routes import Line, Site

# Who may do what is a matter of roles and regions, which no database changes.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

# From another region, of another office, giving elsewhere, of the villages.
STRANGERS = ("budi", "dewi", "hendra", "umar", "domi")


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    with a_node(django_db_blocker):
        made = programme.made()
        arguments = {name: named(made) for name, named in ARGUMENTS.items()}
        forms = {name: named(made) for name, named in FORMS.items()}
        yield Site(arguments, forms, routes.sessions())


@pytest.mark.parametrize("line", EXPECTED, ids=" ".join)
def test_an_address_answers_each_person_as_the_table_says(site: Site, line: Line) -> None:
    answers = {person: routes.answer(site, person, line) for person in routes.people_asked(EXPECTED[line])}

    answered = {person: answer.status_code for person, answer in answers.items()}
    assert answered == {each: EXPECTED[line][each] for each in answered}, routes.printed(line, answered)
    for answer in answers.values():
        routes.is_strict(answer)


@pytest.mark.parametrize("line", [line for line in EXPECTED if line[1] in ARGUMENTS], ids=" ".join)
def test_what_is_somebody_elses_is_answered_as_what_does_not_exist(site: Site, line: Line) -> None:
    method, name = line
    for person in (each for each in STRANGERS if EXPECTED[line][each] == 404):
        theirs = routes.page(site, person, method, routes.address(site, name))

        assert routes.page(site, person, method, routes.of_nothing(site, name)) == theirs


@pytest.mark.parametrize("person", ["-", "nobody", "siti", "dewi", "rini", "nita", "budi", "lidia", "hendra", "umar"])
def test_whoever_may_not_changes_nothing(site: Site, person: str) -> None:
    before = _state()

    for line, answers in EXPECTED.items():
        if line[0] == "POST" and answers[person] in (400, 403, 404, 422):
            routes.asked(site, person, line)

    assert _state() == before


def test_an_abolished_office_changes_nothing(site: Site) -> None:
    gone = [person.name for person in cast.PEOPLE if person.office != cast.PROVINCE]  # the node's own office stays
    for office in sorted({person.office for person in cast.PEOPLE} - {cast.PROVINCE}):
        organisation.abolish_agency(office, on=timezone.localdate() - timedelta(days=1))
    before = _state()

    for line, answers in EXPECTED.items():
        for person in (each for each in gone if line[0] == "POST" and answers[each] == 302):
            routes.asked(site, person, line)

    assert _state() == before


def test_an_address_that_means_nothing_is_no_error_of_ours(site: Site) -> None:
    for person, address in (
        ("maria", "/rencana/target/?tahun=\u00b2\u00b2\u00b2\u00b2"),
        ("maria", f"/rencana/target/?tahun={'9' * 5000}"),
        ("maria", "/capaian/?tahun=0000"),
        ("maria", "/capaian/capaian.xlsx?tahun=9999"),
        ("tika", f"/tawaran/?halaman={'9' * 5000}"),
        ("tika", routes.address(site, "planning:pledge/taken") + f"?halaman={'9' * 5000}"),
    ):
        assert routes.browser(site, person).get(address).status_code == 200
    typed = {**site.forms["planning:edit-target"], "year": "\u00b2\u00b2\u00b2\u00b2"}
    assert routes.browser(site, "maria").post("/rencana/target/", typed).status_code == 422


def _state() -> tuple[object, ...]:
    """All that is said of targets, homes and meetings is in the journal."""
    return journal.position(), accounts.access_log(accounts.steward())
