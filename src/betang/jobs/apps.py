"""Wiring of jobs."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "betang.jobs"
    label = "jobs"
