"""Wiring of the web."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "betang.web"
    label = "web"
