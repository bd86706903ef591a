"""Who works at the node of these journeys, and with which family? All people, numbers and lists are invented."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker

from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.accounts.models import Grant, User
from betang.accounts.queries import Acting
from betang.intake import commands as intake
from betang.journal import keyring
from betang.journal import queries as journal
from betang.organisation import commands as organisation
from betang.organisation import queries as offices
from betang.organisation import seeding
from betang.organisation.models import Region
from betang.register import commands as register
from betang.register import queries as records
from betang.register.commands import FamilyEntry
from tests.intake.sheets import line, xlsx

SINTANG, SANGGAU = "61.05", "61.03"
NANGA_LEBANG = "61.05.19.2001"
PLACES = {
    "61": "Kalimantan Barat",
    SANGGAU: "Sanggau",
    SINTANG: "Sintang",
    "61.05.01": "Sintang",
    "61.05.01.1001": "Alai",
    "61.05.08": "Kayan Hilir",
    "61.05.19": "Kelam Permai",
    NANGA_LEBANG: "Nanga Lebang",
}
_KINDS = ("provinsi", "kabupaten", "kecamatan", "desa")
_QUICK = "django.contrib.auth.hashers.MD5PasswordHasher"  # Argon2 is slow on purpose; nobody signs in by it here
PROVINCE = "Dinas Perkim Provinsi Kalimantan Barat"
FIRM, FIRM_ELSEWHERE = "PT Rekaan Tengkawang", "PT Rekaan Meranti"
NIK, KK = "6105194107900001", "6105191201100012"


@dataclass(frozen=True)
class Person:
    """Somebody with a task: role, office, region."""

    name: str
    role: str
    office: str
    region: str


# Each role in Sintang (or above it), and the same in Sanggau; then the other offices of Sintang, and who gives there
# and elsewhere. `nobody` has an account and no task.
PEOPLE = (
    Person("maria", "data_officer", "Disperakim Kabupaten Sintang", SINTANG),
    Person("dewi", "data_officer", "DPMPTSP Kabupaten Sintang", SINTANG),
    Person("yohanes", "head_of_office", "Disperakim Kabupaten Sintang", SINTANG),
    Person("siti", "facilitator", "Disperakim Kabupaten Sintang", SINTANG),
    Person("petrus", "village_operator", "DPMD Kabupaten Sintang", NANGA_LEBANG),
    Person("fransiska", "data_officer", PROVINCE, "61"),
    Person("agnes", "viewer", "BP3KP Kalimantan I", "61"),
    Person("rini", "viewer", "Direktorat Peningkatan Kualitas Perumahan Perdesaan", "00"),
    Person("teguh", "auditor", PROVINCE, "61"),
    Person("nita", "administrator", "Disperakim Kabupaten Sintang", SINTANG),
    Person("anton", "administrator", PROVINCE, "61"),
    Person("budi", "data_officer", "Disperakim Kabupaten Sanggau", SANGGAU),
    Person("hana", "data_officer", "DPMPTSP Kabupaten Sanggau", SANGGAU),
    Person("karel", "head_of_office", "Disperakim Kabupaten Sanggau", SANGGAU),
    Person("lidia", "facilitator", "Disperakim Kabupaten Sanggau", SANGGAU),
    Person("tekla", "village_operator", "DPMD Kabupaten Sintang", "61.05.08"),
    Person("oskar", "viewer", "Disperakim Kabupaten Sanggau", SANGGAU),
    Person("vera", "auditor", "Disperakim Kabupaten Sanggau", SANGGAU),
    Person("wati", "administrator", "Disperakim Kabupaten Sanggau", SANGGAU),
    Person("hendra", "data_officer", "Bapenda Kabupaten Sintang", SINTANG),
    Person("domi", "data_officer", "DPMD Kabupaten Sintang", SINTANG),
    Person("tika", "donor", FIRM, SINTANG),
    Person("umar", "donor", FIRM_ELSEWHERE, SANGGAU),
)
NOBODY = Person("nobody", "viewer", "Disperakim Kabupaten Sintang", SINTANG)


@dataclass(frozen=True)
class Home:
    """A family in Nanga Lebang on whose roof a facilitator wrote something else, and a list of Sintang's.

    `shown` and `both` are the notes that a form of the house, and the one for the decision, send along.
    """

    family: UUID
    house: UUID
    head: UUID
    batch: UUID
    shown: str
    both: str
    proposal: str


@contextmanager
def a_node(blocker: DjangoDbBlocker) -> Iterator[Home]:
    """The province's node, with the few places the stories name, made once for a file of them; then taken back."""
    with blocker.unblock(), transaction.atomic():
        found()
        yield a_home()
        transaction.set_rollback(True)


def found() -> None:
    """Keys, places, offices and people."""
    with override_settings(PASSWORD_HASHERS=[_QUICK]):
        keyring.make()
        Region.objects.bulk_create(region(code, name) for code, name in PLACES.items())
        seeding.seed_agencies()
        organisation.found_node(agency=PROVINCE, kind="province", region="61")
        organisation.add_agency(name=FIRM, kind="company", region=SINTANG)
        organisation.add_agency(name=FIRM_ELSEWHERE, kind="company", region=SANGGAU)
        for person in (*PEOPLE, NOBODY):
            enroll(person)
        Grant.objects.filter(user__username=NOBODY.name).update(revoked_at="2026-01-01T00:00:00Z")


def region(code: str, name: str) -> Region:
    parent, kind = code.rpartition(".")[0], _KINDS[code.count(".")]
    return Region(
        code=code, name=name, level=code.count(".") + 1, parent_code=parent, kind=kind, valid_from=date(2025, 1, 1),
        decree="contoh",
    )  # fmt: skip


def enroll(person: Person) -> None:
    office = offices.agency_named(person.office)
    accounts.add_user(person.name, role=person.role, agency=office.id, region=person.region)
    User.objects.filter(username=person.name).update(must_change_password=False)


def acting(name: str) -> Acting:
    return accounts_queries.acting_as(name)


def at_work(name: str) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(accounts_queries.user_named(name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def a_home() -> Home:
    maria = acting("maria")
    family = register.add_family(maria, _entry(), observed=date(2025, 5, 14))
    card = records.record(maria, family)
    assert card.house
    assert card.families[0].head
    _propose(card.house.id)
    batch = intake.open_batch(maria, "daftar.xlsx", xlsx([line(), line(name=None)]))
    intake.run_batch(batch.id, pause_s=0)
    proposal = journal.standing(card.house.id)["roof_material"].others[0].commit
    return Home(
        family=family, house=card.house.id, head=card.families[0].head.id, batch=batch.id,
        shown=journal.seen(card.house.id), both=journal.seen_all(card.house.id, "roof_material"),
        proposal=f"{proposal.stream.hex()}.{proposal.seq}",
    )  # fmt: skip


def _entry() -> FamilyEntry:
    return FamilyEntry(
        family={"kk_number": KK},
        head={"name": "Lusia Ranai", "nik": NIK, "sex": "Perempuan"},
        house={"village_code": NANGA_LEBANG, "roof_material": "Seng", "floor_area_m2": "36"},
    )


def _propose(house: UUID) -> None:
    register.edit(
        acting("siti"), entity=house, values={"roof_material": "Daun"}, seen=journal.seen(house), because="Dilihat"
    )
