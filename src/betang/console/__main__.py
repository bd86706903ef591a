"""Which deed did the operator name?"""

import os
import sys
from importlib import import_module

import django

from betang.console import answering, testing


def main(arguments: list[str]) -> int:
    """`test` runs its own processes and needs no node; everything else is the command line."""
    if arguments[:1] == ["test"]:
        return testing.run(arguments[1:])
    os.umask(0o077)  # whatever a node writes, the database with its names first, is its owner's alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "betang.settings")
    django.setup()
    # The rooms' tables exist only once Django is set up, so their deeds are loaded after it.
    return answering.run(import_module("betang.console.commands").betang, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
