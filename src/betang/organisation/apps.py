"""Wiring of organisation."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "betang.organisation"
    label = "organisation"
