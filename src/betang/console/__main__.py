"""Which deed did the operator name?"""

import os
import sys
from importlib import import_module

import django

from betang import environment
from betang.console import answering, testing
from betang.kernel.errors import Refusal


def main(arguments: list[str]) -> int:
    """`test` runs its own processes and needs no node; everything else is the command line."""
    if arguments[:1] == ["test"]:
        return testing.run(arguments[1:])
    os.umask(0o077)  # whatever a node writes, the database with its names first, is its owner's alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "betang.settings")
    try:
        environment.session_key()
    except OSError:
        answering.refuse(_no_home(), as_json="--json" in arguments)
    django.setup()
    # The rooms' tables exist only once Django is set up, so their deeds are loaded after it.
    return answering.run(import_module("betang.console.commands").betang, arguments)


def _no_home() -> Refusal:
    return Refusal(
        "Folder data Betang tidak dapat dibuat atau ditulisi. Periksa BETANG_HOME dan izin foldernya.",
        code="home_unwritable",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
