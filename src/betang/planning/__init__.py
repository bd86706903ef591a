"""Targets, purses and offers of help: how many homes are wanted where, and who may pay for them.

Promises that every number keeps its negotiation (proposed, region, ministry, agreed) and its decree, and that a donor
sees villages and counts, never a name.
"""
