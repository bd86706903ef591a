"""How does an empty home become the node of an office?"""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from betang.accounts import commands
from betang.accounts.domain.roles import Role
from betang.accounts.recovery_page import write_recovery_page
from betang.journal import keyring
from betang.organisation import commands as organisation
from betang.organisation import queries


@dataclass(frozen=True)
class Founded:
    """A new node; the code is for paper, and `page` is a file to print and delete."""

    agency: str
    region: str
    recovery_code: str
    page: Path


@dataclass(frozen=True)
class FirstPerson:
    """Who founds a node at its screen: works on the list there, and lets colleagues in."""

    username: str
    full_name: str
    password: str


def found(*, agency: str, kind: str, region: str, first: FirstPerson | None = None) -> Founded:
    """Keys, regions, the office, its first user if one is named, and the paper that brings the keys back.

    Raises `Refusal` for a home that is a node already, and for names that cannot be.
    """
    keyring.make()
    with transaction.atomic():
        organisation.found_node(agency=agency, kind=kind, region=region)
        node = queries.this_node()
        if first is not None:
            _welcome(first, node)
    code = keyring.lock_recovery()
    return Founded(node.agency_name, node.region_code, code, write_recovery_page(code, office=node.agency_name))


def _welcome(first: FirstPerson, node: queries.NodeView) -> None:
    user, _once = commands.add_user(
        first.username,
        role=Role.DATA_OFFICER,
        agency=node.agency_id,
        region=node.region_code,
        full_name=first.full_name,
    )
    commands.grant(user, role=Role.ADMINISTRATOR, agency=node.agency_id, region=node.region_code)
    commands.choose_password(user, first.password)
