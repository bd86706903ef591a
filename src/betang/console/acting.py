"""On whose behalf does a command act?"""

import click

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting

as_user = click.option("--as", "username", default=None, help="Nama pengguna; tanpa ini operator simpul.")


def acting(username: str | None) -> Acting:
    """The named user with their first grant, or the node's operator in the region of its agency."""
    return accounts.acting_as(username) if username else accounts.operator()
