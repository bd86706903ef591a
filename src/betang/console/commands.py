"""Which deeds does the command line know?"""

import click

from betang.console import (
    achievement,
    backups,
    comparing,
    demo,
    lists,
    measuring,
    meetings,
    nodes,
    offices,
    outgoing,
    people,
    places,
    practice,
    promises,
    realisations,
    records,
    targets,
)

HELP = """Betang: satu daftar untuk semua.

Folder data: BETANG_HOME (bawaan: var/). PostgreSQL: BETANG_DATABASE. Setiap perintah menerima --json.

`betang test` memeriksa semua yang dijanjikan, di mesin ini.
"""

betang = click.Group(name="betang", help=HELP)

for room in (
    nodes,
    backups,
    people,
    places,
    practice,
    lists,
    outgoing,
    comparing,
    records,
    measuring,
    targets,
    achievement,
    meetings,
    promises,
    offices,
    realisations,
    demo,
):
    for command in room.COMMANDS:
        betang.add_command(command)
