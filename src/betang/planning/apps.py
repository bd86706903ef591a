"""Wiring of planning: its record types are handed to the journal."""

from django.apps import AppConfig

from betang.journal.domain.records import enroll
from betang.planning.domain.fields import RECORD_TYPES


class PlanningConfig(AppConfig):
    name = "betang.planning"
    label = "planning"

    def ready(self) -> None:
        for record_type in RECORD_TYPES.values():
            enroll(record_type)
