"""Decisions of the register: pure functions, tables of fields and of codes."""
