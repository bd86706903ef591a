"""Wiring of the register: its record types are handed to the journal."""

from django.apps import AppConfig

from betang.journal.domain.records import enroll
from betang.register.domain.record_types import RECORD_TYPES


class RegisterConfig(AppConfig):
    name = "betang.register"
    label = "register"

    def ready(self) -> None:
        for record_type in RECORD_TYPES.values():
            enroll(record_type)
