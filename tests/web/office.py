"""Which office do the stories of the pages happen in, and who works there? All people and numbers are invented."""

from datetime import date
from uuid import UUID

from django.test import Client

from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.accounts.queries import Acting
from betang.journal import keyring
from betang.organisation import commands as organisation
from betang.organisation.models import Region
from tests.register.cast import PLACES, row, take

PASSWORD = "sandi-rekaan-1"
_KINDS = {1: "provinsi", 2: "kabupaten", 3: "kecamatan", 4: "desa"}
# Name, role, office, kind of office, region of the office, region of the grant.
_CAST = (
    ("maria", "data_officer", "Disperakim Kabupaten Sintang", "housing", "61.05", "61.05"),
    ("siti", "facilitator", "Disperakim Kabupaten Sintang", "housing", "61.05", "61.05"),
    ("dewi", "data_officer", "DPMPTSP Kabupaten Sintang", "permits", "61.05", "61.05"),
    ("budi", "data_officer", "Disperakim Kabupaten Kapuas Hulu", "housing", "61.06", "61.06"),
    ("rini", "viewer", "BP3KP Kalimantan I", "balai", "61", "61"),
    ("anton", "administrator", "Dinas Perkim Kalimantan Barat", "province", "61", "61"),
)


def open_office() -> None:
    """Keys, the few places of the register's stories, and the cast."""
    keyring.make()
    Region.objects.bulk_create(_region(code, name) for code, name in PLACES.items())
    for name, role, agency, kind, home, region in _CAST:
        office = organisation.add_agency(name=agency, kind=kind, region=home)
        accounts.add_user(name, role=role, agency=office.id, region=region, full_name=name.title())
        accounts.set_known_password(name, PASSWORD)


def _region(code: str, name: str) -> Region:
    level = code.count(".") + 1
    return Region(
        code=code, name=name, level=level, parent_code=code.rpartition(".")[0], kind=_KINDS[level],
        valid_from=date(2025, 1, 1), decree="contoh",
    )  # fmt: skip


def acting(name: str) -> Acting:
    return accounts_queries.acting_as(name)


def at_work(name: str) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    user = accounts_queries.user_named(name)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def listed_family() -> UUID:
    """Yakobus' family, from row 17 of a list that Maria sent."""
    (result,) = take(row(17), by=acting("maria"), file="Daftar RTLH 2025.xlsx")
    return result.family_id
