"""What does every address answer to every role, from its own region and from another?

The table is the test: one line for each method and address, one column for each person, 405 where a method is not
taken. A new address without a line fails, and so does a line whose address is gone. What is delivered, planned, counted
and met about has its own table (`programme_routes.py`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from pytest_django.plugin import DjangoDbBlocker

from betang.accounts import queries as accounts
from betang.intake import commands as deeds
from betang.intake import queries as intake
from betang.intake.commands import Chosen, SideKind
from betang.journal import queries as journal
from betang.organisation import queries as offices
from betang.register import queries as records
from tests.journeys import cast
from tests.journeys.cast import Home, a_node
from tests.web import programme_routes, routes
from tests.web.routes import Line, Site

# Who may do what is a matter of roles and regions, which no database changes.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

# The records are of Nanga Lebang in Sintang. `-` has not signed in, `nobody` has an account without a task. From maria
# to anton: in Sintang or above it. From budi on the same roles elsewhere: in Sanggau, tekla in another district. Hendra
# and domi are of Bapenda and DPMD of Sintang, tika gives there and umar in Sanggau.
# A column is headed by the first three letters of a name.
TABLE = """
                                -   nob mar dew yoh sit pet fra agn rin teg nit ant bud han kar lid tek osk ver wat hen dom tik uma
GET  set-language               405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST set-language               302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302
GET  home                       302 403 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
POST home                       302 403 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
GET  accounts:sign-in           200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
POST accounts:sign-in           400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400
GET  accounts:sign-out          405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST accounts:sign-out          302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302
GET  accounts:switch            302 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
POST accounts:switch            302 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400
GET  accounts:locked            302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302
POST accounts:locked            302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302
GET  accounts:awake             204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204
POST accounts:awake             405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  accounts:change-password   302 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
POST accounts:change-password   302 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400
GET  accounts:me                302 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
POST accounts:me                302 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
GET  accounts:choose-grant      302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST accounts:choose-grant      302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302
GET  accounts:users             302 403 403 403 403 403 403 403 403 403 403 200 200 403 403 403 403 403 403 403 200 403 403 403 403
POST accounts:users             302 403 403 403 403 403 403 403 403 403 403 200 200 403 403 403 403 403 403 403 200 403 403 403 403
GET  accounts:add-user          302 403 403 403 403 403 403 403 403 403 403 200 200 403 403 403 403 403 403 403 200 403 403 403 403
POST accounts:add-user          302 403 403 403 403 403 403 403 403 403 403 200 200 403 403 403 403 403 403 403 400 403 403 403 403
GET  accounts:user              302 403 403 403 403 403 403 403 403 403 403 200 200 403 403 403 403 403 403 403 404 403 403 403 403
POST accounts:user              302 403 403 403 403 403 403 403 403 403 403 200 200 403 403 403 403 403 403 403 404 403 403 403 403
GET  accounts:grant             302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST accounts:grant             302 403 403 403 403 403 403 403 403 403 403 302 302 403 403 403 403 403 403 403 404 403 403 403 403
GET  accounts:revoke            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST accounts:revoke            302 403 403 403 403 403 403 403 403 403 403 302 302 403 403 403 403 403 403 403 404 403 403 403 403
GET  accounts:access            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST accounts:access            302 403 403 403 403 403 403 403 403 403 403 302 302 403 403 403 403 403 403 403 404 403 403 403 403
GET  accounts:reset-password    302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST accounts:reset-password    302 403 403 403 403 403 403 403 403 403 403 200 200 403 403 403 403 403 403 403 404 403 403 403 403
GET  accounts:access-log        302 403 403 403 200 403 403 403 403 403 200 200 200 403 403 200 403 403 403 200 200 403 403 403 403
POST accounts:access-log        302 403 403 403 200 403 403 403 403 403 200 200 200 403 403 200 403 403 403 200 200 403 403 403 403
GET  register:list              302 403 200 200 200 200 200 200 200 200 200 403 403 200 200 200 200 200 200 200 403 200 200 403 403
POST register:list              302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  register:search            302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302
POST register:search            302 403 302 302 302 302 302 302 302 302 302 403 403 302 302 302 302 302 302 302 403 302 302 403 403
GET  register:add               302 403 200 200 200 200 200 200 403 403 403 403 403 200 200 200 200 200 403 403 403 200 200 403 403
POST register:add               302 403 200 200 200 200 200 200 403 403 403 403 403 200 200 200 200 200 403 403 403 200 200 403 403
GET  register:record            302 403 200 200 200 200 200 200 200 200 200 403 403 404 404 404 404 404 404 404 403 200 200 403 403
POST register:record            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  register:join              302 403 200 200 200 200 200 200 403 403 403 403 403 404 404 404 404 404 404 404 403 200 200 403 403
POST register:join              302 403 200 200 200 200 200 200 403 403 403 403 403 404 404 404 404 404 404 404 403 200 200 403 403
GET  register:assess            302 403 200 200 200 200 200 200 403 403 403 403 403 404 404 404 404 404 404 404 403 200 200 403 403
POST register:assess            302 403 302 302 302 302 302 302 403 403 403 403 403 404 404 404 404 404 404 404 403 302 302 403 403
GET  register:decide            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST register:decide            302 403 302 403 302 403 403 403 403 403 403 403 403 404 404 404 404 404 404 404 403 403 403 403 403
GET  register:history           302 403 200 200 200 200 200 200 200 200 200 403 403 404 404 404 404 404 404 404 403 200 200 403 403
POST register:history           302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  register:open-number       302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302 302
POST register:open-number       302 403 200 200 200 403 403 200 403 403 403 403 403 404 404 404 404 404 404 404 403 200 200 403 403
GET  register:add-member        302 403 200 200 200 200 200 200 403 403 403 403 403 404 404 404 404 404 404 404 403 200 200 403 403
POST register:add-member        302 403 302 302 302 302 302 302 403 403 403 403 403 404 404 404 404 404 404 404 403 302 302 403 403
GET  register:add-aid           302 403 200 200 200 200 200 200 403 403 403 403 403 404 404 404 404 404 404 404 403 200 200 403 403
POST register:add-aid           302 403 302 302 302 302 302 302 403 403 403 403 403 404 404 404 404 404 404 404 403 302 302 403 403
GET  register:edit              302 403 200 200 200 200 200 200 403 403 403 403 403 404 404 404 404 404 404 404 403 200 200 403 403
POST register:edit              302 403 302 302 302 302 302 302 403 403 403 403 403 404 404 404 404 404 404 404 403 302 302 403 403
GET  help:index                 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
POST help:index                 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  help:page                  200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
POST help:page                  405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  first-run:start            404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
POST first-run:start            405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  first-run:office           404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
POST first-run:office           404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
GET  first-run:person           405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST first-run:person           404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
GET  first-run:done             405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST first-run:done             404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
GET  intake:upload              302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 200 200 403 403
POST intake:upload              302 403 422 422 422 403 403 422 403 403 403 403 403 422 422 422 403 403 403 403 403 422 422 403 403
GET  intake:batch               302 403 200 200 200 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 200 200 403 403
POST intake:batch               302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  intake:progress            302 403 302 302 302 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 302 302 403 403
POST intake:progress            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  intake:cancel              302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST intake:cancel              302 403 302 403 302 403 403 403 403 403 403 403 403 404 404 404 403 403 403 403 403 403 403 403 403
GET  intake:returned            302 403 200 403 200 403 403 403 403 403 403 403 403 404 404 404 403 403 403 403 403 403 403 403 403
POST intake:returned            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  intake:lists               302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 200 200 403 403
POST intake:lists               302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  intake:columns             302 403 302 302 302 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 302 302 403 403
POST intake:columns             302 403 302 302 302 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 302 302 403 403
GET  intake:go-on               302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST intake:go-on               302 403 400 403 400 403 403 403 403 403 403 403 403 404 404 404 403 403 403 403 403 403 403 403 403
GET  intake:undo                302 403 200 403 200 403 403 403 403 403 403 403 403 404 404 404 403 403 403 403 403 403 403 403 403
POST intake:undo                302 403 302 403 302 403 403 403 403 403 403 403 403 404 404 404 403 403 403 403 403 403 403 403 403
GET  comparison:choose          302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 200 200 403 403
POST comparison:choose          302 403 422 422 422 403 403 422 403 403 403 403 403 422 422 422 403 403 403 403 403 422 422 403 403
GET  comparison:comparison      302 403 200 404 200 403 403 404 403 403 403 403 403 404 404 404 403 403 403 403 403 404 404 403 403
POST comparison:comparison      302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  comparison:progress        302 403 302 404 302 403 403 404 403 403 403 403 403 404 404 404 403 403 403 403 403 404 404 403 403
POST comparison:progress        302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  comparison:cancel          302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST comparison:cancel          302 403 302 404 302 403 403 404 403 403 403 403 403 404 404 404 403 403 403 403 403 404 404 403 403
GET  comparison:workbook        302 403 200 404 200 403 403 404 403 403 403 403 403 404 404 404 403 403 403 403 403 404 404 403 403
POST comparison:workbook        302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  outgoing:order             302 403 200 200 200 200 200 200 200 200 200 403 403 200 200 200 200 200 200 200 403 200 200 403 403
POST outgoing:order             302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 200 200 403 403
GET  outgoing:families          302 403 200 200 200 200 200 200 200 200 200 403 403 200 200 200 200 200 200 200 403 200 200 403 403
POST outgoing:families          302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  outgoing:recap             302 403 200 200 200 200 200 200 200 200 200 403 403 200 200 200 200 200 200 200 403 200 200 403 403
POST outgoing:recap             302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  outgoing:ordered           302 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
POST outgoing:ordered           302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  outgoing:collected         302 403 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
POST outgoing:collected         302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
"""  # noqa: E501  # a line is read across
EXPECTED = routes.read(TABLE)
COLUMNS = routes.columns_of(TABLE)


@dataclass(frozen=True)
class Stage:
    """What addresses and forms name."""

    home: Home
    siti: int
    grant: int
    office: UUID
    comparison: UUID


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    with a_node(django_db_blocker) as home:
        siti = accounts.user_named("siti")
        office = offices.agency_named("Disperakim Kabupaten Sintang").id
        stage = Stage(home, siti.pk, accounts.grants_of(siti)[0].id, office, _compared(home))
        arguments = {name: named(stage) for name, named in ARGUMENTS.items()}
        forms = {name: named(stage) for name, named in FORMS.items()}
        yield Site(arguments, forms, routes.sessions())


def _compared(home: Home) -> UUID:
    """Maria's office laid the register beside its list."""
    ours, theirs = Chosen(SideKind.REGISTER), Chosen(SideKind.BATCH, batch=home.batch)
    made = deeds.begin_comparison(cast.acting("maria"), ours, theirs)
    deeds.run_comparison(made)
    return made


Named = Callable[[Stage], Mapping[str, object]]


def _siti(stage: Stage) -> Mapping[str, object]:
    return {"user_id": stage.siti}


def _house(stage: Stage) -> Mapping[str, object]:
    return {"entity": stage.home.house}


def _family(stage: Stage) -> Mapping[str, object]:
    return {"entity": stage.home.family}


def _list(stage: Stage) -> Mapping[str, object]:
    return {"batch_id": stage.home.batch}


def _comparison(stage: Stage) -> Mapping[str, object]:
    return {"comparison_id": stage.comparison}


ARGUMENTS: Mapping[str, Named] = {
    "accounts:user": _siti,
    "accounts:grant": _siti,
    "accounts:revoke": lambda stage: {"user_id": stage.siti, "grant_id": stage.grant},
    "accounts:access": _siti,
    "accounts:reset-password": _siti,
    "register:record": _family,
    "register:join": _house,
    "register:assess": _house,
    "register:decide": _house,
    "register:history": lambda stage: {"entity": stage.home.house, "field": "roof_material"},
    "register:open-number": lambda stage: {"entity": stage.home.head, "field": "nik"},
    "register:add-member": _family,
    "register:add-aid": _family,
    "register:edit": lambda stage: {"kind": "rumah", "entity": stage.home.house},
    "help:page": lambda _stage: {"topic": "unggah"},
    "intake:batch": _list,
    "intake:progress": _list,
    "intake:cancel": _list,
    "intake:returned": _list,
    "outgoing:ordered": lambda stage: {"job_id": uuid4()},  # nobody has ordered this one
    "outgoing:collected": lambda stage: {"job_id": uuid4()},
    "intake:columns": _list,
    "intake:go-on": _list,
    "intake:undo": _list,
    "comparison:comparison": _comparison,
    "comparison:progress": _comparison,
    "comparison:cancel": _comparison,
    "comparison:workbook": _comparison,
}
_SEEN_ON = {"keadaan": "2 Juli 2025", "alasan": "Diukur"}


def _task(stage: Stage) -> Mapping[str, object]:
    return {"role": "viewer", "agency": str(stage.office), "region": "61.05.19"}


# What whoever may send a form at all can send; an empty form, which comes back, where nothing stands here.
FORMS: Mapping[str, Named] = {
    "set-language": lambda stage: {"language": "en"},
    "accounts:add-user": lambda stage: {"username": "baru", "full_name": "Orang Baru", **_task(stage)},
    "accounts:grant": _task,
    "accounts:access": lambda stage: {"is_active": "0"},
    "register:search": lambda stage: {"q": "lusia"},
    "register:decide": lambda stage: {
        "isian": "roof_material",
        "nilai": stage.home.proposal,
        "seen": stage.home.both,
    },
    "register:open-number": lambda stage: {"keperluan": "Mencocokkan dengan KTP"},
    "register:edit": lambda stage: {"seen": stage.home.shown, "floor_area_m2": "40", **_SEEN_ON},
    "register:assess": lambda stage: {"assessed_date": "2 Juli 2025", "visit_outcome": "DITEMUKAN"},
    "register:add-member": lambda stage: {"name": "Anak Lusia", "relation": "ANAK", **_SEEN_ON},
    "register:add-aid": lambda stage: {"programme": "BSPS", **_SEEN_ON},
    "outgoing:order": lambda stage: {"daftar": "ertlh", "angka": "utuh", "keperluan": "Mencocokkan dengan KTP"},
}


# ------------------------------------------------------------------------------------------------ the table holds


@pytest.mark.parametrize("line", EXPECTED, ids=" ".join)
def test_an_address_answers_each_person_as_the_table_says(site: Site, line: Line) -> None:
    answers = {person: routes.answer(site, person, line) for person in routes.people_asked(EXPECTED[line])}

    answered = {person: answer.status_code for person, answer in answers.items()}
    assert answered == {each: EXPECTED[line][each] for each in answered}, routes.printed(line, answered)
    for answer in answers.values():
        routes.is_strict(answer)


def test_the_tables_have_every_address_with_both_methods_and_no_other() -> None:
    lines = [*EXPECTED, *programme_routes.EXPECTED]
    asked = {(method, name.partition("/")[0]) for method, name in lines}

    assert asked == {(method, name) for name in routes.every_address() for method in ("GET", "POST")}


def test_the_tables_have_every_person_of_the_cast() -> None:
    people = ["-", "nobody", *(person.name for person in cast.PEOPLE)]

    assert people == COLUMNS == programme_routes.COLUMNS


def test_every_role_is_in_the_tables_from_here_and_from_elsewhere() -> None:
    here, elsewhere = _roles(lambda region: not _is_elsewhere(region)), _roles(_is_elsewhere)

    assert here == elsewhere == set(accounts.Role)


def _roles(is_wanted: Callable[[str], bool]) -> set[str]:
    return {person.role for person in cast.PEOPLE if is_wanted(person.region)}


def _is_elsewhere(region: str) -> bool:
    return not (region == "00" or cast.NANGA_LEBANG.startswith(region))


# ------------------------------------------------------------------------------------------------ elsewhere


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "name", sorted(name for name in ARGUMENTS if name.startswith(("register", "intake", "comparison")))
)
def test_what_lies_elsewhere_is_answered_as_what_does_not_exist(site: Site, method: str, name: str) -> None:
    if EXPECTED[method, name]["budi"] == 405:
        return
    there = routes.page(site, "budi", method, routes.address(site, name))

    assert routes.page(site, "budi", method, routes.of_nothing(site, name)) == there


@pytest.mark.parametrize("person", ["-", "nobody", "dewi", "rini", "nita", "budi", "lidia", "wati", "hendra", "umar"])
def test_whoever_may_not_changes_nothing(site: Site, person: str) -> None:
    before = _state()

    for line, answers in EXPECTED.items():
        if line[0] == "POST" and answers[person] in (400, 403, 404, 422):
            routes.asked(site, person, line)

    assert _state() == before


def _state() -> tuple[object, ...]:
    """All that a deed of another could have changed."""
    steward, maria = accounts.steward(), cast.acting("maria")
    people = [(user.username, user.is_active, user.grants) for user in accounts.users(steward)]
    passwords = [accounts.user_named(username).password for username, *_ in people]
    return journal.position(), records.digest(), accounts.access_log(steward), people, passwords, intake.batches(maria)
