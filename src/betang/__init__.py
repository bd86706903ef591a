"""Betang: one list of unfit homes, kept by many offices."""

__version__ = "0.1.0"
