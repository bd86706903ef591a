"""Are the tables, and what is derived from them, those of this version?"""

from django.core.management import call_command

from betang import environment
from betang.console.progress import bar
from betang.register import commands as register


def prepare_tables() -> None:
    """Bring the database to the tables of this version."""
    environment.make_private(environment.home())
    call_command("migrate", verbosity=0, interactive=False)
    with bar("Menyusun ulang daftar", unit="keluarga") as progress:
        register.derive_anew(progress)
