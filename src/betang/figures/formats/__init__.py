"""Figures as bytes."""
