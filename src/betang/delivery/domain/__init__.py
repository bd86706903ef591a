"""Decisions and tables of law. Pure."""
