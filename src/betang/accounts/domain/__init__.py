"""Roles, abilities, and in whose name somebody acts. Pure."""
