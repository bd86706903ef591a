"""Where can a clerk try everything, with invented people, and nothing of the office's own list within reach?

A home of its own below that of the node, always on SQLite, in a process of its own: the settings of this one already
name the office's database.
"""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from betang import environment
from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.console import serving
from betang.console.answering import deed, note
from betang.console.lists import take_in_now
from betang.console.tables import prepare_tables
from betang.intake.samples import ertlh
from betang.journal import keyring
from betang.organisation import commands as organisation
from betang.organisation import queries

ROWS = 300
_FOLDER, _OF = "latihan", "BETANG_PRACTICE_OF"
# Invented; each with the role to try.
CAST = (
    ("petugas", "Maria Latihan", "data_officer"),
    ("kepala", "Yohanes Latihan", "head_of_office"),
    ("fasilitator", "Siti Latihan", "facilitator"),
    ("pengelola", "Anton Latihan", "administrator"),
)


@deed("practice")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(1, 65535))
def practice(port: int) -> None:
    """Latihan: simpul terpisah dengan orang rekaan; data kantor tidak tersentuh."""
    if _OF not in os.environ:
        _in_a_home_of_its_own(port)
        return
    serving.leave_with_parent()
    prepare_tables()
    if not queries.is_founded():
        _build(*os.environ[_OF].split("|"))
    mark = environment.practice()
    note(f"Latihan, semua orang rekaan. Masuk sebagai {CAST[0][0]} dengan kata sandi {mark}.")
    serving.serve(port=port, ready=lambda address: click.echo(f"ready {address}"))


def _in_a_home_of_its_own(port: int) -> None:
    rest = {name: value for name, value in os.environ.items() if name != "BETANG_DATABASE"}
    env = rest | {"BETANG_HOME": str(environment.home() / _FOLDER), _OF: "|".join(_office()), **serving.parent()}
    child = subprocess.Popen([sys.executable, "-m", "betang.console", "practice", "--port", str(port)], env=env)
    try:
        code = child.wait()
    except KeyboardInterrupt:
        code = child.wait()  # it got the same signal, and ends by itself
    finally:
        child.terminate()
    if code:
        raise click.exceptions.Exit(code)


def _office() -> tuple[str, str, str]:
    """The office whose node this is, so that its own villages are practised with; else one that every node knows."""
    prepare_tables()
    if queries.is_founded():
        node = queries.this_node()
        return node.agency_name, node.agency_kind, node.region_code
    return "Disperakim Kabupaten Sintang", "housing", "61.05"


def _build(agency: str, kind: str, region: str) -> None:
    keyring.make()
    password = secrets.token_urlsafe(6)
    organisation.found_node(agency=agency, kind=kind, region=region)
    node = queries.this_node()
    for username, full_name, role in CAST:
        accounts.add_user(username, role=role, agency=node.agency_id, region=region, full_name=full_name)
        accounts.set_known_password(username, password)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Daftar latihan.xlsx"
        ertlh.write(path, region=region if "." in region else "61.05", rows=ROWS, seed=1)
        officer = accounts_queries.acting_as(CAST[0][0])
        take_in_now(officer, path.name, path.read_bytes(), title="Daftar latihan")
    environment.mark_practice(password)


COMMANDS = (practice,)
