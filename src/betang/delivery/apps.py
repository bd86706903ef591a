"""Wiring of delivery: its record types are handed to the journal."""

from django.apps import AppConfig

from betang.delivery.domain.fields import RECORD_TYPES
from betang.journal.domain.records import enroll


class DeliveryConfig(AppConfig):
    name = "betang.delivery"
    label = "delivery"

    def ready(self) -> None:
        for record_type in RECORD_TYPES.values():
            enroll(record_type)
