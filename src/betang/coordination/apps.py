"""Wiring of coordination: its record types are handed to the journal."""

from django.apps import AppConfig

from betang.coordination.domain.fields import RECORD_TYPES
from betang.journal.domain.records import enroll


class CoordinationConfig(AppConfig):
    name = "betang.coordination"
    label = "coordination"

    def ready(self) -> None:
        for record_type in RECORD_TYPES.values():
            enroll(record_type)
