"""Wiring of figures: its record types are handed to the journal."""

from django.apps import AppConfig

from betang.figures.domain.fields import RECORD_TYPES
from betang.journal.domain.records import enroll


class FiguresConfig(AppConfig):
    name = "betang.figures"
    label = "figures"

    def ready(self) -> None:
        for record_type in RECORD_TYPES.values():
            enroll(record_type)
