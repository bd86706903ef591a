"""Wiring of intake: what the job loop does with a list that was sent."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class IntakeConfig(AppConfig):
    name = "betang.intake"
    label = "intake"

    def ready(self) -> None:
        # Django reads this file before any room has its tables, so these are named here and fetched only now.
        register = import_string("betang.jobs.commands.register")
        register("intake", import_string("betang.intake.commands.work"))
        register("undo", import_string("betang.intake.commands.work_undo"))
        register("intake-trial", import_string("betang.intake.commands.work_trial"))
        register("compare", import_string("betang.intake.commands.work_comparison"))
        register("export", import_string("betang.intake.commands.work_export"))
