"""Figures that were published in fact, for the demonstration and the tests."""
