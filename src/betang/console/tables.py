"""Are the tables those of this version?"""

from django.core.management import call_command

from betang import environment


def prepare_tables() -> None:
    """Bring the database to the tables of this version."""
    environment.make_private(environment.home())
    call_command("migrate", verbosity=0, interactive=False)
