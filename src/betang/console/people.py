"""Who may use this node?"""

from dataclasses import dataclass

import click

from betang.accounts import commands as accounts
from betang.accounts.domain import roles
from betang.console.answering import deed
from betang.organisation import queries as organisation


@dataclass(frozen=True)
class Added:
    """A new user and the password that opens the node once."""

    name: str
    role: str
    agency: str
    region: str
    one_time_password: str


@dataclass(frozen=True)
class RoleLine:
    """One role and what it may do."""

    role: str
    abilities: list[str]


@deed("add", on_paper=lambda a: f"{a.name} ditambahkan. Kata sandi sekali pakai: {a.one_time_password}")
@click.argument("name")
@click.option("--role", required=True, help="Lihat `betang user roles`.")
@click.option("--agency", default=None, help="Nama instansi; tanpa ini instansi simpul.")
@click.option("--region", default=None, help="Kode wilayah; tanpa ini wilayah instansinya.")
def add(name: str, role: str, agency: str | None, region: str | None) -> Added:
    """Tambah pengguna dengan kata sandi sekali pakai; "Siti Aminah" masuk sebagai siti.aminah."""
    node = organisation.this_node()
    office = organisation.agency_named(agency) if agency else organisation.agency(node.agency_id)
    made, password = accounts.add_user(
        ".".join(name.split()), full_name=name, role=role, agency=office.id, region=region or office.region_code
    )
    return Added(made.username, role, office.name, region or office.region_code, password)


@deed("roles", on_paper=lambda lines: "\n".join(f"{x.role:<18} {', '.join(x.abilities)}" for x in lines))
def list_roles() -> list[RoleLine]:
    """Peran yang ada dan kewenangannya."""
    return [RoleLine(role.value, sorted(a.value for a in abilities)) for role, abilities in roles.ABILITIES.items()]


COMMANDS = (click.Group("user", commands=[add, list_roles], help="Pengguna simpul ini."),)
